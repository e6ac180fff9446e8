"""What of a page is too much, told from its tags before a parser builds a tree of them.

At many a tag a parser of HTML walks all elements that are open, all attributes of the tag or all options to choose
from, and it repeats looks that nobody closed in every paragraph: a hundred thousand tags may take it minutes, or all
memory.
"""

from __future__ import annotations

import re
from typing import Final

from oversight_adapters.texts.flow import LINES

MOST_OPEN: Final = 1_000  # elements, of which browsers allow half
MOST_REPEATED: Final = 500_000  # times that looks which nobody closed may be repeated
MOST_TAGS: Final = 750_000  # at their beginnings and ends; the largest pages of agencies have fifty thousand
MOST_OPTIONS: Final = 20_000  # to choose from in forms
MOST_ATTRIBUTES: Final = 1_000  # of one element
_LONG: Final = 2 * MOST_ATTRIBUTES  # characters of a tag; in so few no more attributes can stand

_RAW = ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|"
    + "".join(rf"<{name}\b.*?(?:</{name}\b|\Z)|" for name in _RAW)
    + r"""<(/?[a-z][a-z0-9:-]*)(?:=\s*(?:"[^"]*"?|'[^']*'?|[^\s>]*)|[^>=]+)*>?""",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""=\s*(?:"[^"]*"?|'[^']*'?|[^\s>]+)|[^\s/=]+""")
_VOID: Final = frozenset("area base br col embed hr img input keygen link meta param source track wbr".split())
_LOOKS: Final = frozenset("a b big code em font i nobr s small strike strong tt u".split())
_FEW_LOOKS: Final = 10  # in each other, as on any page
_WALLS: Final = frozenset("applet button caption foreignobject marquee object table td template th".split())
_BLOCKS: Final = frozenset(LINES) | _WALLS
_TABLES: Final = frozenset(("table", "template"))
# What a start tag ends, and what it reaches no further down than.
_LOOSE = _BLOCKS - {"address", "div", "p"}
_ENDS: Final = {
    "dd": (("dd", "dt"), _LOOSE),
    "dt": (("dd", "dt"), _LOOSE),
    "li": (("li",), _LOOSE),
    "option": (("option",), _BLOCKS),
    "p": (("p",), _BLOCKS),
    "tbody": (("tbody", "tfoot", "thead"), _TABLES),
    "td": (("td", "th"), _TABLES | {"tr"}),
    "th": (("td", "th"), _TABLES | {"tr"}),
    "tr": (("tr",), _TABLES),
}
_CELLS: Final = frozenset("caption tbody td tfoot th thead tr".split())
_NEAR: Final = 50  # elements that a tag may end at once


def excess(page: str, most_nested: int) -> str:
    """What of a page is more than may be; "" where nothing is.

    `most_nested` elements may stand in each other, which its tree tells; far more than that are told here.

    >>> excess("<div>" * 600 + "</div>" * 600, 512), excess("<div>" * 2000 + "</div>" * 2000, 512)
    ('', 'more than 512 of its elements stand in each other')
    """
    if page.count("<") > MOST_TAGS:
        return f"it has more than {MOST_TAGS:,} tags; save it as several pages"
    deep = f"more than {most_nested:,} of its elements stand in each other"
    open_: list[str] = []
    looks = repeated = options = 0  # looks go on where their paragraph ends before them
    for tag in _TAG.finditer(page.lower()):
        name = tag[1]
        if not name:  # a comment
            continue
        if tag.end() - tag.start() > _LONG and _attributes(tag[0]) > MOST_ATTRIBUTES:
            return f"one of its elements has more than {MOST_ATTRIBUTES:,} attributes"
        if name in _VOID:  # an element without an end
            continue
        if name[0] == "/":
            name = name[1:]
            looks -= looks > 0 and name in _LOOKS
            if open_ and open_[-1] == name:
                open_.pop()
            else:
                stops = _TABLES if name in _CELLS else _WALLS if name in _BLOCKS else _BLOCKS
                _end(open_, (name,), stops)
            continue
        if name in _ENDS:
            _end(open_, *_ENDS[name])
        open_.append(name)
        looks += name in _LOOKS
        repeated += looks if looks > _FEW_LOOKS else 0
        options += name == "option"
        if len(open_) > MOST_OPEN or repeated > MOST_REPEATED:
            return deep
        if options > MOST_OPTIONS:
            return f"it has more than {MOST_OPTIONS:,} options to choose from"
    return ""


def _attributes(tag: str) -> int:
    """How many attributes of different names a tag may have, with its own: no fewer than a parser finds."""
    return len({part for part in _ATTRIBUTE.findall(tag) if part[0] != "="})


def _end(open_: list[str], names: tuple[str, ...], stops: frozenset[str]) -> None:
    """End the nearest open element of these names, and all above it, where no stop stands between."""
    for place in range(len(open_) - 1, max(len(open_) - _NEAR, -1), -1):
        if open_[place] in names:
            del open_[place:]
            break
        if open_[place] in stops:
            break
