"""Comments, one sentence or two at a time: what each states of its recommendation, and nothing else.

Fields are told in short: what stands beside a position, a completion and so on is all that the comment may state.
"""

from typing import Any

import pytest

from oversight_adapters.readers.facts import facts, plain
from oversight_adapters.readers.gao_agency_page import GaoAgencyPageReader
from oversight_core.provenance import Source
from oversight_core.reading import Reading, Text

READER = GaoAgencyPageReader()
ICE = "United States Immigration and Customs Enforcement"
CELLS = {"report_title", "number", "addressee", "text", "status", "status_printed"}


def read(comment: str) -> Reading:
    page = (
        f"{ICE}\n\nOpen Recommendations (1 total)\n\nFuel: Tanks Leak\n\nShow\n1 Open Recommendations\n"
        f"Agency Affected Recommendation Status\n{ICE} The Director of ICE should mend them. (Recommendation 3)\n"
        f"Open\n{comment}\n"
    )
    return READER.read(Text(Source.of(page.encode()), page))


def told(comment: str) -> dict[str, Any]:
    """Field to value of what the comment states of the recommendation itself."""
    found = [fact for fact in facts(read(comment), READER) if fact.item.kind == "recommendation"]
    return {fact.field: plain(fact.value) for fact in found if fact.field not in CELLS}


def updates(comment: str) -> list[tuple[str, str]]:
    """Date and speaker of each update."""
    return [(str(c.entity.as_of), c.entity.by) for c in read(comment).candidates if c.item.kind == "update"]


SILENT = [
    "When we confirm what actions ICE has taken in response to this recommendation, we will tell of them.",
    "We will continue to monitor ICE's efforts to address this recommendation.",
    "We continue to believe that our recommendation remains warranted.",
    "ICE has not provided sufficient evidence to close this recommendation.",
    "If ICE concurs with this recommendation, it should act.",
    "We do not know whether ICE agrees with our recommendation.",
    "Had ICE concurred with our recommendation, the tanks would be sound.",
    "ICE would have concurred with the recommendation had it been asked.",
    "ICE has not yet indicated that it agrees with our recommendation.",
    "ICE agreed to send us documents by June 2023.",
    "ICE agreed that tanks matter.",
    "ICE officials agreed with the intent of our recommendation.",
    "Neither ICE nor CBP concurred with our recommendation.",
    "GAO agreed with the recommendation of the Inspector General.",
    "The contractor agreed with our recommendation.",
    "The Office of Inspector General agreed with our recommendation.",
    "CBP agreed with the recommendation.",
    "ICE concurred with two of our three recommendations.",
    "DHS concurred with our other recommendations but not with this one.",
    "DHS concurred with the first recommendation and did not concur with the second.",
    "DHS concurred with Recommendations 4 and 5.",
    "ICE did not provide comments on our draft report.",
    "ICE agreed with our recommendation in concept.",
    "ICE concurred, in principle, with the recommendation.",
    "ICE generally agreed with the recommendation.",
    "ICE initially concurred with this recommendation.",
    "It is unclear whether ICE will complete this by 2026.",
    "ICE plans to complete the count in time for the 2030 Census.",
    "ICE plans to complete other steps in 2022/2023.",
    "In the FY 2022 Congressional Justification, ICE asked for money.",
    "Please call (202) 512-0000 for more information.",
    "In commenting on a draft of our report, DHS reported that ICE plans to mend its tanks.",
    "ICE plans to issue its policy by June 2025.",
    "ICE does not plan to implement this recommendation in fiscal year 2024.",
    "We plan to complete our follow-up by June 2025.",
    "ICE officials said it will take two years to hire staff.",
    "In March 2024 guidance, ICE told its officers to comply.",
    "By March 2026, ICE expects to have hired everyone.",
    "To address this recommendation, ICE hired ten welders.",
    "To address this recommendation, ICE stated that it needs more money.",
    "The directive states that ICE must keep records.",
    "ICE officials told us that they must coordinate with CBP.",
    "As of February 31, 2023, ICE was mending its tanks.",
    "Some officials disagreed.",
    "ICE has not concurred with this recommendation.",
    "The actual completion date was June 2024.",
    "The rule has been in place since its implementation date of June 2020.",
    "Estimated Completion Date (ECD): To Be Determined.",
    "ICE intends to complete the guidance in 2025 or 2026.",
    "ICE expects to finish the work in May or June 2025.",
    "ICE officials expressed agreement with the auditors.",
    "ICE anticipates implementing the changes for the FY 2025 application cycle.",
    "ICE expects to complete the pilots by September 2022 and December 2022, respectively.",
]


