"""Estimates: by when something is to be complete, finished, implemented or closed, or to begin."""

from __future__ import annotations

from oversight_adapters.readers.gao_agency_page.phrases.speakers import SPEECH
from oversight_adapters.readers.phrasebook import Phrase
from oversight_adapters.readers.words.dates import WHEN
from oversight_adapters.readers.words.qualifiers import QUALIFIERS

_HEDGE = "(?:" + "|".join(QUALIFIERS.values()) + ")"
_HEDGED = "<estimated_completion_qualifier:qualifier> (?:the )?"
_BY = rf"(?: {_HEDGED}| (?:in|on|during|for) (?:the )?|: )<estimated_completion:when>"
_AT = rf"(?: {_HEDGED}| (?:in|on|during|for) (?:the )?|:? (?:the )?)<estimated_completion:when>"
_EXPECTS = (
    r"\b(?:plans?|planned|planning|plan is|expects?|expected|expecting|intends?|intended|anticipates?|anticipated|"
    r"anticipating|estimates?|estimated|estimating|aim(?:s|ed)?|hope[sd]?|projects|projected|proposes|proposed|scheduled|targeted|"
    r"slated|due|set|on track|working|committed|goal(?: is)?)"
)
_EXPECTING = (
    *"plan expect intend anticipat estimat aim hope project propos schedul target slated due set working".split(),
    *("committed", "goal", "on track"),
)
_WILL = ("will", "would")
_HEDGING = (
    *("by ", "at ", "in ", "on ", "near ", "toward ", "before ", "the end ", "end of", "not ", "no "),
    *("around", "about", "approximately", "roughly"),
)
_DO = r"(?:complete|finish|implement|close)"
_DONE = r"(?:completed?|finished|implemented|closed)"
_DOING = r"(?:completing|finishing|implementing|closing|completion|implementation|closure)"
_DOING_WORDS = ("completing", "finishing", "implementing", "closing", "completion", "implementation", "closure")
_LIKELY = r"(?:(?:likely|probably|then|now|all|both|also|still|ultimately|eventually|instead) ){0,2}"
_BEGIN = r"(?:begin|start|commence|initiate)"
_BEGIN_WORDS = ("begin", "start", "commence", "initiate")

# Words between a verb and its date.  What begins, or was issued at another date, is not what is to be completed.
_PAST = (
    r"\b(?:issued|published|released|dated|signed|established|adopted|approved|enacted|updated|made|found|awarded|"
    r"recommended|identified) (?:in|on)\b"
)
_ELSEWHERE = (
    r"\b(?:begin|start|commenc|initiat|launch|which\b|because\b|and (?:would|will)\b|"
    r"will be (?!(?:fully )?(?:complete|finish|implement|close)))"
)
_GAP = rf"[^\s;]{{0,20}}(?: (?:{_PAST} {WHEN}|(?!{_ELSEWHERE}|{_PAST})[^\s;]+)){{0,30}}?"
_GAP_TO_START = rf"[^\s;]{{0,20}}(?: (?!(?:and|then) (?:\w+ )?{_DO}|complet|{_PAST}|which\b)[^\s;]+){{0,30}}?"
_SOMEBODY = r"(?:(?!\b(?:and|but|after|when|which|once|then|if|until|at which)\b)[^,;]){1,60}?"
_STARTS = rf"(?:{_HEDGE}|in|on|during) (?:the )?<estimated_start:when>"

_EXPECTED = r"(?:estimated|expected|anticipated|targeted|target|planned|projected|revised|new|current|initial|original)"
_OF_WHAT = (
    r"(?: (?:for|of) (?:this|the|these|those|our|its|their|all|both|implementing|completing)(?: [\w'-]+){1,10}?)??"
)
_COMPLETION_DATE = (
    rf"(?<!\w)(?<!actual\s)(?:(?:{_EXPECTED} (?:an? )?){{1,3}}(?:completion|implementation|closure)|completion) date"
    rf"(?: \(?ECD\)?)?{_OF_WHAT},?"
)
_MOVED = r"(?:extended|revised|moved|changed|pushed(?: back)?|delayed|postponed|updated|adjusted|shifted|slipped)"
_OTHER_MOVES = ("updated", "adjusted", "shifted", "slipped")
_IS = (
    r"(?: (?:of|is|was|to|for|as|remains)| (?:is|was) (?:now|currently|set for)|"
    rf" (?:(?:has|had|have) (?:been |now )?|was |is now |){_MOVED} to)"
)

