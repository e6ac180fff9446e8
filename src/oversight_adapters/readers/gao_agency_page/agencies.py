"""Agencies as GAO prints them, with their short forms and the department that speaks for them.

A page runs the agency's name and the recommendation's first words together on one line; only a list of names, or the
page's own heading, parts them.
"""

from __future__ import annotations

import re
from functools import lru_cache

import attrs


@attrs.frozen
class Agency:
    """One agency or unit: short form, printed names, and the body above it (short form)."""

    short: str
    names: tuple[str, ...]
    parent: str = ""


# short form | printed names | parent.  "U.S. X" also stands for "United States X" and for "X" alone, and so does a
# department's name.
_ADDRESSEES = """
Congress | U.S. Congress
DHS | Department of Homeland Security
ICE | U.S. Immigration and Customs Enforcement | DHS
CBP | U.S. Customs and Border Protection; Bureau of Customs and Border Protection | DHS
USCIS | U.S. Citizenship and Immigration Services | DHS
USCG | U.S. Coast Guard | DHS
USSS | U.S. Secret Service | DHS
FEMA | Federal Emergency Management Agency | DHS
TSA | Transportation Security Administration | DHS
FAMS | Federal Air Marshal Service | TSA
CISA | Cybersecurity and Infrastructure Security Agency | DHS
FPS | Federal Protective Service | DHS
FLETC | Federal Law Enforcement Training Centers; Federal Law Enforcement Training Center | DHS
CWMD | Countering Weapons of Mass Destruction Office | DHS
CRCL | Office for Civil Rights and Civil Liberties; Office of Civil Rights and Civil Liberties | DHS
OIDO | Office of the Immigration Detention Ombudsman | DHS
I&A | Office of Intelligence and Analysis | DHS
S&T | Science and Technology Directorate; Directorate for Science and Technology | DHS
DOJ | Department of Justice
EOIR | Executive Office for Immigration Review | DOJ
FBI | Federal Bureau of Investigation | DOJ
DEA | Drug Enforcement Administration | DOJ
ATF | Bureau of Alcohol, Tobacco, Firearms and Explosives; Bureau of Alcohol, Tobacco, Firearms, and Explosives | DOJ
BOP | Federal Bureau of Prisons; Bureau of Prisons | DOJ
USMS | U.S. Marshals Service | DOJ
INS | Immigration and Naturalization Service | DOJ
OJP | Office of Justice Programs | DOJ
OVW | Office on Violence Against Women | DOJ
EOUSA | Executive Office for United States Attorneys | DOJ
HHS | Department of Health and Human Services
ACF | Administration for Children and Families | HHS
ORR | Office of Refugee Resettlement | HHS
CMS | Centers for Medicare & Medicaid Services; Centers for Medicare and Medicaid Services | HHS
FDA | Food and Drug Administration | HHS
CDC | Centers for Disease Control and Prevention | HHS
NIH | National Institutes of Health | HHS
HRSA | Health Resources and Services Administration | HHS
SAMHSA | Substance Abuse and Mental Health Services Administration | HHS
IHS | Indian Health Service | HHS
State | Department of State
USAID | U.S. Agency for International Development
DOD | Department of Defense
Army | Department of the Army | DOD
Navy | Department of the Navy | DOD
Air Force | Department of the Air Force | DOD
Marine Corps | U.S. Marine Corps | DOD
DLA | Defense Logistics Agency | DOD
DCMA | Defense Contract Management Agency | DOD
VA | Department of Veterans Affairs
VHA | Veterans Health Administration | VA
VBA | Veterans Benefits Administration | VA
Treasury | Department of the Treasury
IRS | Internal Revenue Service | Treasury
FinCEN | Financial Crimes Enforcement Network | Treasury
OCC | Office of the Comptroller of the Currency | Treasury
DOL | Department of Labor
OSHA | Occupational Safety and Health Administration | DOL
MSHA | Mine Safety and Health Administration | DOL
Education | Department of Education
Interior | Department of the Interior
BLM | Bureau of Land Management | Interior
BIA | Bureau of Indian Affairs | Interior
BSEE | Bureau of Safety and Environmental Enforcement | Interior
FWS | U.S. Fish and Wildlife Service | Interior
NPS | National Park Service | Interior
USDA | Department of Agriculture
Forest Service | Forest Service; U.S. Forest Service | USDA
FNS | Food and Nutrition Service | USDA
FSIS | Food Safety and Inspection Service | USDA
Commerce | Department of Commerce
NOAA | National Oceanic and Atmospheric Administration | Commerce
Census | U.S. Census Bureau; Bureau of the Census | Commerce
USPTO | U.S. Patent and Trademark Office | Commerce
NIST | National Institute of Standards and Technology | Commerce
DOE | Department of Energy
NNSA | National Nuclear Security Administration | DOE
DOT | Department of Transportation
FAA | Federal Aviation Administration | DOT
FTA | Federal Transit Administration | DOT
FHWA | Federal Highway Administration | DOT
FRA | Federal Railroad Administration | DOT
FMCSA | Federal Motor Carrier Safety Administration | DOT
NHTSA | National Highway Traffic Safety Administration | DOT
PHMSA | Pipeline and Hazardous Materials Safety Administration | DOT
HUD | Department of Housing and Urban Development
FHA | Federal Housing Administration | HUD
OMB | Office of Management and Budget
OFPP | Office of Federal Procurement Policy | OMB
OPM | Office of Personnel Management
ONDCP | Office of National Drug Control Policy
ONCD | Office of the National Cyber Director
OSTP | Office of Science and Technology Policy
EOP | Executive Office of the President
ODNI | Office of the Director of National Intelligence
GSA | General Services Administration
SSA | Social Security Administration
SBA | Small Business Administration
EPA | Environmental Protection Agency
NASA | National Aeronautics and Space Administration
NSF | National Science Foundation
NRC | Nuclear Regulatory Commission
SEC | U.S. Securities and Exchange Commission
FCC | Federal Communications Commission
FTC | Federal Trade Commission
FDIC | Federal Deposit Insurance Corporation
FERC | Federal Energy Regulatory Commission
CFPB | Consumer Financial Protection Bureau; Bureau of Consumer Financial Protection
FHFA | Federal Housing Finance Agency
Federal Reserve | Board of Governors of the Federal Reserve System; Federal Reserve System
NCUA | National Credit Union Administration
PBGC | Pension Benefit Guaranty Corporation
EEOC | Equal Employment Opportunity Commission
MSPB | Merit Systems Protection Board
OGE | Office of Government Ethics
NARA | National Archives and Records Administration
USPS | U.S. Postal Service
Amtrak | National Railroad Passenger Corporation
"""

