"""Indicator tables as offices write them, with the troubles that a join has to survive.

A comment before the header, `;` between fields, decimal comma, thousands point, district titles and
totals among the rows, ordinals in front of names, two spellings of one name, TCVN3 text.
"""

import unicodedata

import numpy as np

from grid import generator
from names import VARIANTS

_TCVN3 = dict(zip(
    "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
    bytes.fromhex(
        "A1A2A3A4A5A6A7A8A9AAABACADAEB5B6B7B8B9BBBCBDBEC6C7C8C9CACBCCCECFD0D1D2D3D4D5D6D7D8DCDDDE"
        "DFE1E2E3E4E5E6E7E8E9EAEBECEDEEEFF1F2F3F4F5F6F7F8F9FAFBFCFDFE").decode("latin-1"),
    strict=True))


def tcvn3(text):
    """The bytes of TCVN 5712 (ABC fonts), read as Latin-1: how such text turns up in UTF-8 files.
    """
    return "".join(_TCVN3.get(c, c) for c in text)


def number(value, decimals=0):
    """1234.5 as 1.234,5, and a dash for nothing."""
    if value == 0:
        return "-"
    return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def village_rows(places):
    """Poor, near-poor and ethnic poor households, households on the grid and with clean water."""
    rng = generator("poverty")
    homes, ethnic = places["households"], places["ethnic_pct"] / 100
    hard = places["remote"] * 0.22 + (places["hardened"] != "yes") * 0.05
    odds = 0.03 + 0.24 * ethnic + hard + rng.normal(0, 0.03, len(homes))
    poor = rng.binomial(homes, np.clip(odds, 0.01, 0.8))
    near = rng.binomial(homes - poor, np.clip(0.06 + 0.08 * ethnic, 0, 1))
    poor_ethnic = rng.binomial(poor, np.clip(ethnic * 1.25, 0, 1))
    grid = rng.binomial(homes, np.clip(0.995 - 0.9 * hard * (rng.random(len(homes)) < 0.6), 0, 1))
    water = rng.binomial(homes, np.clip(0.95 - 0.25 * ethnic - 0.5 * hard, 0, 1))
    return {"poor": poor, "near_poor": near, "poor_ethnic": poor_ethnic, "grid": grid, "water": water}


def _spelling(k, name):
    """How the poverty table happens to write a commune: mostly right, now and then another way."""
    if name in VARIANTS:
        return VARIANTS[name]
    if k % 19 == 3:
        return unicodedata.normalize("NFD", name)
    if k % 19 == 7:
        return name.replace(" ", "\u00a0")
    return name


def poverty(units, districts, sums, misspelt):
    """By name, under district titles in capitals, with a total for each district and for all."""
    lines = ["# Kết quả rà soát hộ nghèo, hộ cận nghèo năm 2024 (số liệu giả định; made-up figures)",
             "TT;Đơn vị;Tổng số hộ;Hộ nghèo;Tỷ lệ hộ nghèo (%);Hộ cận nghèo;Hộ nghèo DTTS"]

    def row(first, title, members):
        total = {c: int(sum(sums[c][k] for k in members)) for c in sums}
        share = number(100 * total["poor"] / total["households"], 2)
        return ";".join([first, title, number(total["households"]), number(total["poor"]), share,
                         number(total["near_poor"]), number(total["poor_ethnic"])])

    for d, title in enumerate(districts):
        members = [k for k, u in enumerate(units) if u["district"] == d]
        lines.append(f"{'I II III IV V'.split()[d]};HUYỆN {title.upper()};;;;;")
        for turn, k in enumerate(members, 1):
            kind = "TT." if units[k]["town"] else "Xã"
            name = misspelt.get(units[k]["name"], _spelling(k, units[k]["name"]))
            lines.append(row(str(turn), f"{kind} {name}", [k]))
        lines.append(row("", f"Cộng huyện {title}", members))
    lines.append(row("", "TỔNG CỘNG", range(len(units))))
    return lines


