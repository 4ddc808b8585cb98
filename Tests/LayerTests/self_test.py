"""Shows every rule something that breaks it, so that none can pass by not looking."""

import json
from decimal import Decimal

import shapely

import borders
import figures
import geojson_rules

SQUARE = [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]
HOLE = [[0.25, 0.25], [0.25, 0.5], [0.5, 0.5], [0.5, 0.25], [0.25, 0.25]]


def layer(*geometries, **members):
    """A layer of these geometries, with its bbox."""
    features = [
        {"type": "Feature", "id": f"unit/{index}", "properties": {"name": "Ba Tơ"}, "geometry": geometry}
        for index, geometry in enumerate(geometries)]
    return {"type": "FeatureCollection", "features": features, "bbox": [0, 0, 1, 1]} | members


def area(*rings):
    return {"type": "Polygon", "coordinates": list(rings)}


def line(*positions):
    return {"type": "LineString", "coordinates": list(positions)}


GOOD = layer(
    area(SQUARE, HOLE), {"type": "MultiPolygon", "coordinates": [[SQUARE]]}, line([0, 0], [1, 1]), None,
    {"type": "Point", "coordinates": [0.5, 0.123456]}, {"type": "MultiPoint", "coordinates": [[0, 0], [0, 0]]})


def changed(**members):
    """The good layer with members of its first feature replaced."""
    document = json.loads(json.dumps(GOOD))
    document["features"][0] |= members
    return document


def without(name, of_feature=True):
    document = json.loads(json.dumps(GOOD))
    del (document["features"][0] if of_feature else document)[name]
    return document


def with_geometry(geometry, box=(0, 0, 1, 1)):
    return layer(area(SQUARE), geometry, bbox=list(box))


# The rule, and what breaks it: a document, or its text.
BROKEN = [
    ("utf-8", b'{"type": "\xff"}'),
    ("byte-order-mark", b"\xef\xbb\xbf" + json.dumps(GOOD).encode()),
    ("json", b'{"type": "FeatureCollection"'),
    ("duplicate-member", json.dumps(GOOD).replace('"name": "Ba T', '"name": "1", "name": "Ba T', 1)),
    ("number", json.dumps(GOOD).replace("0.123456", "1.23456e-1")),
    ("number", json.dumps(GOOD).replace("0.123456", "-0.0")),
    ("number", json.dumps(GOOD).replace('"Ba T', '-0, "x": "Ba T', 1)),
    ("number", json.dumps(GOOD).replace('"Ba T', 'NaN, "x": "Ba T', 1)),
    ("root", {"type": "Topology"}),
    ("root", [GOOD]),
    ("features", layer() | {"features": {}, "type": "FeatureCollection"}),
    ("feature", layer() | {"features": [area(SQUARE)]}),
    ("type", with_geometry({"type": "polygon", "coordinates": [SQUARE]})),
    ("crs", GOOD | {"crs": {"type": "name"}}),
    ("crs", with_geometry(area(SQUARE) | {"crs": None})),
    ("strange-member", GOOD | {"properties": {}}),
    ("strange-member", changed(coordinates=[])),
    ("strange-member", with_geometry(area(SQUARE) | {"properties": {}})),
    ("id", without("id")),
    ("id", changed(id=1)),
    ("id-unique", changed(id="unit/1")),
    ("properties", without("properties")),
    ("properties", changed(properties=[])),
    ("geometry", without("geometry")),
    ("geometry", changed(geometry=[])),
    ("geometry", with_geometry({"type": "Feature"})),
    ("coordinates", with_geometry({"type": "Polygon"})),
    ("coordinates", with_geometry(area([SQUARE[0]]) | {"coordinates": [7]})),
    ("empty", with_geometry({"type": "MultiPolygon", "coordinates": []})),
    ("position", with_geometry({"type": "Point", "coordinates": [0.5]})),
    ("position", with_geometry({"type": "Point", "coordinates": [0.5, 0.5, 7]})),
    ("position", with_geometry({"type": "Point", "coordinates": ["0", "0"]})),
    ("position", with_geometry(line([0, 0], [[1, 1]]))),
    ("position-range", with_geometry({"type": "Point", "coordinates": [0, 91]}, (0, 0, 1, 91))),
    ("decimals", with_geometry({"type": "Point", "coordinates": [0.5, 0.1234567]})),
    ("line-length", with_geometry(line([0, 0]))),
    ("ring-closed", with_geometry(area(SQUARE[:-1]))),
    ("ring-length", with_geometry(area([[0, 0], [1, 0], [0, 0]]))),
    ("repeated-position", with_geometry(line([0, 0], [0, 0], [1, 1]))),
    ("repeated-position", with_geometry(area([[0, 0], *SQUARE]))),
    ("right-hand", with_geometry(area(SQUARE[::-1]))),
    ("right-hand", with_geometry(area(SQUARE, HOLE[::-1]))),
    ("antimeridian", with_geometry(line([179, 0], [-179, 1]), (-179, 0, 179, 1))),
    ("geometries", with_geometry({"type": "GeometryCollection"})),
    ("lone-geometry", with_geometry({"type": "GeometryCollection", "geometries": [area(SQUARE)]})),
    ("nested-collection", with_geometry({"type": "GeometryCollection", "geometries": [
        line([0, 0], [1, 1]), {"type": "GeometryCollection", "geometries": [area(SQUARE), area(SQUARE)]}]})),
    ("bbox", without("bbox", of_feature=False)),
    ("bbox", GOOD | {"bbox": [0, 0, 1, 1.000001]}),
    ("bbox", GOOD | {"bbox": [1, 0, 0, 1]}),
    ("bbox", GOOD | {"bbox": [0, 0, 0, 1, 1, 0]}),
    ("bbox", changed(bbox=[0, 0, 1, 2])),
    ("bbox", layer(None)),
]

