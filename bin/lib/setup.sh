# shellcheck shell=bash
# Finds or installs what bin/demo and bin/test need. Sourced.

say() { printf '\033[1m==>\033[0m %s\n' "$*"; }
die() { printf '\033[1merror:\033[0m %s\n' "$*" >&2; exit 2; }

can_apt() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

# install COMMAND PACKAGE…: with apt as root, else says exactly what is missing.
install_for() {
  local command=$1
  shift
  command -v "$command" >/dev/null && return 0
  can_apt || die "'$command' is missing. Install it, on Debian or Ubuntu with: sudo apt-get install $*"
  say "installing $*"
  [ -n "${apt_updated:-}" ] || { apt-get -qq update && apt_updated=yes; }
  DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends "$@" >/dev/null \
    || die "apt-get install $* failed"
}

is_jdk_25() { [ -x "$1/bin/javac" ] && "$1/bin/javac" -version 2>&1 | grep -qE '^javac (2[5-9]|[3-9][0-9])'; }

# Sets JAVA_HOME to a JDK 25 or newer.
require_jdk() {
  local home
  for home in "${JAVA_HOME:-}" /usr/lib/jvm/*25* "$HOME"/.sdkman/candidates/java/25* /opt/*jdk*25*; do
    if [ -n "$home" ] && is_jdk_25 "$home"; then
      export JAVA_HOME=$home PATH=$home/bin:$PATH
      return 0
    fi
  done
  if can_apt; then
    apt-get -qq update || true
    if [ -n "$(apt-cache policy openjdk-25-jdk-headless 2>/dev/null | grep -E 'Candidate: [0-9]')" ]; then
      install_for no-such-command-jdk openjdk-25-jdk-headless
      export JAVA_HOME
      JAVA_HOME=$(echo /usr/lib/jvm/*25*)
      is_jdk_25 "$JAVA_HOME" && export PATH=$JAVA_HOME/bin:$PATH && return 0
    fi
  fi
  die "JDK 25 is missing. Install one of
  - Eclipse Temurin 25: https://adoptium.net/installation/linux/ (package temurin-25-jdk)
  - Debian 13, Ubuntu 25.10 and newer: sudo apt-get install openjdk-25-jdk-headless
  and run this again, with JAVA_HOME set to it if it is not below /usr/lib/jvm."
}

require_node() {
  install_for node nodejs npm
  install_for npm npm
  [ "$(node -p 'Number(process.versions.node.split(".")[0]) >= 18')" = true ] \
    || die "Node.js 18 or newer is needed to bundle the front end; this is $(node --version)"
}

require_tools() {
  install_for curl curl ca-certificates
  install_for jq jq
  install_for xz xz-utils
  install_for unzip unzip
  install_for git git
}

require_debian() {
  command -v apt-get >/dev/null && command -v dpkg >/dev/null && return 0
  die "The demo fleet and the tests unpack real Prometheus from Debian's packages and need apt-get and dpkg.
  Use Debian or Ubuntu, or a container of it: docker run -it -v \"\$PWD\":/src -w /src -p 8080:8080 debian:trixie bin/demo"
}

require_browser() {
  install_for chromium chromium
  if command -v fc-list >/dev/null && [ -z "$(fc-list :lang=zh family 2>/dev/null)" ]; then
    can_apt || die "A Chinese font is missing: sudo apt-get install fonts-noto-cjk"
    install_for no-such-command-font fonts-noto-cjk
  fi
}

# Builds target/firekeeper.jar when a source is newer.
build_jar() {
  local jar=target/firekeeper.jar
  if [ -f "$jar" ] && [ -z "$(find pom.xml src/main db -newer "$jar" -not -path '*/node_modules/*' -type f -print -quit)" ]; then
    return 0
  fi
  say "building (the first time downloads the libraries)"
  ./mvnw -q -B -DskipTests -Dmaven.test.skip=true package || die "the build failed"
}
