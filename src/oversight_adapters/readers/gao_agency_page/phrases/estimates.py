"""Estimates: by when something is to be complete, finished, implemented or closed, or to begin."""

from __future__ import annotations

from oversight_adapters.readers.gao_agency_page.phrases.expecting import (
    AT,
    BY,
    COMPLETION_DATE,
    DO,
    DOING,
    DOING_WORDS,
    DONE,
    EXPECTED,
    EXPECTING,
    EXPECTS,
    GAP,
    HEDGE,
    HEDGED,
    HEDGING,
    IS,
    LIKELY,
    MOVED,
    SOMEBODY,
    WILL,
)
from oversight_adapters.readers.gao_agency_page.phrases.speakers import SPEECH
from oversight_adapters.readers.gao_agency_page.phrases.starts import MOVES, STARTS
from oversight_adapters.readers.phrasebook import Phrase
from oversight_adapters.readers.words.dates import WHEN

COMPLETIONS = (
    Phrase(
        "completion-date-moved",
        rf"(?:(?:completion|implementation) date|\bECD\)?)[^;]{{0,60}}? "
        rf"from (?:the )?(?:end of )?{WHEN} (?:to|until){AT}",
        "ICE extended the estimated completion date from May 31, 2023 to the end of December 2024.",
        "The estimated completion date was May 31, 2023.",
        cues=(" from ",),
    ),
    Phrase(
        "completion-date",
        rf"{COMPLETION_DATE}{IS}?{AT}",
        "It will assess the data, with an estimated completion date of May 31, 2023.",
        "It met the completion date that Congress had set, May 31, 2023.",
        "B.2 18, 20",
        cues=("completion date", "implementation date", "closure date", "due date"),
    ),
    Phrase(
        "as-completion-date",
        rf"\b(?:identified|provided|set|gave|reported|established) <estimated_completion:when>,? as (?:the|its|a|an) "
        rf"(?:new )?(?:{EXPECTED} ){{1,2}}(?:completion|implementation) date",
        "CBP identified October 31, 2021, as the estimated completion date.",
        "CBP identified October 31, 2021, as the date of the incident.",
        cues=("completion date", "implementation date"),
    ),
    Phrase(
        "ecd",
        rf"\bECD\)?(?: for (?:this|the) recommendation)?{IS}?{AT}",
        "ICE reported an ECD of September 30, 2024.",
        "The ECD has not been set.",
        cues=("ecd",),
    ),
    Phrase(
        "date-for-completing",
        rf"\b{EXPECTED} (?:date|time ?frame|timeline) (?:of|for) (?:the )?{DOING}{GAP}(?: (?:is|was|of)|:){AT}",
        "The estimated date of completion is June 2025.",
        "The date of publication was June 2025.",
        cues=("date of", "date for", "frame for", "timeline for"),
    ),
    Phrase(
        "date-then-completing",
        rf"\b{EXPECTED} date of <estimated_completion:when>,? for (?:its |the |their )?(?:full )?{DOING}\b",
        "VA provided a target date of November 2026 for its implementation.",
        "VA provided a target date of November 2026 for its first report.",
        cues=DOING_WORDS,
    ),
    Phrase(
        "estimated-completing",
        rf"{EXPECTS} (?:on |for |of )?(?:full(?:y)? |that )?{DOING}\b{GAP}{BY}",
        "ICE estimated completing these actions by August 31, 2023.",
        "ICE estimated the cost of completing these actions at $5 million.",
        "B.2 19",
        cues=DOING_WORDS,
        starts=EXPECTING,
    ),
    Phrase(
        "to-be-completed",
        rf"\b(?:will|would|to|can|could) {LIKELY}"
        rf"be (?:fully |substantially |\w+ed and )?{DONE}\b{GAP}{BY}",
        "ICE estimated that these actions would be completed by June 2024.",
        "These actions were completed by June 2024.",
        "B.2 21",
        cues=("complete", "finished", "implemented", "closed"),
        also=("be ",),
        starts=(*WILL, "to ", "can", "could"),
    ),
    Phrase(
        "be-and-be-completed",
        rf"\bbe \w+ed (?:{HEDGE}|in|on|during) (?:the )?{WHEN} and (?:then )?(?:fully )?{DONE}\b{BY}",
        "ICE expects the plan to be approved by September 2022 and implemented by the end of fiscal year 2023.",
        "ICE expects the plan to be approved by September 2022 and published in fiscal year 2023.",
        cues=("complete", "finished", "implemented", "closed"),
        starts=("be ",),
    ),
    Phrase(
        "plans-to-complete",
        rf"(?:{EXPECTS} (?:(?:(?:the|its|all|both|each) (?:[\w-]+ ){{1,5}}?)?to|toward|"
        rf"that (?:it|they) (?:will|would|can|could)|(?:it|they) (?:will|would|can|could))|"
        rf"\b(?:will|would|is to|are to))(?: be able to| have)?(?: (?:also|then|fully))? {DO}(?:d|ed)?\b{GAP}{BY}",
        "CBP plans to finish updating its handbook in the third quarter of fiscal year 2025.",
        "CBP plans to begin implementing its handbook in June 2025.",
        "B.2 21, 23",
        cues=(" complete", " finish", " implement", " close"),
        starts=(*EXPECTING, *WILL, "is to ", "are to "),
    ),
    Phrase(
        "agrees-to-complete",
        rf"\bagree[ds]? to (?:fully )?{DO}\b{GAP}{BY}",
        "IRS agreed to implement the recommendation by September 2026.",
        "IRS agreed to implement the recommendation in September.",
        cues=(" complete", " finish", " implement", " close"),
        starts=("agree",),
    ),
    Phrase(
        "plans-to-have-completed",
        rf"{EXPECTS} to have [^;,]{{1,60}}? (?:fully )?{DONE}\b{GAP}{BY}",
        "ICE plans to have the system fully implemented by June 2025.",
        "ICE plans to have the system inspected by June 2025.",
        cues=("to have ",),
        starts=EXPECTING,
    ),
    Phrase(
        "and-complete",
        rf"{EXPECTS}\b[^;]{{1,200}}?\b(?:and|then) (?:to |will |would )?(?:then |fully )?{DO}\b{GAP}{BY}",
        "ICE plans to begin its pilot in January 2026 and to complete it by June 2027.",
        "ICE planned its pilot in January 2026 and completed it by June 2027.",
        cues=("and ", "then "),
        starts=EXPECTING,
    ),
    Phrase(
        "and-the-rest",
        rf"\b(?:{DO}|{DOING}|be {DONE})\b{GAP} (?:{HEDGE}|in|on) (?:the )?{WHEN},? "
        rf"and (?:the|its|all|their|other|any)\b[^,;]{{1,80}}?{BY}",
        "ICE expects to complete the pilot by June 2024 and the full rollout by June 2025.",
        "ICE expects to complete the pilot by June 2024 and report to GAO.",
        cues=("and the", "and its", "and all", "and other", "and any"),
    ),
    Phrase(
        "by-then-complete",
        rf"(?<!\w){HEDGED}<estimated_completion:when>, "
        rf"{SOMEBODY} (?:{EXPECTS} to|will|would)"
        rf"(?: have)?(?: fully)? {DO}(?:d|ed)?\b",
        "By the end of 2025, ICE expects to have completed the review.",
        "By the end of 2025, ICE expects to begin the review.",
        cues=(" complete", " finish", " implement", " close"),
        starts=HEDGING,
    ),
    Phrase(
        "then-complete",
        rf"(?<!\w)(?:in|on) <estimated_completion:when>, (?!{SOMEBODY} (?:that|{SPEECH})\b){SOMEBODY} will {DO}\b",
        "In June 2027, ICE will complete the review.",
        "In June 2025, ICE officials said that they will complete the review.",
        cues=(" complete", " finish", " implement", " close"),
        starts=("in ", "on "),
    ),
    Phrase(
        "completion-expected",
        rf"\b{DOING}(?: of[^,;]{{1,80}}?)? (?:(?:(?:is|are|was|were) (?:now |currently )?{EXPECTS}|{EXPECTED})"
        rf"(?: (?:to (?:occur|be done)|for))?|(?:will|would|should) (?:occur|take place|happen)){BY}",
        "Full implementation is expected by the end of December 2026.",
        "Implementation is behind schedule.",
        "B.2 23",
        cues=DOING_WORDS,
        starts=DOING_WORDS,
    ),
    Phrase(
        "completion-delayed",
        rf"\b{DOING}(?: of[^,;]{{1,80}}?)? (?:(?:has|had|have) been|was|is|were)(?: now)? {MOVED} (?:to|until){AT}",
        "Completion had been delayed until the third quarter of fiscal year 2025.",
        "Completion had been delayed by the contractor in 2025.",
        cues=("to ", "until "),
        starts=DOING_WORDS,
    ),
    Phrase(
        "calls-for-completing",
        rf"\bcall(?:s|ed) for {DOING}\b{GAP}{BY}",
        "NOAA's action plan calls for completion of the recommendation by September 2024.",
        "NOAA's action plan calls for the completion of a list, which was due by September 2024.",
        cues=("calls for", "called for"),
    ),
    Phrase(
        "not-until",
        rf"(?:\bnot (?:be |to be |plan |expect |anticipate |expected |anticipated |planned )"
        rf"[^;]{{0,60}}?\b(?:{DO}|{DONE}|{DOING})\b|\b(?:will|would|can|could) not (?:be able to )?{DO}\b|"
        rf"\b{DOING}(?: of[^,;]{{1,80}}?)? (?:is|was) not {EXPECTS}(?: to occur)?\b)[^;]{{0,80}}? "
        r"<estimated_completion_qualifier:until> (?:the )?<estimated_completion:when>",
        "ICE does not expect to complete the work until 2026.",
        "ICE completed the work until 2026.",
        "B.2 23",
        cues=("until", "before", "prior to"),
        starts=("not ", *WILL, "can", "could", *DOING_WORDS),
    ),
    Phrase(
        "takes-long-to-complete",
        r"\b(?:will|would|could|may|to) (?:likely |probably )?take <estimated_completion:duration> "
        rf"(?:to|before|for)\b[^;.]{{0,60}}?\b(?:{DO}|{DONE}|{DOING})\b",
        "ICE said the system will likely take 3-5 years to implement.",
        "ICE said that travel will likely take 3-5 hours.",
        "B.2 24",
        cues=("take ",),
        starts=(*WILL, "could", "may", "to "),
    ),
    Phrase(
        "completing-takes-long",
        rf"\b{DOING}\b[^;.]{{0,80}}? (?:will|would|could|may) (?:likely |probably )?take "
        r"<estimated_completion:duration>",
        "Full implementation will likely take two to three years.",
        "Full implementation will likely take more staff.",
        "B.2 24",
        cues=("take ",),
        starts=DOING_WORDS,
    ),
)
"""By when; of rows that read the same date the last one stands."""

ESTIMATES = (*COMPLETIONS, *STARTS, *MOVES)