# Units that speak in comments, and what comments call departments, to which no recommendation is addressed so.
_UNITS = """
ERO | Enforcement and Removal Operations; Office of Enforcement and Removal Operations | ICE
HSI | Homeland Security Investigations | ICE
OPLA | Office of the Principal Legal Advisor | ICE
ODO | Office of Detention Oversight | ICE
OPR | Office of Professional Responsibility | ICE
IHSC | ICE Health Service Corps; Health Service Corps | ICE
OFO | Office of Field Operations | CBP
USBP | U.S. Border Patrol | CBP
AMO | Air and Marine Operations | CBP
OBIM | Office of Biometric Identity Management | DHS
DHS | Homeland Security
DOJ | Justice; Justice Department
DOD | Defense; Defense Department
State | State Department
Treasury | Treasury Department
VA | Veterans Affairs
HHS | Health and Human Services
DOL | Labor; Labor Department
USDA | Agriculture
DOE | Energy
DOT | Transportation
"""


def _rows(table: str) -> tuple[Agency, ...]:
    out = []
    for line in table.strip().splitlines():
        short, names, *parent = (cell.strip() for cell in line.split("|"))
        printed: dict[str, None] = {}
        for name in names.split("; "):
            bare = name.removeprefix("U.S. ")
            national = bare != name or name.startswith("Department of ")
            printed |= dict.fromkeys((name, "U.S. " + bare, "United States " + bare, bare) if national else (name,))
        out.append(Agency(short, tuple(printed), parent[0] if parent else ""))
    return tuple(out)


ADDRESSEES = _rows(_ADDRESSEES)
"""To whom GAO addresses recommendations."""

ORGANISATIONS = ADDRESSEES + _rows(_UNITS)
"""Who speaks in a comment."""

_SHORT = {name.casefold(): row.short for row in ORGANISATIONS for name in (*row.names, row.short)}
_NAMES = frozenset(
    name.casefold() for row in ADDRESSEES for name in (*row.names, *((row.short,) if row.short.isupper() else ()))
)
_PARENT = {row.short: row.parent for row in ORGANISATIONS if row.parent}
_ACRONYM = re.compile(r"\(([A-Z][A-Za-z&]{1,9})\)$")


@lru_cache(maxsize=1024)
def short_form(words: str) -> str:
    """The short form of an agency as printed; an agency nobody listed keeps its acronym in brackets, else its words.

    Of a department and its component, which older pages print with a colon, the component counts; one that nobody
    listed ("Office of the Secretary") is named with its department.

    >>> short_form("United States Immigration and Customs Enforcement"), short_form("Marine Mammal Commission (MMC)")
    ('ICE', 'MMC')
    >>> short_form("Department of Justice: Bureau of Prisons"), short_form("Department of State: Its Office")
    ('BOP', 'Department of State: Its Office')
    """
    whole = " ".join(words.split())
    bare = whole.rpartition(": ")[2]
    bare = bare[4:] if bare[:4].lower() == "the " else bare
    if short := _SHORT.get(bare.casefold()):
        return short
    if acronym := _ACRONYM.search(bare):
        return _SHORT.get(acronym[1].casefold(), acronym[1])
    return whole if ": " in whole else bare


def is_addressee(words: str) -> bool:
    """Whether these words, as a heading prints them, are an agency that GAO addresses; "Education" may be a topic.

    >>> is_addressee("U.S. Coast Guard"), is_addressee("Education"), is_addressee("Immigration")
    (True, False, False)
    """
    return words.casefold() in _NAMES


def known(words: str) -> bool:
    """Whether the table lists these words as an organisation.

    >>> known("HSI"), known("ATD")
    (True, False)
    """
    return words.casefold() in _SHORT


def parent_of(short: str) -> str:
    """The body that speaks for this one, or nothing; a component that no table holds is printed with its department.

    >>> parent_of("ICE"), parent_of("Department of State: Its Office"), parent_of("Marine Mammal Commission")
    ('DHS', 'State', '')
    """
    department, colon, _ = short.rpartition(": ")
    return _PARENT.get(short, "") or (short_form(department) if colon else "")
