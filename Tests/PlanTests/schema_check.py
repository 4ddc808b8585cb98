"""Validates plans against GeoData/schema/plan.schema.json, as an editor would.

    python3 Tests/PlanTests/schema_check.py

needs the packages jsonschema and PyYAML. Checked are the plans that fix the grammar, the sample's,
and the cases of this folder: those without an expected problem must be valid, and of the others
those whose fault a schema can see must not be.
"""

import json
import pathlib
import sys

import jsonschema
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]
CASES = ROOT / "Tests" / "PlanTests" / "Cases"
PLANS = [
    ROOT / "GeoData" / "sample" / "plan.yaml",
    ROOT.parent / "shared" / "studies" / "andorra" / "plan.yaml",
    ROOT.parent / "shared" / "studies" / "quang-ngai" / "plan.yaml",
    ROOT.parent / "shared" / "perf" / "plan.yaml",
]
# Faults that lie between two places of a plan, or in how it is written, which a schema cannot see.
BEYOND_SCHEMA = {
    "accessibility-without-terrain",
    "restoration-bare-classes",
    "dissolve", "doubled-keys", "encoding-utf16", "hardened-and-unhardened", "level-names", "made-names",
    "pairwise-not-reciprocal", "weights-all-zero",
}


class PlanLoader(yaml.SafeLoader):
    """YAML as the schema sees it: dates stay text."""


PlanLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def problems(validator, path):
    """The first problem that the schema finds in a plan; None where it finds none."""
    plan = yaml.load(path.read_bytes(), PlanLoader)
    error = jsonschema.exceptions.best_match(validator.iter_errors(plan))
    return error and f"{error.json_path}: {error.message}"


def main():
    schema = json.loads((ROOT / "GeoData" / "schema" / "plan.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    failures = 0
    for path in PLANS:
        if not path.exists():
            print(f"absent   {path.name} in {path.parent.name}")
            continue
        found = problems(validator, path)
        failures += found is not None
        print(f"{'INVALID' if found else 'valid  '}  {path.parent.name}: {found or ''}")
    for case in sorted(CASES.iterdir()):
        expected = (case / "expected.txt").read_text("utf-8")
        try:
            found = problems(validator, case / "plan.yaml")
        except (yaml.YAMLError, UnicodeDecodeError):
            found = "not YAML"
        if case.name in BEYOND_SCHEMA and found is None:
            continue
        if bool(found) != bool(expected):
            failures += 1
            print(f"DIFFERS  {case.name}: schema: {found}; reader: {expected or None}")
    print(f"{failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
