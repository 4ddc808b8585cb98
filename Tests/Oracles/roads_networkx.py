"""Road access computed another way: networkx, shapely and pyproj, from the definitions alone.

    python roads_networkx.py FOLDER > villages.csv

FOLDER holds the Andorra study's `andorra.osm.pbf` (OpenStreetMap). For every village the same
figures as Upland's `villages` layer: nearest edge within 500 m by geodesic distance, the entry cut
into the graph as a node, Dijkstra on the exact triple (metres unhardened, unknown, all) to every
centre of the unit. Nothing is shared with the product: shapes come by pyogrio, the units by
shapely, lengths by pyproj's Geod, the graph by networkx.
"""

import csv
import heapq
import os
import sys

import networkx as nx
import numpy as np
import pyogrio
import shapely
from pyproj import Geod

GEOD = Geod(ellps="WGS84")
LIMIT = 500.0
CLASSES = """motorway trunk primary primary_link secondary secondary_link tertiary unclassified
residential living_street service road track""".split()
HARDENED = set(
    """paved asphalt concrete concrete:plates concrete:lanes paving_stones sett
    cobblestone""".split()
)
UNHARDENED = set(
    """unpaved gravel fine_gravel compacted pebblestone ground dirt earth grass sand mud
    rock""".split()
)
ASSUMED = set(
    "motorway trunk primary primary_link secondary secondary_link tertiary".split()
)


def tag(other, key):
    """The value of `key` in OGR's hstore text ("k"=>"v","k"=>"v"), or None."""
    mark = f'"{key}"=>"'
    if not isinstance(other, str) or mark not in other:
        return None
    return other.split(mark, 1)[1].split('"', 1)[0]


def read(path, layer, where):
    return pyogrio.read_dataframe(path, layer=layer, where=where)


def distance(a, b):
    return GEOD.inv(a[0], a[1], b[0], b[1])[2]


def nearest_on_segment(p, a, b):
    """The point of segment ab nearest to p, by a golden-section search on geodesic distance."""
    low, high = 0.0, 1.0
    at = lambda t: (a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]))
    ratio = (5**0.5 - 1) / 2
    for _ in range(80):
        one, two = high - ratio * (high - low), low + ratio * (high - low)
        if distance(p, at(one)) <= distance(p, at(two)):
            high = two
        else:
            low = one
    best = min([at((low + high) / 2), at(low), at(high)], key=lambda q: distance(p, q))
    return best, distance(p, best)


