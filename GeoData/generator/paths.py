"""Least-cost growth and paths over the raster, as a sparse graph of eight neighbours."""

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import dijkstra

from grid import DX, DY

HALF = [(0, 1), (1, 0), (1, 1), (1, -1)]     # the other four directions are these, walked back


def graph(z, weight, climb):
    """A symmetric graph: metres × mean `weight` of the two cells × (1 + (climb × slope)²)."""
    rows, cols = z.shape
    index = np.arange(rows * cols).reshape(rows, cols)
    parts = []
    for dy, dx in HALF:
        a = (slice(0, rows - dy), slice(max(0, -dx), cols - max(0, dx)))
        b = (slice(dy, rows), slice(max(0, dx), cols - max(0, -dx)))
        run = np.hypot(dy * DY, dx * DX)
        slope = np.abs(z[a] - z[b]) / run
        cost = run * (weight[a] + weight[b]) / 2 * (1 + (climb * slope) ** 2)
        parts.append((index[a].ravel(), index[b].ravel(), cost.ravel()))
    i, j, cost = (np.concatenate(column) for column in zip(*parts))
    size = rows * cols
    return coo_matrix((np.r_[cost, cost], (np.r_[i, j], np.r_[j, i])), (size, size)).tocsr()


def grow(z, weight, climb, seeds):
    """For each cell the position in `seeds` (flat cell indices) of the one that reaches it first.
    """
    _, _, source = dijkstra(graph(z, weight, climb), indices=seeds, min_only=True,
                            return_predecessors=True)
    rank = np.full(z.size, -1)
    rank[seeds] = np.arange(len(seeds))
    return rank[source].reshape(z.shape)


def route(z, weight, climb, starts, goal, pad=45):
    """The cheapest chain of (row, column) from any of `starts` (a set) to `goal`.

    Only a window around the goal and the nearest start is searched: paths are local, and the whole
    grid a thousand times over would take minutes.
    """
    starts = np.array(sorted(starts))
    near = starts[np.argmin(np.hypot(starts[:, 0] - goal[0], starts[:, 1] - goal[1]))]
    low = np.maximum(np.minimum(near, goal) - pad, 0)
    high = np.minimum(np.maximum(near, goal) + pad + 1, z.shape)
    window = (slice(low[0], high[0]), slice(low[1], high[1]))
    width = high[1] - low[1]
    inside = starts[((starts >= low) & (starts < high)).all(axis=1)] - low
    _, before, _ = dijkstra(graph(z[window], weight[window], climb), min_only=True,
                            indices=inside[:, 0] * width + inside[:, 1], return_predecessors=True)
    cell = (goal[0] - low[0]) * width + goal[1] - low[1]
    chain = []
    while cell >= 0:
        chain.append((int(cell // width + low[0]), int(cell % width + low[1])))
        cell = before[cell]
    return chain
