"""Which memos a document speaks of: mentions gathered into memos, and the one that was answered."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

import attrs

from oversight_adapters.readers.crcl_summary.agencies import alone
from oversight_adapters.readers.crcl_summary.page import Page, Said, Sentence, Told
from oversight_adapters.readers.words.components import COMPONENT
from oversight_core.moments import Moment

NEAR = 183  # days
_ANSWERED = frozenset(("answered-memo", "answered-memo-on-day", "summarised"))
_ANOTHERS = re.compile(  # a memo of the agency itself
    rf"{COMPONENT}(?:\s+(?:also|then|later|has|had))*\s+(?:issued|sent|wrote|drafted|prepared|released|provided|submitted)\b"
    r"(?![^,;]*\b(?:response|reply|answer)\b)[^,;]{0,60}$",
    re.IGNORECASE,
)
_SENT = re.compile("issued|sent|wrote|drafted|prepared|released|provided|submitted")  # soon known to be absent
_THIS = re.compile(r"\bthis(?:\s+\w+)?\s*$|\b(?:version|copy)\s+of\s+(?:the|this)\s*$", re.IGNORECASE)
_ONE_OF = re.compile(r"\b(?:an?|another|second|first)\s*$", re.IGNORECASE)
_EARLIER = re.compile(
    r"\b(?:(?:earlier|previous|prior|older)\b[^.;,]{0,30}|(?:previously|already)\b[^.;]{0,80})$", re.IGNORECASE
)


@attrs.frozen
class Mention:
    """One mention of a memo by its printed name, with what its own sentence says of it."""

    printed: Told
    type: Told | None
    sentence: Sentence
    dates: tuple[Told, ...] = ()
    issuers: tuple[Told, ...] = ()
    addressees: tuple[Told, ...] = ()
    agencies: tuple[Told, ...] = ()  # two that it is addressed to together
    answered: bool = False
    this: bool = False  # "this …", or what will be released: the memo that the document is about
    one_of: bool = False  # "a …": it may be another
    earlier: bool = False  # "an earlier …": it is another

    @property
    def name(self) -> str:
        """Its name as it identifies: case aside."""
        return str(self.printed.value).casefold()


@attrs.define
class Memo:
    """A memo, told by its mentions; one that a title names has none yet."""

    title_type: str = ""
    mentions: list[Mention] = attrs.Factory(list)
    unnamed: list[Said] = attrs.Factory(list)  # what is said of "a memorandum"
    types: set[str] = attrs.Factory(set)
    names: set[str] = attrs.Factory(set)
    dates: set[Moment] = attrs.Factory(set)
    _sentences: set[int] = attrs.Factory(set)

    def __attrs_post_init__(self) -> None:
        self.types |= {self.title_type} - {""}

    def add(self, mention: Mention) -> None:
        """One more mention of it."""
        self.mentions.append(mention)
        self.types |= {str(mention.type.value)} if mention.type else set()
        self.names.add(mention.name)
        self.dates |= {told.value for told in mention.dates}
        self._sentences.add(mention.sentence.start)

    def add_unnamed(self, said: Said) -> None:
        """What is said of a memo without a name is said of this one, if its date can be its own."""
        dates = {said["issued_on"].value} if "issued_on" in said else set()
        if self.fits(dates):
            self.unnamed.append(said)
            self.dates |= dates
            self._sentences.add(said.sentence.start)

    @property
    def type(self) -> str:
        """The first type it is given; empty where no name tells one."""
        return self.title_type or next((str(m.type.value) for m in self.mentions if m.type), "")

    @property
    def printed(self) -> str:
        """The first name it is given."""
        return str(self.mentions[0].printed.value) if self.mentions else ""

    def is_called(self, mention: Mention) -> bool:
        """Whether a mention has its type, or its name."""
        return mention.name in self.names or bool(mention.type and mention.type.value in self.types)

    def fits(self, dates: Iterable[Moment]) -> bool:
        """Whether these dates could all be its own."""
        return all(a.overlaps(b) for a in dates for b in self.dates)

    def close_to(self, dates: Iterable[Moment]) -> bool:
        """Whether dates that do not fit are near enough to be an error about the same memo."""
        return all(abs(middle(a) - middle(b)) <= NEAR for a in dates for b in self.dates)

    def in_sentence(self, sentence: Sentence) -> bool:
        """Whether a mention of it stands in this sentence."""
        return sentence.start in self._sentences


def middle(moment: Moment) -> int:
    """The day in the middle of a moment, as a number."""
    assert moment.earliest and moment.latest
    return (moment.earliest.toordinal() + moment.latest.toordinal()) // 2


def mentions(page: Page, sentence: Sentence) -> Iterator[Mention]:
    """The mentions of a sentence; hits that share the printed name speak of the same one."""
    found: dict[int, list[Said]] = {}
    for family in ("memos", "responses"):
        for said in page.family(family, sentence):
            if "printed_type" in said:
                found.setdefault(said["printed_type"].place.end, []).append(said)
    for _, hits in sorted(found.items()):
        if any(said.row.startswith("answered-memo") for said in hits):
            hits = [said for said in hits if said.row != "memo-to-in"]  # that date may be the answer's
        printed = hits[-1]["printed_type"]  # by the row that says most of it
        start, end = printed.place.start, printed.place.end
        nearby = (max(sentence.start, start - 160), start)
        if _SENT.search(page.lowered, *nearby) and _ANOTHERS.search(page.folded, *nearby):
            continue
        before = page.folded[sentence.start : start][-60:]
        both = any(said.first("addressee_3", "addressee_4") for said in hits)
        whom = _told(hits, "addressee", "addressee_2", "addressee_3", "addressee_4")
        yield Mention(
            printed,
            page.words("type", "memo-type/type", start, end),
            sentence,
            _told(hits, "issued_on"),
            _told(hits, "issuer", "issuer_2"),
            () if both else tuple(one for one in whom if alone(page, sentence, one)),
            whom if both else (),
            any(said.row in _ANSWERED for said in hits),
            bool(_THIS.search(before)),
            bool(_ONE_OF.search(before)),
            bool(_EARLIER.search(page.folded[sentence.start : start])),
        )


def _told(hits: Iterable[Said], *slots: str) -> tuple[Told, ...]:
    return tuple({said[slot].place: said[slot] for said in hits for slot in slots if slot in said}.values())


def gathered(found: Iterable[Mention], known: Sequence[Memo] = ()) -> list[Memo]:
    """Mentions as memos, in the order of their first mention; `known` are memos that the title names."""
    memos = list(known)
    for mention in found:
        same = [memo for memo in memos if memo.is_called(mention)]
        memo = _alike(mention, same) if same else _renamed(mention, memos)
        if memo is None:
            memo = Memo()
            memos.append(memo)
        memo.add(mention)
    return memos


def _alike(mention: Mention, same: Sequence[Memo]) -> Memo | None:
    """The memo of this type that is meant, if one is.  A date somewhat off is an error about it, not another memo."""
    dates = [told.value for told in mention.dates]
    if mention.earlier and dates:
        return next((memo for memo in same if memo.dates and memo.fits(dates)), None)
    if fitting := [memo for memo in same if memo.fits(dates)]:
        return answered(fitting) or fitting[0]
    near = [memo for memo in same if memo.close_to(dates) and not memo.in_sentence(mention.sentence)]
    return near[0] if near else None


def _renamed(mention: Mention, memos: Sequence[Memo]) -> Memo | None:
    """The memo that goes by another name here: it has the same date, or is "this memo", or there is no other."""
    elsewhere = [memo for memo in memos if not memo.in_sentence(mention.sentence)]
    dates = [told.value for told in mention.dates]
    if mention.earlier:
        return None
    if dates:
        return next((memo for memo in elsewhere if memo.dates and memo.fits(dates)), None)
    if mention.this and elsewhere:
        return answered(elsewhere) or elsewhere[0]
    return elsewhere[0] if len(memos) == 1 and elsewhere and not mention.one_of else None


def answered(memos: Sequence[Memo], type_: str = "") -> Memo | None:
    """The memo that was answered: as a row says, or the only one, or the one of the type that the title names."""
    for memo in memos:
        if any(mention.answered for mention in memo.mentions):
            return memo
    if len(memos) == 1:
        return memos[0]
    named = [memo for memo in memos if type_ and memo.type == type_]
    return named[0] if len(named) == 1 else None
