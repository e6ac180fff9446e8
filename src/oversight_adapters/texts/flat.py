"""The running text of a page, and which of it stands in which of its elements."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

import attrs
from selectolax.lexbor import LexborHTMLParser, LexborNode

from oversight_adapters.texts.flow import Flow

MOST_NESTED = 512  # elements in each other; browsers draw no more

# What a browser does not show as text, or lets its user choose or fill in.
_UNSEEN = frozenset(
    "audio canvas datalist head iframe noembed noframes noscript object script select style svg template textarea "
    "video".split()
)
_HIDDEN = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE)


@attrs.frozen
class Flat:
    """The running text of a page, its runs of words in order, and its elements in the order in which they begin.

    Lists run parallel.  Run `r` goes from `starts[r]` to `ends[r]` and stands right in the element `owners[r]`; the
    runs of element `n` are those from `first[n]` up to `last[n]`.  The parent of the first element is -1.
    """

    content: str = attrs.field(repr=False)
    starts: list[int] = attrs.field(repr=False)
    ends: list[int] = attrs.field(repr=False)
    owners: list[int] = attrs.field(repr=False)
    names: list[str] = attrs.field(repr=False)
    parents: list[int] = attrs.field(repr=False)
    first: list[int] = attrs.field(repr=False)
    last: list[int] = attrs.field(repr=False)

    def span(self, element: int) -> tuple[int, int]:
        """Where the words of an element stand in the running text."""
        first, last = self.first[element], self.last[element]
        return (self.starts[first], self.ends[last - 1]) if first < last else (0, 0)

    def holder(self, start: int, end: int) -> int:
        """The innermost element that holds a span whole; -1 where none does."""
        run = bisect_right(self.starts, start) - 1
        element = self.owners[run] if run >= 0 else -1
        while element >= 0:
            left, right = self.span(element)
            if left <= start and end <= right:
                break
            element = self.parents[element]
        return element


class TooDeep(Exception):
    """More elements stand in each other than may."""


def flattened(tree: LexborHTMLParser) -> Flat:
    """The running text of a page.  Raises `TooDeep`."""
    flow = Flow()
    hidden = {node.mem_id for node in tree.css("[hidden], [style]") if _is_hidden(node)}
    open_ = [0]  # what the parser knows the open elements by
    for node in _nodes(tree):
        above = parent.mem_id if (parent := node.parent) else 0
        while open_[-1] != above and len(open_) > 1:
            open_.pop()
            flow.end()
        name = node.tag or "-"
        if name == "-text":
            flow.say(node.text_content or "")
        elif name[0] != "-":
            flow.begin(name)
            open_.append(key := node.mem_id)
            if flow.muted < 0 and (name in _UNSEEN or key in hidden):
                flow.muted = flow.element
            if len(open_) > MOST_NESTED:
                raise TooDeep
    while len(open_) > 1:
        open_.pop()
        flow.end()
    return Flat(
        "".join(flow.parts), flow.starts, flow.ends, flow.owners, flow.names, flow.parents, flow.first, flow.last
    )


def elements(tree: LexborHTMLParser) -> list[LexborNode]:
    """The elements of a page, in the order of a `Flat`."""
    root = tree.root
    return [node for node in root.traverse() if (node.tag or "-")[0] != "-"] if root else []


def _nodes(tree: LexborHTMLParser) -> Iterable[LexborNode]:
    return tree.root.traverse(include_text=True) if tree.root else ()


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    if "hidden" in attributes and (attributes["hidden"] or "").lower() != "until-found":
        return True
    return _HIDDEN.search(attributes.get("style") or "") is not None
