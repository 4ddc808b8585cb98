"""What lies on the roads, what is known of it, and where the network is broken.

Surfaces are drawn journey by journey, because a road is built as one contract: a village road is
hardened all the way, or has one stretch that is not, or one that nobody has recorded.
"""

import numpy as np
import shapely

from grid import generator
from roads import Road

# For each class: share hardened all the way, with a soft stretch, with an unrecorded stretch, all
# soft.
CONTRACTS = {"primary": (1, 0, 0, 0), "secondary": (1, 0, 0, 0), "tertiary": (0.92, 0.05, 0.03, 0),
             "unclassified": (0.78, 0.12, 0.07, 0.03), "track": (0.28, 0.22, 0.24, 0.26)}
STUB = (0.03, 0.03, 0.86, 0.08)
SECTION_M = 1500.0


def cut(road, at):
    """The road in two at the vertex `at`, both with that vertex."""
    first, second = Road(**vars(road)), Road(**vars(road))
    first.points, second.points = road.points[:at + 1], road.points[at:]
    return first, second


def split_at(road, metres):
    """The road in two at a distance along it, with a new vertex there (to the centimetre)."""
    run = np.r_[0, np.hypot(*np.diff(road.points, axis=0).T).cumsum()]
    at = int(np.searchsorted(run, metres))
    spot = shapely.LineString(road.points).interpolate(metres)
    whole = Road(**vars(road))
    whole.points = np.insert(road.points, at, np.round([spot.x, spot.y], 2), axis=0)
    return cut(whole, at)


def node_crossings(roads):
    """Give lines that cross without a vertex one: on the ground they meet."""
    roads = list(roads)
    while True:
        lines = [shapely.LineString(r.points) for r in roads]
        tree = shapely.STRtree(lines)
        a, b = tree.query(lines, predicate="crosses")
        pairs = [(i, j) for i, j in zip(a.tolist(), b.tolist()) if i < j]
        touched, extra = set(), []
        for i, j in pairs:
            if touched & {i, j}:
                continue
            spot = shapely.get_coordinates(lines[i].intersection(lines[j]))[0]
            parts = [split_at(roads[k], lines[k].project(shapely.Point(spot))) for k in (i, j)]
            meet = np.round(spot, 2)
            if any(len(p.points) < 2 or p.length < 0.05 for pair in parts for p in pair):
                continue
            for k, (first, second) in zip((i, j), parts):
                first.points[-1] = second.points[0] = meet
                roads[k] = first
                extra.append(second)
            touched |= {i, j}
        if not extra:
            return roads
        roads += extra


def sections(roads):
    """Pieces of about 1.5 km, as an inventory lists them."""
    result = []
    for road in roads:
        rest = road
        while rest.length > 1.4 * SECTION_M:
            pieces = np.ceil(rest.length / SECTION_M)
            first, rest = split_at(rest, rest.length / pieces)
            result.append(first)
        result.append(rest)
    return result


def pave(roads, legs):
    """Set `surface` of every section, journey by journey."""
    rng = generator("surfaces")
    by_leg = {}
    for road in roads:
        by_leg.setdefault((road.leg, road.kind), []).append(road)
    for (leg, kind), members in sorted(by_leg.items()):
        share = STUB if legs[leg] == "stub" else CONTRACTS[kind]
        case = rng.choice(4, p=np.array(share) / sum(share))
        hard = "asphalt" if kind in ("primary", "secondary") else "concrete"
        soft = "dirt" if kind == "track" or rng.random() < 0.4 else "gravel"
        odd = int(rng.integers(len(members)))
        for k, road in enumerate(members):
            road.surface = hard
            if kind in ("primary", "secondary") and rng.random() < 0.75:
                road.surface = None                     # known by its class all the same
            elif kind == "tertiary" and rng.random() < 0.3:
                road.surface = "asphalt"
            if case == 3 or case == 1 and (k == odd or rng.random() < 0.35):
                road.surface = soft
            if case == 2 and (k == odd or rng.random() < (0.95 if legs[leg] == "stub" else 0.4)):
                road.surface = None
    return roads


def name(roads, legs):
    """Numbers of roads, all above those in use anywhere."""
    for road in roads:
        if road.kind == "primary":
            road.name = f"Quốc lộ {991 + road.leg % 2}"
        elif road.kind == "secondary":
            road.name = f"Đường tỉnh {995 + road.leg % 4}"
        elif road.kind == "tertiary":
            road.name = f"Đường huyện {10 + road.leg % 63}"
    return roads
