"""Minutes to the nearest of some places, on and off the road, the oracle of AccessibilityStudy.

Writes Tests/StudiesTests/Fixtures/travel-times-scipy.json: a made-up terrain model of 40 × 50 cells in
longitude and latitude with a void, roads of three classes and a path, a river and a lake, three
places, a raster of people; and what must come of it: the minutes of every cell, and the people of two
units by band of time.

Made apart from Upland: slope by Horn's method in numpy; walking by Tobler's hiking function, the mean
of there and back, 0.6 of it off the path; cells of roads and barriers by shapely's intersection of
their outlines; lengths of steps by pyproj's geodesic; least costs by scipy's Dijkstra over the graph
of all steps, in 64-bit numbers. Coordinates are random, so that nothing just touches a cell.

Run from the repository's root with the versions of Tests/requirements.txt:

    .venv/bin/python Tests/Oracles/travel_times_scipy.py
"""

import json
import pathlib
from importlib.metadata import version

import numpy as np
import pyproj
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import dijkstra

ROOT = pathlib.Path(__file__).parents[2]
GEOD = pyproj.Geod(ellps="WGS84")
ROWS, COLUMNS, STEP, WEST, NORTH = 40, 50, 0.002, 108.0, 15.08
SPEEDS = {"main": 45.0, "lane": 18.0}       # the plan's own; "track" is the program's 10 km/h
DEFAULTS = {"track": 10.0}
LIMITS = [10, 30, 60]
PEOPLE = dict(rows=12, columns=15, step=0.006, west=108.004, north=15.077)


def made(random):
    """The data: heights, lines, areas, places, people."""
    y, x = np.mgrid[0:ROWS, 0:COLUMNS]
    heights = (
        400 + 180 * np.sin(x / 6.3) * np.cos(y / 5.1) + 60 * np.sin(x / 2.2 + y / 3.1)
        + random.uniform(-4, 4, (ROWS, COLUMNS))).round(1)
    heights[18:22, 30:35] = -32768

    def line(*cells):
        return [
            [round(WEST + (c + random.uniform(.2, .8)) * STEP, 7),
             round(NORTH - (r + random.uniform(.2, .8)) * STEP, 7)] for r, c in cells]

    roads = [
        ("main", line((3, -4), (9, 12), (12, 27), (30, 44))),
        ("lane", line((12, 27), (25, 22), (38, 8))),
        ("track", line((25, 22), (33, 38))),
        ("path", line((9, 12), (20, 5), (31, 3))),
        ("ferry", line((2, 30), (8, 48))),
    ]
    river = line((-2, 20), (14, 18), (22, 10), (43, 13))
    lake = line((28, 28), (28, 33), (34, 33), (34, 28))
    places = line((9, 11), (30, 43), (36, 25))
    people = random.integers(0, 400, (PEOPLE["rows"], PEOPLE["columns"])).astype(float)
    people[4, 7] = -1                       # not known
    return heights, roads, river, lake + lake[:1], places, people


def boxes():
    """The outline of each cell."""
    y, x = np.mgrid[0:ROWS, 0:COLUMNS]
    return shapely.box(
        WEST + x * STEP, NORTH - (y + 1) * STEP, WEST + (x + 1) * STEP, NORTH - y * STEP)


def horn(heights):
    """Slope in per cent; NaN at the edge, in voids and beside them."""
    z = np.where(heights == -32768, np.nan, heights)
    slope = np.full(z.shape, np.nan)
    latitude = NORTH - (np.arange(ROWS) + .5) * STEP
    # A cell's sides through its middle.
    width = GEOD.inv(
        np.full(ROWS, WEST), latitude, np.full(ROWS, WEST + STEP), latitude)[2][:, None]
    height = GEOD.inv(
        np.full(ROWS, WEST), latitude + STEP / 2, np.full(ROWS, WEST), latitude - STEP / 2)[2][:, None]
    n, m, s = z[:-2], z[1:-1], z[2:]
    dx = (n[:, 2:] + 2 * m[:, 2:] + s[:, 2:] - n[:, :-2] - 2 * m[:, :-2] - s[:, :-2]) / 8
    dy = (s[:, :-2] + 2 * s[:, 1:-1] + s[:, 2:] - n[:, :-2] - 2 * n[:, 1:-1] - n[:, 2:]) / 8
    slope[1:-1, 1:-1] = 100 * np.hypot(dx / width[1:-1], dy / height[1:-1]) + 0 * m[:, 1:-1]
    return slope


def pace(slope, factor):
    """Minutes for a metre on foot, the mean of there and back."""
    def one(s):
        return 0.06 / (factor * 6 * np.exp(-3.5 * np.abs(s + 0.05)))
    return (one(slope / 100) + one(-slope / 100)) / 2


