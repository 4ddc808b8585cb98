"""Forest cover from polygons by geopandas, the oracle of PolygonForestCover.

Writes two files, each with the versions of the tools and the command:

- Tests/ForestCoverTests/Fixtures/forest-polygons-geopandas.json: made-up units and forest polygons
  (seeded), and for each unit its area and its forest at three least areas of a patch;
- Tests/StudiesTests/Fixtures/andorra-forest-geopandas.json: the parishes of Andorra with the
  woodland mapped in OpenStreetMap, where ../shared holds the extract; figures only, no data.

Forest: shapely's union of all polygons, parts that share an edge one patch; patches of less than
the least area left out; the rest cut at the units' borders. Areas: pyproj's Geod on the ellipsoid
of WGS 84, every ring turned the same way first, because pyproj adds signed areas and parts that wind
differently cancel.

Run from the repository's root with the versions of Tests/requirements.txt:

    .venv/bin/python Tests/Oracles/forest_polygons_geopandas.py
"""

import json
import math
import pathlib
import random
import sys
import warnings

import geopandas
import pyogrio
import pyproj
import shapely

ROOT = pathlib.Path(__file__).parents[2]
GEOD = pyproj.Geod(ellps="WGS84")


def area(geometry):
    """Square metres on the ellipsoid, whatever the direction of the rings."""
    return sum(
        abs(GEOD.geometry_area_perimeter(shapely.geometry.polygon.orient(part))[0])
        for part in shapely.get_parts(geometry) if part.geom_type == "Polygon")


def forest_areas(units, polygons, least):
    """The forest of each unit in m², patches under `least` m² left out."""
    union = geopandas.GeoSeries(polygons, crs="EPSG:4326").union_all()
    patches = [part for part in shapely.get_parts(union) if area(part) >= least]
    forest = geopandas.GeoDataFrame(geometry=patches, crs="EPSG:4326")
    frame = geopandas.GeoDataFrame({"unit": range(len(units))}, geometry=list(units), crs="EPSG:4326")
    pieces = geopandas.overlay(frame, forest, how="intersection", keep_geom_type=True)
    found = [0.0] * len(units)
    for unit, piece in zip(pieces["unit"], pieces.geometry):
        found[unit] += area(piece)
    return found


def star(rng, x, y, radius, count):
    """A ring that does not cross itself: angles ascend, radii vary; to 9 decimals."""
    turn = rng.uniform(0, 2 * math.pi)
    ring = [
        [round(x + radius * rng.uniform(0.35, 1) * math.cos(turn + 2 * math.pi * k / count), 9),
         round(y + radius * rng.uniform(0.35, 1) * math.sin(turn + 2 * math.pi * k / count), 9)]
        for k in range(count)]
    return ring + [ring[0]]


def made_up():
    """Six units, and sixty polygons over one another, some with a hole, some very small."""
    rng = random.Random(2026)
    units = [
        star(rng, 108.2 + 0.09 * column, 14.9 + 0.09 * row, 0.06, 11)
        for row in range(2) for column in range(3)]
    polygons = []
    while len(polygons) < 60:
        x, y = rng.uniform(108.12, 108.46), rng.uniform(14.82, 15.06)
        radius = rng.choice([0.0004, 0.001, 0.004, 0.012])
        outer = star(rng, x, y, radius, rng.randint(3, 9))
        rings = [outer]
        if rng.random() < 0.3:
            rings.append([[round(x + (a - x) * 0.3, 9), round(y + (b - y) * 0.3, 9)] for a, b in outer])
        if shapely.Polygon(rings[0], rings[1:]).is_valid:
            polygons.append([ring[::-1] if rng.random() < 0.5 else ring for ring in rings])
    shapes = [shapely.Polygon(rings[0], rings[1:]) for rings in polygons]
    frames = [shapely.Polygon(ring) for ring in units]
    assert all(frame.is_valid for frame in frames)
    return {
        "units": units, "polygons": polygons, "unit_m2": [area(frame) for frame in frames],
        "cases": [
            {"least_m2": least, "forest_m2": forest_areas(frames, shapes, least)}
            for least in (0, 3000, 100_000)]}


def andorra():
    path = ROOT.parent / "shared/data/andorra/andorra.osm.pbf"
    if not path.exists():
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        parishes = pyogrio.read_dataframe(
            path, layer="multipolygons",
            where="boundary = 'administrative' AND admin_level = '7'")
        woods = pyogrio.read_dataframe(
            path, layer="multipolygons", where="landuse = 'forest' OR \"natural\" = 'wood'")
    parishes = parishes.sort_values("osm_id").reset_index(drop=True)
    forest = forest_areas(list(parishes.geometry), list(woods.geometry), 3000)
    return [
        {"code": code, "name": name, "area_ha": area(geometry) / 10_000, "forest_ha": m2 / 10_000}
        for code, name, geometry, m2 in zip(
            parishes["osm_id"], parishes["name"], parishes.geometry, forest)]


def write(path, content):
    record = {
        "program": f"geopandas {geopandas.__version__}, shapely {shapely.__version__}"
        f" (GEOS {shapely.geos_version_string}), pyproj {pyproj.__version__}"
        f" (PROJ {pyproj.proj_version_str})",
        "command": "python Tests/Oracles/forest_polygons_geopandas.py", **content}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")
    print(f"wrote {path.relative_to(ROOT)}", file=sys.stderr)


def main():
    write(ROOT / "Tests/ForestCoverTests/Fixtures/forest-polygons-geopandas.json", made_up())
    parishes = andorra()
    if parishes is None:
        print("no ../shared: the figures of Andorra stay as they are", file=sys.stderr)
    else:
        write(
            ROOT / "Tests/StudiesTests/Fixtures/andorra-forest-geopandas.json",
            {"driver": f"GDAL {pyogrio.__gdal_version_string__}", "least_m2": 3000,
             "parishes": parishes})


if __name__ == "__main__":
    main()
