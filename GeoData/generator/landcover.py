"""Land cover in cells of 0.00025°, with the codes of ESA WorldCover.

Fields are patches, not noise: land is cleared parcel by parcel.  Parcels are the cells of a
Voronoi diagram whose coordinates are bent by noise, so that no border is straight; each parcel
draws its use from slope, height above the stream and distance to the village.
"""

import numpy as np
import rasterio.features
from affine import Affine
from scipy.ndimage import distance_transform_edt, gaussian_filter, map_coordinates

from grid import CELL, DX, NORTH, SIZE, WEST, generator, noise, slope_of, smoothstep

TREES, SHRUB, GRASS, CROP, BUILT, BARE, WATER, CLOUD = 10, 20, 30, 40, 50, 60, 80, 0
FINE = 0.00025


class Frame:
    """The fine grid over the province: whole multiples of its cell, about a kilometre to spare."""

    def __init__(self, bounds):
        west, south, east, north = bounds
        self.west = np.floor((west - 0.008) / FINE) * FINE
        self.north = np.ceil((north + 0.008) / FINE) * FINE
        self.cols = int(np.ceil((east + 0.008 - self.west) / FINE))
        self.rows = int(np.ceil((self.north - south + 0.008) / FINE))
        self.shape = (self.rows, self.cols)
        self.transform = Affine(FINE, 0, round(self.west, 6), 0, -FINE, round(self.north, 6))
        y = (NORTH - (self.north - (np.arange(self.rows) + 0.5) * FINE)) / CELL - 0.5
        x = (self.west + (np.arange(self.cols) + 0.5) * FINE - WEST) / CELL - 0.5
        self.at = np.meshgrid(y, x, indexing="ij")

    def sample(self, field, order=1):
        """A field of the 3-arc-second grid, read at the middle of each fine cell."""
        return map_coordinates(field.astype(np.float32), self.at, order=order, mode="nearest")


def parcels(rng, shape, size, bend):
    """A random number in 0…1 for each cell, the same over a parcel of about `size`² cells."""
    seeds = rng.random(shape) < 1 / size**2
    near = distance_transform_edt(~seeds, return_distances=False, return_indices=True)
    y, x = np.mgrid[:shape[0], :shape[1]]
    y = np.clip(y + bend * noise(rng, shape, 4 * size, 1.8, size), 0, shape[0] - 1).astype(int)
    x = np.clip(x + bend * noise(rng, shape, 4 * size, 1.8, size), 0, shape[1] - 1).astype(int)
    owner = near[0][y, x] * shape[1] + near[1][y, x]
    return rng.random(shape).ravel()[owner].astype(np.float32)


def _sigmoid(x):
    return 1 / (1 + np.exp(-np.clip(x, -30, 30)))


def make_landcover(frame, z, waters, villages, homes, road_cells, rivers, inside, forest_share):
    """The classes (uint8).  `inside` marks the province; its share of trees is brought to
    `forest_share`.
    """
    rng = generator("land cover")
    shape = frame.shape
    slope, height = frame.sample(slope_of(z)), frame.sample(z)
    above, size = frame.sample(np.minimum(waters.above, 400)), frame.sample(np.log10(waters.size))
    village, road = np.ones(z.shape, bool), np.ones(z.shape, bool)
    village[tuple(np.array(villages).T)] = False
    road[tuple(np.array(sorted(road_cells)).T)] = False
    to_village = frame.sample(distance_transform_edt(village)) * DX / 1000
    to_road = frame.sample(distance_transform_edt(road)) * DX / 1000
    ragged = noise(rng, shape, 14, 1.6, 3).astype(np.float32)
    field, plot = parcels(rng, shape, 5, 2.5), parcels(rng, shape, 8, 4)
    stand = parcels(rng, shape, 16, 9)
    region = noise(rng, shape, 260, 2.2).astype(np.float32)

    wet = smoothstep((9 + 7 * size - above) / 14) * smoothstep((0.20 - slope) / 0.14)
    crop_odds = _sigmoid(7 * wet - 3.1 - 0.55 * to_village + 0.35 * ragged - 7 * slope)
    swidden = (_sigmoid(4 * (region - 0.35)) * np.exp(-((to_village - 1.6) / 1.5) ** 2)
               * smoothstep((0.75 - slope) / 0.5) * smoothstep((900 - height) / 300))
    wild = 1.1 * region - 0.9 * to_road - 2.2 * slope - height / 900 + 0.25 * ragged

    def classes(push):
        cover = np.full(shape, TREES, np.uint8)
        open_land = _sigmoid(2.2 * (wild + push)) > 0.15 + 0.85 * stand
        cover[open_land] = np.where(plot < 0.62, SHRUB, GRASS)[open_land]
        cleared = swidden * 0.75 > plot
        cover[cleared] = np.select([field < 0.38, field < 0.80, field < 0.95], [CROP, SHRUB, GRASS],
                                   BARE)[cleared]
        cover[(height > 1150 + 160 * ragged) & (stand < 0.5)] = GRASS
        tilled = crop_odds > field
        cover[tilled] = np.where(plot < 0.07, SHRUB, CROP)[tilled]
        cover[(slope > 0.95) & (field < 0.5)] = BARE
        return cover

    low, high = -6.0, 8.0
    for _ in range(9):
        push = (low + high) / 2
        share = np.mean(classes(push)[inside] == TREES)
        low, high = (push, high) if share > forest_share else (low, push)
    cover = classes(push)
    _settle(cover, rng, to_village, to_road, slope, ragged, field, frame, villages, homes)
    _rivers(cover, rivers, frame, ragged)
    cover[_clouds(frame, rng, ragged, inside, height)] = CLOUD
    return cover


def _settle(cover, rng, to_village, to_road, slope, ragged, field, frame, villages, homes):
    """Houses near the village and along its roads; more of them where more people live."""
    crowd = np.zeros((SIZE, SIZE))
    crowd[tuple(np.array(villages).T)] = np.sqrt(homes)
    crowd = frame.sample(gaussian_filter(crowd, 3.2) * 60)
    pull = crowd * 0.11 - 2.1 * to_village - 3.0 * to_road - 4 * slope + 0.35 * ragged
    cover[(pull > 0.28) & (field < 0.72)] = BUILT


def _rivers(cover, rivers, frame, ragged):
    """Open water as wide as the river is large, with gravel bars beside the larger ones."""
    shapes = [(line.buffer((6 + 4.2 * np.sqrt(size)) / 2 / 109000), size) for line, size, _ in rivers
              if size > 25]
    bars = [(shape.buffer(22 / 109000), 1) for shape, size in shapes if size > 120]
    bar = rasterio.features.rasterize(bars, cover.shape, transform=frame.transform)
    cover[(bar == 1) & (ragged > 0.5)] = BARE
    water = rasterio.features.rasterize([(s, 1) for s, _ in shapes], cover.shape,
                                        transform=frame.transform, all_touched=True)
    cover[water == 1] = WATER


def _clouds(frame, rng, ragged, inside, height):
    """One cloud and two wisps over high ground: cells that no satellite has seen."""
    cloud = np.zeros(frame.shape, bool)
    y, x = np.mgrid[:frame.rows, :frame.cols]
    high = np.flatnonzero((inside & (height > 500)).ravel())
    for radius in (52, 20, 12):
        r, c = divmod(int(high[rng.integers(len(high))]), frame.cols)
        cloud |= np.hypot((y - r) * 1.4, x - c) < radius * (1 + 0.22 * ragged)
    return cloud
