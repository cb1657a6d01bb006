#!/bin/sh
# Installs what package-lock.json asks for when it is missing or out of date; quick when it is not.
# Called before `npm start` and `npm test`, by npm after `npm ci` (with --finish), and by hand from any Node from 20 on.
# Everything it says goes to standard error.
set -eu
cd "$(dirname "$0")/.."

node=node_modules/node/bin/node
stamp=node_modules/.cache/throughline/installed
# What is installed depends on the lock file and on the machine's kind.
wanted="$(cksum <package-lock.json) $(uname -sm)"

is_up_to_date() {
  [ -x "$node" ] && [ -e node_modules/.bin/throughline ] && [ -e node_modules/.bin/node ] && [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]
}

# Node 26 comes from the npm package `node`, whose install script fetches the binary for this machine.
# It is run here, because the set-up turns install scripts off: that one is needed, and no other.
ensure_node() {
  if "$node" -e 0 2>/dev/null; then return; fi
  (cd node_modules/node && node installArchSpecificPackage) >&2 || true
  "$node" -e 0 || {
    echo "E_NODE_MISSING: $node does not run; expected Node 26 for $(uname -sm). Check that the npm registry can be reached, then run: npm ci" >&2
    exit 1
  }
}

finish() {
  ensure_node
  "$node" scripts/link-bin.mjs
  mkdir -p "$(dirname "$stamp")"
  echo "$wanted" >"$stamp"
}

if [ "${1:-}" != --finish ] && is_up_to_date; then exit 0; fi

# npm runs on the machine's own Node from here on: the one in node_modules may be missing, half there, or about to be replaced.
PATH=$(printf '%s' "$PATH" | tr ':' '\n' | grep -v '/node_modules/\.bin$' | paste -s -d : -)
export PATH

if [ "${1:-}" != --finish ] && ! node scripts/is-installed.mjs; then
  echo "Setting up: installing packages and Node 26 (about half a minute, once) …" >&2
  npm ci --include=dev --ignore-scripts --loglevel=error >&2
fi
finish
