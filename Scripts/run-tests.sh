#!/usr/bin/env bash
# Everything that must hold, one step after the other, and a summary at the end.
#
# Debug code is built once: the tests, the commands that they call and the notebooks all use it.
# A step that fails does not stop the steps that do not need it, so one run tells all there is.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

names=()
results=()
seconds=()
failed=0
test_log="$(mktemp)"
trap 'rm -f "${test_log}"' EXIT

# step NAME COMMAND...: runs the command and remembers how it went.
step() {
  local name="$1" began="${SECONDS}" result=ok
  shift
  printf '\n==> %s\n' "${name}"
  "$@" </dev/null || {
    result="FAILED ($?)"
    failed=1
  }
  names+=("${name}")
  results+=("${result}")
  seconds+=("$((SECONDS - began))")
  [[ "${result}" == ok ]]
}

# The tests of Swift, kept so that the summary can name those that failed: what stands above it may
# be cut off where the output is read.
swift_tests() {
  local status=0
  swift test --skip-build --disable-xctest 2>&1 | tee "${test_log}" || status=$?
  return "${status}"
}

failed_tests() {
  [[ -s "${test_log}" ]] || return 0
  grep -a -E 'recorded an issue|error:|signal code' "${test_log}" | cut -c1-400 | head -40 || true
}

summary() {
  local index
  if ((failed)); then
    printf '\n==> Failed Swift tests\n'
    failed_tests
  fi
  printf '\n==> Summary\n'
  for index in "${!names[@]}"; do
    printf '  %-34s %5d s  %s\n' "${names[index]}" "${seconds[index]}" "${results[index]}"
  done
  if ((failed)); then
    printf 'make test: FAILED after %d s\n' "${SECONDS}"
    exit 1
  fi
  printf 'make test: all %d steps passed in %d s\n' "${#names[@]}" "${SECONDS}"
  exit 0
}

shell_scripts_parse() {
  local script status=0
  for script in Scripts/*.sh .ci/run; do bash -n "${script}" || status=1; done
  return "${status}"
}

step "dependencies" Scripts/install-dependencies.sh || summary
step "layout and lint" Scripts/lint.sh
step "shell scripts" shell_scripts_parse
if step "build (debug)" swift build --build-tests; then
  step "Swift tests" swift_tests
  step "API documentation" Scripts/make-api-docs.sh out/api
  if step "Python packages" Scripts/prepare-python.sh; then
    step "plans against the JSON Schema" .venv/bin/python Tests/PlanTests/schema_check.py
    step "pages of the commands" env UPLAND="${PWD}/.build/debug/upland" .venv/bin/python Scripts/command-pages.py
    step "installation" Scripts/check-install.sh "${PWD}/.build/debug/upland"
    step "layers by two validators" env UPLAND="${PWD}/.build/debug/upland" .venv/bin/python Tests/LayerTests/check_layers.py
    step "tutorials" env UPLAND="${PWD}/.build/debug/upland" .venv/bin/python Scripts/check-tutorial.py
    step "notebooks" env UPLAND="${PWD}/.build/debug/upland" .venv/bin/python Scripts/run-notebooks.py
  fi
fi
summary
