"""Commitments out of the blocks of a document, each with the words for its parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

import attrs

from oversight_adapters.readers.plan_document.actors import KNOWN, actors
from oversight_adapters.readers.plan_document.clauses import Clause, clauses, of_role, stem
from oversight_adapters.readers.plan_document.head import is_letterhead
from oversight_adapters.readers.plan_document.layout import Block
from oversight_adapters.readers.plan_document.named import all_named
from oversight_adapters.readers.plan_document.papers import Paper
from oversight_adapters.readers.plan_document.sheet import Page, Sheet
from oversight_adapters.readers.plan_document.somebody import first_actor, with_bracket
from oversight_adapters.readers.plan_document.subjects import STATES
from oversight_adapters.readers.plan_document.terms import Term, of_heading, terms
from oversight_adapters.readers.plan_document.verbs import DENIED, first_verb
from oversight_adapters.readers.plan_document.vocabulary import OPENING
from oversight_adapters.texts.sentences import sentences
from oversight_adapters.texts.spans import Span
from oversight_core.names import Item, fingerprint
from oversight_core.provenance import TextSpan

_IT = re.compile(rf"(?:(?:{OPENING})\s*,?\s*)?it\s+(?:also\s+|then\s+)?", re.IGNORECASE)
_LONGEST_LEAD = 80  # code points before the subject of a sentence
_NEXT_IT = re.compile(r"[\s.\"')]{1,8}It\s")
_TEACHES = re.compile(
    r"\b(?:how\s+to|tips|(?:quick|short|brief|practical|a|user's?)\s+guide|lessons?|primer|toolkit|tutorial|cheat\s+sheet)\b",
    re.IGNORECASE,
)
LONGEST_SENTENCE = 4_000  # code points; what is longer is no sentence, and stays unaccounted


@attrs.define
class Commitments:
    """The commitments of one document, in their order."""

    page: Page
    document: Item
    own: tuple[Span, ...] = ()
    teaches: bool = False
    sheets: list[Sheet] = attrs.Factory(list)
    _names: dict[str, int] = attrs.Factory(dict)
    _heads: dict[Span, list[Term]] = attrs.Factory(dict)

    def read(self, paper: Paper) -> None:
        """All that the blocks of a document commit somebody to."""
        open_stem: tuple[Clause, Block] | None = None
        for n, block in enumerate(paper.blocks):
            if block.kind == "heading" or block.rejected or n in paper.remarks:
                if not (
                    open_stem and block.kind == "heading" and block.start > open_stem[1].end and self._in_list(paper, n)
                ):
                    open_stem = None
                continue
            if block.kind != "bullet" or (
                open_stem and open_stem[1].kind == "bullet" and block.level <= open_stem[1].level
            ):
                open_stem = None
            if open_stem:
                self._item_of_list(open_stem[0], block)
            self._block(block)
            opened = self._stem(block)
            open_stem = (opened, block) if opened else open_stem

    @staticmethod
    def _in_list(paper: Paper, n: int) -> bool:
        return n + 1 < len(paper.blocks) and paper.blocks[n + 1].kind == "bullet"

    def _block(self, block: Block) -> None:
        """The commitments of the sentences of a block."""
        before: Span | None = None  # who acts in the sentence before, if that names nobody else
        for start, end in sentences(self.page.folded, block.start, block.end):
            last: Span | None = None
            told = False
            for clause in self._clauses(block, start, end):
                found = list(terms(self.page.folded, clause))
                if clause.unclear and before and self._begins_with_it(clause, start):
                    clause = attrs.evolve(clause, actor=before, unclear=False)
                is_state = clause.unclear and self.page.folded[slice(*clause.verb)] == "be"
                if (
                    clause.actor
                    or (clause.unclear and not is_state)
                    or any(term.field in ("cadence", "deadline") for term in found)
                ):
                    self._tell(clause, found, (start, end), block)
                    last, told = clause.actor, True
            last = last if told else self._subject(start, end)
            before = last if last and self._alone(last, start, end) else None

    def _subject(self, start: int, end: int) -> Span | None:
        """Of whom a sentence speaks that binds nobody: "The Government does not intend to amend the Act"."""
        if end - start > LONGEST_SENTENCE or not _NEXT_IT.match(self.page.folded, end):
            return None
        comma = self.page.folded.find(", ", start, min(end, start + _LONGEST_LEAD))
        at = comma + 2 if comma >= 0 and not first_actor(self.page.folded, start, comma) else start
        name = first_actor(self.page.folded, at, end)
        told = name and STATES.match(self.page.folded, name[1]) and self._acts(self.page.folded[slice(*name)])
        return with_bracket(self.page.folded[:end], name) if name and told else None

    def _clauses(self, block: Block, start: int, end: int) -> Iterator[Clause]:
        """The clauses of a sentence, but for those of a short form of which it is not said whose it is."""
        if end - start > LONGEST_SENTENCE:
            return
        role = of_role(self.page.folded, block.head, start, end) if block.head and start == block.start else None
        for clause in (role,) if role else clauses(self.page.folded, start, end):
            if clause.actor is None or self._acts(self.page.folded[slice(*clause.actor)]):
                yield clause

    def _acts(self, said: str) -> bool:
        """Whether these words name somebody in this paper: "we" of a how-to are whoever reads it."""
        return all_named(said, self.page.named) and not (self.teaches and said.lower() == "we")

    def _begins_with_it(self, clause: Clause, start: int) -> bool:
        """Whether nothing but "it" and words that open a sentence stand before the modal."""
        return _IT.fullmatch(self.page.folded, start, clause.modal[0]) is not None

    def _alone(self, who: Span, start: int, end: int) -> bool:
        """Whether a sentence speaks of one body, so that "it" in the next can be no other."""
        folded = self.page.folded
        named = actors(folded[slice(*who)])
        if len(named) != 1:
            return False
        others = (hit[0] for hit in KNOWN.finditer(folded, start, end))
        return all(actors(other) == named for other in others)

    def _stem(self, block: Block) -> Clause | None:
        spans = list(sentences(self.page.folded, block.start, block.end))
        if (
            not spans
            or not self.page.folded[slice(*spans[-1])].endswith(":")
            or spans[-1][1] - spans[-1][0] > LONGEST_SENTENCE
        ):
            return None
        return stem(self.page.folded, *spans[-1])

    def _item_of_list(self, open_stem: Clause, block: Block) -> None:
        """A bullet that goes on from "ICE will:" with a verb."""
        start, end = next(sentences(self.page.folded, block.start, block.end))
        verb = first_verb(self.page.folded, start, end)
        if any(True for _ in self._clauses(block, start, end)):
            return  # it says itself who acts
        if verb is None or end - start > LONGEST_SENTENCE or DENIED.search(self.page.folded, start, verb[0]):
            return
        own = attrs.evolve(open_stem, verb=verb, modal=(verb[0], verb[0]), lead=(start, verb[0]), end=end)
        found = {term.field: term for term in terms(self.page.folded, open_stem)} | {
            term.field: term for term in terms(self.page.folded, own)
        }
        self._tell(attrs.evolve(open_stem, verb=verb), list(found.values()), (start, end), block)

    def _over(self, head: Span) -> list[Term]:
        """What a heading tells of what stands under it: by when that is to be done, else itself."""
        if head not in self._heads:
            self._heads[head] = of_heading(self.page.folded, *head) or (
                [] if self._is_title(head) else [Term("heading", "heading/heading", *head)]
            )
        return self._heads[head]

    def _is_title(self, head: Span) -> bool:
        """Whether a heading is a line that the document itself was told by: its title, its issuer, its date."""
        told = any(start < head[1] and end > head[0] for start, end in self.own)
        return told or is_letterhead(self.page, *head)

    def _tell(self, clause: Clause, found: list[Term], sentence: Span, block: Block) -> None:
        """One commitment; it is named for its words, and numbered where the same words hold several."""
        words = fingerprint(self.page.folded[slice(*sentence)])
        self._names[words] = n = self._names.get(words, 0) + 1
        sheet = Sheet(self.page, self.document.within("commitment", words if n == 1 else f"{words}-{n}"))
        if clause.actor:
            sheet.tell("actor", "commitment/actor", *clause.actor)
        elif clause.unclear:
            self.page.problem("actor-unclear", "who is to act is told by a pronoun that may mean several", *sentence)
        sheet.tell("modal", "binding/modal", *clause.modal)
        sheet.tell("verb", "doing/verb", *clause.verb)
        sheet.tell("text", "sentence/text", *sentence)
        for term in found:
            sheet.tell(term.field, term.row, term.start, term.end)
        for term in self._over(block.head) if block.head and not _within(clause.actor, block.head) else ():
            sheet.tell(term.field, term.row, term.start, term.end)
        sheet.derive("document", self.document)
        self.sheets.append(sheet)


def _within(actor: Span | None, head: Span) -> bool:
    """Whether who acts is what the heading names."""
    return actor is not None and head[0] <= actor[0] < head[1]


def commitments(page: Page, paper: Paper) -> Iterator[Sheet]:
    """The commitments of a document."""
    own = tuple((e.locator.start, e.locator.end) for e in paper.sheet.excerpts if isinstance(e.locator, TextSpan))
    found = Commitments(page, paper.sheet.item, own, bool(_TEACHES.search(paper.sheet.values.get("title", ""))))
    found.read(paper)
    yield from found.sheets
