"""The document itself and the memos it tells of."""

from __future__ import annotations

import re

from oversight_adapters.readers.crcl_summary.description import Description, Descriptions
from oversight_adapters.readers.crcl_summary.dossier import Dossier
from oversight_adapters.readers.crcl_summary.header import Header
from oversight_adapters.readers.crcl_summary.memos import Memo
from oversight_adapters.readers.crcl_summary.page import Said, Sentence, Told
from oversight_adapters.readers.crcl_summary.vocabulary import EARLIER


def tell_document(dossier: Dossier, out: Descriptions) -> None:
    """The document as its own lines describe it."""
    page, layout, title = dossier.page, dossier.layout, dossier.layout.title
    if not dossier.document or not title:
        return
    line = Sentence(title.start, title.end, -1)
    document = out.of(dossier.document)
    document.tell("type", dossier.type)
    document.tell("printed_type", title.said.first("printed_type"))
    document.tell("title", page.words("title", "title/title", title.start, title.end))
    part, office = page.find("part", line), page.find("office", line)
    document.tell("part", part.first("part") if part else None)
    document.tell("issuer", layout.office or (office["issuer"] if office and not dossier.summary else None))
    document.tell("dated_on", layout.dated_on)
    if layout.header:
        _tell_header(document, layout.header)
    if not dossier.summary:
        both = [one for slot in ("addressee", "addressee_2") if (one := title.said.first(slot))]
        for told in both:
            document.tell("agencies" if len(both) > 1 else "addressee", told)
        _tell_own(dossier, out)


def _tell_header(document: Description, header: Header) -> None:
    """What the head of a memo says: of several addressees, all that it is for, and none as the one."""
    document.tell("issuer", header.issuer)
    document.tell("addressee", header.addressee)
    if header.addressee is None:
        for told in header.addressees:
            document.tell("agencies", told)
    for told in header.dates:
        document.tell("issued_on", told)


def _tell_own(dossier: Dossier, out: Descriptions) -> None:
    """What a memo says of itself."""
    assert dossier.document
    document = out.of(dossier.document)
    told = [said for sentence in dossier.sentences for said in dossier.page.family("own", sentence)]
    for said in (said for said in told if "kind" not in said):
        _tell_sent(document, said)
    for said in (said for said in told if "kind" in said):  # "a determination" is this one if no other is told of
        other = EARLIER.search(dossier.page.folded, said.sentence.start, said.end)
        if said["kind"].value == dossier.document.number and "issued_on" not in document.told and not other:
            _tell_sent(document, said)


def _tell_sent(document: Description, said: Said) -> None:
    document.tell("issued_on", said.first("issued_on"))
    document.tell("issuer", said.first("issuer"))
    first = said.first("addressee", "addressee_2")
    if second := _of_two(said):
        document.tell_new("agencies", first)
        document.tell_new("agencies", second)
    elif "addressee" not in document.told:
        document.tell("addressee", first)


def _of_two(said: Said) -> Told | None:
    """The second of two that a memo is addressed to together."""
    return said.first("addressee_3", "addressee_4")


def tell_memos(dossier: Dossier, out: Descriptions) -> None:
    """Every memo that is named, under each name it is given."""
    for memo in dossier.memos:
        description = out.of(dossier.memo_item(memo))
        description.tell_once("type", next((mention.type for mention in memo.mentions if mention.type), None))
        names = _spellings(memo, description.told.get("printed_type", []))
        for name in names:
            description.tell("printed_type", name)
        for mention in memo.mentions:
            for field, told in (
                ("issuer", mention.issuers),
                ("addressee", mention.addressees),
                ("agencies", mention.agencies),
                ("issued_on", mention.dates),
            ):
                for one in told:
                    description.tell(field, one)
        for said in memo.unnamed:
            several = _of_two(said)
            for one in said.told.values():
                description.tell("agencies" if several and one.field == "addressee" else one.field, one)
        printed = description.told.get("printed_type", [])
        if len({_full(str(told.value)) for told in printed}) > 1:
            listed = " and ".join(f"{one.value!r}" for one in printed)
            dossier.page.problem("type-differs", f"the memo is called {listed}", printed[1].place)


def _full(name: str) -> str:
    """A name of a memo, with its last word in full: "Memo" is no other name."""
    return re.sub(r"\bmemo$", "memorandum", name.casefold())


def _spellings(memo: Memo, known: list[Told]) -> list[Told]:
    """The first mention of each spelling of its name that is not known yet; capitals make no other spelling."""
    seen = {str(told.value).casefold() for told in known}
    found: dict[str, Told] = {}
    for mention in memo.mentions:
        if mention.name not in seen:
            found.setdefault(mention.name, mention.printed)
    return list(found.values())
