"""Slope of a projected grid by `gdaldem slope -p`, the oracle of HornSlope.

Writes Tests/GeoAlgorithmsTests/Fixtures/slope-gdaldem.json: a made-up terrain model of 40 × 50 cells,
30 m wide and 25 m high in EPSG:32648, with voids, and its slope in per cent. Heights are whole metres,
which gdaldem's 32-bit numbers hold exactly, and so are the slopes but for their own rounding.

gdaldem comes with Debian's gdal-bin (GDALDEM=... names another); without it nothing is done. Run from the
repository's root with the versions of Tests/requirements.txt:

    .venv/bin/python Tests/Oracles/slope_gdaldem.py
"""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import numpy as np
import rasterio

ROOT = pathlib.Path(__file__).parents[2]
ROWS, COLUMNS, WIDTH, HEIGHT, VOID = 40, 50, 30, 25, -32768


def made(random):
    """Heights: hills, noise, a plain, a cliff, voids."""
    y, x = np.mgrid[0:ROWS, 0:COLUMNS]
    heights = 300 + 120 * np.sin(x / 5) * np.cos(y / 7) + random.normal(0, 6, (ROWS, COLUMNS))
    heights[:10, :12] = 250
    heights[25:, 40:] += 400
    heights = heights.round()
    heights[15:18, 20:23] = VOID
    heights[30, 5] = VOID
    return heights


def main():
    """Makes the model, runs gdaldem, writes both."""
    gdaldem = os.environ.get("GDALDEM") or shutil.which("gdaldem")
    if not gdaldem:
        sys.exit("gdaldem is missing (Debian: gdal-bin); the fixture stays as it is")
    heights = made(np.random.default_rng(272))
    with tempfile.TemporaryDirectory() as folder:
        source, target = f"{folder}/dem.tif", f"{folder}/slope.tif"
        with rasterio.open(
                source, "w", driver="GTiff", width=COLUMNS, height=ROWS, count=1, dtype="float32",
                crs="EPSG:32648", nodata=VOID,
                transform=rasterio.Affine(WIDTH, 0, 500000, 0, -HEIGHT, 1700000)) as raster:
            raster.write(heights.astype("float32"), 1)
        command = ["slope", "-p", "-q", source, target]
        subprocess.run([gdaldem, *command], check=True)
        with rasterio.open(target) as raster:
            slopes = raster.read(1)
            no_data = raster.nodata
    text = json.dumps(dict(
        program=subprocess.run(
            ["gdal-config", "--version"], capture_output=True, text=True).stdout.strip(),
        command="gdaldem slope -p", rows=ROWS, columns=COLUMNS, width=WIDTH, height=HEIGHT,
        void=VOID, heights=heights.astype(int).ravel().tolist(),
        slopes=[None if v == no_data else float(v) for v in slopes.ravel()]))
    path = ROOT / "Tests/GeoAlgorithmsTests/Fixtures/slope-gdaldem.json"
    path.write_text(text.replace(', "', ',\n"') + "\n")
    known = slopes[slopes != no_data]
    print(f"{path.name}: {known.size} of {slopes.size} cells known, greatest {known.max():.3f} %")


main()
