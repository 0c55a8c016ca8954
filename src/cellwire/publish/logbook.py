"""The desk's log: a JSON object a line, with the request it belongs to."""

from __future__ import annotations

import json
import logging
import re
import secrets
import sys
from contextvars import ContextVar
from datetime import UTC, datetime

LOG = logging.getLogger("cellwire.desk")
REQUEST: ContextVar[str] = ContextVar("request", default="")
_PLAIN = re.compile(r"[A-Za-z0-9._-]{1,64}")


def begin_request(named: str) -> str:
    """The id of a request: as whoever passed it on named it, or a new one. Every line logged for it bears it."""
    id = named if _PLAIN.fullmatch(named) else secrets.token_hex(8)
    REQUEST.set(id)
    return id


def say(event: str, **told: object) -> None:
    LOG.info(event, extra={"told": told})


class JsonLine(logging.Formatter):
    """Moment in UTC, level, event, request, what is told of it, and the trace of an error."""

    def format(self, record: logging.LogRecord) -> str:
        moment = datetime.fromtimestamp(record.created, UTC)
        line: dict[str, object] = {
            "time": moment.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "level": record.levelname.casefold(),
            "event": record.getMessage().strip(),
        }
        if request := REQUEST.get():
            line["request"] = request
        line |= getattr(record, "told", {})
        if record.exc_info:
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def log_as_json(*, quiet: bool) -> None:
    """All lines of this process, the server's own too, go to standard error. `quiet` leaves out all but warnings."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLine())
    logging.basicConfig(level=logging.WARNING if quiet else logging.INFO, handlers=[handler], force=True)
