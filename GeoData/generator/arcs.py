"""Chains of raster cells and cell edges turned into lines as a surveyor would draw them.

A chain is smoothed between its ends only: the ends are where other chains meet, and lines that
share an end before must share it, to the last bit, after.
"""

from collections import defaultdict

import numpy as np
import shapely
from scipy.ndimage import distance_transform_edt, find_objects, gaussian_filter1d
from scipy.ndimage import label as parts_of


def smooth(points, sigma, rng=None, jitter=0.0):
    """Smooth an open chain and keep its ends; `jitter` is the size of the wiggle that is added."""
    points = np.asarray(points, float)
    if len(points) < 3:
        return points
    pad = min(len(points) - 1, int(4 * sigma) + 1)
    moved = points.copy()
    if jitter:
        wiggle = gaussian_filter1d(rng.standard_normal(points.shape), 1.2, axis=0) * jitter * 2
        moved[1:-1] += wiggle[1:-1]
    head = 2 * moved[0] - moved[pad:0:-1]
    tail = 2 * moved[-1] - moved[-2:-pad - 2:-1]
    whole = gaussian_filter1d(np.concatenate([head, moved, tail]), sigma, axis=0, mode="nearest")
    result = whole[pad:pad + len(points)]
    result[0], result[-1] = points[0], points[-1]
    return result


def chains(edges, stops=frozenset()):
    """Split a graph, given as node pairs, into chains between junctions, ends and `stops`."""
    around = defaultdict(list)
    for a, b in sorted({(min(e), max(e)) for e in edges}):
        around[a].append(b)
        around[b].append(a)
    knots = [n for n in sorted(around) if len(around[n]) != 2 or n in stops]
    seen, used, result = set(knots), set(), []
    for knot in knots + sorted(around):         # the second round finds rings without a junction
        if knot in seen and len(around[knot]) == 2 and knot not in stops:
            continue
        ring = knot not in seen
        for step in around[knot][:1] if ring else around[knot]:
            if (knot, step) in used:
                continue
            chain = [knot, step]
            while chain[-1] != knot and len(around[chain[-1]]) == 2 and chain[-1] not in stops:
                a, b = around[chain[-1]]
                chain.append(b if a == chain[-2] else a)
            used.update([(chain[0], chain[1]), (chain[-1], chain[-2])])
            seen.update(chain)
            result.append(chain)
    return result


def coverage(labels, sigma, rng, jitter, tolerance, place):
    """Polygons of a label raster whose shared borders are smooth, ragged and identical on both
    sides.

    `place` takes (rows, columns) to coordinates, already rounded.  Labels below 0 are left out.
    Returns {label: polygon}; a label so small that smoothing swallowed it is missing.
    """
    rows, cols = labels.shape
    edges = []
    padded = np.pad(labels, 1, constant_values=-1)
    r, c = np.nonzero(padded[1:-1, 1:] != padded[1:-1, :-1])
    edges += [((int(y), int(x)), (int(y) + 1, int(x))) for y, x in zip(r, c)]
    r, c = np.nonzero(padded[1:, 1:-1] != padded[:-1, 1:-1])
    edges += [((int(y), int(x)), (int(y), int(x) + 1)) for y, x in zip(r, c)]
    courses = chains(edges)
    lines = [_line(chain, sigma, rng, jitter, tolerance, place) for chain in courses]
    for weaker in (sigma * 0.6, sigma * 0.3, *[0.0] * 6):
        for k in _crossing(lines):          # smoothed too much for the room there is
            lines[k] = _line(courses[k], weaker, rng, 0.0, tolerance if weaker else 0.0, place)
    faces = list(shapely.polygonize(lines).geoms)
    boxes = find_objects(labels + 1)
    back, taken = shapely.STRtree(faces), {}
    for label, box in enumerate(boxes):
        if box is None:
            continue
        depth = distance_transform_edt(np.pad(labels[box] == label, 1))[1:-1, 1:-1]
        y, x = np.unravel_index(np.argmax(depth), depth.shape)
        point = shapely.Point(*place(y + box[0].start + 0.5, x + box[1].start + 0.5))
        hits = [k for k in back.query(point) if faces[k].contains(point)]
        # where two share a face, the larger has swallowed the other
        if len(hits) == 1:
            size = np.count_nonzero(labels[box] == label)
            taken[hits[0]] = max(taken.get(hits[0], (0, 0)), (size, label))
    return {label: faces[face] for face, (_, label) in taken.items()}


def _line(chain, sigma, rng, jitter, tolerance, place):
    """One border: smoothed (not for sigma 0), thinned and brought to coordinates."""
    points = smooth(chain, sigma, rng, jitter) if sigma else np.asarray(chain, float)
    y, x = np.array(shapely.LineString(points).simplify(tolerance).coords).T
    return shapely.LineString(np.column_stack(place(y, x)))


def _crossing(lines):
    """Positions of lines that cross or run along another one, or themselves."""
    bad = {k for k, line in enumerate(lines) if not line.is_simple}
    tree = shapely.STRtree(lines)
    for predicate in ("crosses", "overlaps", "covers"):
        for pair in tree.query(lines, predicate=predicate).T.tolist():
            bad |= set(pair) if pair[0] != pair[1] else set()
    return sorted(bad)


def components(classes, least):
    """Label raster of the connected parts of each class ≥ 0 with at least `least` cells, and their
    class.
    """
    labels, kinds = np.full(classes.shape, -1), []
    for kind in np.unique(classes[classes >= 0]):
        parts, count = parts_of(classes == kind)
        sizes = np.bincount(parts.ravel(), minlength=count + 1)
        for k in np.flatnonzero(sizes[1:] >= least) + 1:
            labels[parts == k] = len(kinds)
            kinds.append(int(kind))
    return labels, kinds


def largest_parts(labels):
    """Give every part of a label that is cut off from its main body to the label around it."""
    keep = np.zeros(labels.shape, bool)
    for value in np.unique(labels):
        parts, count = parts_of(labels == value)
        sizes = np.bincount(parts.ravel())[1:]
        keep |= parts == 1 + int(np.argmax(sizes))
    near = distance_transform_edt(~keep, return_distances=False, return_indices=True)
    return labels[tuple(near)]
