"""What a sentence over several recommendations of a report says of all of them."""

from __future__ import annotations

from oversight_adapters.readers.phrasebook import Phrase

_WHOM = r"(?:the\s+)?<addressee:state>"
_LISTED = r"(?:recommendations?|following)\b[^.;:]{0,400}?"

LEADS = (
    Phrase(
        "not-supported",
        rf"{_LISTED}<position:not> {_WHOM}",
        "The recommendations listed below did not enjoy the support of Angola:",
        "The recommendations enjoy the support of Angola:",
        "E, older reports",
    ),
    Phrase(
        "supported",
        rf"{_LISTED}(?<!not\s)<position:supported> {_WHOM}",
        "The following recommendations enjoy the support of Angola:",
        "The recommendations do not enjoy the support of Angola:",
        "E, older reports",
    ),
    Phrase(
        "own-support",
        rf"{_LISTED}examined by {_WHOM},? and <position:own>",
        "The recommendations listed below have been examined by Angola and enjoy its support:",
        "The recommendations have been examined by Angola:",
        "E, older reports",
    ),
    Phrase(
        "not-accepted",
        rf"{_WHOM} considers that (?:(?:the|these|following)\s+){{0,2}}{_LISTED}<position:left>",
        "Angola considers that the recommendations below cannot be accepted and will thus be noted:",
        "Angola considers that the recommendations below can be accepted:",
        "E, older reports",
    ),
    Phrase(
        "not-supported-since",
        rf"{_LISTED}<position:unsupported>,? (?:since|as|because) {_WHOM} considers",
        "The recommendations below did not enjoy the support, since Angola considers that they are inaccurate:",
        "The recommendations enjoy the support, since Angola considers them useful:",
        "E, older reports",
    ),
    Phrase(
        "will-examine",
        rf"{_WHOM} <position:examines> (?:(?:the|these|following)\s+){{0,2}}{_LISTED}",
        "Angola will examine the following recommendations and answer in due time:",
        "Angola has examined the following recommendations:",
        "E, older reports",
    ),
    Phrase(
        "response-later",
        rf"response of {_WHOM} to (?:(?:the|these|following)\s+){{0,2}}{_LISTED}<position:later>",
        "The response of Angola to the following recommendations will be included in the outcome report:",
        "The response of Angola to these recommendations was included in the report:",
        "E, older reports",
    ),
    Phrase(
        "responses-by",
        rf"responses? to (?:(?:the|these|following)\s+){{0,2}}{_LISTED}<position:provided> {_WHOM}",
        "Responses to the following recommendations will be provided by Angola in due time:",
        "Responses to the following recommendations were provided by Angola:",
        "E, older reports",
    ),
    Phrase(
        "examined",
        rf"{_LISTED}<position:examined> {_WHOM}",
        "The recommendations listed below will be examined by Angola, which will answer in due time:",
        "The recommendations have been examined by Angola.",
        "E, older reports",
    ),
    Phrase(
        "noted",
        rf"{_LISTED}<position:noted> {_WHOM}",
        "The recommendations below have been noted by Angola:",
        "Angola noted the recommendations.",
        "E, older reports",
    ),
)
"""What a sentence over several recommendations says of all of them; the first row that reads it reads it."""
