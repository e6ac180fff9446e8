"""`oversight verify`: a receipt may be printed or kept in a file; a typo is told, and what does not hold is named."""

import pytest


@pytest.fixture
def head(demo):
    line = demo("verify", "--json").lines[0]
    return f"{line['position']}:{line['hash']}"


@pytest.mark.parametrize("kept", ["{head}\n", "the record is whole: 60 entries, head {head}\n", "{json}"])
def test_a_receipt_may_be_kept_in_a_file(demo, head, kept, tmp_path):
    json = demo("verify", "--json").out
    (tmp_path / "kept.txt").write_text(kept.format(head=head, json=json))
    ran = demo("verify", "--against", str(tmp_path / "kept.txt"))
    assert ran.code == 0 and f"the receipt {head} stands in it" in ran.out


@pytest.mark.parametrize(
    ("typo", "said"),
    [
        (lambda head: head[:-1], "its hash has 63 digits, not 64"),
        (lambda head: head[:-1] + "g", "something else than the digits 0 to 9 and a to f"),
        (lambda head: head.replace(":", ";"), "write POSITION:HASH"),
        (lambda head: "9" * 19 + head[head.index(":") :], "no record has that position"),
    ],
)
def test_a_typo_in_a_receipt_is_told(demo, head, typo, said):
    ran = demo("verify", "--against", typo(head))
    assert ran.code == 2 and said in ran.err and not ran.out


@pytest.mark.parametrize(("text", "said"), [("nothing", "holds no head"), ("1:{0}\n2:{0}\n", "holds 2 heads")])
def test_a_file_that_holds_no_receipt_or_several_is_told(demo, text, said, tmp_path):
    (tmp_path / "kept.txt").write_text(text.format("0" * 64))
    ran = demo("verify", "--against", str(tmp_path / "kept.txt"))
    assert ran.code == 2 and said in ran.err
