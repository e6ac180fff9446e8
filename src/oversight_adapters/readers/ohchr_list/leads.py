"""What a sentence over several recommendations of a report says of all of them."""

from __future__ import annotations

from oversight_adapters.readers.phrasebook import Phrase

_WHOM = r"(?:the\s+)?<addressee:state>"
_THE = r"(?:(?:the|these|those|above|following)\s+){0,2}"
_LISTED = r"(?:recommendations?|following)\b[^.;:]{0,400}?"

LEADS = (
    Phrase(
        "above-supported",
        rf"recommendations (?:listed )?above <position:supported> {_WHOM}",
        "The recommendations listed above enjoy the support of Angola.",
        "Some of the recommendations above would need study, others enjoy the support of Angola.",
        "E, older reports",
    ),
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
        "own-not",
        rf"{_LISTED}examined by {_WHOM},? and <position:own_not>",
        "The recommendations which appear below have been examined by Angola and do not enjoy its support:",
        "The recommendations listed below have been examined by Angola and enjoy its support:",
        "E, older reports",
    ),
    Phrase(
        "rejected",
        rf"{_LISTED}<position:rejected> {_WHOM}",
        "The recommendations listed below were rejected by Angola for the following reasons:",
        "Angola rejected the recommendations.",
        "E, older reports",
    ),
    Phrase(
        "not-accepted",
        rf"{_WHOM} considers that {_THE}{_LISTED}<position:left>",
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
        rf"{_WHOM} <position:examines> {_THE}{_LISTED}",
        "Angola will examine the following recommendations and answer in due time:",
        "Angola has examined the following recommendations:",
        "E, older reports",
    ),
    Phrase(
        "response-later",
        rf"response of {_WHOM} to {_THE}{_LISTED}<position:later>",
        "The response of Angola to the following recommendations will be included in the outcome report:",
        "The response of Angola to these recommendations was included in the report:",
        "E, older reports",
    ),
    Phrase(
        "responses-by",
        rf"responses? to {_THE}{_LISTED}<position:provided> {_WHOM}",
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
        "will-answer",
        rf"{_WHOM} notes {_THE}recommendations and <position:will_answer>",
        "As for recommendations listed below, Angola notes those recommendations and will provide the response later:",
        "Angola notes the recommendations listed below:",
        "E, older reports",
    ),
    Phrase(
        "done-alone",
        rf"{_WHOM} considers that {_THE}{_LISTED}<status_printed:done>",
        "Angola considers that recommendations below are already implemented or in the process of implementation:",
        "Angola considers the recommendations below:",
        "E, older reports",
    ),
    Phrase(
        "for-consideration",
        rf"{_WHOM} has noted {_THE}recommendations <position:considered>",
        "Angola has noted these recommendations for consideration and response in due time.",
        "Angola has noted these recommendations.",
        "E, older reports",
    ),
    Phrase(
        "not-supported-alone",
        rf"{_LISTED}<position:not_at_all>",
        "The recommendations below do not enjoy its support:",
        "The recommendations below enjoy its support:",
        "E, older reports",
    ),
    Phrase(
        "supported-alone",
        rf"{_LISTED}(?<!not\s)<position:own>",
        "The recommendations have been examined by the State; those recommendations listed below enjoy its support:",
        "The recommendations below do not enjoy its support:",
        "E, older reports",
    ),
    Phrase(
        "recommended-that",
        rf"it was recommended that {_WHOM}:",
        "In the course of the discussion, it was recommended that Angola:",
        "It recommended that Angola ratify it.",
        "E, older reports",
    ),
    Phrase(
        "made",
        rf"{_LISTED}(?:were|was|have been) made to {_WHOM}",
        "In the course of the discussion, the following recommendations were made to Angola:",
        "Angola made recommendations:",
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
