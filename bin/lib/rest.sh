# shellcheck shell=bash
# Calls to the console's REST API with curl. Sourced by bin/demo.

api_status=0 api_body='' api_etag=''

# api TOKEN METHOD PATH [JSON] [ETAG]: sets api_status, api_body, api_etag.
api() {
  local token=$1 method=$2 path=$3 json=${4:-} etag=${5:-} headers
  headers=$(mktemp)
  local -a call=(curl -sS -X "$method" -D "$headers" -w '\n%{http_code}' "$console/api/v1$path")
  [ -z "$token" ] || call+=(-H "Authorization: Bearer $token")
  [ -z "$json" ] || call+=(-H 'Content-Type: application/json' --data-binary "$json")
  [ -z "$etag" ] || call+=(-H "If-Match: $etag")
  api_body=$("${call[@]}") || die "no answer from $console/api/v1$path"
  api_status=${api_body##*$'\n'}
  api_body=${api_body%$'\n'*}
  api_etag=$(sed -n 's/^[Ee][Tt][Aa][Gg]: *\(.*\)\r$/\1/p' "$headers")
  rm -f "$headers"
}

# must STATUS TOKEN METHOD PATH [JSON] [ETAG]: the same, and ends the demo unless the status is as said.
must() {
  local wanted=$1
  shift
  api "$@"
  [ "$api_status" = "$wanted" ] || fail "$2 $3 answered $api_status instead of $wanted: $api_body"
}

field() { jq -r "$1" <<<"$api_body"; }

fail() {
  printf '\033[1mfailed:\033[0m %s\n' "$*" >&2
  exit 1
}
