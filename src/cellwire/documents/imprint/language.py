"""The language of a text: by its script, by what the page says, else by its letters."""

from __future__ import annotations

import re

from cellwire.documents.imprint.saying import Said

_SCRIPTS = (
    ("ko", re.compile(r"[\uac00-\ud7a3]")),
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
)
_SAID = re.compile(r"[a-z]{2}(?![a-z])")
_ENGLISH = frozenset({"the", "of", "and", "to", "that", "is", "for", "with", "it", "by", "from", "its", "has", "would"})
ENOUGH = 80  # characters from which letters say anything


def language_of(text: str, said: Said | None = None) -> Said:
    """Two letters of ISO 639-1: a plain script, then what the page says, else detected; English if too short."""
    sample = text[:3000]
    for code, letters in _SCRIPTS:
        if len(letters.findall(sample)) * 5 > len(sample):
            return Said(code, "script")
    if said and (code_said := _SAID.match(said.words.strip().lower())):
        return Said(code_said[0], said.how)
    if len(sample) < ENOUGH:
        return Said("en", "assumed")
    if _is_english(sample):
        return Said("en", "letters")
    from py3langid import classify  # reads its model on first use

    code, _ = classify(sample)
    return Said(str(code), "letters")


def _is_english(sample: str) -> bool:
    """A sixth of the words are English little words, which no other language has together: no need to detect."""
    words = sample.lower().split()[:200]
    return sum(word in _ENGLISH for word in words) * 6 > len(words)
