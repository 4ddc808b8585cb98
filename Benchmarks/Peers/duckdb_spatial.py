#!/usr/bin/env python3
"""W2a, W2b and W3a in DuckDB with its spatial extension, which comes as a wheel of its own.

usage: duckdb_spatial.py w2a|w2b|w3a FOLDER OUT.csv
"""

import glob
import os
import sys

import duckdb

from common import step

JOBS = {
    "w2a": """
        create table result as
        select commune_id, sum(ST_Length(ST_Intersection(r.geom, c.geom))) m, count(*) pieces
        from roads r join communes c on ST_Intersects(r.geom, c.geom) group by 1""",
    "w2b": """
        create table result as
        select v.village_id, any_value(v.pop) pop, min(ST_Distance(v.geom, r.geom)) d
        from villages v join roads r on ST_DWithin(v.geom, r.geom, 2000) group by 1""",
    "w3a": """
        create table result as
        select commune_id, hclass, sum(ST_Area(ST_Intersection(c.geom, h.geom))) / 1e6 km2
        from communes c join hazard h on ST_Intersects(c.geom, h.geom) group by 1, 2""",
}
LAYERS = {"w2a": ["communes"], "w2b": ["villages"], "w3a": ["communes", "hazard"]}
REPORTS = {
    "w2a": """
        select format('paved_km={:.4f} max_km={:.4f} pieces={} communes_with={}',
                      sum(m) / 1000, max(m) / 1000, sum(pieces)::bigint, count(*)) from result""",
    "w2b": """
        select format('within={} share_pct={:.4f} people_pct={:.4f} mean_d_of_within={:.4f}',
                      count(*), 100.0 * count(*) / (select count(*) from villages),
                      100.0 * sum(pop) / (select sum(pop) from villages), avg(d)) from result""",
    "w3a": """
        select 'km2 ' || string_agg(format('class_{}={:.6f}', hclass, km2), ' ' order by hclass)
                      || format(' total={:.6f}', sum(km2))
        from (select hclass, sum(km2) km2 from result group by 1)""",
}

job, folder, out = sys.argv[1:]
connection = duckdb.connect(config={"allow_unsigned_extensions": "true"})
extension, = glob.glob(os.path.join(
    os.path.dirname(duckdb.__file__), "..", "duckdb_extension_spatial", "extensions", "*",
    "spatial.duckdb_extension"))
connection.execute(f"LOAD '{os.path.realpath(extension)}'")
connection.execute("SET threads = 2")
if job != "w3a":
    connection.execute(f"""
        create table roads as
        select road_id, geometry as geom from '{folder}/roads.parquet' where paved = 1""")
for name in LAYERS[job]:
    connection.execute(f"create table {name} as select * from ST_Read('{folder}/{name}.gpkg')")
step("read")
connection.execute(JOBS[job])
step("result")
print(connection.execute(REPORTS[job]).fetchone()[0])
connection.execute(f"copy result to '{out}' (header)")
