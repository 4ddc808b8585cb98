"""Forest cover from a raster by exactextract, the oracle of RasterForestCover.

Writes Tests/ForestCoverTests/Fixtures/forest-raster-exactextract.json: made-up land cover (seeded)
on a grid in degrees, units that reach beyond it, and for each unit the cells and the square metres
of each class, those beyond the raster included.

exactextract keeps shares as 32-bit numbers, 6e-8 from the truth; so it is asked for a grid FINER
times finer in both directions, whose shares are averaged over each cell: interior cells are exact,
and the error falls below 1e-9 of a cell. The raster is given to it with a margin of a class of its
own, so that it also tells what lies outside. The area of a cell is the closed form of the
ellipsoidal quadrilateral (Snyder, USGS Professional Paper 1395, 1987, eq. 3-12, doi:10.3133/pp1395).

Run from the repository's root with the versions of Tests/requirements.txt:

    .venv/bin/python Tests/Oracles/forest_raster_exactextract.py
"""

import json
import math
import pathlib
import random
from importlib.metadata import version

import numpy as np
import shapely
from exactextract import exact_extract
from exactextract.raster import NumPyRasterSource

FINER = 64
MARGIN = 6
CLASSES = "?oFx"  # no data, other, forest, outside: the order of the figures written
A = 6378137.0
F = 1 / 298.257223563


def quadrilaterals(top, step, rows):
    """The area in m² of a cell of each row; `top` is the latitude of the first row's upper edge."""
    e = math.sqrt(F * (2 - F))

    def q(latitude):
        s = math.sin(math.radians(latitude))
        return (1 - e * e) * (s / (1 - (e * s) ** 2) + math.atanh(e * s) / e)

    width = math.radians(step)
    return [
        A * A / 2 * width * (q(top - row * step) - q(top - (row + 1) * step)) for row in range(rows)]


def star(rng, x, y, radius, count):
    """A ring that does not cross itself: angles ascend, radii vary; to 9 decimals."""
    turn = rng.uniform(0, 2 * math.pi)
    ring = []
    for k in range(count):
        r = radius * rng.uniform(0.3, 1)
        angle = turn + 2 * math.pi * k / count
        ring.append([round(x + r * math.cos(angle), 9), round(y + r * math.sin(angle), 9)])
    return ring + [ring[0]]


def shares(unit, columns, rows):
    """The share of each cell of the raster with its margin that lies inside `unit`."""
    width, height = columns + 2 * MARGIN, rows + 2 * MARGIN
    raster = NumPyRasterSource(
        np.zeros((height * FINER, width * FINER)), xmin=-MARGIN, ymin=-MARGIN,
        xmax=columns + MARGIN, ymax=rows + MARGIN)
    coordinates = [[[[x, rows - y] for x, y in ring] for ring in part] for part in unit]
    feature = {
        "type": "Feature", "properties": {},
        "geometry": {"type": "MultiPolygon", "coordinates": coordinates}}
    result = exact_extract(raster, [feature], ["cell_id", "coverage"])[0]["properties"]
    fine = np.zeros(height * width * FINER * FINER)
    fine[np.asarray(result["cell_id"], dtype=np.int64)] = result["coverage"]
    return fine.reshape(height, FINER, width, FINER).sum(axis=(1, 3)) / FINER**2


def case(rng, columns, rows, top, step):
    lines = ["".join(rng.choice("FFFoo?") for _ in range(columns)) for _ in range(rows)]
    units = [
        [[star(rng, rng.uniform(0, columns), rng.uniform(0, rows), rng.uniform(0.3, MARGIN), count)]]
        for count in (3, 5, 8, 13)]
    outer = star(rng, columns / 2, rows / 2, min(columns, rows) / 2, 17)
    hole = [[columns / 2 + (x - columns / 2) * 0.4, rows / 2 + (y - rows / 2) * 0.4] for x, y in outer]
    units.append([[outer, hole], [star(rng, columns + 2.5, 2, 2, 6)]])
    assert all(
        shapely.MultiPolygon([(part[0], part[1:]) for part in unit]).is_valid for unit in units)
    padded = np.full((rows + 2 * MARGIN, columns + 2 * MARGIN), CLASSES.index("x"))
    padded[MARGIN:-MARGIN, MARGIN:-MARGIN] = [[CLASSES.index(c) for c in line] for line in lines]
    cell = np.array(quadrilaterals(top + MARGIN * step, step, rows + 2 * MARGIN))[:, None]
    found = []
    for unit in units:
        inside = shares(unit, columns, rows)
        found.append({
            "cells": [float(inside[padded == code].sum()) for code in range(4)],
            "m2": [float((inside * cell)[padded == code].sum()) for code in range(4)]})
    return {"top": top, "step": step, "map": lines, "units": units, "found": found}


def main():
    rng = random.Random(20262)
    out = pathlib.Path(__file__).parents[1] / "ForestCoverTests/Fixtures/forest-raster-exactextract.json"
    record = {
        "program": f"exactextract {version('exactextract')}",
        "operations": ["cell_id", "coverage"], "finer": FINER,
        "command": "python Tests/Oracles/forest_raster_exactextract.py", "classes": CLASSES,
        "cases": [
            case(rng, 14, 11, 15.2, 0.01), case(rng, 9, 12, 42.6, 0.0025),
            case(rng, 20, 5, 0.02, 0.01)]}
    out.write_text(json.dumps(record, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
