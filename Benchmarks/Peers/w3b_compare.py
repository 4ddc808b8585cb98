#!/usr/bin/env python3
"""Rasters of minutes, each with its figures and how far it is from the first.

usage: w3b_compare.py FRICTION A.tif [B.tif …]
"""

import os
import sys

import numpy as np
import rasterio

from cost_report import report


def minutes(path):
    """The cells, -1 where not reached."""
    with rasterio.open(path) as raster:
        cells = raster.read(1).astype("f8")
        no_data = raster.nodata
    cells[~np.isfinite(cells) | (cells >= 2147483646)] = -1
    if no_data is not None:
        cells[cells == no_data] = -1
    return cells


passable = rasterio.open(sys.argv[1]).read(1) > 0
first = None
for path in sys.argv[2:]:
    cells = minutes(path)
    report(os.path.basename(path), cells, passable)
    if first is None:
        first = cells
        continue
    both = (cells >= 0) & (first >= 0) & passable
    difference = np.abs(cells[both] - first[both])
    print(f"difference to the first: max={difference.max():.5f} mean={difference.mean():.5f}")
