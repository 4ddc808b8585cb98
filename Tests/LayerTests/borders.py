"""Borders of neighbours: whether units that touch have the same vertices there, exactly.

Rings are closed lists of positions in whole numbers of the last decimal. Every edge within a coverage is in two
units, once in each direction. An edge in one unit only is a border of the study or of a hole in it, and must not be
near another unit's: what comes closer to it than one step of the last decimal without being a vertex of it is a
border that two units have differently. Two edges in the same direction are ground that two units claim.
"""

import collections

import numpy as np
import shapely

# Closer than this rounding can have moved two equal borders apart: half a step each, in both directions.
NEAR = 1.42


def rings_of(geometry):
    """All rings of a polygon in whole numbers: those of `positions`, a function of a position."""
    kind, parts = geometry["type"], geometry["coordinates"]
    polygons = {"Polygon": [parts], "MultiPolygon": parts}.get(kind, [])
    return [ring for polygon in polygons for ring in polygon]


def compare(units):
    """What does not fit in `units`, a dictionary of rings: places with their kind; and how many edges are shared."""
    owners = collections.defaultdict(list)
    for unit, rings in units.items():
        for ring in rings:
            for a, b in zip(ring, ring[1:]):
                owners[a, b].append(unit)
    faults = {("same direction", edge) for edge, found in owners.items() if len(found) > 1}
    shared = sum((b, a) in owners for a, b in owners) // 2
    lone = [edge for edge in owners if edge[::-1] not in owners]
    faults |= {("near", place) for place in near(lone, owners)}
    return faults, shared


def near(lone, owners):
    """Vertices of one unit's lone edges that lie beside another unit's lone edge."""
    if not lone:
        return set()
    vertices = sorted({(point, owners[edge][0]) for edge in lone for point in edge})
    points = shapely.points([point for point, _ in vertices])
    tree = shapely.STRtree(shapely.linestrings(np.array(lone, dtype=float)))
    found = set()
    for at, beside in tree.query(points, predicate="dwithin", distance=NEAR).T:
        point, unit = vertices[at]
        edge = lone[beside]
        if point not in edge and unit not in owners[edge]:
            found.add(point)
    return found


def by_shapely(units):
    """The edges that GEOS's own check of coverages objects to, ends in order."""
    polygons = [shapely.multipolygons(assembled(rings)) for rings in units.values()]
    if shapely.coverage_is_valid(polygons, gap_width=NEAR):
        return set()
    bad = set()
    for lines in shapely.coverage_invalid_edges(polygons, gap_width=NEAR):
        for line in shapely.get_parts(lines):
            ends = [(int(x), int(y)) for x, y in shapely.get_coordinates(line)]
            bad |= {("GEOS", tuple(sorted(edge))) for edge in zip(ends, ends[1:])}
    return bad


def assembled(rings):
    """Polygons of rings wound by the right-hand rule: each hole follows its outer ring."""
    polygons = []
    for ring in rings:
        if shapely.is_ccw(shapely.linearrings(ring)):
            polygons.append((ring, []))
        else:
            polygons[-1][1].append(ring)
    return [shapely.Polygon(outer, holes) for outer, holes in polygons]


def edges(units):
    """Every edge of `units`, without direction."""
    return {tuple(sorted(edge)) for rings in units.values() for ring in rings for edge in zip(ring, ring[1:])}
