"""A country of communes in districts and provinces, and a table of figures about them.

Everything is made up; the numbers of units are those of Vietnam before July 2025.
"""

import csv
import unicodedata

import geopandas as gpd
import numpy as np
import shapely
from scipy.spatial import cKDTree

import placenames
from frame import CRS, log
from partition import jagged_partition
from writing import write_vector

COMMUNES, DISTRICTS, PROVINCES = 11163, 705, 63
COUNTS, AREAS, SHARES, SCORES = 60, 20, 10, 10
LEFT_OUT, DOUBLED, SHORT_CODES = 11, 7, 40
COMMUNE_TYPES = ("Xã", "Phường", "Thị trấn")


def write_national(folder, box, seed):
    """Writes the units of three levels, the two tables, and a plan for each table."""
    units = make_units(box, np.random.default_rng(seed))
    for level, table in units.items():
        write_vector(table, folder / f"national_{level}")
    log("national units")
    figures = make_figures(COMMUNES, np.random.default_rng(seed + 1))
    generator = np.random.default_rng(seed + 2)
    write_by_code(folder / "national_by_code.csv", units["commune"], figures, generator)
    write_by_name(folder / "national_by_name.csv", units, figures, generator)
    for key in ("code", "name"):
        (folder / f"plan-national-{key}.yaml").write_text(plan(key, figures), encoding="utf-8")
    log("national tables")


# Units

def make_units(box, generator):
    """The communes, districts and provinces, the largest first, with code, name and parent."""
    polygons, seeds = jagged_partition(COMMUNES, box, generator, cities=PROVINCES)
    west, south, east, north = box
    capitals = generator.uniform([west, south], [east, north], (PROVINCES, 2))
    seats = generator.uniform([west, south], [east, north], (DISTRICTS, 2))
    # Codes run through the provinces, and through the districts of each, as official codes do.
    province_of = cKDTree(capitals).query(seats)[1]
    order = np.argsort(province_of, kind="stable")
    seats, province_of = seats[order], province_of[order]
    district_of = cKDTree(seats).query(seeds)[1]
    order = np.argsort(district_of, kind="stable")
    polygons, district_of = polygons[order], district_of[order]
    district_names = distinct_names(DISTRICTS, province_of, generator, twins=0)
    province_names = distinct_names(PROVINCES, np.zeros(PROVINCES, int), generator, twins=0)
    names = distinct_names(COMMUNES, district_of, generator, twins=0.03)
    types = generator.choice(3, COMMUNES, p=[0.79, 0.15, 0.06])
    province_codes = [f"{number + 1:02d}" for number in range(PROVINCES)]
    district_codes = [f"{number + 1:03d}" for number in range(DISTRICTS)]
    communes = frame(
        polygons, [f"{number * 3 + 1:05d}" for number in range(COMMUNES)], names,
        [f"{COMMUNE_TYPES[kind]} {name}" for kind, name in zip(types, names)],
        [district_codes[district] for district in district_of])
    districts = frame(
        merged(polygons, district_of, DISTRICTS), district_codes, district_names,
        [f"Huyện {name}" for name in district_names],
        [province_codes[province] for province in province_of])
    provinces = frame(
        merged(polygons, province_of[district_of], PROVINCES), province_codes, province_names,
        [f"Tỉnh {name}" for name in province_names], [None] * PROVINCES)
    kept = np.isin(np.arange(DISTRICTS), district_of)
    return dict(province=provinces, district=districts[kept], commune=communes)


def frame(polygons, codes, names, full_names, parents):
    """A level as a layer."""
    return gpd.GeoDataFrame(
        dict(code=codes, name=names, full_name=full_names, parent=parents), geometry=polygons,
        crs=CRS)


def merged(polygons, groups, count):
    """The polygons of each group put together; they cover without gap or overlap."""
    order = np.argsort(groups, kind="stable")
    ends = np.searchsorted(groups[order], np.arange(count + 1))
    return [
        shapely.coverage_union_all(polygons[order[ends[group]:ends[group + 1]]])
        for group in range(count)]


def distinct_names(count, groups, generator, twins):
    """Names that differ within each group, some of them by a diacritic only."""
    taken = {}
    names = []
    for group in groups:
        used = taken.setdefault(int(group), {})
        while True:
            if used and generator.random() < twins:
                text = placenames.twin(list(used.values())[-1], generator)
            else:
                text = placenames.name(generator)
            key = folded(text)
            if key not in used:
                break
        used[key] = text
        names.append(text)
    return names


def folded(text):
    """What two spellings of one name share."""
    return min(text, placenames.respelt(text)).lower()


# Figures

