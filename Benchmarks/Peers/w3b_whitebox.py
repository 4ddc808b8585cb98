#!/usr/bin/env python3
"""W3b, minutes to the nearest source: whitebox-workflows' cost_distance.

usage: w3b_whitebox.py FRICTION SOURCES OUT.tif

Cells that are not reached are written as 2147483646.
"""

import os
import sys
import tempfile

import rasterio
import whitebox_workflows
from rasterio.features import rasterize

from common import layer, step

with rasterio.open(sys.argv[1]) as source:
    friction = source.read(1)
    profile = source.profile
for option in ("predictor", "compress", "tiled", "blockxsize", "blockysize"):
    profile.pop(option, None)
places = layer(sys.argv[2]).geometry.values
sources = rasterize(
    zip(places, range(1, len(places) + 1)), out_shape=friction.shape,
    transform=profile["transform"], dtype="float32")
with tempfile.TemporaryDirectory() as folder:
    for name, cells in (("friction.tif", friction), ("sources.tif", sources)):
        with rasterio.open(os.path.join(folder, name), "w", **profile) as raster:
            raster.write(cells, 1)
    environment = whitebox_workflows.WbEnvironment()
    environment.working_directory = folder
    environment.verbose = False
    step("start")
    cost, _ = environment.cost_distance(
        environment.read_raster("sources.tif"), environment.read_raster("friction.tif"))
    step("cost")
    environment.write_raster(cost, os.path.abspath(sys.argv[3]))
