#!/usr/bin/env python3
"""W2b, villages within 2 km of a paved road, with the distance: geopandas.sjoin_nearest.

usage: w2b_sjoin_nearest.py ROADS VILLAGES OUT.csv
"""

import sys

import geopandas as gpd

from common import layer, paved_roads, step

roads = paved_roads(sys.argv[1])
villages = layer(sys.argv[2])
step("read")
joined = gpd.sjoin_nearest(villages, roads, how="left", max_distance=2000, distance_col="d")
joined = joined.drop_duplicates("village_id")
step("nearest")
within = (joined.d <= 2000).to_numpy()
joined[["village_id", "d"]].to_csv(sys.argv[3], index=False)
people = 100 * joined["pop"][within].sum() / joined["pop"].sum()
print(f"within={int(within.sum())} share_pct={100 * within.mean():.4f} people_pct={people:.4f}"
      f" mean_d_of_within={joined.d[within].mean():.4f}")
