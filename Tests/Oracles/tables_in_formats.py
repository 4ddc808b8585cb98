"""Writes one made-up table in every format that `upland join` reads, for Tests/CommandTests.

    python -m venv v && v/bin/pip install openpyxl==3.1.5 odfpy==1.4.1
    v/bin/python Tests/Oracles/tables_in_formats.py Tests/CommandTests/Fixtures/tables

Each writer is another program's: openpyxl, odfpy, SQLite, Python's and glibc's codecs. Only VNI, which
neither knows, is written from a table here.
"""

import csv
import io
import sqlite3
import struct
import subprocess
import sys
import unicodedata
import zipfile
from pathlib import Path

from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P, S
from openpyxl import Workbook

COMMENT = "# Số liệu bịa ra để thử"
TITLE = "Bảng 1. Dân số và diện tích"
FIELDS = ["ma_xa", "ten_xa", "dan_so", "dien_tich", "ty_le", "mat_do"]
# Numbers as people write them in Viet Nam, and as a machine holds them. Shares are of 1.
ROWS = [
    (["", "Tổng số", "2.170.025", "1.200,06", "", ""], [None, "Tổng số", 2170025, 1200.06, None, None]),
    (["00101", "1. Xã Ba Tơ", "2.161.755", "1.137,56", "25%", "1,137"], ["00101", "1. Xã Ba Tơ", 2161755, 1137.56, 0.25, 1.137]),
    (["00102", "2. Xã Ba Tô", "1.137", "0,5", "12,5%", "-"], ["00102", "2. Xã Ba Tô", 1137, 0.5, 0.125, None]),
    (["00103", "TT. Sơn\u00a0Hà", "7.133", "62", "…", "0,07"], ["00103", "TT. Sơn\u00a0Hà", 7133, 62, None, 0.07]),
    (["00104", "Xã Đắk  Thuỷ", "-", "-", "7%", "(1.000)"], ["00104", "Xã Đắk  Thuỷ", None, None, 0.07, -1000]),
    (["00105", "Ba To", "0", "0", "0%", "0"], ["00105", "Ba To", 0, 0, 0, 0]),
]
TEXTS = [text for text, _ in ROWS]
TYPED = [typed for _, typed in ROWS]

# A header of two rows: a group over its years, as yearbooks print it.
GROUPED_TITLE = "Bảng 2. Dân số và hộ nghèo chia theo xã"
GROUPED = [
    ["Mã", "Xã", "Dân số", None, "Hộ nghèo", None, "Ghi chú"],
    [None, None, 2016, 2017, 2016, 2017, None],
]
# Ranges of those two rows: row, column, rows, columns.
GROUPED_SPANS = [(0, 0, 2, 1), (0, 1, 2, 1), (0, 2, 1, 2), (0, 4, 1, 2), (0, 6, 2, 1)]
GROUPED_ROWS = [
    ["00101", "Xã Ba Tơ", 100, 110, 10, 9, None],
    ["00102", "Xã Ba Tô", 200, 220, 20, 18, None],
]


def delimited(separator, rows, end="\n"):
    out = io.StringIO()
    csv.writer(out, delimiter=separator, lineterminator=end).writerows(rows)
    return out.getvalue()


def document(separator=";", end="\n"):
    title = [TITLE] + [""] * (len(FIELDS) - 1)
    return COMMENT + end + delimited(separator, [title, FIELDS] + TEXTS, end)


def cp1258(text):
    out = b""
    for letter in text:
        try:
            out += letter.encode("cp1258")
        except UnicodeEncodeError:
            # A letter without its tone has a byte; the tone stands behind it.
            parts = unicodedata.normalize("NFD", letter)
            tone = [part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323"]
            base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tone))
            out += base.encode("cp1258") + "".join(tone).encode("cp1258")
    return out


def tcvn3(text):
    text = text.replace("…", "...")
    return subprocess.run(
        ["iconv", "-f", "UTF-8", "-t", "TCVN5712-1"], input=text.encode(), check=True, capture_output=True
    ).stdout


VNI_MARKS = {
    ("", "\u0300"): 0xF8, ("", "\u0309"): 0xFB, ("", "\u0303"): 0xF5, ("", "\u0301"): 0xF9, ("", "\u0323"): 0xEF,
    ("\u0302", ""): 0xE2, ("\u0302", "\u0300"): 0xE0, ("\u0302", "\u0309"): 0xE5, ("\u0302", "\u0303"): 0xE3,
    ("\u0302", "\u0301"): 0xE1, ("\u0302", "\u0323"): 0xE4,
    ("\u0306", ""): 0xEA, ("\u0306", "\u0301"): 0xE9, ("\u0306", "\u0300"): 0xE8,
}
VNI_LETTERS = {"ơ": 0xF4, "ư": 0xF6, "đ": 0xF1, "í": 0xED, "ì": 0xEC, "ỉ": 0xE6, "ĩ": 0xF3, "ị": 0xF2, "ỵ": 0xEE}


