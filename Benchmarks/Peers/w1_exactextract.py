#!/usr/bin/env python3
"""W1, area by class in each polygon, exact shares of cells: exactextract.

The cells of a class are its share times the sum of shares ("count").
"""

import argparse
import multiprocessing

import geopandas as gpd
import numpy as np
import pandas as pd
from exactextract import exact_extract

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("raster")
parser.add_argument("polygons")
parser.add_argument("out", help="CSV")
parser.add_argument("--jobs", type=int, default=1, help="processes (1)")
parser.add_argument("--strategy", default="feature-sequential")
options = parser.parse_args()

KEY = "commune_id"
polygons = gpd.read_file(options.polygons, columns=[KEY])


def extracted(part):
    """The part of the polygons that one process does."""
    count = len(polygons)
    chosen = polygons.iloc[part * count // options.jobs:(part + 1) * count // options.jobs]
    return exact_extract(
        options.raster, chosen, ["count", "unique", "frac"], include_cols=[KEY],
        output="pandas", strategy=options.strategy)


if options.jobs == 1:
    table = extracted(0)
else:
    with multiprocessing.get_context("fork").Pool(options.jobs) as pool:
        table = pd.concat(pool.map(extracted, range(options.jobs)), ignore_index=True)

classes = table["unique"].map(len).to_numpy()
cells = pd.DataFrame({
    KEY: np.repeat(table[KEY].to_numpy(), classes),
    "class": np.concatenate(table["unique"].to_list()).astype(int),
    "cells": (np.concatenate(table["frac"].to_list())
              * np.repeat(table["count"].to_numpy(), classes)),
})
cells.to_csv(options.out, index=False)
total = cells.groupby("class").cells.sum()
print(f"forest_cells={total[10]:.3f} total_cells={total.sum():.3f}"
      f" forest_pct={100 * total[10] / total.sum():.5f} rows={len(cells)}")
