#!/usr/bin/env python3
"""Writes the manual pages: upland.1 and one for each command, from what the program tells of itself.

    Scripts/make-manual.py PROGRAM FOLDER

In mdoc(7), section 1. The date in them is SOURCE_DATE_EPOCH, else that of the program's file, so that
the same program gives the same pages. Plain Python, without packages.
"""

import datetime
import json
import os
import pathlib
import re
import subprocess
import sys

LINE = 76  # bytes of an input line, which `mandoc -T lint` wants short
EXIT_CODES = [
    ("0", "Done. A target that is missed is a result, no failure."),
    ("1", "Done and written, but the data have faults: rows of tables are left unsettled, a check"
          " found errors, or a target named by a requirement is missed."),
    ("2", "Usage: an unknown command or option, a missing argument."),
    ("3", "Input: a fault in the plan, a file that is missing or cannot be read."),
    ("4", "Output: a file or folder that cannot be written."),
    ("5", "Internal: a fault of the program itself."),
]
ENVIRONMENT = [("NO_COLOR", "If set and not empty, tables have no colours.")]


def plain(text):
    """Text that no request of roff can hide in."""
    return text.replace("\\", "\\e")


def wrapped(text):
    """Lines of roff: a sentence begins a line, none is long, none begins with a control character."""
    lines = []
    for sentence in re.split(r"(?<=[.?!])\)?\s+(?=[A-ZÀ-Ỹ0-9-])", " ".join(text.split())):
        line = ""
        for word in plain(sentence).split(" "):
            if line and len(f"{line} {word}".encode()) > LINE:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}" if line else word
        lines.append(line)
    return [f"\\&{line}" if line[:1] in ".'" else line for line in lines if line]


def literal(lines):
    """A block that is shown as it stands."""
    shown = [f"\\&{plain(line)}" if line[:1] in ".'" else plain(line) for line in lines]
    return [".Bd -literal -offset indent", *shown, ".Ed"]


def parts_of(discussion):
    """The text of a discussion, and its lines of examples (those set in)."""
    text, examples = [], []
    for paragraph in (discussion or "").split("\n\n"):
        lines = paragraph.split("\n")
        if lines[0].strip() in ("Example:", "Examples:"):
            lines = lines[1:]
        if lines and all(line.startswith("  ") for line in lines):
            examples += [line[2:] for line in lines]
        elif lines and not paragraph.startswith("Exit codes:"):
            # Examples have a section of their own: what leads over to them has nothing to lead to.
            text.append(re.sub(r"[^.?!]*:$", "", " ".join(lines)).strip())
    return [paragraph for paragraph in text if paragraph], examples


def shown_arguments(command):
    return [
        argument for argument in command.get("arguments", [])
        if argument["shouldDisplay"] and argument.get("abstract")
    ]


def flags(argument):
    """The names of an option in mdoc: `Fl o`, `Fl -output`."""
    names = sorted(argument["names"], key=lambda name: name["kind"] == "long")
    return [
        f"Fl {'-' if name['kind'] == 'long' else ''}{name['name']}" for name in names
    ]


def synopsis(command):
    lines = []
    for argument in shown_arguments(command):
        if argument["kind"] == "positional":
            item = f"Ar {argument['valueName']}"
        else:
            item = flags(argument)[-1]
            item += f" Ar {argument['valueName']}" if argument["kind"] == "option" else ""
        lines.append(f".Op {item}" if argument["isOptional"] else f".{item}")
    return lines


def options(command):
    lines = [".Bl -tag -width Ds"]
    for argument in shown_arguments(command):
        if argument["kind"] == "positional":
            lines.append(f".It Ar {argument['valueName']}")
        else:
            item = " , ".join(flags(argument))
            item += f" Ar {argument['valueName']}" if argument["kind"] == "option" else ""
            lines.append(f".It {item}")
        lines += wrapped(argument["abstract"])
        values = argument.get("allValues")
        if values:
            lines += wrapped("One of " + ", ".join(values) + ".")
        if argument.get("defaultValue"):
            lines += wrapped(f"Without it: {argument['defaultValue']}.")
    return [*lines, ".El"]


def tagged(items, macro):
    lines = [".Bl -tag -width Ds"]
    for name, text in items:
        lines += [f".It {macro}{name}", *wrapped(text)]
    return [*lines, ".El"]


def page(command, date, program):
    """A page of the manual, as text."""
    main = command["commandName"] == program
    called = program if main else f"{program} {command['commandName']}"
    title = called.replace(" ", "-")
    text, examples = parts_of(command.get("discussion"))
    # What the page is called by in a list: no sentence, so without a capital and a mark at the end.
    abstract = plain(command["abstract"].rstrip(".?").replace('"', "'"))
    abstract = abstract[:1].lower() + abstract[1:]
    others = [
        f"{program}-{other['commandName']}" for other in command.get("subcommands", [])
        if other["commandName"] != "help"
    ]
    lines = [f".Dd {date:%B} {date.day}, {date.year}", f".Dt {title.upper()} 1", ".Os",
             ".Sh NAME", f".Nm {title}", f".Nd {abstract}", ".Sh SYNOPSIS", f".Nm {called}"]
    lines += [".Ar command", ".Op Ar options"] if main else synopsis(command)
    lines.append(".Sh DESCRIPTION")
    for index, paragraph in enumerate(text or [command["abstract"]]):
        lines += [".Pp"] * (index > 0) + wrapped(paragraph)
    if main:
        lines += [".Pp", "The commands, each with a page of its own:"]
        lines += tagged(
            [(other["commandName"], other["abstract"]) for other in command["subcommands"]
             if other["commandName"] != "help"], "Cm ")
    if shown_arguments(command):
        lines += [".Pp", "The options:", *options(command)]
    lines += [".Sh ENVIRONMENT", *tagged(ENVIRONMENT, "Ev ")]
    lines += [".Sh EXIT STATUS", *tagged(EXIT_CODES, "")]
    if examples:
        lines += [".Sh EXAMPLES", *literal(examples)]
    related = sorted(others) if main else [program]
    lines.append(".Sh SEE ALSO")
    lines += [f".Xr {name} 1{' ,' if name != related[-1] else ''}" for name in related]
    return "\n".join(lines) + "\n"


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    program, folder = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    dump = subprocess.run(
        [program.resolve(), "--experimental-dump-help"], capture_output=True, check=True
    )
    command = json.loads(dump.stdout)["command"]
    name = command["commandName"]
    epoch = int(os.environ.get("SOURCE_DATE_EPOCH") or program.stat().st_mtime)
    date = datetime.datetime.fromtimestamp(epoch, datetime.timezone.utc)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.1").write_text(page(command, date, name), encoding="utf-8")
    for child in command["subcommands"]:
        if child["commandName"] != "help":
            path = folder / f"{name}-{child['commandName']}.1"
            path.write_text(page(child, date, name), encoding="utf-8")


if __name__ == "__main__":
    main()
