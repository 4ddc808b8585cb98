"""The raster that every stage works on, and the noise that makes it look grown.

One lon/lat grid of 3 arc-seconds carries terrain, flow, costs and population.  It lies in the open
Bay of Bengal (87° E, 15° N), so that nobody takes the sample for a real place.
"""

import numpy as np

SEED = 20241231
SIZE = 800                      # rows and columns
CELL = 1 / 1200                 # degrees: 3 arc-seconds
WEST, NORTH = 87 - SIZE * CELL / 2, 15 + SIZE * CELL / 2
DX, DY = 89.60, 92.19           # metres of a cell at 15° N; good to 0.5 % over the province
CELL_KM2 = DX * DY / 1e6
GEOGRAPHIC, PROJECTED = "EPSG:4326", "EPSG:32645"


def generator(stage):
    """A random stream of its own for each stage, so that a change in one leaves the others alone.
    """
    return np.random.default_rng([SEED, sum(ord(c) * 31**i for i, c in enumerate(stage)) % 2**32])


def noise(rng, shape, scale, beta=2.0, smallest=2.0):
    """Fractal noise, mean 0 and deviation 1: wavelengths from `smallest` to `scale` cells.

    Spectral synthesis: white noise filtered by f^(-beta/2), flat above the largest wavelength.
    """
    white = np.fft.rfft2(rng.standard_normal(shape))
    fy, fx = np.fft.fftfreq(shape[0])[:, None], np.fft.rfftfreq(shape[1])[None, :]
    f = np.hypot(fy, fx)
    amplitude = np.maximum(f, 1 / scale) ** (-beta / 2) * np.exp(-((f * smallest / 2) ** 4))
    amplitude[0, 0] = 0
    field = np.fft.irfft2(white * amplitude, s=shape)
    return (field - field.mean()) / field.std()


def smoothstep(x):
    """0 below 0, 1 above 1, with a soft shoulder at each end."""
    x = np.clip(x, 0, 1)
    return x * x * (3 - 2 * x)


def lonlat(rows, cols):
    """Degrees of fractional (row, column) positions; (0.5, 0.5) is the middle of the first cell."""
    return WEST + np.asarray(cols) * CELL, NORTH - np.asarray(rows) * CELL


def rowcol(lon, lat):
    """Fractional (row, column) of positions in degrees."""
    return (NORTH - np.asarray(lat)) / CELL, (np.asarray(lon) - WEST) / CELL


def slope_of(z):
    """Slope as rise over run (1 is 45°), from central differences in metres."""
    gy, gx = np.gradient(z, DY, DX)
    return np.hypot(gx, gy)
