#!/usr/bin/env bash
# Installs a built program into a scratch folder and uses what was installed: the program from there,
# the completions as a shell would call them, the manual as man would show it.
#
#   Scripts/check-install.sh PROGRAM
#
# zsh, fish, man and mandoc are asked where they are there; bash always.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

readonly program="$1"
scratch="$(mktemp -d)"
readonly scratch prefix="${scratch}/prefix"
trap 'rm -rf "${scratch}"' EXIT
faults=0

# expect WHAT WANTED FOUND: a fault unless WANTED is among the words of FOUND.
expect() {
  if [[ " $3 " == *" $2 "* ]]; then return; fi
  printf 'check-install: %s: no %s in: %s\n' "$1" "$2" "$3" >&2
  faults=$((faults + 1))
}

# nothing WHAT TEXT: a fault if there is any text.
nothing() {
  if [[ -z "$2" ]]; then return; fi
  printf 'check-install: %s:\n%s\n' "$1" "$2" >&2
  faults=$((faults + 1))
}

Scripts/install.sh "${program}" "${prefix}" || exit 1
export PATH="${prefix}/bin:${PATH}"

# The program finds its data where it was installed.
(cd "${scratch}" && upland sample -o sample --quiet && upland forest-cover sample/plan.yaml --quiet -o cover.geojson) ||
  nothing "installed program" "it does not run"
if upland --help | grep -q '^  report ' && [[ -d /usr/share/javascript/leaflet ]]; then
  printf '%s\n' 'upland: 1' 'units:' '  - {level: commune, source: sample/communes.geojson, code: code, name: name}' \
    >"${scratch}/units.yaml"
  (cd "${scratch}" && upland report units.yaml --quiet -o report.html) ||
    nothing "installed program" "it writes no report"
fi

# Bash: as readline calls the function.
bash_completions() {
  bash --norc -c '
    source "$1"
    COMP_LINE="$2" COMP_POINT="${#2}"
    read -ra COMP_WORDS <<<"$2"
    [[ "$2" == *" " ]] && COMP_WORDS+=("")
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _upland upland "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
    printf "%s\n" "${COMPREPLY[*]}"
    complete -p upland >&2
  ' bash "${prefix}/share/bash-completion/completions/upland" "$1" 2>"${scratch}/complete"
}
expect "bash: a command" "forest-cover" "$(bash_completions "upland for")"
expect "bash: an option" "--without" "$(bash_completions "upland villages plan.yaml --with")"
expect "bash: a value" "all-season" "$(bash_completions "upland villages plan.yaml --without ")"
expect "bash: file names where nothing else fits" "default" "$(<"${scratch}/complete")"

if command -v fish >/dev/null; then
  fish_completions() {
    (cd "${scratch}/sample" && fish --no-config -c '
      source $argv[1]; complete -C $argv[2] | string split -f 1 \t | string join " "
    ' "${prefix}/share/fish/vendor_completions.d/upland.fish" "$1")
  }
  expect "fish: a command" "forest-cover" "$(fish_completions "upland for")"
  expect "fish: an option" "--without" "$(fish_completions "upland villages plan.yaml --with")"
  expect "fish: a value" "all-season" "$(fish_completions "upland villages plan.yaml --without ")"
  expect "fish: a file" "plan.yaml" "$(fish_completions "upland check pl")"
fi

if command -v zsh >/dev/null; then
  nothing "zsh: syntax" "$(zsh -f -n "${prefix}/share/zsh/site-functions/_upland" 2>&1)"
  expect "zsh: found by the shell" "_upland" "$(zsh -f -c '
    fpath=("$1" $fpath); autoload -Uz compinit; compinit -u -D; print ${_comps[upland]}
  ' zsh "${prefix}/share/zsh/site-functions")"
  expect "zsh: files" ":plan:_files" "$(grep -o ':plan:_files' "${prefix}/share/zsh/site-functions/_upland" | head -n 1)"
fi

# A page for each command, which no formatter finds fault with.
for command in $(upland --experimental-dump-help | python3 -c '
import json, sys
for command in json.load(sys.stdin)["command"]["subcommands"]: print(command["commandName"])'); do
  if [[ "${command}" == help || -s "${prefix}/share/man/man1/upland-${command}.1" ]]; then continue; fi
  nothing "manual" "upland ${command} has no page"
done
for page in "${prefix}"/share/man/man1/*.1; do
  if command -v man >/dev/null; then
    nothing "man ${page##*/}" "$(LC_ALL=C.UTF-8 MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "${page}" 2>&1 >/dev/null)"
  fi
  if command -v mandoc >/dev/null; then
    # Pages that are not installed yet refer to each other.
    nothing "mandoc ${page##*/}" "$(mandoc -T lint "${page}" 2>&1 | grep -v 'referenced manual not found')"
  fi
done

if ((faults)); then
  printf 'check-install: %d faults\n' "${faults}" >&2
  exit 1
fi
printf 'check-install: program, completions and %d pages of the manual are in order\n' \
  "$(find "${prefix}/share/man/man1" -name '*.1' | wc -l)"
