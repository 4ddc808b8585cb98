#!/usr/bin/env python3
"""W2c, the shortest way from each village to its commune's centre over paved roads.

The ends of paved lines are nodes, weights are their lengths, edges are open both ways. Villages
and centres enter at the nearest node; the straight line to it does not count.
"""

import argparse
from dataclasses import dataclass

import numpy as np
import scipy.sparse as sparse
import shapely
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

import w2c_engines
from common import layer, paved_roads, shapes, step


@dataclass
class Graph:
    """Node places in metres; edges by their two ends and their length."""

    nodes: np.ndarray
    starts: np.ndarray
    ends: np.ndarray
    lengths: np.ndarray


def graph_of(lines):
    """The graph of `lines`, whose ends are one node where they agree to the centimetre."""
    positions, line = shapely.get_coordinates(lines, return_index=True)
    first = np.flatnonzero(np.r_[True, line[1:] != line[:-1]])
    last = np.r_[first[1:], len(line)] - 1
    ends = np.round(positions[np.r_[first, last]] * 100).astype(np.int64)
    keys, numbers = np.unique(ends[:, 0] * 2**32 + ends[:, 1], return_inverse=True)
    nodes = np.zeros((len(keys), 2))
    nodes[numbers] = ends / 100.0
    return Graph(
        nodes, numbers[:len(lines)], numbers[len(lines):], shapely.length(lines))


def components(graph):
    """The connected component of each node."""
    one, other = np.minimum(graph.starts, graph.ends), np.maximum(graph.starts, graph.ends)
    matrix = sparse.coo_matrix(
        (np.maximum(graph.lengths, 1e-6), (one, other)), (len(graph.nodes),) * 2)
    return connected_components(matrix, directed=False)[1]


def main():
    """Reads, snaps, and has the engine search commune by commune."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("roads", "communes", "centres", "villages", "out"):
        parser.add_argument(name)
    parser.add_argument("--engine", choices=w2c_engines.ENGINES, default="scipy")
    options = parser.parse_args()

    graph = graph_of(shapes(paved_roads(options.roads)))
    step("graph", len(graph.nodes), "nodes", len(graph.lengths), "edges")
    communes = layer(options.communes, ["commune_id"])
    centres = layer(options.centres, ["commune_id"])
    villages = layer(options.villages, ["village_id"])
    points = shapes(villages)
    found, commune = shapely.STRtree(shapes(communes)).query(points, predicate="intersects")
    commune_of = np.full(len(points), -1)
    commune_of[found] = communes.commune_id.to_numpy()[commune]
    tree = cKDTree(graph.nodes)
    village_nodes = tree.query(shapely.get_coordinates(points))[1]
    centre_nodes = np.zeros(len(communes), int)
    centre_nodes[centres.commune_id] = tree.query(shapely.get_coordinates(shapes(centres)))[1]
    source = centre_nodes[commune_of]
    component = components(graph)
    joined = np.flatnonzero((commune_of >= 0) & (component[village_nodes] == component[source]))
    step("snapped, in the component of their centre:", len(joined))

    order = joined[np.argsort(commune_of[joined], kind="stable")]
    borders = np.flatnonzero(
        np.r_[True, commune_of[order][1:] != commune_of[order][:-1], True])
    groups = w2c_engines.Groups(
        sources=source[order[borders[:-1]]], borders=borders, targets=village_nodes[order])
    metres = np.full(len(points), np.inf)
    metres[order] = w2c_engines.ENGINES[options.engine](graph, groups)
    step("paths from", len(groups.sources), "centres")
    reached = np.isfinite(metres)
    np.savetxt(
        options.out, np.c_[villages.village_id, commune_of, np.where(reached, metres, -1)],
        "%d,%d,%.3f")
    print(f"reachable={int(reached.sum())} of {len(points)} mean_m={metres[reached].mean():.4f}"
          f" max_m={metres[reached].max():.3f} sum_km={metres[reached].sum() / 1000:.3f}")


if __name__ == "__main__":
    main()
