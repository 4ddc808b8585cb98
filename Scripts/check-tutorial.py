#!/usr/bin/env python3
"""Runs every command of the tutorials as written, in an empty folder, and compares what is shown.

    UPLAND=.build/debug/upland Scripts/check-tutorial.py [--record] [--keep DIR] [PAGE...]

Pages are Docs/tutorial.md and Docs/huong-dan.md unless named. In a page

    ```console    holds commands behind "$ ", each with the output that it must have below it;
                  a line "…" stands for any number of lines
    ```sh         holds a piece of shell that must succeed; what it prints is not compared

A comment before a block says more: `<!-- exit 3 -->` the exit code of its last command (else 0),
`<!-- needs report -->` that it runs only where `upland --help` lists that command, `<!-- skip -->`
that it is not run. The commands see a terminal of 80 columns, no colours, the program as `upland` and
a `python3` with the packages of the tests; of a command's output the messages (standard error) come
first. With --record, output that differs and has no "…" is replaced by what came; read it before you
commit it.
"""

import argparse
import concurrent.futures
import fcntl
import os
import pathlib
import pty
import re
import struct
import subprocess
import sys
import tempfile
import termios
import threading

ROOT = pathlib.Path(__file__).resolve().parent.parent
PAGES = ["Docs/tutorial.md", "Docs/huong-dan.md"]
BLOCK = re.compile(r"((?:^<!-- [^\n]* -->\n)*)^```(console|sh)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SECONDS_A_COMMAND = 300


class Session:
    """A person at a terminal: commands one after the other, in one folder, with one `$?`."""

    def __init__(self, folder, program):
        self.folder = folder / "work"
        self.state = folder / "state"
        self.folder.mkdir(parents=True)
        self.state.mkdir()
        (self.state / "upland").symlink_to(program)
        self.directory = self.folder
        self.status = 0
        self.environment = {
            # The program first, then the Python that runs this and has geopandas.
            "PATH": f"{self.state}:{pathlib.Path(sys.executable).parent}:{os.environ['PATH']}",
            "HOME": str(self.folder),
            "LC_ALL": "C.UTF-8",
            "NO_COLOR": "1",
            "TERM": "xterm",
        }

    def run(self, command):
        """What the command writes: the messages, then what it prints. Sets `status`."""
        where = self.state / "directory"
        script = f"(exit {self.status})\n{command}\nstatus=$?\npwd > '{where}'\nexit $status\n"
        ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        printed = bytearray()
        reader = threading.Thread(target=drain, args=(ours, printed))
        reader.start()
        process = subprocess.Popen(
            ["bash", "-c", script], cwd=self.directory, env=self.environment,
            stdin=subprocess.DEVNULL, stdout=theirs, stderr=subprocess.PIPE,
        )
        os.close(theirs)
        try:
            _, messages = process.communicate(timeout=SECONDS_A_COMMAND)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            messages = f"no end after {SECONDS_A_COMMAND} s".encode()
        reader.join()
        os.close(ours)
        self.status = process.returncode
        if where.exists():
            self.directory = pathlib.Path(where.read_text().rstrip("\n"))
        text = messages.decode() + printed.decode().replace("\r\n", "\n")
        return [line.rstrip() for line in text.splitlines()]


def drain(terminal, into):
    """Reads a terminal until the last program has left it."""
    while True:
        try:
            read = os.read(terminal, 65536)
        except OSError:
            return
        if not read:
            return
        into += read


def steps_of(block):
    """The commands of a console block, each with the lines shown below it."""
    steps = []
    for line in block.splitlines():
        if line.startswith("$ "):
            steps.append([line[2:], []])
        elif steps and steps[-1][0].endswith("\\") and not steps[-1][1]:
            steps[-1][0] += "\n" + line
        elif steps:
            steps[-1][1].append(line.rstrip())
        else:
            raise SystemExit(f"a console block must begin with '$ ': {line}")
    return steps


def matches(shown, came):
    """Whether the lines that came are those shown, where "…" is any number of lines."""
    pattern = "".join("(?:.*\n)*?" if line == "…" else re.escape(line) + "\n" for line in shown)
    return re.fullmatch(pattern, "".join(line + "\n" for line in came)) is not None


def check(page, program, folder, record):
    """Runs a page. Returns how many commands ran, how many blocks were passed over, what is wrong."""
    text = page.read_text(encoding="utf-8")
    session = Session(folder, program)
    known = subprocess.run([program, "--help"], capture_output=True, text=True).stdout
    faults, count, passed, rewritten = [], 0, 0, []

    def fault(place, message, lines=()):
        line = text.count("\n", 0, place) + 1
        faults.append("\n    ".join([f"{page.name}:{line}: {message}", *lines]))

    for block in BLOCK.finditer(text):
        said, language, body = block.groups()
        needed = re.search(r"<!-- needs (\S+) -->", said)
        if "<!-- skip -->" in said:
            continue
        if needed and not re.search(rf"^  {needed[1]} ", known, re.MULTILINE):
            print(f"{page.name}: passed over what needs `upland {needed[1]}`")
            passed += 1
            continue
        expected = int((re.search(r"<!-- exit (\d+) -->", said) or [0, 0])[1])
        steps = steps_of(body) if language == "console" else [[body, None]]
        output = []
        for index, (command, shown) in enumerate(steps):
            came = session.run(command)
            count += 1
            wanted = expected if index == len(steps) - 1 else 0
            if session.status != wanted:
                fault(block.start(3), f"exit {session.status}, not {wanted}: {command}", came[-20:])
            if shown is not None and not matches(shown, came):
                if record and "…" not in shown:
                    shown = came
                else:
                    fault(block.start(3), f"other output of: {command}", came)
            output += ["$ " + command, *(shown or [])]
        if language == "console" and record:
            rewritten.append((block.span(3), "".join(line + "\n" for line in output)))
    for (start, end), new in reversed(rewritten):
        text = text[:start] + new + text[end:]
    if record:
        page.write_text(text, encoding="utf-8")
    return count, passed, faults


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--record", action="store_true", help="replace shown output that differs")
    parser.add_argument("--keep", type=pathlib.Path, help="an empty folder to work in, kept")
    parser.add_argument("pages", nargs="*", type=pathlib.Path, help="only these pages")
    arguments = parser.parse_args()
    upland = os.environ.get("UPLAND")
    if not upland or not os.access(upland, os.X_OK):
        sys.exit(f"UPLAND must name the built program; it is {upland!r} (make build)")
    program = pathlib.Path(upland).resolve()

    failed = False
    with tempfile.TemporaryDirectory(prefix="upland-tutorial-") as scratch:
        pages = arguments.pages or [ROOT / name for name in PAGES]
        base = arguments.keep or pathlib.Path(scratch)
        with concurrent.futures.ThreadPoolExecutor() as workers:
            results = workers.map(
                lambda page: check(page, program, base / page.stem, arguments.record), pages
            )
        for page, (count, passed, faults) in zip(pages, results):
            for line in faults:
                print(line, file=sys.stderr)
            print(f"{page.name}: {count} commands, {len(faults)} faults", flush=True)
            failed = failed or bool(faults) or count + passed == 0
    sys.exit(failed)


if __name__ == "__main__":
    main()