def make_figures(count, generator):
    """The columns by name, in order: kind, decimals, values."""
    size = generator.lognormal(8.6, 0.7, count)
    columns = {}
    for number in range(COUNTS):
        share = generator.beta(2, 5, count) if number else 1
        columns[f"count_{number + 1:02d}"] = ("count", 0, np.round(size * share))
    for number in range(AREAS):
        columns[f"area_{number + 1:02d}"] = ("area", 2, generator.lognormal(6, 1.2, count))
    for number in range(SHARES):
        columns[f"share_{number + 1:02d}"] = ("share", 2, 100 * generator.beta(2, 8, count))
    for number in range(SCORES):
        columns[f"score_{number + 1:02d}"] = ("score", 3, generator.normal(50, 12, count))
    return columns


def cells(figures, rows, vietnamese):
    """The figures of `rows` as text, a row each."""
    columns = []
    for _, decimals, values in figures.values():
        texts = [f"{value:,.{decimals}f}" for value in values[rows]]
        marks = str.maketrans(",.", ".,") if vietnamese else {ord(","): None}
        columns.append([text.translate(marks) for text in texts])
    return list(zip(*columns))


# Tables

def drawn_rows(generator):
    """The rows of a table: communes in any order, a few left out and a few doubled."""
    order = generator.permutation(COMMUNES)[LEFT_OUT:]
    return np.concatenate([order, generator.choice(order, DOUBLED, replace=False)])


def write_by_code(path, communes, figures, generator):
    """Plain numbers; a few codes have lost their zeros, as spreadsheets do."""
    rows = generator.permutation(drawn_rows(generator))
    codes = communes.code.to_numpy()[rows].astype(object)
    short = generator.choice(np.flatnonzero(rows < 3000), SHORT_CODES, replace=False)
    codes[short] = [code.lstrip("0") for code in codes[short]]
    texts = cells(figures, rows, vietnamese=False)
    with open(path, "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["code", *figures])
        table.writerows([code, *row] for code, row in zip(codes, texts))


def write_by_name(path, units, figures, generator):
    """Vietnamese numbers and names as people write them, under titles of provinces and districts."""
    communes, districts = units["commune"], units["district"]
    rows = drawn_rows(generator)
    texts = cells(figures, rows, vietnamese=True)
    names = [written(communes.full_name.iloc[row], communes.name.iloc[row], generator)
             for row in rows]
    members = {}
    for position, row in enumerate(rows):
        members.setdefault(communes.parent.iloc[row], []).append(position)
    empty = [""] * len(figures)
    with open(path, "w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter=";")
        table.writerow(["Đơn vị", *figures])
        for province in generator.permutation(len(units["province"])):
            unit = units["province"].iloc[province]
            table.writerow([unit.full_name.upper(), *empty])
            within = districts[districts.parent == unit.code]
            for district in generator.permutation(len(within)):
                table.writerow([within.full_name.iloc[district].upper(), *empty])
                for position in members.get(within.code.iloc[district], ()):
                    table.writerow([names[position], *texts[position]])


def written(full_name, name, generator):
    """The name as a table may have it: 70 % as it is, 15 % in another spelling, 10 % without
    diacritics or mistyped, 5 % with its syllables in another order."""
    draw = generator.random()
    kind = full_name[:-len(name)]
    if draw < 0.70:
        return full_name
    if draw < 0.85:
        return (
            name, kind + placenames.respelt(name), unicodedata.normalize("NFD", full_name),
            full_name.replace(" ", "\u00a0"), full_name.upper(), "  ".join(full_name.split(" ")),
        )[generator.integers(6)]
    if draw < 0.90:
        return placenames.plain(full_name)
    if draw < 0.95:
        return kind + placenames.mistyped(name, generator)
    return kind + " ".join(reversed(name.split(" ")))


# Plans

def plan(key, figures):
    """The plan that joins one of the tables."""
    lines = [
        "# The national join; made with the data.", "upland: 1", "title: National join",
        "language: en", "", "units:"]
    levels = ("province", "district", "commune") if key == "name" else ("commune",)
    for level in levels:
        parent = ", parent: parent" if level != levels[0] else ""
        lines.append(
            f"  - {{level: {level}, source: national_{level}.gpkg, code: code, name: name,"
            f" full_name: full_name{parent}}}")
    found = "key: code" if key == "code" else "match: Đơn vị"
    numbers = "plain" if key == "code" else "vi"
    lines += [
        "", "indicators:", "  - name: figures", f"    source: national_by_{key}.csv",
        f"    numbers: {numbers}", "    level: commune", f"    {found}", "    columns:"]
    for name, (kind, _, _) in figures.items():
        whole = f", of: count_{int(name[-2:]):02d}" if kind == "share" else ""
        lines.append(f"      {name}: {{field: {name}, kind: {kind}{whole}}}")
    return "\n".join(lines) + "\n"
