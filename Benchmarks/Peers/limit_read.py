#!/usr/bin/env python3
"""A limit of the machine: to read the paved roads and touch their positions.

usage: limit_read.py ROADS
"""

import sys

import shapely

from common import paved_roads, shapes

lines = shapes(paved_roads(sys.argv[1]))
print(f"lines={len(lines)} positions={shapely.get_num_coordinates(lines).sum()}"
      f" km={shapely.length(lines).sum() / 1000:.4f}")
