#!/usr/bin/env python3
"""Writes roads, communes, villages, centres, people and hazard zones of the measured workload as bare numbers,
which `planar-twin` reads: its subject is kernels, not files.

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
communes = pyogrio.read_dataframe(work / "communes.gpkg")
villages = pyogrio.read_dataframe(work / "villages.gpkg").geometry.values._data
centres = pyogrio.read_dataframe(work / "centres.gpkg")
write("communes", communes.geometry.values._data)
write("villages", villages)
write("centres", centres.geometry.values._data)
# The commune of each village (-1 for none) and of each centre, by the communes' order.
village, commune = shapely.STRtree(communes.geometry.values._data).query(
    villages, predicate="intersects")
own = np.full(len(villages), -1)
own[village] = commune
own.astype("<i4").tofile(out / "villages.commune")
place = {number: index for index, number in enumerate(communes.commune_id)}
np.array([place[number] for number in centres.commune_id], "<i4").tofile(out / "centres.commune")
with rasterio.open(work / "pop.tif") as raster:
    people = raster.read(1)
    people[people == raster.nodata] = 0
    people.astype("<f4").tofile(out / "people.cells")
    np.array(
        [raster.width, raster.height, raster.transform.c, raster.transform.f, raster.transform.a,
         raster.transform.e], "<f8").tofile(out / "people.grid")
zones = pyogrio.read_dataframe(work / "hazard.gpkg")
shapes = zones.geometry.values._data
assert not shapely.get_num_interior_rings(shapes).any()
write("zones", shapes)
zones.hclass.to_numpy().astype("<i4").tofile(out / "zones.class")
