#!/usr/bin/env python3
"""Writes fold_table.h: what each Unicode scalar becomes when a headline is folded.

    python3 generate_fold_table.py > fold_table.h

The tables come from the Unicode data of the Python that runs this (unicodedata.unidata_version). They are part of
identity rule 1: an archive's headline keys were computed with them, so a change of a single entry is a new version of
the rule. Hangul syllables are decomposed by arithmetic in fold.c and have no entry.
"""
import sys
import unicodedata

LIMIT = 0x20000
BLOCK = 64

SEPARATOR, DROPPED, WORD, SYMBOL, IDEOGRAPH, MARK, APOSTROPHE = range(7)

APOSTROPHES = {0x27, 0x60, 0xB4, 0x2B9, 0x2BB, 0x2BC, 0x2BD, 0x2C8, 0x2CA, 0x2CB, 0x2018, 0x2019, 0x201A, 0x201B,
               0x2032, 0x2035, 0xFF07}

# Letters that Unicode does not decompose, but that people type without their stroke or ligature.
LETTERS = {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ŧ": "t", "œ": "oe", "æ": "ae", "ŀ": "l", "ŋ": "n",
           "ё": "е"}

# Cyrillic letters of their own that Unicode takes apart into another letter and a mark: мой is not мои.
KEPT = set("йїўѓќӂӑӗ")


def category(scalar):
    return unicodedata.category(chr(scalar))


def is_ideograph(scalar):
    """Scripts written without spaces: each character counts as a word."""
    return (0x2E80 <= scalar <= 0x2FDF or 0x3005 <= scalar <= 0x3007 or 0x3031 <= scalar <= 0x3035
            or 0x3041 <= scalar <= 0x30FF or 0x3105 <= scalar <= 0x312F or 0x31A0 <= scalar <= 0x31BF
            or 0x31F0 <= scalar <= 0x31FF or 0x3400 <= scalar <= 0x4DBF or 0x4E00 <= scalar <= 0x9FFF
            or 0xF900 <= scalar <= 0xFAFF or 0x0E01 <= scalar <= 0x0E3A or 0x0E40 <= scalar <= 0x0E4E
            or 0x0E81 <= scalar <= 0x0EBD or 0x0EC0 <= scalar <= 0x0ECD or 0x1000 <= scalar <= 0x103F
            or 0x1780 <= scalar <= 0x17D3 or 0x1B000 <= scalar <= 0x1B16F)


def is_dropped(scalar):
    c = chr(scalar)
    if scalar in APOSTROPHES:
        return True
    if scalar == 0xAD or category(scalar) == "Cf" or 0xFE00 <= scalar <= 0xFE0F or scalar == 0x34F:
        return True
    # Accents, points of Hebrew and of Arabic; not the signs that spell vowels in Indic and South East Asian scripts,
    # nor the voicing of kana (combining classes 0, 7, 8, 9 and 84 to 132).
    combining = unicodedata.combining(c)
    return category(scalar) == "Mn" and (10 <= combining <= 36 or combining >= 200 or combining == 1)


def fold_letters(text):
    folded = ""
    for c in text:
        folded += LETTERS.get(c, c)
    return folded


def fold(scalar):
    c = chr(scalar)
    if c.lower() in KEPT:
        return c.lower()
    if scalar in APOSTROPHES:  # NFKD would make a space and a mark of some
        return c
    # Marks go before case is folded: the iota below a Greek vowel would become a letter.
    text = undropped(unicodedata.normalize("NFKD", c))
    text = undropped(unicodedata.normalize("NFKD", text.casefold()))
    return fold_letters(text)


def undropped(text):
    return "".join(c for c in text if not is_dropped(ord(c)))


def classify(scalar):
    """What a scalar is that folds into itself."""
    kind = category(scalar)
    if is_dropped(scalar):
        return DROPPED
    if is_ideograph(scalar):
        return IDEOGRAPH
    if kind[0] == "L" or kind[0] == "N" or kind == "Co":
        return WORD
    if kind[0] == "M":
        return MARK
    if kind[0] == "S" and kind != "Sk":
        return SYMBOL
    return SEPARATOR


def pack(kind, count, value):
    """The longest expansion has 18 scalars (U+FDFA)."""
    return kind << 28 | count << 23 | value


def main():
    expansions, offsets = [], {}

    def entry(scalar):
        if 0xAC00 <= scalar <= 0xD7A3 or 0xD800 <= scalar <= 0xDFFF:
            return pack(WORD, 1, scalar)
        if scalar in APOSTROPHES:
            return pack(APOSTROPHE, 1, scalar)
        if is_dropped(scalar):
            return pack(DROPPED, 1, scalar)
        text = fold(scalar)
        if not text.strip():
            # White space; or a mark that Unicode puts on a space to show it alone, and that does not count.
            return pack(SEPARATOR if chr(scalar).isspace() else DROPPED, 1, scalar)
        # What a scalar is, is what it becomes; several scalars are looked up one by one.
        if len(text) == 1:
            return pack(classify(ord(text)), 1, ord(text))
        key = tuple(map(ord, text))
        if key not in offsets:
            offsets[key] = len(expansions)
            expansions.extend(key)
        return pack(SEPARATOR, len(text), offsets[key])

    blocks, index, numbers = [], [], {}
    for start in range(0, LIMIT, BLOCK):
        block = tuple(entry(s) for s in range(start, start + BLOCK))
        if block not in numbers:
            numbers[block] = len(blocks)
            blocks.append(block)
        index.append(numbers[block])

    # A block of which every scalar folds into itself is the same block for all when stored relatively.
    relative, renumbered, new_index = [], {}, []
    for position, number in enumerate(index):
        start = position * BLOCK
        block = []
        for i, value in enumerate(blocks[number]):
            if value >> 23 & 31 == 1 and value & 0x7FFFFF == start + i:
                block.append(value >> 28 << 28)
            else:
                block.append(value)
        block = tuple(block)
        if block not in renumbered:
            renumbered[block] = len(relative)
            relative.append(block)
        new_index.append(renumbered[block])

    out = sys.stdout
    out.write("// Written by generate_fold_table.py from Unicode %s. Do not edit.\n" % unicodedata.unidata_version)
    out.write("// Entry: class << 28 | count << 23 | value. Count 0: the scalar itself; 1: value is the scalar;\n")
    out.write("// more: value is where the scalars start in na_fold_expansions.\n\n")
    out.write("#define NA_FOLD_UNICODE_VERSION \"%s\"\n" % unicodedata.unidata_version)
    out.write("#define NA_FOLD_LIMIT 0x%X\n#define NA_FOLD_BLOCK_BITS 6\n\n" % LIMIT)
    write(out, "uint16_t", "na_fold_index", new_index, 20)
    write(out, "uint32_t", "na_fold_blocks", [v for b in relative for v in b], 10)
    write(out, "uint32_t", "na_fold_expansions", expansions, 14)


def write(out, kind, name, values, columns):
    out.write("static const %s %s[%d] = {\n" % (kind, name, len(values)))
    for i in range(0, len(values), columns):
        out.write("    " + ", ".join("0x%X" % v for v in values[i:i + columns]) + ",\n")
    out.write("};\n\n")


main()
