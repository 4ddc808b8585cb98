"""Where ground is fit in the sample, cell by cell, by numpy, shapely, scipy and pyproj: the oracle of
suitability.

Writes Tests/StudiesTests/Fixtures/suitability-sample.csv: `resettlement.sites` of the sample's plan with
`cell_m: 360`, a grid none of whose centres lies on an edge of a cell of another raster. Totals in hectares,
then 400 seeded cells with their state (the number in `resettlement-reason.tif`), the value and the score of
each criterion, and the score.

Everything is taken from the plan and its files anew: slope by Horn's method with the steps of a cell by
pyproj's geodesics; shares of cells by shapely's intersections; distances in the plane that lies about each
cell's centre, azimuthal and equidistant, of lines cut to 50 m; areas of cells by the closed form of the
ellipsoid between two parallels. Lines are straight in longitude and latitude between the positions of their
source; zones in metres are cut to 20 m before they go there.

Run from the repository's root with the versions of Tests/requirements.txt:

    .venv/bin/python Tests/Oracles/suitability.py

`--compare FOLDER` writes nothing but compares every cell with the two rasters that `upland run` wrote there;
`--cell-m N` takes another size of cell, 0 the terrain model's own. A centre that lies on the edge of a forest
cell is counted as a tie where it may be either.
"""

import argparse
import csv
import json
import pathlib
import platform
from importlib.metadata import version

import geopandas
import numpy as np
import pyproj
import rasterio
import shapely
import yaml
from scipy.spatial import cKDTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "GeoData/sample"
TARGET = ROOT / "Tests/StudiesTests/Fixtures/suitability-sample.csv"
GEOD = pyproj.Geod(ellps="WGS84")
SEED, COUNT, CELL_M = 590, 400, 360
# Of a cell: nearer to an edge than this, its centre is on it.
TIE = 1e-6


class Grid:
    """Rows from north to south, columns from west to east, in degrees."""

    def __init__(self, left, top, across, down, columns, rows):
        self.left, self.top, self.across, self.down = left, top, across, down
        self.columns, self.rows = columns, rows

    def longitude(self, column):
        return self.left + np.asarray(column) * self.across

    def latitude(self, row):
        return self.top - np.asarray(row) * self.down

    def centres(self):
        """Longitude and latitude of every centre, row by row."""
        x, y = np.meshgrid(
            self.longitude(np.arange(self.columns) + 0.5), self.latitude(np.arange(self.rows) + 0.5))
        return x.ravel(), y.ravel()

    def shares(self, shape):
        """Which cells a shape reaches, as places row by row, and the shares of them that it holds."""
        west, south, east, north = shape.bounds
        first = max(0, int(np.floor((west - self.left) / self.across)) - 1)
        last = min(self.columns, int(np.ceil((east - self.left) / self.across)) + 1)
        top = max(0, int(np.floor((self.top - north) / self.down)) - 1)
        end = min(self.rows, int(np.ceil((self.top - south) / self.down)) + 1)
        if first >= last or top >= end:
            return np.zeros(0, int), np.zeros(0)
        column, row = (part.ravel() for part in np.meshgrid(np.arange(first, last), np.arange(top, end)))
        cells = shapely.box(
            self.longitude(column), self.latitude(row + 1), self.longitude(column + 1), self.latitude(row))
        shapely.prepare(shape)
        whole = shapely.contains(shape, cells)
        part = shapely.intersects(shape, cells) & ~whole
        share = whole.astype(float)
        share[part] = shapely.area(shapely.intersection(cells[part], shape)) / shapely.area(cells[part])
        reached = share > 0
        return (row * self.columns + column)[reached], share[reached]

    def covered(self, shapes):
        """Which cells the shapes hold half of, their shares added up."""
        total = np.zeros(self.rows * self.columns)
        for shape in shapes:
            places, share = self.shares(shape)
            total[places] += share
        return total >= 0.5 - 1e-9, np.abs(total - 0.5) < 1e-9


def metres_per_degree(latitude):
    """Along the parallel and along the meridian, from the radii of curvature."""
    e2 = GEOD.es
    phi = np.radians(latitude)
    w = 1 - e2 * np.sin(phi) ** 2
    return (np.radians(1) * GEOD.a * np.cos(phi) / np.sqrt(w), np.radians(1) * GEOD.a * (1 - e2) / w ** 1.5)


