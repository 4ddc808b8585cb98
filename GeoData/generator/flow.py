"""Where water runs: depression filling, receivers, drained area, height above the stream."""

import heapq

import numpy as np

STEPS = [(-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1)]


def fill(z, outlet, rise=1e-3):
    """Priority flood (Barnes et al. 2014, doi:10.1016/j.cageo.2013.04.024) from the outlet cells.

    Each cell ends a little above the one that it drains to, so that flats and pits drain too.
    """
    rows, cols = z.shape
    width = cols + 2
    level = np.full((rows + 2, width), -np.inf)
    level[1:-1, 1:-1] = z
    done = np.ones(level.shape, bool)
    done[1:-1, 1:-1] = outlet
    height, seen = level.ravel().tolist(), bytearray(done.ravel().tobytes())
    inner = np.zeros(level.shape, bool)
    inner[1:-1, 1:-1] = outlet
    queue = [(height[i], i) for i in np.flatnonzero(inner.ravel()).tolist()]
    heapq.heapify(queue)
    around = [dy * width + dx for dy, dx in STEPS]
    while queue:
        here, i = heapq.heappop(queue)
        for step in around:
            j = i + step
            if not seen[j]:
                seen[j] = 1
                if height[j] <= here:
                    height[j] = here + rise
                heapq.heappush(queue, (height[j], j))
    return np.array(height).reshape(level.shape)[1:-1, 1:-1]


class Drainage:
    """The tree of steepest descent over a filled surface."""

    def __init__(self, filled, outlet):
        rows, cols = filled.shape
        index = np.arange(rows * cols).reshape(rows, cols)
        best = np.zeros(filled.shape)
        self.shape = filled.shape
        self.receiver, self.length = index.copy(), np.ones(filled.shape)
        padded = np.pad(filled, 1, constant_values=np.inf)
        for dy, dx in STEPS:
            run = np.hypot(dy, dx)
            drop = (filled - padded[1 + dy:1 + dy + rows, 1 + dx:1 + dx + cols]) / run
            better = (drop > best) & ~outlet
            best[better] = drop[better]
            self.receiver[better] = index[better] + dy * cols + dx
            self.length[better] = run
        self.receiver, self.length = self.receiver.ravel(), self.length.ravel()
        self._rank()

    def _rank(self):
        """Cells grouped by their number of steps to an outlet: each group is one vector operation.
        """
        jump, depth = self.receiver.copy(), (self.receiver != np.arange(self.receiver.size)) * 1
        while True:
            further = depth[jump]
            if not further.any():
                break
            depth, jump = depth + further, jump[jump]
        order = np.argsort(depth, kind="stable")
        self.groups = np.split(order, np.cumsum(np.bincount(depth))[:-1])

    def accumulate(self, amount):
        """The sum of `amount` over everything upstream of each cell, itself included."""
        total = np.array(amount, float).ravel()
        for cells in reversed(self.groups[1:]):
            np.add.at(total, self.receiver[cells], total[cells])
        return total.reshape(self.shape)

    def inherit(self, own, value):
        """`value` of the first cell downstream for which `own` holds (of the outlet, if none
        does).
        """
        result, own = np.array(value).ravel(), own.ravel()
        for cells in self.groups[1:]:
            take = cells[~own[cells]]
            result[take] = result[self.receiver[take]]
        return result.reshape(self.shape)