@pytest.mark.parametrize("comment", SILENT)
def test_it_states_nothing(comment: str) -> None:
    assert told(comment) == {} and updates(comment) == []


CONCURRED, PARTLY, REFUSED = "concurred", "partially_concurred", "non_concurred"
NEITHER, SILENCE = "neither_agreed_nor_disagreed", "not_addressed"
POSITIONS = [
    ("DHS concurred with comment to our recommendation.", CONCURRED, "DHS", None),
    ("DHS, on behalf of the Secret Service, concurred with this recommendation.", CONCURRED, "DHS", None),
    ("ICE neither explicitly agreed nor disagreed with this recommendation.", NEITHER, "ICE", None),
    (
        "ICE neither agreed nor disagreed. In a March 2025 email, ICE said they do agree with this recommendation.",
        *(CONCURRED, "ICE", "2025-03"),
    ),
    (
        "ICE disagreed. In a May 2023 meeting, ICE officials said the agency now agrees with the recommendation.",
        *(CONCURRED, "ICE", "2023-05"),
    ),
    ("ICE officials expressed verbal agreement with this recommendation.", CONCURRED, "ICE", None),
    ("DHS indicated its concurrence with the recommendation.", CONCURRED, "DHS", None),
    ("ICE expressed disagreement with our recommendation.", REFUSED, "ICE", None),
    ("ICE disagreed with it. In May 2022, ICE reported that it now agrees and will act.", CONCURRED, "ICE", "2022-05"),
    ("DHS disagreed with this recommendation. As of May 2024, DHS has not changed its position.", REFUSED, "DHS", None),
    ("DHS did not concur. We revised it, and DHS concurred with the revised recommendation.", CONCURRED, "DHS", None),
    ("ICE partially concurred with this recommendation.  ICE later concurred in full.", CONCURRED, "ICE", None),
    ("In May 2022,\nICE reported that it did \nnot concur with this recommendation.", REFUSED, "ICE", "2022-05"),
    ("ICE concurred with this recommendation and stated it would mend them.", CONCURRED, "ICE", None),
    ("DHS concurred with this recommendation.", CONCURRED, "DHS", None),
    ("ICE agreed with our recommendation.", CONCURRED, "ICE", None),
    ("ICE agreed and stated that it would mend them.", CONCURRED, "ICE", None),
    ("The agency concurred with the recommendation.", CONCURRED, None, None),
    ("In its written comments, the department concurred with the recommendation.", CONCURRED, None, None),
    ("U.S. Immigration and Customs Enforcement (ICE) concurred with the recommendation.", CONCURRED, "ICE", None),
    ("The Department of Homeland Security (DHS) agreed with this recommendation.", CONCURRED, "DHS", None),
    ("DHS concurred with all of our recommendations, this one among them.", CONCURRED, "DHS", None),
    ("ICE concurred with all three recommendations.", CONCURRED, "ICE", None),
    ("DHS concurred with Recommendation 3 and did not concur with Recommendation 4.", CONCURRED, "DHS", None),
    ("DHS concurred with Recommendation 4 and did not concur with Recommendation 3.", REFUSED, "DHS", None),
    ("ICE officials stated that they agree with the recommendation and are at work.", CONCURRED, "ICE", None),
    ("ICE read the report and concurred with the recommendation.", CONCURRED, "ICE", None),
    ("ICE and CBP concurred with our recommendations.", CONCURRED, "ICE", None),
    ("CBP and ICE both agreed with this recommendation.", CONCURRED, "ICE", None),
    ("As we reported, DHS concurred with our recommendation.", CONCURRED, "DHS", None),
    ("DHS concurred, stating that ICE would act.", CONCURRED, "DHS", None),
    ("ICE concurred with this recommendation in June 2020.", CONCURRED, "ICE", "2020-06"),
    ("DHS concurred with our recommendation on June 5, 2020, and ICE began work.", CONCURRED, "DHS", "2020-06-05"),
    ("In commenting on a draft of our report in June 2020, ICE concurred.", CONCURRED, "ICE", "2020-06"),
    ("ICE partially concurred with this recommendation.", PARTLY, "ICE", None),
    ("In June 2020, ICE officials concurred in part with our recommendation.", PARTLY, "ICE", "2020-06"),
    ("DHS agreed with this recommendation in part.", PARTLY, "DHS", None),
    ("ICE did not concur with this recommendation, stating that tanks are dear.", REFUSED, "ICE", None),
    ("ICE DHS did not concur with this recommendation.", REFUSED, "DHS", None),
    ("The agency disagreed with our recommendation.", REFUSED, None, None),
    ("ICE non–concurred with this recommendation.", REFUSED, "ICE", None),
    ("ICE nonconcurred with our recommendation in its July 2022 response.", REFUSED, "ICE", "2022-07"),
    ("Although DHS did not concur with this recommendation, ICE has taken steps.", REFUSED, "DHS", None),
    ("DHS’s letter said that DHS did not concur with this recommendation.", REFUSED, "DHS", None),
    ("ICE continues to disagree with this recommendation.", REFUSED, "ICE", None),
    ("DHS withdrew its concurrence in May 2023.", REFUSED, "DHS", "2023-05"),
    ("DHS neither agreed nor disagreed with our recommendation.", NEITHER, "DHS", None),
    ("ICE neither concurred nor non-concurred with the recommendation.", NEITHER, "ICE", None),
    ("ICE did not state whether it concurred with our recommendation.", SILENCE, "ICE", None),
    ("ICE did not comment on the recommendation.", SILENCE, "ICE", None),
    ("DHS agreed to implement this recommendation by June 2025.", CONCURRED, "DHS", None),
    ("ICE agreed with this finding, but did not concur with the recommendation.", REFUSED, "ICE", None),
    ("DHS did not explicitly agree or disagree with this recommendation.", NEITHER, "DHS", None),
    (
        "In May 2021, ICE partially concurred. In March 2023, ICE stated that it no longer concurs.",
        REFUSED,
        "ICE",
        "2023-03",
    ),
    (
        "DHS first did not concur with this recommendation, but in July 2022, DHS changed its position and concurred.",
        CONCURRED,
        "DHS",
        "2022-07",
    ),
    (
        "DHS concurred with our recommendation; however, in May 2024, DHS told us that it no longer agreed with it.",
        REFUSED,
        "DHS",
        "2024-05",
    ),
]


