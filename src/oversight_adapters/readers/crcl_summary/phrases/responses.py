"""Who answered, when, and which memo."""

from __future__ import annotations

from oversight_adapters.readers.crcl_summary.phrases.common import (
    ADVERBS,
    COMMA,
    DETERMINER,
    FREE,
    NAMED,
    ON,
    THE,
    UNIT,
    Family,
)
from oversight_adapters.readers.phrasebook import Phrase

_ANSWER = r"(?:response|reply|answer)(?!\w)"
_ANSWERED = (
    r"(?:(?:responded|replied|answered)(?: in writing| formally| by (?:letter|memo(?:randum)?|e-?mail))?|"
    rf"provided (?:CRCL (?:with )?)?(?:its|a|an) (?:\w+ )?{_ANSWER}|"
    rf"(?:submitted|sent|issued|delivered|returned) (?:CRCL )?(?:its|a|an) (?:\w+ )?{_ANSWER})"
)
_WHO = rf"(?:{THE}<responder:component>{UNIT}|the (?:agency|component|department))"
_FOR = (
    rf"(?:\s*,? on behalf of {THE}<on_behalf_of:component>\s*,?|"
    r"\s*,? through (?:DHS|the Department(?: of Homeland Security)?)\s*,?)?"
)
_FOR_THEM = rf"(?: on behalf of {THE}<on_behalf_of_2:component>| on <on_behalf_of_3:component>'s behalf)?"
_TO_CRCL = (
    r"(?: to (?:CRCL|CRCL's (?:memo(?:randum)?|recommendations?|findings)|the Office|"
    r"(?:the|this|these|those) (?:memo(?:randum)?|recommendations?|findings(?: and recommendations)?)))?"
)

_MEMO = rf"{DETERMINER} (?:\w+ \d{{4}} )?{NAMED}"

