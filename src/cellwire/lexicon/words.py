"""Everyday words by what they do in a sentence: prepositions, legal forms, what companies do and are called."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def load_words(name: str, language: str = "en") -> tuple[str, ...]:
    """A list of `words/<language>.toml`, in its order."""
    return tuple(_lists(language)[name].split())


def either(name: str) -> str:
    """The words of a list as one group of a pattern."""
    return f"(?:{'|'.join(load_words(name))})"


@cache
def _lists(language: str) -> dict[str, str]:
    return tomllib.loads((files("cellwire.lexicon") / "words" / f"{language}.toml").read_text("utf-8"))


PLANT, PLANTS = either("plant"), either("plants")