# Units on the grid, and the kinds of fault that they have. Each but the first breaks one rule.
WEST = [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]
UNITS = [
    (set(), [(10, 0), (20, 0), (20, 10), (10, 10), (10, 0)]),
    (set(), [(12, 0), (20, 0), (20, 10), (12, 10), (12, 0)]),
    ({"near", "GEOS"}, [(10, 0), (20, 0), (20, 10), (10, 10), (10, 5), (10, 0)]),
    ({"near", "GEOS"}, [(11, 0), (20, 0), (20, 10), (11, 10), (11, 0)]),
    ({"near", "GEOS"}, [(9, 0), (20, 0), (20, 10), (9, 10), (9, 0)]),
    ({"GEOS"}, [(5, -8), (30, 5), (5, 18), (5, -8)]),
    ({"same direction", "GEOS"}, WEST),
]

# What is wrong with figures: the rule, and the call that must tell it.
FEATURES = [
    {"id": "commune/1", "geometry": area(SQUARE), "properties": {"area_ha": Decimal("10.5"), "villages": 3}},
    {"id": "commune/2", "geometry": None, "properties": {"area_ha": Decimal("2.25"), "villages": 4}}]


def missing(*pairs):
    """Units with what each misses and what it has beyond it."""
    return [{"id": "x", "geometry": None, "properties": {"gap_ha": Decimal(f"{gap}.00"), "surplus_ha": surplus}}
            for gap, surplus in pairs]


RECORD = {"bytes": 2, "features": 2, "writing": {"null_geometries": 1},
          "sha256": "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"}
SHAPES = [shapely.polygons(SQUARE), None]
FIGURES = [
    ([], lambda: figures.record("x", b"{}", FEATURES, RECORD)),
    (["unrecorded"], lambda: figures.record("x", b"{}", FEATURES, None)),
    (["digest"], lambda: figures.record("x", b"[]", FEATURES, RECORD)),
    (["count", "count"], lambda: figures.record("x", b"{}", FEATURES[:1], RECORD)),
    ([], lambda: figures.totals(FEATURES, {"area_ha": Decimal("12.75"), "villages": 7}, True, True)),
    ([], lambda: figures.totals(FEATURES, {"area_ha": Decimal("12.75"), "villages": 8}, True, False)),
    (["total"], lambda: figures.totals(FEATURES, {"area_ha": Decimal("12.75"), "villages": 8}, True, True)),
    (["total"], lambda: figures.totals(FEATURES, {"area_ha": Decimal("12.75"), "villages": 6}, True, False)),
    (["total"], lambda: figures.totals(FEATURES, {"area_ha": Decimal("12.77")}, True, True)),
    ([], lambda: figures.totals(missing((5, 0), (0, 2)), {"gap_ha": 3, "surplus_ha": 0}, True, True)),
    (["total"], lambda: figures.totals(missing((5, 0), (0, 2)), {"gap_ha": 5, "surplus_ha": 0}, True, True)),
    (["total"], lambda: figures.totals(missing((5, 1), (0, 1)), {"gap_ha": 3, "surplus_ha": 0}, True, True)),
    ([], lambda: figures.validity(FEATURES, SHAPES)),
    (["invalid"], lambda: figures.validity(FEATURES, [shapely.from_wkt("POLYGON ((0 0, 1 1, 1 0, 0 1, 0 0))"), None])),
    # A square degree at the equator: 1,230,877.6 ha.
    (["measure"], lambda: figures.measures(FEATURES, SHAPES, True)[1]),
    ([], lambda: figures.measures([{"id": "1", "properties": {"area_ha": 1230877.84}}], SHAPES[:1], True)[1]),
    (["measure"], lambda: figures.measures([{"id": "1", "properties": {"area_ha": 1230881.5}}], SHAPES[:1], True)[1]),
]


def run():
    """Prints what was not caught, or caught wrongly; how many that were."""
    missed = []
    if geojson_rules.judge(json.dumps(GOOD).encode())[1]:
        missed.append("the good document is blamed")
    for rule, document in BROKEN:
        data = document if isinstance(document, bytes) else (
            document if isinstance(document, str) else json.dumps(document)).encode()
        found = {name for name, _ in geojson_rules.judge(data)[1]}
        if rule not in found:
            missed.append(f"{rule}: told {sorted(found)} of {data[:200]}")
    for expected, ring in UNITS:
        units = {"west": [WEST], "east": [ring]}
        found = {kind for kind, _ in borders.compare(units)[0] | borders.by_shapely(units)}
        if found != expected:
            missed.append(f"borders: told {found}, not {expected}, of {ring}")
    for index, (expected, call) in enumerate(FIGURES):
        found = [rule for rule, _ in call()]
        if found != expected:
            missed.append(f"figures {index}: told {found}, not {expected}")
    for line_of_text in missed:
        print(f"MISSED {line_of_text}")
    print(f"{len(BROKEN) + len(UNITS) + len(FIGURES)} things shown to the rules, {len(missed)} judged wrongly")
    return len(missed)
