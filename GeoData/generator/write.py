"""Files whose bytes depend on nothing but their content: no clock, no locale, no library default.
"""

import json
import os

import geopandas
import numpy as np
import pyogrio
import rasterio
import shapely
from affine import Affine

from grid import CELL, NORTH, PROJECTED, WEST

os.environ["OGR_CURRENT_DATE"] = "2024-12-31T00:00:00Z"      # GeoPackage stamps its tables


def geojson(path, shapes, rows):
    """RFC 7946: right-hand rule, one feature a line, coordinates as they are (rounded before)."""
    features = []
    for shape, row in zip(shapes, rows):
        shape = shapely.orient_polygons(shape)
        features.append(json.dumps({"type": "Feature", "properties": row,
                                    "geometry": shapely.geometry.mapping(shape)},
                                   ensure_ascii=False, separators=(",", ":")))
    text = '{"type":"FeatureCollection","features":[\n' + ",\n".join(features) + "\n]}\n"
    path.write_text(text, encoding="utf-8")


def geopackage(path, layers):
    """Layers in EPSG:32645: {name: (shapes in metres, columns)}."""
    path.unlink(missing_ok=True)
    for name, (shapes, columns) in layers.items():
        frame = geopandas.GeoDataFrame(columns, geometry=list(shapes), crs=PROJECTED)
        new = {} if path.exists() else {"dataset_options": {"VERSION": "1.2"}}   # no warning in 3.6
        pyogrio.write_dataframe(frame, path, layer=name, driver="GPKG", append=not new,
                                layer_options={"SPATIAL_INDEX": "YES"}, **new)


def to_metres(shapes, digits=2):
    """Shapes in degrees brought to EPSG:32645, coordinates to the centimetre."""
    moved = geopandas.GeoSeries(list(shapes), crs="EPSG:4326").to_crs(PROJECTED)
    return shapely.transform(moved.values, lambda xy: np.round(xy, digits))


def raster(path, values, nodata, transform=None, predictor=1, **tags):
    """GeoTIFF in lon/lat, deflate, tiled; by default on the 3-arc-second grid."""
    transform = transform or Affine(CELL, 0, WEST, 0, -CELL, NORTH)
    path.unlink(missing_ok=True)
    with rasterio.open(path, "w", driver="GTiff", width=values.shape[1], height=values.shape[0],
                       count=1, dtype=values.dtype, crs="EPSG:4326", transform=transform,
                       nodata=nodata, compress="deflate", zlevel=9, predictor=predictor, tiled=True,
                       blockxsize=256, blockysize=256) as file:
        file.write(values, 1)
        file.update_tags(**tags)


def text(path, lines):
    """UTF-8 without a byte order mark, one newline at the end of each line."""
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
