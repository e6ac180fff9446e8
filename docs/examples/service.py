"""A web service around a register: Starlette, any store, and no global state.

``make_app(register, adapters)`` is the whole of it.  Who may do what is the host's: put it behind your own sign-in.
"""

import json
from collections import deque
from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from oversight_adapters.plugins import Adapters
from oversight_core import Accepted, Actor, AsOf, Attempt, Case, Exhibit, Item, Moment, NotAllowed, Register, Source
from oversight_core.errors import Conflict, OversightError, StoreFailed

LARGEST = 10 * 2**20
"""Bytes of a request; more are refused before they are read."""

STATUS: dict[type[Exception], int] = {Conflict: 409, StoreFailed: 503, OversightError: 422}
"""What an error of the library is over HTTP; its sentence is the answer."""


def note(alerts: deque[str], accepted: Accepted) -> None:
    """A listener, as ``partial(note, alerts)``, that keeps a line of every batch; another would send a message."""
    items = ", ".join(map(str, accepted.items))
    alerts.append(f"{accepted.receipt.position}: {len(accepted.entries)} new entries about {items}")


def make_app(register: Register, adapters: Adapters, *, alerts: Iterable[str] = ()) -> Starlette:
    """The service; it holds what it is given and nothing else, so one program can run several."""
    return Starlette(
        routes=[
            Route("/items", in_thread(partial(listed, register))),
            Route("/items/{item:path}", in_thread(partial(shown, register))),
            Route("/attempts", in_thread(partial(attempted, register)), methods=["POST"]),
            Route("/documents", in_thread(partial(imported, register, adapters)), methods=["POST"]),
            Route("/alerts", in_thread(lambda request, body: answer({"alerts": list(alerts)}))),
        ],
        exception_handlers=dict.fromkeys((*STATUS, HTTPException), failed),
    )


def in_thread(work: Callable[[Request, bytes], Response]) -> Callable[[Request], Awaitable[Response]]:
    """Work that may wait for a disk, kept off the event loop; a body is read up to a bound."""

    async def endpoint(request: Request) -> Response:
        body = bytearray()
        async for part in request.stream():
            body += part
            if len(body) > LARGEST:
                raise HTTPException(413, f"at most {LARGEST} bytes; send a smaller document")
        return await run_in_threadpool(work, request, bytes(body))

    return endpoint


def listed(register: Register, request: Request, body: bytes) -> Response:
    """Every item of a kind, with where it stands as of a date."""
    asked = request.query_params
    cases = register.cases(AsOf(asked.get("as_of")), kind=asked.get("kind", "recommendation"))
    return answer({"items": [{"item": str(item), "statuses": statuses(case)} for item, case in cases.items()]})


def shown(register: Register, request: Request, body: bytes) -> Response:
    """One item, and the words behind each status."""
    item = Item.parse(request.path_params["item"])
    case = register.case(item, AsOf(request.query_params.get("as_of")))
    if not case.known:
        raise HTTPException(404, f"nothing is known of {item} as of then")
    return answer({"item": str(item), "statuses": statuses(case), "words": words(case)})


def attempted(register: Register, request: Request, body: bytes) -> Response:
    """Record an attempt; one that the rules do not allow is answered with every reason."""
    said = object_of(body)
    offered = said.get("evidence", [])
    if not isinstance(offered, list):
        raise HTTPException(422, "'evidence' is a list")
    evidence = tuple(Exhibit(text(one, "kind"), text(one, "supplied_by")) for one in offered)
    actor, on = Actor(text(said, "actor"), text(said, "role")), Moment.parse(text(said, "occurred_on"))
    attempt = Attempt(Item.parse(text(said, "item")), text(said, "event"), actor, on, evidence=evidence)
    decision = register.attempt(attempt, axis=text(said, "axis"))
    if isinstance(decision, NotAllowed):
        return answer({"error": str(decision), "reasons": [str(reason) for reason in decision.reasons]}, status=409)
    return answer({"status": decision.step.target, "missing": list(register.missing(decision))}, status=201)


def imported(register: Register, adapters: Adapters, request: Request, body: bytes) -> Response:
    """Import the document that is the body: all of it, or nothing."""
    asked = request.query_params
    dated_on = Moment.parse(asked["stated_on"]) if "stated_on" in asked else None
    source = Source.of(body, name=asked.get("name", "the document"), dated_on=dated_on)
    reading = adapters.read(source, format=asked.get("format", ""))
    plan = register.take(reading)
    receipt = register.apply(plan)
    told = {"batch": receipt.batch, "entries": len(plan.entries), "known": plan.known}
    return answer(told | {"problems": [problem.message for problem in reading.problems]}, status=201)


def statuses(case: Case) -> dict[str, Any]:
    """Where an item stands on each axis, since when, and whether by rule or by report."""
    return {
        axis: {"status": status.value, "since": str(status.since) if status.since else None, "basis": status.basis}
        for axis, status in case.statuses.items()
    }


def words(case: Case) -> dict[str, list[str]]:
    """The exact words that each status rests on."""
    entries = {axis: status.entry.entry for axis, status in case.statuses.items() if status.entry}
    return {axis: [str(excerpt.words) for excerpt in entry.excerpts] for axis, entry in entries.items()}


def object_of(body: bytes) -> dict[str, Any]:
    """The JSON object in a body."""
    try:
        said = json.loads(body)
    except (ValueError, RecursionError):
        raise HTTPException(400, "the body is not JSON") from None
    if not isinstance(said, dict):
        raise HTTPException(400, "the body is JSON, but not an object")
    return said


def text(said: Any, name: str) -> str:
    """A text that must be there."""
    value = said.get(name) if isinstance(said, dict) else None
    if not isinstance(value, str) or not value.strip():
        raise HTTPException(422, f"{name!r} is missing, or is not a text")
    return value


def failed(request: Request, error: Exception) -> Response:
    """What went wrong, as a sentence."""
    if isinstance(error, HTTPException):
        return answer({"error": error.detail}, status=error.status_code)
    return answer({"error": str(error)}, status=next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS))


def answer(content: Any, *, status: int = 200) -> Response:
    """JSON in ASCII: a text from a request may hold what UTF-8 cannot."""
    return Response(json.dumps(content), status, media_type="application/json")