def authalic(latitude):
    """The area in m² from the equator to a parallel over one radian of longitude."""
    e = np.sqrt(GEOD.es)
    s = np.sin(np.radians(latitude))
    return GEOD.b ** 2 / 2 * (s / (1 - GEOD.es * s * s) + np.arctanh(e * s) / e)


def geodesic_area(shape):
    """The geodesic area in m², each ring by its size."""
    total = 0.0
    for part in getattr(shape, "geoms", [shape]):
        rings = [abs(GEOD.polygon_area_perimeter(*ring.xy)[0])
                 for ring in [part.exterior, *part.interiors]]
        total += rings[0] - sum(rings[1:])
    return total


def open_raster(path):
    """Cells as numbers with NaN for no data, and their grid."""
    with rasterio.open(path) as source:
        assert source.crs.to_epsg() == 4326
        cells = source.read(1).astype(float)
        cells[cells == source.nodata] = np.nan
        t = source.transform
        return cells, Grid(t.c, t.f, t.a, -t.e, source.width, source.height)


def sample(cells, grid, x, y, nudge=(0, 0)):
    """The values of the cells in which centres lie, NaN beyond the edge; and which lie on an edge.

    One on an edge belongs to the cell east and south of it, or west and north where `nudge` is negative."""
    column, row = (x - grid.left) / grid.across, (grid.top - y) / grid.down
    tied = [np.abs(place - np.round(place)) < TIE for place in (column, row)]
    column, row = (
        np.floor(np.where(on, np.round(place) + (-0.5 if side < 0 else 0.5), place)).astype(int)
        for place, on, side in zip((column, row), tied, nudge))
    within = (column >= 0) & (row >= 0) & (column < grid.columns) & (row < grid.rows)
    found = np.full(x.shape, np.nan)
    found[within] = cells[row[within], column[within]]
    return found, tied[0] | tied[1]


def horn(heights, grid):
    """Slope in per cent; NaN beside voids and at the edge."""
    middle = grid.latitude(np.arange(grid.rows) + 0.5)
    zero = np.zeros(grid.rows)
    across = GEOD.inv(zero, middle, zero + grid.across, middle)[2][1:-1, None]
    down = GEOD.inv(zero, middle + grid.down / 2, zero, middle - grid.down / 2)[2][1:-1, None]
    slope = np.full(heights.shape, np.nan)

    def part(row, column):
        return heights[row:row + grid.rows - 2, column:column + grid.columns - 2]

    east = part(0, 2) + 2 * part(1, 2) + part(2, 2) - part(0, 0) - 2 * part(1, 0) - part(2, 0)
    south = part(2, 0) + 2 * part(2, 1) + part(2, 2) - part(0, 0) - 2 * part(0, 1) - part(0, 2)
    slope[1:-1, 1:-1] = 100 * np.hypot(east / (8 * across), south / (8 * down)) + 0 * part(1, 1)
    return slope


def pieces(lines):
    """Lines, straight in longitude and latitude between their positions, in parts of 50 m at most: their
    ends in rows of four numbers."""
    found = []
    for line in lines:
        x, y = np.asarray(line.coords)[:, :2].T
        if len(x) == 1:
            found.append([x[0], y[0], x[0], y[0]])
            continue
        length = GEOD.inv(x[:-1], y[:-1], x[1:], y[1:])[2]
        for index, count in enumerate(np.maximum(1, np.ceil(length / 50)).astype(int)):
            px = np.linspace(x[index], x[index + 1], count + 1)
            py = np.linspace(y[index], y[index + 1], count + 1)
            found += np.column_stack([px[:-1], py[:-1], px[1:], py[1:]]).tolist()
    return np.array(found)


