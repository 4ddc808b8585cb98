#!/usr/bin/env bash
# Makes .venv with exactly the packages of Tests/requirements.txt. Quick where it is up to date.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly venv=.venv
readonly wanted=Tests/requirements.txt
readonly stamp="${venv}/requirements.installed"

if [[ -x "${venv}/bin/python" ]] && cmp --silent "${wanted}" "${stamp}"; then exit 0; fi

python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
  printf 'upland: Python 3.11 or later is needed, this is %s\n' "$(python3 -V 2>&1)" >&2
  exit 1
}
printf 'Preparing %s from %s\n' "${venv}" "${wanted}"
[[ -x "${venv}/bin/python" ]] || python3 -m venv "${venv}"
"${venv}/bin/python" -m pip install --quiet --disable-pip-version-check --requirement "${wanted}"
"${venv}/bin/python" -m pip check --disable-pip-version-check >/dev/null || {
  printf 'upland: the packages of %s do not fit together\n' "${wanted}" >&2
  exit 1
}
# Last: a run that was cut short is made good by the next one.
cp "${wanted}" "${stamp}"
