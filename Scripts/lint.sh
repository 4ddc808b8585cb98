#!/usr/bin/env bash
# Holds every Swift file to .swift-format; with --fix writes the layout instead.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

paths=(Package.swift Sources Tests)
# Not Benchmarks as a whole: its build folder holds other people's code.
for path in Benchmarks/Package.swift Benchmarks/Sources Benchmarks/Benchmarks; do
  [[ -e "${path}" ]] && paths+=("${path}")
done

if [[ "${1:-}" == "--fix" ]]; then
  exec swift format format --in-place --parallel --recursive "${paths[@]}"
fi
exec swift format lint --strict --parallel --recursive "${paths[@]}"
