"""Makes the data of Upland's built-in sample: `python3 make_sample.py [OUTDIR]`.

One seed, one order, no clock: the same libraries give the same bytes.  `plan.yaml` and `README.md`
of GeoData/sample are written by hand; into another folder they are copied.
"""

import shutil
import sys
from pathlib import Path

import numpy as np
import rasterio.features
import shapely
from affine import Affine
from pyproj import Geod

import access
import breaks
import checks
import hazards
import inventory
import landcover
import names
import roads
import rivers
import surfaces
import tables
import terrain
import units
import villages
import write
from grid import CELL, NORTH, WEST, generator, noise, rowcol
from population import make_population

HOME = Path(__file__).resolve().parent.parent / "sample"
FOREST_SHARE = 0.585
MERGED = {2: ("Ngàn Xuối", "Bãi Đậng"), 27: ("Lũng Khểu", "Thác Rượi"), 44: ("Đèo Mẩng", "Hang Tỏi")}
MISSPELT_AT = 20                # the commune whose name the poverty table gets wrong


def boundary_rows(label, shapes, seats, district, heads):
    """Attributes of the communes; six declared areas are wrong by more than one percent."""
    geod, rng = Geod(ellps="WGS84"), generator("declared")
    wrong = dict(zip(rng.permutation(len(seats))[:6].tolist(), (1.4, -1.8, 2.6, -3.5, 6.2, -12.0)))
    titles = names.commune_names(district, heads)
    rows = []
    for k, title in enumerate(titles):
        area = abs(geod.geometry_area_perimeter(shapes[k])[0]) / 1e6
        off = wrong.get(k, float(rng.uniform(-0.3, 0.3)))
        kind = "Thị trấn" if k in heads else "Xã"
        rows.append({"code": f"{9904 + 3 * k:05d}", "name": title, "full_name": f"{kind} {title}",
                     "district_code": f"{41 + int(district[k]):03d}",
                     "district_name": f"Huyện {names.DISTRICTS[district[k]]}",
                     "declared_km2": round(area * (1 + off / 100), 2),
                     "district": int(district[k]), "town": k in heads, "area_km2": area})
        rows[-1]["declared"] = rows[-1]["declared_km2"]
    return rows


def make_places(z, waters, label, seats, shapes, heads, rows):
    """Villages as parallel columns; the seat's own village comes first in each commune."""
    cells, points, owner, remote = villages.make_villages(z, waters, label, seats, shapes)
    first = np.array([v == 0 or owner[v - 1] != owner[v] for v in range(len(owner))])
    town = first & np.isin(owner, heads)
    homes, people, ethnic = villages.households_of(owner, np.array(remote), points, town)
    turn = [v - owner.index(k) + 1 for v, k in enumerate(owner)]
    return {"cell": cells, "point": points, "owner": np.array(owner), "remote": np.array(remote),
            "first": first, "households": homes, "population": people, "ethnic_pct": ethnic,
            "name": names.village_names(owner),
            "code": [f"{rows[k]['code']}{t:02d}" for k, t in zip(owner, turn)]}


def make_roads(z, waters, label, seats, heads, places, reaches):
    """The finished sections, and the centre of each commune: the entrance of its seat to the network."""
    net = roads.build(z, waters, label, seats, heads, places["cell"], places["remote"],
                      places["households"])
    lines = surfaces.sections(surfaces.node_crossings(roads.draw(net)))
    lines = surfaces.name(surfaces.pave(lines, net.legs), net.legs)
    water = list(write.to_metres([line for line, size, _ in reaches if size > 15]))
    lines = breaks.washed_out(breaks.bridges(lines, water), 4)
    lines = breaks.near_misses(lines, [0.3, 0.7, 1.4, 2.2, 3.0])
    lines = breaks.overpass(breaks.isolated_valley(lines, 12, 60))
    return lines, net


