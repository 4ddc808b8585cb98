"""Bridges, and the faults that real road layers have: each is here on purpose and counted."""

import numpy as np
import shapely

from access import components
from grid import generator
from roads import Road
from surfaces import split_at


def bridges(roads, rivers):
    """Cut a bridge out of each road where it crosses a river: 24–56 m long."""
    tree = shapely.STRtree(rivers)
    rng = generator("bridges")
    result = []
    for road in roads:
        rest = road
        line = shapely.LineString(rest.points)
        spots = sorted({round(line.project(shapely.Point(p)), 1) for k in tree.query(line)
                        for p in shapely.get_coordinates(line.intersection(rivers[k]))
                        if shapely.Point(p).distance(line) < 0.01})
        done = 0.0
        for spot in spots:
            half = rng.uniform(12, 28)
            if spot - half - done < 30 or rest.length - (spot - done) - half < 30:
                continue
            before, rest = split_at(rest, spot - half - done)
            span, rest = split_at(rest, 2 * half)
            span.bridge, span.layer = True, 1
            result += [before, span]
            done = spot + half
        result.append(rest)
    return result


def washed_out(roads, count):
    """Remove bridges of small roads: gaps of 15–60 m."""
    spans = [k for k, r in enumerate(roads) if r.bridge and r.kind in ("unclassified", "track")]
    gone = set(generator("washed out").permutation(spans)[:count].tolist())
    return [r for k, r in enumerate(roads) if k not in gone]


def near_misses(roads, gaps):
    """Draw one end of a village road short of the junction by each of `gaps` metres."""
    ends = {}
    for road in roads:
        for end in (road.points[0], road.points[-1]):
            ends[tuple(end)] = ends.get(tuple(end), 0) + 1
    fit = [k for k, r in enumerate(roads) if r.kind in ("unclassified", "track") and not r.bridge
           and r.length > 200 and ends[tuple(r.points[0])] >= 3]
    for k, gap in zip(generator("near misses").permutation(fit), gaps):
        _, roads[k] = split_at(roads[k], gap)
    return roads


def isolated_valley(roads, least, most):
    """Take out one section so that `least`–`most` sections lose their way out: an island of roads.
    """
    order = generator("island").permutation(len(roads))
    whole = len(set(components(roads).tolist()))
    for k in order:
        road = roads[k]
        if road.kind not in ("unclassified", "track", "tertiary") or road.bridge or road.length < 300:
            continue
        rest = roads[:k] + roads[k + 1:]
        group = components(rest)
        sizes = np.bincount(group)
        if len(sizes) > whole and any(least <= s <= most for s in np.sort(sizes)[:-1]
                                      if s not in np.bincount(components(roads))):
            return rest
    raise AssertionError("no valley to cut off")


def overpass(roads):
    """A farm track that crosses a main road on a bridge and has no vertex with it."""
    lines = [shapely.LineString(r.points) for r in roads]
    tree = shapely.STRtree(lines)
    for k, road in enumerate(roads):
        if road.kind != "primary" or road.bridge or road.length < 600:
            continue
        middle = lines[k].interpolate(0.5, normalized=True)
        ahead = lines[k].interpolate(road.length / 2 + 5)
        along = np.array([ahead.x - middle.x, ahead.y - middle.y]) / 5
        across = np.array([-along[1], along[0]])
        stations = [np.array([middle.x, middle.y]) + across * d for d in (-260, -140, -18, 18, 150, 280)]
        track = shapely.LineString(stations)
        if len(tree.query(track, predicate="intersects")) != 1:
            continue
        points = np.round(np.array(stations), 2)
        leg = road.leg
        return roads + [Road(points[:3], "track", leg, "dirt"),
                        Road(points[2:4], "track", leg, "concrete", True, 1),
                        Road(points[3:], "track", leg, "dirt")]
    raise AssertionError("no place for the overpass")
