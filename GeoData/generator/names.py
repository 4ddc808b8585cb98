"""Made-up Vietnamese-looking names with every letter and tone, all in NFC.

Syllables are put together by rule, so no list of real places stands behind them.  A few names are
chosen rather than drawn: near twins that differ only by a diacritic, and spellings that offices
write in two ways, because these are what a join of tables must not get wrong.
"""

import unicodedata

from grid import generator

FIRST = "Khe Nậm Rừng Lũng Mường Đồi Suối Vực Rẫy Sườn Đèo Bãi Ngàn Thác Hang Đăk".split()
ONSETS = "b ch d đ g h kh l m n ng nh ph r s t th tr v x".split()
RIMES = ("ạu ẩn ẳng ậm ẫu ẻo ẽnh ếch ềnh ễu ệp ỉu ĩnh ịch õi ỏng ọc ốt ồng ổi ỗm ộc ớn ờm ởi ỡng "
         "ợp út ùng ủi ũm ụp ứt ừng ửu ữa ựng ượm ướt ườn ương uốn uộng iếp iễn iệu iêm ẵn ắp ằm ặt "
         "ấy ầu ao âm ăng êu ôn ơi ưng ém ẹp ểu ình ím óc óng uý uỷnh uỹ uỵch").split()
AVOID = {"Cứt", "Thôn"}         # a word not for a map, and one that stands for "village"
DISTRICTS = ["Ngàn Trẩm", "Khe Đượm", "Lũng Rễu", "Mường Sạu", "Bãi Thuẫn"]

# Pairs of one district: (name, near twin).  Stripped of diacritics both are the same text.
TWINS = [("Rẫy Lò", "Rẫy Lỗ"), ("Suối Hả", "Suối Hạ"), ("Vực Đơm", "Vực Đốm")]
# One name in two districts: only the parent tells them apart.
DOUBLE = "Đồi Xưởm"
# Offices write these in two ways (old and new tone placement, i and y, Đăk and Đắk).
VARIANTS = {"Hòa Rượm": "Hoà Rượm", "Thủy Khẳng": "Thuỷ Khẳng", "Kỳ Nhẫu": "Kì Nhẫu",
            "Đăk Vuốn": "Đắk Vuốn"}
GROUPS = ["Kinh", "Rơ Mạch", "Khuôn", "Pà Đú"]      # made-up peoples beside the Kinh


def fold(text):
    """Text without diacritics, in lower case: only ever used to find near twins."""
    plain = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def _syllable(rng):
    """One syllable that Vietnamese spelling allows (k before i, e, ê; gh and ngh likewise)."""
    rime = RIMES[rng.integers(len(RIMES))]
    fits = [o for o in ONSETS if not (rime[0] in "iíìỉĩịeéèẻẽẹêếềểễệ" and o in ("g", "ng"))]
    if rime[0] == "u" and rime[1:2] in ("ý", "ỷ", "ỹ", "ỵ"):
        fits = ["th", "kh", "l", "t", "nh", "s"]
    if rime[-1] in "ptc" or rime.endswith("ch"):
        fits = [o for o in fits if o not in ("đ", "g")]
    return (fits[rng.integers(len(fits))] + rime).capitalize()


def _drawn(rng, taken, count, prefix=True):
    """`count` new names of two syllables whose folded text is in no name of `taken` (extended)."""
    names = []
    while len(names) < count:
        head = FIRST[rng.integers(len(FIRST))] if prefix and rng.random() < 0.6 else _syllable(rng)
        name = f"{head} {_syllable(rng)}"
        if fold(name) not in taken and not AVOID & set(name.split()):
            taken.add(fold(name))
            names.append(unicodedata.normalize("NFC", name))
    return names


def commune_names(district, heads):
    """A name for each commune: twins within one district, one name in two, the rest drawn."""
    rng = generator("names")
    names = [None] * len(district)
    fixed = [n for pair in TWINS for n in pair] + [DOUBLE] + list(VARIANTS)

    def free(home):
        return [k for k, d in enumerate(district) if d == home and not names[k] and k not in heads]

    names[heads[1]] = DOUBLE                            # a town here, a commune there
    names[free(3)[-1]] = DOUBLE
    for pair, home in zip(TWINS, (0, 1, 4)):
        for k, name in zip(free(home)[1:3], pair):
            names[k] = name
    for home, name in zip((0, 2, 3, 4), VARIANTS):
        names[free(home)[2]] = name
    rest = iter(_drawn(rng, {fold(n) for n in fixed + DISTRICTS}, len(district)))
    return [name or next(rest) for name in names]


def village_names(commune_of):
    """Names of villages: words, or numbers as many communes have; twins inside three communes."""
    rng = generator("village names")
    names, taken = [None] * len(commune_of), {}
    for commune in sorted(set(commune_of)):
        members = [v for v, c in enumerate(commune_of) if c == commune]
        if rng.random() < 0.25:
            drawn = [f"Thôn {k}" for k in range(1, len(members) + 1)]
        else:
            drawn = [f"Thôn {n}" for n in _drawn(rng, taken.setdefault(commune, set()), len(members))]
        for v, name in zip(members, drawn):
            names[v] = name
    pairs = 0
    for commune in sorted(set(commune_of)):
        members = [v for v, c in enumerate(commune_of) if c == commune]
        if commune % 17 == 5 and len(members) > 3 and pairs < 3:
            names[members[2]] = names[members[1]]           # the twin that a code must tell apart
            pairs += 1
    return names
