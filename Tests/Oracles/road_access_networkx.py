"""Road access computed another way: networkx, shapely and pyproj, from the definitions alone.

Writes Tests/StudiesTests/Fixtures/road-access-networkx.json, with the versions of the tools and the
command, for the built-in sample by commune and, where its data are beside the project, for Andorra by
parish:

- every village: entry at the nearest edge within 500 m by geodesic distance, the entry cut into the
  graph as a node, networkx's Dijkstra on whole micrometres (unhardened, then unknown, then all, in one
  number of three parts) from every centre of the unit;
- every unit: villages and households by tier, kilometres by class and surface (edges cut at units by
  shapely, lengths by pyproj's Geod), the villages near an all-season road, and where there is a raster
  of people the Rural Access Index.

Nothing is shared with the product: files come by pyogrio and rasterio. In the sample lines are straight
in EPSG:32645, and joined where they cross or touch within 1 mm there, unless bridge or layer differ.

Run from the repository's root with the versions of Tests/requirements.txt (a minute):

    .venv/bin/python Tests/Oracles/road_access_networkx.py
"""

import collections
import json
import pathlib
from importlib.metadata import version

import networkx as nx
import numpy as np
import pyogrio
import rasterio
import shapely
from pyproj import Geod, Transformer

ROOT = pathlib.Path(__file__).parents[2]
SAMPLE = ROOT / "GeoData/sample"
ANDORRA = ROOT.parent / "shared/data/andorra/andorra.osm.pbf"
GEOD = Geod(ellps="WGS84")
SNAP, REACH, TOUCH = 500.0, 2000.0, 0.001
STATES = ["hardened", "unhardened", "unknown"]


def tag(other, key):
    """The value of `key` in OGR's hstore text ("k"=>"v","k"=>"v"), or None."""
    mark = f'"{key}"=>"'
    if not isinstance(other, str) or mark not in other:
        return None
    return other.split(mark, 1)[1].split('"', 1)[0]


def metres(a, b):
    return GEOD.inv(a[0], a[1], b[0], b[1])[2]


class Roads:
    """Segments of lines, and the nodes where they are joined."""

    def __init__(self, place, plane):
        """`place` takes a position of the source to longitude and latitude, `plane` to metres that are
        right within a hundredth."""
        self.place, self.plane = place, plane
        self.segments = []  # (a, b, class, state, season, grade) in the source's coordinates
        self.cuts = collections.defaultdict(list)  # segment -> [(share, node)]
        self.parent = {}
        self.seen = set()

    def add(self, line, road_class, surface, state, season, bridge, grade):
        for a, b in zip(line, line[1:]):
            key = (*sorted([a, b]), road_class, surface, bridge)
            if a == b or key in self.seen:  # drawn twice
                continue
            self.seen.add(key)
            index = len(self.segments)
            self.segments.append((a, b, road_class, state, season, grade))
            self.cuts[index] += [(0.0, a), (1.0, b)]

    def find(self, node):
        while self.parent.get(node, node) != node:
            node = self.parent[node]
        return node

    def join(self, one, other):
        one, other = self.find(one), self.find(other)
        if one != other:
            self.parent[one] = other

    def at(self, index, share):
        a, b = self.segments[index][:2]
        return a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])

    def join_crossings(self):
        """Joins segments of one grade where they cross or a vertex touches within a millimetre."""
        lines = shapely.linestrings([[s[0], s[1]] for s in self.segments])
        tree = shapely.STRtree(lines)
        for one, other in tree.query(lines, predicate="dwithin", distance=TOUCH).T.tolist():
            if one >= other or self.segments[one][5] != self.segments[other][5]:
                continue
            ends = [set(self.segments[i][:2]) for i in (one, other)]
            met = False
            for mine, theirs, index in ((0, 1, other), (1, 0, one)):
                for vertex in ends[mine] - ends[theirs]:
                    a, b = self.segments[index][:2]
                    if shapely.distance(lines[index], shapely.Point(vertex)) <= TOUCH:
                        share = shapely.line_locate_point(lines[index], shapely.Point(vertex))
                        share /= shapely.length(lines[index])
                        self.cuts[index].append((share, vertex))
                        met = True
            common = ends[0] & ends[1]
            crossing = shapely.intersection(lines[one], lines[other])
            if met or common or crossing.geom_type != "Point":
                continue
            node = ("crossing", one, other)
            for index in (one, other):
                share = shapely.line_locate_point(lines[index], crossing)
                self.cuts[index].append((share / shapely.length(lines[index]), node))

    def index(self):
        self.lines = shapely.linestrings(
            [[self.plane(s[0]), self.plane(s[1])] for s in self.segments])
        self.tree = shapely.STRtree(self.lines)

    def nearest_share(self, index, p):
        """Where on a segment the place p is nearest, by golden section on geodesic distance."""
        distance = lambda t: metres(p, self.place(self.at(index, t)))
        low, high, ratio = 0.0, 1.0, (5**0.5 - 1) / 2
        for _ in range(60):
            one, two = high - ratio * (high - low), low + ratio * (high - low)
            if distance(one) <= distance(two):
                high = two
            else:
                low = one
        share = min([0.0, 1.0, (low + high) / 2], key=distance)
        return share, distance(share)

    def entries(self, p, in_plane):
        """The nodes where the place p enters, and how far they are from it."""
        near = self.tree.query_nearest(
            shapely.Point(in_plane), max_distance=SNAP * 1.02, return_distance=True)
        if len(near[0]) == 0:
            return [], None
        slack = near[1][0] * 1.02 + 0.1
        found = []
        for index in self.tree.query(shapely.Point(in_plane), "dwithin", distance=slack).tolist():
            share, distance = self.nearest_share(index, p)
            found.append((distance, index, share))
        least = min(found)[0]
        if least > SNAP:
            return [], None
        nodes = []
        for distance, index, share in found:
            if distance > least + 1e-6:
                continue
            place = self.place(self.at(index, share))
            node = next((n for t, n in self.cuts[index]
                         if metres(place, self.place(self.at(index, t))) < 1e-6), None)
            if node is None:
                node = ("entry", index, share)
                self.cuts[index].append((share, node))
            nodes.append(node)
        return nodes, least

    def graphs(self):
        """The graph with costs by surface, and the one by season."""
        surface, season = nx.MultiGraph(), nx.MultiGraph()
        for index, cuts in self.cuts.items():
            _, _, _, state, by_season, _ = self.segments[index]
            cuts = sorted(cuts, key=lambda cut: cut[0])
            for (low, one), (high, two) in zip(cuts, cuts[1:]):
                length = metres(self.place(self.at(index, low)), self.place(self.at(index, high)))
                surface.add_edge(self.find(one), self.find(two), cost=cost(length, state))
                season.add_edge(self.find(one), self.find(two), cost=cost(length, by_season))
        return surface, season


