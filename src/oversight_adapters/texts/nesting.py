"""What of a page is too much, told from its tags before a parser builds a tree of them.

At many a tag a parser of HTML walks all elements that are open, all attributes of the tag or all options to choose
from, and it repeats looks that nobody closed in every paragraph: a hundred thousand tags may take it minutes, or all
memory.
"""

from __future__ import annotations

import re
from collections.abc import Collection
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
    r"<(?:!--.*?(?:-->|\Z)|"
    + "".join(rf"(?i:{name})\b.*?(?:</(?i:{name})\b|\Z)|" for name in _RAW)
    + r"""(/?[a-zA-Z][a-zA-Z0-9:-]*)((?:=\s*(?:"[^"]*"?|'[^']*'?|[^\s>]*)|[^>=]+)*)>?)""",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""=\s*(?:"[^"]*"?|'[^']*'?|[^\s>]+)|[^\s/=]+""")


def _ends(names: str) -> frozenset[str]:
    """The tags that end elements of these names."""
    return frozenset("/" + name for name in names.split())


_IDLE: Final = frozenset(  # elements without an end; where a comment stands no name does
    ("", *"area base br col embed hr img input keygen link meta param source track wbr".split())
)
_LOOKS: Final = _ends("a b big code em font i nobr s small strike strong tt u")
_FEW_LOOKS: Final = 10  # in each other, as on any page
_WALLS: Final = _ends("applet button caption foreignobject marquee object table td template th")
_BLOCKS: Final = _ends(" ".join(LINES)) | _WALLS
_TABLES: Final = _ends("table template")
# What a start tag ends, and what it reaches no further down than; told by the tag that ends its own element.
_LOOSE = _BLOCKS - _ends("address div p")
_ENDS: Final = {
    "/dd": (_ends("dd dt"), _LOOSE),
    "/dt": (_ends("dd dt"), _LOOSE),
    "/li": (_ends("li"), _LOOSE),
    "/option": (_ends("option"), _BLOCKS),
    "/p": (_ends("p"), _BLOCKS),
    "/tbody": (_ends("tbody tfoot thead"), _TABLES),
    "/td": (_ends("td th"), _TABLES | {"/tr"}),
    "/th": (_ends("td th"), _TABLES | {"/tr"}),
    "/tr": (_ends("tr"), _TABLES),
}
_CELLS: Final = _ends("caption tbody td tfoot th thead tr")
_NEAR: Final = 50  # elements that a tag may end at once


def excess(page: str, most_nested: int) -> str:
    """What of a page is more than may be; "" where nothing is.

    `most_nested` elements may stand in each other, which its tree tells; far more than that are told here.

    >>> excess("<div>" * 600 + "</div>" * 600, 512), excess("<div>" * 2000 + "</div>" * 2000, 512)
    ('', 'more than 512 of its elements stand in each other')
    """
    if page.count("<") > MOST_TAGS:
        return f"it has more than {MOST_TAGS:,} tags; save it as several pages"
    open_: list[str] = []  # the tags that end what is open
    looks = repeated = options = 0  # looks go on where their paragraph ends before them
    for name, attributes in _TAG.findall(page):
        tag = name.lower()
        if len(attributes) > _LONG and _count(attributes.lower()) > MOST_ATTRIBUTES:
            return f"one of its elements has more than {MOST_ATTRIBUTES:,} attributes"
        if open_ and tag == open_[-1]:  # most tags of most pages
            open_.pop()
            looks -= looks > 0 and tag in _LOOKS
        elif tag[:1] == "/":
            looks -= looks > 0 and tag in _LOOKS
            _end(open_, (tag,), _TABLES if tag in _CELLS else _WALLS if tag in _BLOCKS else _BLOCKS)
        elif tag not in _IDLE:
            end = "/" + tag
            if end in _ENDS:
                _end(open_, *_ENDS[end])
            open_.append(end)
            looks += end in _LOOKS
            options += end == "/option"
            repeated += looks if looks > _FEW_LOOKS else 0
            if len(open_) > MOST_OPEN or repeated > MOST_REPEATED:
                return f"more than {most_nested:,} of its elements stand in each other"
            if options > MOST_OPTIONS:
                return f"it has more than {MOST_OPTIONS:,} options to choose from"
    return ""


def _count(attributes: str) -> int:
    """How many attributes of different names a tag may have: no fewer than a parser finds."""
    return len({part for part in _ATTRIBUTE.findall(attributes) if part[0] != "="})


def _end(open_: list[str], ends: Collection[str], stops: frozenset[str]) -> None:
    """End the nearest open element that one of these tags ends, and all above it, where no stop stands between."""
    for place in range(len(open_) - 1, max(len(open_) - _NEAR, -1), -1):
        if open_[place] in ends:
            del open_[place:]
            break
        if open_[place] in stops:
            break
