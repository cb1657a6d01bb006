#!/bin/sh
# The whole gate, cheapest first. Every step runs, whatever came before it, so that one run tells all.
# The last line is `N passed, N failed`: tests plus steps. Exit 1 when anything failed.
set -u
cd "$(dirname "$0")/.." || exit 1

passed=0
failed=0
report=$(mktemp)
trap 'rm -f "$report"' EXIT

step() {
  title=$1
  shift
  began=$(date +%s)
  echo "== $title"
  if "$@"; then
    passed=$((passed + 1))
    echo "   passed: $title, $(($(date +%s) - began)) s"
  else
    failed=$((failed + 1))
    echo "   FAILED: $title"
  fi
}

# `npm test`, the README's command, with its results also as JSON; each test counts, and so does a run that broke down.
run_tests() {
  echo "== tests: npm test"
  npm test -- --reporter=default --reporter=json --outputFile.json="$report"
  counts=$(node scripts/count-tests.ts "$report" "$?") || counts="0 1"
  passed=$((passed + ${counts% *}))
  failed=$((failed + ${counts#* }))
}

step "set-up" sh scripts/setup.sh
PATH=$PWD/node_modules/.bin:$PATH
export PATH

step "format" oxfmt --check
step "lint" oxlint --type-aware
step "types" tsc --noEmit
step "unused" knip
run_tests
if [ -e src/cli/main.ts ]; then
  step "newcomer: a fresh clone starts, and stops" sh scripts/newcomer.sh
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
