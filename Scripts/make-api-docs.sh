#!/usr/bin/env bash
# The documentation comments as pages (DocC), from what `swift build` has built; any warning is a fault.
#
#   make-api-docs.sh FOLDER
#
# To read them: python3 -m http.server --directory FOLDER, then /documentation/upland.
set -euo pipefail
cd "$(dirname "$0")/.."
folder="$1"
# docc lies beside the compiler, which may itself be a link.
docc="$(dirname "$(readlink -f "$(command -v swift)")")/docc"
graphs="$(mktemp --directory)"
trap 'rm -rf "${graphs}"' EXIT
swift package dump-symbol-graph --minimum-access-level public --skip-synthesized-members >"${graphs}/log" 2>&1 || {
  cat "${graphs}/log" >&2
  exit 1
}
for graph in "$(swift build --show-bin-path)"/../symbolgraph/*.symbols.json; do
  name="$(basename "${graph}" .symbols.json)"
  # Rooms only: no tests and nothing of the packages that are used.
  if [[ -d "Sources/${name%%@*}" ]]; then cp "${graph}" "${graphs}/"; fi
done
mkdir -p "$(dirname "${folder}")"
"${docc}" convert Docs/Upland.docc --additional-symbol-graph-dir "${graphs}" \
  --fallback-bundle-identifier upland --output-dir "${folder}" --warnings-as-errors --ide-console-output
pages="$(find "${folder}/data/documentation" -name '*.json' | wc -l)"
echo "make-api-docs: ${pages} pages, no warnings"
