"""Polygons that share jagged borders and cover a box without gap or overlap.

The cells of a Voronoi diagram of random seeds, each ridge bent by midpoint displacement. The bent
ridge is stored once and used by both neighbours, so the partition is exact; where a bend makes a
polygon invalid, the ridges of that polygon are bent less.
"""

import numpy as np
import shapely
from scipy.spatial import Voronoi, cKDTree

from frame import log

AMPLITUDE = 0.16        # of a ridge's length
LEVELS = 5              # 2**5 pieces of a ridge
REPAIR_ROUNDS = 12


def jagged_partition(count, box, generator, cities=40, clustered=0.3):
    """`count` polygons over `box`, the share `clustered` of them around `cities` places.

    Returns the polygons and their seeds.
    """
    seeds = _seeds(count, box, generator, cities, clustered)
    ridge_cells, starts, ends = _ridges(seeds, box)
    count = len(seeds)
    inner = (ridge_cells < count).all(1)
    pieces = 2 ** LEVELS
    bends = generator.uniform(-1, 1, (len(ridge_cells), pieces))
    scale = np.where(inner, AMPLITUDE, 0.0)
    cells, ridges, forward = _half_edges(seeds, ridge_cells, starts, ends)
    for repairs in range(REPAIR_ROUNDS):
        lines = _bent(starts, ends, bends, scale, box)
        polygons = _polygons(lines, cells, ridges, forward)
        invalid = ~shapely.is_valid(polygons)
        if not invalid.any():
            break
        scale[np.unique(ridges[invalid[cells]])] *= 0.5
    log(f"  {count} polygons, {shapely.get_num_coordinates(polygons).mean():.0f} vertices each,"
        f" {repairs} repair rounds, {invalid.sum()} invalid,"
        f" coverage valid: {shapely.coverage_is_valid(polygons)}")
    return polygons, seeds


def _seeds(count, box, generator, cities, clustered):
    """Places in the box, thinned to a least distance so that no polygon is a sliver."""
    west, south, east, north = box
    width, height = east - west, north - south
    in_cities = int(count * clustered)
    city = generator.uniform([west, south], [east, north], (cities, 2))
    spread = generator.uniform([west, south], [east, north], (3 * count, 2))
    dense = (city[generator.integers(0, cities, 3 * in_cities)]
             + generator.normal(0, min(width, height) / 25, (3 * in_cities, 2)))
    dense = dense[generator.permutation(3 * in_cities)]
    # What is drawn beyond the wanted number stands last: thinning keeps the earlier of two.
    wanted = count - in_cities
    places = np.concatenate([spread[:wanted], dense, spread[wanted:]])
    x, y = places.T
    places = places[(x > west + 50) & (x < east - 50) & (y > south + 50) & (y < north - 50)]
    least = 0.35 * np.sqrt(width * height / count)
    pairs = cKDTree(places).query_pairs(least, output_type="ndarray")
    dropped = np.zeros(len(places), bool)
    for earlier, later in pairs[np.lexsort((pairs[:, 1], pairs[:, 0]))]:
        if not dropped[earlier]:
            dropped[later] = True
    return places[~dropped][:count]


def _ridges(seeds, box):
    """The ridges between cells: the two seeds of each, its start and its end.

    Seeds near a side of the box are mirrored in it, so that the side itself becomes a ridge.
    """
    west, south, east, north = box
    margin = 6 * np.sqrt((east - west) * (north - south) / len(seeds))
    mirrored = []
    for axis, side in ((0, west), (0, east), (1, south), (1, north)):
        images = seeds[np.abs(seeds[:, axis] - side) < margin].copy()
        images[:, axis] = 2 * side - images[:, axis]
        mirrored.append(images)
    diagram = Voronoi(np.concatenate([seeds] + mirrored))
    cells = diagram.ridge_points
    corners = np.asarray(diagram.ridge_vertices)
    kept = (cells < len(seeds)).any(1) & (corners >= 0).all(1)
    cells, corners = cells[kept], corners[kept]
    vertices = np.clip(np.round(diagram.vertices, 2), [west, south], [east, north])
    starts, ends = vertices[corners[:, 0]], vertices[corners[:, 1]]
    long = (starts != ends).any(1)
    return cells[long], starts[long], ends[long]


def _half_edges(seeds, ridge_cells, starts, ends):
    """Each cell's ridges in order around its seed: cell, ridge, whether start to end."""
    numbers = np.arange(len(ridge_cells))
    halves = np.concatenate(
        [np.c_[ridge_cells[:, 0], numbers], np.c_[ridge_cells[:, 1], numbers]])
    halves = halves[halves[:, 0] < len(seeds)]
    seed = seeds[halves[:, 0]]
    start, end = starts[halves[:, 1]] - seed, ends[halves[:, 1]] - seed
    forward = start[:, 0] * end[:, 1] - start[:, 1] * end[:, 0] > 0
    middle = (start + end) / 2
    order = np.lexsort((np.arctan2(middle[:, 1], middle[:, 0]), halves[:, 0]))
    return halves[order, 0], halves[order, 1], forward[order]


def _bent(starts, ends, bends, scale, box):
    """The positions of each ridge after midpoint displacement, to the centimetre."""
    west, south, east, north = box
    pieces = bends.shape[1]
    lines = np.zeros((len(starts), pieces + 1, 2))
    lines[:, 0], lines[:, pieces] = starts, ends
    used, step = 0, pieces
    while step > 1:
        for middle in range(step // 2, pieces, step):
            before, after = lines[:, middle - step // 2], lines[:, middle + step // 2]
            chord = after - before
            across = np.c_[-chord[:, 1], chord[:, 0]]
            lines[:, middle] = (
                (before + after) / 2 + across * (bends[:, used] * scale * 2)[:, None])
            used += 1
        step //= 2
    lines = np.clip(np.round(lines, 2), [west, south], [east, north])
    lines[:, 0], lines[:, pieces] = starts, ends
    return lines


def _polygons(lines, cells, ridges, forward):
    """One polygon for each cell from its ridges in order; repeated positions are left out."""
    pieces = lines.shape[1] - 1
    runs = np.where(
        forward[:, None, None], lines[ridges, :pieces], lines[ridges, :0:-1])
    ring = np.repeat(cells, pieces)
    positions = runs.reshape(-1, 2)
    repeated = np.r_[
        False, (positions[1:] == positions[:-1]).all(1) & (ring[1:] == ring[:-1])]
    rings = shapely.linearrings(positions[~repeated], indices=ring[~repeated])
    return shapely.polygons(rings)
