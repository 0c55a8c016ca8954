"""What cellwire wrote itself: were its briefs and feeds read as news, the record would bear itself out."""

from __future__ import annotations

import re

OWN = "written by cellwire itself; the sources that it names tell what it tells"
GENERATOR = "cellwire"  # what a PDF says it was created with

# How each form says so; `publish` writes them, and `tests/publish/test_every_form.py` reads all of them.
_MARKS = re.compile(
    rb'<meta name="generator" content="cellwire">|<generator>cellwire</generator>|^X-Mailer: cellwire\r?$'
    rb'|"authors": \[\s*\{\s*"name": "cellwire"\s*\}|^\[generator\]: cellwire\r?$',
    re.MULTILINE,
)
_HEAD, _END = 16_000, 200  # bytes: a mail may have travelled far; Markdown says it in its last line


def is_own(content: bytes) -> bool:
    return any(_MARKS.search(part) for part in (content[:_HEAD], content[-_END:]))
