# shellcheck shell=bash
# The main job through REST: accounts, registration, change, review, rollout, proof. Sourced by bin/demo.

declare -A token=()

password() { head -c 15 /dev/urandom | base64 | tr '+/' 'xy'; }

read_accounts() {
  local name secret bearer
  while read -r name secret bearer; do token[$name]=$bearer; done <"$data/accounts"
}

print_accounts() {
  local name secret bearer
  printf '\n  \033[1m%s\033[0m\n\n' "$console"
  while read -r name secret bearer; do
    printf '  %-6s %-22s %s\n' "$name" "$secret" "$(case $name in
      admin) echo 'administers accounts, fleet, outgoing traffic' ;;
      *) echo 'edits, approves what others edited, rolls out' ;;
    esac)"
  done <"$data/accounts"
  printf '\n  Sign in as ana, change a policy, submit it; approve it as ben; roll it out.\n  Ctrl-C ends everything that was started.\n\n'
}

# An account's API token, for the account's name and password.
sign_in() { # name password
  must 201 '' POST /sign-in "$(jq -n --arg n "$1" --arg p "$2" \
    '{name: $n, password: $p, token: {name: "demo", days: 30}}')"
  token[$1]=$(field .secret)
}

register_accounts() {
  local name
  declare -A passwords=([admin]=$(password) [ana]=$(password) [ben]=$(password))
  local roles='["EDITOR:platform","APPROVER:platform","OPERATOR:platform"]'
  must 201 '' POST /setup "$(jq -n --arg s "$(cat "$data/setup-secret")" --arg p "${passwords[admin]}" \
    '{secret: $s, name: "admin", displayName: "Administrator", password: $p}')"
  sign_in admin "${passwords[admin]}"
  must 201 "${token[admin]}" POST /teams '{"name": "platform", "displayName": "Platform", "clusters": {}}'
  for name in ana ben; do
    must 201 "${token[admin]}" POST /users "$(jq -n --arg n "$name" --arg d "${name^}" --arg p "${passwords[$name]}" \
      --argjson r "$roles" '{name: $n, displayName: $d, password: $p, roles: $r}')"
    sign_in "$name" "${passwords[$name]}"
  done
  (umask 077 && for name in admin ana ben; do
    echo "$name ${passwords[$name]} ${token[$name]}"
  done >"$data/accounts")
}

register_replicas() {
  local name port
  must 201 "${token[admin]}" POST /clusters '{"name": "eu", "kind": "PROMETHEUS", "labels": {"env": "prod", "region": "eu"}}'
  must 201 "${token[admin]}" POST /clusters '{"name": "us", "kind": "PROMETHEUS", "labels": {"env": "prod", "region": "us"}}'
  for name in "${replicas[@]}"; do
    port=$(port_of "$name" 19090)
    must 201 "${token[admin]}" POST /egress-rules "$(jq -n --argjson p "$port" --arg n "demo replica $name" \
      '{cidr: "127.0.0.1/32", portFrom: $p, scheme: "HTTP", note: $n}')"
    must 201 "${token[admin]}" POST /replicas "$(jq -n --arg n "$name" --arg c "${replica_cluster[$name]}" \
      --arg u "http://127.0.0.1:$port" --arg r "$data/replicas/$name" --arg a "127.0.0.1:$port" \
      '{name: $n, cluster: $c, url: $u, labels: {address: $a}, directory: {consoleRoot: $r, replicaRoot: $r}}')"
  done
}

policy_global() {
  cat <<'YAML'
# What every Prometheus of the fleet has in common.
kind: Global
name: defaults
team: platform
clusters: {matchLabels: {env: prod}}
spec:
  global:
    scrape_interval: 5s
    scrape_timeout: 4s
    evaluation_interval: 5s
    external_labels:
      cluster: $(cluster.name)
      region: $(cluster.region)
YAML
}

