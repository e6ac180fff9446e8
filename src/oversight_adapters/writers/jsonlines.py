"""Every entry of a record, one a line, in the order of recording: what was written reads back equal."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import IO, Any

import attrs

from oversight_adapters.codec import CODEC, Codec
from oversight_core.errors import OversightError
from oversight_core.ledger import Recorded
from oversight_core.register import Register

# What some programs take for the end of a line or turn the direction of writing by; only texts hold it.
_RISKY = re.compile(r"[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")


@attrs.frozen
class UnreadableLine(OversightError, ValueError):
    """A line that this writer did not write."""

    number: int
    why: str

    def __str__(self) -> str:
        return f"line {self.number} is not an entry of a record: {self.why}"


class JsonLinesWriter:
    """JSON Lines, loss-free: `read` gives back what the store held, positions, recording dates and links included."""

    name = "jsonlines"
    suffix = ".jsonl"
    lossless = True

    def __init__(self, codec: Codec = CODEC) -> None:
        self.codec = codec

    def write(self, record: Register, out: IO[str]) -> None:
        """Write one line an entry."""
        for recorded in record.store.scan():
            out.write(self.line(recorded) + "\n")

    def line(self, recorded: Recorded) -> str:
        """One entry on one line; the entry and its words are the bytes of the codec."""
        encoded = self.codec.again(recorded.entry)
        head = {
            "batch": recorded.batch,
            "hash": recorded.hash.hex(),
            "key": recorded.key,
            "position": recorded.position,
            "recorded_at": recorded.recorded_at.isoformat(),
            "recorder": recorded.recorder,
            "revision": recorded.revision,
        }
        words = "null" if encoded.content is None else encoded.content.decode()
        line = f'{_plain(head)[:-1]},"entry":{encoded.payload.decode()},"words":{words}}}'
        return _RISKY.sub(lambda match: f"\\u{ord(match[0]):04x}", line)

    def read(self, lines: Iterable[str]) -> Iterator[Recorded]:
        """The entries that these lines hold; raises `UnreadableLine` at the first that is none."""
        for number, line in enumerate(lines, 1):
            try:
                yield self._recorded(json.loads(line))
            except (OversightError, ValueError, KeyError, TypeError, RecursionError) as error:
                raise UnreadableLine(number, " ".join(f"{error}".split()) or type(error).__name__) from None

    def _recorded(self, line: dict[str, Any]) -> Recorded:
        words = None if line["words"] is None else _plain(line["words"]).encode()
        entry = self.codec.decode(_plain(line["entry"]).encode(), words)
        recorded_at = datetime.fromisoformat(line["recorded_at"])
        link = bytes.fromhex(line["hash"])
        return Recorded(
            entry, line["position"], line["revision"], recorded_at, line["recorder"], line["batch"], link, line["key"]
        )


def _plain(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
