"""The slots of a noun, whether it is a dataclass or, as what a record makes most of, a struct."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any


def slots_of(kind: Any) -> tuple[str, ...]:
    """None of what is no noun."""
    return _slots(kind)


@cache
def _slots(kind: Any) -> tuple[str, ...]:
    """Looked up once: an answer holds thousands of the same few kinds."""
    if struct_fields := getattr(kind, "__struct_fields__", None):
        return tuple(struct_fields)
    return tuple(each.name for each in fields(kind)) if is_dataclass(kind) else ()
