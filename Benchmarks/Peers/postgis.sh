#!/usr/bin/env bash
# W2a, W2b and W3a in PostGIS; the times are those of the queries, without loading.
# usage: PGHOST=… PGPORT=… PGUSER=… PGDATABASE=… postgis.sh FOLDER
#
# The server runs already, with the extension made. Measured with shared_buffers = 2GB,
# work_mem = 512MB, max_parallel_workers_per_gather = 2, jit = off, fsync = off.
set -euo pipefail
folder=$1

load() {
  ogr2ogr -f PostgreSQL \
    "PG:host=$PGHOST port=$PGPORT user=$PGUSER dbname=${PGDATABASE:-postgres}" "$@" \
    --config PG_USE_COPY YES -lco GEOMETRY_NAME=geom -lco SPATIAL_INDEX=GIST -overwrite
}

load "$folder/roads.fgb" -nln roads -where "paved=1"
for name in communes hazard villages; do load "$folder/$name.gpkg" -nln "$name"; done
psql -qAt <<'SQL'
vacuum analyze;
\timing on
\echo w2a
select 'paved_km', sum(m) / 1000, max(m) / 1000
from (
  select c.commune_id,
    sum(case when st_contains(c.geom, r.geom) then st_length(r.geom)
        else st_length(st_intersection(r.geom, c.geom)) end) m
  from communes c join roads r on st_intersects(c.geom, r.geom) group by 1
) by_commune;
\echo w2b
select 'within', count(*), avg(d)
from (
  select (select r.geom <-> v.geom from roads r order by 1 limit 1) d from villages v
) nearest
where d <= 2000;
\echo w3a
select hclass, sum(a) / 1e6
from (
  select c.commune_id, h.hclass, sum(st_area(st_intersection(c.geom, h.geom))) a
  from communes c join hazard h on st_intersects(c.geom, h.geom) group by 1, 2
) by_commune_and_class
group by 1 order by 1;
SQL
