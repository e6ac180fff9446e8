"""The service over real HTTP: what it answers, refuses, and keeps."""

import json
import socket
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import partial
from http.client import HTTPConnection
from importlib.resources import files
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

pytest.importorskip("starlette", reason="the session `examples` installs it")
uvicorn = pytest.importorskip("uvicorn", reason="the session `examples` installs it")

from service import LARGEST, make_app, note  # noqa: E402  # it needs what may be missing

from oversight_adapters.plugins import Adapters  # noqa: E402  # as above
from oversight_adapters.stores.sqlite import SqliteStore  # noqa: E402  # as above
from oversight_core import Item, Register, Reported  # noqa: E402  # as above

ITEM = "recommendation:our-office/2024-7/3@ice"
CONCUR = {"item": ITEM, "axis": "position", "event": "concur", "actor": "ICE", "role": "addressee"}
CONCUR |= {"occurred_on": "2024-05-29"}
PAGE = files("oversight_adapters").joinpath("samples/gao-ice-2024-03.txt").read_bytes()


class Client:
    """Asks over HTTP, each time anew."""

    def __init__(self, port: int) -> None:
        self._port = port

    def __call__(self, method: str, path: str, body: Any = None) -> tuple[int, Any]:
        connection = HTTPConnection("127.0.0.1", self._port, timeout=30)
        sent = body if isinstance(body, bytes | None) else json.dumps(body).encode()
        connection.request(method, path, sent)
        response = connection.getresponse()
        status, said = response.status, json.loads(response.read())
        connection.close()
        return status, said


@contextmanager
def serving(record: Path) -> Iterator[tuple[Client, Register]]:
    """A server of its own, on a port of its own; its socket listens before it starts, so nobody waits for it."""
    alerts: deque[str] = deque(maxlen=1000)
    with SqliteStore(record) as store, socket.create_server(("127.0.0.1", 0)) as listening:
        register = Register(store, recorder="case service", listeners=(partial(note, alerts),))
        app = make_app(register, Adapters(), alerts=alerts)
        server = uvicorn.Server(uvicorn.Config(app, log_config=None))
        thread = Thread(target=server.run, args=([listening],))
        thread.start()
        try:
            yield Client(listening.getsockname()[1]), register
        finally:
            server.should_exit = True
            thread.join()


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[[str], tuple[Client, Register]]]:
    with ExitStack() as stack:
        yield lambda name: stack.enter_context(serving(tmp_path / name))


@pytest.fixture
def ask(start: Callable[[str], tuple[Client, Register]]) -> Client:
    return start("record.db")[0]


def test_an_attempt_is_recorded_shown_listed_and_told(ask: Client) -> None:
    assert ask("POST", "/attempts", CONCUR) == (201, {"status": "concurred", "missing": ["reply", "plan"]})
    status, item = ask("GET", f"/items/{ITEM}")
    assert status == 200
    assert item["statuses"] == {"position": {"status": "concurred", "since": "2024-05-29", "basis": "applied"}}
    assert ask("GET", "/items")[1]["items"] == [{"item": ITEM, "statuses": item["statuses"]}]
    assert ask("GET", "/alerts")[1] == {"alerts": [f"1: 1 new entries about {ITEM}"]}


def test_what_the_rules_do_not_allow_is_a_conflict_with_every_reason(ask: Client) -> None:
    status, said = ask("POST", "/attempts", CONCUR | {"event": "supersede", "axis": "oversight_status"})
    assert status == 409 and len(said["reasons"]) == 2
    assert any("successor" in reason for reason in said["reasons"])
    assert ask("GET", "/items")[1] == {"items": []} and ask("GET", "/alerts")[1] == {"alerts": []}


def test_evidence_comes_with_an_attempt(ask: Client) -> None:
    reply = {"evidence": [{"kind": "reply", "supplied_by": "ICE"}]}
    assert ask("POST", "/attempts", CONCUR | reply)[1] == {"status": "concurred", "missing": ["plan"]}


def test_a_document_comes_in_with_its_words_and_only_once(ask: Client) -> None:
    status, first = ask("POST", "/documents?name=gao.txt&stated_on=2024-03-31", PAGE)
    assert status == 201 and first["batch"] == 1 and first["entries"] > 10
    assert ask("POST", "/documents?name=gao.txt&stated_on=2024-03-31", PAGE)[1]["entries"] == 0
    listed = ask("GET", "/items")[1]["items"]
    item = ask("GET", f"/items/{listed[0]['item']}")[1]
    said = item["words"]["oversight_status"]
    assert said and all(word in PAGE.decode() for word in said)
    assert len(ask("GET", "/alerts")[1]["alerts"]) == 1


