#!/usr/bin/env python3
"""W1, cells by class in each polygon, cell centres, as a scripter would: the polygons' numbers
rasterised, and numpy's bincount, strip by strip.

usage: w1_rasterize_bincount.py RASTER POLYGONS OUT.csv [ROWS OF A STRIP]
"""

import sys

import numpy as np
import pandas as pd
import pyogrio
import rasterio
import shapely
from rasterio.features import rasterize

CLASSES = 256

raster, polygons_path, out = sys.argv[1:4]
strip = int(sys.argv[4]) if len(sys.argv) > 4 else 2048
polygons = pyogrio.read_dataframe(polygons_path)
bounds = shapely.bounds(polygons.geometry.values)
counts = np.zeros((len(polygons) + 1) * CLASSES, np.int64)
with rasterio.open(raster) as source:
    for first in range(0, source.height, strip):
        height = min(strip, source.height - first)
        window = rasterio.windows.Window(0, first, source.width, height)
        codes = source.read(1, window=window)
        transform = source.window_transform(window)
        north, south = transform.f, transform.f + transform.e * height
        met = np.flatnonzero((bounds[:, 1] < north) & (bounds[:, 3] > south))
        if not len(met):
            continue
        numbers = rasterize(
            zip(polygons.geometry.values[met], (met + 1).astype(np.int32)),
            out_shape=codes.shape, transform=transform, fill=0, dtype="int32")
        numbers *= CLASSES
        numbers += codes
        counts += np.bincount(numbers.ravel(), minlength=len(counts))
    no_data = source.nodata
counts = counts.reshape(-1, CLASSES)[1:]
if no_data is not None:
    counts[:, int(no_data)] = 0
commune, code = np.nonzero(counts)
pd.DataFrame({
    "commune_id": polygons.commune_id.to_numpy()[commune], "class": code,
    "cells": counts[commune, code],
}).to_csv(out, index=False)
total = counts.sum(0)
print(f"forest_cells={total[10]} total_cells={total.sum()}"
      f" forest_pct={100 * total[10] / total.sum():.5f} rows={len(commune)}")
