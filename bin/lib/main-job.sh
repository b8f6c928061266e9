# shellcheck shell=bash
# The main job through REST: accounts, registration, change, review, rollout, proof. Sourced by bin/demo.

password() { head -c 12 /dev/urandom | base64 | tr '+/' 'xy'; }

# An account and a token for it; the first account is made with the one-time secret.
register_accounts() {
  local name role
  declare -gA token=()
  declare -A passwords=([admin]=$(password) [ana]=$(password) [ben]=$(password))
  must 201 '' POST /setup "$(jq -n --arg s "$(cat "$data/setup-secret")" --arg p "${passwords[admin]}" \
    '{secret: $s, username: "admin", displayName: "Administrator", password: $p}')"
  sign_in_token admin "${passwords[admin]}"
  must 201 "${token[admin]}" POST /teams '{"name": "platform", "displayName": "Platform", "clusterSelector": {}}'
  for name in ana ben; do
    must 201 "${token[admin]}" POST /users "$(jq -n --arg n "$name" --arg p "${passwords[$name]}" \
      '{username: $n, displayName: $n, password: $p}')"
  done
  for role in ana:EDITOR ana:OPERATOR ben:APPROVER ben:OPERATOR; do
    must 201 "${token[admin]}" POST "/users/${role%%:*}/roles" "$(jq -n --arg r "${role##*:}" '{role: $r, team: "platform"}')"
  done
  for name in ana ben; do sign_in_token "$name" "${passwords[$name]}"; done
  (umask 077 && for name in admin ana ben; do
    echo "$name ${passwords[$name]} ${token[$name]}"
  done >"$data/accounts")
}
