"""Conditions: what must be shown before GAO closes a recommendation, and what must come first."""

from __future__ import annotations

from oversight_adapters.readers.gao_agency_page.phrases.speakers import ABOVE, OPENING, ROLE
from oversight_adapters.readers.gao_agency_page.slots import ORGANISATION
from oversight_adapters.readers.phrasebook import Phrase

_THIS = r"(?:the intent of )?(?:this|our|the|these|both) recommendations?"
_MEET = rf"(?:fully |completely )?(?:address|meet|satisfy|implement|fulfill|close) {_THIS}"
_NEEDS = r"(?:must|should|needs?|will need|would need)"
_DUTY = r"(?:must|should|needs? to|will need to|would need to)"
_STRAIGHT = r"(?:(?!\b(?:stated|said|told|reported|noted|plans?|planned|officials)\b)[^;]){0,250}?"
_AGENCY = rf"(?:(?:the )?{ABOVE}{ORGANISATION}{ROLE}?|the (?:agency|department|component)|it|they)"

_EVIDENCE = r"(?:to (?:see|review|receive|obtain)|evidence|documentation|proof|support)"
_OPEN = (
    r"(?:(?:this|the|our) recommendation (?:(?:will|should) remain|remains) open|"
    rf"we will (?:keep|consider|leave) {_THIS} open)"
)

TO_CLOSE = (
    Phrase(
        "to-meet-the-intent",
        rf"(?<!\w)(?=(?:in order )?to {_MEET}(?: as \w+)?(?:,| will| would) (?:{_STRAIGHT} )?{_NEEDS}\b)"
        r"<to_close:one-line>",
        "While this is a positive step, to fully address the intent of our recommendation, ICE must collect the data.",
        "ICE has not provided sufficient evidence to close this recommendation.",
        "B.2 25, 26",
        cues=(" recommendation",),
        starts=("to ", "in order"),
    ),
    Phrase(
        "must-to-meet",
        rf"{OPENING}(?={_AGENCY} (?:still |also )?{_DUTY} [^;]{{1,300}}? to {_MEET}\b)<to_close:one-line>",
        "However, ICE still needs to provide its final plan to fully implement this recommendation.",
        "ICE officials told us they plan to implement this recommendation.",
        cues=(" recommendation",),
    ),
    Phrase(
        "must",
        rf"{OPENING}(?={_AGENCY} must (?:still |also )?[a-z])<to_close:one-line>",
        "ICE must collect the information needed to measure performance.",
        "ICE policy says that records must be kept.",
        cues=(" must ",),
    ),
    Phrase(
        "we-need",
        rf"(?<!\w)(?=(?:we|GAO) (?:still |will |would )?needs? {_EVIDENCE}\b)<to_close:one-line>",
        "GAO needs evidence that the data are used.",
        "We need not repeat our findings.",
        "B.2 26",
        cues=("we ", "gao "),
    ),
    Phrase(
        "open-until",
        rf"(?<!\w)(?={_OPEN} (?:until|pending) )<to_close:one-line>",
        "This recommendation will remain open until ICE provides its plan.",
        "This recommendation remains open.",
        cues=(" open until ", " open pending "),
    ),
    Phrase(
        "we-will-close",
        rf"(?<!\w)(?=we (?:will|can) close {_THIS} (?:when|once|after|if) )<to_close:one-line>",
        "We will close this recommendation once ICE provides its plan.",
        "We will continue to monitor ICE's efforts.",
        cues=(" close ",),
    ),
)
"""What must be shown; the first row that reads a sentence reads it."""

_TOGETHER = r"(?:(?:in )?(?:coordination|consultation|collaboration) with [^,;]{1,80}, )?"
_SHOULD = rf"(?={_TOGETHER}(?:(?:the|each|its) )?[\w'&.-]+(?: [\w'&.-]+){{0,14}}? should\b)"

DEPENDENCIES = (
    Phrase(
        "first",
        rf"<depends_on:condition>, {_SHOULD}",
        "Once ICE collects the information, the Director of ICE should use it.",
        "To improve oversight, the Director of ICE should use it.",
    ),
    Phrase(
        "meanwhile-first",
        r"\bshould, <depends_on:after>, (?=[a-z])",
        "The Director of ICE should, after defining the mission of the programme, determine its staffing.",
        "The Director of ICE should, in coordination with CBP, determine its staffing.",
    ),
    Phrase(
        "then-should",
        r"(?<=\w), <depends_on:after>, should (?=[a-z])",
        "The FEMA Administrator, after completing its study, should report the results.",
        "The FEMA Administrator, in consultation with HUD, should report the results.",
    ),
)
"""What must come first, as the text of a recommendation says."""

CONDITIONS = (*TO_CLOSE, *DEPENDENCIES)
