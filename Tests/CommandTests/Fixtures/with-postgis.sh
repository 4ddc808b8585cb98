#!/usr/bin/env bash
# Runs a command against a PostgreSQL server with PostGIS of its own, which ends with it.
#
#   with-postgis.sh SETUP.sql COMMAND...
#
# The server listens on a socket only; PGHOST is its folder. User and password are 'upland' and
# 'geheim'. Every wait is bounded. As root the server runs as the user 'postgres', since it refuses
# root.
set -euo pipefail
setup="$1"
shift
binaries="$(dirname "$(ls /usr/lib/postgresql/*/bin/initdb | sort -V | tail -n 1)")"
home="$(mktemp --directory --tmpdir upland-pg.XXXXXX)"
as_server=()
if ((EUID == 0)); then
  as_server=(setpriv --reuid=postgres --regid=postgres --clear-groups)
  chown postgres "${home}"
fi
chmod 755 "${home}"
stop() {
  "${as_server[@]}" timeout 20 "${binaries}/pg_ctl" -D "${home}/data" -m immediate -t 10 stop >/dev/null 2>&1 || true
  rm -rf "${home}"
}
trap stop EXIT
trap 'exit 143' TERM INT HUP
cd "${home}"
printf 'geheim\n' >"${home}/password"
chmod 644 "${home}/password"
"${as_server[@]}" timeout 60 "${binaries}/initdb" -D "${home}/data" -U upland --pwfile="${home}/password" \
  --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --no-sync >/dev/null
"${as_server[@]}" timeout 60 "${binaries}/pg_ctl" -D "${home}/data" -l "${home}/log" -w -t 30 \
  -o "-k ${home} -c listen_addresses='' -c fsync=off" start >/dev/null || {
  cat "${home}/log" >&2
  exit 1
}
export PGHOST="${home}"
PGPASSWORD=geheim timeout 60 psql --quiet --no-psqlrc -U upland -d postgres -v ON_ERROR_STOP=1 -f "${setup}" >/dev/null
timeout -k 5 60 "$@"
