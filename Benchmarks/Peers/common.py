"""What the peers share: reading layers, and saying on standard error how far they are."""

import sys
import time

import geopandas as gpd
import pyogrio

_start = time.time()


def step(*words):
    """Says what was done, and after how many seconds."""
    print(f"  [{time.time() - _start:6.2f}s]", *words, file=sys.stderr, flush=True)


def layer(path, columns=None):
    """A layer of a file, by Arrow."""
    return pyogrio.read_dataframe(path, columns=columns, use_arrow=True)


def paved_roads(path):
    """The lines with paved = 1; the file filters where its format can."""
    if path.endswith(".parquet"):
        return gpd.read_parquet(
            path, columns=["road_id", "geometry"], filters=[("paved", "==", 1)])
    # FlatGeobuf gives no rows and no error where the filter's column is not among those read
    # (GDAL 3.12.4), so it is named.
    return pyogrio.read_dataframe(
        path, columns=["road_id", "paved"], where="paved = 1", use_arrow=True)


def shapes(table):
    """The geometries as an array of shapely's."""
    return table.geometry.to_numpy()
