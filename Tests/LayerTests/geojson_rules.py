"""GeoJSON judged from its text: the rules of RFC 7946 and those of Mapbox's geojsonhint, written anew.

`judge(text)` gives the document and its faults, each a rule's name and a place. Beyond the RFC's "must" it holds
what the RFC and geojsonhint advise, and what Docs/layers.md promises: two numbers a position, six decimals as they
stand in the text, ids that are texts, no crs.
"""

import json
from decimal import Decimal

DECIMALS = 6
# How deep positions lie in the coordinates of each geometry.
DEPTH = {
    "Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}
TYPES = {"FeatureCollection", "Feature", "GeometryCollection", *DEPTH}
# RFC 7946, section 7.1: members that would make one kind of object another.
STRANGERS = {
    "FeatureCollection": ["coordinates", "geometries", "geometry", "properties"],
    "Feature": ["coordinates", "geometries", "features"],
    "geometry": ["geometry", "properties", "features"],
}


def judge(data):
    """The document in `data` (bytes) and its faults; no document where it is no JSON."""
    return Judge(data).document()


class Judge:
    """One document on the bench."""

    def __init__(self, data):
        self.data = data
        self.faults = []

    def blame(self, rule, place):
        self.faults.append((rule, place))

    def document(self):
        try:
            text = self.data.decode("utf-8")
        except UnicodeDecodeError as error:
            self.blame("utf-8", f"byte {error.start}")
            return None, self.faults
        if text.startswith("\ufeff"):
            self.blame("byte-order-mark", "byte 0")
            text = text[1:]
        try:
            root = json.loads(
                text, object_pairs_hook=self.members, parse_int=self.whole, parse_float=self.real,
                parse_constant=self.constant)
        except ValueError as error:
            self.blame("json", str(error))
            return None, self.faults
        if not isinstance(root, dict) or root.get("type") != "FeatureCollection":
            self.blame("root", "a layer is a FeatureCollection")
        else:
            self.collection(root)
        return root, self.faults

    # JSON

    def members(self, pairs):
        found = dict(pairs)
        if len(found) < len(pairs):
            names = [name for name, _ in pairs]
            self.blame("duplicate-member", sorted({name for name in names if names.count(name) > 1})[0])
        return found

    def whole(self, literal):
        if literal == "-0":
            self.blame("number", literal)
        return int(literal)

    def real(self, literal):
        number = Decimal(literal)
        if "e" in literal.lower() or number.is_zero() and literal.startswith("-"):
            self.blame("number", literal)
        return number

    def constant(self, literal):
        self.blame("number", literal)

    # Objects

    def collection(self, root):
        self.common(root, "FeatureCollection", "the collection")
        features = root.get("features")
        if not isinstance(features, list):
            return self.blame("features", "the collection")
        positions = []
        ids = set()
        for index, feature in enumerate(features):
            place = f"feature {index}"
            if not isinstance(feature, dict) or feature.get("type") != "Feature":
                self.blame("feature", place)
                continue
            name = feature.get("id")
            if not isinstance(name, str) or not name:
                self.blame("id", place)
            elif name in ids:
                self.blame("id-unique", name)
            else:
                ids.add(name)
                place = name
            positions += self.feature(feature, place)
        if positions and "bbox" not in root:
            self.blame("bbox", "the collection has none")
        self.box(root, positions, "the collection")

    def feature(self, feature, place):
        self.common(feature, "Feature", place)
        if not isinstance(feature.get("properties", 0), (dict, type(None))):
            self.blame("properties", place)
        geometry = feature.get("geometry", 0)
        positions = []
        if isinstance(geometry, dict):
            positions = self.geometry(geometry, place)
        elif geometry is not None:
            self.blame("geometry", place)
        self.box(feature, positions, place)
        return positions

    def common(self, thing, kind, place):
        """What holds of any object: its type, no crs, no member of another kind."""
        if thing.get("type") not in TYPES:
            self.blame("type", place)
        if "crs" in thing:
            self.blame("crs", place)
        for name in STRANGERS[kind]:
            if name in thing:
                self.blame("strange-member", f"{place}: {name}")

    def geometry(self, geometry, place, within_collection=False):
        """Judges a geometry; its positions, as whole numbers of the last decimal."""
        self.common(geometry, "geometry", place)
        kind = geometry.get("type")
        positions = []
        if kind == "GeometryCollection":
            parts = geometry.get("geometries")
            if within_collection:
                self.blame("nested-collection", place)
            if not isinstance(parts, list) or not all(isinstance(part, dict) for part in parts):
                self.blame("geometries", place)
            else:
                if len(parts) < 2:
                    self.blame("lone-geometry", place)
                for part in parts:
                    positions += self.geometry(part, place, within_collection=True)
        elif kind in DEPTH:
            self.parts(geometry.get("coordinates"), DEPTH[kind], kind, place, positions)
        elif kind in TYPES:
            self.blame("geometry", place)
        self.box(geometry, positions, place)
        return positions

    def parts(self, part, depth, kind, place, positions):
        if depth == 0:
            point = self.position(part, place)
            positions += [point] if point else []
        elif not isinstance(part, list):
            self.blame("coordinates", place)
        elif not part:
            self.blame("empty", place)
        elif depth == 1:
            line = [self.position(point, place) for point in part]
            if None not in line:
                self.line(line, kind, place)
                positions += line
        else:
            for index, inner in enumerate(part):
                self.parts(inner, depth - 1, kind, place, positions)
                if depth == 2 and "Polygon" in kind:
                    self.hand(inner, index == 0, place)

    def position(self, point, place):
        """A position as whole numbers of the last decimal; `None` where it is none."""
        if not isinstance(point, list) or len(point) != 2 or not all(
                isinstance(number, (int, Decimal)) and not isinstance(number, bool) for number in point):
            self.blame("position", place)
            return None
        if abs(point[0]) > 180 or abs(point[1]) > 90:
            self.blame("position-range", f"{place}: {point[0]}, {point[1]}")
        if any(isinstance(number, Decimal) and number.as_tuple().exponent < -DECIMALS for number in point):
            self.blame("decimals", f"{place}: {point[0]}, {point[1]}")
        return on_grid(point)

    def line(self, line, kind, place):
        if "Polygon" in kind:
            if line[0] != line[-1]:
                self.blame("ring-closed", place)
            if len(line) < 4:
                self.blame("ring-length", place)
        elif "Line" in kind and len(line) < 2:
            self.blame("line-length", place)
        if kind == "MultiPoint":
            return
        for one, next_one in zip(line, line[1:]):
            if one == next_one:
                self.blame("repeated-position", place)
            if abs(one[0] - next_one[0]) > 180 * 10**DECIMALS:
                self.blame("antimeridian", place)

    def hand(self, ring, is_outer, place):
        """Section 3.1.6: the outer ring turns counter-clockwise, a hole clockwise."""
        try:
            points = [on_grid(point) for point in ring]
        except (TypeError, ValueError, ArithmeticError):
            return
        area = doubled_area(points)
        if area == 0 or (area > 0) != is_outer:
            self.blame("right-hand", place)

    def box(self, thing, positions, place):
        """Section 5: west, south, east, north of what is inside; west beyond east across the antimeridian."""
        if "bbox" not in thing:
            return
        box = thing["bbox"]
        if not isinstance(box, list) or len(box) != 4 or not all(isinstance(n, (int, Decimal)) for n in box):
            return self.blame("bbox", f"{place}: four numbers")
        if not positions:
            return self.blame("bbox", f"{place}: of nothing")
        west, south, east, north = on_grid(box)
        across = [x for x, _ in positions if x >= west] if west > east else [x for x, _ in positions]
        beyond = [x for x, _ in positions if x < west] if west > east else across
        true = [min(across, default=None), min(y for _, y in positions), max(beyond, default=None),
                max(y for _, y in positions)]
        if true != [west, south, east, north]:
            self.blame("bbox", f"{place}: {box}")


def on_grid(numbers):
    """Numbers as whole numbers of the last decimal, so that sums and comparisons are exact."""
    return tuple(
        number * 10**DECIMALS if isinstance(number, int) else int(number.scaleb(DECIMALS)) for number in numbers)


def doubled_area(ring):
    """Twice the area of a closed ring, positive where it turns counter-clockwise; exact."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:]))
