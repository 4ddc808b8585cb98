#!/usr/bin/env python3
"""W2d, Rural Access Index: people within 2 km of a paved road. A cell counts by its centre.

buffers  each line buffered (16 segments a quadrant), all rasterised without a union
union    the same buffers united, then rasterised
edt      lines rasterised (all touched), scipy's distance transform: off by up to half a cell
"""

import argparse

import numpy as np
import rasterio
import shapely
from rasterio.features import rasterize
from scipy.ndimage import distance_transform_edt

from common import paved_roads, shapes, step

RADIUS = 2000.0

parser = argparse.ArgumentParser(
    description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
parser.add_argument("roads")
parser.add_argument("population")
parser.add_argument("--method", choices=["buffers", "union", "edt"], default="buffers")
options = parser.parse_args()

lines = shapes(paved_roads(options.roads))
step("roads")
with rasterio.open(options.population) as source:
    people = source.read(1)
    transform, no_data = source.transform, source.nodata
step("population")


def burnt(geometries, **how):
    """Where the geometries lie, on the grid of the population."""
    return rasterize(
        geometries, out_shape=people.shape, transform=transform, dtype="uint8", **how) == 1


if options.method == "edt":
    roads = burnt(lines, all_touched=True)
    step("rasterised")
    near = distance_transform_edt(~roads, sampling=abs(transform.a)) <= RADIUS
else:
    buffers = shapely.buffer(lines, RADIUS, quad_segs=16)
    step("buffers", shapely.get_num_coordinates(buffers).sum())
    if options.method == "union":
        buffers = [shapely.union_all(buffers)]
        step("union")
    near = burnt(buffers)
step("mask")
people[people == no_data] = 0
total = people.sum(dtype="f8")
served = people[near].sum(dtype="f8")
print(f"method={options.method} cells_in={int(near.sum())} pop_in={served:.1f} pop={total:.1f}"
      f" RAI_pct={100 * served / total:.5f}")
