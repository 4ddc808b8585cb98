"""Communes and districts: ground that is nearer to one valley seat than to any other.

Seats are chosen in open valleys, far enough apart; ground then goes to the seat that reaches it
at the least effort, so that borders run along ridges and, where a river is wide, along the river.
"""

import numpy as np
from scipy.ndimage import gaussian_filter
from scipy.sparse.csgraph import dijkstra

from arcs import coverage, largest_parts
from grid import DX, DY, SIZE, generator, lonlat, noise, slope_of
from paths import graph, grow

COMMUNES, DISTRICTS = 63, 5


def _seats(z, waters):
    """Flat cells (row, column) in valleys, closer together in the plain than in the mountains."""
    rng = generator("seats")
    flat = gaussian_filter(slope_of(z), 2)
    score = -flat * 6 - waters.above / 60 + np.log10(np.clip(waters.area, 0.1, 80)) * 0.25
    score = score + 0.35 * noise(rng, z.shape, 40, 2)
    score[:10], score[-10:], score[:, :10], score[:, -10:] = -9, -9, -9, -9
    spacing = 57 + 39 * np.clip(z / 600, 0, 1) + 9 * noise(rng, z.shape, 200, 2)
    open_to, seats = score.copy(), []
    y, x = np.mgrid[:SIZE, :SIZE]
    while open_to.max() > -2.2:
        r, c = np.unravel_index(np.argmax(open_to), z.shape)
        seats.append((int(r), int(c)))
        open_to[np.hypot(y - r, x - c) < spacing[r, c]] = -9
    return seats


def _effort(z, waters):
    """Weight of a cell for growth: divides and wide rivers part neighbours, and so does rough
    ground.
    """
    rivers = 16 * (waters.area > 150) + 7 * (waters.area > 60) + 2 * (waters.area > 20)
    rough = np.exp(0.55 * noise(generator("effort"), z.shape, 60, 1.8))
    return rough * (1 + rivers + 9 * waters.divides())


def make_communes(z, waters):
    """Label raster (−1 outside the province) and the seat of each commune, ordered north to south.
    """
    seats = _seats(z, waters)
    weight = _effort(z, waters)
    label = largest_parts(grow(z, weight, 6.0, [r * SIZE + c for r, c in seats]))
    wobble = 1 + 0.07 * noise(generator("province"), z.shape, 260, 3, 60)
    reach = [np.hypot((r - SIZE / 2) * DY, (c - SIZE / 2 - 6) * DX) * wobble[r, c] for r, c in seats]
    reach = np.array(reach)
    rim = np.concatenate([label[:12], label[-12:], label[:, :12].T, label[:, -12:].T])
    reach[np.unique(rim)] = np.inf          # its true border would lie beyond the grid
    inner = np.argsort(reach, kind="stable")[:COMMUNES]
    member = np.zeros(len(seats), bool)
    member[inner] = True
    inner = _swap_strays(label, member, reach)
    inner = sorted(inner, key=lambda k: seats[k])
    renumber = np.full(len(seats), -1)
    renumber[inner] = np.arange(len(inner))
    return renumber[label], [seats[k] for k in inner]


def neighbours(label):
    """Length in cells of the border between each pair of labels, −1 being the outside as the last.
    """
    size = label.max() + 2
    shared = np.zeros((size, size), int)
    for a, b in ((label[1:], label[:-1]), (label[:, 1:], label[:, :-1])):
        differ = a != b
        np.add.at(shared, (a[differ] % size, b[differ] % size), 1)
    return shared + shared.T


def _swap_strays(label, member, reach):
    """Trade communes that hang by a thread for ones that fill a bay, so that the outline is
    compact.
    """
    shared = neighbours(label)[:len(member), :len(member)]
    limit = reach[member].max() * 1.06
    for _ in range(40):
        grip = shared[:, member].sum(1) / np.maximum(shared.sum(1), 1)
        inside, outside = np.flatnonzero(member), np.flatnonzero(~member & (reach < limit))
        out = inside[np.argmin(grip[inside])]
        come = outside[np.argmax(grip[outside])]
        if grip[come] <= grip[out] + 0.05:
            break
        member[out], member[come] = False, True
    return np.flatnonzero(member)


def make_districts(z, waters, label, seats):
    """District of each commune (0–4, north to south) and the commune that is its seat."""
    coarse = (slice(None, None, 3),) * 2
    cells = [r // 3 * len(z[coarse]) + c // 3 for r, c in seats]
    effort = dijkstra(graph(z[coarse], _effort(z, waters)[coarse] ** 0.5, 9.0), indices=cells)
    effort = effort[:, cells]
    size = np.array([np.count_nonzero(label == k) for k in range(len(seats))])
    heads = [int(np.argmax(effort.sum(1)))]
    while len(heads) < DISTRICTS:
        heads.append(int(np.argmax(effort[heads].min(0))))
    load = np.ones(DISTRICTS)
    for _ in range(60):
        district = np.argmin(effort[heads] * load[:, None], axis=0)
        weight = np.array([size[district == d].sum() for d in range(DISTRICTS)]) / size.sum()
        load *= (weight * DISTRICTS) ** 0.12
        heads = [int(np.flatnonzero(district == d)[np.argmin(
            effort[np.ix_(district == d, district == d)].sum(1))]) for d in range(DISTRICTS)]
    district = _contiguous(neighbours(label)[:-1, :-1], district, heads)
    order = np.argsort([seats[h][0] for h in heads], kind="stable")
    return np.argsort(order)[district], [heads[k] for k in order]


def _contiguous(shared, district, heads):
    """Hand communes that are cut off from the head of their district to the neighbour they touch
    most.
    """
    district = district.copy()
    for _ in range(len(district)):
        reached = set(heads)
        while True:
            more = {int(b) for a in reached for b in np.flatnonzero(shared[a])
                    if district[a] == district[b]} - reached
            if not more:
                break
            reached |= more
        cut = sorted(set(range(len(district))) - reached)
        if not cut:
            return district
        touch = [shared[cut[0], (district == d) & np.isin(np.arange(len(district)), list(reached))].sum()
                 for d in range(DISTRICTS)]
        district[cut[0]] = int(np.argmax(touch))
    raise AssertionError("districts do not hang together")


def outlines(label):
    """{commune: polygon in degrees}, 7 decimals, borders identical on both sides."""
    def place(rows, cols):
        lon, lat = lonlat(rows, cols)
        return np.round(lon, 7), np.round(lat, 7)
    return coverage(label, 1.4, generator("borders"), 0.28, 0.09, place)
