"""Geometries and figures of layers: validity, what run.json says of each file, sums against the study's totals,
areas and lengths against the geometry.

Read a second time by GDAL (geopandas), which knows nothing of how the layers were read before.
"""

import hashlib
import math
from decimal import Decimal

import geopandas
import pyproj
import shapely

GEOD = pyproj.Geod(ellps="WGS84")
# Half a step of the sixth decimal in both directions, in metres: how far rounding moves a vertex at most.
MOVED_M = math.hypot(0.5e-6, 0.5e-6) * math.pi / 180 * 6_378_137 * 1.01
# Sums of these add up to the study's; so do counts where no village lies outside the units.
ADDITIVE = ("_ha", "_km", "_km2", "_cells")
# In layers that are not of units: what a total adds up.
ADDED = {"length_m", "cost", "capacity_households"}


def is_number(value):
    return value is not None and not isinstance(value, (bool, str, list, dict))


def validity(features, shapes):
    """Geometries that the OGC's Simple Features do not allow, by GEOS."""
    for one, shape in zip(features, shapes):
        if shape is not None and not shapely.is_valid(shape):
            yield "invalid", f"{one['id']}: {shapely.is_valid_reason(shape)}"


def record(name, data, features, written):
    """What run.json says of the file."""
    if written is None:
        yield "unrecorded", name
        return
    if (len(data), hashlib.sha256(data).hexdigest()) != (written["bytes"], written["sha256"]):
        yield "digest", name
    if len(features) != written["features"]:
        yield "count", f"{len(features)} features, {written['features']} in run.json"
    without = sum(one["geometry"] is None for one in features)
    if without != written["writing"].get("null_geometries", 0):
        yield "count", f"{without} without geometry"


def step(values):
    """Half the last decimal in which any of `values` is written, and a little."""
    return 0.51 * 10.0 ** min((value.as_tuple().exponent for value in values if isinstance(value, Decimal)), default=0)


BALANCE = ("gap_ha", "surplus_ha")


def balance(features, totals):
    """What units miss and what others have beyond it: each is 0 where the other is not, so it is their difference that
    adds up, a surplus here making up for a gap there in the whole study."""
    rows = [[one.get(name) for name in BALANCE] for one in [totals, *(one["properties"] for one in features)]]
    if len(rows) < 2 or not all(is_number(value) for row in rows for value in row):
        return
    for gap, surplus in rows:
        if min(gap, surplus) != 0:
            yield "total", f"gap_ha {gap} and surplus_ha {surplus} at once"
    whole, *parts = [float(gap) - float(surplus) for gap, surplus in rows]
    allowed = step([value for row in rows for value in row]) * 2 * len(rows)
    if not math.isclose(math.fsum(parts), whole, rel_tol=1e-11, abs_tol=allowed):
        yield "total", f"gap_ha less surplus_ha: {math.fsum(parts)} of the features, {whole} of the study"


def totals(features, totals, of_units, all_placed):
    """Sums of the features against the study's totals."""
    features = [one for one in features if one["properties"].get("level") != "outside"]
    yield from balance(features, totals or {})
    for name, total in (totals or {}).items():
        if name in BALANCE or name.endswith("_year") or "_pct" in name or name.startswith("density"):
            continue
        values = [one["properties"].get(name) for one in features]
        if not values or not is_number(total) or not all(map(is_number, values)):
            continue
        added = math.fsum(values)
        if name.endswith(ADDITIVE) if of_units else name in ADDED:
            allowed = step([*values, total]) * (len(values) + 1)
            same = math.isclose(added, total, rel_tol=1e-11, abs_tol=allowed)
        elif of_units and all(isinstance(value, int) for value in [*values, total]):
            same = added == total if all_placed else added <= total
        else:
            continue
        if not same:
            yield "total", f"{name}: {added} of the features, {total} of the study"


def measures(features, shapes, of_units):
    """Areas and lengths against the geodesic ones of the geometry; first the worst as a share of what is allowed."""
    worst, faults = 0, []
    for one, shape in zip(features, shapes):
        found = one["properties"]
        if shape is None:
            continue
        if of_units and is_number(found.get("area_ha")) and shape.geom_type.endswith("Polygon"):
            area, around = GEOD.geometry_area_perimeter(shape)
            off = abs(area / 1e4 - float(found["area_ha"])) / (around * MOVED_M / 1e4)
        elif is_number(found.get("length_m")) and shape.geom_type.endswith("LineString"):
            length = GEOD.geometry_length(shape)
            off = abs(length - float(found["length_m"])) / (2 * MOVED_M * len(shapely.get_coordinates(shape)))
        else:
            continue
        worst = max(worst, off)
        if off > 1:
            faults.append(("measure", f"{one['id']}: {off:.1f} times what rounding allows"))
    return worst, faults


def by_gdal(path, root):
    """The layer read by GDAL: as many features, the same figures, the same box."""
    frame = geopandas.read_file(path)
    features = root["features"]
    if len(frame) != len(features):
        yield "gdal", f"{len(frame)} features"
        return
    if not features:
        return
    if "bbox" in root and [float(n) for n in root["bbox"]] != [float(n) for n in frame.total_bounds]:
        yield "gdal", f"box {list(frame.total_bounds)}"
    for name in features[0]["properties"]:
        mine = [one["properties"].get(name) for one in features]
        if not all(map(is_number, mine)):
            continue
        if name not in frame.columns or [float(value) for value in frame[name]] != [float(n) for n in mine]:
            yield "gdal", f"{name} reads back otherwise"
