"""Frozen values to JSON and back, without loss and in one form only."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

from msgspec.json import Decoder, Encoder

T = TypeVar("T")

_ENCODER = Encoder(order="sorted")


def to_json(value: object) -> str:
    """One text for one value: keys sorted, nothing that can vary."""
    return _ENCODER.encode(value).decode()


def from_json(written: str, kind: type[T]) -> T:
    asked: Any = kind
    read: T = _decoder(asked).decode(written)
    return read


@cache
def _decoder(kind: Any) -> Decoder[Any]:
    """Made once for each kind: making one looks at every field of it."""
    return Decoder(kind)
