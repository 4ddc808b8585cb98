#!/usr/bin/env python3
"""W1, cells by class in each polygon, cell centres: rasterstats.

usage: w1_rasterstats.py RASTER POLYGONS OUT.csv
"""

import csv
import sys
from collections import Counter

import geopandas as gpd
from rasterstats import gen_zonal_stats

raster, polygons_path, out = sys.argv[1:]
polygons = gpd.read_file(polygons_path)
total = Counter()
with open(out, "w", newline="") as file:
    writer = csv.writer(file)
    writer.writerow(["commune_id", "class", "cells"])
    statistics = gen_zonal_stats(polygons, raster, categorical=True, stats=["count"])
    for commune, counts in zip(polygons.commune_id, statistics):
        for code, count in counts.items():
            if code != "count":
                writer.writerow([commune, int(code), int(count)])
                total[int(code)] += int(count)
cells = sum(total.values())
print(f"forest_cells={total[10]} total_cells={cells} forest_pct={100 * total[10] / cells:.5f}")
