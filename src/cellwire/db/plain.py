"""Frozen values to JSON and back, without loss and in one form only."""

from __future__ import annotations

import json
from functools import cache
from typing import Any, TypeVar

from cattrs import Converter
from cattrs.preconf.json import make_converter

from cellwire.model import PartialDate

T = TypeVar("T")


@cache
def _converter() -> Converter:
    converter = make_converter()
    converter.register_unstructure_hook(PartialDate, str)
    converter.register_structure_hook(PartialDate, lambda written, _: PartialDate(written))
    return converter


def to_json(value: object) -> str:
    """One text for one value: keys sorted, nothing that can vary."""
    plain: Any = _converter().unstructure(value)
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_json(written: str, kind: type[T]) -> T:
    return _converter().structure(json.loads(written), kind)
