#!/usr/bin/env python3
"""W4, the national join: pandas and rapidfuzz, geopandas for the layer.

usage: w4_join.py FOLDER code|name OUT

The same work as `upland join PLAN --by commune -o … --report …`: rows find their communes by code,
or by name, type and district, then in another spelling; what is left is compared with the communes
that have no row, by letters, and only suggested. Written are the layer (GeoJSON, with numerators
and denominators of shares and the reasons of gaps) and both sides of the match.
"""

import json
import pathlib
import re
import sys
import unicodedata

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
from pyproj import Geod
from rapidfuzz.distance import OSA
from rapidfuzz.process import cdist

from common import layer, step

TYPES = {"xã": 0, "phường": 1, "thị trấn": 2, "xa": 0, "phuong": 1, "thi tran": 2}
TYPE = re.compile(f"({'|'.join(TYPES)}) (.+)")
TONES = "\u0300\u0301\u0303\u0309\u0323"


def cleaned(text):
    """Composed, in lower case, with single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).lower().split())


def split(text):
    """Type, or nothing, and name."""
    found = TYPE.fullmatch(text)
    return (TYPES[found[1]], found[2]) if found else (None, text)


def orthographic(name):
    """Each syllable's letters with its tone behind them, and y behind one consonant as i."""
    return " ".join(map(respelt, name.split(" ")))


def respelt(word):
    """One syllable of it."""
    letters = unicodedata.normalize("NFD", word)
    tone = "".join(letter for letter in letters if letter in TONES)
    base = "".join(letter for letter in letters if letter not in TONES)
    if len(base) == 2 and base[1] == "y":
        base = base[0] + "i"
    return base + tone


def plain(name):
    """Without diacritics."""
    letters = unicodedata.normalize("NFD", name).replace("đ", "d")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def read_table(folder, key):
    """The rows with their numbers in the file and their districts, and the columns of figures."""
    by_name = key == "name"
    table = pd.read_csv(
        folder / f"national_by_{key}.csv", sep=";" if by_name else ",", dtype={0: str},
        thousands="." if by_name else None, decimal="," if by_name else ".", engine="c")
    columns = list(table.columns[1:])
    names = table.iloc[:, 0].map(cleaned)
    rows = pd.DataFrame(dict(
        row=np.arange(2, len(table) + 2), key=table.iloc[:, 0],
        parent=names.where(names.str.startswith("huyện ")).ffill() if by_name else None))
    is_title = names.str.match(r"(huyện|tỉnh) ") & by_name
    return pd.concat([rows, table[columns]], axis=1)[~is_title].reset_index(drop=True), columns


def match_by_code(rows, units):
    """The unit of each row, its tier, and candidates."""
    positions = pd.Series(np.arange(len(units)), index=units.code)
    found = positions.reindex(rows.key).to_numpy()
    tiers = np.where(np.isnan(found), None, "code")
    bare = {}
    for position, code in enumerate(units.code):
        bare.setdefault(code.lstrip("0"), []).append(position)
    candidates = [
        [(unit, "leading_zeros") for unit in bare.get(key.lstrip("0"), ())] if tier is None else []
        for key, tier in zip(rows.key, tiers)]
    return found, tiers, candidates


def match_by_name(rows, units):
    """The unit of each row, its tier, and candidates: exact, in another spelling, by letters."""
    districts = units.parent_name.map(cleaned).to_numpy()
    types, names = zip(*(split(cleaned(name)) for name in units.full_name))
    indexes = [{}, {}]
    for unit, name in enumerate(names):
        for index, form in zip(indexes, (name, orthographic(name))):
            index.setdefault((districts[unit], form), []).append(unit)
    found = np.full(len(rows), np.nan)
    tiers = np.full(len(rows), None, object)
    candidates = [[] for _ in range(len(rows))]
    read = [split(cleaned(key)) for key in rows.key]
    for row, ((kind, name), parent) in enumerate(zip(read, rows.parent)):
        for index, form, tier in zip(
                indexes, (name, orthographic(name)), ("exact", "orthographic")):
            hits = [unit for unit in index.get((parent, form), ())
                    if kind is None or kind == types[unit]]
            if hits:
                tiers[row] = tier
                if len(hits) == 1:
                    found[row] = hits[0]
                else:
                    candidates[row] = [(unit, "same_name") for unit in hits]
                break
    missing = np.setdiff1d(np.arange(len(units)), found[~np.isnan(found)].astype(int))
    left = np.flatnonzero(np.isnan(found))
    letters = [plain(names[unit]) for unit in missing]
    own = [plain(read[row][1]) for row in left]
    distances = cdist(own, letters, scorer=OSA.distance, score_cutoff=2, dtype=np.uint8)
    for row, name, line in zip(left, own, distances):
        limit = 2 if len(name) >= 8 else 1
        near = np.flatnonzero(line <= limit)
        best = near[np.argsort(line[near], kind="stable")][:5]
        candidates[row] += [
            (missing[unit], "diacritics" if line[unit] == 0 else f"spelling {line[unit]}")
            for unit in best]
    return found, tiers, candidates


