#!/usr/bin/env python3
"""Writes a made-up mountain province of 150 km × 150 km for resettlement planning, in EPSG:32648.

    elevation.tif     5,000 × 5,000 cells of 30 m, metres, deflate
    communes.gpkg     100 polygons that share jagged borders
    villages.gpkg     500 points with their households
    centres.gpkg      a centre for each commune
    roads.gpkg        a lattice of roads over valleys and ridges, three of five hardened
    hazards.gpkg      600 zones in three classes
    plan.yaml         the plan; make_province.py copies it

usage: make_province.py FOLDER [SEED]
"""

import pathlib
import shutil
import sys

import geopandas as gpd
import numpy as np
import rasterio
import shapely
from rasterio.transform import from_origin

from fields import power_law_field
from partition import jagged_partition

CRS = "EPSG:32648"
CELLS, CELL = 5000, 30.0
WEST, NORTH = 300_000.0, 1_800_000.0
SIDE = CELLS * CELL
BOX = (WEST + 600, NORTH - SIDE + 600, WEST + SIDE - 600, NORTH - 600)
COMMUNES, VILLAGES, ZONES, LATTICE = 100, 500, 1500, 60


def write(folder, name, table):
    """Replaces a layer."""
    path = folder / f"{name}.gpkg"
    path.unlink(missing_ok=True)
    table.to_file(path, driver="GPKG", engine="pyogrio")


def main():
    """Makes the province."""
    folder = pathlib.Path(sys.argv[1])
    generator = np.random.default_rng(int(sys.argv[2]) if len(sys.argv) > 2 else 20261129)
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(pathlib.Path(__file__).with_name("plan-resettlement.yaml"), folder / "plan.yaml")
    height = power_law_field(CELLS, 3.4, generator)
    height = 700 + 320 * height + 2 * power_law_field(CELLS, 1.5, generator)
    with rasterio.open(
            folder / "elevation.tif", "w", driver="GTiff", width=CELLS, height=CELLS, count=1,
            dtype="float32", crs=CRS, nodata=-9999, transform=from_origin(WEST, NORTH, CELL, CELL),
            tiled=True, compress="deflate", predictor=3) as raster:
        raster.write(height.astype(np.float32), 1)

    def ground(x, y):
        return height[((NORTH - y) / CELL).astype(int), ((x - WEST) / CELL).astype(int)]

    communes, seeds = jagged_partition(COMMUNES, BOX, generator, cities=6, clustered=.1)
    names = np.array([f"{number:04d}" for number in range(len(communes))])
    write(folder, "communes", gpd.GeoDataFrame(
        dict(code=names, name=[f"Commune {name}" for name in names]), geometry=communes, crs=CRS))
    write(folder, "centres", gpd.GeoDataFrame(
        dict(unit=names), geometry=shapely.points(seeds), crs=CRS))

    # Villages stand in the lowest of some places each, as people settle.
    places = generator.uniform((BOX[0], BOX[1]), (BOX[2], BOX[3]), (VILLAGES, 8, 2))
    lowest = ground(places[..., 0], places[..., 1]).argmin(1)
    places = places[np.arange(VILLAGES), lowest]
    write(folder, "villages", gpd.GeoDataFrame(
        dict(code=[f"V{number:03d}" for number in range(VILLAGES)],
             households=generator.integers(15, 160, VILLAGES)),
        geometry=shapely.points(places), crs=CRS))

    step = SIDE / LATTICE
    nodes = np.stack(np.meshgrid(
        WEST + step * (np.arange(LATTICE) + .5), NORTH - step * (np.arange(LATTICE) + .5)), -1)
    nodes += generator.uniform(-.3 * step, .3 * step, nodes.shape)
    pairs = np.concatenate([
        np.stack([nodes[:, :-1], nodes[:, 1:]], 2).reshape(-1, 2, 2),
        np.stack([nodes[:-1], nodes[1:]], 2).reshape(-1, 2, 2)])
    write(folder, "roads", gpd.GeoDataFrame(
        dict(surface=generator.choice(["asphalt", "concrete", "paved", "dirt", "gravel"], len(pairs))),
        geometry=shapely.linestrings(pairs), crs=CRS))

    zones, zone_seeds = jagged_partition(ZONES, BOX, generator, cities=20, clustered=.2)
    low = np.argsort(ground(*zone_seeds.T))[:600]
    write(folder, "hazards", gpd.GeoDataFrame(
        dict(level=generator.integers(1, 4, len(low)).astype(np.int32)), geometry=zones[low], crs=CRS))


main()
