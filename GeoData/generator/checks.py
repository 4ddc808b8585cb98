"""What the sample promises, asserted on the values before anyone relies on the files."""

from collections import Counter
from itertools import combinations

import numpy as np
import shapely

import inventory
import names
from access import components


def run(out, shapes, rows, places, lines, ground):
    """Raises AssertionError with a message where a promise is broken; prints the figures."""
    polygons = [shapes[k] for k in range(len(rows))]
    assert len(rows) == 63 and len({r["code"] for r in rows}) == 63, \
        "63 communes with codes of their own"
    assert len({r["district_code"] for r in rows}) == 5, "5 districts"
    assert shapely.coverage_is_valid(polygons) and all(p.is_valid for p in polygons), \
        "communes tile"
    assert shapely.union_all(polygons).geom_type == "Polygon", "the province is one piece"
    for title in set(r["district_code"] for r in rows):
        members = [p for p, r in zip(polygons, rows) if r["district_code"] == title]
        assert shapely.coverage_union_all(members).geom_type == "Polygon", \
            f"district {title} is one piece"
    assert all(polygons[k].contains(p) for p, k in zip(places["point"], places["owner"])), \
        "each village lies in its commune"
    assert len(places["code"]) == len(set(places["code"])) == 480, \
        "480 villages with codes of their own"
    assert int(places["first"].sum()) == 63, "a centre in each commune"
    twins = Counter((k, n) for k, n in zip(places["owner"], places["name"]))
    assert 2 <= sum(c > 1 for c in twins.values()) <= 4, \
        "a few villages have a twin in their commune"
    near = [(a["name"], b["name"]) for a, b in combinations(rows, 2) if a["name"] != b["name"]
            and names.fold(a["name"]) == names.fold(b["name"]) and a["district"] == b["district"]]
    assert len(near) == len(names.TWINS), f"near twins: {near}"
    assert ground["people"].astype(float).sum() == places["population"].sum(), \
        "people are conserved"

    share = Counter(places["hardened"].tolist())
    yes, unknown = share["yes"] / 480, share["unknown"] / 480
    assert 0.45 <= yes <= 0.65 and 0.10 <= unknown <= 0.20, \
        f"hardened {yes:.3f}, unknown {unknown:.3f}"
    reasons = Counter(places["reason"])
    assert reasons["no_road_within_limit"] >= 5 and reasons["other_component"] >= 5, f"{reasons}"
    assert all(shapely.LineString(r.points).is_simple and r.length > 0.05 for r in lines), \
        "roads are simple"
    null = np.mean([r.surface is None for r in lines])
    assert 0.3 < null < 0.5, f"{null:.2f} of the sections have no surface"
    known = ground["cover"][ground["inside"] & (ground["cover"] != 0)]
    forest = np.mean(known == 10)
    assert 0.54 < forest < 0.62, f"forest share {forest:.3f}"
    for kind in ("slides", "floods"):
        zones = [shape for _, shape in ground[kind]]
        both = sum(z.area for z in zones) - shapely.union_all(zones).area
        assert abs(both) < 1e-12, f"{kind}: classes do not overlap, {both}"
        assert {k for k, _ in ground[kind]} == {1, 2, 3}, f"{kind} of all classes"
    assert all(p[0].is_valid and p[0].geom_type == "Polygon" for p in ground["plots"]), \
        "plots are valid"
    assert {p[2] for p in ground["plots"]} == set(inventory.TYPES), "all types"

    plan, slip = (out / "plan.yaml").read_text(encoding="utf-8"), ground["misspelt"]
    assert slip in plan, f"the plan's confirmed pair must name '{slip}'"

    area = sum(r["area_km2"] for r in rows)
    size = sum(f.stat().st_size for f in out.rglob("*") if f.is_file())
    print(f"{area * 100:,.0f} ha in 63 communes of 5 districts; 480 villages, "
          f"{places['households'].sum():,} households, {places['population'].sum():,} people")
    print(f"roads: {len(lines)} sections, {sum(r.length for r in lines) / 1000:,.0f} km, "
          f"{components(lines).max() + 1} components, {100 * null:.0f} % without a surface")
    print(f"villages: {dict(share)}, reasons {dict(reasons)}")
    print(f"cells of trees {100 * forest:.2f} % of the cells seen; plots {len(ground['plots'])}, "
          f"{ground['doubled']} grown over their neighbours; landslide zones {len(ground['slides'])}, "
          f"flood zones {len(ground['floods'])}; void cells {ground['void']}")
    print(f"{size / 1e6:.2f} MB in {out}")
