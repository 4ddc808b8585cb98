#!/usr/bin/env python3
"""W3a, hazard area by class and commune: shapely's STRtree and intersections.

usage: w3a_strtree.py COMMUNES HAZARD OUT.csv [THREADS]
"""

import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pandas as pd
import shapely

from common import layer, shapes, step

PAIRS_AT_ONCE = 2000

threads = int(sys.argv[4]) if len(sys.argv) > 4 else 1
communes = layer(sys.argv[1], ["commune_id"])
hazards = layer(sys.argv[2], ["hclass"])
step("read")
commune, hazard = shapely.STRtree(shapes(hazards)).query(shapes(communes))
step("pairs", len(commune))
commune_shapes, hazard_shapes = shapes(communes)[commune], shapes(hazards)[hazard]


def areas(first):
    """The areas of some pairs."""
    chosen = slice(first, first + PAIRS_AT_ONCE)
    return shapely.area(shapely.intersection(commune_shapes[chosen], hazard_shapes[chosen]))


with ThreadPoolExecutor(threads) as pool:
    square_metres = np.concatenate(
        list(pool.map(areas, range(0, len(commune), PAIRS_AT_ONCE))))
step("intersections")
table = pd.DataFrame({
    "commune_id": communes.commune_id.to_numpy()[commune],
    "hclass": hazards.hclass.to_numpy()[hazard], "m2": square_metres,
})[square_metres > 0].groupby(["commune_id", "hclass"]).m2.sum()
table.to_csv(sys.argv[3])
by_class = table.groupby("hclass").sum() / 1e6
print("km2 " + " ".join(f"class_{code}={area:.6f}" for code, area in by_class.items())
      + f" total={by_class.sum():.6f} rows={len(table)}")
