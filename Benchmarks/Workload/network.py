"""The graph of the roads: junctions, the edges between them, and which of them are main roads."""

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sparse
from scipy.sparse.csgraph import dijkstra, minimum_spanning_tree
from scipy.spatial import Delaunay

from fields import sampled
from frame import BOX, log

JUNCTIONS, EDGES = 620000, 1000000
MINOR, PRIMARY, SECONDARY = 0, 1, 2


@dataclass
class RoadGraph:
    """Junctions in metres; edges by their two junctions, the lower first, ascending."""

    junctions: np.ndarray
    edges: np.ndarray
    lengths: np.ndarray
    ranks: np.ndarray       # MINOR, PRIMARY or SECONDARY, by edge


def make_graph(centres, fields, generator):
    """The road graph around `centres`, which are its first junctions."""
    junctions = _junctions(centres, fields, generator)
    edges, lengths = _edges(junctions, generator)
    log(f"network: {len(edges)} edges, {lengths.mean():.1f} m on average")
    ranks = _ranks(junctions, edges, lengths, len(centres), generator)
    return RoadGraph(junctions, edges, lengths, ranks)


def _junctions(centres, fields, generator):
    """The centres, then half of the junctions around them and half anywhere; all denser where
    the land is developed."""
    west, south, east, north = BOX

    def developed(places):
        field = sampled(fields["urban"], *places.T) + .5 * sampled(fields["moisture"], *places.T)
        share = np.clip(.22 * np.exp(.9 * field), .02, 1)
        return places[generator.random(len(places)) < share]

    near_count = int(JUNCTIONS * .5)
    far_count = JUNCTIONS - near_count - len(centres)
    near = developed(
        centres[generator.integers(0, len(centres), 8 * near_count)]
        + generator.normal(0, 1800, (8 * near_count, 2)))[:near_count]
    far = developed(
        generator.uniform([west, south], [east, north], (8 * far_count, 2)))[:far_count]
    places = np.concatenate([centres, near, far])
    assert len(places) == JUNCTIONS
    return np.round(np.clip(places, [west + 1, south + 1], [east - 1, north - 1]), 2)


def _edges(junctions, generator):
    """The shortest spanning tree of the Delaunay triangulation, so that all is connected, and
    of its other edges those that a random preference for short ones takes."""
    triangles = Delaunay(junctions).simplices
    edges = np.concatenate([triangles[:, [0, 1]], triangles[:, [1, 2]], triangles[:, [0, 2]]])
    edges.sort(1)
    edges = np.unique(edges, axis=0)
    lengths = np.hypot(*(junctions[edges[:, 0]] - junctions[edges[:, 1]]).T)
    log(f"triangulation: {len(edges)} edges")
    tree = minimum_spanning_tree(_matrix(edges, lengths)).tocoo()
    in_tree = np.isin(_keys(*edges.T), _keys(tree.row, tree.col))
    preference = lengths * generator.lognormal(0, .5, len(lengths))
    preference[in_tree] = -1
    kept = np.sort(np.argpartition(preference, EDGES)[:EDGES])
    return edges[kept], lengths[kept]


def _ranks(junctions, edges, lengths, centre_count, generator):
    """Primary roads are the shortest paths that join neighbouring centres into a tree; secondary
    ones join three tenths of the other neighbours."""
    distances, previous, nearest = dijkstra(
        _matrix(edges, lengths), directed=False, indices=np.arange(centre_count), min_only=True,
        return_predecessors=True)
    # Bridges are the edges between the lands of two centres, the best of each pair of centres.
    lands = nearest[edges]
    bridges = np.flatnonzero(lands[:, 0] != lands[:, 1])
    ways = distances[edges[bridges, 0]] + lengths[bridges] + distances[edges[bridges, 1]]
    pairs = _keys(*lands[bridges].T)
    order = np.lexsort((ways, pairs))
    best = order[np.r_[True, pairs[order][1:] != pairs[order][:-1]]]
    neighbours = np.sort(lands[bridges[best]], axis=1)
    matrix = sparse.csr_matrix((ways[best], tuple(neighbours.T)), (centre_count,) * 2)
    tree = minimum_spanning_tree(matrix).tocoo()
    is_main = np.isin(pairs[best], _keys(tree.row, tree.col))
    rank_of_pair = np.where(
        is_main, PRIMARY, np.where(generator.random(len(best)) < .3, SECONDARY, MINOR))
    return _traced(edges, bridges[best], rank_of_pair, previous)


def _traced(edges, bridges, rank_of_bridge, previous):
    """Each edge's rank: that of the bridges whose way to a centre leads along it."""
    ranks = np.zeros(len(edges), np.uint8)
    keys = _keys(*edges.T)
    order = np.argsort(keys)
    ordered = keys[order]
    for rank in (SECONDARY, PRIMARY):       # the higher one last: it wins
        chosen = bridges[rank_of_bridge == rank]
        ranks[chosen] = rank
        places = edges[chosen].ravel()
        while len(places):
            before = previous[places]
            moving = before >= 0
            places, before = places[moving], before[moving]
            ranks[order[np.searchsorted(ordered, _keys(places, before))]] = rank
            places = np.unique(before)
    return ranks


def _keys(one, other):
    """One number for each pair of junctions, whatever their order."""
    return np.minimum(one, other).astype(np.int64) * JUNCTIONS + np.maximum(one, other)


def _matrix(edges, lengths):
    """The graph as scipy takes it; no length is 0, which would mean no edge."""
    return sparse.csr_matrix(
        (np.maximum(lengths, .01), tuple(edges.T)), (JUNCTIONS, JUNCTIONS))
