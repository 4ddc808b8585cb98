#!/usr/bin/env python3
"""Runs commands in turn (A B A B …) and prints their medians and ratios as a Markdown table.

    compare.py --runs 5 "upland=upland forest-cover plan.yaml --by commune -o out.geojson" \\
        "exactextract=python3 w1_exactextract.py landcover.tif communes.gpkg out.csv"

Each command is measured as a whole process: wall time, CPU of all threads and children, and the
peak memory of its largest process, as the kernel counts them (wait4). One round before the others
warms the file cache and is not counted. Only ratios of one run count, and of a quiet machine: the
load before the first round is printed. The first command is what the others are compared with.
"""

import argparse
import datetime
import os
import pathlib
import platform
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass


@dataclass
class Run:
    """What one process cost."""

    wall: float         # s
    cpu: float          # s, user and system
    peak: float         # MiB
    output: str


def measure(command, accepted):
    """Runs `command` to its end.

    Raises RuntimeError with the end of what it printed where its exit is none of those accepted.
    """
    with tempfile.TemporaryFile() as sink:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, stdin=subprocess.DEVNULL, stdout=sink, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        sink.seek(0)
        output = sink.read().decode(errors="replace")
    if process.returncode not in accepted:
        raise RuntimeError(
            f"{shlex.join(command)}: exit {process.returncode}\n{output[-2000:]}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output)


def alternate(commands, runs, accepted):
    """The runs of each command, after one round that is not counted."""
    results = {name: [] for name in commands}
    for number in range(-1, runs):
        for name, command in commands.items():
            run = measure(command, accepted)
            print(f"  {number + 1}/{runs} {name}: {run.wall:.2f} s", file=sys.stderr)
            if number >= 0:
                results[name].append(run)
    return results


def table(results):
    """The medians, the span of the wall times, and the ratios to the first command."""
    def median(name, field):
        return statistics.median(getattr(run, field) for run in results[name])

    first = next(iter(results))
    lines = [
        "| command | wall s | least – greatest | CPU s | peak MiB | wall ratio | CPU ratio |",
        "|---|--:|--:|--:|--:|--:|--:|"]
    for name, runs in results.items():
        walls = [run.wall for run in runs]
        lines.append(
            f"| {name} | {median(name, 'wall'):.2f} | {min(walls):.2f} – {max(walls):.2f}"
            f" | {median(name, 'cpu'):.2f} | {median(name, 'peak'):.0f}"
            f" | {median(name, 'wall') / median(first, 'wall'):.2f}"
            f" | {median(name, 'cpu') / median(first, 'cpu'):.2f} |")
    return "\n".join(lines)


def machine():
    """Processor, memory, kernel and date in one line."""
    processor = platform.processor() or platform.machine()
    information = pathlib.Path("/proc/cpuinfo")
    if information.exists():
        for line in information.read_text().splitlines():
            if line.startswith("model name"):
                processor = line.split(":", 1)[1].strip()
                break
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (f"{processor}, {os.cpu_count()} cores, {memory:.0f} GiB, {platform.system()}"
            f" {platform.release()}, {datetime.date.today().isoformat()}")


def named(argument):
    """`name=command` as name and words."""
    name, separator, command = argument.partition("=")
    words = shlex.split(command)
    if not separator or not name or not words:
        raise argparse.ArgumentTypeError(f"'{argument}' is not name=command")
    return name, words


def main():
    """Measures what the command line names."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5, help="counted rounds (5)")
    parser.add_argument(
        "--accept", type=int, action="append", default=[0], metavar="EXIT",
        help="an exit that is no failure beside 0; may be repeated")
    parser.add_argument("commands", nargs="+", type=named, metavar="name=command")
    options = parser.parse_args()
    if options.runs < 1:
        parser.error("at least one round")
    commands = dict(options.commands)
    if len(commands) < len(options.commands):
        parser.error("two commands have one name")
    load = os.getloadavg()[0]
    try:
        results = alternate(commands, options.runs, options.accept)
    except (OSError, RuntimeError) as error:
        sys.exit(f"compare.py: {error}")
    print(f"{machine()}; {options.runs} runs each after a warm-up; load before: {load:.2f}\n")
    print(table(results))
    figures = [
        (name, line.strip()) for name, runs in results.items()
        for line in runs[-1].output.splitlines() if "=" in line and not line.startswith(" ")]
    if figures:
        print()
        for name, line in figures:
            print(f"- {name}: {line}")


if __name__ == "__main__":
    main()
