#!/bin/sh
# Does what a stranger does: clones the last commit to a place of its own, without ../shared, and types `npm start`, on the machine's own Node.
# NEWCOMER_TEST=1 types `npm test` too. NEWCOMER_COLD=1 gives npm an empty cache, as on a machine that never saw the packages.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd -P)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
trap 'exit 130' INT TERM

PATH=$(printf '%s' "$PATH" | tr ':' '\n' | grep -v '/node_modules/\.bin$' | paste -s -d : -)
export PATH
for name in $(env | sed -nE 's/^(npm_lifecycle_[a-z_]*|npm_package_[a-z_]*|npm_config_local_prefix|npm_command|npm_execpath|npm_node_execpath|INIT_CWD|NODE_COMPILE_CACHE|THROUGHLINE_REQUIRE)=.*/\1/p'); do
  unset "$name"
done
if [ "${NEWCOMER_COLD:-}" = 1 ]; then
  npm_config_cache=$place/npm-cache
  export npm_config_cache
fi

[ -z "$(git -C "$root" status --porcelain)" ] || echo "   note: what is not committed is not in the clone" >&2
git clone --quiet "$root" "$place/throughline"
"$root/node_modules/node/bin/node" "$root/scripts/newcomer.ts" "$place/throughline"