@pytest.mark.parametrize(("comment", "position", "by", "on"), POSITIONS)
def test_positions(comment: str, position: str, by: str | None, on: str | None) -> None:
    found = told(comment)
    assert (found.get("position"), found.get("position_by"), found.get("position_on")) == (position, by, on)


def test_a_revised_position_that_no_row_reads_leaves_it_open() -> None:
    assert "position" not in told("ICE did not concur with this recommendation. It revised its position to concur.")


def test_a_change_that_no_row_reads_leaves_the_position_open() -> None:
    assert "position" not in told(
        "DHS partially agreed with this recommendation. As of May 2024, DHS fully concurs with it."
    )


def test_history_keeps_both_positions_in_order() -> None:
    comment = "ICE concurred with this recommendation. In March 2023, ICE stated that it no longer concurs."
    labels = [label for label in read(comment).candidates[1].labels if label.vocabulary == "gao/position"]
    assert [(label.words, str(label.occurred_on)) for label in labels] == [
        ("concurred", "../2023-03"),
        ("non_concurred", "2023-03"),
    ]


ESTIMATES = [
    ("ICE plans to do so, with an implementation due date of December 15, 2023.", "2023-12-15", None),
    ("ICE's action plan calls for completion of the recommendation by September 2024.", "2024-09", "by"),
    ("ICE expects to complete this work in calendar year 2026 Q1.", "2026-Q1", None),
    ("ICE plans to complete its review for the 2030 Census by the end of 2027.", "2027", "end_of"),
    ("ICE agreed to implement the recommendation by September 2026.", "2026-09", "by"),
    ("ICE estimates that it will be completed by calendar year end 2024.", "2024", "end_of"),
    ("ICE said that its work will likely take 2-3\nyears to implement.", "2-3 years", None),
    ("ICE plans to finish its work in late\n2026.", "late 2026", None),
    ("As of May 2023, ICE is at work, with an estimated completion date of September 30, 2023.", "2023-09-30", None),
    ("ICE estimated completing these actions by September 30, 2023.", "2023-09-30", "by"),
    ("The estimated completion date of this recommendation was September 30, 2022.", "2022-09-30", None),
    ("ICE estimated that these actions would be completed by December 2024.", "2024-12", "by"),
    ("ICE plans to complete the work by the end of 2025.", "2025", "end_of"),
    ("ICE plans to complete the work by the end of December 2025.", "2025-12", "end_of"),
    ("ICE plans to complete the work in late 2025.", "late 2025", None),
    ("ICE expects to complete the work not prior to 2026.", "2026", "not_before"),
    ("ICE officials said that the work will not be completed prior to 2026.", "2026", "not_before"),
    ("ICE does not expect to complete this effort until fiscal year 2027.", "FY2027", "not_before"),
    ("ICE expects to implement the plan at the end of fiscal year 2026.", "FY2026", "end_of"),
    ("ICE expects to implement the plan in the 2nd quarter of fiscal year 2026.", "FY2026-Q2", None),
    ("ICE expects to complete this by the end of FY25.", "FY2025", "end_of"),
    ("ICE provided an ECD of Q4 FY2025.", "FY2025-Q4", None),
    ("ICE moved its estimated completion date from May 31, 2023 to December 31, 2024.", "2024-12-31", None),
    ("ICE is on track to complete the work no later than March 2026.", "2026-03", "by"),
    ("ICE expects completion around March 2026.", "2026-03", "around"),
    ("The project is scheduled for completion in September 2026.", "2026-09", None),
    ("ICE told us it would close this recommendation by June 2025.", "2025-06", "by"),
    ("ICE anticipates completing work under the plan issued in July 2022 by December 2025.", "2025-12", "by"),
    ("By the end of 2025, ICE expects to have completed the review.", "2025", "end_of"),
    ("ICE missed its completion date of June 2023 and now expects to finish the work by June 2024.", "2024-06", "by"),
    ("ICE expects to complete the pilot by June 2024 and the full rollout by June 2025.", "2025-06", "by"),
    ("ICE said that full implementation will likely take 3-5 years.", "3-5 years", None),
    ("Estimated Completion Date: September 2025.", "2025-09", None),
    ("Anticipated completion: June 30, 2025.", "2025-06-30", None),
    ("ICE has a goal of completing this work by June 2025.", "2025-06", "by"),
    ("ICE plans to have the tanks fully closed by June 2025.", "2025-06", "by"),
    ("ICE officials anticipate completing this effort no sooner than October 2026.", "2026-10", "not_before"),
    ("CBP was preparing its rule and expects to finish in the summer of 2025.", "summer of 2025", None),
    ("ICE estimates full implementation by the end of the second quarter of fiscal year 2026.", "FY2026-Q2", "end_of"),
    (
        "As of June 2024, ICE estimated completion by March 2025. In May 2023, ICE had expected it by May 2024.",
        "2025-03",
        "by",
    ),
]


