"""How deep the elements of a page stand in each other, told from its tags before a parser builds a tree of them.

At many a tag a parser of HTML walks all elements that are open, and it repeats looks that nobody closed in every
paragraph: a hundred thousand tags may take it minutes, or all memory.
"""

from __future__ import annotations

import re
from typing import Final

from oversight_adapters.texts.flow import LINES

MOST_OPEN: Final = 1_000  # elements, of which browsers allow half
MOST_REPEATED: Final = 500_000  # times that looks which nobody closed may be repeated

_RAW = ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|"
    + "".join(rf"<{name}\b.*?(?:</{name}\b|\Z)|" for name in _RAW)
    + r"""<(/?[a-z][a-z0-9:-]*)(?:=\s*(?:"[^"]*"?|'[^']*'?|[^\s>]*)|[^>=]+)*>?""",
    re.DOTALL,
)
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


def too_deep(page: str) -> bool:
    """Whether more elements are open at once, or looks repeated more often, than may be.

    >>> too_deep("<div>" * 600 + "</div>" * 600), too_deep("<div>" * 2000 + "</div>" * 2000)
    (False, True)
    """
    open_: list[str] = []
    looks = repeated = 0  # looks go on where their paragraph ends before them
    for name in _TAG.findall(page.lower()):
        if not name or name in _VOID:  # a comment, or an element without an end
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
        if len(open_) > MOST_OPEN or repeated > MOST_REPEATED:
            return True
    return False


def _end(open_: list[str], names: tuple[str, ...], stops: frozenset[str]) -> None:
    """End the nearest open element of these names, and all above it, where no stop stands between."""
    for place in range(len(open_) - 1, max(len(open_) - _NEAR, -1), -1):
        if open_[place] in names:
            del open_[place:]
            break
        if open_[place] in stops:
            break