def test_the_past_is_asked_for_by_date(ask: Client) -> None:
    ask("POST", "/attempts", CONCUR)
    assert ask("GET", "/items?as_of=2024-04")[1]["items"] == []
    assert ask("GET", f"/items/{ITEM}?as_of=2024-04")[0] == 404
    assert ask("GET", f"/items/{ITEM}?as_of=2024-06")[1]["statuses"]["position"]["status"] == "concurred"


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "sentence"),
    [
        ("POST", "/attempts", b"\xff", 400, "not JSON"),
        ("POST", "/attempts", b"[" * 200_000, 400, "not JSON"),
        ("POST", "/attempts", b"[]", 400, "not an object"),
        ("POST", "/attempts", {}, 422, "'actor' is missing"),
        ("POST", "/attempts", CONCUR | {"item": 3}, 422, "'item' is missing, or is not a text"),
        ("POST", "/attempts", CONCUR | {"item": "nothing"}, 422, "is not an item"),
        ("POST", "/attempts", CONCUR | {"occurred_on": "soon"}, 422, "is not a moment"),
        ("POST", "/attempts", CONCUR | {"axis": "colour"}, 422, "no table governs the axis 'colour'"),
        ("POST", "/attempts", CONCUR | {"evidence": "all of it"}, 422, "'evidence' is a list"),
        ("POST", "/attempts", CONCUR | {"evidence": ["a letter"]}, 422, "'kind' is missing"),
        ("POST", "/attempts", CONCUR | {"actor": "\ud800"}, 422, ""),
        ("POST", "/attempts", CONCUR | {"event": "\ud800"}, 409, "not allowed"),
        ("POST", "/documents", b"nothing that we know", 422, "no reader"),
        ("POST", "/documents", b"\xff\xfe\x00\x00\xff", 422, ""),
        ("POST", "/documents?format=runes", PAGE, 422, "'runes'"),
        ("POST", "/documents?stated_on=soon", PAGE, 422, "is not a moment"),
        ("POST", "/documents", bytes(LARGEST + 1), 413, "smaller document"),
        ("GET", "/items?as_of=soon", None, 422, "is not a moment"),
        ("GET", "/items/nothing", None, 422, "is not an item"),
        ("GET", f"/items/{ITEM}", None, 404, "nothing is known"),
        ("GET", "/attempts", None, 405, "Method Not Allowed"),
        ("GET", "/elsewhere", None, 404, "Not Found"),
    ],
)
def test_bad_input_is_answered_with_a_sentence(
    ask: Client, method: str, path: str, body: Any, status: int, sentence: str
) -> None:
    answered, said = ask(method, path, body)
    assert (answered, sentence in said["error"]) == (status, True), said
    assert "Traceback" not in said["error"] and "\n" not in said["error"]
    assert ask("GET", "/items")[1] == {"items": []}


def test_many_at_once_lose_nothing(ask: Client) -> None:
    items = [f"recommendation:our-office/2024-7/{number}@ice" for number in range(24)]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda item: ask("POST", "/attempts", CONCUR | {"item": item}), items))
    assert {status for status, _ in answers} == {201}
    assert {item["item"] for item in ask("GET", "/items")[1]["items"]} == set(items)
    assert len(ask("GET", "/alerts")[1]["alerts"]) == 24


def test_the_same_thing_at_once_is_recorded_once(ask: Client) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: ask("POST", "/attempts", CONCUR), range(8)))
    assert sorted(status for status, _ in answers) == [201] + [409] * 7  # a conflict, or no longer offered
    assert len(ask("GET", "/alerts")[1]["alerts"]) == 1


def test_two_services_in_one_program_know_nothing_of_each_other(
    start: Callable[[str], tuple[Client, Register]],
) -> None:
    (one, _), (other, register) = start("one.db"), start("other.db")
    one("POST", "/attempts", CONCUR)
    assert other("GET", "/items")[1] == {"items": []} and other("GET", "/alerts")[1] == {"alerts": []}
    register.enter([Reported(Item.parse(ITEM), "position", "concurred")])
    assert len(other("GET", "/alerts")[1]["alerts"]) == 1 and len(one("GET", "/alerts")[1]["alerts"]) == 1


def test_a_conflict_of_revisions_is_a_conflict(
    start: Callable[[str], tuple[Client, Register]], monkeypatch: pytest.MonkeyPatch
) -> None:
    ask, register = start("record.db")
    append = register.store.append

    def somebody_was_first(batch: Any, *, recorder: str) -> Any:
        parts = [(item, expected + 1, entries) for item, expected, entries in batch]
        return append(parts, recorder=recorder)

    monkeypatch.setattr(register.store, "append", somebody_was_first)
    status, said = ask("POST", "/attempts", CONCUR)
    assert status == 409 and "reasons" not in said and ITEM in said["error"]