def vni(text):
    out = bytearray()
    for letter in text.replace("…", "..."):
        upper = 0x20 if letter.isupper() else 0
        if letter.lower() in VNI_LETTERS:
            out.append(VNI_LETTERS[letter.lower()] - upper)
        elif ord(letter) <= 0xA0:
            out.append(ord(letter))
        else:
            base, *marks = unicodedata.normalize("NFD", letter)
            shape = "".join(mark for mark in marks if mark in "\u0302\u0306")
            tone = "".join(mark for mark in marks if mark not in "\u0302\u0306\u031b")
            out.append(VNI_LETTERS["ơ" if base == "o" else "ư"] if "\u031b" in marks else ord(base))
            out.append(VNI_MARKS[shape, tone] - upper)
    return bytes(out)


def escapes(text):
    return "".join(letter if ord(letter) < 0x7F else f"\\u{ord(letter):04x}" for letter in text).encode()


def dbf(path, columns, rows, encode):
    """dBASE III: C fields of bytes, N fields of digits."""
    sizes = [
        (name, kind, max([1] + [len(encode(value)) if kind == "C" else len(value) for value in values]), decimals)
        for (name, kind, decimals), values in zip(columns, zip(*rows))
    ]
    record = 1 + sum(size for _, _, size, _ in sizes)
    head = struct.pack("<BBBBIHH20x", 3, 126, 1, 1, len(rows), 33 + 32 * len(sizes), record)
    for name, kind, size, decimals in sizes:
        head += struct.pack("<11sc4xBB14x", name.encode(), kind.encode(), size, decimals)
    body = b"".join(
        b" " + b"".join(
            encode(value).ljust(size) if kind == "C" else value.encode().rjust(size)
            for value, (_, kind, size, _) in zip(row, sizes)
        )
        for row in rows
    )
    path.write_bytes(head + b"\r" + body + b"\x1a")


def geopackage(path, types, rows):
    """A table of attributes, in the smallest pages that SQLite has."""
    base = sqlite3.connect(":memory:")
    base.execute("PRAGMA page_size=512")
    base.executescript("""
        PRAGMA application_id=1196444487;
        PRAGMA user_version=10300;
        CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT
          NOT NULL, organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
        INSERT INTO gpkg_spatial_ref_sys VALUES ('none', -1, 'NONE', -1, 'undefined', ''), ('none', 0, 'NONE', 0,
          'undefined', '');
        CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
          description TEXT, last_change TEXT NOT NULL, min_x, min_y, max_x, max_y, srs_id INTEGER);
        CREATE TABLE gpkg_geometry_columns (table_name TEXT PRIMARY KEY, column_name TEXT NOT NULL, geometry_type_name
          TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL);
        INSERT INTO gpkg_contents VALUES ('xa', 'attributes', 'xa', '', '2026-01-01T00:00:00.000Z', NULL, NULL, NULL,
          NULL, 0);
    """)
    columns = ", ".join(f"{name} {kind}" for name, kind in zip(FIELDS, types))
    base.execute(f"CREATE TABLE xa (fid INTEGER PRIMARY KEY, {columns})")
    base.executemany("INSERT INTO xa VALUES (NULL, ?, ?, ?, ?, ?, ?)", rows)
    base.commit()
    path.write_bytes(base.serialize())


def percent(row):
    return [value * 100 if index == 4 and value is not None else value for index, value in enumerate(row)]


def xlsx(path, rows, title, merges=(), percents=None):
    book = Workbook()
    sheet = book.active
    sheet.title = "Số liệu"
    sheet.append([title])
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(rows[0]))
    for row in rows:
        sheet.append([None if value == "" else value for value in row])
    for row, column, height, width in merges:
        sheet.merge_cells(
            start_row=row + 2, end_row=row + 1 + height, start_column=column + 1, end_column=column + width)
    if percents is not None:
        for cell in list(sheet.columns)[percents][2:]:
            cell.number_format = "0.0%"
    book.create_sheet("Sheet2")  # as empty as Excel makes them
    book.save(path)


