# shellcheck shell=bash
# bin/demo --smoke: the main job with its evidence. Sourced by bin/demo.

step() { printf '\n\033[1m%s\033[0m\n' "$*"; }
evidence() { sed 's/^/    /' <<<"$*"; }

# What the replica itself says it runs.
live_config() { curl -fsS "http://127.0.0.1:$(port_of "$1" 19090)/api/v1/status/config" | jq -r .data.yaml; }

print_steps() {
  evidence "$(field '.waves[] | "wave \(.kind): \(.state)", (.steps[] | "  \(.replica): \(.state)\(if .error then "  " + .error else "" end)")')"
}

smoke() {
  step "1. The fleet was registered and rolled out for the first time, all at once"
  must 200 "${token[ana]}" GET "/rollouts/$rollout"
  print_steps

  step "2. A change: ana scrapes the nodes every 7 s"
  submit 'Scrape nodes every 7 s' nodes "$(policy_jobs 7s)"
  evidence "r$revision, digest ${digest:0:12}"
  must 200 "${token[ben]}" GET "/revisions/$revision/diff"
  evidence "$(field '.[] | "\(.file.path): the same change on \(.replicas | join(", "))"')"

  step "3. Its author cannot approve it"
  api "${token[ana]}" POST "/revisions/$revision/approve" "$(jq -n --arg d "$digest" '{digest: $d}')"
  [ "$api_status" = 403 ] || [ "$api_status" = 409 ] || fail "ana could approve her own revision: $api_status"
  evidence "$api_status $(field .detail)"

  step "4. What was decided on an old version is refused, and says who did what"
  must 200 "${token[ana]}" GET /policies/nodes
  must 201 "${token[ana]}" POST /changes "$(jq -n --arg t "$(policy_jobs 8s)" --argjson b "$(field .version)" \
    '{title: "Scrape nodes every 8 s", edits: [{policy: "nodes", text: $t, baseVersion: $b}]}')"
  local change read=$api_etag
  change=$(field .number)
  must 200 "${token[ben]}" PUT "/changes/$change/edits/nodes" "$(jq -n --arg t "$(policy_jobs 9s)" \
    --argjson b "$(field '.edits[0].baseVersion')" '{text: $t, baseVersion: $b}')" '"1"'
  must 412 "${token[ana]}" POST "/changes/$change/submit" '' "$read"
  evidence "412 $(field .detail) $(field '.errors[].detail')"
  must 200 "${token[ana]}" GET "/changes/$change"
  must 204 "${token[ana]}" POST "/changes/$change/abandon" '' "$api_etag"

  step "5. ben approves, and a canary rollout proves it replica by replica"
  approve
  roll_out CANARY 6
  print_steps
  [ "$rollout_state" = SUCCEEDED ] || fail "the rollout ended $rollout_state"
  local name
  for name in "${replicas[@]}"; do
    live_config "$name" | grep -q 'scrape_interval: 7s' || fail "$name does not run it"
    evidence "$name itself says: $(live_config "$name" | grep -m1 'scrape_interval: 7s' | sed 's/^ *//')"
  done

  step "6. A broken expression cannot even be submitted, and its place is told"
  must 200 "${token[ana]}" GET /policies/node-alerts
  must 201 "${token[ana]}" POST /changes "$(jq -n --arg t "$(policy_rules 'sum(rate(node_cpu_seconds_total[1m])')" \
    --argjson b "$(field .version)" '{title: "A broken alert", edits: [{policy: "node-alerts", text: $t, baseVersion: $b}]}')"
  change=$(field .number) read=$api_etag
  must 422 "${token[ana]}" POST "/changes/$change/submit" '' "$read"
  evidence "422 $(field '.errors[] | "\(.field) line \(.line): \(.detail)"')"
  must 204 "${token[ana]}" POST "/changes/$change/abandon" '' "$read"

  step "7. A bad change that only a replica can refuse: a CA file that is no certificate"
  submit 'Scrape the nodes with a CA' nodes "$(policy_jobs_with_broken_ca)"
  approve
  roll_out CANARY 0
  print_steps
  [ "$rollout_state" = ROLLED_BACK ] || fail "the bad rollout ended $rollout_state"
  evidence "rolled back by itself; the replicas run what was proven before:"
  for name in "${replicas[@]}"; do
    live_config "$name" | grep -q 'ca_file' && fail "$name still has the bad configuration"
    live_config "$name" | grep -q 'scrape_interval: 7s' || fail "$name lost its configuration"
    evidence "$name itself says: $(live_config "$name" | grep -m1 'scrape_interval: 7s' | sed 's/^ *//')"
  done

  step "8. A change that loads and harms: every scrape times out; the gate sees it"
  submit 'A scrape timeout of 1 ms' defaults "$(policy_global | sed 's/scrape_timeout: 4s/scrape_timeout: 1ms/')"
  approve
  roll_out CANARY 6
  print_steps
  evidence "$(field '.reason // empty')"
  [ "$rollout_state" = ROLLED_BACK ] || fail "the harmful rollout ended $rollout_state"

  step "9. The audit log's chain holds"
  must 200 "${token[admin]}" GET /audit/verification
  evidence "$api_body"
  printf '\n\033[1mpassed\033[0m in %s s\n' "$SECONDS"
}
