"""Smooth random fields, from which land cover, population and development follow."""

import numpy as np

from frame import NORTH, SIDE, WEST


def power_law_field(size, exponent, generator, longest=0):
    """A periodic field of size × size with power ~ frequency^-exponent and deviation 1.

    Wavelengths longer than `longest` samples are left out (0: none).
    """
    noise = generator.standard_normal((size, size)).astype(np.float32)
    spectrum = np.fft.rfft2(noise)
    frequency = np.sqrt(np.fft.fftfreq(size)[:, None] ** 2 + np.fft.rfftfreq(size)[None, :] ** 2)
    frequency[0, 0] = 1
    weight = frequency ** (-exponent / 2)
    weight[0, 0] = 0
    if longest:
        weight[frequency < 1.0 / longest] = 0
    field = np.fft.irfft2(spectrum * weight, s=(size, size))
    return (field / field.std()).astype(np.float32)


def make_fields(seed):
    """The fields by name; `tile` is fine grain that is repeated over the whole square."""
    generator = np.random.default_rng(seed)
    return dict(
        elevation=power_law_field(2500, 3.2, generator),
        moisture=power_law_field(2500, 3.0, generator),
        urban=power_law_field(2500, 2.4, generator),
        tile=power_law_field(4096, 2.4, generator, longest=256))


def tiled(tile, rows, columns):
    """The repeated `tile` at `rows` × `columns` of a larger grid."""
    size = tile.shape[0]
    return tile[rows % size][:, columns % size]


def upsampled(field, size, first, end):
    """Rows first..<end of `field` brought to size × size, bilinear."""
    rows, row_shares = _neighbours(field.shape[0], size, np.arange(first, end))
    band = field[rows] * (1 - row_shares)[:, None] + field[rows + 1] * row_shares[:, None]
    columns, column_shares = _neighbours(field.shape[0], size, np.arange(size))
    return band[:, columns] * (1 - column_shares) + band[:, columns + 1] * column_shares


def _neighbours(coarse, fine, indices):
    """The coarse sample before each fine one, and the share of the sample after it."""
    place = np.clip((indices + 0.5) * (coarse / fine) - 0.5, 0, coarse - 1)
    before = np.minimum(place.astype(int), coarse - 2)
    return before, (place - before).astype(np.float32)


def sampled(field, x, y):
    """The value of `field` at each place, by the cell that holds it."""
    size = field.shape[0]
    row = np.clip(((NORTH - y) / SIDE * size).astype(int), 0, size - 1)
    column = np.clip(((x - WEST) / SIDE * size).astype(int), 0, size - 1)
    return field[row, column]
