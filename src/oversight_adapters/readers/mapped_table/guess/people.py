"""What shows that a column is about people, so that it is never read: its name, or what stands in it."""

from __future__ import annotations

import re
from collections.abc import Collection

_WHO = (
    "first|last|middle|full|sur|given|family|contact|director|detainee|inmate|employee|person|staff|author|auditor|"
    "inspector|manager|attorney|counsel|complainant|victim|witness|officer|official|analyst|lead|agent|warden|owner"
)
NAMES = (
    (rf"\b(?:{_WHO}) ?names?\b|^names?$|\bnames? of\b.*\b(?:{_WHO})\b", "Director Name", "Facility Name"),
    (
        r"\b(?:phone|telephone|tel|cell|mobile|fax|e ?mail|home address|contacts?|ssn|social security|passport)\b",
        "Director Phone",
        "Headphones bought",
    ),
    (
        r"\b(?:alien|a) ?(?:#|no\b|num\b|numbers?\b|id\b)|\balien\b|"
        r"\b(?:birth|birthday|dob|born|birthdate|age|gender|sex|nationality|citizenship|ethnicity|race|religion)\b",
        "Alien Number",
        "Report Number",
    ),
    (
        rf"^(?:{_WHO}|attorney of record|lead inspector)s?(?: ?(?:id|no|number|#))?$|"
        r"\b(?:official|poc|assignee|assigned to|signature)$|"
        r"^(?:signed|prepared|reviewed|inspected|approved|entered|submitted) by$",
        "Director",
        "Directorate",
    ),
    (
        r"^(?:nombre|nom|apellido|tel[eé]fono|t[eé]l[eé]phone|correo|courriel)\b",
        "Teléfono",
        "Nominal value",
    ),
)
"""Names of columns: a pattern, a name it takes and one that it leaves."""

_WORDS = (
    ("e-mail addresses", re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.[\w.-]{1,63}")),
    ("telephone numbers", re.compile(r"(?<![\w-])(?:\+?1[ .-]?)?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?![\w-])")),
    ("telephone numbers", re.compile(r"(?<![\w-])\+\d{1,3}(?:[ .-]?\(?\d{2,4}\)?){2,5}(?![\w-])")),
    ("alien numbers", re.compile(r"(?<![\w-])A[- #]{0,2}\d{3}[- ]?\d{3}[- ]?\d{2,3}(?![\w-])", re.IGNORECASE)),
    ("social security numbers", re.compile(r"(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])")),
)
_NAME = re.compile(r"(?:(?:Mr|Mrs|Ms|Dr)\.? )?[A-Z][a-z’'-]{1,30},? (?:[A-Z]\.? )?[A-Z][a-z’'-]{1,30}")
_INSTITUTION = re.compile(
    r"\b(?:admin\w{0,12}|agency|authority|board|border|bureau|cent(?:er|re)|city|coast|commission|council|county|"
    r"customs|department|division|facility|fire|health|homeland|housing|human|immigration|institut\w{0,6}|jail|"
    r"management|ministry|office|parks|police|prison|public|republic|schools?|security|services?|south|state|north|"
    r"transportation|treasury|unit|united|university|veterans|west|east|new|san|saint|el|los|las)\b",
    re.IGNORECASE,
)
USUAL_SHARE = 0.2  # of the values of a column, from which on it looks personal
_LONGEST_CONTACT = 120  # characters of a value in which it is looked for


def may_name_people(values: Collection[str]) -> bool:
    """Whether most of these values look like names of people, and name no institution.

    >>> may_name_people(["Ann Other", "Example, Bo"]), may_name_people(["Baker County", "Coast Guard", "ICE"])
    (True, False)
    """
    like = sum(1 for words in values if _NAME.fullmatch(words.strip()) and not _INSTITUTION.search(words))
    return like > 0 and like >= len(values) * 0.8


def people_in(values: Collection[str], *, share: float = USUAL_SHARE) -> str:
    """What in these values looks like data about people, in at least that share of them; "" where nothing does.

    >>> people_in(["(202) 512-1000", "none"]), people_in(["GAO-24-106233"])
    ('telephone numbers', '')
    """
    for what, pattern in _WORDS:
        hits = sum(1 for words in values if len(words) <= _LONGEST_CONTACT and pattern.search(words))
        if hits and hits >= len(values) * share:
            return what
    return ""
