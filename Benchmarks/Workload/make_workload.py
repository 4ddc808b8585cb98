#!/usr/bin/env python3
"""Writes the measured workload: one deterministic land of 600 km × 600 km in EPSG:32649.

About 0.8 GB. Every layer has a generator seeded by its own number, so a part can be made alone.

    w1   landcover.tif     20,000 × 20,000 cells of 30 m, one byte, deflate, nodata 0
         communes.gpkg     10,000 polygons of about 192 vertices that share jagged borders
         centres.gpkg      a centre for each
    w1s  landcover_s.tif   3,000 × 3,000 cells cut from it (needs w1)
         communes_s.gpkg   200 polygons
    w2   roads.gpkg .fgb .parquet   1,000,000 lines with class and surface, 702,982 of them paved
         villages.gpkg     100,000 points with their people
         pop.tif           10,000 × 10,000 cells of 60 m, people
    w3   hazard.gpkg       20,000 polygons in five classes
         friction.tif      5,000 × 5,000 cells of 120 m, minutes for a metre (needs w1)
         sources.gpkg      500 points on cells that can be passed
         frame.gpkg        the square that communes fill, as one unit
    w4   national_*.gpkg   11,163 communes of about 192 vertices, 705 districts, 63 provinces
         national_by_*.csv a table of 100 columns about them: by code, by name as people write it
         plan-national-*.yaml   a plan for each
"""

import argparse
import pathlib
import shutil

import numpy as np

import frame
from fields import make_fields
from frame import BOX, log
from friction import SOURCES, write_frame, write_friction, write_sources
from hazards import write_hazards
from landcover import write_landcover, write_province
from national import write_national
from network import make_graph
from population import write_population
from roads import make_roads, make_villages
from units import write_centres, write_communes
from writing import write_vector

PARTS = ("w1", "w1s", "w2", "w3", "w4")
PROVINCE_SIDE, PROVINCE_INSET = 90000, 41.7
PLANS = ("plan.yaml", "plan-province.yaml", "plan-minutes.yaml", "plan-hazard.yaml")


def main():
    """Makes the parts asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path, help="where to write; made if missing")
    parser.add_argument("--only", default=",".join(PARTS), help="parts, by comma (all)")
    parser.add_argument("--seed", type=int, default=frame.SEED, help=f"({frame.SEED})")
    options = parser.parse_args()
    parts = set(options.only.split(","))
    if not parts <= set(PARTS):
        parser.error(f"parts are {', '.join(PARTS)}")
    options.folder.mkdir(parents=True, exist_ok=True)
    make(options.folder, parts, options.seed)


def make(folder, parts, seed):
    """Writes `parts` and the plans into `folder`."""
    for plan in PLANS:
        shutil.copy(pathlib.Path(__file__).with_name(plan), folder)
    if "w4" in parts:
        write_national(folder, BOX, seed + 6)
    if parts == {"w4"}:
        return
    fields = make_fields(seed)
    log("fields")
    centres = write_communes(folder / "communes", 10000, BOX, seed + 1)
    write_centres(folder / "centres", centres)
    log("communes, centres")
    if "w1" in parts:
        write_landcover(folder / "landcover.tif", fields)
        log("land cover")
    if "w1s" in parts:
        make_province(folder, seed + 2)
        log("province")
    if parts & {"w2", "w3"}:
        generator = np.random.default_rng(seed + 3)
        graph = make_graph(centres, fields, generator)
        roads = make_roads(graph, fields, generator)
        chosen = np.sort(generator.choice(len(centres), SOURCES, replace=False))
    if "w2" in parts:
        write_vector(roads, folder / "roads", ("gpkg", "fgb", "parquet"))
        villages = make_villages(graph.junctions, np.random.default_rng(seed + 4))
        write_vector(villages, folder / "villages")
        log("roads, villages")
        write_population(folder / "pop.tif", fields)
        log("population")
    if "w3" in parts:
        write_hazards(folder / "hazard", fields, np.random.default_rng(seed + 5))
        log("hazards")
        friction = write_friction(folder / "friction.tif", folder / "landcover.tif", roads)
        write_sources(folder / "sources", centres[chosen], friction)
        write_frame(folder / "frame")
        log("friction, sources")


def make_province(folder, seed):
    """The zonal work at the scale of a province."""
    west, north = write_province(folder / "landcover_s.tif", folder / "landcover.tif")
    box = (
        west + PROVINCE_INSET, north - PROVINCE_SIDE + PROVINCE_INSET,
        west + PROVINCE_SIDE - PROVINCE_INSET, north - PROVINCE_INSET)
    write_communes(folder / "communes_s", 200, box, seed)


if __name__ == "__main__":
    main()
