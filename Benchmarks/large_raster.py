"""Forest cover over a raster far larger than memory should need: 60,000 × 60,000 cells.

Makes a compressed GeoTIFF of 0.00025° cells (3.6·10⁹, some tens of MB), 100 units with jagged borders
that fill it, and plans with several least patches; runs `upland forest-cover` on each by
`/usr/bin/time -v` and prints a table of Markdown: wall time, CPU time, peak memory.

    python3 Benchmarks/large_raster.py --upland .build/release/upland [--folder DIR]

Python with numpy and rasterio (Benchmarks/Peers/requirements.txt). The same folder is used again: the
raster is made only once.
"""

import argparse
import json
import math
import os
import pathlib
import random
import re
import subprocess
import tempfile

import numpy as np
import rasterio
from rasterio.transform import from_origin
from rasterio.windows import Window

SIZE = 60_000
STEP = 0.00025
WEST, NORTH = 100.0, 23.0
TILE = 512
SEED = 20261
LEAST = [None, 0.3, 30, 1000, 5000]


def tiles(count):
    """Square tiles of codes: blobs of forest (10) of 3 to 60 cells across, other land, some nodata."""
    rng = np.random.default_rng(SEED)
    rows, columns = np.mgrid[0:TILE, 0:TILE]
    for _ in range(count):
        field = np.zeros((TILE, TILE))
        for _ in range(40):
            # Whole waves in a tile, so that blobs run on into the next one.
            kx, ky = rng.integers(-12, 13, 2)
            field += np.sin(
                2 * math.pi * (kx * columns + ky * rows) / TILE + rng.uniform(0, 2 * math.pi))
        codes = np.where(field > rng.uniform(0, 4), 10, 30).astype(np.uint8)
        codes[rows**2 + columns**2 < 40**2] = 0
        yield codes


def make_raster(path, dtype):
    drawn = list(tiles(9))
    profile = {
        "driver": "GTiff", "width": SIZE, "height": SIZE, "count": 1, "dtype": dtype,
        "crs": "EPSG:4326", "transform": from_origin(WEST, NORTH, STEP, STEP), "nodata": 0,
        "tiled": True, "blockxsize": TILE, "blockysize": TILE, "compress": "deflate", "zlevel": 6}
    choose = random.Random(SEED)
    with rasterio.Env(GDAL_CACHEMAX=64), rasterio.open(path, "w", **profile) as raster:
        for row in range(0, SIZE, TILE):
            strip = np.hstack(
                [choose.choice(drawn) for _ in range(0, SIZE, TILE)])[:, :SIZE].astype(dtype)
            height = min(TILE, SIZE - row)
            raster.write(strip[:height], 1, window=Window(0, row, SIZE, height))


def make_units(path, n=10, jags=24):
    """n × n units: borders between the nodes of a grid, each a jagged line that neighbours share."""
    rng = random.Random(SEED)
    side = SIZE * STEP / n

    def line(a, b):
        places = [a]
        for index in range(1, jags):
            part = index / jags
            dx, dy = rng.uniform(-0.03, 0.03), rng.uniform(-0.03, 0.03)
            places.append((a[0] + part * (b[0] - a[0]) + dx, a[1] + part * (b[1] - a[1]) + dy))
        return places + [b]

    def node(column, row):
        return WEST + column * side, NORTH - row * side

    across = {(c, r): line(node(c, r), node(c + 1, r)) for r in range(n + 1) for c in range(n)}
    down = {(c, r): line(node(c, r), node(c, r + 1)) for c in range(n + 1) for r in range(n)}
    features = []
    for row in range(n):
        for column in range(n):
            ring = (
                across[column, row] + down[column + 1, row][1:]
                + across[column, row + 1][::-1][1:] + down[column, row][::-1][1:])
            features.append({
                "type": "Feature", "properties": {"code": f"{row:02}{column:02}"},
                "geometry": {"type": "Polygon", "coordinates": [[list(p) for p in ring]]}})
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))


def plan(folder, raster, definition, least):
    patch = "" if least is None else f", min_patch_ha: {least}"
    file = folder / f"{raster.stem}-{least or 0}.yaml"
    file.write_text(
        "upland: 1\n"
        "units: {level: commune, source: units.geojson, code: code}\n"
        f"forest: {{rule: own, source: {raster.name}, {definition}{patch}}}\n")
    return file


def measure(upland, file):
    process = subprocess.run(
        ["/usr/bin/time", "-v", upland, "forest-cover", file.name, "-o", f"{file.stem}.geojson"],
        cwd=file.parent, capture_output=True, text=True)
    said = process.stderr

    def number(label):
        return float(re.search(rf"{re.escape(label)}: ([\d.]+)", said)[1])

    wall = re.search(r"Elapsed \(wall clock\) time \(h:mm:ss or m:ss\): ([\d:.]+)", said)[1]
    seconds = sum(float(p) * 60**i for i, p in enumerate(reversed(wall.split(":"))))
    cpu = number("User time (seconds)") + number("System time (seconds)")
    line = next((x for x in said.splitlines() if x.startswith("upland:")), "")
    status = process.returncode
    return seconds, cpu, number("Maximum resident set size (kbytes)") / 1024, status, line


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--upland", required=True)
    arguments.add_argument("--folder", default=os.path.join(tempfile.gettempdir(), "upland-large-raster"))
    chosen = arguments.parse_args()
    folder = pathlib.Path(chosen.folder)
    folder.mkdir(parents=True, exist_ok=True)
    upland = str(pathlib.Path(chosen.upland).resolve())
    make_units(folder / "units.geojson")
    print("| raster | least patch ha | wall s | CPU s | peak MiB | exit |")
    print("|---|--:|--:|--:|--:|--:|")
    for name, dtype, definition, steps in [
        ("bytes.tif", "uint8", "classes: [10]", LEAST),
        ("reals.tif", "float32", "threshold: {min: 5}", [0.3]),
    ]:
        raster = folder / name
        if not raster.exists():
            make_raster(raster, dtype)
        for least in steps:
            file = plan(folder, raster, definition, least)
            wall, cpu, peak, status, line = measure(upland, file)
            print(
                f"| {dtype}, {raster.stat().st_size / 2**20:.0f} MiB | {least or 0} | {wall:.1f} |"
                f" {cpu:.1f} | {peak:.0f} | {status} | {line}", flush=True)


if __name__ == "__main__":
    main()
