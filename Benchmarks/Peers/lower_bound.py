#!/usr/bin/env python3
"""Reachable lower bounds: the reading of the peers, the work in single-threaded C.

usage: lower_bound.py w1 RASTER COMMUNES
       lower_bound.py w2d ROADS POPULATION
       lower_bound.py w3b FRICTION SOURCES [OUT.tif]

W2c's is an engine of w2c_network.py. The C is compiled beside its sources on first use, by $CC.
"""

import ctypes
import os
import pathlib
import subprocess
import sys

import numpy as np
import rasterio
import shapely

from common import layer, paved_roads, shapes, step
from cost_report import report

_HERE = pathlib.Path(__file__).resolve().parent
_SOURCES = [f"lower_bound_{name}.c" for name in ("zonal", "near", "paths", "cost")]


def library():
    """The compiled kernels."""
    path = _HERE / ".build" / "lower_bound.so"
    newest = max((_HERE / source).stat().st_mtime for source in _SOURCES)
    if not path.exists() or path.stat().st_mtime < newest:
        path.parent.mkdir(exist_ok=True)
        subprocess.check_call(
            [os.environ.get("CC", "cc"), "-O3", "-march=native", "-shared", "-fPIC", *_SOURCES,
             "-o", path, "-lm"], cwd=_HERE)
    return ctypes.CDLL(str(path))


def pointer(array):
    """The array as C takes it."""
    return array.ctypes.data_as(ctypes.c_void_p)


def runs(geometries, transform):
    """The positions of `geometries` in columns and rows, and where each begins."""
    positions, number = shapely.get_coordinates(geometries, return_index=True)
    offsets = np.searchsorted(number, np.arange(len(geometries) + 1)).astype(np.int64)
    columns = (positions[:, 0] - transform.c) / transform.a
    rows = (positions[:, 1] - transform.f) / transform.e
    return np.ascontiguousarray(np.c_[columns, rows]), offsets


def size(array):
    """Rows and columns as C takes them."""
    return (ctypes.c_int(extent) for extent in array.shape)


def zonal(raster, communes):
    """W1, by centres of cells."""
    with rasterio.open(raster) as source:
        codes = source.read(1)
        transform, no_data = source.transform, int(source.nodata)
    step("decoded")
    rings = shapely.get_rings(shapes(layer(communes, ["commune_id"])))
    positions, offsets = runs(rings, transform)
    step("polygons")
    counts = np.zeros((len(rings), 256), np.int64)
    library().zonal(
        pointer(codes), *size(codes), pointer(positions), pointer(offsets),
        ctypes.c_int(len(rings)), pointer(counts))
    step("scanned")
    counts[:, no_data] = 0
    total = counts.sum(0)
    print(f"forest_cells={total[10]} total_cells={total.sum()}"
          f" forest_pct={100 * total[10] / total.sum():.5f}")


def rural_access(roads, population):
    """W2d, exact: cells by their centres, distances to the line itself."""
    lines = shapes(paved_roads(roads))
    step("roads")
    with rasterio.open(population) as source:
        people = source.read(1)
        transform, no_data = source.transform, source.nodata
    step("decoded")
    positions, offsets = runs(lines, transform)
    near = np.zeros(people.shape, np.uint8)
    library().near_mask(
        pointer(near), *size(near), pointer(positions), pointer(offsets),
        ctypes.c_int(len(lines)), ctypes.c_double(2000 / transform.a))
    step("mask")
    people[people == no_data] = 0
    total = people.sum(dtype="f8")
    people *= near
    served = people.sum(dtype="f8")
    print(f"method=exact cells_in={int(near.sum())} pop_in={served:.1f} pop={total:.1f}"
          f" RAI_pct={100 * served / total:.5f}")


def travel_time(friction_path, sources_path, out=None):
    """W3b."""
    with rasterio.open(friction_path) as source:
        friction = source.read(1)
        transform, profile = source.transform, source.profile
    places = layer(sources_path).geometry
    rows = ((transform.f - places.y) / -transform.e).astype(int)
    columns = ((places.x - transform.c) / transform.a).astype(int)
    cells = (rows * friction.shape[1] + columns).to_numpy().astype(np.int32)
    minutes = np.zeros_like(friction)
    step("read")
    library().cost_distance(
        pointer(friction), *size(friction), ctypes.c_double(transform.a), pointer(cells),
        ctypes.c_int(len(cells)), pointer(minutes))
    step("cost")
    report("dial", minutes, friction > 0)
    if out:
        minutes[~np.isfinite(minutes)] = -9999
        with rasterio.open(out, "w", **profile) as raster:
            raster.write(minutes, 1)


if __name__ == "__main__":
    {"w1": zonal, "w2d": rural_access, "w3b": travel_time}[sys.argv[1]](*sys.argv[2:])
