#!/usr/bin/env python3
"""Holds Docs/commands to the program: a page a command, each with the options that it has.

    UPLAND=.build/debug/upland Scripts/command-pages.py [--write]

Between two comments a page has the synopsis and the options as the program itself tells them. Without
--write the script fails where a page is missing or tells something else; with it they are written anew.
"""

import json
import os
import pathlib
import re
import subprocess
import sys

PAGES = pathlib.Path(__file__).resolve().parent.parent / "Docs" / "commands"
BLOCK = re.compile(r"(?<=<!-- options -->\n).*?(?=<!-- end of options -->)", re.DOTALL)
HEADINGS = ["When to use it", "Synopsis", "Options", "Result", "Example", "Exit codes",
            "What it cannot do", "See also"]
# What every command has, told once in the table of commands.
EVERYWHERE = {"version", "help"}


def spelling(argument):
    """How an option is typed: `-o`, `--output <path>`."""
    names = sorted(argument["names"], key=lambda name: name["kind"] == "long")
    typed = ", ".join(
        f"`{'--' if name['kind'] == 'long' else '-'}{name['name']}`" for name in names
    )
    return typed + (f" `<{argument['valueName']}>`" if argument["kind"] == "option" else "")


def synopsis(command):
    """The line under "Synopsis"."""
    parts = ["upland", command["commandName"]]
    for argument in arguments_of(command):
        if argument["kind"] == "positional":
            part = f"<{argument['valueName']}>"
        else:
            part = f"--{argument['preferredName']['name']}"
            part += f" <{argument['valueName']}>" if argument["kind"] == "option" else ""
        part += " …" if argument["isRepeating"] else ""
        parts.append(f"[{part}]" if argument["isOptional"] else part)
    return " ".join(parts)


def arguments_of(command):
    return [
        argument for argument in command.get("arguments", [])
        if argument["shouldDisplay"]
        and not (argument["kind"] != "positional"
                 and argument["preferredName"]["name"] in EVERYWHERE)
    ]


def meaning(argument):
    """What an argument means, its values and its default."""
    text = argument.get("abstract", "").replace("|", "\\|").replace("<", "\\<")
    values = argument.get("allValues")
    if values:
        text += " One of " + ", ".join(f"`{value}`" for value in values) + "."
    default = argument.get("defaultValue")
    if default:
        text += f" (default: `{default}`)"
    return text


def generated(command):
    """The part of a page that the program tells."""
    lines = ["## Synopsis", "", f"    {synopsis(command)}", "", "## Options", "",
             "| option | meaning |", "|---|---|"]
    for argument in arguments_of(command):
        name = (f"`<{argument['valueName']}>`" if argument["kind"] == "positional"
                else spelling(argument))
        lines.append(f"| {name} | {meaning(argument)} |")
    return "\n".join(lines) + "\n"


def main():
    write = sys.argv[1:] == ["--write"]
    if sys.argv[1:] and not write:
        sys.exit(__doc__)
    upland = os.environ.get("UPLAND")
    if not upland or not os.access(upland, os.X_OK):
        sys.exit(f"UPLAND must name the built program; it is {upland!r} (make build)")
    dump = subprocess.run([upland, "--experimental-dump-help"], capture_output=True, check=True)
    commands = {
        command["commandName"]: command
        for command in json.loads(dump.stdout)["command"]["subcommands"]
        if command["commandName"] != "help"
    }
    faults = []
    listed = (PAGES / "README.md").read_text(encoding="utf-8")
    for name, command in commands.items():
        path = PAGES / f"{name}.md"
        if not path.exists():
            faults.append(f"Docs/commands/{name}.md is missing: `upland {name}` has no page")
            continue
        page = path.read_text(encoding="utf-8")
        if not BLOCK.search(page):
            faults.append(f"{path.name} has no place for its options (<!-- options -->)")
            continue
        wanted = BLOCK.sub(lambda _: generated(command), page)
        if wanted != page and write:
            path.write_text(wanted, encoding="utf-8")
        elif wanted != page:
            faults.append(f"{path.name} tells other options than `upland {name} --help`"
                          " (Scripts/command-pages.py --write)")
        headings = re.findall(r"^## (.*)$", wanted, re.MULTILINE)
        if headings != HEADINGS:
            faults.append(f"{path.name} has the headings {headings}, not {HEADINGS}")
        if f"({name}.md)" not in listed:
            faults.append(f"Docs/commands/README.md does not name {name}")
    for path in sorted(PAGES.glob("*.md")):
        if path.name != "README.md" and path.stem not in commands:
            # A page may come before its command, and then says so.
            if not path.read_text(encoding="utf-8").startswith(f"<!-- needs {path.stem} -->\n"):
                faults.append(f"{path.name} is about no command")
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{len(commands)} commands, {len(faults)} faults")
    sys.exit(bool(faults) or not commands)


if __name__ == "__main__":
    main()
