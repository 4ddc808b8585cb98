#!/usr/bin/env python3
"""W2a, paved length in each commune: shapely's STRtree; lines wholly inside count by their own
length, the rest is intersected.

usage: w2a_strtree.py ROADS COMMUNES OUT.csv [THREADS]
"""

import sys
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pandas as pd
import shapely

from common import layer, paved_roads, shapes, step

threads = int(sys.argv[4]) if len(sys.argv) > 4 else 1
lines = shapes(paved_roads(sys.argv[1]))
table = layer(sys.argv[2], ["commune_id"])
communes = shapes(table)
step("read", len(lines))
tree = shapely.STRtree(lines)
shapely.prepare(communes)
count = len(communes)


def keys(commune, line):
    """One number for each pair."""
    return commune.astype(np.int64) * len(lines) + line


def lengths(part):
    """The metres in each commune, from one thread's part of the communes."""
    first = part * count // threads
    chosen = communes[first:(part + 1) * count // threads]
    inside, inside_line = tree.query(chosen, predicate="contains_properly")
    metres = np.bincount(inside + first, shapely.length(lines[inside_line]), count)
    meeting, line = tree.query(chosen, predicate="intersects")
    crossing = ~np.isin(keys(meeting, line), keys(inside, inside_line))
    meeting, line = meeting[crossing] + first, line[crossing]
    pieces = shapely.intersection(lines[line], communes[meeting])
    return metres + np.bincount(meeting, shapely.length(pieces), count)


with ThreadPoolExecutor(threads) as pool:
    metres = sum(pool.map(lengths, range(threads)))
pd.DataFrame({"commune_id": table.commune_id, "m": metres}).to_csv(sys.argv[3], index=False)
print(f"paved_km={metres.sum() / 1000:.4f} max_km={metres.max() / 1000:.4f}"
      f" communes_with={int((metres > 0).sum())}")
