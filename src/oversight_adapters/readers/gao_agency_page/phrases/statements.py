"""Dated statements: as of when a sentence speaks.  A plan for a date is none."""

from __future__ import annotations

from oversight_adapters.readers.gao_agency_page.phrases.speakers import (
    ABOVE,
    ADVERB,
    OFFICIALS_OF,
    OPENING,
    ROLE,
    SPEECH,
)
from oversight_adapters.readers.gao_agency_page.slots import ACRONYM, ORGANISATION
from oversight_adapters.readers.phrasebook import Phrase
from oversight_adapters.readers.words.dates import MONTH_NAME, WHEN

_PLANS = (
    r"(?:will|would|plans?|planning|expects?|intends?|anticipates?|hopes?|aims?|should|must|"
    r"(?:is|are) (?:expected|scheduled|to)|"
    # What was planned is a statement of then where it names when: "In May 2023, ICE expected to finish by 2024."
    r"(?:planned|expected|intended|anticipated)(?![^;]{1,200}?20\d\d))"
)
_NO_PLAN = rf"(?!,? (?:(?!\b(?:said|told|wrote|that|\w+ed)\b)[^,;]){{1,60}}?\b{_PLANS}\b)"
_SPEAKER = (
    rf"(?:we|it|they|(?:the )?{OFFICIALS_OF}?(?:the )?{ABOVE}(?:{ORGANISATION}|{ACRONYM})(?:(?:'s)?{ROLE})?|"
    rf"(?:the )?(?:agency|department){ROLE}?|officials)"
)
_DONE_WORDS = tuple(
    "had completed finished implemented issued established updated finalized developed provided began created "
    "published deployed revised released".split()
)
_DONE = f"(?:{'|'.join(_DONE_WORDS)})"
_DID = r"(?-i:[a-z]+ed|sent|met|spoke(?: to)?|wrote|began|held|gave|made|took|withdrew|told|said)"
_OR_MEANT = r"(?:that|which|who|whether|will|would|by|until|expect\w*|intend\w*|plan\w* to|to (?!us\b|GAO\b))"
_PART = r"(?:the |(?:early|late) (?=(?-i:[A-Z])))?"  # of a month: "in late June 2024" is June; "late 2024" is not 2024
_PAPER = (
    r"(?:response|update|letter|comments?|e-?mail|memo(?:randum)?|follow-?up|report|plan|statement|submission|"
    r"correspondence|justification)"
)
_TALK = r"(?:meeting|interview|call|discussions?|briefing)"
_NAMED = (
    r"(?! (?:(?-i:Congressional|Budget|President's|Appropriation|National Defense|NDAA|Annual|Performance|Strategic|"
    r"Consolidated|Spend)|budget|appropriation|annual |performance|strategic|spend))"
)
"""Behind a year that is the name of a paper or a law."""

AS_OF = Phrase(
    "as-of",
    r"(?<!\w)as of (?:the end of |(?:our|its|the) (?:last|latest|most recent) \w+ (?:in|on|from|of) )?"
    rf"{_PART}<as_of:when>",
    "As of March 2024, ICE has not provided any examples.",
    "As part of the fiscal year 2024 plan, ICE hired staff.",
    "B.2 3, 14, 28",
    cues=("as of",),
)

LEADING = (
    Phrase(
        "in-and-again",
        rf"{OPENING}(?:in|on) (?:{WHEN}|{MONTH_NAME}),? and (?:again |later |then )?(?:in|on) <as_of:date>,",
        "In August 2018 and again in May 2019, CBP officials told us that the work was ongoing.",
        "In August 2018 and May 2019, CBP officials told us that the work was ongoing.",
        cues=(" and ",),
    ),
    Phrase(
        "in",
        rf"{OPENING}(?:but |and |then )?(?:in|on) {_PART}<as_of:when>{_NAMED}{_NO_PLAN}"
        r"(?:,|(?= (?-i:the|we|it|they|officials|[A-Z]|--? )))",
        "In March 2024, ICE told us that it plans to begin training.",
        "In late 2025, ICE plans to begin training.",
        "B.2 10, 13, 15, 17",
        cues=("in ", "on "),
    ),
    Phrase(
        "by-then",
        rf"{OPENING}by (?:the end of )?<as_of:when>, (?:(?!\b{_PLANS}\b)[^,;]){{1,80}}?\b{_DONE}\b"
        r"(?! (?:planned|expected|intended)\b)",
        "By October 2023, ICE had finished the upload.",
        "By October 2025, ICE expects to have finished the upload.",
        "B.2 16",
        cues=("by ",),
    ),
)
"""A date that opens a sentence."""

