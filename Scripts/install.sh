#!/usr/bin/env bash
# Installs a built program with its data, its manual and its completions.
#
#   Scripts/install.sh PROGRAM PREFIX
#
# The manual and the completions come from the program itself, so they always fit it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly program="$1" prefix="$2"
readonly share="${prefix}/share"
made="$(mktemp -d)"
readonly made
trap 'rm -rf "${made}"' EXIT

install -D -m 755 "${program}" "${prefix}/bin/upland"

install -d "${share}/upland/sample/tables"
install -m 644 GeoData/sample/tables/* "${share}/upland/sample/tables"
install -m 644 GeoData/sample/*.* "${share}/upland/sample"
install -d "${share}/upland/rules/forest" "${share}/upland/rules/forest-types"
install -m 644 GeoData/rules/forest/*.yaml "${share}/upland/rules/forest"
install -m 644 GeoData/rules/forest-types/*.csv "${share}/upland/rules/forest-types"
if [[ -d GeoData/report ]]; then
  install -d "${share}/upland/report"
  install -m 644 GeoData/report/* "${share}/upland/report"
fi

# The generated scripts know commands, options and their values. Plans, folders and outputs are files,
# which each shell is told in its own way.
for shell in bash zsh fish; do "${program}" --generate-completion-script "${shell}" >"${made}/${shell}"; done
sed -i 's/^complete -o filenames -F/complete -o default -o filenames -F/' "${made}/bash"
sed -i -E "s/^( *)':(plan|folder):'/\1':\2:_files'/; s/\]:(path|folder):'/]:\1:_files'/" "${made}/zsh"
sed -i "/^complete -c 'upland' -f$/d" "${made}/fish"
install -D -m 644 "${made}/bash" "${share}/bash-completion/completions/upland"
install -D -m 644 "${made}/zsh" "${share}/zsh/site-functions/_upland"
install -D -m 644 "${made}/fish" "${share}/fish/vendor_completions.d/upland.fish"

Scripts/make-manual.py "${program}" "${made}/man"
install -d "${share}/man/man1"
install -m 644 "${made}"/man/*.1 "${share}/man/man1"

printf 'Installed %s, its manual (man upland) and completions for bash, zsh and fish\n' "${prefix}/bin/upland"
