"""Which words are English: a capitalised word that is none is somebody's or something's name."""

from functools import cache
from importlib.resources import files


@cache
def english_words() -> frozenset[str]:
    """Some forty thousand words in lower case, with their forms."""
    text = (files("cellwire.lexicon") / "data" / "english.txt").read_text("utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))
