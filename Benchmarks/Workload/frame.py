"""The square of land that every layer lies in, its reference system, and the log."""

import time

CRS = "EPSG:32649"
WEST, NORTH, SIDE = 200000.0, 2100000.0, 600000.0
EAST, SOUTH = WEST + SIDE, NORTH - SIDE

INSET = 137.3   # metres between the rasters' edge and the units', so that no border is a cell edge
BOX = (WEST + INSET, SOUTH + INSET, EAST - INSET, NORTH - INSET)

SEED = 20240607

_start = time.time()


def log(*words):
    """Says what was done, and after how many seconds."""
    print(f"[{time.time() - _start:6.1f}s]", *words, flush=True)
