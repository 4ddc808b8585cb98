"""Areal interpolation of the census of 2009 onto the communes of 2025, by tobler and by hand.

tobler 0.13.0, geopandas 1.2.0, shapely 2.2.0, pyproj 3.7.2:

    python Tests/Oracles/areal_interpolation_tobler.py ../shared/data/quang-ngai \
        > Tests/StudiesTests/Fixtures/quang-ngai-interpolation.json

Two computations that share no code with Upland:

- `geodesic`: shapely's intersections in longitude and latitude, areas on the WGS 84 ellipsoid by
  pyproj. What lies in no new commune is spread over the pieces up to 1 % of the old commune and kept
  apart beyond, as Docs/methods/vintages.md says. Upland must agree to 1e-6.
- `tobler`: tobler.area_weighted.area_interpolate in Lambert's cylindrical equal-area projection,
  every old commune spread over its pieces. It agrees where nothing lies outside.
"""

import json
import sys
from importlib.metadata import version

import geopandas
from pyproj import Geod
from shapely.geometry import MultiPolygon, Polygon
from tobler.area_weighted import area_interpolate

GEOD = Geod(ellps="WGS84")
TOLERANCE = 0.01


def area(geometry):
    """The geodesic area in m² of what of `geometry` is areas."""
    if isinstance(geometry, Polygon):
        return abs(GEOD.geometry_area_perimeter(geometry)[0])
    return sum(area(part) for part in getattr(geometry, "geoms", []))


def geodesic(old, new):
    """The people of each new commune, and those in no new commune."""
    people = dict.fromkeys(new.code, 0.0)
    outside = 0.0
    for commune in old.itertuples():
        pieces = {row.code: area(commune.geometry.intersection(row.geometry)) for row in new.itertuples()}
        whole, inside = area(commune.geometry), sum(pieces.values())
        divisor = inside if whole - inside <= TOLERANCE * whole else whole
        for code, piece in pieces.items():
            people[code] += commune.population * piece / divisor
        outside += commune.population * (divisor - inside) / divisor
    return people, outside


def main():
    folder = sys.argv[1]
    old = geopandas.read_file(f"{folder}/communes-2009-mountain.geojson")
    new = geopandas.read_file(f"{folder}/communes-2025-mountain.geojson")
    old = old[["gso_code", "population", "geometry"]]
    new = new[["code", "geometry"]]
    people, outside = geodesic(old, new)
    projection = "+proj=cea +lat_ts=15 +datum=WGS84"
    plain = area_interpolate(
        old.to_crs(projection), new.to_crs(projection), extensive_variables=["population"])
    json.dump(
        {
            "program": ", ".join(f"{name} {version(name)}" for name in
                                 ("tobler", "geopandas", "shapely", "pyproj")),
            "outside": outside,
            "communes": [
                {"code": code, "geodesic": people[code], "tobler": float(estimate)}
                for code, estimate in sorted(zip(new.code, plain.population))
            ],
        },
        sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
