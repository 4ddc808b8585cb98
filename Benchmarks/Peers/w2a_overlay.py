#!/usr/bin/env python3
"""W2a, paved length in each commune: geopandas.overlay.

usage: w2a_overlay.py ROADS COMMUNES OUT.csv
"""

import sys

import geopandas as gpd

from common import layer, paved_roads, step

roads = paved_roads(sys.argv[1])
communes = layer(sys.argv[2], ["commune_id"])
step("read", len(roads))
pieces = gpd.overlay(roads, communes, how="intersection", keep_geom_type=True)
pieces["m"] = pieces.length
step("overlay")
metres = pieces.groupby("commune_id").m.sum().reindex(communes.commune_id, fill_value=0)
metres.to_csv(sys.argv[3])
print(f"paved_km={metres.sum() / 1000:.4f} max_km={metres.max() / 1000:.4f}"
      f" pieces={len(pieces)} communes_with={int((metres > 0).sum())}")
