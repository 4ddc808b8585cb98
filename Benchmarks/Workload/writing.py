"""How layers are written."""

import os

import rasterio
from rasterio.transform import from_origin

from frame import CRS, NORTH, SIDE, WEST

_DRIVERS = {"gpkg": "GPKG", "fgb": "FlatGeobuf"}


def write_vector(table, base, formats=("gpkg",)):
    """Writes a GeoDataFrame to `base`.gpkg, .fgb or .parquet; what stood there is replaced."""
    for extension in formats:
        path = f"{base}.{extension}"
        if os.path.exists(path):
            os.remove(path)
        if extension == "parquet":
            table.to_parquet(path, compression="zstd", write_covering_bbox=True)
        else:
            table.to_file(path, driver=_DRIVERS[extension], engine="pyogrio")


def open_raster(path, size, dtype, nodata, **options):
    """A tiled, deflated GeoTIFF of size × size cells over the whole square, to be written."""
    cell = SIDE / size
    return rasterio.open(
        path, "w", driver="GTiff", width=size, height=size, count=1, dtype=dtype, crs=CRS,
        nodata=nodata, transform=from_origin(WEST, NORTH, cell, cell), tiled=True,
        blockxsize=512, blockysize=512, compress="deflate", **options)
