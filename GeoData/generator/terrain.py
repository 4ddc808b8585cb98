"""Mountains that rivers have carved: uplift against stream-power erosion, solved implicitly.

Braun & Willett 2013 (doi:10.1016/j.geomorph.2012.10.008): with slope exponent 1 the erosion of a
cell depends only on the cell that it drains to, so that one sweep from the outlets upstream solves
a step of any length.  Coarse grids first: they settle the large valleys, finer ones add
tributaries.
"""

import numpy as np
from scipy.ndimage import gaussian_filter, zoom

from flow import Drainage, fill
from grid import CELL_KM2, DX, SIZE, generator, noise, slope_of, smoothstep

MARGIN = 32                     # cells evolved beyond the grid, where the edges would show
AREA_EXPONENT = 0.45
HILLSLOPE_AREA = 1.2e5          # m²: above this streams carve, below it slopes creep


def _outlets(shape):
    """Water leaves by the eastern plain, and by the back of the range in the west."""
    outlet = np.zeros(shape, bool)
    outlet[:, -1] = outlet[:, 0] = True
    return outlet


def _step(z, uplift, strength, time, metres):
    """One implicit step of uplift and incision, in metres."""
    outlet = _outlets(z.shape)
    drainage = Drainage(fill(z + uplift * time * ~outlet, outlet), outlet)
    raised = (z + uplift * time * ~outlet).ravel()
    area = drainage.accumulate(np.full(z.shape, metres * metres)).ravel()
    flow = (area + HILLSLOPE_AREA)**AREA_EXPONENT
    pull = strength.ravel() * time * flow / (metres * drainage.length)
    for cells in drainage.groups[1:]:
        below = raised[drainage.receiver[cells]]
        raised[cells] = (raised[cells] + pull[cells] * below) / (1 + pull[cells])
    return raised.reshape(z.shape)


def _uplift(rng, full):
    """Strong in the west, weak in the east, with blocks that make separate massifs and outliers."""
    x = np.linspace(0, 1, full)[None, :] + 0.06 * noise(rng, (full, full), 300, 3.2, 60)
    west = smoothstep((0.93 - x) / 0.80)
    blocks = np.exp(0.42 * noise(rng, (full, full), 150, 2.6, 24))
    hills = smoothstep((noise(rng, (full, full), 80, 2.8, 16) - 0.3) / 1.5) * 16
    back = smoothstep(x / 0.13)
    return 30 * west**1.1 * blocks * (0.3 + 0.7 * back) + hills * (1 - west) ** 0.5 + 0.8


def evolve():
    """Elevation in metres on the evolved grid, margin included."""
    rng = generator("terrain")
    full = SIZE + 2 * MARGIN
    uplift = _uplift(rng, full)
    strength = np.exp(0.35 * noise(rng, (full, full), 120, 2.4, 4))
    coarse = full // 4
    z = np.maximum(noise(rng, (coarse, coarse), coarse, 2.2) * 25 + 80, 1)
    z += np.linspace(60, 0, coarse)[None, :]
    for factor, steps, time in ((4, 90, 3.0), (2, 16, 2.0), (1, 8, 1.0)):
        size = full // factor
        if z.shape[0] != size:
            z = zoom(z, size / z.shape[0], order=3, mode="nearest", grid_mode=True)
            z += noise(rng, (size, size), 16, 1.4) * np.minimum(14, z * 0.06)
        z[:, -1], z[:, 0] = 12, 260
        lift = uplift[factor // 2::factor, factor // 2::factor]
        hard = strength[factor // 2::factor, factor // 2::factor]
        for _ in range(steps):
            z = _step(z, lift, hard, time, DX * factor)
            if factor == 1:
                z = np.where(_outlets(z.shape), z, z + 0.35 * (gaussian_filter(z, 1.0) - z))
    return z


def _valley_floors(z):
    """Lay flat floors along the larger streams: ground that villages, fields and floods need."""
    outlet = _outlets(z.shape)
    drainage = Drainage(fill(z, outlet), outlet)
    area = drainage.accumulate(np.full(z.shape, CELL_KM2))
    stream = area > 6
    height = np.maximum(z - drainage.inherit(stream, z), 0)
    size = drainage.inherit(stream, area)
    depth = 5 + 11 * np.log10(np.maximum(size, 6) / 3)
    lowered = z - height * (1 - smoothstep(height / depth)) * 0.85
    blend = gaussian_filter(lowered, 0.8)
    return np.where(height < depth * 1.3, blend, lowered)


def make_terrain():
    """Elevation in metres (float, no void) on the grid of `grid.py`: 15 m to about 1,600 m."""
    z = _valley_floors(evolve())
    inner = z[MARGIN:-MARGIN, MARGIN:-MARGIN]
    low, high = inner.min(), inner.max()
    scaled = 16 + (inner - low) * (1612 - 16) / (high - low)
    rough = noise(generator("rough"), inner.shape, 10, 1.5)
    return scaled + rough * np.minimum(1 + slope_of(scaled) * 12, 5)


class Waters:
    """Flow over the finished terrain: drained area (km²), height above the nearest stream (m)."""

    def __init__(self, z):
        rim = np.zeros(z.shape, bool)
        rim[0], rim[-1], rim[:, 0], rim[:, -1] = True, True, True, True
        self.filled = fill(z, rim)
        self.drainage = Drainage(self.filled, rim)
        self.area = self.drainage.accumulate(np.full(z.shape, CELL_KM2))
        stream = self.area > 3
        self.above = np.maximum(z - self.drainage.inherit(stream, z), 0)
        self.size = self.drainage.inherit(stream, self.area)

    def divides(self):
        """Cells on the edge of the ground that drains to one reach between two confluences."""
        stream = (self.area > 1.5).ravel()
        receiver, cells = self.drainage.receiver, np.arange(self.area.size)
        feeders = np.bincount(receiver[stream & (receiver != cells)], minlength=cells.size)
        last = stream & ((feeders[receiver] > 1) | (receiver == cells))
        reach = self.drainage.inherit(last.reshape(self.area.shape), cells.reshape(self.area.shape))
        edge = np.zeros(self.area.shape, bool)
        edge[1:] |= reach[1:] != reach[:-1]
        edge[:, 1:] |= reach[:, 1:] != reach[:, :-1]
        return edge & (self.area < 1.5)
