"""Interviews that the office held: how many, and when."""

from __future__ import annotations

from oversight_adapters.readers.crcl_summary.phrases.common import ADVERBS, COMMA, EXACTLY, Family
from oversight_adapters.readers.crcl_summary.phrases.work import OFFICE
from oversight_adapters.readers.phrasebook import Phrase

_PEOPLE = (
    r"(?:people|persons|individuals|noncitizens|detainees|detained|staff|employees|officers|officials|personnel|members|"
    r"witnesses|interpreters|attorneys|agents|travelers|passengers|applicants|residents|families|women|parents)"
)

_WHEN = r"(?:(?:from|in|on) <interviews_on:when>|between <interviews_on_2:span>)"

INTERVIEWS = Family(
    "interviews",
    (
        Phrase(
            "interviews-over",
            rf"(?:from|between) <interviews_on:span>{COMMA}{OFFICE}{ADVERBS} (?:conducted|held|completed) "
            rf"<interview_count:count> "
            r"(?:[\w-]+ ){0,3}?interviews?(?!\w)",
            "From March 2020 to June 2020, CRCL conducted nine interviews with staff.",
            "From March 2020 to June 2020, CRCL conducted many interviews with staff.",
            "A.4 34",
        ),
        Phrase(
            "interviews-in",
            rf"(?:in|on|during) <interviews_on:date>{COMMA}{OFFICE}{ADVERBS} (?:conducted|held|completed) "
            rf"<interview_count:count> "
            r"(?:[\w-]+ ){0,3}?interviews?(?!\w)",
            "In March 2020, CRCL conducted nine interviews.",
            "In March 2020, CRCL read nine reports.",
        ),
        Phrase(
            "interviews",
            rf"(?:<issuer:office>|(?<!\w)(?:the|its|CRCL's) (?:review |investigat(?:ion|ive) )?team){ADVERBS} "
            rf"(?:conducted|held|completed) <interview_count:count> (?:[\w-]+ "
            rf"){{0,3}}?interviews?(?!\w)"
            rf"(?:(?: (?:with|of) [^.;,]{{1,100}}?)? {_WHEN})?",
            "CRCL conducted nine interviews with staff from March 2020 to June 2020.",
            "CRCL conducted several interviews.",
        ),
        Phrase(
            "review-included",
            r"(?<!\w)(?:the|this|its|CRCL's) (?:[\w-]+ ){0,2}?(?:review|investigation)(?!\w)[^.;]{0,120}? "
            r"(?:included|involved|consisted of) <interview_count:count> (?:[\w-]+ ){0,3}?interviews?(?!\w)"
            rf"(?:(?: (?:with|of) [^.;,]{{1,100}}?)? {_WHEN})?",
            "CRCL's review included 40 interviews with residents in May 2021.",
            "CRCL's review included records of 40 interviews.",
        ),
        Phrase(
            "interviews-too",
            r"<issuer:office> [^;]{3,160}? and (?:conducted|held|completed) <interview_count:count> "
            r"(?:[\w-]+ ){0,3}?interviews?(?!\w)",
            "CRCL reviewed records and held 35 interviews.",
            "CRCL reviewed records of 35 interviews.",
        ),
        Phrase(
            "interviewed",
            rf"(?:<issuer:office>|(?<!\w)(?:the|its|CRCL's) (?:review |investigat(?:ion|ive) |onsite )?team){ADVERBS} "
            rf"(?:[^;.]{{3,160}}? and )?interviewed <interview_count:count> (?:(?!and |percent )[\w-]+ ){{0,3}}?"
            rf"{_PEOPLE}(?! and \d)(?:,? {_WHEN})?",
            "CRCL interviewed nine detainees.",
            "CRCL interviewed nine percent of the detainees.",
        ),
        Phrase(
            "were-interviewed",
            rf"{EXACTLY}<interview_count:count> (?:(?!and |percent |of )[\w-]+ ){{0,3}}?{_PEOPLE} "
            r"were interviewed(?![^.;]{0,60}? by (?!CRCL|(?:tele)?phone|video))",
            "In all, nine detainees were interviewed.",
            "In all, nine detainees were interviewed by ICE.",
        ),
        Phrase(
            "interviewed-over",
            rf"(?:from|between) <interviews_on:span>{COMMA}{OFFICE}{ADVERBS} interviewed (?!no\W)",
            "From March 2020 to June 2020, CRCL interviewed nine officers.",
            "From March 2020 to June 2020, CRCL read reports.",
        ),
        Phrase(
            "interviews-done",
            rf"{EXACTLY}(?<!\bthat\s)<interview_count:count> (?:[\w-]+ ){{0,2}}?interviews were "
            r"(?:conducted|held|completed)(?: by CRCL|(?! by ))"
            rf"(?: {_WHEN})?",
            "Nine interviews were conducted from March 2020 to June 2020.",
            "Nine interviews were refused.",
        ),
    ),
)
"""Rows of interviews."""