COMPLETIONS = (
    Phrase(
        "completion-date-moved",
        rf"(?:(?:completion|implementation) date|\bECD\)?)[^;]{{0,60}}? "
        rf"from (?:the )?(?:end of )?{WHEN} (?:to|until){_AT}",
        "ICE extended the estimated completion date from May 31, 2023 to the end of December 2024.",
        "The estimated completion date was May 31, 2023.",
        cues=(" from ",),
    ),
    Phrase(
        "completion-date",
        rf"{_COMPLETION_DATE}{_IS}?{_AT}",
        "It will assess the data, with an estimated completion date of May 31, 2023.",
        "It met the completion date that Congress had set, May 31, 2023.",
        "B.2 18, 20",
        cues=("completion date", "implementation date", "closure date"),
    ),
    Phrase(
        "as-completion-date",
        rf"\b(?:identified|provided|set|gave|reported|established) <estimated_completion:when>,? as (?:the|its|a|an) "
        rf"(?:new )?(?:{_EXPECTED} ){{1,2}}(?:completion|implementation) date",
        "CBP identified October 31, 2021, as the estimated completion date.",
        "CBP identified October 31, 2021, as the date of the incident.",
        cues=("completion date", "implementation date"),
    ),
    Phrase(
        "ecd",
        rf"\bECD\)?(?: for (?:this|the) recommendation)?{_IS}?{_AT}",
        "ICE reported an ECD of September 30, 2024.",
        "The ECD has not been set.",
        cues=("ecd",),
    ),
    Phrase(
        "date-for-completing",
        rf"\b{_EXPECTED} (?:date|time ?frame|timeline) (?:of|for) (?:the )?{_DOING}{_GAP}(?: (?:is|was|of)|:){_AT}",
        "The estimated date of completion is June 2025.",
        "The date of publication was June 2025.",
        cues=("date of", "date for", "frame for", "timeline for"),
    ),
    Phrase(
        "date-then-completing",
        rf"\b{_EXPECTED} date of <estimated_completion:when>,? for (?:its |the |their )?(?:full )?{_DOING}\b",
        "VA provided a target date of November 2026 for its implementation.",
        "VA provided a target date of November 2026 for its first report.",
        cues=_DOING_WORDS,
    ),
    Phrase(
        "estimated-completing",
        rf"{_EXPECTS} (?:on |for |of )?(?:full(?:y)? |that )?{_DOING}\b{_GAP}{_BY}",
        "ICE estimated completing these actions by August 31, 2023.",
        "ICE estimated the cost of completing these actions at $5 million.",
        "B.2 19",
        cues=_DOING_WORDS,
        starts=_EXPECTING,
    ),
    Phrase(
        "to-be-completed",
        rf"\b(?:will|would|to|can|could) {_LIKELY}"
        rf"be (?:fully |substantially |\w+ed and )?{_DONE}\b{_GAP}{_BY}",
        "ICE estimated that these actions would be completed by June 2024.",
        "These actions were completed by June 2024.",
        "B.2 21",
        cues=("complete", "finished", "implemented", "closed"),
        also=("be ",),
        starts=(*_WILL, "to ", "can", "could"),
    ),
    Phrase(
        "be-and-be-completed",
        rf"\bbe \w+ed (?:{_HEDGE}|in|on|during) (?:the )?{WHEN} and (?:then )?(?:fully )?{_DONE}\b{_BY}",
        "ICE expects the plan to be approved by September 2022 and implemented by the end of fiscal year 2023.",
        "ICE expects the plan to be approved by September 2022 and published in fiscal year 2023.",
        cues=("complete", "finished", "implemented", "closed"),
        starts=("be ",),
    ),
    Phrase(
        "plans-to-complete",
        rf"(?:{_EXPECTS} (?:(?:(?:the|its|all|both|each) (?:[\w-]+ ){{1,5}}?)?to|toward|"
        rf"that (?:it|they) (?:will|would|can|could)|(?:it|they) (?:will|would|can|could))|"
        rf"\b(?:will|would|is to|are to))(?: be able to| have)?(?: (?:also|then|fully))? {_DO}(?:d|ed)?\b{_GAP}{_BY}",
        "CBP plans to finish updating its handbook in the third quarter of fiscal year 2025.",
        "CBP plans to begin implementing its handbook in June 2025.",
        "B.2 21, 23",
        cues=(" complete", " finish", " implement", " close"),
        starts=(*_EXPECTING, *_WILL, "is to ", "are to "),
    ),
    Phrase(
        "plans-to-have-completed",
        rf"{_EXPECTS} to have [^;,]{{1,60}}? (?:fully )?{_DONE}\b{_GAP}{_BY}",
        "ICE plans to have the system fully implemented by June 2025.",
        "ICE plans to have the system inspected by June 2025.",
        cues=("to have ",),
        starts=_EXPECTING,
    ),
    Phrase(
        "and-complete",
        rf"{_EXPECTS}\b[^;]{{1,200}}?\b(?:and|then) (?:to |will |would )?(?:then |fully )?{_DO}\b{_GAP}{_BY}",
        "ICE plans to begin its pilot in January 2026 and to complete it by June 2027.",
        "ICE planned its pilot in January 2026 and completed it by June 2027.",
        cues=("and ", "then "),
        starts=_EXPECTING,
    ),
    Phrase(
        "and-the-rest",
        rf"\b(?:{_DO}|{_DOING}|be {_DONE})\b{_GAP} (?:{_HEDGE}|in|on) (?:the )?{WHEN},? "
        rf"and (?:the|its|all|their|other|any)\b[^,;]{{1,80}}?{_BY}",
        "ICE expects to complete the pilot by June 2024 and the full rollout by June 2025.",
        "ICE expects to complete the pilot by June 2024 and report to GAO.",
        cues=("and the", "and its", "and all", "and other", "and any"),
    ),
    Phrase(
        "by-then-complete",
        rf"(?<!\w){_HEDGED}<estimated_completion:when>, "
        rf"{_SOMEBODY} (?:{_EXPECTS} to|will|would)"
        rf"(?: have)?(?: fully)? {_DO}(?:d|ed)?\b",
        "By the end of 2025, ICE expects to have completed the review.",
        "By the end of 2025, ICE expects to begin the review.",
        cues=(" complete", " finish", " implement", " close"),
        starts=_HEDGING,
    ),
    Phrase(
        "then-complete",
        rf"(?<!\w)(?:in|on) <estimated_completion:when>, (?!{_SOMEBODY} (?:that|{SPEECH})\b){_SOMEBODY} will {_DO}\b",
        "In June 2027, ICE will complete the review.",
        "In June 2025, ICE officials said that they will complete the review.",
        cues=(" complete", " finish", " implement", " close"),
        starts=("in ", "on "),
    ),
    Phrase(
        "completion-expected",
        rf"\b{_DOING}(?: of[^,;]{{1,80}}?)? (?:(?:(?:is|are|was|were) (?:now |currently )?{_EXPECTS}|{_EXPECTED})"
        rf"(?: (?:to (?:occur|be done)|for))?|(?:will|would|should) (?:occur|take place|happen)){_BY}",
        "Full implementation is expected by the end of December 2026.",
        "Implementation is behind schedule.",
        "B.2 23",
        cues=_DOING_WORDS,
        starts=_DOING_WORDS,
    ),
    Phrase(
        "not-until",
        rf"(?:\bnot (?:be |to be |plan |expect |anticipate |expected |anticipated |planned )"
        rf"[^;]{{0,60}}?\b(?:{_DO}|{_DONE}|{_DOING})\b|\b(?:will|would|can|could) not (?:be able to )?{_DO}\b|"
        rf"\b{_DOING}(?: of[^,;]{{1,80}}?)? (?:is|was) not {_EXPECTS}(?: to occur)?\b)[^;]{{0,80}}? "
        r"<estimated_completion_qualifier:until> (?:the )?<estimated_completion:when>",
        "ICE does not expect to complete the work until 2026.",
        "ICE completed the work until 2026.",
        "B.2 23",
        cues=("until", "before", "prior to"),
        starts=("not ", *_WILL, "can", "could", *_DOING_WORDS),
    ),
    Phrase(
        "takes-long-to-complete",
        r"\b(?:will|would|could|may|to) (?:likely |probably )?take <estimated_completion:duration> "
        rf"(?:to|before|for)\b[^;.]{{0,60}}?\b(?:{_DO}|{_DONE}|{_DOING})\b",
        "ICE said the system will likely take 3-5 years to implement.",
        "ICE said that travel will likely take 3-5 hours.",
        "B.2 24",
        cues=("take ",),
        starts=(*_WILL, "could", "may", "to "),
    ),
    Phrase(
        "completing-takes-long",
        rf"\b{_DOING}\b[^;.]{{0,80}}? (?:will|would|could|may) (?:likely |probably )?take "
        r"<estimated_completion:duration>",
        "Full implementation will likely take two to three years.",
        "Full implementation will likely take more staff.",
        "B.2 24",
        cues=("take ",),
        starts=_DOING_WORDS,
    ),
)
"""By when; of rows that read the same date the last one stands."""

