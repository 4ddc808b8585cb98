#!/usr/bin/env bash
# Writes the built-in sample, runs its plan, and says what came out.
#
#   Scripts/demo.sh PROGRAM FOLDER
set -euo pipefail

readonly upland="$1" folder="$2"
readonly sample="${folder}/sample" result="${folder}/result"

rm -rf "${sample}" "${result}"
mkdir -p "${folder}"

printf '==> upland sample -o %s\n' "${sample}"
"${upland}" sample -o "${sample}"

printf '==> upland run %s/plan.yaml -o %s\n' "${sample}" "${result}"
status=0
"${upland}" run "${sample}/plan.yaml" -o "${result}" || status=$?
# 1: done and written, but the data have faults that check names. The sample has some on purpose.
if ((status > 1)); then exit "${status}"; fi

printf '\nWritten:\n'
find "${result}" -type f -printf '%s %p\n' | sort -k 2 |
  while read -r size path; do printf '  %10d bytes  %s\n' "${size}" "${path}"; done
if ((status == 1)); then
  printf 'Exit 1 from upland: everything is written, and the data have faults: see upland check %s/plan.yaml\n' "${sample}"
fi
printf 'The report: %s/report.html (open it in a browser)\n' "${result}"
printf 'The plan:   %s/plan.yaml\nThe layers: %s/*.geojson (drop one on https://geojson.io or open it in QGIS)\n' \
  "${sample}" "${result}"