def services(units, sums):
    """Grid electricity and clean water by code, codes with their leading zeros, a total at the
    end.
    """
    lines = ["# Tỷ lệ hộ dùng điện lưới và nước hợp vệ sinh, 31/12/2024 (số liệu giả định)",
             "Mã xã;Tên xã;Tổng số hộ;Hộ dùng điện lưới;Hộ dùng nước hợp vệ sinh;Tỷ lệ dùng điện"]
    for k, unit in enumerate(units):
        homes, grid = int(sums["households"][k]), int(sums["grid"][k])
        lines.append(";".join([unit["code"], unit["name"], number(homes), number(grid),
                               number(int(sums["water"][k])), number(100 * grid / homes, 1) + "%"]))
    total = [number(int(sums[c].sum())) for c in ("households", "grid", "water")]
    lines.append(";".join(["", "TỔNG SỐ", *total, ""]))
    return lines


def yearbook(units, districts, sums):
    """Districts with ordinals, among plain districts that are no part of the study."""
    rng = generator("yearbook")
    lines = ["# Niên giám 2023, diện tích và dân số trung bình theo huyện (số liệu giả định)",
             "Huyện;Diện tích (km2);Dân số TB 2023;Dân số 2019;Thành thị 2023"]
    rows, everything = [], np.zeros(4)
    plain = ["Thành phố Bến Rậu", "Thị xã Đầm Sưởi", "Huyện Cồn Nhạn", "Huyện Bãi Chuộng"]
    for turn, title in enumerate(plain, 1):
        values = np.array([round(rng.uniform(90, 420), 2), *rng.integers(80000, 210000, 2),
                           rng.integers(9000, 60000)])
        rows.append((f"{turn}. {title}", values))
    low = sum(v for _, v in rows)
    upland = []
    for d, title in enumerate(districts):
        members = [k for k, u in enumerate(units) if u["district"] == d]
        people = sum(int(sums["population"][k]) for k in members)
        town = sum(int(sums["population"][k]) for k in members if units[k]["town"])
        area = sum(units[k]["declared"] for k in members)
        upland.append((f"{9 + d}. Huyện {title}", np.array([area, round(people * 0.992),
                                                            round(people * 0.957), round(town * 0.985)])))
    high = sum(v for _, v in upland)
    for title, values in [("TỔNG SỐ - TOTAL", low + high), ("I. Khu vực đồng bằng", low), *rows,
                          ("II. Khu vực miền núi", high), *upland]:
        lines.append(";".join([title, number(values[0], 2), *(number(v) for v in values[1:])]))
    return lines


def villages(places, rows):
    """By the code of the village, in plain CSV."""
    lines = ["ma_thon,ten_thon,so_ho,ho_ngheo,ho_can_ngheo,ho_ngheo_dtts,ho_dien_luoi"]
    for v, code in enumerate(places["code"]):
        lines.append(",".join(str(x) for x in (
            code, places["name"][v], places["households"][v], rows["poor"][v], rows["near_poor"][v],
            rows["poor_ethnic"][v], rows["grid"][v])))
    return lines


def old_register(units, sums):
    """Households of 2014 with names in TCVN3, as an old database gives them."""
    lines = ["# Danh bạ xã 2014, tên xã theo bảng mã TCVN3 (số liệu giả định)", "TEN_XA;SO_HO_2014"]
    for k, unit in enumerate(units):
        lines.append(f"{tcvn3(unit['full_name'])};{number(round(int(sums['households'][k]) * 0.83))}")
    return lines


def census(units, sums, merged):
    """Population of 2019 by the communes of then, and the crosswalk to those of now.

    `merged` maps the position of a commune to the names of the two that were joined in it.
    """
    table = ["# Tổng điều tra 1/4/2019 theo đơn vị hành chính khi đó (số liệu giả định)",
             "Mã;Tên;Dân số 2019"]
    steps = ["old_code,old_name,new_code,new_name,type"]
    for k, unit in enumerate(units):
        people = round(int(sums["population"][k]) * 0.957)
        if k in merged:
            first, second = merged[k]
            other = f"{int(unit['code']) + 1:05d}"
            part = round(people * 0.58)
            for code, name, count in ((unit["code"], first, part), (other, second, people - part)):
                table.append(f"{code};Xã {name};{number(count)}")
                steps.append(f"{code},Xã {name},{unit['code']},{unit['full_name']},full")
        else:
            table.append(f"{unit['code']};{unit['full_name']};{number(people)}")
    return table, steps
