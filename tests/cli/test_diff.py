"""What changed between two pages, from the command line and at an import."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run

SAMPLES = Path(__file__).parents[2] / "src/oversight_adapters/samples"
OLD, NEW = SAMPLES / "gao-ice-2024-03.txt", SAMPLES / "gao-ice-later.txt"


def test_what_changed_is_told_item_by_item(run: Run) -> None:
    ran = run("diff", OLD, NEW)
    assert ran.code == 0
    assert "Status changed: 2" in ran.out and "No longer listed: 4" in ran.out
    assert "status printed: Open → Closed – Implemented" in ran.out
    assert "part of its list" in ran.err


def test_as_json_every_change_is_a_line_and_the_last_counts_them(run: Run) -> None:
    *changes, last = run("diff", OLD, NEW, "--json").lines
    assert [change["type"] for change in changes] == ["change"] * 6
    assert (last["status_changed"], last["no_longer_listed"], last["listed"]) == (2, 4, 2)
    assert last["warnings"] == ["listing-incomplete"]


def test_a_page_that_was_not_saved_anew_is_told(run: Run, tmp_path: Path) -> None:
    assert "byte by byte" in run("diff", OLD, OLD).err
    again = tmp_path / "again.txt"
    again.write_bytes(OLD.read_bytes() + b"\n\n")
    assert run("diff", OLD, again, "--json").lines[-1]["warnings"] == ["nothing-changed"]
    assert run("diff", OLD, again, "--strict").code == 1


def test_a_page_that_suddenly_lists_nothing_is_told(run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text("Immigration and Customs Enforcement\n\nOpen Recommendations (41 total)\n", encoding="utf-8")
    (last,) = (line for line in run("diff", OLD, empty, "--json").lines if line["type"] == "changes")
    assert (last["no_longer_listed"], last["warnings"]) == (6, ["listing-emptied"])


def test_an_import_says_what_changed_since_the_page_before(run: Run) -> None:
    assert run("import", OLD, "--json").lines[0]["changes"] is None
    assert run("import", NEW, "--json").lines[0]["changes"] == {
        "new": 0,
        "moved": 0,
        "reworded": 0,
        "status_changed": 2,
        "no_longer_listed": 4,
    }
    assert "nothing has changed" in run("import", NEW).out
    assert run("import", NEW, "--json").lines[0]["warnings"] == ["nothing-changed"]


def test_an_import_of_a_page_that_suddenly_lists_nothing_says_so(run: Run, tmp_path: Path) -> None:
    run("import", OLD)
    empty = tmp_path / "empty.txt"
    empty.write_text("Immigration and Customs Enforcement\n\nOpen Recommendations (41 total)\n", encoding="utf-8")
    assert run("import", empty, "--dry-run", "--json").lines[0]["warnings"] == ["listing-emptied"]
    assert "6 no longer listed; it lists nothing any more" in run("import", empty).out


def test_a_listing_of_documents_that_is_read_again_lists_what_it_listed(run: Run) -> None:
    page = Path(__file__).parents[1] / "corpus/crcl-summary/listing-bullets.txt"
    assert run("import", page, "--json").lines[0]["changes"] is None
    assert set(run("import", page, "--json").lines[0]["changes"].values()) == {0}


def test_what_stands_on_another_page_of_a_collection_is_not_said_to_be_listed_no_longer(run: Run) -> None:
    """All pages of a collection are one listing: one that does not say that it holds all of them is a part of it."""
    corpus = Path(__file__).parents[1] / "corpus/crcl-summary"
    run("import", corpus / "listing-bullets.txt", "--json")
    told = run("import", corpus / "listing-pager.txt").out
    assert "no longer listed" not in told
    assert "not on this page, which may be a part of its list" in told
