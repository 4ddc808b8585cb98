"""Counts overlaps and gaps of a layer of polygons with shapely, by a way of its own.

Overlaps: the common areas of all pairs. Gaps: the interior rings of the union of all, and, beside
them, the faces of the noded borders that no polygon covers. Both in longitude and latitude and in
a projection, because the counts differ: rounding of projected coordinates opens rings of a
thousandth of a millimetre. Areas are on the ellipsoid for longitude and latitude, planar else.

    python Tests/Oracles/coverage_shapely.py LAYER.geojson [EPSG ...]

For the communes of Quảng Ngãi of 2009 (province): 379 pairs in 713 pieces in any system; 643 rings
in longitude and latitude (1,716.5 ha and 1,972.5 ha), 651 in EPSG:32649 (1,717.7 ha and 1,974.0
ha planar), where the faces that no polygon covers are 643 still. For 2025: 9 pairs in 10 pieces; 14
rings in longitude and latitude, 15 in EPSG:32649, the last of 0.0005 m².
"""

import sys

import geopandas
import shapely
from pyproj import Geod

GEOD = Geod(ellps="WGS84")


def polygons(geometry):
    parts = getattr(geometry, "geoms", [geometry])
    return [part for part in parts if part.geom_type == "Polygon" and part.area > 0]


def hectares(areas, geographic):
    if geographic:
        return sum(abs(GEOD.geometry_area_perimeter(area)[0]) for area in areas) / 1e4
    return sum(area.area for area in areas) / 1e4


def main(path, systems):
    layer = geopandas.read_file(path)
    for system in [None, *systems]:
        shapes = list(layer.geometry if system is None else layer.to_crs(system).geometry)
        tree = shapely.STRtree(shapes)
        pieces, pairs = [], 0
        for left, shape in enumerate(shapes):
            for right in tree.query(shape):
                if right > left:
                    common = polygons(shape.intersection(shapes[right]))
                    pairs += bool(common)
                    pieces += common
        union = shapely.union_all(shapes)
        rings = [
            shapely.Polygon(ring) for part in polygons(union) for ring in part.interiors
        ]
        noded = shapely.union_all([shape.boundary for shape in shapes])
        faces = shapely.polygonize([noded]).geoms
        points = [face.representative_point() for face in faces]
        bare = sum(len(tree.query(point, predicate="within")) == 0 for point in points)
        geographic = system is None
        print(
            f"{system or 'longitude, latitude'}: {pairs} pairs in {len(pieces)} pieces,"
            f" {hectares(pieces, geographic):.2f} ha; {len(rings)} rings of the union,"
            f" {hectares(rings, geographic):.2f} ha; {bare} faces that no polygon covers"
        )


if __name__ == "__main__":
    main(sys.argv[1], [int(code) for code in sys.argv[2:]])
