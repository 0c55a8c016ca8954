"""Frozen values to JSON and back, without loss and in one form only; numbers that stand for texts."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

from msgspec import DecodeError
from msgspec.json import Decoder, Encoder

from cellwire.errors import StoreError

T = TypeVar("T")

_ENCODER = Encoder(order="sorted")


def to_json(value: object) -> str:
    """One text for one value: keys sorted, nothing that can vary."""
    return _ENCODER.encode(value).decode()


def from_json(written: str, kind: type[T]) -> T:
    """The value again; a row that an older version wrote in another form is named, and what to do about it."""
    asked: Any = kind
    try:
        read: T = _decoder(asked).decode(written)
    except DecodeError as error:
        problem = f"was written in another form by another version ({error})"
        raise StoreError(f"a stored {kind.__name__.lower()}", problem, "run `cellwire rebuild`") from error
    return read


@cache
def _decoder(kind: Any) -> Decoder[Any]:
    """Made once for each kind: making one looks at every field of it."""
    return Decoder(kind)