def distances(x, y, lines):
    """The geodesic distances in metres from places to the nearest of the lines."""
    ends = pieces(lines)
    to_space = pyproj.Transformer.from_crs("EPSG:4979", "EPSG:4978", always_xy=True)

    def space(lon, lat):
        return np.column_stack(to_space.transform(lon, lat, np.zeros(len(lon))))

    tree = cKDTree(space((ends[:, 0] + ends[:, 2]) / 2, (ends[:, 1] + ends[:, 3]) / 2))
    places = space(x, y)
    result = np.empty(len(x))
    for first in range(0, len(x), 2000):
        own = slice(first, first + 2000)
        near, _ = tree.query(places[own])
        # What is nearest has its middle no farther than the nearest middle and twice half a piece; the chord
        # is shorter than the geodesic by a millimetre at some kilometres.
        found = tree.query_ball_point(places[own], near + 51)
        cell = np.repeat(np.arange(len(found)), [len(one) for one in found])
        piece = np.concatenate([np.asarray(one, int) for one in found])
        lon, lat = x[own][cell], y[own][cell]
        plane = []
        for column in (0, 2):
            azimuth, _, length = GEOD.inv(lon, lat, ends[piece, column], ends[piece, column + 1])
            plane.append((length * np.sin(np.radians(azimuth)), length * np.cos(np.radians(azimuth))))
        (ax, ay), (bx, by) = plane
        dx, dy = bx - ax, by - ay
        square = dx * dx + dy * dy
        t = np.where(square > 0, -(ax * dx + ay * dy) / np.where(square > 0, square, 1), 0).clip(0, 1)
        least = np.full(len(found), np.inf)
        np.minimum.at(least, cell, np.hypot(ax + t * dx, ay + t * dy))
        result[own] = least
    return result


