"""Runs `upland` on the built-in sample for a notebook, and reads what it wrote."""

import functools
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import tempfile

import geopandas

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent


class SampleStudyError(Exception):
    """There is no program to run, or it did not do what it was asked."""


def program() -> str:
    """The `upland` to run: the one that UPLAND names, else the one on PATH, else the one built here.

    A wrong UPLAND is an error and not passed over: figures of another program than the one that was
    asked for would be worse than none.
    """
    named = os.environ.get("UPLAND")
    if named:
        found = shutil.which(named)
        if not found:
            raise SampleStudyError(f"UPLAND is {named!r}, which is no program that can be run")
        return str(pathlib.Path(found).absolute())
    built = [str(REPOSITORY / ".build" / kind / "upland") for kind in ("release", "debug")]
    for candidate in ("upland", *built):
        found = shutil.which(candidate)
        if found:
            return str(pathlib.Path(found).absolute())
    raise SampleStudyError(
        "no upland found: run `make build` in the repository, or set UPLAND to the program"
    )


class SampleStudy:
    """The sample's files in `sample/` and the results of `upland run` in `result/`.

    Both lie in a temporary folder that `close()`, or the end of Python, removes.
    """

    def __init__(self):
        self._folder = tempfile.TemporaryDirectory(prefix="upland-notebook-")
        self.folder = pathlib.Path(self._folder.name)
        self.sample = self.folder / "sample"
        self.result = self.folder / "result"
        self.program = program()
        self.messages = self._upland("sample", "-o", "sample")
        self.messages += self._upland("run", "sample/plan.yaml", "-o", "result")
        self.run = json.loads((self.result / "run.json").read_text(encoding="utf-8"))

    def _upland(self, *arguments: str) -> str:
        """What the program says on standard error; an exit code other than 0 is an error."""
        command = f"upland {' '.join(arguments)}"
        done = subprocess.run(
            [self.program, *arguments],
            cwd=self.folder,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        if done.returncode:
            raise SampleStudyError(f"`{command}` ended with {done.returncode}:\n{done.stderr}")
        return f"$ {command}\n{done.stderr}"

    @functools.cached_property
    def records(self) -> dict:
        """What run.json says of each layer, by the layer's name."""
        return {record["name"]: record for record in self.run["layers"]}

    def totals(self, layer: str) -> dict:
        """The totals of the whole study for a layer, as run.json has them."""
        return self.records[layer]["study_totals"]

    def layer(self, name: str) -> geopandas.GeoDataFrame:
        """A layer as it was written, once its bytes are those that run.json speaks of."""
        record = self.records[name]
        path = self.result / record["path"]
        if hashlib.sha256(path.read_bytes()).hexdigest() != record["sha256"]:
            raise SampleStudyError(f"{path.name} is not the file that run.json describes")
        return geopandas.read_file(path)

    def close(self):
        """Removes the temporary folder."""
        self._folder.cleanup()
