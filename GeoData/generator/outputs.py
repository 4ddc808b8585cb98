"""From values to the files of the sample: which columns, which names, which system."""

import numpy as np
import rasterio.features
import shapely
from affine import Affine

import hazards
import inventory
import landcover
import names
import tables
import write
from grid import CELL, NORTH, WEST, generator, noise, rowcol
from population import make_population

FOREST_SHARE = 0.585
MERGED = {2: ("Ngàn Xuối", "Bãi Đậng"), 27: ("Lũng Khểu", "Thác Rượi"),
          44: ("Đèo Mẩng", "Hang Tỏi")}
MISSPELT_AT = 20                # the commune whose name the poverty table gets wrong


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
        {"road_id": [f"R{k + 1:05d}" for k in range(len(lines))],
         "highway": [r.kind for r in lines],
         "surface": [r.surface for r in lines],
         "bridge": ["yes" if r.bridge else None for r in lines],
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
    inside = rasterio.features.rasterize([(province, 1)], frame.shape,
                                         transform=frame.transform) == 1
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
