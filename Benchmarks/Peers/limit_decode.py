#!/usr/bin/env python3
"""A limit of the machine: to decode every block of a raster, and nothing else.

usage: limit_decode.py RASTER [THREADS]
"""

import sys
from concurrent.futures import ThreadPoolExecutor

import rasterio
from rasterio.windows import Window

path = sys.argv[1]
threads = int(sys.argv[2]) if len(sys.argv) > 2 else 1


def decode(thread):
    """Every so many-th strip of blocks; returns how many of its first cells are not 0."""
    seen = 0
    with rasterio.open(path) as raster:
        height = raster.block_shapes[0][0]
        for row in range(thread * height, raster.height, threads * height):
            window = Window(0, row, raster.width, min(height, raster.height - row))
            seen += int(raster.read(1, window=window)[0, 0] != 0)
    return seen


with ThreadPoolExecutor(threads) as pool:
    seen = sum(pool.map(decode, range(threads)))
print(f"gdal={rasterio.__gdal_version__} threads={threads} strips_seen={seen}")
