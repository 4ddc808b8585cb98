#!/usr/bin/env bash
# The tests that need programs of a desktop: every Tests/Desktop/test_*.py, one after the other.
#
# Installs through apt what they need and `make test` does not. UPLAND names the program; without it the
# release build is taken.
#
#   Scripts/run-desktop-tests.sh            all of them
#   Scripts/run-desktop-tests.sh report     those of test_report.py
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

# The package, and what it is for.
readonly wanted=(
  chromium          # opens the report as a reader would
  fonts-open-sans   # with the letters of Vietnamese
  python3-qgis      # opens the GeoPackage as QGIS would
)

fail() {
  printf 'upland: %s\n' "$*" >&2
  exit 1
}

missing=()
for package in "${wanted[@]}"; do
  status="$(dpkg-query --show --showformat '${db:Status-Status}' "${package}" 2>/dev/null || true)"
  [[ "${status}" == installed* ]] || missing+=("${package}")
done
if ((${#missing[@]} > 0)); then
  as_root=()
  if ((EUID != 0)); then
    command -v sudo >/dev/null 2>&1 || fail "missing: ${missing[*]}; ask whoever has root to install them"
    as_root=(sudo)
  fi
  printf 'Installing through apt: %s\n' "${missing[*]}"
  readonly apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get
    -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 --quiet)
  "${apt[@]}" update || fail "apt-get update failed (see above)"
  "${apt[@]}" install --yes --no-install-recommends "${missing[@]}" ||
    fail "apt-get install failed (see above). Missing: ${missing[*]}"
fi

export UPLAND="${UPLAND:-${PWD}/.build/release/upland}"
[[ -x "${UPLAND}" ]] || fail "there is no program at ${UPLAND}; make release builds it"

failed=()
passed=0
for test in Tests/Desktop/test_*.py; do
  name="$(basename "${test}" .py)"
  ((${#} == 0)) || [[ " ${*} " == *" ${name#test_} "* ]] || continue
  printf '\n==> %s\n' "${test}"
  # By itself each: a program that hangs or falls takes the others along in no way.
  if python3 -m unittest discover --verbose --start-directory Tests/Desktop --pattern "${name}.py" </dev/null; then
    passed=$((passed + 1))
  else
    failed+=("${name}")
  fi
done
printf '\n'
if ((${#failed[@]} > 0)); then
  printf 'make test-desktop: FAILED: %s\n' "${failed[*]}"
  exit 1
fi
((passed > 0)) || fail "no test of that name in Tests/Desktop"
printf 'make test-desktop: all %d files passed in %d s\n' "${passed}" "${SECONDS}"
