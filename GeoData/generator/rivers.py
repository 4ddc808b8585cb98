"""Rivers as lines along the flow, in reaches between confluences."""

import numpy as np
import shapely

from arcs import chains, smooth
from grid import SIZE, lonlat

LEAST_KM2 = 5.0
NAMES = ["Sông Rễu", "Sông Trẩm", "Sông Đượm", "Sông Nhuốn", "Sông Khẳng", "Sông Vượp"]


def make_rivers(waters):
    """Reaches as (line in degrees, drained km², name or None, Strahler-free rank by area)."""
    area, receiver = waters.area.ravel(), waters.drainage.receiver
    stream = np.flatnonzero((area > LEAST_KM2) & (receiver != np.arange(area.size)))
    edges = [(divmod(int(i), SIZE), divmod(int(receiver[i]), SIZE)) for i in stream]
    trunk = _mains(waters)
    reaches = []
    for chain in chains(edges):
        sizes = [waters.area[c] for c in chain[1:-1]] or [waters.area[chain[0]]]
        line = smooth(np.array(chain) + 0.5, 1.5)
        lon, lat = lonlat(line[:, 0], line[:, 1])
        shape = shapely.LineString(np.column_stack([lon, lat])).simplify(4e-5)
        shape = shapely.set_precision(shape, 1e-6)
        name = next((trunk[c] for c in chain[1:-1] if c in trunk), None)
        reaches.append((shape, float(np.median(sizes)), name))
    return reaches


def _mains(waters):
    """Cells of the main stem of the largest rivers, each with its name."""
    area, receiver = waters.area.ravel(), waters.drainage.receiver
    rim = np.flatnonzero((receiver == np.arange(area.size)) & (area > 60))
    rim = rim[np.argsort(-area[rim], kind="stable")][:len(NAMES)]
    donors = {}
    for i in np.flatnonzero(area > LEAST_KM2):
        donors.setdefault(int(receiver[i]), []).append(int(i))
    named = {}
    for mouth, name in zip(rim, NAMES):
        cell = int(mouth)
        while cell is not None:
            named[divmod(cell, SIZE)] = name
            above = [d for d in donors.get(cell, []) if d != cell]
            cell = max(above, key=lambda d: (area[d], d)) if above else None
    return named
