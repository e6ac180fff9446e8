"""The spellings of single values as JSON Schema says them: a class, by its name, and the pattern of its texts."""

from __future__ import annotations

from typing import Any

from oversight_adapters.codec.plain import LARGEST

_SEGMENT = "[a-z0-9~][a-z0-9._~-]*"
_MONTH = r"[0-9]{4}-(?:0[1-9]|1[0-2])"
_DAY = rf"{_MONTH}-(?:0[1-9]|[12][0-9]|3[01])"
_END = rf"(?:{_DAY}|{_MONTH}|(?:FY)?[0-9]{{4}}(?:-Q[1-4])?)"
_TIME = r"[0-2][0-9]:[0-5][0-9]"
_INSTANT = rf"{_DAY}T{_TIME}(?::[0-5][0-9](?:\.[0-9]{{1,6}})?)?(?:Z|[+-]{_TIME}(?::[0-5][0-9](?:\.[0-9]{{6}})?)?)"


def _text(description: str, pattern: str) -> dict[str, Any]:
    return {"description": description, "type": "string", "pattern": f"^(?:{pattern})$"}


SPELT: dict[str, dict[str, Any]] = {
    "str": {"type": "string"},
    "int": {"type": "integer", "minimum": -LARGEST, "maximum": LARGEST},
    "bool": {"type": "boolean"},
    "date": _text("A day, such as 2024-02-05.", _DAY),
    "datetime": _text("An instant, such as 2024-02-05T10:00:00+00:00.", _INSTANT),
    "decimal": _text("A decimal number that keeps its digits.", r"-?[0-9]+(?:\.[0-9]+)?(?:[Ee][+-]?[0-9]+)?"),
    "digest": _text("SHA-256 of salt and content, in base64 for URLs, unpadded.", "[A-Za-z0-9_-]{43}"),
    "item": _text(
        "An item, such as recommendation:gao/gao-24-106233/4@ice.",
        rf"[a-z][a-z0-9-]*:{_SEGMENT}/{_SEGMENT}(?:(?:/{_SEGMENT})*|(?:/{_SEGMENT})?@{_SEGMENT}(?:/{_SEGMENT})*)",
    ),
    "moment": _text(
        "A day, month, quarter, year or fiscal year, a range of two of them or open at one end, or an instant.",
        rf"{_INSTANT}|{_END}|{_END}/{_END}|{_END}/\.\.|\.\./{_END}",
    ),
}
