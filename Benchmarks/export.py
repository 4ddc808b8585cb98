#!/usr/bin/env python3
"""Communes as GeoJSON by RFC 7946: `upland export` beside GDAL's ogr2ogr, with twice the polygons.

Makes communes in these numbers over the measured workload's land (Workload/units.py), runs both programs in turn after
a round that is not counted, and prints a table of Markdown with medians: seconds, memory, the size of what was written.

    python3 Benchmarks/export.py FOLDER --upland .build/release/upland [--runs 3] [--communes 10000 …]

Python with the packages of Workload/requirements.txt, ogr2ogr and GNU time. What was made is used again.

They do not do the same. Both read a GeoPackage in UTM, project it, write RFC 7946. Upland also computes each unit's area
on the ellipsoid, judges every ring before and after rounding, gives ids, rounds to 6 decimals where ogr2ogr
writes 7 unless it is told (the second row of it), and writes run.json with digests of source and result. ogr2ogr copies
all columns (4; Upland writes 8 of its own), and keeps nothing: Upland holds the units, because other layers need them.
"""

import argparse
import multiprocessing
import pathlib
import statistics
import sys

from compare import measure

PLAN = """upland: 1
units:
  - {{level: commune, source: communes-{count}.gpkg, code: code, name: name}}
"""


def make(base, count):
    """Makes communes; in a process of its own, because a child's peak memory is at least its parent's when it began."""
    sys.path.insert(0, str(pathlib.Path(__file__).parent / "Workload"))
    from frame import BOX, SEED
    from units import write_communes

    write_communes(base, count, BOX, SEED)


def commands(folder, upland, count):
    """The commands by name, and the file that each writes."""
    out = folder / f"export-{count}"
    source = folder / f"communes-{count}.gpkg"
    plan = folder / f"plan-units-{count}.yaml"
    plan.write_text(PLAN.format(count=count))
    seven, six = folder / f"ogr7-{count}.geojson", folder / f"ogr6-{count}.geojson"
    ogr2ogr = ["ogr2ogr", "-f", "GeoJSON", "-lco", "RFC7946=YES"]
    return {
        "upland export --layer units-commune": (
            [upland, "export", str(plan), "--layer", "units-commune", "-q", "-o", str(out)],
            out / "units-commune.geojson"),
        "ogr2ogr -lco RFC7946=YES": ([*ogr2ogr, str(seven), str(source)], seven),
        "ogr2ogr … -lco COORDINATE_PRECISION=6": (
            [*ogr2ogr, "-lco", "COORDINATE_PRECISION=6", str(six), str(source)], six),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--upland", default=".build/release/upland")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--communes", type=int, nargs="+", default=[5_000, 10_000, 20_000])
    arguments = parser.parse_args()
    folder = arguments.folder.resolve()
    folder.mkdir(exist_ok=True, parents=True)
    for count in arguments.communes:
        if not (folder / f"communes-{count}.gpkg").exists():
            maker = multiprocessing.get_context("spawn").Process(target=make, args=(folder / f"communes-{count}", count))
            maker.start()
            maker.join()
    upland = str(pathlib.Path(arguments.upland).resolve())
    print("| communes | program | wall s | least – greatest | CPU s | peak MiB | written, MB | wall ratio |")
    print("|--:|---|--:|--:|--:|--:|--:|--:|")
    for count in arguments.communes:
        found = {}
        for run in range(-1, arguments.runs):
            for name, (command, written) in commands(folder, upland, count).items():
                if written.suffix == ".geojson" and written.parent == folder:
                    # GDAL's driver does not write over a file.
                    written.unlink(missing_ok=True)
                result = measure(command, [0])
                if run >= 0:
                    found.setdefault(name, []).append((result, written.stat().st_size))
        first = None
        for name, results in found.items():
            walls = [run.wall for run, _ in results]
            wall = statistics.median(walls)
            first = first or wall
            cpu = statistics.median(run.cpu for run, _ in results)
            peak = statistics.median(run.peak for run, _ in results)
            print(f"| {count:,} | `{name}` | {wall:.2f} | {min(walls):.2f} – {max(walls):.2f} | {cpu:.2f} | {peak:.0f} |"
                  f" {results[0][1] / 1e6:.1f} | {wall / first:.2f} |", flush=True)


if __name__ == "__main__":
    main()
