"""What is said of a raster of minutes."""

import numpy as np


def report(name, minutes, passable):
    """Prints reach, mean, greatest and the share within an hour.

    A cell of `minutes` that is negative or not finite was not reached.
    """
    reached = np.isfinite(minutes) & (minutes >= 0) & passable
    values = minutes[reached].astype("f8")
    within = 100 * (values <= 60).sum() / passable.sum()
    print(f"{name} reached={int(reached.sum())} of {int(passable.sum())}"
          f" mean_min={values.mean():.5f} max_min={values.max():.3f} share_le60={within:.5f}")
