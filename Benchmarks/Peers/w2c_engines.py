"""The engines of W2c: each gives the metres from a group's source to its targets."""

from dataclasses import dataclass

import numpy as np
import scipy.sparse as sparse
from scipy.sparse.csgraph import dijkstra

from common import step

FIRST_RADIUS = 16000.0  # metres; doubled until every target of the group is reached


@dataclass
class Groups:
    """Group g searches from sources[g] to targets[borders[g]:borders[g + 1]]."""

    sources: np.ndarray
    borders: np.ndarray
    targets: np.ndarray

    def __iter__(self):
        for number, source in enumerate(self.sources):
            yield int(source), slice(self.borders[number], self.borders[number + 1])


def with_scipy(graph, groups):
    """Dijkstra within a radius that grows."""
    one, other = np.minimum(graph.starts, graph.ends), np.maximum(graph.starts, graph.ends)
    weights = np.maximum(graph.lengths, 1e-6)
    order = np.lexsort((weights, other, one))       # of parallel edges the shortest
    pair = one[order].astype(np.int64) * len(graph.nodes) + other[order]
    kept = order[np.r_[True, pair[1:] != pair[:-1]]]
    half = sparse.csr_matrix((weights[kept], (one[kept], other[kept])), (len(graph.nodes),) * 2)
    matrix = (half + half.T).tocsr()
    metres = np.full(len(groups.targets), np.inf)
    for source, group in groups:
        radius = FIRST_RADIUS
        while not np.isfinite(metres[group]).all():
            found = dijkstra(matrix, directed=True, indices=source, limit=radius)
            metres[group] = found[groups.targets[group]]
            radius *= 2
    return metres


def with_networkx(graph, groups):
    """Dijkstra within a radius that grows, in Python."""
    import networkx

    network = networkx.Graph()
    for start, end, weight in zip(
            graph.starts.tolist(), graph.ends.tolist(), graph.lengths.tolist()):
        if not network.has_edge(start, end) or network[start][end]["weight"] > weight:
            network.add_edge(start, end, weight=weight)
    step("networkx built")
    metres = np.full(len(groups.targets), np.inf)
    for source, group in groups:
        radius = FIRST_RADIUS
        wanted = groups.targets[group].tolist()
        while True:
            found = networkx.single_source_dijkstra_path_length(
                network, source, cutoff=radius, weight="weight")
            if all(node in found for node in wanted):
                break
            radius *= 2
        metres[group] = [found[node] for node in wanted]
    return metres


def with_igraph(graph, groups):
    """From each source to its targets."""
    import igraph

    network = igraph.Graph(n=len(graph.nodes), edges=np.c_[graph.starts, graph.ends])
    network.es["weight"] = graph.lengths.tolist()
    step("igraph built")
    metres = np.full(len(groups.targets), np.inf)
    for source, group in groups:
        nodes, places = np.unique(groups.targets[group], return_inverse=True)
        found = network.distances(source, nodes.tolist(), weights="weight")[0]
        metres[group] = np.asarray(found)[places]
    return metres


def with_pandana(graph, groups):
    """Contraction hierarchies."""
    import pandana
    import pandas as pd

    x, y = (pd.Series(values) for values in graph.nodes.T)
    network = pandana.Network(
        x, y, pd.Series(graph.starts), pd.Series(graph.ends),
        pd.DataFrame({"weight": graph.lengths}), twoway=True)
    step("contracted")
    sources = np.repeat(groups.sources, np.diff(groups.borders))
    return np.asarray(network.shortest_path_lengths(groups.targets, sources, imp_name="weight"))


def lower_bound(graph, groups):
    """Dijkstra in C that stops when the group's targets are settled."""
    import ctypes

    from lower_bound import library, pointer

    count = len(graph.nodes)
    tails = np.r_[graph.starts, graph.ends]
    order = np.argsort(tails, kind="stable")
    starts = np.r_[0, np.cumsum(np.bincount(tails, minlength=count))].astype(np.int32)
    heads = np.r_[graph.ends, graph.starts][order].astype(np.int32)
    weights = np.r_[graph.lengths, graph.lengths][order]
    sources = groups.sources.astype(np.int32)
    borders, targets = groups.borders.astype(np.int64), groups.targets.astype(np.int32)
    metres = np.zeros(len(targets))
    settled = ctypes.c_int64(0)
    step("arrays")
    library().commune_paths(
        ctypes.c_int(count), pointer(starts), pointer(heads), pointer(weights),
        ctypes.c_int(len(sources)), pointer(sources), pointer(borders), pointer(targets),
        pointer(metres), ctypes.byref(settled))
    step("settled", settled.value)
    return metres


ENGINES = {
    "scipy": with_scipy, "pandana": with_pandana, "igraph": with_igraph,
    "networkx": with_networkx, "lower-bound": lower_bound,
}
