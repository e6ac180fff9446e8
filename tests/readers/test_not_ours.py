"""What only speaks of oversight is no document of it: no reader claims it, and nothing of it is told."""

from __future__ import annotations

import pytest

from oversight_adapters.plugins import Adapters
from oversight_core.errors import UnknownFormat
from oversight_core.provenance import Source

OTHERS = {
    "news": """Watchdog faults ICE over isolation
By a reporter, March 3, 2024

The civil-rights office of the Department of Homeland Security told ICE in a memo of 2022 to stop holding people with a
mental illness in isolation.  ICE concurred with four of the recommendations and rejected the rest, a spokesperson said.
"We will review the memo," she said on Tuesday.  The agency must report to Congress by June 30.
""",
    "e-mail": """From: Pat Smith <pat@example.org>
To: staff@example.org
Subject: The OIG report
Date: Tue, 5 Mar 2024 10:12:00 -0500

Please look at OIG-24-12 before Thursday.  The OIG made five recommendations, and ICE concurred with all of them.
""",
    "encyclopedia": """Government Accountability Office

The Government Accountability Office (GAO) audits for Congress.  In 2023 it made 1,345 new recommendations.  One of its
reports, GAO-21-186, dealt with detention.

Contents
1 History
2 Reports
""",
    "vita": """Maria Lopez
Program analyst, DHS Office of Inspector General, 2015-2020
- Led reviews of detention facilities, and drafted 14 reports
""",
    "blog": """What is the Universal Periodic Review?

In the third cycle, Slovenia was given 254 recommendations.  It supported 208 of them and noted the rest.  One State
recommended to ratify the convention (121.1).
""",
    "press release": """FOR IMMEDIATE RELEASE
January 9, 2025

Senator Announces a Hearing on Detention

"ICE has to answer for this," the Senator said.  GAO recommended in GAO-25-100001 that ICE set goals; DHS concurred.
""",
    "recipe": "Apple pie\n\nPeel six apples.  The oven must be at 200 degrees.  Bake within 30 minutes of mixing.\n",
    "table": "Facility,Date,Count,Total\nNorth,2023-01-01,4,10\nSouth,2023-01-01,6,10\n",
}


@pytest.mark.parametrize("kind", OTHERS)
def test_no_reader_claims_it(kind: str) -> None:
    with pytest.raises(UnknownFormat):
        Adapters().read(Source.of(OTHERS[kind].encode()))
