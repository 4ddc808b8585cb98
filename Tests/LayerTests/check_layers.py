"""Every layer of the sample and of the shared studies by two validators, its borders and its figures.

    UPLAND=.build/debug/upland .venv/bin/python Tests/LayerTests/check_layers.py [--keep DIR] [--self-test] [PLAN...]

1. geojson_rules: RFC 7946 and geojsonhint's rules, from the text.
2. shapely: every geometry is valid by the OGC's rules.
3. borders: units that touch have the same vertices there, exactly, and so says GEOS's check of coverages. A level
   that is dissolved has no edge that the level below has not; a unit is drawn alike in every layer.
4. figures: files as run.json tells them, sums as the study's totals, areas and lengths as the geometry has them, and
   all of it the same when GDAL reads it.

Before that, and by itself with --self-test, each of these rules is shown something that breaks it. Shared studies
lie beside the checkout and may be absent. Exit code 1 where there is a fault.
"""

import argparse
import concurrent.futures
import json
import os
import pathlib
import subprocess
import sys
import tempfile
from decimal import Decimal

import shapely

import borders
import figures
import geojson_rules
import self_test
from sources import Sources

ROOT = pathlib.Path(__file__).resolve().parents[2]
# The sample last: it takes longest to run, and the others are checked meanwhile.
PLANS = [
    ROOT.parent / "shared" / "studies" / "quang-ngai" / "plan.yaml",
    ROOT.parent / "shared" / "studies" / "andorra" / "plan.yaml",
    ROOT / "GeoData" / "sample" / "plan.yaml",
]
FAULTS_SHOWN = 5


class Study:
    """The layers of a plan, in a folder."""

    def __init__(self, plan, folder):
        self.name = plan.parent.name
        self.folder = folder
        self.sources = Sources(plan)
        self.run = json.loads((folder / "run.json").read_text("utf-8"), parse_float=Decimal)
        self.drawn = {}
        self.compared = {}
        self.edges = {}
        self.faults = 0
        self.layers = 0

    def check(self):
        written = {layer["path"]: layer for layer in self.run["layers"]}
        paths = sorted(self.folder.glob("*.geojson"))
        documents = [(path, path.read_bytes()) for path in paths]
        judged = [(path, data, *geojson_rules.judge(data)) for path, data in documents]
        villages = [root for path, _, root, _ in judged if path.stem == "villages" and root]
        self.all_placed = all(one["properties"]["unit"] for root in villages for one in root["features"])
        for path, data, root, faults in judged:
            told = ""
            if root is not None and not faults:
                told, faults = self.content(path, data, root, written.get(path.name))
            self.say(path.stem, told, faults)
        for path in set(written) - {path.name for path in paths}:
            self.say(path, "", [("missing", path)])
        for level, below in self.sources.dissolved():
            strange = self.edges[level] - self.edges[below]
            self.say(f"{level} of {below}", f"{len(self.edges[level])} edges",
                     [("dissolved", f"{len(strange)} edges that no {below} has")] if strange else [], counts=False)

    def content(self, path, data, root, written):
        """What is to be told of a layer that is good GeoJSON, and its faults."""
        features = root["features"]
        shapes = [
            None if one["geometry"] is None else shapely.from_geojson(json.dumps(one["geometry"], default=float))
            for one in features]
        faults = list(figures.validity(features, shapes))
        of_units = bool(features) and all(
            one["id"] == f"{one['properties'].get('level')}/{one['properties'].get('code')}" for one in features)
        told = [f"{len(features)} features", f"{len(shapely.get_coordinates(shapes))} positions"]
        areas = [one for one in features if one["geometry"] and "Polygon" in one["geometry"]["type"]]
        if of_units and areas:
            shared, found = self.borders(areas)
            faults += found
            told.append(shared)
        faults += figures.record(path.name, data, features, written)
        faults += figures.totals(features, (written or {}).get("study_totals"), of_units, self.all_placed)
        worst, found = figures.measures(features, shapes, of_units)
        faults += found
        if worst:
            told.append(f"measures within {worst:.0%} of what rounding allows")
        faults += figures.by_gdal(path, root)
        return ", ".join(told), faults

    def borders(self, features):
        """What is to be told of the borders of units, and where they differ although the units touch."""
        units = {
            one["id"]: [[geojson_rules.on_grid(point) for point in ring]
                        for ring in borders.rings_of(one["geometry"])]
            for one in features}
        faults = [
            ("drawn-otherwise", unit) for unit, rings in units.items() if self.drawn.setdefault(unit, rings) != rings]
        if faults or tuple(units) not in self.compared:
            found, shared = borders.compare(units)
            found |= borders.by_shapely(units)
            # What the source has itself is no fault of the layer's.
            known = found & self.sources.faults() if found else set()
            faults += [("border", f"{kind}: {place}") for kind, place in sorted(found - known)]
            told = f"{shared} edges shared" + (f", {len(known)} places differ as in the source" if known else "")
            self.compared[tuple(units)] = told, faults
            self.edges.setdefault(features[0]["properties"]["level"], borders.edges(units))
        return self.compared[tuple(units)]

    def say(self, layer, told, faults, counts=True):
        self.layers += counts
        self.faults += len(faults)
        print(f"{'FAULT' if faults else 'ok   '}  {self.name}  {layer}: {told}", flush=True)
        for rule, place in faults[:FAULTS_SHOWN]:
            print(f"         {rule}: {place}")
        if len(faults) > FAULTS_SHOWN:
            print(f"         … {len(faults)} in all")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--keep", type=pathlib.Path, help="keep the layers in this folder")
    parser.add_argument("--self-test", action="store_true", help="only show the rules what breaks them")
    parser.add_argument("plans", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    missed = self_test.run()
    if options.self_test or missed:
        return 1 if missed else 0
    program = os.environ.get("UPLAND", str(ROOT / ".build" / "debug" / "upland"))
    plans = []
    for plan in [plan.resolve() for plan in options.plans] or PLANS:
        if plan.exists():
            plans.append(plan)
        else:
            print(f"absent {plan.parent.name}")
    with tempfile.TemporaryDirectory(prefix="upland-layers-") as temporary:
        base = options.keep or pathlib.Path(temporary)

        def run(plan):
            folder = base / plan.parent.name
            done = subprocess.run([program, "run", plan, "-o", folder, "--quiet"])
            # 1: done, and rows of tables are unsettled.
            return folder if done.returncode in (0, 1) else None

        layers = faults = 0
        with concurrent.futures.ThreadPoolExecutor(len(PLANS)) as pool:
            for plan, folder in zip(plans, pool.map(run, plans)):
                if folder is None:
                    print(f"FAULT  {plan.parent.name}: upland run fails")
                    faults += 1
                    continue
                study = Study(plan, folder)
                study.check()
                layers += study.layers
                faults += study.faults
    print(f"{layers} layers, {faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
