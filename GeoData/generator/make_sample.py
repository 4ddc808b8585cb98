"""Makes the data of Upland's built-in sample: `python3 make_sample.py [OUTDIR]`.

One seed, one order, no clock: the same libraries give the same bytes.  `plan.yaml` and `README.md`
of GeoData/sample are written by hand; into another folder they are copied.
"""

import shutil
import sys
from pathlib import Path

import numpy as np
from pyproj import Geod

import access
import breaks
import checks
import names
import outputs
import rivers
import roads
import surfaces
import terrain
import units
import villages
import write
from grid import generator

HOME = Path(__file__).resolve().parent.parent / "sample"


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
    """The finished sections, and the centre of each commune: the entrance of its seat to the
    network.
    """
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
    outputs.write_vectors(out, shapes, rows, places, lines, reaches)
    outputs.write_tables(out, rows, places)
    ground = outputs.write_ground(out, z, waters, label, places, rows, shapes, seats, heads, reaches, net)
    checks.run(out, shapes, rows, places, lines, ground)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else HOME)