STARTS = (
    Phrase(
        "expects-to-begin",
        rf"{_EXPECTS}\b[^;]{{0,80}}?\b(?:to|can|could|will|would|may) (?:then |also )?"
        rf"{_BEGIN}\b{_GAP_TO_START} {_STARTS}",
        "ICE anticipates Custody Management can begin conducting analyses around the end of calendar year 2024.",
        "ICE expects to complete the analyses around the end of calendar year 2024.",
        "B.2 22",
        cues=_BEGIN_WORDS,
        starts=_EXPECTING,
    ),
    Phrase(
        "will-begin",
        rf"\b(?:will|would|is to|are to|due to) (?:then |also )?{_BEGIN}\b{_GAP_TO_START} {_STARTS}",
        "DHS said training will begin in January 2026.",
        "DHS said training began in January 2026.",
        cues=_BEGIN_WORDS,
        starts=(*_WILL, "is to", "are to", "due to"),
    ),
    Phrase(
        "by-then-begin",
        rf"(?<!\w)(?:{_HEDGE}|in|on) (?:the )?<estimated_start:when>, {_SOMEBODY} "
        rf"(?:{_EXPECTS} to|will|would) {_BEGIN}\b",
        "In September 2025, ICE will begin its review.",
        "In September 2025, ICE began its review.",
        cues=_BEGIN_WORDS,
    ),
    Phrase(
        "start-date",
        rf"\b{_EXPECTED} start date (?:of|is|was) (?:the )?<estimated_start:when>",
        "It has an estimated start date of October 2025.",
        "It has an estimated completion date of October 2025.",
        cues=("start date",),
    ),
)

