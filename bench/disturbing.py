"""Texts as people copy them: the ways in which a licence is disturbed before it is to be recognised again."""

import html
import re
import textwrap
from collections.abc import Callable, Mapping
from random import Random

#: Words for one slip of the pen, and the part of a text that is cut off.
_WORDS, _CUT = 250, 0.03
#: Letters that a word has more than for a slip in it.
_LETTERS = 3

#: Common in repositories of Dutch governments, beside the EUPL in Dutch alone and with the English one.
USUAL = (
    "AGPL-3.0-only Apache-2.0 Artistic-2.0 BSD-2-Clause BSD-3-Clause BSL-1.0 CC-BY-4.0 CC-BY-SA-4.0 CC0-1.0 EPL-1.0"
    " EPL-2.0 EUPL-1.1 EUPL-1.2 GPL-2.0-only GPL-3.0-only ISC LGPL-2.1-only LGPL-3.0-only MIT MPL-2.0 OFL-1.1 Unlicense"
    " Zlib"
)

Way = Callable[[str, Random], str]


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text."""
    return re.split(r"\n\s*\n", text)


def prefixed(text: str, mark: str) -> str:
    """A text with a mark before each line."""
    return "\n".join(mark + line for line in text.split("\n"))


def page(text: str) -> str:
    """A text as a web page."""
    body = "\n".join(f"<p>{html.escape(part)}</p>" for part in paragraphs(text))
    return f"<!DOCTYPE html>\n<html><head><title>Licence</title></head><body>\n{body}\n</body></html>"


def mistyped(text: str, chance: Random, slip: Callable[[str, Random], str]) -> str:
    """A text with a slip of the pen in one word of 250, at least one."""
    words = re.split(r"(\s+)", text)
    long = [at for at, word in enumerate(words) if len(word) > _LETTERS and word.isalpha()]
    for at in chance.sample(long, max(1, len(text.split()) // _WORDS)):
        words[at] = slip(words[at], chance)
    return "".join(words)


def _swapped(word: str, chance: Random) -> str:
    at = chance.choice([at for at in range(len(word) - 1) if word[at] != word[at + 1]])
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _doubled(word: str, chance: Random) -> str:
    at = chance.randrange(len(word))
    return word[:at] + word[at] + word[at:]


def _dropped(word: str, chance: Random) -> str:
    at = chance.randrange(len(word))
    return word[:at] + word[at + 1 :]


def cut(text: str, part: float = _CUT) -> str:
    """A text without its end."""
    return text[: int(len(text) * (1 - part))]


#: Those of the table; `UTF-16` is how the file is written, not what is in it.
WAYS: Mapping[str, Way] = {
    "CRLF": lambda text, _: text.replace("\n", "\r\n"),
    "slashes": lambda text, _: prefixed(text, "// "),
    "hashes": lambda text, _: prefixed(text, "# "),
    "one line": lambda text, _: " ".join(text.split()),
    "re-wrapped": lambda text, _: "\n\n".join(textwrap.fill(part, 60) for part in paragraphs(text)),
    "Dutch header": lambda text, _: (
        f"Copyright (c) 2024 Gemeente Voorbeeld\n\nDeze broncode is ontwikkeld door de gemeente Voorbeeld.\n\n{text}"
    ),
    "Markdown": lambda text, _: "# Licentie\n\n" + "\n\n".join(f"**{part}**" for part in paragraphs(text)),
    "HTML": lambda text, _: page(text),
    "curly quotes": lambda text, _: text.replace('"', "”").replace("'", "’").replace("-", "–"),
    "letters swapped": lambda text, chance: mistyped(text, chance, _swapped),
    "letters doubled": lambda text, chance: mistyped(text, chance, _doubled),
    "letters dropped": lambda text, chance: mistyped(text, chance, _dropped),
    "cut off": lambda text, _: cut(text),
    "Dutch README": lambda text, _: (
        f"# Zaaksysteem\n\nKoppeling voor gemeenten.\n\n## Licentie\n\n{text}\n\n## Contact\n\nMail ons.\n"
    ),
    "UTF-16": lambda text, _: text,
}
#: Those that chance decides, to be tried several times.
BY_CHANCE = tuple(way for way in WAYS if way.startswith("letters"))


def disturbed(text: str, seed: int, *ways: str) -> bytes:
    """A text disturbed in each of these ways, one after another."""
    chance = Random(seed)  # noqa: S311 - no secret
    for way in ways:
        text = WAYS[way](text, chance)
    return text.encode("utf-16" if "UTF-16" in ways else "utf-8")