def ods(path, rows, title, merges=(), percents=None):
    book = OpenDocumentSpreadsheet()
    table = Table(name="Số liệu")

    def cell(value, column, **spans):
        if value is None or value == "":
            return TableCell(**spans)
        if isinstance(value, str):
            made = TableCell(valuetype="string", **spans)
            made.addElement(P())
            # Spaces that follow each other are an element of their own.
            for index, part in enumerate(value.split("  ")):
                if index:
                    made.childNodes[0].addElement(S(c=2))
                made.childNodes[0].addText(part)
            return made
        kind = "percentage" if column == percents else "float"
        made = TableCell(valuetype=kind, value=repr(value), **spans)
        made.addElement(P(text=str(value)))
        return made

    first = TableRow()
    first.addElement(cell(title, -1, numbercolumnsspanned=len(rows[0])))
    first.addElement(CoveredTableCell(numbercolumnsrepeated=len(rows[0]) - 1))
    table.addElement(first)
    spans = {(row, column): (height, width) for row, column, height, width in merges}
    covered = {
        (row + down, column + right)
        for (row, column), (height, width) in spans.items()
        for down in range(height) for right in range(width) if down or right
    }
    for number, row in enumerate(rows):
        line = TableRow()
        for column, value in enumerate(row):
            if (number, column) in covered:
                line.addElement(CoveredTableCell())
            elif (number, column) in spans:
                height, width = spans[number, column]
                line.addElement(cell(value, column, numberrowsspanned=height, numbercolumnsspanned=width))
            else:
                line.addElement(cell(value, column))
        table.addElement(line)
    book.spreadsheet.addElement(table)
    book.save(path)


def main(folder):
    folder.mkdir(parents=True, exist_ok=True)
    for name, separator in [("comma", ","), ("semicolon", ";"), ("tab", "\t"), ("pipe", "|")]:
        (folder / f"{name}.csv").write_text(document(separator), encoding="utf-8", newline="")
    text = document(end="\r\n")
    for name, content in [
        ("bom", b"\xef\xbb\xbf" + text.encode()),
        ("utf16le", b"\xff\xfe" + text.encode("utf-16-le")),
        ("utf16be", b"\xfe\xff" + text.encode("utf-16-be")),
        ("windows-1258", cp1258(text)),
        ("tcvn3", tcvn3(text)),
        ("vni", vni(text)),
        ("escapes", escapes(text)),
    ]:
        (folder / f"{name}.csv").write_bytes(content)
    with zipfile.ZipFile(folder / "archive.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo("tables/comma.csv", (2026, 1, 1, 0, 0, 0)), document(","))
    xlsx(folder / "text.xlsx", [FIELDS] + TEXTS, TITLE)
    xlsx(folder / "typed.xlsx", [FIELDS] + TYPED, TITLE, percents=4)
    ods(folder / "text.ods", [FIELDS] + TEXTS, TITLE)
    ods(folder / "typed.ods", [FIELDS] + TYPED, TITLE, percents=4)
    strings = [(name, "C", 0) for name in FIELDS]
    dbf(folder / "utf8.dbf", strings, TEXTS, str.encode)
    (folder / "utf8.cpg").write_text("UTF-8")
    dbf(folder / "tcvn3.dbf", strings, TEXTS, tcvn3)
    numbers = [("C", 0), ("C", 0), ("N", 0), ("N", 2), ("N", 1), ("N", 3)]
    typed = [
        ["" if value is None else value if isinstance(value, str) else f"{value:.{decimals}f}"
         for value, (_, decimals) in zip(percent(row), numbers)]
        for row in TYPED
    ]
    dbf(folder / "typed.dbf", [(name, *kind) for name, kind in zip(FIELDS, numbers)], typed, str.encode)
    (folder / "typed.cpg").write_text("UTF-8")
    geopackage(folder / "text.gpkg", ["TEXT"] * 6, TEXTS)
    geopackage(folder / "typed.gpkg", ["TEXT", "TEXT", "INTEGER", "REAL", "REAL", "REAL"], map(percent, TYPED))

    blank = [["" if value is None else value for value in row] for row in GROUPED + GROUPED_ROWS]
    (folder / "grouped.csv").write_text(
        delimited(";", [[GROUPED_TITLE] + [""] * 6] + blank), encoding="utf-8", newline="")
    xlsx(folder / "grouped.xlsx", GROUPED + GROUPED_ROWS, GROUPED_TITLE, GROUPED_SPANS)
    ods(folder / "grouped.ods", GROUPED + GROUPED_ROWS, GROUPED_TITLE, GROUPED_SPANS)
    # Codes that somebody let the program take for numbers.
    codes = [["ma", "so"], [101, 5], [20102.0, 6], [20103, 7]]
    xlsx(folder / "number-codes.xlsx", codes, "Mã số")
    ods(folder / "number-codes.ods", codes, "Mã số")


main(Path(sys.argv[1]))
