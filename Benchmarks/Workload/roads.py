"""The roads as lines with class and surface, and the villages along them."""

import geopandas as gpd
import numpy as np
import shapely

from fields import sampled
from frame import BOX, CRS, log
from network import PRIMARY, SECONDARY

VILLAGES = 100000
BEND = .07              # of an edge's length


def make_roads(graph, fields, generator):
    """A line for each edge of `graph`: road_id, highway, surface, paved (0 or 1)."""
    highway, surface, paved = _attributes(graph, fields, generator)
    lines = _lines(graph, generator)
    log(f"lines: {shapely.get_num_coordinates(lines).sum()} vertices, paved {paved.mean():.3f}")
    return gpd.GeoDataFrame(
        dict(road_id=np.arange(len(lines)), highway=highway, surface=surface,
             paved=paved.astype(np.int32)),
        geometry=lines, crs=CRS)


def _attributes(graph, fields, generator):
    """Roads are paved where the land is developed, the higher their class the sooner."""
    start, end = graph.junctions[graph.edges[:, 0]], graph.junctions[graph.edges[:, 1]]
    middle = ((start + end) / 2).T
    developed = sampled(fields["urban"], *middle) + .5 * sampled(fields["moisture"], *middle)
    luck = generator.random(len(graph.edges))
    kind = generator.random(len(graph.edges))
    elevation = sampled(fields["elevation"], *middle)
    primary, secondary = graph.ranks == PRIMARY, graph.ranks == SECONDARY
    paved = np.where(
        primary, (developed > -.7) | (elevation < -.5),
        np.where(
            secondary, (developed > -.1) | (elevation < -1.3), (developed > .7) & (luck < .95)))
    surface = np.where(
        paved, _choice(kind, [(.6, "asphalt"), (.85, "concrete")], "paved"),
        _choice(kind, [(.5, "unpaved"), (.75, "dirt")], "gravel"))
    minor = _choice(kind, [(.2, "tertiary"), (.6, "unclassified")], "track")
    highway = np.where(primary, "primary", np.where(secondary, "secondary", minor))
    return highway, surface, paved


def _choice(values, limits, rest):
    """The first name whose limit lies above the value."""
    return np.select([values < limit for limit, _ in limits], [name for _, name in limits], rest)


def _lines(graph, generator):
    """Each edge with a bend for every 220 m, at most 8."""
    bends = np.clip((graph.lengths / 220).astype(int), 0, 8)
    positions, edges = [], []
    for count in np.unique(bends):
        chosen = np.flatnonzero(bends == count)
        start = graph.junctions[graph.edges[chosen, 0]][:, None]
        along = graph.junctions[graph.edges[chosen, 1]][:, None] - start
        line = start + along * np.linspace(0, 1, count + 2)[None, :, None]
        across = np.stack([-along[..., 1], along[..., 0]], -1)
        line[:, 1:-1] += across * generator.uniform(-BEND, BEND, (len(chosen), count, 1))
        positions.append(line.reshape(-1, 2))
        edges.append(np.repeat(chosen, count + 2))
    edges = np.concatenate(edges)
    order = np.argsort(edges, kind="stable")
    return shapely.linestrings(
        np.round(np.concatenate(positions), 2)[order], indices=edges[order])


def make_villages(junctions, generator):
    """Four fifths of the villages lie around junctions of roads, the others anywhere."""
    west, south, east, north = BOX
    near_count = int(VILLAGES * .8)
    near = (junctions[generator.integers(0, len(junctions), near_count)]
            + generator.normal(0, 500, (near_count, 2)))
    far = generator.uniform([west, south], [east, north], (VILLAGES - near_count, 2))
    places = np.concatenate([near, far])
    places = np.round(np.clip(places, [west + 1, south + 1], [east - 1, north - 1]), 2)
    people = generator.lognormal(5.6, .8, VILLAGES).astype(np.int32)
    return gpd.GeoDataFrame(
        dict(village_id=np.arange(VILLAGES), pop=people),
        geometry=gpd.points_from_xy(*places.T), crs=CRS)
