"""Land cover in the codes of ESA WorldCover: a whole country's raster, and a province cut of it."""

import numpy as np
import rasterio

from fields import tiled, upsampled
from writing import open_raster

SIZE = 20000            # cells of 30 m
PROVINCE_OFFSET, PROVINCE_SIZE = 8000, 3000

TREES, SHRUB, GRASS, CROPS, BUILT, BARE, NO_DATA = 10, 20, 30, 40, 50, 60, 0
WATER, WETLAND, MANGROVE, MOSS = 80, 90, 95, 100

# By elevation step: (moisture step up to and with which the class holds, class), then the rest.
_BY_MOISTURE = [
    (range(0, 4), [], WATER),
    (range(4, 5), [(6, CROPS), (8, WATER), (10, WETLAND)], MANGROVE),
    (range(5, 8), [(3, BARE), (5, GRASS), (9, CROPS), (11, TREES)], WETLAND),
    (range(8, 10), [(3, BARE), (5, SHRUB), (6, GRASS), (7, CROPS)], TREES),
    (range(10, 12), [(5, SHRUB), (6, GRASS)], TREES),
    (range(12, 14), [(4, BARE), (7, GRASS)], TREES),
    (range(14, 16), [(4, BARE), (7, GRASS)], MOSS),
]


def _class_table():
    """The class at each of 16 × 16 steps of elevation and moisture."""
    table = np.zeros((16, 16), np.uint8)
    for elevations, limits, rest in _BY_MOISTURE:
        for elevation in elevations:
            table[elevation] = rest
            for limit, code in reversed(limits):
                table[elevation, :limit + 1] = code
    return table


def _steps(values):
    """Which of 16 equal steps from -3 to 3 deviations each value lies in."""
    return np.clip((values + 3) * (16 / 6), 0, 15).astype(np.uint8)


def write_landcover(path, fields):
    """The raster of the whole square; its lower right corner holds no data."""
    table = _class_table()
    columns = np.arange(SIZE)
    with open_raster(path, SIZE, "uint8", 0, NUM_THREADS="2") as raster:
        for first in range(0, SIZE, 1024):
            end = min(SIZE, first + 1024)
            rows = np.arange(first, end)
            grain = tiled(fields["tile"], rows, columns)
            other_grain = tiled(fields["tile"], rows + 1777, columns + 999)
            elevation = upsampled(fields["elevation"], SIZE, first, end) + 0.22 * grain
            moisture = upsampled(fields["moisture"], SIZE, first, end) + 0.30 * other_grain
            urban = upsampled(fields["urban"], SIZE, first, end) + 0.15 * grain
            codes = table[_steps(elevation), _steps(moisture)]
            codes[(urban > 2.15) & (codes != WATER)] = BUILT
            codes[(rows[:, None] + columns[None, :]) > 2 * SIZE - SIZE // 12] = NO_DATA
            raster.write(codes, 1, window=((first, end), (0, SIZE)))


def write_province(path, country_path):
    """A part of the raster at `country_path` as a raster of its own.

    Returns the x and y of its upper left corner.
    """
    window = rasterio.windows.Window(
        PROVINCE_OFFSET, PROVINCE_OFFSET, PROVINCE_SIZE, PROVINCE_SIZE)
    with rasterio.open(country_path) as country:
        codes = country.read(1, window=window)
        transform = country.window_transform(window)
        profile = country.profile
    profile.update(width=PROVINCE_SIZE, height=PROVINCE_SIZE, transform=transform)
    with rasterio.open(path, "w", **profile) as province:
        province.write(codes, 1)
    return transform.c, transform.f
