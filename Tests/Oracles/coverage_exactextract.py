"""Cell coverage by exactextract, the oracle of GeoAlgorithms' OutlineScanner.

Writes Tests/GeoAlgorithmsTests/Fixtures/coverage-exactextract.json: a dozen polygons on small
grids with the share of every cell that exactextract finds, and beside it the area of the
intersection with the cell by GEOS. exactextract keeps shares as 32-bit numbers, 6e-8 from the
truth; so it is asked for a grid FINER times finer in both directions, whose shares are averaged
over each cell: interior cells are exact, and the error falls below 1e-9.

Run from the repository's root with Python 3.11, exactextract 0.3.0, numpy and shapely:

    .venv/bin/python Tests/Oracles/coverage_exactextract.py

Polygons are in grid coordinates with rows downwards; exactextract is given y = rows - row.
"""

import json
import math
import pathlib
import random
import sys
from importlib.metadata import version

import numpy as np
import shapely
from exactextract import exact_extract
from exactextract.raster import NumPyRasterSource


FINER = 64


def star(rng, x, y, radius, count):
    """A ring without self-intersections: angles ascend, radii vary."""
    angles = sorted(rng.uniform(0, 2 * math.pi) for _ in range(count))
    while max((b - a) for a, b in zip(angles, angles[1:] + [angles[0] + 2 * math.pi])) > 2.8:
        angles = sorted(rng.uniform(0, 2 * math.pi) for _ in range(count))
    ring = []
    for angle in angles:
        r = radius * rng.uniform(0.35, 1)
        ring.append([x + r * math.cos(angle), y + r * math.sin(angle)])
    return ring + [ring[0]]


def scaled(ring, x, y, factor):
    return [[x + (a - x) * factor, y + (b - y) * factor] for a, b in ring]


def cases():
    rng = random.Random(20260)
    yield "triangle", 4, 3, [[[[0, 0], [4, 0], [0, 3], [0, 0]]]]
    yield "edges on cell borders", 5, 4, [[[[1, 1], [4, 1], [4, 3], [1, 3], [1, 1]]]]
    yield "diagonal through corners", 4, 4, [[[[0, 0], [4, 4], [0, 4], [0, 0]]]]
    yield "within one cell", 3, 3, [[[[1.2, 1.3], [1.8, 1.4], [1.5, 1.9], [1.2, 1.3]]]]
    yield "sliver", 6, 5, [[[[0.3, 4.7], [5.6, 0.2], [5.6, 0.2001], [0.3, 4.7001], [0.3, 4.7]]]]
    yield "beyond the raster", 4, 4, [[[[-3.5, 1.25], [2, -2.75], [7.5, 2], [1, 9], [-3.5, 1.25]]]]
    for index, count in enumerate([5, 9, 17, 60]):
        yield f"star {count}", 9, 8, [[star(rng, 4.4, 4.1, 4.5, count)]]
    outer = star(rng, 6, 5, 5.5, 24)
    yield "hole", 12, 10, [[outer, scaled(outer, 6, 5, 0.5)]]
    yield "hole that touches cell borders", 6, 6, [[
        [[0.5, 0.5], [5.5, 0.5], [5.5, 5.5], [0.5, 5.5], [0.5, 0.5]],
        [[2, 2], [2, 4], [4, 4], [4, 2], [2, 2]]]]
    first, second = star(rng, 3, 3, 2.9, 12), star(rng, 9.2, 6.1, 3, 15)
    yield "two parts, one with a hole, opposite directions", 13, 10, [
        [first[::-1]], [second, scaled(second, 9.2, 6.1, 0.4)[::-1]]]


def shares(columns, rows, polygons):
    fine_columns, fine_rows = columns * FINER, rows * FINER
    raster = NumPyRasterSource(
        np.zeros((fine_rows, fine_columns)), xmin=0, ymin=0, xmax=columns, ymax=rows)
    geometry = {
        "type": "MultiPolygon",
        "coordinates": [[[[x, rows - y] for x, y in ring] for ring in part] for part in polygons]}
    feature = {"type": "Feature", "properties": {}, "geometry": geometry}
    result = exact_extract(raster, [feature], ["cell_id", "coverage"])[0]["properties"]
    fine = np.zeros(fine_rows * fine_columns)
    fine[np.asarray(result["cell_id"], dtype=np.int64)] = result["coverage"]
    fine = fine.reshape(rows, FINER, columns, FINER)
    return (fine.sum(axis=(1, 3)) / FINER**2).tolist()


def areas(columns, rows, polygons):
    whole = shapely.unary_union([shapely.Polygon(part[0], part[1:]) for part in polygons])
    assert whole.is_valid
    return [
        [whole.intersection(shapely.box(column, row, column + 1, row + 1)).area
         for column in range(columns)]
        for row in range(rows)]


def main():
    out = pathlib.Path(__file__).parents[1] / "GeoAlgorithmsTests/Fixtures/coverage-exactextract.json"
    record = {
        "program": f"exactextract {version('exactextract')}",
        "operations": ["cell_id", "coverage"],
        "finer": FINER,
        "second": f"shapely {shapely.__version__}, GEOS {shapely.geos_version_string}",
        "command": "python Tests/Oracles/coverage_exactextract.py",
        "cases": [
            {"name": name, "columns": columns, "rows": rows, "polygons": polygons,
             "exactextract": shares(columns, rows, polygons),
             "geos": areas(columns, rows, polygons)}
            for name, columns, rows, polygons in cases()]}
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(record, separators=(",", ":")) + "\n")
    for case in record["cases"]:
        difference = np.abs(np.array(case["exactextract"]) - np.array(case["geos"])).max()
        print(f"{case['name']}: the two differ by at most {difference:.1e}", file=sys.stderr)


if __name__ == "__main__":
    main()
