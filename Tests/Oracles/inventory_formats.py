"""Writes one made-up forest inventory as MapInfo TAB and as Shapefile with texts in TCVN3, and what
its plots come to by commune, for Tests/StudiesTests/InventoryFormatTests.

    .venv/bin/python Tests/Oracles/inventory_formats.py

The files are GDAL's (pyogrio; the TAB calls its letters WindowsLatin1, as such files do), the letters
glibc's (iconv), the figures those of shapely and pyproj: contested ground goes to the type that claims
least, plots are cut at the communes' border, areas are geodesic. Coordinates are in VN-2000 / TM-3
108-00 (EPSG:5898).
"""

import json
import subprocess
import sys
from pathlib import Path

import geopandas
import numpy
import pyogrio
import pyproj
import shapely

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "Tests/StudiesTests/Fixtures/inventory"
SYSTEM = "EPSG:5898"
# Code of the national inventory, function, kilometres east, north, wide and high of 108 E, 15 N.
PLOTS = [
    ("TXB", "Đặc dụng", "Rừng trung bình", 1.0, 1.0, 4.0, 5.0),
    ("txb", "Phòng hộ", "Rừng trung bình", 5.0, 1.0, 3.0, 5.0),
    ("RTG", "Sản xuất", "Rừng trồng gỗ", 8.0, 1.0, 6.0, 4.0),  # across the border at 108.1 E
    ("DTR", "Sản xuất", "Đã trồng, chưa thành rừng", 13.0, 2.0, 3.0, 3.0),  # 1 km over the plot before
    ("DT1", "Phòng hộ", "Đất trống", 4.5, 5.0, 2.0, 2.0),  # over both natural plots
    ("TXB", "Phòng hộ", "Rừng trung bình", 7.5, 1.0, 1.0, 2.0),  # natural over natural and planted
    ("DKH", "Ngoài quy hoạch", "Đất khác", 16.0, 6.0, 2.0, 2.0),
    ("RTG", "Sản xuất", "Rừng trồng gỗ", 18.0, 8.0, 0.05, 0.05),  # 0.25 ha alone
]
TYPES = {"TXB": "natural", "RTG": "planted", "DTR": "planted_not_yet", "DT1": "bare", "DKH": "other"}
CLAIM = ["other", "water", "bare", "scattered", "planted_not_yet", "planted", "natural"]
FUNCTIONS = {"Đặc dụng": "special_use", "Phòng hộ": "protection", "Sản xuất": "production"}
GEOD = pyproj.Geod(ellps="WGS84")


def tcvn3(text):
    """The bytes of TCVN3, each as the letter that Latin 1 has for it."""
    run = subprocess.run(
        ["iconv", "-f", "UTF-8", "-t", "TCVN"], input=text.encode(), capture_output=True, check=True)
    return run.stdout.decode("latin-1")


def area(geometry):
    return sum(
        abs(GEOD.geometry_area_perimeter(shapely.geometry.polygon.orient(part))[0])
        for part in getattr(geometry, "geoms", [geometry])
        if part.geom_type == "Polygon")


def write():
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.iterdir():
        old.unlink()
    east, north = pyproj.Transformer.from_crs("EPSG:4326", SYSTEM, always_xy=True).transform(108, 15)
    shapes = [
        shapely.box(
            round(east) + 1000 * x, round(north) + 1000 * y, round(east) + 1000 * (x + w),
            round(north) + 1000 * (y + h))
        for *_, x, y, w, h in PLOTS]
    columns = {
        "LDLR": [plot[0] for plot in PLOTS], "MALR3": [tcvn3(plot[1]) for plot in PLOTS],
        "TEN_LR": [tcvn3(plot[2]) for plot in PLOTS]}
    frame = geopandas.GeoDataFrame(columns, geometry=shapes, crs=SYSTEM)
    pyogrio.write_dataframe(
        frame, FOLDER / "plots.tab", driver="MapInfo File", ENCODING="CP1252",
        BOUNDS="0,0,2000000,4000000")
    pyogrio.write_dataframe(frame, FOLDER / "plots.shp", encoding="ISO-8859-1")
    (FOLDER / "plots.cpg").unlink(missing_ok=True)
    return shapes


def figures(shapes):
    back = pyproj.Transformer.from_crs(SYSTEM, "EPSG:4326", always_xy=True)

    def placed(shape):
        # A point each 25 m, so that edges stay straight in the plots' own system.
        dense = shapely.segmentize(shape, 25)
        return shapely.transform(dense, lambda c: numpy.column_stack(back.transform(c[:, 0], c[:, 1])))

    kinds = [TYPES[plot[0].upper()] for plot in PLOTS]
    order = sorted(range(len(PLOTS)), key=lambda index: CLAIM.index(kinds[index]))
    taken = shapely.Polygon()
    own = {}
    for index in order:
        own[index] = shapely.difference(shapes[index], taken)
        taken = shapely.union(taken, shapes[index])
    # Beyond what the plots' own system tells exactly, everything is in longitude and latitude.
    units = {"01": shapely.box(108, 15, 108.1, 15.1), "02": shapely.box(108.1, 15, 108.2, 15.1)}
    result = {}
    for code, unit in units.items():
        row = {"area_ha": area(unit) / 1e4}
        counted = [placed(own[i]) for i in own if kinds[i] in ("natural", "planted")]
        patches = shapely.union_all(counted)
        large = [part for part in patches.geoms if area(part) >= 3000]
        row["forest_ha"] = sum(area(shapely.intersection(part, unit)) for part in large) / 1e4
        for kind in ("natural", "planted", "planted_not_yet", "bare"):
            row[kind] = sum(
                area(shapely.intersection(placed(own[i]), unit)) for i in own if kinds[i] == kind) / 1e4
        result[code] = row
    overlaps = sum(
        area(placed(shapely.intersection(shapes[a], shapes[b])))
        for a in range(len(shapes)) for b in range(a)) / 1e4
    return {"by": f"shapely {shapely.__version__}, pyproj {pyproj.__version__}", "units": result,
            "overlap_ha_pairs": overlaps}


if __name__ == "__main__":
    written = write()
    (FOLDER / "expected.json").write_text(json.dumps(figures(written), indent=1) + "\n")
    sys.stdout.write(f"{FOLDER}\n")
