#!/usr/bin/env python3
"""Runs every notebook of Notebooks/ from start to end and fails on the first error in each.

A notebook is kept without outputs, so that what a reader sees is what the code of today makes and
a change shows as a change of text. It finds the program to run in the variable UPLAND and works in
Notebooks/, as it does in Jupyter.

    UPLAND=.build/debug/upland .venv/bin/python Scripts/run-notebooks.py [--output DIR] [NAME...]

With --output the notebooks are also written to DIR with what they showed. All share one `upland run`
of the sample, in a folder that goes when they are done.
"""

import argparse
import os
import pathlib
import re
import sys
import tempfile
import time

# The kernel is this Python and no other that the user may have set up.
os.environ["JUPYTER_PREFER_ENV_PATH"] = "1"

import nbformat  # noqa: E402
from nbclient import NotebookClient  # noqa: E402
from nbclient.exceptions import CellExecutionError, CellTimeoutError  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent
SECONDS_A_CELL = 600


def stored_results(notebook):
    """The numbers (from 1) of the code cells that were stored with a result."""
    return [
        number
        for number, cell in enumerate(notebook.cells, start=1)
        if cell.cell_type == "code" and (cell.outputs or cell.execution_count is not None)
    ]


def problem_with(path, output):
    """What is wrong with the notebook at `path`, or None. Writes the run to `output` if given."""
    notebook = nbformat.read(path, as_version=4)
    try:
        nbformat.validate(notebook)
    except nbformat.ValidationError as error:
        return f"is no valid notebook: {error.message}"
    cells = stored_results(notebook)
    if cells:
        return f"is stored with results in cells {cells}; clear them before the commit"
    if not any(cell.cell_type == "code" and cell.source.strip() for cell in notebook.cells):
        return "holds no code"
    client = NotebookClient(
        notebook,
        timeout=SECONDS_A_CELL,
        kernel_name="python3",
        resources={"metadata": {"path": str(path.parent)}},
        startup_timeout=180,
    )
    try:
        client.execute()
    except CellExecutionError as error:
        return "fails:\n" + re.sub(r"\x1b\[[0-9;]*m", "", str(error))
    except CellTimeoutError:
        return f"has a cell that takes more than {SECONDS_A_CELL} s"
    except RuntimeError as error:
        return f"has no living kernel: {error}"
    finally:
        if output:
            output.mkdir(parents=True, exist_ok=True)
            nbformat.write(notebook, output / path.name)
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--output", type=pathlib.Path, help="folder for the notebooks with results")
    parser.add_argument("names", nargs="*", help="only these notebooks")
    arguments = parser.parse_args()

    upland = os.environ.get("UPLAND")
    if not upland or not os.access(upland, os.X_OK):
        sys.exit(f"UPLAND must name the built program; it is {upland!r} (make build)")
    os.environ["UPLAND"] = str(pathlib.Path(upland).resolve())

    paths = sorted((ROOT / "Notebooks").glob("*.ipynb"))
    if arguments.names:
        paths = [path for path in paths if path.name in arguments.names or path.stem in arguments.names]
    if not paths:
        sys.exit("no notebook to run")

    failures = 0
    with tempfile.TemporaryDirectory(prefix="upland-notebooks-") as study:
        os.environ["UPLAND_NOTEBOOK_STUDY"] = study
        for path in paths:
            began = time.monotonic()
            problem = problem_with(path, arguments.output)
            print(f"{path.name}: {problem or 'ok'} ({time.monotonic() - began:.1f} s)", flush=True)
            failures += problem is not None
    if failures:
        sys.exit(f"{failures} of {len(paths)} notebooks failed")


if __name__ == "__main__":
    main()