RESPONSES = Family(
    "responses",
    (
        Phrase(
            "answered-on",
            rf"{FREE}{ON}<responded_on:date>{COMMA}{_WHO}{_FOR}{ADVERBS}\s*,? {_ANSWERED}{_FOR_THEM}",
            "On March 4, 2024, the U.S. Coast Guard (USCG) responded to the memo.",
            "To a memo sent on March 4, 2024, ICE responded later.",
            "A.4 1-4",
        ),
        Phrase(
            "two-answered-on",
            rf"{FREE}{ON}<responded_on:date>{COMMA}{THE}<responder:component>,? and {THE}<responder_2:component>"
            rf"(?: (?:each|both|jointly))?{ADVERBS} {_ANSWERED}",
            "On March 4, 2024, ICE and CBP jointly responded to the memo.",
            "On March 4, 2024, ICE responded to the memo, and CBP did not.",
        ),
        Phrase(
            "department-answered-on",
            rf"{FREE}{ON}<responded_on:date>{COMMA}{THE}<responder:department>\s*,? "
            rf"(?:responding )?(?:on behalf of|for) {THE}<on_behalf_of:component>\s*,?{ADVERBS} {_ANSWERED}",
            "On March 4, 2024, the Department, on behalf of ICE, responded to the memo.",
            "On March 4, 2024, the Department of Justice, on behalf of ICE, responded to the memo.",
        ),
        Phrase(
            "department-answered-for",
            rf"{FREE}{ON}<responded_on:date>{COMMA}{THE}<responder:department>{ADVERBS} {_ANSWERED}"
            rf"[^.;]{{0,240}}? on behalf of {THE}<on_behalf_of:component>",
            "On March 4, 2024, the Department responded to the memo on behalf of ICE.",
            "On March 4, 2024, the Department responded to the memo.",
        ),
        Phrase(
            "answered-memo",
            rf"{_WHO}{_FOR}{ADVERBS} {_ANSWERED}{_FOR_THEM} to (?:{_MEMO}|CRCL's memo(?:randum)?(?!\w))",
            "CBP responded to a Recommendation Memorandum issued in May 2023.",
            "CBP responded to CRCL in May 2023.",
            "A.4 1-5",
        ),
        Phrase(
            "answered-then",
            rf"{_WHO}{_FOR}{ADVERBS} {_ANSWERED}{_TO_CRCL}{COMMA}(?:on|in) <responded_on:date>",
            "ICE responded to CRCL in April 2024 and concurred with ten.",
            "ICE responded to a Recommendation Memorandum issued in April 2024.",
            "A.4 10",
        ),
        Phrase(
            "answered-memo-on-day",
            rf"{_ANSWERED} to {_MEMO} on <responded_on:day>",
            "FPS responded to the Recommendation Memorandum on June 3, 2024.",
            "FPS responded to the Recommendation Memorandum in June 2024.",
        ),
        Phrase(
            "answered-dated-memo-on",
            rf"{_ANSWERED} to {_MEMO}\s*,? (?:dated|of|issued|sent) (?:(?:on|in) )?"
            rf"<issued_on:date>(?: by (?:the )?(?:CRCL|[\w ]{{3,60}}\(CRCL\)))?\s*,? on <responded_on:day>",
            "ICE responded to the Recommendation Memorandum dated 2 March 2022 on 30 August 2022.",
            "ICE responded to the Recommendation Memorandum dated 2 March 2022.",
        ),
        Phrase(
            "when-answered",
            rf"on <responded_on:day>\s*,? when {_WHO}{_FOR}{ADVERBS} {_ANSWERED}",
            "These positions were given on 9 May 2022, when ICE responded.",
            "The jail was closed on 9 May 2022, when ICE left.",
        ),
        Phrase(
            "answered-or-issued",
            rf"{_ANSWERED} to {_MEMO} in <ambiguous:date>",
            "FPS responded to a Recommendation Memorandum in June 2024.",
            "FPS responded to a Recommendation Memorandum issued in June 2024.",
        ),
        Phrase(
            "answered-in-letter",
            rf"in (?:a|its) (?:\w+ ){{0,2}}(?:memorandum|memo|letter|{_ANSWER}) (?:dated|of) <responded_on:date>"
            rf"(?: to (?:a|the|its|CRCL's) [^.;]{{3,120}}?)?{COMMA}{THE}<responder:component>",
            "In a letter dated June 3, 2024, FPS concurred with two.",
            "In a memorandum dated June 3, 2024, CRCL told FPS of two complaints.",
        ),
        Phrase(
            "answered-in-dated-letter",
            rf"in (?:a|an|its),? <responded_on:date>,? (?:memorandum|memo|letter|{_ANSWER}){COMMA}"
            rf"{THE}<responder:component>",
            "In a September 12, 2023 memorandum, ICE concurred with three.",
            "In a September 12, 2023 memorandum, CRCL told ICE of two complaints.",
        ),
        Phrase(
            "answered-by-letter",
            rf"<responder:component>\s*, in (?:a|its) (?:\w+ ){{0,2}}(?:memorandum|memo|letter|{_ANSWER}) (?:dated|of) "
            r"<responded_on:date>",
            "USCG, in a letter dated August 9, 2022, accepted three.",
            "USCG read a letter dated August 9, 2022.",
        ),
        Phrase(
            "answer-dated",
            rf"<responder:component>'s (?:\w+ )?{_ANSWER}{COMMA}(?:which was |which CRCL )?"
            rf"(?:dated|of|received on|submitted on|provided on|sent on|issued on) <responded_on:date>",
            "CBP's written response, dated June 3, 2024, accepted two.",
            "CBP's response to a memorandum dated June 3, 2024, accepted two.",
        ),
        Phrase(
            "answer-of-date",
            rf"<responder:component>'s <responded_on:date> {_ANSWER}",
            "In CBP's June 3, 2024 response, two were accepted.",
            "CBP's June 3, 2024 policy was the response.",
        ),
        Phrase(
            "answer-of-its-date",
            rf"(?:in|by|with) its <responded_on:date> (?:\w+ )?{_ANSWER}",
            "ICE, in its July 14, 2023 response, concurred with ten.",
            "ICE, in its July 14, 2023 policy, did not answer.",
        ),
        Phrase(
            "answered-that",
            rf"<responder:component>{UNIT}{ADVERBS} (?:responded|replied|stated|reported|indicated|said|wrote) that it "
            r"(?:\w+ ){0,2}?(?:concur|agree|non-?\s*concur|accept|disagree|reject)",
            "ICE responded that it concurred with 12.",
            "ICE responded that it was busy.",
        ),
        Phrase(
            "answer-came",
            rf"{THE}<responder:component>'s (?:\w+ )?{_ANSWER} (?:was (?:received|dated)|came|followed|is dated)"
            rf" (?:(?:on|in) )?<responded_on:date>",
            "USCIS's response was received on June 3, 2024.",
            "USCIS's response was received by the panel.",
        ),
        Phrase(
            "answer-received",
            rf"{ON}<responded_on:date>{COMMA}(?:CRCL|the office) received "
            rf"(?:(?:a|the) (?:\w+ )?{_ANSWER} from {THE}<responder:component>{_FOR}|<responder_2:component>'s (?:\w+ "
            rf")?{_ANSWER})",
            "On June 3, 2024, CRCL received a response from FPS.",
            "On June 3, 2024, CRCL received a complaint about FPS.",
        ),
        Phrase(
            "answer-received-on",
            rf"CRCL received (?:(?:a|the) (?:\w+ )?{_ANSWER} from {THE}<responder:component>{_FOR}|"
            rf"<responder_2:component>'s (?:\w+ )?{_ANSWER}) (?:on|in) <responded_on:date>",
            "CRCL received CBP's response on June 3, 2024.",
            "CRCL received CBP's response and closed the matter on June 3, 2024.",
        ),
        Phrase(
            "memo-answered",
            rf"(?<!\w)(?:was|were) answered by {THE}<responder:component>"
            rf" (?:on|in) <responded_on:date>",
            "The memorandum was answered by ICE on June 3, 2024.",
            "The memorandum was issued by CRCL on June 3, 2024.",
        ),
        Phrase(
            "memo-answered-on",
            rf"(?<!\w)(?:was|were) answered (?:on|in) <responded_on:date>(?: by {THE}<responder:component>)?",
            "The memorandum was answered on June 3, 2024 by ICE.",
            "The memorandum was answered by nobody.",
        ),
        Phrase(
            "on-day-concurred",
            rf"{THE}<responder:component>\s*,? on <responded_on:day>{ADVERBS}{COMMA}"
            r"(?:(?:partially |partly |non-?|did not ))?"
            r"(?:concur(?:red)? with|agreed? with|accepted|disagreed with|rejected|declined|responded|replied)(?!\w)",
            "FEMA on November 5, 2019 accepted four.",
            "FEMA on November 5, 2019 opened a shelter.",
        ),
        Phrase(
            "concurred-on",
            rf"{FREE}{ON}<responded_on:date>{COMMA}{THE}<responder:component>{_FOR}{ADVERBS} "
            r"(?:(?:partially |partly |non-?|did not ))?"
            r"(?:concur(?:red)? with|agreed? with|accepted|disagreed with|rejected|declined) ",
            "On May 29, 2024, ICE concurred with four recommendations.",
            "On May 29, 2024, CRCL concurred with ICE.",
            "A.4 27",
        ),
    ),
)
"""Rows that say that a memo was answered.  The receipt of an answer dates it where nothing else does."""
