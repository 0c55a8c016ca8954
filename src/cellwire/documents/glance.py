"""A page at a glance: the words of its main part, found roughly and ten times as fast as by reading it.

For archives, where nearly every page tells nothing that is asked for: whoever has a cheap sign of relevance looks at
these words first and opens only what shows it.
"""

from __future__ import annotations

from cellwire.documents.decoding import decoded
from cellwire.model import Capture

_PAGES = frozenset({"text/html", "application/xhtml+xml"})


def glance(capture: Capture) -> str | None:
    """Title and rough main text of a page; None where only opening it tells: no page, or resiliparse is not there.

    It leaves rather too much in than out, and is never quoted from.
    """
    if capture.media_type.split(";")[0].strip().lower() not in _PAGES:
        return None
    try:
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.html import HTMLTree
    except ImportError:
        return None
    text, _ = decoded(capture)
    tree = HTMLTree.parse(text)
    return f"{tree.title}\n{extract_plain_text(tree, main_content=True)}"
