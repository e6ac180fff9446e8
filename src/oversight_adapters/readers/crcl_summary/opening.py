"""How a dossier is opened: what the document is, which memos it tells of, and whom they address."""

from __future__ import annotations

from oversight_adapters.readers.crcl_summary.agencies import alone
from oversight_adapters.readers.crcl_summary.dossier import QUOTES_OTHERS, UNNAMED, Dossier
from oversight_adapters.readers.crcl_summary.layout import Layout
from oversight_adapters.readers.crcl_summary.memos import Memo, Mention, answered, gathered, mentions
from oversight_adapters.readers.crcl_summary.page import Page, Said, Sentence, Told
from oversight_adapters.readers.crcl_summary.title import subject_of
from oversight_adapters.readers.crcl_summary.vocabulary import EARLIER


def opened(page: Page, layout: Layout) -> Dossier:
    """The dossier of a laid-out document."""
    title = layout.title.said if layout.title else None
    type_, known = _type(page, layout)
    found = [mention for sentence in layout.sentences for mention in mentions(page, sentence)]
    memos = gathered(found, known)
    if not memos:
        memos = gathered(_named(page, layout)) or [Memo()]
    main = known[0] if known else answered(memos, _named_type(page, layout))
    for sentence in layout.sentences:
        for said in page.family("plain-memos", sentence):
            if main and _of_main(page, said, memos, type_):
                main.add_unnamed(said)
    if layout.header and main:
        main.dates |= {told.value for told in layout.header.dates}
    subject = subject_of(page, layout.title) or _fallback(page, layout)
    together = title is not None and bool(title.first("addressee_2", "agency_2"))
    agency = title.first("addressee", "agency") if title and not together else None
    if together:
        return Dossier(page, layout, type_, tuple(memos), main, subject, None)
    if layout.header:
        several = len(layout.header.addressees) > 1
        agency = layout.header.addressee
        return Dossier(
            page,
            layout,
            type_,
            tuple(memos),
            main,
            subject,
            agency or (None if several else _agency(page, layout, main)),
        )
    return Dossier(page, layout, type_, tuple(memos), main, subject, agency or _agency(page, layout, main))


def _of_main(page: Page, said: Said, memos: list[Memo], type_: Told | None) -> bool:
    """Whether "the memorandum" is the main one: no other is named, and it is of no kind that quotes others."""
    opening = type_ is not None and str(type_.value) in QUOTES_OTHERS
    if said.row != "plain-the-memo":
        return not opening
    return len(memos) == 1 and not opening and not EARLIER.search(page.text(said.sentence.start, said.start))


def _named(page: Page, layout: Layout) -> list[Mention]:
    """The memo that the title of a summary names, for a text that names none."""
    if not layout.title:
        return []
    return list(mentions(page, Sentence(layout.title.start, layout.title.end, -1)))


def _type(page: Page, layout: Layout) -> tuple[Told | None, list[Memo]]:
    """What the title says the document is; a memo's title makes the memo known."""
    if not layout.title:
        return None, [Memo(UNNAMED)] if layout.header else []
    if layout.title.said.row == "subject":
        return None, [Memo(UNNAMED)]
    said = layout.title.said
    if "type" in said:
        return said["type"], []
    name = said["printed_type"].place
    row = "spot-check-type/type" if said.row == "title-spot-check" else "memo-type/type"
    type_ = page.words("type", row, name.start, name.end)
    return type_, [Memo(str(type_.value))] if type_ else []


def _named_type(page: Page, layout: Layout) -> str:
    """The type of memo that the title of a summary names."""
    if not layout.title:
        return ""
    hit = page.find("memo-type", Sentence(layout.title.start, layout.title.end, -1))
    return str(hit["type"].value) if hit and "type" in hit else ""


def _agency(page: Page, layout: Layout, main: Memo | None) -> Told | None:
    """Whom the memo addresses: as it says, or who answered or was answered for, or the only one the page names."""
    if main:
        for mention in main.mentions:
            if mention.agencies:
                return None
            if mention.addressees:
                return mention.addressees[0]
    families = (
        ("responses", ("on_behalf_of", "on_behalf_of_2", "on_behalf_of_3", "responder", "responder_2")),
        ("own", ("addressee",)),
        ("totals", ("addressee", "addressee_2")),
    )
    for family, slots in families:
        for sentence in layout.sentences:
            for said in page.family(family, sentence):
                one = said.first(*slots)
                if one and said.row != "two-answered-on" and alone(page, sentence, one):
                    return one
    return _only_one_named(page, layout)


def _only_one_named(page: Page, layout: Layout) -> Told | None:
    spans = [Sentence(layout.title.start, layout.title.end, -1)] if layout.title else []
    named: dict[str, Told] = {}
    for sentence in (*spans, *layout.sentences):
        for told in page.every("component", sentence, "agency"):
            named.setdefault(str(told.value), told)
    if len(named) > 1:
        named.pop("DHS", None)  # the department stands beside its components
    return next(iter(named.values())) if len(named) == 1 else None


def _fallback(page: Page, layout: Layout) -> str:
    """What stands for a subject where no title names one: the first facility, or the first sentence."""
    for sentence in layout.sentences:
        if hit := page.find("facility", sentence):
            return str(hit["facility"].value)
    return page.text(layout.sentences[0].start, layout.sentences[0].end) if layout.sentences else "untitled"
