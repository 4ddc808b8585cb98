#!/usr/bin/env python3
"""W3b, minutes to the nearest source: scikit-image's MCP_Geometric.

usage: w3b_mcp.py FRICTION SOURCES OUT.tif
"""

import sys

import numpy as np
import rasterio
from skimage.graph import MCP_Geometric

from common import layer
from cost_report import report

with rasterio.open(sys.argv[1]) as source:
    friction = source.read(1)
    transform, profile = source.transform, source.profile
places = layer(sys.argv[2]).geometry
rows = ((transform.f - places.y) / -transform.e).astype(int)
columns = ((places.x - transform.c) / transform.a).astype(int)
passable = friction > 0
paths = MCP_Geometric(
    np.where(passable, friction, -1).astype(float), sampling=(transform.a, transform.a))
minutes, _ = paths.find_costs(list(zip(rows, columns)))
report("MCP_Geometric", minutes, passable)
profile.update(nodata=-9999)
minutes[~np.isfinite(minutes)] = -9999
with rasterio.open(sys.argv[3], "w", **profile) as out:
    out.write(minutes.astype("float32"), 1)
