"""Communes, each with its centre."""

import geopandas as gpd
import numpy as np

from frame import CRS
from partition import jagged_partition
from writing import write_vector

PROVINCES = 8           # to a side


def write_communes(base, count, box, seed):
    """Writes `count` communes over `box`; returns their seeds, which are the centres."""
    generator = np.random.default_rng(seed)
    polygons, seeds = jagged_partition(count, box, generator, cities=max(3, count // 250))
    numbers = np.arange(len(polygons))
    west, south, east, north = box
    column = ((seeds[:, 0] - west) // ((east - west) / PROVINCES)).astype(int)
    row = ((seeds[:, 1] - south) // ((north - south) / PROVINCES)).astype(int)
    communes = gpd.GeoDataFrame(
        dict(
            commune_id=numbers, code=[f"C{number:06d}" for number in numbers],
            name=[f"Commune {number}" for number in numbers],
            province_id=column * PROVINCES + row),
        geometry=polygons, crs=CRS)
    write_vector(communes, base)
    return seeds


def write_centres(base, seeds):
    """Writes one centre for each commune."""
    centres = gpd.GeoDataFrame(
        dict(commune_id=np.arange(len(seeds))), geometry=gpd.points_from_xy(*seeds.T), crs=CRS)
    write_vector(centres, base)
