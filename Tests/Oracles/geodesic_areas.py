"""Geodesic areas and lengths by pyproj and PROJ's `geod`, the oracle of PROJKit's Geodesic.

Writes Tests/PROJKitTests/Fixtures/geodesic-areas.json: areas of polygons (random ones, holes, parts
that wind differently, slivers, tiny and huge ones, near a pole, across the antimeridian) by
`pyproj.Geod`, lengths of lines by the same, and distances by the command `geod`.

A caution: `pyproj.Geod.geometry_area_perimeter` adds signed areas. In a multipolygon whose parts
wind differently they cancel, and a hole that winds like its outer ring is added instead of taken
off. So every ring is measured by itself, its size taken, and holes subtracted; and where shapely
can orient the polygon, the two ways must agree to 1e-12.

Run from the repository's root with Python 3.11, pyproj, shapely, and Debian's proj-bin:

    .venv/bin/python Tests/Oracles/geodesic_areas.py
"""

import json
import math
import pathlib
import random
import subprocess

import pyproj
import shapely
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.polygon import orient

GEOD = pyproj.Geod(ellps="WGS84")


def star(rng, x, y, radius, count):
    """A closed ring around (x, y), anticlockwise, without self-intersection."""
    angles = sorted(2 * math.pi * (k + rng.uniform(0.1, 0.9)) / count for k in range(count))
    ring = []
    for angle in angles:
        r = radius * rng.uniform(0.4, 1)
        ring.append([x + r * math.cos(angle), y + r * math.sin(angle)])
    return ring + [ring[0]]


def scaled(ring, x, y, factor):
    return [[x + (a - x) * factor, y + (b - y) * factor] for a, b in ring]


def wrapped(ring):
    """The same ring with longitudes in -180 ... 180."""
    return [[(a + 180) % 360 - 180, b] for a, b in ring]


def box(west, south, east, north):
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def area_cases():
    rng = random.Random(1851)
    for index in range(24):
        x, y = rng.uniform(-179, 179), rng.uniform(-80, 80)
        count = rng.choice([3, 5, 8, 21, 144])
        yield f"random {index}, {count} corners", [[star(rng, x, y, rng.uniform(0.001, 4), count)]]
    for index in range(6):
        x, y = rng.uniform(107, 110), rng.uniform(14, 16)
        outer = star(rng, x, y, 0.3, 16)
        holes = [scaled(outer, x, y, 0.3)] if index < 3 else [
            star(rng, x - 0.05, y, 0.02, 7), star(rng, x + 0.05, y, 0.02, 9)[::-1]]
        yield f"holes {index}, one winding like the outer ring", [[outer] + holes]
    for index in range(6):
        first, second = star(rng, 108.2, 14.8, 0.2, 30), star(rng, 109.1, 15.3, 0.25, 30)
        hole = scaled(second, 109.1, 15.3, 0.25)
        yield f"parts that wind differently {index}", [[first], [second[::-1], hole]]
    same = star(rng, 108.5, 15.0, 0.1, 12)
    shifted = [[a + 1, b] for a, b in same]
    yield "two equal parts, opposite directions: signed areas cancel", [[same], [shifted[::-1]]]
    yield "sliver, 1 m by 50 km", [[[[108, 15], [108.45, 15.1], [108.45, 15.10001], [108, 15.00001],
                                     [108, 15]]]]
    yield "sliver, needle", [[[[108, 15], [109, 15.5], [108.5, 15.26], [108, 15]]]]
    yield "sliver between two meridians", [[box(108.5, 14, 108.5000001, 16)]]
    for size in [1e-2, 1e-3, 1e-4]:
        yield f"tiny star of {size} degrees", [[star(rng, 108.31, 14.77, size, 11)]]
    yield "huge, a third of the globe", [[[[0, -30], [90, -35], [180, -30], [-90, -25], [0, -30]]]]
    yield "huge, an octant", [[[[0, 0], [90, 0], [90, 90], [0, 0]]]]
    yield "around the north pole", [[[[k * 30 - 180, 85 + k % 3] for k in range(12)] + [[-180, 85]]]]
    yield "around the south pole, clockwise", [[
        [[180 - k * 40, -70] for k in range(9)] + [[180, -70]]]]
    yield "corner at the pole", [[[[10, 80], [50, 80], [50, 90], [10, 90], [10, 80]]]]
    for index in range(4):
        x, y = rng.choice([180, -180]) + rng.uniform(-0.1, 0.1), rng.uniform(-60, 70)
        yield f"across the antimeridian {index}", [[wrapped(star(rng, x, y, 2, 18))]]
    yield "edge on the antimeridian", [[box(178, -18, 180, -16)], [box(-180, -18, -179, -16)]]
    yield "longitudes beyond 180", [[box(179, 10, 181, 12)]]