policy_jobs() { # scrape interval of the node job
  cat <<YAML
kind: ScrapeJobs
name: nodes
team: platform
clusters: {matchLabels: {env: prod}}
spec:
  - job_name: node
    scrape_interval: ${1:-5s}
    file_sd_configs:
      - files: [targets/node.yml]
  - job_name: prometheus
    static_configs:
      - targets: [\$(replica.address)]
files:
  targets/node.yml: |
    - targets: ["127.0.0.1:$node_port"]
      labels: {rack: r1}
YAML
}

# Loads everywhere but in a replica, which reads the file when it builds the scrape pool.
policy_jobs_with_broken_ca() {
  policy_jobs 7s | sed 's#^    scrape_interval: 7s#&\n    tls_config: {ca_file: tls/ca.pem}#'
  printf '  tls/ca.pem: |\n    this is no certificate\n'
}

policy_rules() { # expression
  cat <<YAML
kind: RuleGroups
name: node-alerts
team: platform
clusters: {matchLabels: {env: prod}}
spec:
  groups:
    - name: nodes
      rules:
        - record: instance:node_cpu:rate1m
          expr: sum without (cpu, mode) (rate(node_cpu_seconds_total{mode!="idle"}[1m]))
        - alert: NodeDown
          expr: ${1:-up{job=\"node\"\} == 0}
          for: 30s
          labels: {severity: critical}
          annotations:
            summary: "{{ \$labels.instance }} is down"
YAML
}

policy_pair() {
  cat <<'YAML'
# eu is a pair: each replica is told apart, and their alerts are the same.
kind: HighAvailability
name: eu-pair
team: platform
clusters: {matchLabels: {region: eu}}
spec:
  replicaLabel: replica
YAML
}

# A change of one or more policies by ana, submitted. Sets revision and digest.
submit() { # title policy text [policy text…]
  local title=$1 edits='[]' base
  shift
  while [ $# -gt 0 ]; do
    api "${token[ana]}" GET "/policies/$1"
    base=0
    [ "$api_status" != 200 ] || base=$(field .version)
    edits=$(jq --arg p "$1" --arg t "$2" --argjson b "$base" '. + [{policy: $p, text: $t, baseVersion: $b}]' <<<"$edits")
    shift 2
  done
  must 201 "${token[ana]}" POST /changes "$(jq -n --arg t "$title" --argjson e "$edits" '{title: $t, edits: $e}')"
  must 201 "${token[ana]}" POST "/changes/$(field .number)/submit" '' "$api_etag"
  revision=$(field .number)
  must 200 "${token[ben]}" GET "/revisions/$revision"
  digest=$(field .digest)
}

approve() {
  must 200 "${token[ben]}" POST "/revisions/$revision/approve" "$(jq -n --arg d "$digest" '{digest: $d, comment: "looks right"}')"
}

# Starts a rollout of the revision and waits for its end. Sets rollout and rollout_state.
roll_out() { # strategy soak-seconds
  must 201 "${token[ana]}" POST /rollouts "$(jq -n --argjson r "$revision" --arg d "$digest" --arg s "$1" \
    --argjson k "$2" '{revision: $r, digest: $d, strategy: $s, soakSeconds: $k}')"
  rollout=$(field .number)
  local end=$((SECONDS + 240))
  until must 200 "${token[ana]}" GET "/rollouts/$rollout" && rollout_state=$(field .state) \
    && [[ $rollout_state =~ ^(SUCCEEDED|ROLLED_BACK|FAILED)$ ]]; do
    [ $SECONDS -lt $end ] || fail "rollout $rollout is still $rollout_state: $api_body"
    sleep 0.5
  done
}

register_fleet() {
  say "registering the fleet"
  register_accounts
  register_replicas
  say "the first rollout"
  submit 'First configuration of the fleet' defaults "$(policy_global)" nodes "$(policy_jobs)" \
    node-alerts "$(policy_rules)" eu-pair "$(policy_pair)"
  approve
  roll_out ALL_AT_ONCE 0
  [ "$rollout_state" = SUCCEEDED ] || fail "the first rollout ended $rollout_state: $api_body"
  say "r$revision is proven on ${replicas[*]}"
  touch "$data/registered"
}
