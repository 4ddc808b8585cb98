"""Minutes for each metre of way: on foot by land cover, faster on roads. Places to start from."""

import geopandas as gpd
import numpy as np
import rasterio
import shapely
from rasterio.features import rasterize

import landcover
from frame import BOX, CRS, NORTH, SIDE, WEST
from writing import open_raster, write_vector

SIZE = 5000             # cells of 120 m
CELL = SIDE / SIZE
NO_DATA = -9999         # cannot be passed
SOURCES = 500

WALKING_KMH = {
    landcover.TREES: 1.8, landcover.SHRUB: 3.2, landcover.GRASS: 4.2, landcover.CROPS: 3.8,
    landcover.BUILT: 5, landcover.BARE: 4, landcover.WATER: 0, landcover.WETLAND: 1.5,
    landcover.MANGROVE: 1, landcover.MOSS: 3, landcover.NO_DATA: 0,
}


def write_friction(path, landcover_path, roads):
    """Writes the raster and returns its values."""
    with rasterio.open(landcover_path) as source:
        # From the third cell on: the nearest cell of each block of four is then its middle one.
        codes = source.read(
            1, window=((2, landcover.SIZE), (2, landcover.SIZE)), out_shape=(SIZE, SIZE),
            resampling=rasterio.enums.Resampling.nearest)
    by_code = np.zeros(256, np.float32)
    for code, speed in WALKING_KMH.items():
        by_code[code] = speed
    kmh = by_code[codes]
    paved = roads.paved == 1
    main = roads.highway.isin(["primary", "secondary"])
    with open_raster(path, SIZE, "float32", NO_DATA, predictor=3) as raster:
        for chosen, speed in ((~paved, 12.), (paved, 30.), (main & paved, 55.)):
            shapes = zip(roads.geometry[chosen], np.ones(int(chosen.sum()), np.uint8))
            on_road = rasterize(
                shapes, out_shape=kmh.shape, transform=raster.transform, all_touched=False,
                dtype="uint8") == 1
            kmh[on_road] = np.maximum(kmh[on_road], speed)
        friction = np.where(kmh > 0, 60.0 / (1000.0 * np.maximum(kmh, .1)), NO_DATA)
        friction = friction.astype(np.float32)
        raster.write(friction, 1)
    return friction


def write_frame(base):
    """Writes the square that communes fill as a single unit: programs for rasters know of no others."""
    frame = gpd.GeoDataFrame(
        dict(code=["A"], name=["All"]), geometry=[shapely.box(*BOX)], crs=CRS)
    write_vector(frame, base)


def write_sources(base, places, friction):
    """Writes the middle of the cell of each of `places`, and whether it can be passed."""
    row = ((NORTH - places[:, 1]) / CELL).astype(int)
    column = ((places[:, 0] - WEST) / CELL).astype(int)
    middles = gpd.points_from_xy(WEST + (column + .5) * CELL, NORTH - (row + .5) * CELL)
    sources = gpd.GeoDataFrame(
        dict(source_id=np.arange(len(places)), passable=(friction[row, column] > 0).astype(int)),
        geometry=middles, crs=CRS)
    write_vector(sources, base)