def ring_area(ring):
    area, _ = GEOD.polygon_area_perimeter([p[0] for p in ring[:-1]], [p[1] for p in ring[:-1]])
    return abs(area)


def area(polygons):
    by_ring = sum(ring_area(p[0]) - sum(ring_area(h) for h in p[1:]) for p in polygons)
    # In the plane a polygon over the antimeridian or a pole has no orientation to trust.
    if all(abs(a - b) < 90 for p in polygons for r in p for (a, _), (b, _) in zip(r, r[1:])):
        oriented = MultiPolygon([orient(Polygon(p[0], p[1:])) for p in polygons])
        by_shape, _ = GEOD.geometry_area_perimeter(oriented)
        assert abs(by_shape - by_ring) <= 1e-12 * by_ring + 1e-6, (by_shape, by_ring)
    return by_ring


def lines():
    rng = random.Random(590)
    for count in [2, 3, 10, 200]:
        x, y = 108.5, 15.0
        line = []
        for _ in range(count):
            x, y = x + rng.uniform(-0.01, 0.02), y + rng.uniform(-0.01, 0.01)
            line.append([x, y])
        yield f"road of {count} positions", line
    yield "over the antimeridian", [[179.5, 10], [-179.5, 10.5], [-178, 11]]
    yield "over the pole", [[0, 88], [180, 88]]
    yield "along the equator, nearly to the antipode", [[0, 0], [179.3, 0]]


def distances():
    rng = random.Random(272)
    pairs = [[[108.5, 15], [109.5, 15]], [[108.5, 15], [108.5, 16]], [[0, 0], [179.5, 0.5]],
             [[0, 90], [0, -90]], [[108.5, 15], [108.5, 15]], [[108.5, 15], [108.50001, 15]]]
    pairs += [[[rng.uniform(-180, 180), rng.uniform(-90, 90)] for _ in range(2)] for _ in range(20)]
    pairs += [[[rng.uniform(108, 109), rng.uniform(14.5, 15.5)] for _ in range(2)]
              for _ in range(20)]
    text = "".join(f"{a[1]!r} {a[0]!r} {b[1]!r} {b[0]!r}\n" for a, b in pairs)
    command = ["geod", "+ellps=WGS84", "-I", "-f", "%.9f", "-F", "%.9f"]
    out = subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout
    figures = [float(line.split()[-1]) for line in out.splitlines()]
    assert len(figures) == len(pairs)
    return command, [{"from": a, "to": b, "metres": m} for (a, b), m in zip(pairs, figures)]


def geod_release():
    shown = subprocess.run(["geod"], capture_output=True, text=True)
    return (shown.stdout + shown.stderr).splitlines()[0]


def main():
    command, measured = distances()
    record = {
        "program": f"pyproj {pyproj.__version__} with PROJ {pyproj.proj_version_str}",
        "second": f"geod of PROJ {geod_release()}; shapely {shapely.__version__} for orientation",
        "commands": ["python Tests/Oracles/geodesic_areas.py", " ".join(command)],
        "areas": [
            {"name": name, "polygons": polygons, "square_metres": area(polygons)}
            for name, polygons in area_cases()],
        "lines": [
            {"name": name, "line": line,
             "metres": GEOD.line_length([p[0] for p in line], [p[1] for p in line])}
            for name, line in lines()],
        "distances": measured}
    out = pathlib.Path(__file__).parents[1] / "PROJKitTests/Fixtures/geodesic-areas.json"
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(record, separators=(",", ":")) + "\n")
    signed, _ = GEOD.geometry_area_perimeter(
        MultiPolygon([Polygon(p[0]) for p in record["areas"][36]["polygons"]]))
    print(f"{len(record['areas'])} areas, {len(measured)} distances;"
          f" '{record['areas'][36]['name']}': pyproj without care says {signed:.0f} m2")


if __name__ == "__main__":
    main()
