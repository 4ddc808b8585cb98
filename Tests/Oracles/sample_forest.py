"""Forest cover of the built-in sample by exactextract and by geopandas, an oracle of StudiesTests.

Writes Tests/StudiesTests/Fixtures/sample-forest.json, with the versions of the tools and the command:

- by exactextract: for each commune the number of cells of class 10 and of all classes but nodata of
  landcover.tif, by the share that lies inside, summed in 64 bits (exactextract's shares have 32).
  Where the sum is not the commune's planar area in cells, each cell is held against GEOS, and those
  that differ by more than 1e-6 are put right and listed: exactextract 0.3.0 counts one cell whole that
  commune 10069 does not touch;
- by geopandas: for each commune the hectares by type of forest-inventory.gpkg. Where plots overlap,
  the ground goes to the type that claims least (Docs/methods/forest-from-polygons.md); natural and
  planted in patches of at least 0.3 ha are forest. Areas by pyproj on the ellipsoid of WGS 84.

Run from the repository's root with the versions of Tests/requirements.txt:

    .venv/bin/python Tests/Oracles/sample_forest.py
"""

import json
import pathlib
from importlib.metadata import version

import geopandas
import numpy as np
import pyproj
import rasterio
import shapely
from exactextract import exact_extract

ROOT = pathlib.Path(__file__).parents[2]
SAMPLE = ROOT / "GeoData/sample"
GEOD = pyproj.Geod(ellps="WGS84")
# From the type that claims least to the one that claims most.
TYPES = [
    ("DTR", "bare"), ("CPT", "scattered"), ("RTCT", "not_yet_forest"), ("RTK", "planted"),
    ("TXN", "natural")]


def hectares(geometry):
    geometry = shapely.orient_polygons(geometry)
    return abs(GEOD.geometry_area_perimeter(geometry)[0]) / 10_000


def against_geos(geometry, raster, numbers, shares, code, corrected):
    """The shares, with those put right that are off by more than 1e-6."""
    step, columns = raster.res[0], raster.width
    west = raster.bounds.left + numbers % columns * step
    north = raster.bounds.top - numbers // columns * step
    boxes = shapely.box(west, north - step, west + step, north)
    true = shapely.area(shapely.intersection(geometry, boxes)) / step**2
    for index in np.flatnonzero(abs(true - shares) > 1e-6):
        cell = divmod(int(numbers[index]), columns)
        corrected.append([code, *cell, float(shares[index]), float(true[index])])
        shares[index] = true[index]
    return shares


def cells(communes, corrected):
    raster = rasterio.open(SAMPLE / "landcover.tif")
    found = {}
    for row in communes.itertuples():
        feature = {
            "type": "Feature", "properties": {},
            "geometry": shapely.geometry.mapping(row.geometry)}
        result = exact_extract(
            str(SAMPLE / "landcover.tif"), [feature], ["values", "coverage", "cell_id"])
        result = result[0]["properties"]
        values = np.ma.filled(np.ma.asarray(result["values"]), 0)
        shares = np.array(result["coverage"], dtype=np.float64)
        if abs(shares.sum() - row.geometry.area / raster.res[0] ** 2) > 1e-3:
            numbers = np.asarray(result["cell_id"])
            shares = against_geos(row.geometry, raster, numbers, shares, row.code, corrected)
        found[row.code] = [float(shares[values == 10].sum()), float(shares[values != 0].sum())]
    return found


def polygons(geometry):
    return [part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon"]


def plots(communes):
    inventory = geopandas.read_file(SAMPLE / "forest-inventory.gpkg").to_crs(4326)
    taken = shapely.Polygon()
    ground = {}
    for code, name in TYPES:
        whole = shapely.union_all(inventory[inventory.type_code == code].geometry.values)
        ground[name] = shapely.difference(whole, taken)
        taken = shapely.union(taken, whole)
    forest = shapely.union(ground["natural"], ground["planted"])
    large = [part for part in polygons(forest) if hectares(part) >= 0.3]
    ground["forest"] = shapely.multipolygons(large)
    found = {}
    for row in communes.itertuples():
        found[row.code] = {
            name: sum(
                hectares(part) for part in polygons(shapely.intersection(row.geometry, area)))
            for name, area in ground.items()}
    return found


def main():
    communes = geopandas.read_file(SAMPLE / "communes.geojson")
    corrected = []
    names = ["exactextract", "geopandas", "shapely", "pyproj", "numpy"]
    record = {
        "programs": {name: version(name) for name in names},
        "geos": shapely.geos_version_string,
        "command": "python Tests/Oracles/sample_forest.py",
        "cells": cells(communes, corrected),
        "corrected": corrected,
        "hectares": plots(communes)}
    out = ROOT / "Tests/StudiesTests/Fixtures/sample-forest.json"
    out.write_text(json.dumps(record, separators=(",", ":"), sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
