"""High and steep ground of Andorra's parishes, the oracle of ZonalTerrain.

Writes Tests/StudiesTests/Fixtures/andorra-terrain-exactextract.json, where ../shared holds the
extract of OpenStreetMap and the terrain model: for each parish the shares of its area that are at
least 200 m high and that slope by at least 15 %, each an interval, what is not known counted on
neither side and then on the side above. Figures only, no data.

Slope: Horn's method in numpy, the size of a cell taken from the ellipsoid at its row (pyproj's
geodesic between the middles of its edges), a cell beside a void or at the raster's edge unknown.
`gdaldem slope -p` of the same model with one scale for all rows differs by at most what the scale
does; the greatest difference at a cell is written beside the figures. Shares of cells: exactextract,
32-bit, so sums are good to about 1e-7. The area of a cell is that of its quadrilateral (pyproj).

Run from the repository's root with the versions of Tests/requirements.txt:

    .venv/bin/python Tests/Oracles/terrain_exactextract.py
"""

import json
import pathlib
import subprocess
import tempfile
from importlib.metadata import version

import numpy as np
import pyogrio
import pyproj
import rasterio
from exactextract import exact_extract
from exactextract.raster import NumPyRasterSource

ROOT = pathlib.Path(__file__).parents[2]
SHARED = ROOT.parent / "shared/data/andorra"
GEOD = pyproj.Geod(ellps="WGS84")
HEIGHT, SLOPE = 200, 15


def horn(z, width, height):
    """Slope in per cent; NaN at the edge and wherever one of the nine cells is a void."""
    slope = np.full(z.shape, np.nan)
    a, b, c = z[:-2, :-2], z[:-2, 1:-1], z[:-2, 2:]
    d, e, f = z[1:-1, :-2], z[1:-1, 1:-1], z[1:-1, 2:]
    g, h, i = z[2:, :-2], z[2:, 1:-1], z[2:, 2:]
    x = ((c + 2 * f + i) - (a + 2 * d + g)) / (8 * width[1:-1, None])
    y = ((g + 2 * h + i) - (a + 2 * b + c)) / (8 * height[1:-1, None])
    slope[1:-1, 1:-1] = 100 * np.sqrt(x * x + y * y) + 0 * e
    return slope


def main():
    path = f"/vsizip/{SHARED}/N42E001.hgt.zip/N42E001.hgt"
    with rasterio.open(path) as source:
        z = source.read(1).astype(float)
        z[z == source.nodata] = np.nan
        left, top, step = source.transform.c, source.transform.f, source.transform.a
        assert source.transform.e == -step
    rows, columns = z.shape
    north = top - step * np.arange(rows)
    middle = north - step / 2
    zero = np.zeros(rows)
    width = GEOD.inv(zero - step / 2, middle, zero + step / 2, middle)[2]
    height = GEOD.inv(zero, north, zero, north - step)[2]
    cell = np.array([
        abs(GEOD.polygon_area_perimeter([0, step, step, 0], [n, n, n - step, n - step])[0])
        for n in north])
    slope = horn(z, width, height)

    with tempfile.NamedTemporaryFile(suffix=".tif") as out:
        scale = float(height[rows // 2] / step)
        subprocess.run(
            ["gdaldem", "slope", "-q", "-p", "-s", repr(scale), path, out.name], check=True)
        with rasterio.open(out.name) as source:
            other = source.read(1).astype(float)
            other[other == source.nodata] = np.nan
    # gdaldem takes a degree of longitude to be as long as one of latitude.
    square = horn(z, height[rows // 2] + zero, height[rows // 2] + zero)
    difference = float(np.nanmax(np.abs(other - square)))

    parishes = pyogrio.read_dataframe(
        SHARED / "andorra.osm.pbf", layer="multipolygons", columns=["osm_id", "name"],
        where="boundary = 'administrative' AND admin_level = '7'").sort_values("osm_id")
    raster = NumPyRasterSource(
        np.zeros(z.shape), xmin=left, ymin=top - rows * step, xmax=left + columns * step, ymax=top)
    area = np.repeat(cell, columns)
    found = []
    for row in parishes.itertuples():
        feature = {
            "type": "Feature", "properties": {}, "geometry": row.geometry.__geo_interface__}
        cells = exact_extract(raster, [feature], ["cell_id", "coverage"])[0]["properties"]
        ids = np.asarray(cells["cell_id"], dtype=np.int64)
        weight = np.asarray(cells["coverage"], dtype=float) * area[ids]

        def share(values, limit):
            values = values.ravel()[ids]
            known = ~np.isnan(values)
            above = weight[known & (values >= limit)].sum()
            return [float(above / weight.sum()),
                    float((above + weight[~known].sum()) / weight.sum())]

        found.append({
            "code": row.osm_id, "name": row.name, "high": share(z, HEIGHT),
            "steep": share(slope, SLOPE), "voids": float((weight * np.isnan(z.ravel()[ids])).sum())})
    record = {
        "program": ", ".join(
            f"{name} {version(name)}" for name in ("exactextract", "numpy", "pyproj", "rasterio")),
        "gdaldem": subprocess.run(
            ["gdalinfo", "--version"], capture_output=True, text=True, check=True).stdout.strip(),
        "command": "python Tests/Oracles/terrain_exactextract.py",
        "greatest_difference_to_gdaldem_pct": difference, "parishes": found}
    out = ROOT / "Tests/StudiesTests/Fixtures/andorra-terrain-exactextract.json"
    out.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n")


if __name__ == "__main__":
    main()
