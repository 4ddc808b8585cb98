"""A road network that grew: trunk roads first, then commune roads, village roads, forest tracks.

Every new road is the cheapest way over slope and water to what is there already, and using a road
that exists is cheap: so routes run along valleys and merge into a tree with junctions.
"""

from dataclasses import dataclass

import numpy as np
import shapely
from pyproj import Transformer

from arcs import chains, smooth
from grid import DX, GEOGRAPHIC, PROJECTED, SIZE, generator, lonlat, noise
from paths import route

CLASSES = ["primary", "secondary", "tertiary", "unclassified", "track"]
CLIMB, REUSE = 8.0, 0.3


@dataclass
class Road:
    """One feature: metres in EPSG:32645; `leg` is the journey it was built for."""
    points: np.ndarray
    kind: str
    leg: int
    surface: str | None = None
    bridge: bool = False
    layer: int = 0
    name: str | None = None

    @property
    def length(self):
        return float(np.hypot(*np.diff(self.points, axis=0).T).sum())


class Network:
    """Roads as edges between cells, each with its class and the leg that first built it."""

    def __init__(self, z, waters):
        self.z, self.edges, self.cells, self.legs = z, {}, set(), []
        rough = np.exp(0.35 * noise(generator("road cost"), z.shape, 14, 1.2))
        wet = 1 + 3 * (waters.area > 20) + 9 * (waters.area > 90)
        self.weight = rough * wet * (1 + 0.5 * (waters.above < 2))

    def connect(self, goal, kind, purpose, reuse=REUSE, starts=None):
        """Build the cheapest way from the network (or from `starts`) to the cell `goal`."""
        if starts is None and goal in self.cells:
            return
        chain = route(self.z, self.weight, CLIMB, starts or self.cells or {goal}, goal)
        fresh = [tuple(sorted(e)) for e in zip(chain, chain[1:])]
        fresh = [e for e in fresh if e not in self.edges]
        self.edges.update({e: (CLASSES.index(kind), len(self.legs)) for e in fresh})
        self.legs.append(purpose)
        for cell in chain:
            if cell not in self.cells:
                self.cells.add(cell)
                self.weight[cell] *= reuse


def _trunk(net, seats, heads):
    """Two national roads that enter from the edges of the grid, and a road to every district seat.
    """
    east = min(((r, SIZE - 12) for r in range(300, 500)), key=lambda c: net.z[c])
    north = min(((12, c) for c in range(480, 620)), key=lambda c: net.z[c])
    south = min(((SIZE - 12, c) for c in range(480, 620)), key=lambda c: net.z[c])
    by_east = sorted((seats[h] for h in heads), key=lambda s: -s[1])
    net.connect(by_east[0], "primary", "trunk", starts={east})
    net.connect(by_east[1], "primary", "trunk")
    for end in (north, south):
        net.connect(end, "primary", "trunk")
    for seat in by_east[2:]:
        net.connect(seat, "secondary", "trunk")


def build(z, waters, label, seats, heads, cells, remote, homes):
    """The network of cells; villages that are remote get a track or, every second, nothing."""
    rng = generator("roads")
    net = Network(z, waters)
    _trunk(net, seats, heads)
    have = np.array(sorted(net.cells))
    near = [np.hypot(*(have - s).T).min() for s in seats]
    for k in np.argsort(near, kind="stable"):
        net.connect(seats[k], "tertiary", "commune")
    order = sorted(range(len(cells)), key=lambda v: (remote[v], min(
        np.hypot(cells[v][0] - s[0], cells[v][1] - s[1]) for s in seats), v))
    for v in order:
        if remote[v] and rng.random() < 0.55:
            continue
        small = remote[v] or (homes[v] < 75 and rng.random() < 0.45)
        net.connect(cells[v], "track" if small else "unclassified", "village")
    for a in range(0, len(seats) - 3, 4):
        b = min((k for k in range(len(seats)) if k != a),
                key=lambda k: np.hypot(seats[a][0] - seats[k][0], seats[a][1] - seats[k][1]))
        net.weight[seats[b]] = 1
        net.connect(seats[b], "tertiary", "link", starts={seats[a]})
    _stubs(net, label, rng, 430, cells)
    return net


def _stubs(net, label, rng, count, cells):
    """Forest and field tracks that end somewhere up a slope, away from villages without a road."""
    have = np.array(sorted(net.cells))
    cut_off = [c for c in cells if np.hypot(*(have - c).T).min() > 5]
    while count:
        start = have[rng.integers(len(have))]
        angle, far = rng.uniform(0, 2 * np.pi), rng.uniform(8, 34)
        goal = (int(start[0] + far * np.sin(angle)), int(start[1] + far * np.cos(angle)))
        if min(goal) < 15 or max(goal) > SIZE - 15 or label[goal] < 0 or goal in net.cells:
            continue
        if any(np.hypot(goal[0] - c[0], goal[1] - c[1]) < 14 for c in cut_off):
            continue
        net.connect(goal, "track", "stub")
        count -= 1


def draw(net):
    """The network as smooth lines between junctions, in metres to the centimetre."""
    rng = generator("road lines")
    shift = 0.5 + rng.uniform(-0.3, 0.3, (2, SIZE, SIZE))
    to_metres = Transformer.from_crs(GEOGRAPHIC, PROJECTED, always_xy=True)
    kinds = {}
    for edge, mark in net.edges.items():
        for cell in edge:
            kinds.setdefault(cell, set()).add(mark)
    stops = {cell for cell, marks in kinds.items() if len(marks) > 1}
    roads = []
    for chain in chains(net.edges, stops):
        kind, leg = net.edges[tuple(sorted(chain[:2]))]
        cells = np.array(chain)
        nodes = cells + shift[:, cells[:, 0], cells[:, 1]].T
        fine = np.empty((2 * len(nodes) - 1, 2))
        fine[::2], fine[1::2] = nodes, (nodes[1:] + nodes[:-1]) / 2
        line = _thin(smooth(fine, 2.2), 2.5 / DX)
        x, y = to_metres.transform(*lonlat(line[:, 0], line[:, 1]))
        roads.append(Road(np.round(np.column_stack([x, y]), 2), CLASSES[kind], leg))
    return roads


def _thin(points, tolerance):
    return np.array(shapely.LineString(points).simplify(tolerance).coords)
