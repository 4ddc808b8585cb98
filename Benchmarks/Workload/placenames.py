"""Made-up names of places in Vietnamese, and the ways in which tables write them."""

import unicodedata

FIRST = (
    "An Ba Bình Bắc Cẩm Châu Diên Đại Đông Đồng Đức Giao Hải Hiệp Hòa Hoằng Hồng Hùng Hưng Khánh Kim"
    " Kỳ Lai Lạc Liên Long Lộc Mai Minh Mỹ Nam Nga Nghĩa Ngọc Nhân Ninh Phong Phú Phước Quảng Quang"
    " Quế Quỳnh Sơn Tam Tân Tây Thanh Thạch Thái Thành Thiện Thọ Thuận Thủy Thụy Tiên Tiến Trà Triệu"
    " Trung Trực Tường Văn Vân Việt Vĩnh Xuân Yên Ea Đắk Nậm Mường Pa Chư").split()
SECOND = (
    "An Bá Bàn Bình Cang Cát Châu Chính Cương Cường Dân Dũng Dương Đà Điền Định Đình Đô Đông Đồng"
    " Đức Gia Giang Giao Hà Hải Hạnh Hậu Hiền Hiệp Hoà Hoa Hội Hợp Huy Hùng Hưng Hương Khai Khê Khương"
    " Kiên Kỳ La Lãnh Lâm Lập Lễ Liêm Liên Linh Long Lộc Lợi Lương Lưu Lý Mỹ Minh Nam Ngãi Ngạn"
    " Nghĩa Nguyên Nhân Nhơn Nhung Ninh Phong Phú Phúc Phương Quan Quang Quân Quý Sơn Tâm Tân Thái"
    " Thành Thắng Thạnh Thịnh Thọ Thuận Thuỷ Thượng Tiên Tiến Tín Toàn Trạch Trị Trung Trường Tú Tường"
    " Vân Vệ Việt Vinh Vũ Xá Xuân Xuyên Yên").split()
# Letters of one vowel with its tones: two names that differ by one of them only are twins.
TONES = ("aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị", "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ",
         "uùúủũụ", "ưừứửữự")


def _placements():
    """Pairs of endings that are one syllable: òa and oà, òe and oè, ùy and uỳ."""
    o, e, a, u, y = "oòóỏõọ", "eèéẻẽẹ", "aàáảãạ", "uùúủũụ", "yỳýỷỹỵ"
    for glide, vowel in ((o, a), (o, e), (u, y)):
        for tone in range(1, 6):
            yield glide[tone] + vowel[0], glide[0] + vowel[tone]


PLACEMENTS = tuple(_placements())
I_AND_Y = dict(zip("iìíỉĩị", "yỳýỷỹỵ")) | dict(zip("yỳýỷỹỵ", "iìíỉĩị"))


def name(generator):
    """Two syllables."""
    return f"{FIRST[generator.integers(len(FIRST))]} {SECOND[generator.integers(len(SECOND))]}"


def twin(text, generator):
    """The name with another tone in its last syllable; itself where no vowel is known."""
    for position in range(len(text) - 1, 0, -1):
        for row in TONES:
            if text[position] in row:
                other = row[(row.index(text[position]) + 1 + generator.integers(5)) % 6]
                return text[:position] + other + text[position + 1:]
    return text


def plain(text):
    """The name without diacritics."""
    letters = unicodedata.normalize("NFD", text).replace("đ", "d").replace("Đ", "D")
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def respelt(text):
    """The name with tones placed the other way, and i for y behind one consonant."""
    return " ".join(_respelt(word) for word in text.split(" "))


def _respelt(word):
    for one, other in PLACEMENTS:
        for ending, instead in ((one, other), (other, one)):
            if word.endswith(ending) and not word.lower().startswith("qu"):
                return word[:-len(ending)] + instead
    if len(word) == 2 and word[0] in "HKLMST" and word[1] in I_AND_Y:
        return word[0] + I_AND_Y[word[1]]
    return word


def mistyped(text, generator):
    """The name with one letter dropped, doubled or swapped with the next."""
    position = int(generator.integers(1, len(text) - 1))
    way = generator.integers(3)
    if way == 0:
        return text[:position] + text[position + 1:]
    if way == 1:
        return text[:position] + text[position] + text[position:]
    return text[:position] + text[position + 1] + text[position] + text[position + 2:]
