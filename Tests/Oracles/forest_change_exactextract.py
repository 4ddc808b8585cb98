"""Change of forest on the sample's land cover, the oracle of `upland forest-change`.

Writes Tests/StudiesTests/Fixtures/forest-change-exactextract.json: for each commune of the sample
the forest of two years, gain, loss, unknown ground, the loss in the reserve and the yearly rate, and
for the study the area of each pair of classes.

The first year is a window of GeoData/sample/landcover.tif, the units are the communes that lie wholly
in it, the second year is made from the first by `second_year`, which the test repeats. Patches are those of scipy (4 neighbours) under 0.3 ha of ellipsoidal area
(Snyder, USGS Professional Paper 1395, 1987, eq. 3-12, doi:10.3133/pp1395); shares of cells are those
of exactextract; the commune's area is pyproj's geodesic one; the reserve is cut by shapely.

exactextract keeps shares as 32-bit numbers, 6e-8 from the truth in cells on a border; the shares of each
unit are held to its planar area, because 0.3.0 counts a cell too many where an edge lies on a border of
rows (commune 10069, which is not among these).

Run from the repository's root with the versions of Tests/requirements.txt:

    .venv/bin/python Tests/Oracles/forest_change_exactextract.py
"""

import json
import math
import pathlib
from importlib.metadata import version
from types import SimpleNamespace

import geopandas
import numpy as np
import rasterio
import shapely
from exactextract import exact_extract
from exactextract.raster import NumPyRasterSource
from pyproj import Geod
from rasterio.coords import BoundingBox
from rasterio.windows import Window
from scipy import ndimage

ROOT = pathlib.Path(__file__).parents[2]
YEARS = (2018, 2024)
LEAST_PATCH_M2 = 3000
WINDOW = Window(row_off=130, col_off=130, width=900, height=760)
A = 6378137.0
F = 1 / 298.257223563
GEOD = Geod(ellps="WGS84")
NO_DATA, OTHER, FOREST = 0, 1, 2


def second_year(before):
    """Squares of forest felled, strips of shrub grown over, a few squares under cloud."""
    row, column = np.indices(before.shape)
    after = before.copy()
    after[(before == 10) & ((row // 16 + column // 16) % 7 == 0)] = 40
    after[(before == 20) & ((row // 12 + 3 * (column // 9)) % 5 == 0)] = 10
    after[(row // 50 + 2 * (column // 50)) % 17 == 3] = 0
    return after


def cell_areas(raster):
    """The area in m² of a cell of each row, as a column."""
    e = math.sqrt(F * (2 - F))
    t = raster.transform

    def q(latitude):
        s = math.sin(math.radians(latitude))
        return (1 - e * e) * (s / (1 - (e * s) ** 2) + math.atanh(e * s) / e)

    return np.array([
        [A * A / 2 * math.radians(t.a) * (q(t.f + r * t.e) - q(t.f + (r + 1) * t.e))]
        for r in range(raster.height)])


def codes(classes, areas):
    """Forest in patches of the least area, other land, no data."""
    forest = classes == 10
    labels, count = ndimage.label(forest)
    sizes = ndimage.sum_labels(np.broadcast_to(areas, forest.shape), labels, range(count + 1))
    forest &= sizes[labels] >= LEAST_PATCH_M2
    return np.where(classes == 0, NO_DATA, np.where(forest, FOREST, OTHER))


def coverage(raster, geometry):
    """The cells that the geometry meets, and the share of each that lies inside."""
    b = raster.bounds
    source = NumPyRasterSource(
        np.zeros((raster.height, raster.width)), xmin=b.left, ymin=b.bottom, xmax=b.right, ymax=b.top)
    feature = {
        "type": "Feature", "properties": {}, "geometry": geometry.__geo_interface__}
    found = exact_extract(source, [feature], ["cell_id", "coverage"])[0]["properties"]
    index = np.asarray(found["cell_id"], dtype=np.int64)
    share = np.asarray(found["coverage"], dtype=float)
    assert abs(share.sum() * raster.transform.a**2 / geometry.area - 1) < 1e-8
    return index, share


def geodesic(geometry):
    return abs(GEOD.geometry_area_perimeter(geometry)[0])


def areas_of(raster, geometry, cells, masks):
    """Hectares of each mask in the geometry, brought to close on its geodesic area."""
    index, share = coverage(raster, geometry)
    weight = share * cells.ravel()[index]
    scale = geodesic(geometry) / weight.sum() / 1e4
    return {name: float(scale * weight[mask.ravel()[index]].sum()) for name, mask in masks.items()}


def main():
    file = rasterio.open(ROOT / "GeoData/sample/landcover.tif")
    raster = SimpleNamespace(
        width=WINDOW.width, height=WINDOW.height, transform=file.window_transform(WINDOW),
        bounds=BoundingBox(*file.window_bounds(WINDOW)))
    before = file.read(1, window=WINDOW)
    after = second_year(before)
    row_areas = cell_areas(raster)
    cells = np.broadcast_to(row_areas, before.shape)
    first, last = codes(before, row_areas), codes(after, row_areas)
    known = (first != NO_DATA) & (last != NO_DATA)
    masks = {
        "before": first == FOREST, "after": last == FOREST,
        "gain": known & (first != FOREST) & (last == FOREST),
        "loss": known & (first == FOREST) & (last != FOREST),
        "kept": (first == FOREST) & (last == FOREST), "unknown": ~known}
    pairs = before.astype(int) * 256 + after
    pair_masks = {f"{p // 256}/{p % 256}": pairs == p for p in np.unique(pairs)}
    communes = geopandas.read_file(ROOT / "GeoData/sample/communes.geojson").sort_values("code")
    communes = communes[communes.within(shapely.box(*raster.bounds))]
    reserve = geopandas.read_file(ROOT / "GeoData/sample/special-use-forest.geojson").union_all()
    units, transitions = [], dict.fromkeys(pair_masks, 0.0)
    for code, geometry in zip(communes["code"], communes.geometry):
        found = areas_of(raster, geometry, cells, masks)
        start = found["kept"] + found["loss"]
        end = found["kept"] + found["gain"]
        found["rate"] = 100 * ((end / start) ** (1 / (YEARS[1] - YEARS[0])) - 1)
        inside = geometry.intersection(reserve)
        found["reserveLoss"] = (
            areas_of(raster, inside, cells, {"loss": masks["loss"]})["loss"]
            if inside.area > 0 else 0.0)
        units.append({"code": code, "area": geodesic(geometry) / 1e4, **found})
        for name, area in areas_of(raster, geometry, cells, pair_masks).items():
            transitions[name] += area
    record = {
        "programs": [
            f"{name} {version(name)}"
            for name in ("exactextract", "numpy", "scipy", "rasterio", "shapely", "pyproj")],
        "command": "python Tests/Oracles/forest_change_exactextract.py", "years": YEARS,
        "window": [WINDOW.row_off, WINDOW.col_off, WINDOW.height, WINDOW.width],
        "units": units, "transitions": {n: a for n, a in transitions.items() if a > 0}}
    out = ROOT / "Tests/StudiesTests/Fixtures/forest-change-exactextract.json"
    out.write_text(json.dumps(record, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
