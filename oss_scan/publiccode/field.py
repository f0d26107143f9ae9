"""What the table of fields says of one field."""

from dataclasses import dataclass
from typing import Literal

Type = Literal["text", "boolean", "list", "map"]
#: `one-language`: mandatory in at least one of the languages of `description`.
Presence = Literal["optional", "mandatory", "one-language"]
#: How a fault is mended without asking anybody. `quote`: put the value between quotes · `boolean`: yes → true ·
#: `upper-case` · `spelling`: the listed value, code or expression that was plainly meant · `date`: cut off the time ·
#: `address`: git@host:path → https://host/path, www. → https:// · `path`: without the leading slash · `list`: one
#: value becomes a list · `drop`: the key goes · `move`: the value goes to another key · `support`: a flag becomes an
#: item of `supports` · `rename`: the key gets another name
Fix = Literal[
    "quote", "boolean", "upper-case", "spelling", "date", "address", "path", "list", "drop", "move", "support", "rename"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deprecated:
    """Since which version a key is deprecated, what took its place, and how a file gets rid of it.

    `use`: a dotted key; `as_`: what stands there then, in which `{}` is the old value; `empty`: the reference warns of
    an empty text too.
    """

    since: str
    fix: Fix = "drop"
    use: str | None = None
    as_: str = "{}"
    empty: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What versions below `before` asked of a key, where that is otherwise."""

    before: str
    presence: Presence = "optional"
    least: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The values of another key that make a key mandatory; `only`: beside other values it may not stand at all."""

    key: str
    values: tuple[str, ...]
    only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """What may stand under a key.

    `form` names a function of `forms`; `values` are all that is allowed; `least` and `most` count the characters
    of a text or the items of a list; `endings` are those of a file that is named; `single`: one value may stand where
    a list belongs; `since` and `removed` are versions; `fix` is how a wrong value is mended.
    """

    type: Type = "text"
    presence: Presence = "optional"
    form: str | None = None
    values: tuple[str, ...] = ()
    least: int = 0
    most: int | None = None
    endings: tuple[str, ...] = ()
    single: bool = False
    fix: Fix | None = None
    since: str = "0.2"
    removed: str | None = None
    deprecated: Deprecated | None = None
    earlier: Earlier | None = None
    when: When | None = None
