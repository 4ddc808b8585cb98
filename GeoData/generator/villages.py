"""Villages: where people of the uplands live, along valley floors, with a few far up the slopes."""

import numpy as np
import shapely
from scipy.ndimage import distance_transform_edt

from grid import SIZE, generator, lonlat, slope_of

VILLAGES = 480


def _appeal(z, waters):
    """How good a cell is to live in: gentle, near a stream but not in it."""
    gentle = np.exp(-((slope_of(z) / 0.16) ** 2))
    near = np.exp(-waters.above / 35)
    dry = np.where(waters.area > 40, 0, 1) * np.clip(waters.above / 3, 0.15, 1)
    return gentle * near * dry + 1e-4 * np.exp(-slope_of(z) / 0.2)


def _shares(label, appeal, rng, count):
    """Villages of each commune: more where there is more good ground, at least two."""
    ground = np.array([appeal[label == k].sum() for k in range(count)])
    weight = ground**0.45 * rng.lognormal(0, 0.28, count)
    shares = np.maximum(2, np.floor(weight / weight.sum() * VILLAGES)).astype(int)
    while shares.sum() != VILLAGES:
        step = 1 if shares.sum() < VILLAGES else -1
        gap = (weight / weight.sum() * VILLAGES - shares) * step
        shares[np.argmax(np.where(shares + step >= 2, gap, -99))] += step
    return shares


def make_villages(z, waters, label, seats, outlines):
    """Cells, points and commune of each village, and which of them are remote.

    The first village of a commune lies at its seat.  Others follow by chance, weighted by appeal and
    by nearness to those that exist, never within 700 m of one; about one in fourteen is remote.
    """
    rng = generator("villages")
    appeal = _appeal(z, waters)
    shares = _shares(label, appeal, rng, len(seats))
    inside = distance_transform_edt(np.pad(label, 1, constant_values=-1)[1:-1, 1:-1] >= 0) > 2
    for a, b in ((slice(1, None), slice(None, -1)), (slice(None, -1), slice(1, None))):
        inside[a] &= label[a] == label[b]
        inside[:, a] &= label[:, a] == label[:, b]
    cells, points, owner, remote = [], [], [], []
    y, x = np.mgrid[:SIZE, :SIZE]
    for k, seat in enumerate(seats):
        free = inside & (label == k)
        for turn in range(shares[k]):
            far = turn > 2 and rng.random() < 0.11
            if turn == 0:
                cell = seat
            else:
                reach = np.exp(-np.hypot(y - seat[0], x - seat[1]) / 45)
                weight = np.where(free, (np.sqrt(appeal) * 0.02 + 1e-3) if far else appeal * reach, 0)
                if far:
                    weight = weight * (z > np.quantile(z[label == k], 0.55))
                if weight.sum() == 0:
                    weight = free * 1.0
                cell = divmod(int(rng.choice(z.size, p=weight.ravel() / weight.sum())), SIZE)
            free &= np.hypot(y - cell[0], x - cell[1]) > 7.5
            cells.append((int(cell[0]), int(cell[1])))
            points.append(_point_in(outlines[k], cell, rng))
            owner.append(k)
            remote.append(bool(far))
    return cells, points, owner, remote


def _point_in(outline, cell, rng):
    """A place in the cell that lies well inside the commune, to 6 decimals."""
    for _ in range(200):
        lon, lat = lonlat(cell[0] + rng.uniform(0.1, 0.9), cell[1] + rng.uniform(0.1, 0.9))
        point = shapely.Point(round(float(lon), 6), round(float(lat), 6))
        if outline.contains(point) and outline.exterior.distance(point) > 1e-4:
            return point
    raise AssertionError(f"no room for a village in cell {cell}")


def households_of(owner, remote, points, is_town):
    """Households, population and the share of ethnic minorities (percent) of each village."""
    rng = generator("households")
    lon = np.array([p.x for p in points])
    west = np.clip((87.25 - lon) / 0.5, 0, 1)
    homes = rng.lognormal(4.55, 0.42, len(owner)) * np.where(remote, 0.5, 1) * (1.25 - 0.5 * west)
    homes = np.where(is_town, homes * 2.6, homes).round().astype(int).clip(18, 640)
    people = (homes * rng.normal(3.55 + 0.7 * west, 0.25)).round().astype(int)
    ethnic = 100 / (1 + np.exp(-(west * 7 - 3.0 + rng.normal(0, 1.0, len(owner)))))
    ethnic = np.where(is_town, ethnic * 0.45, ethnic).round(1)
    return homes, people, ethnic
