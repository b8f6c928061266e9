# shellcheck shell=bash
# Unpacks real Prometheus, promtool, Alertmanager, amtool and node exporter from Debian's packages, without installing them.
# Sourced by bin/demo and bin/test. Sets FIREKEEPER_BINARIES.
#
#   prometheus-2.42   bookworm    promtool comes with the package
#   prometheus-2.53   trixie      promtool is a package of its own
#   prometheus-3.5    sid         promtool is a package of its own
#   alertmanager-0.25 bookworm    as prometheus-alertmanager, with amtool
#   alertmanager-0.28 trixie
#   alertmanager-0.33 sid
#
# fetch_binaries NAME…   unpacks what is missing of: prometheus-2.42 prometheus-2.53 prometheus-3.5 alertmanager-0.25
#                        alertmanager-0.28 alertmanager-0.33 node-exporter

FIREKEEPER_BINARIES=${FIREKEEPER_BINARIES:-${XDG_CACHE_HOME:-$HOME/.cache}/firekeeper/binaries}
export FIREKEEPER_BINARIES

debian_keyring=/usr/share/keyrings/debian-archive-keyring.gpg

# A package index of one Debian release in a folder of its own: the machine's own sources are not touched.
private_index() { # release
  local release=$1 root=$FIREKEEPER_BINARIES/.apt/$1
  mkdir -p "$root"/{lists/partial,cache/archives/partial,etc}
  : >"$root/etc/status"
  printf 'deb [signed-by=%s] %s %s main\n' "$debian_keyring" "$(debian_mirror)" "$release" >"$root/etc/sources.list"
  cat >"$root/etc/apt.conf" <<APT
Dir::State::lists "$root/lists";
Dir::State::status "$root/etc/status";
Dir::Cache "$root/cache";
Dir::Etc::sourcelist "$root/etc/sources.list";
Dir::Etc::sourceparts "-";
Dir::Etc::trusted "$debian_keyring";
APT::Sandbox::User "root";
Acquire::Languages "none";
Acquire::Retries "3";
APT
  APT_CONFIG="$root/etc/apt.conf" apt-get -qq update
}

debian_mirror() {
  echo "${FIREKEEPER_DEBIAN_MIRROR:-http://deb.debian.org/debian}"
}

# Newest version of a package whose version begins with PREFIX.
version_of() { # release package prefix
  APT_CONFIG="$FIREKEEPER_BINARIES/.apt/$1/etc/apt.conf" apt-cache madison "$2" \
    | awk -F'|' '{gsub(/ /,"",$2); print $2}' | grep -E "^$3" | head -n 1
}

unpack() { # release package version target
  local work
  work=$(mktemp -d)
  (cd "$work" && APT_CONFIG="$FIREKEEPER_BINARIES/.apt/$1/etc/apt.conf" apt-get -qq download "$2=$3") || return 1
  mkdir -p "$4" && dpkg -x "$work"/*.deb "$work/tree" || return 1
  local file
  for file in "$work"/tree/usr/bin/*; do
    [ -f "$file" ] && [ ! -L "$file" ] && cp "$file" "$4/"
  done
  rm -rf "$work"
}

fetch_binary() { # name
  local name=$1 target=$FIREKEEPER_BINARIES/$1 release packages prefix package version
  case $name in
    prometheus-2.42) release=bookworm packages=prometheus prefix='2\.42\.' ;;
    prometheus-2.53) release=trixie packages='prometheus promtool' prefix='2\.53\.' ;;
    prometheus-3.5) release=sid packages='prometheus promtool' prefix='3\.5\.' ;;
    alertmanager-0.25) release=bookworm packages=prometheus-alertmanager prefix='0\.25\.' ;;
    alertmanager-0.28) release=trixie packages=prometheus-alertmanager prefix='0\.28\.' ;;
    alertmanager-0.33) release=sid packages=prometheus-alertmanager prefix='0\.33\.' ;;
    node-exporter) release=bookworm packages=prometheus-node-exporter prefix='' ;;
    *) echo "unknown binary: $name" >&2; return 1 ;;
  esac
  [ -d "$FIREKEEPER_BINARIES/.apt/$release/lists/partial" ] && [ -n "$(version_of "$release" prometheus '')" ] \
    || private_index "$release" || return 1
  rm -rf "$target.new"
  for package in $packages; do
    version=$(version_of "$release" "$package" "$prefix")
    if [ -z "$version" ]; then
      echo "Debian $release has no $package ${prefix//\\/} any more." >&2
      return 1
    fi
    unpack "$release" "$package" "$version" "$target.new" || return 1
  done
  rm -rf "$target" && mv "$target.new" "$target"
  echo "unpacked $name into $target"
}

fetch_binaries() { # name…
  local name
  for name in "$@"; do
    [ -d "$FIREKEEPER_BINARIES/$name" ] || fetch_binary "$name" || return 1
  done
}