@pytest.mark.parametrize(("comment", "date", "hedge"), ESTIMATES)
def test_estimated_completions(comment: str, date: str, hedge: str | None) -> None:
    found = told(comment)
    assert (found.get("estimated_completion"), found.get("estimated_completion_qualifier")) == (date, hedge)
    assert "estimated_start" not in found and found.get("narrative_as_of") != date


@pytest.mark.parametrize(
    ("comment", "start", "completion"),
    [
        ("ICE anticipates it can begin work around the end of calendar year 2025.", "2025", None),
        (
            "ICE plans to begin implementing its system in January 2026 and to complete it by June 2027.",
            "2026-01",
            "2027-06",
        ),
        ("ICE would begin the pilot by March 2025 and expects to implement it by March 2026.", "2025-03", "2026-03"),
        ("The pilot is to start in October 2025.", "2025-10", None),
        ("In September 2025, ICE will begin its review.", "2025-09", None),
        ("ICE reported that the system started in June 2022.", None, None),
    ],
)
def test_a_start_is_no_completion(comment: str, start: str | None, completion: str | None) -> None:
    found = told(comment)
    assert (found.get("estimated_start"), found.get("estimated_completion")) == (start, completion)


STATEMENTS = [
    ("In its May 2024 response to our draft report, ICE indicated that it had begun.", [("2024-05", "ICE")]),
    ("ICE provided documents in August 2022, January 2023 and May 2023.", [("2023-05", "ICE")]),
    ("In ICE's October 2, 2023, update, ICE stated that it was done.", [("2023-10-02", "ICE")]),
    ("In an update provided July 13, 2023, ICE stated that it had begun.", [("2023-07-13", "ICE")]),
    (
        "In December 2024, Congress paid for it (Pub. L. No. 118-999, 138 Stat. 5). H.R. 9 was a part.",
        [("2024-12", "")],
    ),
    ("In March 2021, and again in April 2022, ICE told us that work was late.", [("2022-04", "ICE")]),
    ("In a March 4, 2024, letter to GAO, ICE stated that it would act.", [("2024-03-04", "ICE")]),
    ("As of March 2025, we are following up on this recommendation.", [("2025-03", "GAO")]),
    ("In January 2021, we reported on tanks. We found leaks.", [("2021-01", "GAO")]),
    ("By May 2023, ICE had finished hiring.", [("2023-05", "ICE")]),
    ("ICE had finished hiring by May 2023.", [("2023-05", "ICE")]),
    ("On May 3, 2023, ERO submitted a corrective action plan.", [("2023-05-03", "ERO")]),
    ("ICE submitted a corrective action plan on May 3, 2023.", [("2023-05-03", "ICE")]),
    ("ICE officials told us in May 2023 that work goes on.", [("2023-05", "ICE")]),
    ("ICE’s officials said in May 2023 that work goes on.", [("2023-05", "ICE")]),
    ("However, as of June 2024, ICE had not mended them.", [("2024-06", "")]),
    ("As of June 2024, according to ICE officials, work goes on.", [("2024-06", "ICE")]),
    ("As of June 2024, officials from ICE's Office of Detention Oversight (ODO) said so.", [("2024-06", "ODO")]),
    ("As of June 2024, officials from ICE's Fuel Office said so.", [("2024-06", "")]),
    ("As of June 2024, ICE and CBP officials said so.", [("2024-06", "")]),
    ("In its June 2024 update, DHS stated that ICE had begun.", [("2024-06", "DHS")]),
    ("During a meeting in May 2024, ICE officials said that work goes on.", [("2024-05", "ICE")]),
    ("In May and June 2024, ICE officials sent documents.", [("2024-05/2024-06", "ICE")]),
    ("As of the end of fiscal year 2023, ICE had mended three.", [("FY2023", "ICE")]),
    ("As of Feb. 2023, ICE was mending them.", [("2023-02", "ICE")]),
    ("On 3 May 2023, ICE issued the plan.", [("2023-05-03", "ICE")]),
    ("In June 2023 ICE told us that work goes on.", [("2023-06", "ICE")]),
    ("As of June 2023, ATD had 180,000 participants.", [("2023-06", "")]),
    ("As of June 2023, OTIA officials said that work goes on.", [("2023-06", "OTIA")]),
    ("In July 2023, ICE met us. In July 2023, CBP joined.", [("2023-07", "ICE"), ("2023-07", "CBP")]),
    (
        "In May 2023, ICE said it had begun; in June 2024, ICE said it was done.",
        [("2023-05", "ICE"), ("2024-06", "ICE")],
    ),
    ("In May 2023 ICE hired 20 welders and in June 2023 trained them.", [("2023-05", "ICE"), ("2023-06", "")]),
    ("In its 60-day letter dated March 2022, DHS noted that ICE would act.", [("2022-03", "DHS")]),
    ("We requested an update in March 2024.", [("2024-03", "GAO")]),
    ("As of the third quarter of fiscal year 2024, ICE had begun.", [("FY2024-Q3", "ICE")]),
    ("In early June 2024, ICE officials told us so.", [("2024-06", "ICE")]),
]


