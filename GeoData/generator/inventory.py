"""The forest inventory: plots with type and function, drawn by hand over what the land cover
shows.
"""

import numpy as np
import shapely
from scipy.ndimage import distance_transform_edt, find_objects, uniform_filter
from scipy.ndimage import label as parts_of

from arcs import coverage
from grid import SIZE, generator, lonlat, noise, slope_of

TYPES = {"natural": "Rừng tự nhiên", "planted": "Rừng trồng đã thành rừng",
         "planted-not-yet": "Rừng trồng chưa thành rừng", "bare": "Đất trống quy hoạch lâm nghiệp",
         "scattered": "Cây phân tán"}
CODES = {"natural": "TXN", "planted": "RTK", "planted-not-yet": "RTCT",
         "bare": "DTR", "scattered": "CPT"}
PLOT_CELLS = 105


def _plots(label):
    """Raster of plots: bent Voronoi cells, cut at the borders of communes, each in one part."""
    rng = generator("plots")
    seeds = rng.random(label.shape) < 1 / PLOT_CELLS
    near = distance_transform_edt(~seeds, return_distances=False, return_indices=True)
    y, x = np.mgrid[:SIZE, :SIZE]
    y = np.clip(y + 3.2 * noise(rng, label.shape, 40, 2), 0, SIZE - 1).astype(int)
    x = np.clip(x + 3.2 * noise(rng, label.shape, 40, 2), 0, SIZE - 1).astype(int)
    raw = (near[0][y, x] * SIZE + near[1][y, x]) * 64 + label
    raw[label < 0] = -1
    return raw


def _shares(cover, frame, codes):
    """Share of `codes` around each cell of the 3-arc-second grid."""
    hit = uniform_filter(np.isin(cover, codes).astype(np.float32), 3)
    rows = (frame.north - lonlat(np.arange(SIZE) + 0.5, 0)[1]) / 0.00025
    cols = (lonlat(0, np.arange(SIZE) + 0.5)[0] - frame.west) / 0.00025
    rows, cols = np.clip(rows, 0, frame.rows - 1), np.clip(cols, 0, frame.cols - 1)
    return hit[np.ix_(rows.astype(int), cols.astype(int))]


def make_inventory(z, label, cover, frame, protected_mask):
    """Plots as (polygon in degrees, commune, type, function), and the number that overlap on
    purpose.
    """
    rng = generator("inventory")
    raw = _plots(label)
    trees, open_land = _shares(cover, frame, [10]), _shares(cover, frame, [20, 30])
    used = _shares(cover, frame, [40, 50, 80])
    keep, kinds = np.full(raw.shape, -1), []
    values, inverse = np.unique(raw, return_inverse=True)
    inverse = inverse.reshape(raw.shape)
    size = np.bincount(inverse.ravel())
    mean = [np.bincount(inverse.ravel(), f.ravel()) / size
            for f in (trees, open_land, used, z, slope_of(z), protected_mask)]
    order = np.argsort(inverse.ravel(), kind="stable")
    for k, cells in enumerate(np.split(order, np.cumsum(size)[:-1])):
        wood, bushes, farm, height, steep, special = (m[k] for m in mean)
        if values[k] < 0 or farm > 0.55 or size[k] < 12:
            continue
        kind = _type(rng, wood, bushes, height, steep)
        function = ("special-use" if special > 0.5 else
                    "protection" if height > 520 or steep > 0.42 else "production")
        keep.ravel()[cells] = len(kinds)
        kinds.append((int(values[k] % 64), kind, function))
    labels, kinds = _one_part(keep, kinds)
    shapes = coverage(labels, 0.9, generator("plot lines"), 0.15, 0.14, _place)
    plots = [(shape, *kinds[k]) for k, shape in sorted(shapes.items())]
    return _overlap(plots, rng)


def _type(rng, wood, bushes, height, steep):
    """Type of a plot: natural in the mountains, planted lower down, young or bare where trees
    lack.
    """
    if wood > 0.5:
        wild = 1 / (1 + np.exp(-(height - 300) / 90 - (steep - 0.25) * 5))
        if rng.random() < wild:
            return "natural"
        return "planted" if rng.random() < 0.74 else "planted-not-yet"
    if bushes > 0.35:
        return "bare" if rng.random() < 0.55 else "planted-not-yet"
    return "scattered" if rng.random() < 0.5 else "planted-not-yet"


def _one_part(keep, kinds):
    """Leave of each plot its largest part: a plot number stands for one polygon."""
    result = np.full(keep.shape, -1)
    for k, box in enumerate(find_objects(keep + 1)):
        parts, _ = parts_of(keep[box] == k)
        sizes = np.bincount(parts.ravel())
        best = 1 + int(np.argmax(sizes[1:]))
        if sizes[best] >= 8:
            result[box][parts == best] = k
    return result, kinds


def _overlap(plots, rng):
    """Shift the outline of every two-hundredth plot outwards: two surveys that do not agree."""
    chosen = rng.permutation(len(plots))[:len(plots) // 200]
    for k in chosen:
        shape, *rest = plots[k]
        grown = shapely.set_precision(shape.buffer(rng.uniform(2e-4, 6e-4), quad_segs=3), 1e-6)
        if grown.geom_type == "Polygon":
            plots[k] = (grown, *rest)
    return plots, len(chosen)


def _place(rows, cols):
    lon, lat = lonlat(rows, cols)
    return np.round(lon, 7), np.round(lat, 7)
