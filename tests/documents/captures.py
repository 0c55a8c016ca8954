"""Captures made by hand."""

from datetime import UTC, datetime

from cellwire.model import Capture, Told

MOMENT = datetime(2022, 12, 18, 6, 0, tzinfo=UTC)


IT = Told(id="it")


def capture(content: str | bytes, media_type: str = "text/plain", *, told: Told = IT, **more: object) -> Capture:
    """One capture of a file; `more` are fields of `Capture` that differ."""
    content = content.encode() if isinstance(content, str) else content
    fields = {"source": "file", "url": None, "path": "it", "moment": MOMENT, **more}
    return Capture(media_type=media_type, content=content, told=told, **fields)  # type: ignore[arg-type]
