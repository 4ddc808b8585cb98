"""Hazards of the sample by commune, class and village, by shapely and pyproj: the oracle of exposure.

Writes Tests/StudiesTests/Fixtures/sample-hazards-shapely.json. Zones of one class are united by shapely
before they are cut with communes, in longitude and latitude as the files hold them; areas are
geodesic, by `pyproj.Geod`. The ground of a village is a circle of 250 + 100 m of 720 positions by
`pyproj.Geod.fwd`; a village is exposed from a share of 5 % on.

Run from the repository's root:

    .venv/bin/python Tests/Oracles/hazard_areas_shapely.py
"""

import json
import pathlib
import platform

import geopandas
import numpy
import pyproj
import shapely

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "GeoData" / "sample"
GEOD = pyproj.Geod(ellps="WGS84")
RADIUS = 250 + 100
LEAST_PERCENT = 5


def square_metres(shape):
    """The geodesic area, each ring by its size."""
    total = 0.0
    for part in getattr(shape, "geoms", [shape]):
        if part.geom_type != "Polygon" or part.is_empty:
            continue
        own = [abs(GEOD.polygon_area_perimeter(*ring.xy)[0])
               for ring in [part.exterior, *part.interiors]]
        total += own[0] - sum(own[1:])
    return total


def circle(point):
    """All within the radius of a place."""
    count = 720
    azimuths = numpy.linspace(0, 360, count, endpoint=False)
    x, y, _ = GEOD.fwd([point.x] * count, [point.y] * count, azimuths, [RADIUS] * count)
    return shapely.Polygon(list(zip(x, y)))


communes = geopandas.read_file(SAMPLE / "communes.geojson")
villages = geopandas.read_file(SAMPLE / "villages.geojson")
assert communes.crs.to_epsg() == 4326 and villages.crs.to_epsg() == 4326
hazards = {}
for name in ["landslide", "flood"]:
    zones = geopandas.read_file(SAMPLE / "hazards.gpkg", layer=name)
    print(name, zones.crs.to_epsg(), len(zones), sorted(zones["class"].unique()))
    if zones.crs.to_epsg() != 4326:
        zones = zones.to_crs(4326)
    hazards[name] = {
        str(code): shapely.union_all(own.geometry.values)
        for code, own in zones.groupby("class")
    }

everything = {name: shapely.union_all(list(classes.values())) for name, classes in hazards.items()}
for zone in everything.values():
    shapely.prepare(zone)

by_commune = []
for _, commune in communes.sort_values("code").iterrows():
    row = {"code": commune.code}
    for name, classes in hazards.items():
        parts = {code: shapely.intersection(commune.geometry, zone) for code, zone in classes.items()}
        row[name] = {code: square_metres(part) / 1e4 for code, part in parts.items()}
        row[name + "_all"] = square_metres(shapely.union_all(list(parts.values()))) / 1e4
    by_commune.append(row)

by_village = []
for _, village in villages.sort_values("code").iterrows():
    ground = circle(village.geometry)
    whole = square_metres(ground)
    row = {"code": village.code}
    for name in hazards:
        if not everything[name].intersects(ground):
            row[name] = 0.0
            continue
        common = shapely.intersection(ground, everything[name])
        row[name] = 100 * square_metres(common) / whole
    row["exposed"] = any(row[name] >= LEAST_PERCENT for name in hazards)
    by_village.append(row)

record = {
    "program": f"shapely {shapely.__version__}, GEOS {shapely.geos_version_string},"
               f" pyproj {pyproj.__version__}, Python {platform.python_version()}",
    "communes": by_commune, "villages": by_village,
}
target = ROOT / "Tests" / "StudiesTests" / "Fixtures" / "sample-hazards-shapely.json"
target.write_text(json.dumps(record, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
print(target.name, sum(row["exposed"] for row in by_village), "of", len(by_village), "villages exposed")
