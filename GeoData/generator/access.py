"""The study's own figures, computed the slow way, so that the sample can be tuned and checked.

Not the oracle of the analyser: only what `make_sample.py` needs to know that its network has the
shares of hardened, unknown and cut-off villages that it was made for.
"""

import heapq

import numpy as np
import shapely

HARD, SOFT = {"asphalt", "concrete"}, {"gravel", "dirt"}
LIMIT_M = 500.0


def state(road):
    """hard, soft or unknown, with main roads taken as hardened where nothing is recorded."""
    if road.surface in HARD or road.surface is None and road.kind in ("primary", "secondary"):
        return "hard"
    return "soft" if road.surface in SOFT else "unknown"


def _ends(road):
    return tuple(road.points[0]), tuple(road.points[-1])


def components(roads):
    """Number of the connected part that each road belongs to."""
    parent = {}

    def root(n):
        while parent.setdefault(n, n) != n:
            parent[n] = parent[parent[n]]
            n = parent[n]
        return n

    for road in roads:
        a, b = _ends(road)
        parent[root(a)] = root(b)
    names = {}
    return np.array([names.setdefault(root(_ends(r)[0]), len(names)) for r in roads])


def network(roads, villages, centres):
    """Links between road ends and entry points, each with (soft, unknown, all) metres; who is on.
    """
    lines = [shapely.LineString(r.points) for r in roads]
    tree = shapely.STRtree(lines)
    kinds = [state(r) for r in roads]
    links = {}

    def link(a, b, kind, metres):
        cost = (metres if kind == "soft" else 0.0, metres if kind == "unknown" else 0.0, metres)
        links.setdefault(a, []).append((b, cost))
        links.setdefault(b, []).append((a, cost))

    entries = {}

    def enter(name, point):
        k, far = tree.query_nearest(point, return_distance=True, all_matches=False)
        if far[0] <= LIMIT_M:
            entries.setdefault(int(k[0]), []).append((lines[k[0]].project(point), name))

    for c, point in enumerate(centres):
        enter(("c", c), point)
    for v, point in enumerate(villages):
        enter(("v", v), point)
    for k, road in enumerate(roads):
        a, b = _ends(road)
        stops = [(0.0, a)] + sorted(entries.get(k, [])) + [(lines[k].length, b)]
        for (s, m), (t, n) in zip(stops, stops[1:]):
            link(m, n, kinds[k], t - s)
    on = {name for names in entries.values() for _, name in names}
    return links, on


def judge(links, on, village, centre):
    """hardened and reason of one village, by the path with the least gap, then unknown, then
    length.
    """
    if ("v", village) not in on:
        return "no", "no_road_within_limit"
    goal, queue, seen = ("c", centre), [((0.0, 0.0, 0.0), 0, ("v", village))], set()
    count = 0
    while queue:
        cost, _, node = heapq.heappop(queue)
        if node == goal:
            if cost[0] > 0:
                return "no", "surface_gap"
            return ("unknown", "surface_gap") if cost[1] > 0 else ("yes", None)
        if node in seen:
            continue
        seen.add(node)
        for other, step in links.get(node, []):
            if other not in seen:
                count += 1
                heapq.heappush(queue, (tuple(a + b for a, b in zip(cost, step)), count, other))
    return "no", "other_component"
