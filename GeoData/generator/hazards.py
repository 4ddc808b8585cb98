"""Landslide and flood zones with classes 1–3, the protected forest, and urban areas."""

import numpy as np
from scipy.ndimage import binary_dilation, gaussian_filter
from scipy.sparse.csgraph import dijkstra

from arcs import components, coverage
from grid import SIZE, generator, lonlat, noise, slope_of
from paths import graph


def _place(rows, cols):
    lon, lat = lonlat(rows, cols)
    return np.round(lon, 6), np.round(lat, 6)


def _zones(classes, least, stage):
    """(class, polygon) of each connected zone of a raster of classes (−1 none)."""
    labels, kinds = components(classes, least)
    shapes = coverage(labels, 1.3, generator(stage), 0.12, 0.12, _place)
    return [(kinds[k], shape) for k, shape in sorted(shapes.items()) if shape.is_valid]


def landslides(z, near):
    """Steep ground, with some chance in it: class 3 is the steepest.  `near` limits the study
    area.
    """
    rough = noise(generator("landslides"), z.shape, 30, 2)
    danger = gaussian_filter(slope_of(z), 1.8) + 0.045 * rough
    classes = np.select([danger > 0.47, danger > 0.38, danger > 0.30], [3, 2, 1], -1)
    return _zones(np.where(near, classes, -1), 14, "landslide lines")


def floods(waters, near):
    """Low ground beside streams that drain more than 40 km²: class 3 lies lowest."""
    height = gaussian_filter(np.where(waters.size > 40, np.minimum(waters.above, 25), 25), 1.0)
    classes = np.select([height < 4, height < 7.5, height < 11], [3, 2, 1], -1)
    return _zones(np.where(near, classes, -1), 14, "flood lines")


def protected(z, label):
    """Special-use forest: about 16,000 ha of the highest, wildest ground, bounded by least effort.
    """
    high = np.where(label >= 0, gaussian_filter(z, 12), 0)
    start = int(np.argmax(high))
    effort = dijkstra(graph(z[::2, ::2], 1 + 6 * (z[::2, ::2] < 350.0), 3.0),
                      indices=(start // SIZE // 2) * (SIZE // 2) + start % SIZE // 2)
    effort = effort.reshape(SIZE // 2, SIZE // 2).repeat(2, 0).repeat(2, 1)
    effort[label < 0] = np.inf
    limit = np.sort(effort.ravel())[19500]
    mask = np.where(gaussian_filter((effort < limit) * 1.0, 2) > 0.5, 0, -1)
    labels, _ = components(np.where(label >= 0, mask, -1), 400)
    shapes = coverage(labels, 1.5, generator("protected"), 0.2, 0.1, _place)
    return max(shapes.values(), key=lambda s: s.area)


def urban(z, seats, heads, homes_at):
    """A built-up area around each district seat, as large as the people who live there need."""
    result = []
    y, x = np.mgrid[:SIZE, :SIZE]
    ragged = noise(generator("urban"), z.shape, 16, 1.6)
    for head in heads:
        r, c = seats[head]
        reach = 5.0 + 0.22 * np.sqrt(homes_at[head])
        near = np.hypot(y - r, x - c) * (1 + 0.18 * ragged) + slope_of(z) * 18 < reach
        labels, _ = components(np.where(binary_dilation(near), 0, -1), 9)
        shapes = coverage(labels, 1.2, generator("urban lines"), 0.1, 0.1, _place)
        result.append(max(shapes.values(), key=lambda s: s.area))
    return result
