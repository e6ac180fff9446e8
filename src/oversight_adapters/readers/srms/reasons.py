"""Reasons of placements, and the nine groups of the taxonomy that was in use until 2019.

Reasons of a later taxonomy span several of these groups, such as "Medical/Mental": they are in none.
"""

from __future__ import annotations

from oversight_adapters.readers.table_columns import name_key

GROUPS: dict[str, tuple[str, ...]] = {
    "disciplinary": ("Disciplinary",),
    "pending-investigation": ("Pending Investigation of Disciplinary Violation",),
    "facility-security-threat": (
        "Facility Security Threat",
        "Facility Security Threat: Due to Seriousness of Criminal Conviction",
        "Facility Security Threat: Gang Member Status (Not Protective Custody)",
        "Facility Security Threat: Other",
        "Facility Security Threat: Violent or Disruptive Behavior",
    ),
    "protective-custody": (
        "Protective Custody",
        "Protective Custody: Criminal Offense",
        "Protective Custody: Criminal Offense (i.e. Sex Offender)",
        "Protective Custody: Gang Status (Protective Custody Only)",
        "Protective Custody: Lesbian, Gay, Bisexual, Transgender (LGBT)",
        "Protective Custody: Other Detainee Safety",
        "Protective Custody: Special Vulnerability Other",
        "Protective Custody: Victim of Sexual Assault",
    ),
    "medical": (
        "Medical: Detox/Withdrawal Observation",
        "Medical: Disabled or Infirm",
        "Medical: Observation",
        "Medical: Other",
        "Medical: Other Infectious Disease",
        "Medical: Segregation Unit",
        "Medical: Tuberculosis",
    ),
    "mental-illness": ("Mental Illness", "Mental Illness: Observation"),
    "hunger-strike": ("Hunger Strike",),
    "suicide-risk": ("Suicide Risk Placement",),
    "other": ("Other",),
}
"""Each group with the reasons in it."""

_GROUP_OF = {name_key(reason): group for group, reasons in GROUPS.items() for reason in reasons}
_PRINTED = {
    **{name_key(group): group for group in GROUPS},
    "pending disciplinary": "pending-investigation",
    "medical": "medical",
    "suicide risk placement": "suicide-risk",
}


def group_of(reason: str) -> str:
    """The group of a reason; "" where it is in none.

    >>> group_of("Medical: Observation"), group_of("Medical/Mental")
    ('medical', '')
    """
    return _GROUP_OF.get(name_key(reason), "")


def group_printed(words: str) -> str:
    """The group that a column of groups prints; raises ValueError where it is none of the nine.

    >>> group_printed("Pending Disciplinary")
    'pending-investigation'
    """
    if (group := _PRINTED.get(name_key(words))) is None:
        raise ValueError("it is no group of reasons")
    return group
