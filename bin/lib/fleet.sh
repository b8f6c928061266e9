# shellcheck shell=bash
# The demo's processes: a node exporter, three Prometheus replicas and the console. Sourced by bin/demo.

declare -a processes=()
declare -A replica_cluster=([eu-0]=eu [eu-1]=eu [us-0]=us)
declare -A replica_version=([eu-0]=2.53 [eu-1]=2.53 [us-0]=2.42)
replicas=(eu-0 eu-1 us-0)

is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# Keeps a port for a name in the data folder, so that a second start finds the same fleet.
port_of() { # name preferred
  local file=$data/ports/$1 port=$2
  mkdir -p "$data/ports"
  if [ ! -f "$file" ]; then
    until is_free "$port" && ! grep -qsx "$port" "$data"/ports/*; do port=$((port + 1)); done
    echo "$port" >"$file"
  fi
  cat "$file"
}

start() { # name command…
  local name=$1
  shift
  mkdir -p "$data/log"
  "$@" >>"$data/log/$name.log" 2>&1 9>&- &
  processes+=($!)
  echo $! >"$data/log/$name.pid"
}

end_all() {
  local status=$? pid
  trap - EXIT INT TERM
  [ ${#processes[@]} = 0 ] || say "ending what the demo started"
  for pid in "${processes[@]}"; do kill "$pid" 2>/dev/null || true; done
  for pid in "${processes[@]}"; do wait "$pid" 2>/dev/null || true; done
  exit "$status"
}

await() { # seconds what command…
  local seconds=$1 what=$2
  shift 2
  local end=$((SECONDS + seconds))
  until "$@" >/dev/null 2>&1; do
    [ $SECONDS -lt $end ] || die "$what did not come up within $seconds s: see the logs in $data/log"
    sleep 0.3
  done
}

start_fleet() {
  local name port root
  node_port=$(port_of node-exporter 19100)
  start node-exporter "$FIREKEEPER_BINARIES/node-exporter/prometheus-node-exporter" --web.listen-address="127.0.0.1:$node_port"
  for name in "${replicas[@]}"; do
    root=$data/replicas/$name
    port=$(port_of "$name" 19090)
    if [ ! -e "$root/current" ]; then
      mkdir -p "$root/before"
      printf 'global: {}\n' >"$root/before/prometheus.yml"
      ln -s before "$root/current"
    fi
    start "$name" "$FIREKEEPER_BINARIES/prometheus-${replica_version[$name]}/prometheus" \
      --config.file="$root/current/prometheus.yml" --storage.tsdb.path="$data/tsdb/$name" \
      --web.listen-address="127.0.0.1:$port" --web.enable-lifecycle --storage.tsdb.retention.time=2d
  done
  for name in "${replicas[@]}"; do
    await 60 "$name" curl -fsS "http://127.0.0.1:$(port_of "$name" 19090)/-/ready"
  done
  say "real fleet: eu-0 and eu-1 (Prometheus 2.53), us-0 (Prometheus 2.42), a node exporter"
}

start_console() {
  local port
  port=$(port_of console 8080)
  console=http://127.0.0.1:$port
  start console java -Xmx512m --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -jar target/firekeeper.jar \
    --server.port="$port" --firekeeper.data-directory="$data" \
    --firekeeper.rule-tests.promtool="$FIREKEEPER_BINARIES/prometheus-2.53/promtool"
  await 120 "the console" curl -fsS "$console/actuator/health"
  say "console: $console"
}
