"""The language of a text: by its script, by what the page says, else by its letters."""

from __future__ import annotations

import re

_SCRIPTS = (
    ("ko", re.compile(r"[\uac00-\ud7a3]")),
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
)
_SAID = re.compile(r"[a-z]{2}(?![a-z])")
ENOUGH = 80  # characters from which letters say anything


def language_of(text: str, said: str | None = None) -> str:
    """Two letters of ISO 639-1: a plain script, then what the page says, else detected; English if too short."""
    sample = text[:3000]
    for code, letters in _SCRIPTS:
        if len(letters.findall(sample)) * 5 > len(sample):
            return code
    if said and (code_said := _SAID.match(said.strip().lower())):
        return code_said[0]
    if len(sample) < ENOUGH:
        return "en"
    from py3langid import classify  # reads its model on first use

    code, _ = classify(sample)
    return str(code)
