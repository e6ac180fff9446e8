"""What is remembered of frozen values is bounded, goes by the object itself, and is never that of another."""

from concurrent.futures import ThreadPoolExecutor

from oversight_adapters.codec import Codec, decode
from oversight_adapters.codec.shapes import Single
from oversight_adapters.codec.straight import KNOWN, Remembering
from oversight_adapters.codec.sure import ITEMS
from oversight_adapters.codec.sure import KNOWN as READ
from oversight_core.ledger.entry import Retracted
from oversight_core.moments import Moment
from oversight_core.names import Item


def entry(number: int) -> Retracted:
    """An entry whose values are made for it alone, and are gone after it."""
    item = Item("recommendation", "gao", "gao-24-106233", str(number), "ice")
    return Retracted(item, 1, occurred_on=Moment.parse(f"{1000 + number % 9000}-02"))


def through(codec: Codec, number: int) -> bool:
    encoded = codec.encode(entry(number))
    return f"/{number}@ice".encode() in encoded.payload and decode(*encoded) == entry(number)


def test_an_object_is_never_taken_for_another_that_lay_where_it_lies():
    codec = Codec()
    assert all(through(codec, number) for number in range(2 * KNOWN + 100))
    memory = codec._plans.of(Single(Item))
    assert isinstance(memory, Remembering) and len(memory.known) <= KNOWN and len(ITEMS) <= READ


def test_equal_values_with_different_words_are_kept_apart():
    codec = Codec()
    one, other = Moment.vague("late 2023"), Moment.vague("late 2024")
    for moment in (one, other, one):
        item = Item.parse("a:b/c")
        assert codec.encode(Retracted(item, 1, occurred_on=moment)).content == f'["{moment.words}"]'.encode()


def test_several_threads_share_one_codec():
    codec = Codec()
    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(lambda number: through(codec, number % 700), range(3000)))
