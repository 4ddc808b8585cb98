#!/usr/bin/env python3
"""W3a, hectares on the ellipsoid: what `upland exposure` wrote beside pyproj's areas of shapely's pieces, in
longitude and latitude.

usage: w3a_compare.py COMMUNES HAZARD EXPOSURE.geojson [EVERY]

Takes every EVERYth commune (1). Prints the greatest difference.
"""

import json
import sys

import numpy as np
import pyproj
import shapely

from common import layer, shapes

every = int(sys.argv[4]) if len(sys.argv) > 4 else 1
communes, hazards = layer(sys.argv[1], ["code"]), layer(sys.argv[2], ["hclass"])
to_degrees = pyproj.Transformer.from_crs(communes.crs, 4326, always_xy=True)
geod = pyproj.Geod(ellps="WGS84")


def in_degrees(geometries):
    return shapely.transform(
        geometries, lambda xy: np.column_stack(to_degrees.transform(xy[:, 0], xy[:, 1])))


commune_shapes, hazard_shapes = in_degrees(shapes(communes)), in_degrees(shapes(hazards))
with open(sys.argv[3], encoding="utf-8") as file:
    written = {feature["properties"]["code"]: feature["properties"]
               for feature in json.load(file)["features"]}
tree = shapely.STRtree(hazard_shapes)
classes = sorted(hazards.hclass.unique())
worst, count = 0.0, 0
for index in range(0, len(communes), every):
    properties = written[communes.code[index]]
    sums = dict.fromkeys(classes, 0.0)
    for zone in tree.query(commune_shapes[index]):
        piece = shapely.intersection(commune_shapes[index], hazard_shapes[zone])
        if piece.area > 0:
            sums[hazards.hclass[zone]] += abs(geod.geometry_area_perimeter(piece)[0])
    for name, square_metres in sums.items():
        worst = max(worst, abs(properties[f"hazard_{name}_ha"] - square_metres / 1e4))
        count += 1
print(f"{count} figures, greatest difference {worst:.9f} ha")
