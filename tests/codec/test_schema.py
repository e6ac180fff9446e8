"""The published schema: what is written fits it, what is broken does not, and the file is what the code makes."""

import json
import runpy
from datetime import UTC, datetime
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from tests.codec.made import entries
from tests.codec.test_fields import CASES, broken, example
from tests.codec.test_golden import GOLDEN

from oversight_adapters.codec import encode
from oversight_adapters.codec.schema import schema
from oversight_adapters.codec.shapes import Record
from oversight_adapters.codec.tags import ENTRIES
from oversight_adapters.writers.jsonlines import JsonLinesWriter
from oversight_core.entities import KINDS
from oversight_core.ledger import Recorded


@pytest.fixture(scope="module", autouse=True)
def way():
    """Not once for each way: nothing is read here."""


jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is in the group `test`")

SCRIPT = runpy.run_path(str(Path(__file__).parents[2] / "docs/schemas.py"))
PUBLISHED = json.loads(SCRIPT["PUBLISHED"].read_text(encoding="utf-8"))
VALID = jsonschema.Draft202012Validator(PUBLISHED)


def test_the_published_file_is_fresh():
    assert SCRIPT["PUBLISHED"].read_text(encoding="utf-8") == SCRIPT["published"](), "run `python docs/schemas.py`"


def test_it_is_a_schema_and_every_kind_is_in_it():
    VALID.check_schema(PUBLISHED)
    assert {*ENTRIES, *KINDS} <= set(PUBLISHED["$defs"])
    for kind in (*KINDS, *ENTRIES):
        fields = {field.name for field in attrs.fields({**KINDS, **ENTRIES}[kind])}
        assert set(PUBLISHED["$defs"][kind]["properties"]) == fields


@settings(max_examples=60)
@given(entries)
def test_what_is_written_fits(entry):
    sealed = json.loads(encode(entry).seal(b"salt"))
    assert [error.message for error in VALID.iter_errors(sealed)] == []


@pytest.mark.parametrize(("tag", "kind"), CASES)
def test_what_is_broken_does_not_fit(tag, kind):
    whole = example(Record(ENTRIES[tag]), kind)
    assert VALID.is_valid({tag: whole})
    for path, plain in broken(whole, Record(ENTRIES[tag]), kind, f"$.{tag}"):
        if tag != "registered" or ".entity" in path or kind == "review":  # the rest is the same for every kind
            assert not VALID.is_valid({tag: plain}), path


@pytest.mark.parametrize(
    "payload",
    [
        {},
        [],
        {"rumoured": {}},
        {"retracted": {"item": "a:b/c", "revision": 1}, "disposed": {}},
        {"retracted": {"item": "no item", "revision": 1}},
        {"retracted": {"item": "a:b", "revision": 1}},
        {"retracted": {"item": "a:b/c/d/e@f", "revision": 1}},
        {"retracted": {"item": "a:b/c", "revision": True}},
        {"retracted": {"item": "a:b/c", "revision": 2**63}},
        {"retracted": {"item": "a:b/c", "revision": 1, "occurred_on": "soon"}},
        {"retracted": {"item": "a:b/c", "revision": 1, "occurred_on": "2024-13"}},
        {"retracted": {"item": "a:b/c", "revision": 1, "why": "in clear"}},
        {"retracted": {"item": "a:b/c", "revision": 1}, "@": "no digest"},
        {"registered": {"item": "a:b/c", "entity": {"review": {}, "action": {}}}},
    ],
)
def test_what_no_store_holds_does_not_fit(payload):
    assert not VALID.is_valid(payload)


def test_a_plug_ins_kind_gets_its_schema_whatever_its_name():
    made = schema({**KINDS, "site-visit": KINDS["finding"], "step": KINDS["action"]})
    jsonschema.Draft202012Validator.check_schema(made)
    assert set(made["$defs"]["step"]["properties"]) == {field.name for field in attrs.fields(KINDS["action"])}
    assert made["$defs"]["applied"]["properties"]["step"] == {"$ref": "#/$defs/step-part"}
    assert "site-visit" in made["$defs"]


def test_every_line_of_an_export_fits():
    line = jsonschema.Draft202012Validator({**PUBLISHED, "$ref": "#/$defs/line"})
    for position, (entry, *_) in enumerate(GOLDEN, 1):
        at = datetime(2024, 5, 29, tzinfo=UTC)
        recorded = Recorded(entry, position, 1, at, "a desk", 1, bytes(32), "")
        assert line.is_valid(json.loads(JsonLinesWriter().line(recorded)))
