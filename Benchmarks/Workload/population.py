"""People by cell of 60 m; nodata in the sea."""

import numpy as np

from fields import tiled, upsampled
from writing import open_raster

SIZE = 10000
NO_DATA = -99999


def write_population(path, fields):
    """The raster of people, who live where the land is developed."""
    columns = np.arange(SIZE)
    with open_raster(path, SIZE, "float32", NO_DATA, predictor=3, NUM_THREADS="2") as raster:
        for first in range(0, SIZE, 1024):
            end = min(SIZE, first + 1024)
            grain = tiled(fields["tile"], np.arange(first, end), columns)
            urban = upsampled(fields["urban"], SIZE, first, end) + .5 * grain
            elevation = upsampled(fields["elevation"], SIZE, first, end)
            people = np.where(
                urban + .3 * elevation > .1, np.exp(1.1 * urban + .3 * grain) * .22, 0)
            people = people.astype(np.float32)
            people[elevation < -1.7] = NO_DATA
            raster.write(people, 1, window=((first, end), (0, SIZE)))