class Ground:
    """The rules of a plan and what they look at, on a grid."""

    def __init__(self, plan, folder, cell_m):
        self.plan, self.folder = plan, folder
        self.sites = plan["resettlement"]["sites"]
        self.units = geopandas.read_file(folder / plan["units"][-1]["source"]).sort_values(
            plan["units"][-1]["code"]).reset_index(drop=True)
        assert self.units.crs.to_epsg() == 4326
        self.heights, self.model = open_raster(folder / plan["elevation"]["source"])
        self.slopes = horn(self.heights, self.model)
        west, south, east, north = self.units.total_bounds
        if cell_m:
            across, down = (cell_m / one for one in metres_per_degree(round((south + north) / 2)))
            left, top = np.floor(west / across) * across, np.ceil(north / down) * down
            self.grid = Grid(left, top, across, down,
                             int(np.ceil((east - left) / across)), int(np.ceil((top - south) / down)))
        else:
            m = self.model
            first, last = int((west - m.left) // m.across), int(-((m.left - east) // m.across))
            top, end = int((m.top - north) // m.down), int(-((south - m.top) // m.down))
            self.grid = Grid(m.longitude(first), m.latitude(top), m.across, m.down, last - first, end - top)
        self.x, self.y = self.grid.centres()
        self.slope, _ = sample(self.slopes, self.model, self.x, self.y)

    def overlay(self, name):
        """A source of the plan as shapes in longitude and latitude."""
        source = next(one for one in self.plan["overlays"] if one["name"] == name)
        path = self.folder / source["source"]
        if "x" in source:
            assert source["crs"] == "EPSG:4326"
            with open(path, encoding="utf-8") as file:
                return [shapely.Point(float(row[source["x"]]), float(row[source["y"]]))
                        for row in csv.DictReader(file)]
        return self.degrees(geopandas.read_file(path, layer=source.get("layer")))

    @staticmethod
    def degrees(table):
        if table.crs.to_epsg() == 4326:
            return list(table.geometry)
        return list(table.geometry.segmentize(20).to_crs(4326))

    def hardened(self):
        """Roads known to be hardened, by surface or, where no surface tells, by class."""
        roads = self.plan["roads"]
        table = geopandas.read_file(self.folder / roads["source"], layer=roads["layer"])
        surface = table[roads["surface"]]
        told = surface.isin(roads["hardened"] + roads["unhardened"])
        known = surface.isin(roads["hardened"]) | (
            ~told & table[roads["class"]].isin(roads["assume"]["hardened"]))
        return [line for shape in table[known].geometry.to_crs(4326)
                for line in getattr(shape, "geoms", [shape])]

    def hazards(self):
        """1 inside one, 0 outside all, NaN where the slope is not known and no zone holds the cell."""
        inside, tied, steep = np.zeros(self.x.shape), np.zeros(self.x.shape, bool), None
        for hazard in self.plan["hazards"]:
            if hazard.get("from") == "slope":
                steep = np.where(np.isnan(self.slope), np.nan, self.slope >= hazard["at_least_pct"])
                continue
            zones = geopandas.read_file(self.folder / hazard["source"], layer=hazard["layer"])
            held, on = self.grid.covered(self.degrees(zones))
            inside, tied = np.maximum(inside, held), tied | on
        return (inside if steep is None else np.where(inside == 1, 1, steep)), tied

    def forest(self, nudge=(0, 0)):
        forest = self.plan["forest"]
        cells, grid = open_raster(self.folder / forest["source"])
        cells = np.where(np.isnan(cells), np.nan, np.isin(cells, forest["classes"]))
        return sample(cells, grid, self.x, self.y, nudge)

    def look(self, constraint, nudge):
        """Whether cells keep a constraint: 1, 0 or NaN; and where that hangs by rounding."""
        (kind, value), = constraint.items()
        if kind == "slope_pct":
            assert list(value) == ["at_most"]
            kept = np.where(np.isnan(self.slope), np.nan, self.slope <= value["at_most"])
            return kept, np.abs(self.slope - value["at_most"]) < 1e-9
        assert kind == "outside"
        inside, tied = (
            self.hazards() if value == "hazards" else self.forest(nudge) if value == "forest"
            else self.grid.covered(self.overlay(value)))
        return 1 - np.asarray(inside, float), tied

    def judge(self, nudge=(0, 0)):
        """The state of every cell: 0 scored, 1 … excluded, 101 … unknown, −9999 in no unit."""
        count = len(self.x)
        self.shares = [self.grid.shares(shape) for shape in self.units.geometry]
        state = np.full(count, -9999)
        for places, _ in self.shares:
            state[places] = 0
        tied = np.zeros(count, bool)
        for index, constraint in enumerate(self.sites["constraints"]):
            kept, on = self.look(constraint, nudge)
            open_ = (state == 0) | (state > 100)
            tied |= open_ & on
            state[open_ & np.isnan(kept) & (state == 0)] = 101 + index
            state[open_ & (kept == 0)] = 1 + index
        return state, tied

    def criteria(self, wanted):
        """Values and scores of the criteria at cells, and the score."""
        values, scores, weights = [], [], []
        for criterion in self.sites["criteria"]:
            if "distance_to" in criterion:
                name = criterion["distance_to"]
                shapes = self.hardened() if name == "hardened_road" else self.overlay(name)
                value = distances(self.x[wanted], self.y[wanted], shapes)
                best, worst = criterion["best_m"], criterion["worst_m"]
            else:
                assert criterion["slope_pct"] is True
                value, best, worst = self.slope[wanted], criterion["best"], criterion["worst"]
            values.append(value)
            scores.append(((value - worst) / (best - worst)).clip(0, 1))
            weights.append(criterion["weight"])
        weights = np.array(weights, float) / sum(weights)
        return np.array(values), np.array(scores), weights @ np.array(scores)

    def hectares(self, state):
        """By state, each unit's cells brought to close on its geodesic area."""
        row = np.arange(self.grid.rows)
        strip = np.radians(self.grid.across) * (
            authalic(self.grid.latitude(row)) - authalic(self.grid.latitude(row + 1)))
        area = np.repeat(strip, self.grid.columns)
        totals = {}
        for shape, (places, share) in zip(self.units.geometry, self.shares):
            own = area[places] * share
            # What lies beyond the cells is none's here: the sample's model reaches all units.
            scale = geodesic_area(shape) / own.sum() / 1e4
            for code in np.unique(state[places]):
                totals[int(code)] = totals.get(int(code), 0) + scale * own[state[places] == code].sum()
        return totals


def compare(ground, state, tied, folder):
    """Prints how every cell agrees with the rasters of a run."""
    found = []
    for name in ("reason", "suitability"):
        with rasterio.open(folder / f"resettlement-{name}.tif") as source:
            assert source.shape == (ground.grid.rows, ground.grid.columns), source.shape
            t, grid = source.transform, ground.grid
            shift = max(abs(t.c - grid.left), abs(t.f - grid.top), abs(t.a - grid.across))
            found.append(source.read(1).ravel().astype(float))
    print(f"grid {ground.grid.rows} × {ground.grid.columns}, {shift:.1e}° apart")
    reason, suitability = found
    other = reason != state
    print(f"{(state != -9999).sum()} cells, {other.sum()} of another state,"
          f" {(other & tied).sum()} of them ties ({tied.sum()} in all)")
    for place in np.flatnonzero(other & ~tied)[:20]:
        print("  differs:", divmod(int(place), ground.grid.columns), "here", state[place], "there",
              reason[place])
    both = np.flatnonzero((state == 0) & (reason == 0))
    _, _, score = ground.criteria(both)
    gap = np.abs(score - suitability[both])
    print(f"{len(both)} scored by both, scores at most {gap.max():.2e} apart")
    with open(folder / "resettlement-ground.geojson", encoding="utf-8") as file:
        rows = [one["properties"] for one in json.load(file)["features"]]

    def total(name):
        return sum(row[name] for row in rows)

    for label, codes in (("scored", reason == 0), ("excluded", (reason > 0) & (reason < 100)),
                         ("unknown", reason > 100)):
        # By the run's own states, so that a tie does not hide a wrong area.
        own, there = ground.hectares(codes.astype(int)).get(1, 0), total(label + "_ha")
        print(f"{label}_ha: {own:.6f} here, {there:.6f} there, apart {abs(own - there):.1e}")


def write(ground, state, tied, cell_m):
    """The fixture: a head with program and command, totals, then cells."""
    names = [one["name"] for one in ground.sites["criteria"]]
    random = np.random.default_rng(SEED)
    sure = (state != -9999) & ~tied
    # Half of them scored, and at least eight of every other state that has so many.
    chosen = np.zeros(len(state), bool)
    chosen[random.permutation(np.flatnonzero(sure & (state == 0)))[:COUNT // 2]] = True
    for code in np.unique(state[sure & (state != 0)]):
        chosen[random.permutation(np.flatnonzero(sure & (state == code)))[:8]] = True
    others = random.permutation(np.flatnonzero(sure & (state != 0) & ~chosen))
    chosen[others[:COUNT - chosen.sum()]] = True
    chosen = np.flatnonzero(chosen)
    scored = chosen[state[chosen] == 0]
    values, scores, score = ground.criteria(scored)
    lookup = {int(place): index for index, place in enumerate(scored)}
    hectares = ground.hectares(state)
    programs = ", ".join(f"{name} {version(name)}" for name in
                         ("numpy", "scipy", "shapely", "pyproj", "rasterio", "geopandas"))
    with open(TARGET, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        file.write(f"# {programs}, Python {platform.python_version()}\n")
        file.write(f"# python Tests/Oracles/suitability.py: cell_m {cell_m}, seed {SEED}\n")
        out.writerow(["total", "state", "cells", "ha"])
        for code in sorted(hectares):
            out.writerow(["total", code, int((state == code).sum()), f"{hectares[code]:.6f}"])
        out.writerow(["cell", "row", "column", "state"]
                     + [f"{name}_{kind}" for name in names for kind in ("value", "score")] + ["score"])
        for place in chosen:
            row, column = divmod(int(place), ground.grid.columns)
            line = ["cell", row, column, int(state[place])]
            if place in lookup:
                index = lookup[int(place)]
                for value, part in zip(values[:, index], scores[:, index]):
                    line += [f"{value:.6f}", f"{part:.9f}"]
                line.append(f"{score[index]:.9f}")
            else:
                line += [""] * (2 * len(names) + 1)
            out.writerow(line)
    print(TARGET.name, {code: round(float(one), 3) for code, one in sorted(hectares.items())},
          len(chosen), "cells,", int(tied.sum()), "ties left out")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--cell-m", type=float, default=CELL_M)
    parser.add_argument("--compare", type=pathlib.Path)
    options = parser.parse_args()
    plan = yaml.safe_load((SAMPLE / "plan.yaml").read_text(encoding="utf-8"))
    ground = Ground(plan, SAMPLE, options.cell_m)
    state, tied = ground.judge()
    if options.compare:
        # A tie is one only where the cells on either side say different things.
        sides = [ground.judge((x, y))[0] for x in (-1, 1) for y in (-1, 1)]
        differ = np.any([side != state for side in sides], axis=0)
        agree = np.any([side == state for side in sides], axis=0)
        assert agree.all()
        compare(ground, state, differ, options.compare)
    else:
        write(ground, state, tied, options.cell_m)


if __name__ == "__main__":
    main()
