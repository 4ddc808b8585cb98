"""The boundaries of a plan as their source has them, rounded: what a layer's borders can be blamed for, and what not.

A source whose units overlap or leave gaps keeps them: Upland moves no vertex. `upland check` tells them.
"""

import pathlib

import geopandas
import numpy as np
import shapely
import yaml

import borders


class PlanLoader(yaml.SafeLoader):
    """YAML with dates as text, as in the schema check."""


PlanLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


class Sources:
    """The levels of units of a plan."""

    def __init__(self, plan):
        self.folder = pathlib.Path(plan).parent
        self.levels = yaml.load(pathlib.Path(plan).read_bytes(), PlanLoader)["units"]
        self._faults = None

    def dissolved(self):
        """Pairs of a level made of another, and that other."""
        return [(one["level"], one["dissolve"]) for one in self.levels if "dissolve" in one]

    def faults(self):
        """What does not fit in the sources themselves."""
        if self._faults is None:
            self._faults = set()
            for level in self.levels:
                if "source" in level:
                    units = self.units(level)
                    self._faults |= borders.compare(units)[0] | borders.by_shapely(units)
        return self._faults

    def units(self, level):
        frame = geopandas.read_file(
            self.folder / level["source"], layer=level.get("layer"), where=level.get("where"))
        frame = frame.set_crs(level["crs"], allow_override=True) if "crs" in level else frame
        shapes = shapely.orient_polygons(frame.to_crs(4326).geometry.values, exterior_cw=False)
        return {index: list(self.rings(shape)) for index, shape in enumerate(shapes)}

    @staticmethod
    def rings(shape):
        for polygon in shapely.get_parts(shape):
            for ring in [polygon.exterior, *polygon.interiors]:
                grid = np.rint(shapely.get_coordinates(ring) * 1e6).astype(int)
                points = [tuple(point) for point in grid.tolist()]
                kept = [a for a, b in zip(points, points[1:]) if a != b]
                if len(kept) > 2:
                    yield [*kept, kept[0]]
