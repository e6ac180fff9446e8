"""The places of a web page: its elements, with their paths from the root, and what stands in them."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property

import attrs
from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from oversight_adapters.texts.flat import Flat, elements
from oversight_core.provenance import Element, Locator, TextSpan
from oversight_core.quick import maker
from oversight_core.reading import Problem

_element = maker(Element)


@attrs.frozen
class Part:
    """An element of a page.  `words` are its part of the running text, "" where it shows none.

    `Element(path, start, end)` counts code points of `words`.
    """

    path: str
    tag: str
    words: str = attrs.field(repr=False)
    start: int = attrs.field(repr=False)  # of its words, in the running text
    _node: LexborNode = attrs.field(repr=False, eq=False)
    _markup: Markup = attrs.field(repr=False, eq=False)

    def attribute(self, name: str) -> str:
        """The value of an attribute; "" where there is none."""
        return self._node.attributes.get(name) or ""

    def css(self, selector: str) -> tuple[Part, ...]:
        """The elements within this one that a CSS selector matches, in order.  Raises `ValueError` for a faulty one."""
        return self._markup.parts(self._node, selector)

    def at(self, start: int = 0, end: int | None = None) -> Element:
        """Where some of its words stand, or all of them."""
        return Element(self.path, start, len(self.words) if end is None else end)


class Markup:
    """The places of a web page's running text.

    >>> from oversight_adapters.texts.html import html_text
    >>> from oversight_core.provenance import Source
    >>> page = html_text(Source.of(b"<table><tr><td>ICE<td class=status><b>Open</b> since May</table>")).places
    >>> [cell] = page.css("td.status")
    >>> cell.path, cell.words
    ('/html/body/table/tbody/tr/td[2]', 'Open since May')
    >>> page.at(Element(cell.path, 0, 4))
    'Open'
    """

    problems: tuple[Problem, ...] = ()

    def __init__(self, flat: Flat, tree: LexborHTMLParser) -> None:
        self._flat, self._tree = flat, tree
        self._paths: dict[int, str] = {-1: ""}

    def locator(self, start: int, end: int) -> Element | TextSpan:
        """Where a span of the running text stands: in the innermost element that holds it whole."""
        flat = self._flat
        run = bisect_right(flat.starts, start) - 1
        element = flat.owners[run] if run >= 0 else -1
        while element >= 0:
            left, right = flat.spans[element]
            if left <= start and end <= right:
                return _element(self._paths.get(element) or self._path(element), start - left, end - left)
            element = flat.parents[element]
        return TextSpan(start, end)

    def printed(self, start: int, end: int, words: str) -> tuple[Element | TextSpan, str]:
        """Where the words of a span of the running text stand; they are printed as they are read."""
        return self.locator(start, end), words

    def at(self, locator: Locator) -> str | None:
        """The words that stand at a place; None where there is no such place."""
        if isinstance(locator, TextSpan):
            left, right, start, end = 0, len(self._flat.content), locator.start, locator.end
        elif isinstance(locator, Element) and (element := self._element(locator.path)) is not None:
            (left, right), start, end = self._flat.spans[element], locator.start, locator.end
        else:
            return None
        return self._flat.content[left + start : left + end] if 0 <= start < end <= right - left else None

    def css(self, selector: str) -> tuple[Part, ...]:
        """The elements of the page that a CSS selector matches, in order.  Raises `ValueError` for a faulty one."""
        return self.parts(self._tree.root, selector)

    def parts(self, within: LexborNode | None, selector: str) -> tuple[Part, ...]:
        """The elements within one that a CSS selector matches."""
        try:
            found = within.css(selector) if within else []
        except SelectolaxError:
            raise ValueError(f"{selector!r} is no CSS selector") from None
        places = sorted((self._order[node.mem_id], node) for node in found if node.mem_id in self._order)
        return tuple(self._part(place, node) for place, node in places)

    def _part(self, element: int, node: LexborNode) -> Part:
        start, end = self._flat.spans[element]
        return Part(
            self._paths.get(element) or self._path(element),
            node.tag or "",
            self._flat.content[start:end],
            start,
            node,
            self,
        )

    def _path(self, element: int) -> str:
        above, name = self._flat.parents[element], self._flat.names[element]
        numbers, counts = self._numbers
        number = f"[{numbers[element]}]" if counts[above, name] > 1 else ""
        lead = self._paths.get(above)
        path = self._paths[element] = f"{self._path(above) if lead is None else lead}/{_step(name)}{number}"
        return path

    def _element(self, path: str) -> int | None:
        """The element that a path leads to."""
        element = -1
        for step in path.split("/")[1:]:
            name, _, number = step.removesuffix("]").partition("[")
            alike = self._alike.get((element, _named(name)), ())
            n = int(number) if number.isdecimal() and len(number) < 10 else 1
            if not 0 < n <= len(alike):
                return None
            element = alike[n - 1]
        return element if element >= 0 and self._path(element) == path else None

    @cached_property
    def _numbers(self) -> tuple[list[int], dict[tuple[int, str], int]]:
        """The number of each element among those of its name in its parent, and how many those are."""
        numbers: list[int] = []
        counts: dict[tuple[int, str], int] = {}
        for key in zip(self._flat.parents, self._flat.names, strict=True):
            counts[key] = number = counts.get(key, 0) + 1
            numbers.append(number)
        return numbers, counts

    @cached_property
    def _alike(self) -> dict[tuple[int, str], list[int]]:
        """The elements of one name in each element."""
        alike: dict[tuple[int, str], list[int]] = {}
        for element, key in enumerate(zip(self._flat.parents, self._flat.names, strict=True)):
            alike.setdefault(key, []).append(element)
        return alike

    @cached_property
    def _order(self) -> dict[int, int]:
        return {node.mem_id: element for element, node in enumerate(elements(self._tree))}


# Some pages have elements such as <p[2]>; a name is in lower case, so that no other is spelled like this.


def _step(name: str) -> str:
    return name.replace("[", "%5B").replace("]", "%5D") if "[" in name or "]" in name else name


def _named(step: str) -> str:
    return step.replace("%5B", "[").replace("%5D", "]")
