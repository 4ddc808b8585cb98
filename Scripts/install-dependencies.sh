#!/usr/bin/env bash
# Brings a Debian 12 machine that has Swift to the point where Upland builds and its tests run.
#
# Does nothing, quickly, where everything is there. Installs what is missing through apt: as root,
# or with sudo. Where neither is possible it names the packages and the one command to run.
#
#   Scripts/install-dependencies.sh           install what is missing
#   Scripts/install-dependencies.sh --check   only say what is missing; exit 1 where something is
set -euo pipefail

# The package, and what it is for.
readonly wanted=(
  ca-certificates   # fetching Swift and Python packages over TLS
  git               # Swift packages are fetched with it
  binutils          # Swift links with its linker
  libc6-dev         # and against this
  libstdc++-12-dev  # and this
  libncurses6       # without which the swift command does not start
  pkg-config        # where the C libraries are
  libgdal-dev       # reading rasters and vectors; writing formats other than GeoJSON
  libgeos-dev       # overlay of polygons
  libproj-dev       # coordinate operations and geodesics
  libssl-dev        # SHA-256 of the sources, for run.json
  libcairo2-dev     # drawing of maps
  libpango1.0-dev   # setting their text
  fonts-open-sans   # with all letters of Vietnamese
  libjs-leaflet     # the map of the report, put into its page
  coinor-libcbc-dev # proving how good a choice of roads to harden is
  python3           # the program that makes the sample, oracles, notebooks
  python3-venv      # their pinned packages, apart from the system's
  postgresql-15              # the tests read tables from a server of their own
  postgresql-15-postgis-3    # with geometry
)
# What pkg-config must know in the end; the whole test where there is no dpkg.
readonly modules=(gdal geos proj libcrypto cbc cairo pangocairo)
readonly swift_wanted=6.3

fail() {
  printf 'upland: %s\n' "$*" >&2
  exit 1
}

# Whether there is a Swift that will do. One that does not start may lack a library that is about to
# be installed: it is told apart by status 2.
check_swift() {
  command -v swift >/dev/null 2>&1 ||
    fail "Swift is not on the PATH: install Swift ${swift_wanted} (https://www.swift.org/install/linux/)"
  local said version
  said="$(swift --version 2>&1)" || return 2
  version="$(sed -nE 's/.*Swift version ([0-9]+\.[0-9]+).*/\1/p' <<<"${said}" | head -n 1)"
  [[ -n "${version}" ]] || fail "cannot read the version of swift from '${said}'"
  [[ "${version}" != "${swift_wanted}" ]] || return 0
  if [[ "$(printf '%s\n%s\n' "${version}" "${swift_wanted}" | sort -V | head -n 1)" == "${version}" ]]; then
    fail "Swift ${swift_wanted} is needed, this is ${version} (https://www.swift.org/install/linux/)"
  fi
  printf 'upland: warning: made and tested with Swift %s, this is %s\n' \
    "${swift_wanted}" "${version}" >&2
}

# The wanted packages that dpkg does not hold as installed, one a line.
missing_packages() {
  local package status
  for package in "${wanted[@]}"; do
    status="$(dpkg-query --show --showformat '${db:Status-Status}' "${package}" 2>/dev/null || true)"
    # With several architectures the states follow each other: "installedinstalled".
    [[ "${status}" == installed* ]] || printf '%s\n' "${package}"
  done
}

missing_modules() {
  local module
  for module in "${modules[@]}"; do
    pkg-config --exists "${module}" 2>/dev/null || printf '%s\n' "${module}"
  done
}

swift_status=0
check_swift || swift_status=$?

if ! command -v dpkg-query >/dev/null 2>&1; then
  command -v pkg-config >/dev/null 2>&1 || fail "pkg-config is missing"
  command -v python3 >/dev/null 2>&1 || fail "python3 is missing"
  mapfile -t absent < <(missing_modules)
  ((${#absent[@]} == 0)) ||
    fail "not a Debian system; pkg-config does not know: ${absent[*]}. Install their development files."
  ((swift_status == 0)) || fail "swift does not start: $(swift --version 2>&1 | head -n 1)"
  exit 0
fi

mapfile -t missing < <(missing_packages)
if ((${#missing[@]} == 0)); then
  ((swift_status == 0)) || fail "swift does not start: $(swift --version 2>&1 | head -n 1)"
  exit 0
fi

readonly command_line="apt-get update && apt-get install --yes --no-install-recommends ${missing[*]}"
if [[ "${1:-}" == "--check" ]]; then
  printf 'missing: %s\n' "${missing[*]}"
  exit 1
fi

as_root=()
if ((EUID != 0)); then
  if ! command -v sudo >/dev/null 2>&1; then
    fail "missing: ${missing[*]}
Neither root nor sudo is at hand. Ask whoever has root to run this one command:
  ${command_line}"
  elif sudo -n true 2>/dev/null; then
    as_root=(sudo -n)
  elif [[ -t 0 ]]; then
    as_root=(sudo)
  else
    fail "missing: ${missing[*]}
sudo wants a password and there is no terminal to ask on. Run this one command, then again:
  sudo sh -c '${command_line}'"
  fi
fi

printf 'Installing through apt: %s\n' "${missing[*]}"
# Another apt at work (a first boot's updates) is waited for rather than failed on.
readonly apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get
  -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 --quiet)
"${apt[@]}" update ||
  fail "apt-get update failed (see above)"
"${apt[@]}" install --yes --no-install-recommends "${missing[@]}" ||
  fail "apt-get install failed (see above). Missing: ${missing[*]}"

mapfile -t absent < <(missing_modules)
((${#absent[@]} == 0)) ||
  fail "apt has done its work, yet pkg-config does not know: ${absent[*]} (PKG_CONFIG_PATH?)"
((swift_status == 0)) || check_swift ||
  fail "swift does not start: $(swift --version 2>&1 | head -n 1)"
