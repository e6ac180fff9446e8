"""Summaries of the civil-rights office at the length of real ones, read one by one (documents/s).

No two are alike: agencies, places, days and counts change from one to the next, as in a collection.  Excerpts,
reconciliation and accounting are part of the reading.
"""

from __future__ import annotations

import gc
import random
from time import process_time

from measure import OURS, Goal

from oversight_adapters.readers.crcl_summary import CrclSummaryReader
from oversight_adapters.texts.plain import decode
from oversight_core import Source

COUNT = 300
AGENCIES = (
    ("ICE", "U.S. Immigration and Customs Enforcement (ICE)"),
    ("CBP", "U.S. Customs and Border Protection (CBP)"),
    ("FPS", "the Federal Protective Service (FPS)"),
    ("USCG", "the U.S. Coast Guard (USCG)"),
)
PLACES = ("Baker County", "Otay Mesa", "Port Isabel", "Pine Prairie", "Buffalo Federal", "Adams County", "Broward")
TOWNS = (
    "Macclenny, Florida",
    "San Diego, California",
    "Los Fresnos, Texas",
    "Batavia, New York",
    "Natchez, Mississippi",
)
MONTHS = ("January", "March", "April", "June", "September", "October", "December")
MATTERS = ("medical care", "use of force", "language access", "suicide prevention", "religious meals", "legal visits")
STEPS = (
    "to require that each placement is reviewed by a supervisor and to keep the notes of every review",
    "to train officers on the directive before they are assigned to a housing unit",
    "to revise the handbook and to translate it into the languages that are spoken most",
    "to install handrails in the showers and to inspect them after every storm",
)
PAGE = """\



Office for Civil Rights and Civil Liberties

Summary of CRCL's Recommendations and {short}'s Response: {place} Detention Center

On {month} {day}, 2024, {long} responded to an Expert Recommendation Memorandum issued in {earlier} 2023 by the Office \
for Civil Rights and Civil Liberties (CRCL) that followed a targeted onsite investigation at the {place} Detention \
Center in {town}. {short} concurred with {yes} recommendations, partially concurred with {partly}, and non-concurred \
with {no}.

Background

Between {month} 2021 and {earlier} 2022, CRCL opened {some} complaint investigations that alleged failures in {matter} \
at the {place} Detention Center. The complaints came from relatives, counsel and people who were held there, and they \
describe long waits, missing records and staff who did not know the rules. CRCL told {short} of the complaints and \
asked for the records that belong to them.

Investigation

CRCL conducted a targeted onsite investigation at the {place} Detention Center on {earlier} {day}-{later}, 2022. CRCL \
reviewed logs, policies, training records and video, and talked to people in every housing unit. From {earlier} 2022 \
to {month} 2023, CRCL conducted {many} interviews with personnel of {short} and of its contractor. CRCL found that \
records of {matter} were incomplete and that officers had not been trained on what the standards require of them.

Recommendations

On {earlier} {later}, 2023, CRCL issued {short} an Expert Recommendation Memorandum based on its investigation. The \
memo included {total} recommendations concerning {matter} and the supervision of those who provide it. {short} agreed \
{step}. {short} also agreed {further}.

The facility keeps a log of {matter}, which a supervisor signs at the end of each shift; the log does not show who was \
asked, or what was answered. The experts compared it with the records of the clinic and of the control room, and with \
what people said who were there at the time, in order to see how far each of them can be relied on by an inspector.

CRCL provides the public with documents related to complaint investigations. After it has been prepared and reviewed, \
CRCL will post a redacted version of this Expert Recommendation Memorandum on our website that will contain additional \
information about the complaint investigation and CRCL's findings and recommendations.

{month} {later}, 2024
"""


def documents(count: int) -> list[Source]:
    """So many summaries, each with its own facts."""
    chance = random.Random(9)
    found = []
    for _ in range(count):
        short, long = chance.choice(AGENCIES)
        yes, partly, no = (chance.randint(11, 30) for _ in range(3))
        day = chance.randint(1, 20)
        step, further = chance.sample(STEPS, 2)
        page = PAGE.format(
            short=short,
            long=long,
            place=chance.choice(PLACES),
            town=chance.choice(TOWNS),
            month=chance.choice(MONTHS),
            earlier=chance.choice(MONTHS),
            day=day,
            later=day + chance.randint(1, 8),
            yes=yes,
            partly=partly,
            no=no,
            total=yes + partly + no,
            some=chance.choice(("two", "four", "seven", "nine")),
            many=chance.randint(10, 60),
            matter=chance.choice(MATTERS),
            step=step,
            further=further,
        )
        found.append(Source.of(page.encode()))
    return found


def ours() -> dict[str, float]:
    reader, sources = CrclSummaryReader(), documents(COUNT)
    for source in sources:
        reading = reader.read(decode(source))
        kinds = {candidate.item.kind for candidate in reading.candidates}
        assert {"document", "response", "review", "action", "finding", "release"} <= kinds
        assert not reading.problems, reading.problems
    times = []
    for _ in range(3):
        gc.collect()
        start = process_time()
        for source in sources:
            reader.read(decode(source))
        times.append(process_time() - start)
    return {METRIC: COUNT / min(times)}


METRIC = "documents/s"
CONTENDERS = {OURS: ours}
GOALS = (Goal(METRIC, at_least=1_000),)
