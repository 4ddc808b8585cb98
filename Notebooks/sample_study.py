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

    Both lie in a temporary folder that `close()`, or the end of Python, removes. Where the variable
    UPLAND_NOTEBOOK_STUDY names a folder they lie in that one and stay: the notebooks that are run one
    after the other ask the program once.
    """

    def __init__(self):
        self.program = program()
        # What a notebook makes for itself, beside the study that it may share with others.
        self._own = tempfile.TemporaryDirectory(prefix="upland-notebook-")
        self.own = pathlib.Path(self._own.name)
        shared = os.environ.get("UPLAND_NOTEBOOK_STUDY")
        self.folder = pathlib.Path(shared) if shared else self.own
        self.sample = self.folder / "sample"
        self.result = self.folder / "result"
        said = self.folder / "messages.txt"
        if not said.exists():
            messages = self.upland("sample", "-o", "sample")
            messages += self.upland("run", "sample/plan.yaml", "-o", "result", "--lang", "en")
            # Last, so that a run that was cut short is not taken for a whole one.
            said.write_text(messages, encoding="utf-8")
        self.messages = said.read_text(encoding="utf-8")
        self.run = json.loads((self.result / "run.json").read_text(encoding="utf-8"))

    def upland(self, *arguments: str) -> str:
        """The command and what it says on standard error; an exit code other than 0 is an error.

        It runs in the study's folder.
        """
        command = f"upland {' '.join(map(str, arguments))}"
        done = subprocess.run(
            [self.program, *map(str, arguments)],
            cwd=self.folder,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        if done.returncode:
            raise SampleStudyError(f"`{command}` ended with {done.returncode}:\n{done.stderr}")
        return f"$ {command}\n{done.stderr}"

    @property
    def source_line(self) -> str:
        """The first line at the foot of every picture."""
        return (
            f"Source: built-in sample of Upland {self.run['tool']['version']}, made-up data, no real"
            f" place. Units as of {self.run['plan']['vintage']}."
        )

    @functools.cached_property
    def records(self) -> dict:
        """What run.json says of each layer, by the layer's name."""
        return {record["name"]: record for record in self.run["layers"]}

    def totals(self, layer: str) -> dict:
        """The totals of the whole study for a layer, as run.json has them."""
        return self.records[layer]["study_totals"]

    def layer(self, name: str) -> geopandas.GeoDataFrame:
        """A layer as it was written, once its bytes are those that run.json speaks of."""
        return geopandas.read_file(self._checked(self.records[name]))

    def raster(self, name: str) -> pathlib.Path:
        """The path of a raster, once its bytes are those that run.json speaks of."""
        records = {record["name"]: record for record in self.run["rasters"]}
        return self._checked(records[name])

    def _checked(self, record: dict) -> pathlib.Path:
        """The file of a layer or raster, or an error where it is another than run.json describes."""
        path = self.result / record["path"]
        if hashlib.sha256(path.read_bytes()).hexdigest() != record["sha256"]:
            raise SampleStudyError(f"{path.name} is not the file that run.json describes")
        return path

    def close(self):
        """Removes what this notebook made; a shared study is its owner's to remove."""
        self._own.cleanup()