def main(folder):
    path = os.path.join(folder, "andorra.osm.pbf")
    units = read(
        path, "multipolygons", "boundary = 'administrative' AND admin_level = '7'"
    )
    villages = read(path, "points", "place IN ('village', 'hamlet')")
    centres = read(path, "points", "place = 'town'")
    quoted = ", ".join(f"'{name}'" for name in CLASSES)
    roads = read(path, "lines", f"highway IN ({quoted})")

    segments = []  # (a, b, class, state)
    for row in roads.itertuples():
        surface = getattr(row, "surface", None) or tag(row.other_tags, "surface")
        if surface in HARDENED:
            state = "hardened"
        elif surface in UNHARDENED:
            state = "unhardened"
        else:
            state = "hardened" if row.highway in ASSUMED else "unknown"
        positions = list(row.geometry.coords)
        for a, b in zip(positions, positions[1:]):
            if a != b:
                segments.append((a, b, row.highway, state))

    # Entries: the nearest segments, ties within a micrometre.
    tree = shapely.STRtree([shapely.LineString(s[:2]) for s in segments])

    def entries(p):
        reach = LIMIT / 111_000 / np.cos(np.radians(p[1])) * 1.1
        found = []
        for index in tree.query(shapely.box(p[0] - reach, p[1] - reach, p[0] + reach, p[1] + reach)):
            point, metres = nearest_on_segment(p, *segments[index][:2])
            if metres <= LIMIT:
                found.append((metres, index, point))
        least = min((f[0] for f in found), default=None)
        return [f for f in found if f[0] <= least + 1e-6]

    shapes = list(units.geometry)
    codes = [str(code) for code in units.osm_id]

    def unit_of(p):
        holding = [c for c, s in zip(codes, shapes) if s.covers(shapely.Point(p))]
        return min(holding, default=None)

    places = [(g.x, g.y) for g in villages.geometry]
    ends = [(g.x, g.y) for g in centres.geometry]
    cuts = {}
    village_nodes, centre_nodes, snaps = [], [], []
    for nodes, points in ((village_nodes, places), (centre_nodes, ends)):
        for p in points:
            found = entries(p)
            names = []
            for metres, index, point in found:
                a, b = segments[index][:2]
                node = next((e for e in (a, b) if distance(e, point) < 1e-6), None)
                if node is None:
                    node = ("cut", index, point)
                    cuts.setdefault(index, []).append(node)
                names.append(node)
            nodes.append(names)
            if nodes is village_nodes:
                snaps.append(found[0][0] if found else None)

    def cost(length, state):
        return (
            length if state == "unhardened" else 0.0,
            length if state == "unknown" else 0.0,
            length,
        )

    def season(road_class, state):
        return state if road_class == "track" else "hardened"

    surface_graph, season_graph = nx.MultiGraph(), nx.MultiGraph()
    for index, (a, b, road_class, state) in enumerate(segments):
        total = distance(a, b)
        inner = sorted(cuts.get(index, []), key=lambda n: distance(a, n[2]))
        chain = [a, *inner, b]
        where = [a, *[n[2] for n in inner], b]
        parts = [distance(p, q) for p, q in zip(where, where[1:])]
        scale = total / sum(parts)
        for one, two, part in zip(chain, chain[1:], parts):
            if one != two:
                surface_graph.add_edge(one, two, cost=cost(part * scale, state))
                season_graph.add_edge(
                    one, two, cost=cost(part * scale, season(road_class, state))
                )

    def best(graph, sources):
        """The least triple from `sources` to every node: Dijkstra over networkx's graph."""
        done, heap, count = {}, [], 0
        for rank, source in sources:
            heapq.heappush(heap, ((0.0, 0.0, 0.0), rank, count, source))
            count += 1
        while heap:
            here, rank, _, node = heapq.heappop(heap)
            if node in done:
                continue
            done[node] = (here, rank)
            for other, edges in graph[node].items():
                if other in done:
                    continue
                for data in edges.values():
                    count += 1
                    there = tuple(x + y for x, y in zip(here, data["cost"]))
                    heapq.heappush(heap, (there, rank, count, other))
        return done

    by_unit = {}
    for rank, p in enumerate(ends):
        by_unit.setdefault(unit_of(p), []).append(rank)
    reach = {}
    for unit, ranks in by_unit.items():
        sources = [(rank, node) for rank in ranks for node in centre_nodes[rank]]
        reach[unit] = best(surface_graph, sources), best(season_graph, sources)

    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(
        "code,name,unit,car,all_season,hardened,reason,snap_m,path_m,gap_m,unknown_m,centre".split(",")
    )

    def tier(triple):
        return "no" if triple[0] > 1e-5 else "unknown" if triple[1] > 1e-5 else "yes"

    for row, p, nodes, snap in zip(villages.itertuples(), places, village_nodes, snaps):
        unit = unit_of(p)
        head = [row.osm_id, row.name, unit]
        text = lambda value: "" if value is None else f"{value:.3f}"
        if unit is None or unit not in by_unit:
            reason = "outside_units" if unit is None else "no_centre"
            out.writerow([*head, "unknown", "unknown", "unknown", reason, text(snap), "", "", "", ""])
            continue
        surface, seasons = reach[unit]
        ways = [surface[n] for n in nodes if n in surface]
        if not ways:
            none = not nodes or not any(centre_nodes[r] for r in by_unit[unit])
            reason = "no_road_within_limit" if none else "other_component"
            out.writerow([*head, "no", "no", "no", reason, text(snap), "", "", "", ""])
            continue
        triple, rank = min(ways)
        season_tier = tier(min(seasons[n] for n in nodes if n in seasons)[0])
        hardened = tier(triple)
        out.writerow(
            [*head, "yes", season_tier, hardened, "surface_gap" if hardened == "no" else "",
             text(snap), text(triple[2]), text(triple[0]), text(triple[1]), centres.name[rank]]
        )


if __name__ == "__main__":
    main(sys.argv[1])