def report(out, rows, units, found, tiers, candidates):
    """Both sides of the match as CSV and JSON; the row of each unit, and why it has none."""
    claims = pd.Series(found).value_counts()
    doubled = set(claims.index[claims > 1].astype(int))
    outcomes, texts = [], []
    for unit, options in zip(found, candidates):
        known = not np.isnan(unit)
        outcomes.append(
            ("doubled" if unit in doubled else "matched") if known
            else "ambiguous" if options and options[0][1] == "same_name" else "unmatched")
        texts.append("|".join(
            f"{units.full_name.iat[unit]} [{units.code.iat[unit]}]: {why}"
            for unit, why in options))
    known = ~np.isnan(found)
    codes, names = np.full(len(rows), None, object), np.full(len(rows), None, object)
    codes[known] = units.code.to_numpy()[found[known].astype(int)]
    names[known] = units.full_name.to_numpy()[found[known].astype(int)]
    sides = dict(rows=pd.DataFrame(dict(
        row=rows.row, outcome=outcomes, tier=tiers, key=rows.key, parent=rows.parent,
        unit_code=codes, unit_name=names, candidates=texts)))
    order = np.flatnonzero(known)
    row_of = np.full(len(units), -1)
    row_of[found[order].astype(int)] = order
    reason = np.where(row_of < 0, "missing", "matched").astype(object)
    reason[list(doubled)] = "doubled"
    numbers = {}
    for row in order:
        numbers.setdefault(int(found[row]), []).append(str(rows.row.iat[row]))
    sides["units"] = pd.DataFrame(dict(
        level="commune", code=units.code, name=units.full_name, parent=units.parent_name,
        outcome=reason, rows=["|".join(numbers.get(unit, ())) for unit in range(len(units))]))
    for side, table in sides.items():
        table.to_csv(out / f"figures-{side}.csv", index=False)
    (out / "figures.json").write_text(json.dumps(
        {side: table.to_dict("records") for side, table in sides.items()}, ensure_ascii=False))
    return np.where(reason == "matched", row_of, -1), reason


def joined(rows, units, columns, row_of, reason):
    """The layer: each figure, of shares their parts, and why a figure is not known."""
    values = rows[columns].reindex(row_of).reset_index(drop=True)
    known = reason == "matched"
    parts = dict(code=units.code, name=units.name_, full_name=units.full_name, parent=units.parent,
                 area_ha=units.area_ha)
    for column in columns:
        figure = values[column].where(known)
        parts[column] = figure
        if column.startswith("share"):
            whole = values[f"count_{column[-2:]}"].where(known)
            parts[f"{column}_numerator"] = figure * whole / 100
            parts[f"{column}_denominator"] = whole
        parts[f"{column}_reason"] = np.where(figure.notna(), None, reason)
    return gpd.GeoDataFrame(parts, geometry=units.geometry)


def main():
    """Reads, matches, writes."""
    folder, key, out = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])
    out.mkdir(parents=True, exist_ok=True)
    units = layer(folder / "national_commune.gpkg").sort_values("code", ignore_index=True)
    units = units.rename(columns={"name": "name_"})
    districts = pyogrio.read_dataframe(
        folder / "national_district.gpkg", columns=["code", "full_name"], read_geometry=False)
    units["parent_name"] = units.parent.map(districts.set_index("code").full_name)
    units = units.to_crs("EPSG:4326")
    ellipsoid = Geod(ellps="WGS84")
    units["area_ha"] = [
        abs(ellipsoid.geometry_area_perimeter(shape)[0]) / 1e4 for shape in units.geometry]
    step("units", len(units))
    rows, columns = read_table(folder, key)
    step("table", len(rows), len(columns))
    match = match_by_code if key == "code" else match_by_name
    found, tiers, candidates = match(rows, units)
    step("matched")
    row_of, reason = report(out, rows, units, found, tiers, candidates)
    step("report")
    table = joined(rows, units, columns, row_of, reason)
    table.to_file(out / "join.geojson", driver="GeoJSON", engine="pyogrio")
    step("layer")
    print(f"units={len(units)} rows={len(rows)} matched={int((row_of >= 0).sum())}"
          f" suggested={sum(map(bool, candidates))}"
          f" count_01={table.count_01.sum():.0f}")


main()
