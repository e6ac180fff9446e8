"""The running text of a page, and which of it stands in which of its elements."""

from __future__ import annotations

import re

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

_SILENT = (0, 0)  # the span of an element that shows no words
_Rule = tuple[int, bool, bool]  # lines that end at an element, whether it does more, whether it is not shown
_INLINE: _Rule = (0, False, False)
_RULES: dict[str, _Rule] = {
    name: (LINES.get(name, 0), name in SPECIAL, name in _UNSEEN) for name in {*LINES, *SPECIAL, *_UNSEEN}
}


@attrs.frozen
class Flat:
    """The running text of a page, its runs of words in order, and its elements in the order in which they begin.

    Lists run parallel.  Run `r` starts at `starts[r]` and stands right in the element `owners[r]`; those of element `n`
    in `spans[n]`, which is (0, 0) where it shows none.  The parent of the first element is -1.
    """

    content: str = attrs.field(repr=False)
    starts: list[int] = attrs.field(repr=False)
    owners: list[int] = attrs.field(repr=False)
    names: list[str] = attrs.field(repr=False)
    parents: list[int] = attrs.field(repr=False)
    spans: list[tuple[int, int]] = attrs.field(repr=False)


class TooDeep(Exception):
    """More elements stand in each other than may."""


def flattened(tree: LexborHTMLParser) -> Flat:
    """The running text of a page.  Raises `TooDeep`."""
    flow = Flow()
    starts = flow.starts
    names, parents, spans = list[str](), list[int](), list[tuple[int, int]]()
    hidden = {node.mem_id for node in tree.css("[hidden], [style]") if _is_hidden(node)}
    open_: list[tuple[LexborNode, _Rule, int]] = []  # with the number of runs before each
    element = muted = -1  # the last one that is open, and the one in which nothing is shown
    node: LexborNode | None = tree.root
    # A dozen of elements for each line of text: what is done for every one of them is done right here.
    while node is not None:
        name = node.tag or "-"
        if name[0] == "-":
            if name == "-text" and muted < 0:
                flow.say(node.text_content or "", element)
            following = node.next
        else:
            if len(open_) == MOST_NESTED:
                raise TooDeep
            lines, special, unseen = rule = _RULES.get(name, _INLINE)
            open_.append((node, rule, len(starts)))
            parents.append(element)
            element = len(names)
            names.append(name)
            spans.append(_SILENT)
            if muted < 0:
                if unseen or (hidden and node.mem_id in hidden):
                    muted = element
                else:
                    if lines > flow.gap:
                        flow.gap = lines
                    if special:
                        flow.begin(name)
            following = node.child
        while following is None and open_:
            node, (lines, special, _), before = open_.pop()
            if len(starts) > before:
                spans[element] = (starts[before], flow.length)
            if muted < 0:
                if lines > flow.gap:
                    flow.gap = lines
                if special:
                    flow.end(names[element])
            elif muted == element:
                muted = -1
            element = parents[element]
            following = node.next if open_ else None
        node = following
    return Flat("".join(flow.parts), starts, flow.owners, names, parents, spans)


def elements(tree: LexborHTMLParser) -> list[LexborNode]:
    """The elements of a page, in the order of a `Flat`."""
    root = tree.root
    return [node for node in root.traverse() if (node.tag or "-")[0] != "-"] if root else []


def _is_hidden(node: LexborNode) -> bool:
    attributes = node.attributes
    if "hidden" in attributes and (attributes["hidden"] or "").lower() != "until-found":
        return True
    return _HIDDEN.search(attributes.get("style") or "") is not None
