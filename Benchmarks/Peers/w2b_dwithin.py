#!/usr/bin/env python3
"""W2b, villages within 2 km of a paved road, yes or no only: shapely's STRtree.query(dwithin).

usage: w2b_dwithin.py ROADS VILLAGES OUT.csv
"""

import sys

import numpy as np
import shapely

from common import layer, paved_roads, shapes, step

roads = paved_roads(sys.argv[1])
villages = layer(sys.argv[2])
step("read")
tree = shapely.STRtree(shapes(roads))
found, _ = tree.query(shapes(villages), predicate="dwithin", distance=2000)
within = np.zeros(len(villages), bool)
within[found] = True
np.savetxt(sys.argv[3], within.astype(int), "%d")
people = 100 * villages["pop"][within].sum() / villages["pop"].sum()
print(f"within={int(within.sum())} share_pct={100 * within.mean():.4f} people_pct={people:.4f}")
