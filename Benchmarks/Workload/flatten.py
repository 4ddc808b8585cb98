#!/usr/bin/env python3
"""Writes roads, communes, villages and people of the measured workload as bare numbers, which
`planar-twin` reads: its subject is kernels, not files.

    flatten.py WORK OUT     (about 700 MB in OUT)
"""

import pathlib
import sys

import numpy as np
import pyogrio
import rasterio
import shapely

work, out = (pathlib.Path(argument) for argument in sys.argv[1:3])
out.mkdir(parents=True, exist_ok=True)


def write(name, geometries):
    """Positions one after another, and where each geometry begins."""
    positions, owners = shapely.get_coordinates(geometries, return_index=True)
    positions.astype("<f8").tofile(out / f"{name}.xy")
    np.searchsorted(owners, np.arange(len(geometries) + 1)).astype("<i4").tofile(
        out / f"{name}.starts")


roads = pyogrio.read_dataframe(
    work / "roads.fgb", columns=["paved"], where="paved = 1", use_arrow=True)
write("paved", roads.geometry.values._data)
write("communes", pyogrio.read_dataframe(work / "communes.gpkg").geometry.values._data)
write("villages", pyogrio.read_dataframe(work / "villages.gpkg").geometry.values._data)
with rasterio.open(work / "pop.tif") as raster:
    people = raster.read(1)
    people[people == raster.nodata] = 0
    people.astype("<f4").tofile(out / "people.cells")
    np.array(
        [raster.width, raster.height, raster.transform.c, raster.transform.f, raster.transform.a,
         raster.transform.e], "<f8").tofile(out / "people.grid")
