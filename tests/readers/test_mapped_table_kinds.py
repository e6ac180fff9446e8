"""Tables of any kind of entity: whose rulebook governs them, what amounts are, and that no name tells of a person."""

from __future__ import annotations

from decimal import Decimal

import attrs
import pytest

from oversight_adapters.codec import decode, encode
from oversight_adapters.readers.mapped_table import DefectiveMapping, MappedTableReader, mapping_of
from oversight_adapters.stores.memory import MemoryStore
from oversight_core import BUILTIN, Item, Moment, Register, Source
from oversight_core.entities import ABOUT_PEOPLE, KINDS, Money, Placement
from oversight_core.errors import UnknownRulebook
from oversight_core.ledger import Registered

PLACEMENTS = """
name = "stays"
issuer = "krome"
kind = "placement"
rulebook = "segregation"
[fields]
placed_on = "In"
released_on = "Out"
form = "Kind"
vulnerability = { column = "Flags", split = ";" }
mental_illness = "MI"
person = "Who"
[identity]
report = "Log"
number = "No"
"""
STAYS = b"""Log,No,In,Out,Kind,Flags,MI,Who
2024-A,1,2024-02-01,2024-02-20,disciplinary,,no,P-17
2024-A,2,2024-02-03,,administrative,disability; elderly,yes,P-18
"""


def faults(toml: str) -> dict[str, str]:
    with pytest.raises(DefectiveMapping) as caught:
        mapping_of(toml)
    return {fault.key: fault.why for fault in caught.value.faults}


def taken(toml: str, table: bytes, register: Register | None = None) -> Register:
    mapping = mapping_of(toml)
    register = register or Register(MemoryStore(), rulebooks=[*BUILTIN, mapping.rulebook()])
    register.apply(register.take(MappedTableReader(mapping).take(Source.of(table))))
    return register


def test_a_table_of_placements_is_governed_by_the_rulebook_that_is_named() -> None:
    cases = taken(PLACEMENTS, STAYS).cases()
    assert [str(item) for item in cases] == ["placement:krome/2024-a/1", "placement:krome/2024-a/2"]
    assert {case.rulebook for case in cases.values()} == {"segregation"}
    described = cases[Item("placement", "krome", "2024-a", "2")].described
    assert described == Placement(
        form="administrative",
        placed_on=Moment.parse("2024-02-03"),
        vulnerability=("disability", "elderly"),
        mental_illness=True,
        person="P-18",
    )


def test_what_is_read_without_a_rulebook_is_governed_once_it_is_named() -> None:
    register = taken(PLACEMENTS.replace('rulebook = "segregation"\n', ""), STAYS)
    assert {case.rulebook for case in register.cases().values()} == {""}
    taken(PLACEMENTS, STAYS, register)
    assert {case.rulebook for case in register.cases().values()} == {"segregation"}
    mapping = mapping_of(PLACEMENTS)
    again = register.take(MappedTableReader(mapping).take(Source.of(STAYS)))
    assert not again.entries and again.known == 2


def test_without_a_name_the_rulebook_of_the_issuer_governs() -> None:
    toml = 'name="t"\nissuer="gao"\nfields.report="R"\nfields.number="N"\nfields.text="T"'
    for rulebook, governs in (("", "gao"), ('rulebook="ntsb"\n', "ntsb")):
        (case,) = taken(rulebook + toml, b"R,N,T\nGAO-1,1,Count\n").cases().values()
        assert case.rulebook == governs


def test_a_rulebook_that_is_not_installed_is_told_with_those_that_are() -> None:
    told = faults(PLACEMENTS.replace('"segregation"', '"segregations"'))
    assert list(told) == ["rulebook"] and "did you mean segregation?" in told["rulebook"]
    reading = MappedTableReader(mapping_of(PLACEMENTS)).take(Source.of(STAYS))
    with pytest.raises(UnknownRulebook):
        Register(MemoryStore(), rulebooks=[]).take(reading)


def test_status_words_of_a_table_whose_guards_need_facts() -> None:
    toml = (
        'name="t"\nissuer="c"\nkind="complaint"\nidentity.report="N"\nfields.channel="C"\n[labels.stage]\ncolumn="S"\n'
    )
    register = taken(f'{toml}axis="stage"\nwords={{Out="screened_out"}}', b"N,C,S\n24-1,mail,Out\n")
    (case,) = register.cases().values()
    assert case.status("stage").value == "screened_out"


# -- people ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", sorted(ABOUT_PEOPLE))
def test_no_name_is_made_of_words_about_a_person(kind: str) -> None:
    held = [field.name for field in attrs.fields(KINDS[kind]) if field.metadata.get("content")]
    for field in held:
        told = faults(f'name="t"\nissuer="c"\nkind="{kind}"\nfields.{field}="What"\nidentity.report=["No","what"]')
        assert any("about a person" in why for why in told.values())
    toml = f'name="t"\nissuer="c"\nkind="{kind}"\nfields.{field_of(kind)}="A"\nidentity.report="No"'
    reading = MappedTableReader(mapping_of(toml)).take(Source.of(f"A,No\n,1\n,{'x' * 121}\n,案件\n".encode()))
    assert [str(candidate.item) for candidate in reading.candidates] == [f"{kind}:c/1"]
    assert [problem.code for problem in reading.problems] == ["identity-missing"]


def field_of(kind: str) -> str:
    return next(field.name for field in attrs.fields(KINDS[kind]) if field.type in ("str", str))


# -- amounts ---------------------------------------------------------------------------------------------------------

MONEY = 'name="m"\nissuer="oig"\nkind="money"\nidentity.report="R"\nidentity.number="N"\n'


@pytest.mark.parametrize(
    ("words", "amount"),
    [
        ("$125,000.50", "125000.50"),
        ("0", "0"),
        ("1.10", "1.10"),
        ("-3", "-3"),
        ("9" * 30, "9" * 30),
        ("12,34", None),
        ("1.5e3", None),
        ("nan", None),
        ("$", None),
        ("9" * 31, None),
        ("(500)", None),
        ("about 3", None),
    ],
)
def test_an_amount_keeps_every_digit_or_is_told(words: str, amount: str | None) -> None:
    mapping = mapping_of(f'{MONEY}fields.questioned="Q"\nfields.currency={{constant="USD"}}')
    reading = MappedTableReader(mapping).take(Source.of(f'R,N,Q\nA,1,"{words}"\n'.encode()))
    (candidate,) = reading.candidates
    assert candidate.entity == Money(currency="USD", questioned=None if amount is None else Decimal(amount))
    assert str(candidate.entity.questioned) == str(amount)
    assert [problem.code for problem in reading.problems] == ([] if amount else ["unreadable-value"])
    entry = Registered(candidate.item, candidate.entity)
    encoded = encode(entry)
    assert str(decode(*encoded).entity.questioned) == str(amount)
    assert amount is None or f'"questioned":"{amount}"'.encode() in encoded.payload


def test_a_constant_amount_is_a_text_or_a_whole_number() -> None:
    for said, amount in (('"$2.50"', "2.50"), ("3", "3")):
        mapping = mapping_of(f"{MONEY}fields.questioned={{constant={said}}}")
        (candidate,) = MappedTableReader(mapping).take(Source.of(b"R,N\nA,1\n")).candidates
        assert candidate.entity.questioned == Decimal(amount)
    for said in ("true", '"some"'):
        assert list(faults(f"{MONEY}fields.questioned={{constant={said}}}")) == ["fields.questioned"]