@pytest.mark.parametrize(("comment", "expected"), STATEMENTS)
def test_each_dated_statement_is_an_update(comment: str, expected: list[tuple[str, str]]) -> None:
    assert updates(comment) == expected


@pytest.mark.parametrize(
    ("comment", "latest"),
    [
        (
            "As of June 2022, it began. As of February 2025, it went on. In October 2023, ICE officials said so.",
            "2025-02",
        ),
        ("In July 2023, ICE met us. On July 3, 2023, ICE wrote.", "2023-07-03"),
        ("In late 2023, ICE said so. As of June 2022, ICE had begun.", "late 2023"),
        ("In late 2023, ICE said so. As of June 2023, ICE had begun.", None),
        ("In May 2021, ICE said so. The contract will end in June 2026.", "2021-05"),
        ("In May 2021, ICE said so. The contract ended in June 2024.", None),
        ("As of May 2018, ICE had no plan. DHS's 2019 strategy calls for one.", "2018-05"),
        ("As of May 2018, ICE had no plan. As of June 31, 2019, it had one.", None),
    ],
)
def test_the_latest_date_or_none_where_it_cannot_be_told(comment: str, latest: str | None) -> None:
    assert told(comment).get("narrative_as_of") == latest


@pytest.mark.parametrize(
    ("comment", "needed"),
    [
        (
            "While this is a step, to fully address the intent of our recommendation, ICE must test all 14 tanks.",
            "to fully address the intent of our recommendation, ICE must test all 14 tanks.",
        ),
        ("To close this recommendation, GAO needs evidence that they are sound.", ...),
        ("In order to close this recommendation, we need to see the plan.", ...),
        ("To implement our recommendation, the agency will need to test them.", ...),
        ("ICE must test them.", ...),
        (
            "However, ICE still needs to approve the plan to fully implement this recommendation.",
            "ICE still needs to approve the plan to fully implement this recommendation.",
        ),
        ("This recommendation will remain open until ICE tests them.", ...),
        ("We will close this recommendation once ICE tests them.", ...),
    ],
)
def test_what_is_needed(comment: str, needed: Any) -> None:
    assert told(comment) == {"to_close": comment if needed is ... else needed}