def cost(length, state):
    """Micrometres unhardened, unknown and all as one number, in the order in which they decide."""
    micro = round(length * 1e6)
    return ((state == "unhardened") * micro << 120) + ((state == "unknown") * micro << 60) + micro


def parts(total):
    mask = (1 << 60) - 1
    return total >> 120, total >> 60 & mask, total & mask


def tier(total):
    unhardened, unknown, _ = parts(total)
    return "no" if unhardened else "unknown" if unknown else "yes"


def judge(roads, villages, centres):
    """For each village its figures. Villages and centres: (code or name, place, in plane, unit)."""
    roads.index()
    entered = [roads.entries(p, q) for _, p, q, _ in villages]
    centre_nodes = [roads.entries(p, q)[0] for _, p, q, _ in centres]
    surface, season = roads.graphs()
    by_unit = collections.defaultdict(list)
    for number, centre in enumerate(centres):
        by_unit[centre[3]].append(number)
    reach = {}
    for number, nodes in enumerate(centre_nodes):
        nodes = {roads.find(node) for node in nodes}
        if nodes and any(village[3] == centres[number][3] for village in villages):
            reach[number] = [
                nx.multi_source_dijkstra_path_length(graph, nodes, weight="cost")
                for graph in (surface, season)]
    found = {}
    for (code, _, _, unit), (nodes, snap) in zip(villages, entered):
        own = {"unit": unit, "snap_m": snap}
        found[code] = own
        if unit is None or unit not in by_unit:
            reason = "outside_units" if unit is None else "no_centre"
            own |= {"car": "unknown", "all_season": "unknown", "hardened": "unknown"}
            own["reason"] = reason
            continue
        ways = [(reach[n][0][node], n) for n in by_unit[unit] if n in reach
                for node in {roads.find(node) for node in nodes} if node in reach[n][0]]
        if not ways:
            none = not nodes or not any(n in reach for n in by_unit[unit])
            own |= {"car": "no", "all_season": "no", "hardened": "no"}
            own["reason"] = "no_road_within_limit" if none else "other_component"
            continue
        total, centre = min(ways)
        seasons = min(reach[n][1][node] for n in by_unit[unit] if n in reach
                      for node in {roads.find(node) for node in nodes} if node in reach[n][1])
        gap, unknown, path = (value / 1e6 for value in parts(total))
        own |= {"car": "yes", "all_season": tier(seasons), "hardened": tier(total)}
        own["reason"] = "surface_gap" if gap else None
        own |= {"path_m": path, "gap_m": gap, "unknown_m": unknown, "centre": centres[centre][0]}
    return found


