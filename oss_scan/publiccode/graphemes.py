"""How many characters a reader sees in a text, as the standard's lengths are meant."""

import unicodedata

_JOINER = "\u200d"


def count(text: str) -> int:
    """The number of extended grapheme clusters, near enough to UAX #29 for lengths of prose."""
    if text.isascii():
        return len(text) - text.count("\r\n")
    total, previous, flags = 0, "", 0
    for character in text:
        flag = "\U0001f1e6" <= character <= "\U0001f1ff"
        flags = flags + 1 if flag else 0
        joined = bool(previous) and (
            unicodedata.category(character) in ("Mn", "Me", "Mc")
            or character == _JOINER
            or (previous == _JOINER and ord(character) > 0x2000)
            or "\U0001f3fb" <= character <= "\U0001f3ff"
            or (flag and flags % 2 == 0)
            or _is_hangul(previous, character)
            or (previous == "\r" and character == "\n")
        )
        total += not joined
        previous = character
    return total


def _is_hangul(previous: str, character: str) -> bool:
    """Whether the second letter completes a syllable that the first began."""
    leading = "\u1100" <= previous <= "\u115f"
    vowel = "\u1160" <= character <= "\u11a7"
    trailing = "\u11a8" <= character <= "\u11ff"
    syllable = "\uac00" <= previous <= "\ud7a3" or "\u1160" <= previous <= "\u11ff"
    return (leading and (vowel or "\uac00" <= character <= "\ud7a3" or "\u1100" <= character <= "\u115f")) or (
        syllable and (vowel or trailing)
    )