MOVED = [
    ("ICE expects completion by May 31, 2022. ICE's current estimate is September 30, 2025.", "2025-09-30"),
    ("ICE plans to finish by May 2022. Completion had been delayed until fiscal year 2025.", "FY2025"),
    ("ICE's original implementation date was May 15, 2022; the current date is May 15, 2025.", "2025-05-15"),
    ("ICE plans to complete it by May 2024. In June 2024, ICE said it no longer plans to implement it.", None),
    ("ICE plans to finish by May 2024. In July 2025, ICE said that the work has been postponed indefinitely.", None),
    ("ICE planned to finish by May 2021. ICE has since moved this date to June 2022.", "2022-06"),
    ("ICE planned to finish by May 2021. ICE requested an extension to June 30, 2022.", "2022-06-30"),
    ("The original estimated completion date was May 2021; ICE has since revised it to June 2022.", "2022-06"),
    ("ICE planned to finish by May 2021. The deadline was pushed back to some time after 2022.", None),
    ("ICE estimated a completion date of April 2024, which it revised in June 2023 to October 2024.", "2024-10"),
    ("ICE moved its office to Denver in June 2022.", None),
]


@pytest.mark.parametrize(("comment", "completion"), MOVED)
def test_a_date_that_moved_takes_the_place_of_the_one_before(comment: str, completion: str | None) -> None:
    assert told(comment).get("estimated_completion") == completion


SHARED = [
    ("ICE agreed with the recommendation, and in November 2022 reported that it had finished.", [("2022-11", "ICE")]),
    ("ICE reported, in June 2021, that the work goes on.", [("2021-06", "ICE")]),
    ("ICE updated its policy, and in June 2021, the policy was rescinded.", [("2021-06", "")]),
]


@pytest.mark.parametrize(("comment", "expected"), SHARED)
def test_who_speaks_may_stand_before_the_date(comment: str, expected: list[tuple[str, str]]) -> None:
    assert updates(comment) == expected
