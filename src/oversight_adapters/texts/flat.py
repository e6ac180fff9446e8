"""The running text of a page, and which of it stands in which of its elements."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import chain

import attrs
from selectolax.lexbor import LexborHTMLParser, LexborNode

from oversight_adapters.texts.flow import LINES, SPECIAL, Flow

MOST_NESTED = 512  # elements in each other; browsers draw no more

# What a browser does not show as text, or lets its user choose or fill in.
_UNSEEN = frozenset(
    "audio canvas datalist head iframe noembed noframes noscript object script select style svg template textarea "
    "video".split()
)
_HIDDEN = re.compile(r"display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden", re.IGNORECASE)

_Rule = tuple[int, bool, bool]  # lines that end at an element, whether it does more, whether it is not shown
_INLINE: _Rule = (0, False, False)
_RULES: dict[str, _Rule] = {
    name: (LINES.get(name, 0), name in SPECIAL, name in _UNSEEN) for name in {*LINES, *SPECIAL, *_UNSEEN}
}


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

    def holder(self, start: int, end: int) -> tuple[int, int]:
        """The innermost element that holds a span whole, and where its words start; -1 where none does."""
        run = bisect_right(self.starts, start) - 1
        element = self.owners[run] if run >= 0 else -1
        while element >= 0:  # what holds a run has words
            left = self.starts[self.first[element]]
            if left <= start and end <= self.ends[self.last[element] - 1]:
                return element, left
            element = self.parents[element]
        return -1, 0


class TooDeep(Exception):
    """More elements stand in each other than may."""


def flattened(tree: LexborHTMLParser) -> Flat:
    """The running text of a page.  Raises `TooDeep`."""
    flow = Flow()
    runs = flow.starts
    names, parents, first, last = list[str](), list[int](), list[int](), list[int]()
    keys, rules = list[int](), list[_Rule]()  # what the parser knows elements by, and what they do
    hidden = {node.mem_id for node in tree.css("[hidden], [style]") if _is_hidden(node)}
    element = muted = -1  # the one that is open, and the one in which nothing is shown
    depth = 0
    # A dozen of elements for each line of text: what is done for every one of them is done right here.
    for node in chain(tree.root.traverse(include_text=True) if tree.root else (), (None,)):
        above = node.parent.mem_id if node and node.parent else 0
        while element >= 0 and keys[element] != above:
            last[element] = len(runs)
            if muted < 0:
                lines, special, _ = rules[element]
                if lines > flow.gap:
                    flow.gap = lines
                if special:
                    flow.end(names[element])
            elif muted == element:
                muted = -1
            element = parents[element]
            depth -= 1
        name = node.tag or "-" if node else "-"
        if name == "-text":
            if node and muted < 0:
                flow.say(node.text_content or "", element)
        elif node and name[0] != "-":
            parents.append(element)
            element = len(names)
            depth += 1
            if depth > MOST_NESTED:
                raise TooDeep
            names.append(name)
            keys.append(key := node.mem_id)
            rules.append(rule := _RULES.get(name, _INLINE))
            first.append(len(runs))
            last.append(len(runs))
            if muted >= 0:
                continue
            lines, special, unseen = rule
            if unseen or key in hidden:
                muted = element
                continue
            if lines > flow.gap:
                flow.gap = lines
            if special:
                flow.begin(name)
    return Flat("".join(flow.parts), runs, flow.ends, flow.owners, names, parents, first, last)


def elements(tree: LexborHTMLParser) -> list[LexborNode]:
    """The elements of a page, in the order of a `Flat`."""
    root = tree.root
    return [node for node in root.traverse() if (node.tag or "-")[0] != "-"] if root else []


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    if "hidden" in attributes and (attributes["hidden"] or "").lower() != "until-found":
        return True
    return _HIDDEN.search(attributes.get("style") or "") is not None