def frictions(heights, roads, river, lake):
    """Minutes for a metre; infinite on barriers, NaN where unknown. And where barriers are."""
    cells = boxes()
    slope = horn(heights)
    friction = pace(slope, 0.6)
    barrier = shapely.intersects(cells, shapely.LineString(river))
    barrier |= shapely.area(shapely.intersection(cells, shapely.Polygon(lake))) > 0
    friction[barrier] = np.inf
    for name, line in roads:
        if name == "path":
            on = shapely.intersects(cells, shapely.LineString(line))
            friction[on] = pace(slope, 1)[on]
            barrier &= ~on
    speeds = SPEEDS | DEFAULTS
    for name, line in sorted(
            (road for road in roads if road[0] in speeds), key=lambda road: speeds[road[0]]):
        on = shapely.intersects(cells, shapely.LineString(line))
        friction[on] = 0.06 / speeds[name]
        barrier &= ~on
    return friction, barrier


def minutes(friction, places):
    """The least costs from any of the places' cells."""
    index = np.arange(ROWS * COLUMNS).reshape(ROWS, COLUMNS)
    middle = NORTH - (np.arange(ROWS + 1) + .5) * STEP
    edges = []
    for down, right in ((0, 1), (1, 0), (1, 1), (1, -1)):
        one = np.s_[0:ROWS - down, max(0, -right):COLUMNS - max(0, right)]
        other = np.s_[down:ROWS, max(0, right):COLUMNS - max(0, -right)]
        rows = np.arange(ROWS - down)
        length = GEOD.inv(
            np.zeros(len(rows)), middle[rows], np.full(len(rows), right * STEP),
            middle[rows + down])[2]
        cost = (friction[one] + friction[other]) / 2 * length[:, None]
        edges.append((index[one].ravel(), index[other].ravel(), cost.ravel()))
    a, b, cost = (np.concatenate(part) for part in zip(*edges))
    passable = np.isfinite(cost)
    graph = coo_array(
        (cost[passable], (a[passable], b[passable])), shape=(index.size, index.size)).tocsr()
    cells = [
        index[int((NORTH - y) / STEP), int((x - WEST) / STEP)] for x, y in places]
    assert np.isfinite(friction.ravel()[cells]).all()
    return dijkstra(graph, directed=False, indices=cells, min_only=True).reshape(ROWS, COLUMNS)


def people_by_band(people, times, barrier, friction, columns):
    """The people of the whole columns of a unit, by band: each cell asked at 3 × 3 places or more."""
    codes = np.searchsorted(LIMITS, times, side="left")
    codes[~np.isfinite(times)] = len(LIMITS) + 1
    codes[barrier | np.isnan(friction)] = len(LIMITS) + 2
    latitude = PEOPLE["north"] - (PEOPLE["rows"] // 2 + .5) * PEOPLE["step"]
    side = 3
    assert side >= PEOPLE["step"] / STEP > side - 1 or PEOPLE["step"] / STEP == side, latitude
    sums = np.zeros(len(LIMITS) + 3)
    for row in range(PEOPLE["rows"]):
        for column in columns:
            if people[row, column] <= 0:
                continue
            for down in range(side):
                for right in range(side):
                    x = PEOPLE["west"] + (column + (right + .5) / side) * PEOPLE["step"]
                    y = PEOPLE["north"] - (row + (down + .5) / side) * PEOPLE["step"]
                    r, c = int((NORTH - y) / STEP), int((x - WEST) / STEP)
                    sums[codes[r, c]] += people[row, column] / side ** 2
    return sums


def main():
    """Makes the data, finds the times and writes both."""
    heights, roads, river, lake, places, people = made(np.random.default_rng(20261128))
    friction, barrier = frictions(heights, roads, river, lake)
    times = minutes(friction, places)
    half = PEOPLE["columns"] // 2
    shares = {
        "W": people_by_band(people, times, barrier, friction, range(half)),
        "E": people_by_band(people, times, barrier, friction, range(half, PEOPLE["columns"])),
    }
    known = ~(np.isnan(friction) | np.isinf(friction))
    text = json.dumps(dict(
        versions={name: version(name) for name in ("numpy", "scipy", "shapely", "pyproj")},
        grid=dict(rows=ROWS, columns=COLUMNS, step=STEP, west=WEST, north=NORTH),
        heights=heights.ravel().tolist(), roads=[[name, line] for name, line in roads],
        speeds=SPEEDS, river=river, lake=lake, places=places, limits=LIMITS,
        people=dict(PEOPLE, values=people.ravel().tolist()), split=half,
        minutes=[
            round(float(v), 4) if ok and np.isfinite(v) else -9999
            for v, ok in zip(times.ravel(), known.ravel())],
        people_by_band={code: [round(float(v), 6) for v in sums] for code, sums in shares.items()}))
    path = ROOT / "Tests/StudiesTests/Fixtures/travel-times-scipy.json"
    path.write_text(text.replace('], "', '],\n"').replace('}, "', '},\n"') + "\n")
    reached = times[known & np.isfinite(times)]
    print(f"{path.name}: {len(reached)} cells reached, mean {reached.mean():.3f} min,"
          f" greatest {reached.max():.3f}; {barrier.sum()} barrier, {np.isnan(friction).sum()} unknown")


main()