def judge(lines, places):
    """Tier and reason of each village, for the self-check and for the poverty figures."""
    metres = list(write.to_metres(places["point"]))
    centres = [metres[v] for v in np.flatnonzero(places["first"])]
    links, on = access.network(lines, metres, centres)
    found = [access.judge(links, on, v, int(k)) for v, k in enumerate(places["owner"])]
    places["hardened"] = np.array([f[0] for f in found])
    places["reason"] = [f[1] for f in found]


def write_vectors(out, shapes, rows, places, lines, reaches):
    """Boundaries, villages, centres, roads, rivers, and the points of schools and health posts."""
    public = ("code", "name", "full_name", "district_code", "district_name", "declared_km2")
    write.geojson(out / "communes.geojson", [shapes[k] for k in range(len(rows))],
                  [{c: r[c] for c in public} for r in rows])
    write.geojson(out / "villages.geojson", places["point"], [
        {"code": places["code"][v], "name": places["name"][v], "commune": rows[k]["code"],
         "households": int(places["households"][v]), "population": int(places["population"][v]),
         "ethnic_pct": float(places["ethnic_pct"][v])} for v, k in enumerate(places["owner"])])
    seats = np.flatnonzero(places["first"])
    write.geojson(out / "centres.geojson", [places["point"][v] for v in seats], [
        {"commune": rows[places["owner"][v]]["code"],
         "name": f"UBND {rows[places['owner'][v]]['full_name']}"} for v in seats])
    write.geopackage(out / "roads.gpkg", {"roads": (
        [shapely.LineString(r.points) for r in lines],
        {"road_id": [f"R{k + 1:05d}" for k in range(len(lines))], "highway": [r.kind for r in lines],
         "surface": [r.surface for r in lines], "bridge": ["yes" if r.bridge else None for r in lines],
         "layer": [r.layer for r in lines], "name": [r.name for r in lines]})})
    write.geojson(out / "rivers.geojson", [line for line, _, _ in reaches], [
        {"name": name, "drained_km2": round(size, 1)} for _, size, name in reaches])
    rng = generator("services")
    posts = ["ma,ten,x,y"]
    schools = ["ma,ten,cap,x,y"]
    for v, point in enumerate(places["point"]):
        x, y = point.x + rng.normal(0, 6e-4), point.y + rng.normal(0, 6e-4)
        unit = rows[places["owner"][v]]
        if places["first"][v]:
            posts.append(f"YT{unit['code']},Trạm y tế {unit['full_name']},{x:.6f},{y:.6f}")
        if places["first"][v] or rng.random() < 0.33:
            grade = "trung học cơ sở" if places["first"][v] else "tiểu học"
            title = unit["name"] if places["first"][v] else places["name"][v].removeprefix("Thôn ")
            schools.append(f"TH{places['code'][v]},Trường {title},{grade},{x + 0.0007:.6f},{y:.6f}")
    write.text(out / "health-posts.csv", posts)
    write.text(out / "schools.csv", schools)


def write_tables(out, rows, places):
    """The office tables; commune figures are sums of village figures."""
    figures = tables.village_rows(places) | {c: places[c] for c in ("households", "population")}
    sums = {c: np.bincount(places["owner"], v, len(rows)).astype(int) for c, v in figures.items()}
    right = rows[MISSPELT_AT]["name"]
    write.text(out / "tables/poverty-2024.csv",
               tables.poverty(rows, names.DISTRICTS, sums, {right: right + "h"}))
    write.text(out / "tables/services-2024.csv", tables.services(rows, sums))
    write.text(out / "tables/districts-2023.csv", tables.yearbook(rows, names.DISTRICTS, sums))
    write.text(out / "tables/villages-2024.csv", tables.villages(places, figures))
    write.text(out / "tables/register-2014.csv", tables.old_register(rows, sums))
    census, steps = tables.census(rows, sums, MERGED)
    write.text(out / "tables/census-2019.csv", census)
    write.text(out / "tables/crosswalk-2020.csv", steps)


