"""What reached the office: complaints it opened, allegations it received."""

from __future__ import annotations

from oversight_adapters.readers.crcl_summary.phrases.common import ADVERBS, COMMA, ON, THE, Family
from oversight_adapters.readers.phrasebook import Phrase

_OFFICE = rf"{THE}<issuer:office>{ADVERBS}"
_OPENED = r"(?:opened|initiated|launched|began)"
_COMPLAINTS = r"(?:(?:separate|individual|new|related) )?(?:complaint investigations?|complaints?)(?![\w-])"
_RECEIVED_ON = r"(?:,? (?:between|from|in|on|during) <received_on:span-or-date>)?"

COMPLAINTS = Family(
    "complaints",
    (
        Phrase(
            "opened-between",
            rf"(?:between|from) <opened_on:span>{COMMA}{_OFFICE} {_OPENED} <count:count> {_COMPLAINTS}",
            "Between January 2022 and October 2022, CRCL opened four complaint investigations.",
            "Between January 2022 and October 2022, CRCL initiated a periodic review.",
            "A.4 33",
        ),
        Phrase(
            "opened-in",
            rf"{ON}<opened_on:date>{COMMA}{_OFFICE} {_OPENED} <count:count> {_COMPLAINTS}",
            "In May 2021, CRCL opened two complaints.",
            "In May 2021, CRCL opened an investigation.",
        ),
        Phrase(
            "opened",
            rf"(?:<issuer:office>{ADVERBS}|(?<!\w)and) {_OPENED} <count:count> {_COMPLAINTS}"
            r"(?:,? (?:between|from|in|on) <opened_on:span-or-date>)?",
            "CRCL opened four complaints between January 2022 and October 2022.",
            "CRCL opened complaints.",
        ),
        Phrase(
            "opened-of-them",
            rf"<issuer:office>{ADVERBS} {_OPENED} <count:count> of (?:them|these|those)(?: complaints)?(?![\w-])",
            "CRCL opened nine of them for investigation.",
            "CRCL opened some of them for investigation.",
        ),
        Phrase(
            "opened-one-then",
            rf"<issuer:office>{ADVERBS} opened a(?:n)? (?:\w+ )?complaint(?: investigation)? "
            r"(?:on|in) <opened_on:date>",
            "CRCL opened a complaint on October 12, 2022.",
            "CRCL opened complaints on October 12, 2022.",
        ),
        Phrase(
            "were-opened",
            rf"(?<![\w-])<count:count> {_COMPLAINTS} were opened(?: by CRCL)?(?:,? (?:between|from|in|on) "
            rf"<opened_on:span-or-date>)?",
            "Four complaints were opened between January 2022 and October 2022.",
            "Four complaints were closed.",
        ),
        Phrase(
            "opened-one",
            rf"{ON}<opened_on:date>{COMMA}{_OFFICE} opened a(?:n)? (?:\w+ )?complaint(?: investigation)?(?![\w-])",
            "In March 2021, CRCL opened a complaint.",
            "In March 2021, CRCL opened complaints.",
        ),
        Phrase(
            "received-complaints",
            rf"<issuer:office>{ADVERBS} received <count:count> {_COMPLAINTS}{_RECEIVED_ON}",
            "CRCL received 12 complaints about CBP.",
            "CRCL received 12 allegations about CBP.",
        ),
        Phrase(
            "received-then",
            rf"<issuer:office>{ADVERBS} received (?!no\W)(?:[a-z-]+ ){{0,2}}?(?:complaints|allegations),? "
            r"(?:between|from|during) <received_on:span-or-date>",
            "CRCL received complaints from March 2021 through October 2021.",
            "CRCL received complaints from three people.",
        ),
        Phrase(
            "received-over",
            rf"(?:between|from|in|on) <received_on:span-or-date>{COMMA}{_OFFICE} received (?!no\W)"
            r"(?:[\w-]+ ){0,3}?(?:complaints?|allegations?)(?![\w-])",
            "Between May 1 and July 31, 2019, CRCL received 677 allegations that CBP held children too long.",
            "Between May 1 and July 31, 2019, CRCL received records.",
            "A.4 32",
        ),
        Phrase(
            "notified-of",
            r"(?:notif(?:y|ies|ied)|inform(?:s|ed)?) [^;.,]{2,60}? (?:of|about) <count:count> complaints?(?![\w-])",
            "This memorandum notifies CBP of 12 complaints.",
            "This memorandum notifies CBP of complaints.",
            "A.4 39",
        ),
        Phrase(
            "were-received",
            r"(?:complaint|allegation)s? (?:was|were) received(?: by CRCL)?,? (?:between|from|in|on|during) "
            r"<received_on:span-or-date>",
            "The complaint was received on March 9, 2019.",
            "The complaint was received by ICE on March 9, 2019.",
        ),
        Phrase(
            "received-by",
            rf"(?:complaints?|allegations?)(?: that were)? received(?: by {THE}<issuer:office>)?,? "
            r"(?:between|from|in|on|during) <received_on:span-or-date>",
            "a review of all allegations received by CRCL from May 1, 2021, until July 6, 2022",
            "a review of all allegations received from the panel in May 2021",
            "A.5, retaliation",
        ),
        Phrase(
            "retained",
            r"(?<!\w)(?:retain(?:s|ed)?(?: (?:the|these|those|all)){0,2}|is closing|"
            r"clos(?:e|es|ed|ing)(?: (?:the|these|those|all)){1,2}) "
            r"<count:count> "
            r"(?:(?:above-referenced|referenced|related) )?complaints?(?![\w-])",
            "CRCL will retain these three complaints for investigation.",
            "CRCL will retain some of the three complaints.",
            "A.4 38, 39",
        ),
        Phrase(
            "received-allegations",
            rf"<issuer:office>{ADVERBS} received <allegation_count:count> (?:(?:separate|individual|new) "
            rf")?allegations?(?![\w-]){_RECEIVED_ON}",
            "Between May 1 and July 31, 2019, CRCL received 677 allegations that CBP held children too long.",
            "CRCL received allegations that CBP held 677 children too long.",
            "A.4 31, 32",
        ),
        Phrase(
            "opened-and-received",
            rf"<issuer:office>{ADVERBS} {_OPENED} [^.;]{{3,100}}? and received <allegation_count:count> "
            rf"(?:(?:separate|individual|new) )?allegations?(?![\w-]){_RECEIVED_ON}",
            "CRCL opened five complaints and received 30 allegations about force.",
            "CRCL opened five complaints, and ICE received 30 allegations about force.",
        ),
        Phrase(
            "review-of-complaints",
            r"(?:review|investigation) (?:of|into|based on|prompted by|stemming from|in response to|following|"
            r"grew out of|arose from|stemmed from|was prompted by) "
            r"(?:these |those |the )?<complaint_count:count> (?:\w+ )?complaints(?![\w-])",
            "an investigation into 12 complaints",
            "an investigation into 12 deaths",
        ),
        Phrase(
            "review-of-allegations",
            r"(?:review|investigation)(?: CRCL conducted)? "
            r"(?:of|into|followed|was prompted by|based on|in response to) (?:the )?"
            r"<allegation_count:count> allegations(?![\w-])",
            "a review of 30 allegations",
            "a review of 30 deaths",
        ),
    ),
)
"""Rows of intake.  Opening complaints is not opening the review that they lead to."""
