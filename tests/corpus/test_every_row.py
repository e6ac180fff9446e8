"""Every row of every phrasebook is used by a document of the corpus: whoever adds a row adds a document."""

from __future__ import annotations

import json

import pytest
from tests.corpus.test_corpus import LABELS

from oversight_adapters.cli.commands.phrases import check


def test_no_row_is_never_used(capsys: pytest.CaptureFixture[str]) -> None:
    formats = {str(labels.parent) for labels in LABELS}
    check(*sorted(formats), json=True)
    books = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {one["book"]: one["unused"] for one in books if one["unused"]} == {}