MOVES = (
    Phrase(
        "date-moved",
        rf"\b{_MOVED} (?:(?:this|that|the|its|their)(?: {_EXPECTED}){{0,3}}(?: completion)? "
        rf"(?:date|deadline|milestone|timeline|time ?frame|target)(?: for [^,;]{{1,60}}?)?|it)(?: (?:in|on) {WHEN},?)?"
        rf"(?: from (?:the )?(?:end of )?{WHEN})? (?:to|until){_AT}",
        "In August 2023, OPM moved this date to December 2024.",
        "In August 2023, OPM moved its office to Denver in 2024.",
        cues=("extended", "revised", "moved", "changed", "pushed", "delayed", "postponed", *_OTHER_MOVES),
    ),
    Phrase(
        "which-moved",
        rf"\bwhich [^,;.]{{1,40}}? {_MOVED}(?: (?:in|on) {WHEN},?)? (?:to|until){_AT}",
        "BOP estimated a completion date of April 2024, which it revised in June 2023 to October 2024.",
        "BOP has an office, which it moved in June 2023 from Denver.",
        cues=("which ",),
        also=("extended", "revised", "moved", "changed", "pushed", "delayed", "postponed", *_OTHER_MOVES),
    ),
    Phrase(
        "date-extended",
        rf"\b(?:requested|received|granted|approved) (?:an? |the )?(?:[a-z]+ )?extension,? (?:to|until|through){_AT}",
        "In July 2021, USCIS requested an extension to December 31, 2021.",
        "In July 2021, USCIS requested an extension of the contract.",
        cues=("extension",),
    ),
)
"""A date that takes the place of one estimated before, in a sentence that need not say of what."""

ESTIMATES = (*COMPLETIONS, *STARTS, *MOVES)
