#!/usr/bin/env python3
"""The figures of the workload in what `upland` wrote, in the words of the peers.

usage: figures.py forest-cover.geojson | villages.geojson
"""

import json
import sys
from collections import Counter

with open(sys.argv[1], encoding="utf-8") as file:
    rows = [feature["properties"] for feature in json.load(file)["features"]]
if "forest_cells" in rows[0]:
    forest = sum(row["forest_cells"] for row in rows)
    known = sum(row["known_cells"] for row in rows)
    print(f"units={len(rows)} forest_cells={forest:.3f} total_cells={known:.3f}"
          f" forest_pct={100 * forest / known:.5f}")
else:
    print(f"villages={len(rows)}")
    for tier in ("car", "all_season", "hardened", "reason"):
        counts = Counter(str(row[tier]) for row in rows)
        print(tier, *(f"{value}={count}" for value, count in sorted(counts.items())))
