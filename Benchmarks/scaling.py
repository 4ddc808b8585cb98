"""Twice the polygons, twice the cells: how the time of `upland forest-cover` grows with each.

Makes, from the measured workload (Workload/make_workload.py), communes in halved and doubled numbers over
the same land and rasters of half and of twice the cells over the same ground; runs `upland
forest-cover --by commune` on each in turn, and prints a table of Markdown with medians and the ratio to the
line before.

    python3 Benchmarks/scaling.py work --upland .build/release/upland [--folder DIR] [--runs 3]

Python with the packages of Workload/requirements.txt and rasterio. What was made is used again.
"""

import argparse
import pathlib
import re
import statistics
import subprocess
import sys

import numpy as np
import rasterio
from rasterio.enums import Resampling
from rasterio.windows import Window

sys.path.insert(0, str(pathlib.Path(__file__).parent / "Workload"))
from frame import BOX, SEED  # noqa: E402
from units import write_communes  # noqa: E402

POLYGONS = [5_000, 10_000, 20_000]
SIDES = [14_142, 20_000, 28_284]     # squared: 200, 400 and 800 million cells
STRIP = 512

PLAN = """upland: 1
units:
  - {{level: commune, source: {units}, code: code, name: name}}
forest: {{rule: class-10, source: {raster}, classes: [10]}}
"""


def make_raster(source, path, side):
    """The source's cells at another size, the nearest taken."""
    with rasterio.open(source) as old:
        profile = old.profile | {
            "width": side, "height": side,
            "transform": old.transform * old.transform.scale(old.width / side, old.height / side)}
        with rasterio.open(path, "w", **profile) as new:
            for row in range(0, side, STRIP):
                rows = min(STRIP, side - row)
                window = Window(0, row * old.height / side, old.width, rows * old.height / side)
                cells = old.read(
                    1, window=window, out_shape=(rows, side), resampling=Resampling.nearest)
                new.write(np.ascontiguousarray(cells), 1, window=Window(0, row, side, rows))


def measured(command):
    """Wall time and CPU time in seconds, peak memory in MiB."""
    run = subprocess.run(
        ["/usr/bin/time", "-f", "%e %U %S %M", *command], capture_output=True, text=True, check=True)
    wall, user, system, kilobytes = re.findall(r"[\d.]+", run.stderr.splitlines()[-1])
    return float(wall), float(user) + float(system), int(kilobytes) / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("--upland", default=".build/release/upland")
    parser.add_argument("--folder", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    work = arguments.work.resolve()
    folder = (arguments.folder or work / "scaling").resolve()
    folder.mkdir(exist_ok=True)
    cases = [(count, SIDES[1]) for count in POLYGONS] + [(POLYGONS[1], side) for side in SIDES]
    for count in POLYGONS:
        if not (folder / f"communes-{count}.gpkg").exists():
            write_communes(folder / f"communes-{count}", count, BOX, SEED)
    for side in SIDES:
        if not (folder / f"cells-{side}.tif").exists():
            make_raster(work / "landcover.tif", folder / f"cells-{side}.tif", side)
    found = {}
    for run in range(arguments.runs):
        for count, side in dict.fromkeys(cases):
            plan = folder / f"plan-{count}-{side}.yaml"
            plan.write_text(PLAN.format(units=f"communes-{count}.gpkg", raster=f"cells-{side}.tif"))
            found.setdefault((count, side), []).append(measured([
                arguments.upland, "forest-cover", str(plan), "--by", "commune", "-q",
                "-o", str(folder / "out.geojson")]))
    print("| communes | cells, millions | wall s | CPU s | peak MiB | CPU to the line before |")
    print("|--:|--:|--:|--:|--:|--:|")
    before = None
    for index, case in enumerate(cases):
        wall, cpu, peak = (statistics.median(values) for values in zip(*found[case]))
        ratio = "" if index % 3 == 0 else f"{cpu / before:.2f}"
        print(f"| {case[0]:,} | {case[1] ** 2 / 1e6:.0f} | {wall:.2f} | {cpu:.2f} | {peak:.0f} |"
              f" {ratio} |")
        before = cpu


main()
