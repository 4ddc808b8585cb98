#!/usr/bin/env python3
"""W3a, hazard area by class and commune: geopandas.overlay.

usage: w3a_overlay.py COMMUNES HAZARD OUT.csv
"""

import sys

import geopandas as gpd

from common import layer, step

communes = layer(sys.argv[1], ["commune_id"])
hazards = layer(sys.argv[2], ["hclass"])
step("read")
pieces = gpd.overlay(communes, hazards, how="intersection", keep_geom_type=True)
pieces["m2"] = pieces.area
step("overlay", len(pieces))
areas = pieces.groupby(["commune_id", "hclass"]).m2.sum()
areas.to_csv(sys.argv[3])
by_class = areas.groupby("hclass").sum() / 1e6
print("km2 " + " ".join(f"class_{code}={area:.6f}" for code, area in by_class.items())
      + f" total={by_class.sum():.6f} rows={len(areas)}")
