"""Areas of small rings of Fixtures/geodesic-areas.json with 40 digits.

geodesic.h loses some 2e-5 m² an edge by rounding, which is 1e-7 of a ring of 143 m². Here each edge is
found by shooting along the geodesic equation (Runge and Kutta's method, eight steps), and the area
between it and the equator by Boole's rule; at these lengths both are exact to 1e-15.

Run: python Tests/Oracles/geodesic_areas_exact.py   (mpmath 1.3.0 or later)
"""
import json
import pathlib

import mpmath
from mpmath import atanh, cos, mp, mpf, nstr, pi, sin, sqrt

mp.dps = 40
EQUATORIAL = mpf(6378137)
FLATTENING = 1 / mpf("298.257223563")
SQUARED = FLATTENING * (2 - FLATTENING)
POLAR = EQUATORIAL * (1 - FLATTENING)
RADIANS = pi / 180
STEPS = 8
LARGEST = 30_000  # m²; every edge is some hundred metres at most


def strip(latitude):
    s = sin(latitude)
    e = sqrt(SQUARED)
    return POLAR**2 / 2 * (s / (1 - SQUARED * s * s) + atanh(e * s) / e)


def turn(latitude, slope):
    s, c = sin(latitude), cos(latitude)
    w = 1 - SQUARED * s * s
    meridian = EQUATORIAL * (1 - SQUARED) / w / sqrt(w)
    parallel = EQUATORIAL * c / sqrt(w)
    change = 3 * meridian * SQUARED * s * c / w
    return -(change / meridian + 2 * meridian * s / parallel) * slope**2 - parallel * s / meridian


def step(p, q, h):
    k1 = (q, turn(p, q))
    k2 = (q + h / 2 * k1[1], turn(p + h / 2 * k1[0], q + h / 2 * k1[1]))
    k3 = (q + h / 2 * k2[1], turn(p + h / 2 * k2[0], q + h / 2 * k2[1]))
    k4 = (q + h * k3[1], turn(p + h * k3[0], q + h * k3[1]))
    return tuple(
        old + h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]) for i, old in enumerate((p, q))
    )


def below(start, end):
    (x1, y1), (x2, y2) = [[mpf(value) * RADIANS for value in place] for place in (start, end)]
    if x1 == x2:
        return mpf(0)
    h = (x2 - x1) / STEPS

    def shoot(slope):
        latitudes, p, q = [y1], y1, slope
        for _ in range(STEPS):
            p, q = step(p, q, h)
            latitudes.append(p)
        return latitudes

    slopes = [(y2 - y1) / (x2 - x1)]
    slopes.append(slopes[0] + mpf(10) ** -12)
    misses = [shoot(slope)[-1] - y2 for slope in slopes]
    for _ in range(6):
        if misses[-1] == misses[-2]:
            break
        slopes.append(
            slopes[-1] - misses[-1] * (slopes[-1] - slopes[-2]) / (misses[-1] - misses[-2])
        )
        misses.append(shoot(slopes[-1])[-1] - y2)
    v = [strip(latitude) for latitude in shoot(slopes[-1])]
    weights = (7, 32, 12, 32, 7)
    return sum(
        2 * h / 45 * sum(w * v[k + i] for i, w in enumerate(weights)) for k in range(0, STEPS, 4)
    )


def area(ring):
    return abs(sum(below(p, ring[(i + 1) % len(ring)]) for i, p in enumerate(ring)))


folder = pathlib.Path(__file__).parent.parent / "PROJKitTests" / "Fixtures"
record = json.loads((folder / "geodesic-areas.json").read_text())
found = {}
for entry in record["areas"]:
    if entry["square_metres"] < LARGEST:
        total = sum(
            area(rings[0]) - sum(map(area, rings[1:]), mpf(0)) for rings in entry["polygons"]
        )
        found[entry["name"]] = float(nstr(total, 18))
result = {"program": f"mpmath {mpmath.__version__}", "square_metres": found}
(folder / "geodesic-areas-exact.json").write_text(json.dumps(result, indent=1) + "\n")
