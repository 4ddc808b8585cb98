"""People per cell: each village spread over the gentle ground around it, its total kept exactly."""

import numpy as np

from grid import slope_of

STEP = 16        # people are counted in sixteenths, so that float32 sums are exact


def make_population(z, label, cells, owner, people):
    """People in each 3-arc-second cell of the grid; nobody lives outside the village's own
    commune.
    """
    grid = np.zeros(z.shape)
    gentle = np.exp(-((slope_of(z) / 0.18) ** 2)) + 0.01
    reach = 9
    for (r, c), commune, count in zip(cells, owner, people):
        box = (slice(max(0, r - reach), r + reach + 1), slice(max(0, c - reach), c + reach + 1))
        y, x = np.mgrid[box]
        weight = np.exp(-((y - r) ** 2 + (x - c) ** 2) / (2 * (1.2 + count / 700) ** 2)) * gentle[box]
        weight[(label[box] != commune) | (weight < 0.02 * weight.max())] = 0
        share = np.floor(weight / weight.sum() * count * STEP) / STEP
        share[r - box[0].start, c - box[1].start] += count - share.sum()
        grid[box] += share
    return grid.astype(np.float32)
