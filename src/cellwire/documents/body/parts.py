"""An article in several containers of one name, which adverts stand between; the search for a main text finds one."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.html import HtmlElement

from cellwire.documents.layout import Draft, squeezed, word_count

_FULL = 15  # words from which a paragraph is prose
_KNOWN = 60  # characters by which a paragraph is known again


def join_parts(tree: HtmlElement, pieces: Sequence[Draft]) -> bool:
    """Moves what stands in the later containers into the one in which the text was found; False where there is none.

    Parts are of one tag and class and in one article: cards of other articles have another name, or an article each.
    """
    longest = squeezed(max((piece.text for piece in pieces), key=len, default=""))[:_KNOWN]
    found = next((each for each in tree.iter("p") if squeezed(each.text_content())[:_KNOWN] == longest), None)
    if found is None or not longest:
        return False
    for holder in found.iterancestors("div", "section"):
        if parts := _parts(tree, holder):
            first, *later = parts
            for part in later:
                first.extend(list(part))
            return True
    return False


def _parts(tree: HtmlElement, holder: HtmlElement) -> list[HtmlElement]:
    """All containers like this one, it among them, in their order; none where it is the only one."""
    named = holder.get("class")
    if not named:
        return []
    around = next(holder.iterancestors("article"), None)
    alike = [
        each
        for each in tree.iter(holder.tag)
        if each.get("class") == named
        and next(each.iterancestors("article"), None) is around
        and (each is holder or _holds_prose(each))
    ]
    apart = all(each not in set(other.iterancestors()) for other in alike for each in alike)
    return alike if len(alike) > 1 and apart else []


def _holds_prose(element: HtmlElement) -> bool:
    return any(word_count(paragraph.text_content()) >= _FULL for paragraph in element.iter("p"))