def kilometres(roads, units):
    """Kilometres by unit and class: [hardened, unhardened, unknown]."""
    tree = shapely.STRtree([shape for _, shape in units])
    found = collections.defaultdict(lambda: collections.defaultdict(lambda: [0.0, 0.0, 0.0]))
    for a, b, road_class, state, _, _ in roads.segments:
        rest = shapely.LineString([roads.place(a), roads.place(b)])
        # Along a border the first by code has it; units come in the order of their codes.
        for number in sorted(tree.query(rest, predicate="intersects").tolist()):
            code, shape = units[number]
            length = GEOD.geometry_length(shapely.intersection(rest, shape))
            if length > 0:
                found[code][road_class][STATES.index(state)] += length / 1000
                rest = shapely.difference(rest, shape)
    return found


class Nearness:
    """Whether a place lies within 2 km of an all-season road, surely and perhaps."""

    def __init__(self, roads):
        self.roads = roads
        self.sets = []
        for states in (["hardened"], ["hardened", "unknown"]):
            own = np.array([i for i, s in enumerate(roads.segments) if s[4] in states])
            self.sets.append((own, shapely.STRtree(roads.lines[own])))

    def of(self, places, in_plane):
        points = shapely.points(in_plane)
        answers = []
        for own, tree in self.sets:
            near = np.zeros(len(points), bool)
            perhaps = np.zeros(len(points), bool)
            near[tree.query(points, "dwithin", distance=REACH * 0.99)[0]] = True
            perhaps[tree.query(points, "dwithin", distance=REACH * 1.01)[0]] = True
            for number in np.flatnonzero(perhaps & ~near).tolist():
                close = tree.query(points[number], "dwithin", distance=REACH * 1.01)
                near[number] = any(
                    self.roads.nearest_share(index, places[number])[1] <= REACH
                    for index in own[close].tolist())
            answers.append(near)
        return answers


def tally(units, villages, found, near, households, lengths):
    """The figures of each unit."""
    result = {}
    for code, _ in units:
        own = [v for v in villages if v[3] == code]
        judged = [found[v[0]] | {"households": households.get(v[0])} for v in own]
        judged = [v for v in judged if v["car"] != "unknown"]
        figures = {"villages": len(judged), "car": sum(v["car"] == "yes" for v in judged)}
        for name in ("all_season", "hardened"):
            for end, ok in (("low", ["yes"]), ("high", ["yes", "unknown"])):
                held = [v for v in judged if v[name] in ok]
                figures[f"{name}_{end}"] = len(held)
                if households:
                    figures[f"households_{name}_{end}"] = sum(v["households"] for v in held)
        if households:
            figures["households"] = sum(v["households"] for v in judged)
        for end, answer in zip(("low", "high"), near):
            figures[f"villages_near_road_{end}"] = sum(
                bool(answer[n]) for n, v in enumerate(villages) if v[3] == code)
        for number, state in enumerate(STATES):
            figures[f"{state}_km"] = sum(row[number] for row in lengths[code].values())
        result[code] = figures
    return result


def rural(units, nearness, plane):
    """The people of each unit outside towns: all, surely and perhaps near an all-season road."""
    raster = rasterio.open(SAMPLE / "population.tif")
    values = raster.read(1).astype(float)
    rows, columns = np.nonzero((values != raster.nodata) & (values > 0))
    people = values[rows, columns]
    step, down, bounds = raster.transform.a, -raster.transform.e, raster.bounds
    west, north = bounds.left + columns * step, bounds.top - rows * down
    places = np.column_stack([west + step / 2, north - down / 2])
    in_plane = np.column_stack(plane(places[:, 0], places[:, 1]))
    near = nearness.of(places.tolist(), in_plane)
    boxes = shapely.box(west, north - down, west + step, north)
    tree = shapely.STRtree(boxes)
    towns = shapely.union_all(pyogrio.read_dataframe(SAMPLE / "urban.geojson").geometry.values)
    result = {}
    for code, shape in units:
        shape = shapely.difference(shape, towns)
        shapely.prepare(shape)
        cells = tree.query(shape, predicate="intersects")
        share = shapely.area(shapely.intersection(shape, boxes[cells])) / (step * down)
        count = people[cells] * share
        result[code] = {
            "rural_population": count.sum(), "rural_population_served_low": count[near[0][cells]].sum(),
            "rural_population_served_high": count[near[1][cells]].sum()}
    return result


