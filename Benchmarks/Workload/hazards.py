"""Hazard zones in five classes: a partition of which the lower two thirds are kept."""

import geopandas as gpd
import numpy as np

from fields import sampled
from frame import BOX, CRS
from partition import jagged_partition
from writing import write_vector

CELLS, KEPT = 30000, 20000


def write_hazards(base, fields, generator):
    """Writes the zones: the lower the ground, the lower the class."""
    polygons, seeds = jagged_partition(CELLS, BOX, generator, cities=60, clustered=.2)
    height = sampled(fields["elevation"], *seeds.T) + .5 * generator.standard_normal(len(seeds))
    kept = np.sort(np.argsort(height)[:KEPT])
    limits = np.quantile(height[kept], [.1, .25, .45, .7])
    classes = np.digitize(height[kept], limits) + 1
    zones = gpd.GeoDataFrame(
        dict(hazard_id=np.arange(len(kept)), hclass=classes.astype(np.int32)),
        geometry=polygons[kept], crs=CRS)
    write_vector(zones, base)