OPENINGS = (
    Phrase(
        "in-paper",
        rf"{OPENING}in (?:its|their|our|an?|the|{ORGANISATION}'s)(?: \w+)? <as_of:date>,? (?:[\w-]+ ){{0,3}}"
        rf"(?:{_PAPER}|{_TALK})\b(?: to [^,;.]{{1,40}}(?=,))?",
        "In its June 2023 update, DHS stated that it had begun.",
        "In its fiscal year 2023 budget, DHS asked for funds.",
        cues=("in its ", "in their ", "in our ", "in a ", "in an ", "in the ", "'s "),
    ),
    Phrase(
        "in-paper-of",
        rf"{OPENING}(?:(?:in|by) (?:its|their|an?|the|written)(?: [\w-]+){{0,3}}|by) {_PAPER}(?: to \w+)?,? "
        r"(?:dated|of|from|in|on|provided(?: to us)?(?: (?:in|on))?) <as_of:date>",
        "In its 60-day letter dated March 2022, DHS noted that ICE would act.",
        "In its letter, DHS noted that ICE would act in March 2022.",
        cues=("in written ", "in its ", "in their ", "in a ", "in an ", "in the ", "by "),
    ),
    Phrase(
        "by-paper",
        rf"{OPENING}according to (?:[^,;]{{1,60}}?'s|its|their|the|an?) <as_of:date> (?:[\w-]+ ){{0,3}}{_PAPER}\b",
        "According to DHS's April 2022 update, the group is at work.",
        "According to DHS's plan, the group is at work in 2022.",
        cues=("according to",),
    ),
    Phrase(
        "by-paper-of",
        rf"{OPENING}according to (?:its|their|the|an?)\b[^,;]{{0,60}}? {_PAPER},? (?:dated|of|from) <as_of:date>",
        "According to the department's 60-day letter, dated September 12, 2022, guidance will be issued.",
        "According to the department, guidance will be issued in 2022.",
        cues=("according to",),
    ),
    Phrase(
        "commenting-in",
        r"in (?:commenting on|its comments on|responding to|(?:its |their )?(?:formal |official |written )?response to)"
        r"[^,;]{1,80}? (?:in|on|dated) <as_of:date>,",
        "In commenting on a draft of our report in June 2020, ICE concurred.",
        "In responding to our report, ICE stated that it had begun in June 2020.",
        "B.2 11, 12",
        cues=("commenting on", "comments on", "responding to", "response to"),
    ),
    Phrase(
        "meeting-in",
        rf"{OPENING}(?:during|at|in) (?:an?|our|the)\b[^,;]{{0,40}} {_TALK}\b[^,;]{{0,40}}? (?:in|on) <as_of:date>,",
        "During a meeting with us in May 2024, ICE officials said that work continues.",
        "During a meeting planned for May 2024, ICE officials will report.",
        cues=("meeting", "interview", "call", "discussion", "briefing"),
    ),
)
"""An opening that holds a date, behind which somebody speaks."""

BEHIND = (
    Phrase(
        "said-in",
        rf"{OPENING}{_SPEAKER}{ADVERB} {SPEECH}(?: us| GAO)?,? (?:in|on) <as_of:date>",
        "However, ICE officials told us in May 2023 that the work goes on.",
        "ICE officials told us that the contract ends in May 2025.",
        cues=(" in ", " on "),
    ),
    Phrase(
        "said-in-paper",
        rf"{OPENING}{_SPEAKER}{ADVERB} {SPEECH} in (?:its|their|an?|the)(?: \w+)? <as_of:date> "
        rf"(?:[\w-]+ ){{0,3}}{_PAPER}\b",
        "USCIS officials stated in an October 2021 update that the strategy was drafted.",
        "USCIS officials stated in an October 2021 hearing that the strategy was drafted.",
        cues=(" in ",),
    ),
    Phrase(
        "did-in-again",
        rf"{OPENING}{_SPEAKER}{ADVERB} {_DID}\b(?:(?!\b{_OR_MEANT}\b)[^,;]){{0,100}}? (?:in|on) "
        rf"(?:{WHEN},? ){{1,4}}and (?:again )?(?:in |on )?<as_of:date>",
        "CBP provided documents in August 2022, January 2023 and May 2023.",
        "CBP provided documents in August 2022 and will do so in May 2023.",
        cues=(" and ",),
    ),
    Phrase(
        "did-in",
        rf"{OPENING}{_SPEAKER}{ADVERB} {_DID}\b(?:(?!\b{_OR_MEANT}\b)[^,;]){{0,100}}? (?:in|on) <as_of:date>",
        "ICE submitted a corrective action plan on March 1, 2024.",
        "ICE stated that the directive was issued in July 2022.",
        cues=(" in ", " on "),
    ),
    Phrase(
        "did-by",
        rf"{OPENING}{_SPEAKER}{ADVERB} {_DONE}\b"
        r"(?:(?!\b(?:that|will|would|until|expect\w*|plan\w* to)\b)[^,;]){0,100}? by <as_of:date>",
        "ICE had completed these actions by June 2023.",
        "ICE will have completed these actions by June 2023.",
        "B.2 16",
        cues=(" by ",),
        also=_DONE_WORDS,
    ),
)
"""A date behind who speaks or acts."""

LATER_CLAUSE = Phrase(
    "in-later-clause",
    r"(?:[,;] (?:(?:however|but|and|then|although|while),? )?| (?:and|but) (?:then )?)(?:in|on) <as_of:date>"
    rf"{_NO_PLAN}(?:(?<=\d),(?! \d)|(?= (?:it |they )?{_DID}\b))",
    "DHS first concurred; however, in May 2024, DHS officials changed their minds.",
    "DHS first concurred; however, in late 2026, DHS will look again.",
    "B.2 10",
)
"""A date that opens a later clause."""

LATER_PAPER = Phrase(
    "in-later-paper",
    rf"(?:[,;] | )(?:and|but) in (?:its|their|an?)(?: \w+)? <as_of:date> (?:[\w-]+ ){{0,3}}{_PAPER}\b",
    "CBP concurred with this recommendation and in an April 2020 update stated that it had begun.",
    "CBP concurred with this recommendation and in its budget of 2020 asked for funds.",
)
"""A paper of which a later clause tells."""

STATEMENTS = (AS_OF, *LEADING, *OPENINGS, *BEHIND, LATER_CLAUSE, LATER_PAPER)
