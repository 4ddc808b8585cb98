#!/usr/bin/env python3
"""W2b, villages within 2 km of a paved road, approximate: scipy's cKDTree over the vertices of
densified lines, which are never nearer than the line.

usage: w2b_ckdtree.py ROADS VILLAGES OUT.csv [METRES BETWEEN VERTICES]
"""

import sys

import numpy as np
import shapely
from scipy.spatial import cKDTree

from common import layer, paved_roads, shapes, step

roads = paved_roads(sys.argv[1])
villages = layer(sys.argv[2])
spacing = float(sys.argv[4]) if len(sys.argv) > 4 else 50
step("read")
vertices = shapely.get_coordinates(shapely.segmentize(shapes(roads), spacing))
step("vertices", len(vertices))
tree = cKDTree(vertices, balanced_tree=False, compact_nodes=False)
distance, _ = tree.query(shapely.get_coordinates(shapes(villages)), workers=2)
within = distance <= 2000
np.savetxt(sys.argv[3], distance, "%.3f")
people = 100 * villages["pop"][within].sum() / villages["pop"].sum()
print(f"within={int(within.sum())} share_pct={100 * within.mean():.4f} people_pct={people:.4f}"
      f" mean_d_of_within={distance[within].mean():.4f} mean_d={distance.mean():.4f}")