def write_ground(out, z, waters, label, places, rows, shapes, seats, heads, reaches, net):
    """Rasters, forest inventory, hazards, urban areas; returns what the self-check looks at."""
    void = z.round().astype(np.int16)
    r, c = np.argwhere((label >= 0) & (z > 900))[1500]
    y, x = np.mgrid[:z.shape[0], :z.shape[1]]
    hole = np.hypot(y - r, (x - c) * 0.7) < 6 * (1 + 0.3 * noise(generator("void"), z.shape, 8, 1.5))
    void[hole] = -32768
    write.raster(out / "elevation.tif", void, -32768, predictor=2)

    province = shapely.union_all(list(shapes.values()))
    frame = landcover.Frame(province.bounds)
    inside = rasterio.features.rasterize([(province, 1)], frame.shape, transform=frame.transform) == 1
    cover = landcover.make_landcover(frame, z, waters, places["cell"], places["households"], net.cells,
                                     reaches, inside, FOREST_SHARE)
    write.raster(out / "landcover.tif", cover, 0, frame.transform)

    people = make_population(z, label, places["cell"], places["owner"], places["population"])
    write.raster(out / "population.tif", people, -1.0)

    home = hazards.protected(z, label)
    write.geojson(out / "special-use-forest.geojson", [home], [{"name": "Khu bảo tồn Ngàn Trẩm"}])
    special = rasterio.features.rasterize([(home, 1)], z.shape,
                                          transform=Affine(CELL, 0, WEST, 0, -CELL, NORTH))
    plots, doubled = inventory.make_inventory(z, label, cover, frame, special)
    metres = write.to_metres([p[0] for p in plots])
    write.geopackage(out / "forest-inventory.gpkg", {"plots": (metres, {
        "plot": [f"{k + 1:05d}" for k in range(len(plots))],
        "commune": [rows[p[1]]["code"] for p in plots],
        "type_code": [inventory.CODES[p[2]] for p in plots],
        "type_name": [inventory.TYPES[p[2]] for p in plots],
        "function": [p[3] for p in plots],
        "area_ha": [round(m.area / 1e4, 2) for m in metres]})})
    near = np.zeros(z.shape, bool)
    (top, bottom), (left, right) = rowcol(0, [frame.north, frame.north - frame.rows * 0.00025])[0], \
        rowcol([frame.west, frame.west + frame.cols * 0.00025], 0)[1]
    near[int(top):int(bottom), int(left):int(right)] = True
    slides, water = hazards.landslides(z, near), hazards.floods(waters, near)
    write.geopackage(out / "hazards.gpkg", {
        name: (write.to_metres([s for _, s in zones]), {"class": [int(k) for k, _ in zones]})
        for name, zones in (("landslide", slides), ("flood", water))})
    towns = {k: places["households"][(places["owner"] == k) & places["first"]].sum() for k in heads}
    write.geojson(out / "urban.geojson", hazards.urban(z, seats, heads, towns), [
        {"name": f"Khu đô thị {rows[k]['name']}"} for k in heads])
    return {"cover": cover, "inside": inside, "people": people, "plots": plots, "doubled": doubled,
            "slides": slides, "floods": water, "protected": home, "void": int(hole.sum()),
            "misspelt": rows[MISSPELT_AT]["name"] + "h"}


def main(out):
    (out / "tables").mkdir(parents=True, exist_ok=True)
    if out != HOME:
        for name in ("plan.yaml", "README.md"):
            shutil.copyfile(HOME / name, out / name)
    z = terrain.make_terrain()
    waters = terrain.Waters(z)
    label, seats = units.make_communes(z, waters)
    district, heads = units.make_districts(z, waters, label, seats)
    shapes = units.outlines(label)
    rows = boundary_rows(label, shapes, seats, district, heads)
    places = make_places(z, waters, label, seats, shapes, heads, rows)
    reaches = rivers.make_rivers(waters)
    lines, net = make_roads(z, waters, label, seats, heads, places, reaches)
    judge(lines, places)
    write_vectors(out, shapes, rows, places, lines, reaches)
    write_tables(out, rows, places)
    ground = write_ground(out, z, waters, label, places, rows, shapes, seats, heads, reaches, net)
    checks.run(out, shapes, rows, places, lines, ground)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else HOME)