def sample():
    to_place = Transformer.from_crs(32645, 4326, always_xy=True)
    to_plane = Transformer.from_crs(4326, 32645, always_xy=True)
    roads = Roads(lambda p: to_place.transform(*p), lambda p: p)
    text = lambda value: value if isinstance(value, str) and value else None
    for row in pyogrio.read_dataframe(SAMPLE / "roads.gpkg", layer="roads").itertuples():
        surface = text(row.surface)
        state = (
            "hardened" if surface in ("asphalt", "concrete")
            else "unhardened" if surface in ("gravel", "dirt")
            else "hardened" if row.highway in ("primary", "secondary") else "unknown")
        season = state if row.highway == "track" else "hardened"
        grade = (text(row.bridge) not in (None, "no"), str(row.layer) if row.layer else "0")
        roads.add(list(row.geometry.coords), row.highway, surface, state, season, grade[0], grade)
    roads.join_crossings()
    frame = pyogrio.read_dataframe(SAMPLE / "communes.geojson").sort_values("code")
    units = list(zip(frame.code, frame.geometry))
    codes = set(frame.code)
    point = lambda g: ((g.x, g.y), to_plane.transform(g.x, g.y))
    frame = pyogrio.read_dataframe(SAMPLE / "villages.geojson")
    villages = [(row.code, *point(row.geometry), row.commune) for row in frame.itertuples()]
    assert all(village[3] in codes for village in villages)
    households = {row.code: int(row.households) for row in frame.itertuples()}
    frame = pyogrio.read_dataframe(SAMPLE / "centres.geojson")
    centres = [(row.name, *point(row.geometry), row.commune) for row in frame.itertuples()]
    found = judge(roads, villages, centres)
    nearness = Nearness(roads)
    near = nearness.of([v[1] for v in villages], [v[2] for v in villages])
    lengths = kilometres(roads, units)
    figures = tally(units, villages, found, near, households, lengths)
    for code, people in rural(units, nearness, to_plane.transform).items():
        figures[code] |= people
    return {"units": figures, "kilometres": lengths, "villages": found}


def andorra():
    classes = """motorway trunk primary primary_link secondary secondary_link tertiary unclassified
    residential living_street service road track""".split()
    hard = set("""paved asphalt concrete concrete:plates concrete:lanes paving_stones sett
    cobblestone""".split())
    soft = set("""unpaved gravel fine_gravel compacted pebblestone ground dirt earth grass sand mud
    rock""".split())
    assumed = set("motorway trunk primary primary_link secondary secondary_link tertiary".split())
    read = lambda layer, where: pyogrio.read_dataframe(ANDORRA, layer=layer, where=where)
    squeeze = np.cos(np.radians(42.55)) * 111_320
    plane = lambda p: (p[0] * squeeze, p[1] * 111_090)
    roads = Roads(lambda p: p, plane)
    quoted = ", ".join(f"'{name}'" for name in classes)
    for row in read("lines", f"highway IN ({quoted})").itertuples():
        value = lambda key: getattr(row, key, None) or tag(row.other_tags, key)
        surface = value("surface")
        state = (
            "hardened" if surface in hard else "unhardened" if surface in soft
            else "hardened" if row.highway in assumed else "unknown")
        season = state if row.highway == "track" else "hardened"
        bridge = value("bridge") not in (None, "", "no")
        roads.add(
            list(row.geometry.coords), row.highway, surface, state, season, bridge, None)
    frame = read("multipolygons", "boundary = 'administrative' AND admin_level = '7'")
    units = sorted((str(row.osm_id), row.geometry) for row in frame.itertuples())

    def placed(frame, name):
        for row in frame.itertuples():
            p = (row.geometry.x, row.geometry.y)
            unit = next((c for c, s in units if s.covers(row.geometry)), None)
            yield str(getattr(row, name)), p, plane(p), unit

    villages = list(placed(read("points", "place IN ('village', 'hamlet')"), "osm_id"))
    centres = [
        (f"#{code}", *rest) for code, *rest in placed(read("points", "place = 'town'"), "osm_id")]
    found = judge(roads, villages, centres)
    near = Nearness(roads).of([v[1] for v in villages], [v[2] for v in villages])
    lengths = kilometres(roads, units)
    figures = tally(units, villages, found, near, {}, lengths)
    return {"units": figures, "kilometres": lengths, "villages": found}


def rounded(value):
    if isinstance(value, dict):
        return {key: rounded(value[key]) for key in sorted(value)}
    if isinstance(value, list):
        return [rounded(item) for item in value]
    return round(float(value), 9) if isinstance(value, (float, np.floating)) else value


def main():
    target = ROOT / "Tests/StudiesTests/Fixtures/road-access-networkx.json"
    record = {
        "program": ", ".join(
            f"{name} {version(name)}" for name in ("networkx", "shapely", "pyproj", "pyogrio")),
        "command": ".venv/bin/python Tests/Oracles/road_access_networkx.py",
        "sample": rounded(sample()),
    }
    if ANDORRA.exists():
        record["andorra"] = rounded(andorra())
    elif target.exists():
        record["andorra"] = json.loads(target.read_text())["andorra"]
    target.write_text(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
