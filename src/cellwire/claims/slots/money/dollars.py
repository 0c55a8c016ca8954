"""Whose dollar a bare "$" is: the American one, unless the text is at home in another land that has dollars."""

from __future__ import annotations

from collections import Counter

from cellwire.claims.figures import Sum
from cellwire.claims.scene import Scene, Sentence, read_values
from cellwire.lexicon import regex

_LANDS = {"AU": "AUD", "CA": "CAD", "NZ": "NZD"}
_MARKED = regex(
    r"\b(?:US|A|AU|C|CA|CDN|HK|NZ|S|NT)\$|\b(?:US|AU|CA|CDN|HK|NZ|NT) \$|\b(?:USD|AUD|CAD)\b|\bU\.?S\.? dollars?\b"
)
_CANADIAN = regex(
    r"(?<!\w)\$\d[\d.,]*-(?:million|billion)\b|, (?:Ont|Que|Alta|Sask|Man|N\.S|N\.B|B\.C)\.(?!\w)"
)  # as Canadian agencies write sums and provinces: "a $5-billion plant in Windsor, Ont."


def home_dollar(scene: Scene) -> str:
    """The currency of the text's bare dollars.

    Another than the American is meant where the text marks no dollar ("A$5 million" leaves "$" to the Americans),
    speaks mostly of one such land, and is at home there: its government acts in it, or it was published there.
    """
    text = scene.plain.text
    if "$" not in text:
        return "USD"
    if (told := _in_headlines(scene)) and not _AMERICAN.search(text):
        return told
    places = Counter(spot.country for each in scene.sentences for spot in (*each.places, *each.countries))
    governing = Counter(name.country for each in scene.sentences for name in each.names if name.kind == "government")
    for land, dollar in _LANDS.items():
        if any(places[other] or governing[other] for other in _LANDS if other != land):
            continue
        mostly = places[land] + governing[land] > 2 * places["US"] and not governing["US"]
        at_home = governing[land] or scene.land == land or (land == "CA" and _CANADIAN.search(text))
        if mostly and at_home:
            return "USD" if _MARKED.search(text) else dollar
    return "USD"


_AMERICAN = regex(r"\bUSD|\bUS ?\$|\bU\.?S\.? dollars?\b")


def _in_headlines(scene: Scene) -> str | None:
    """The dollar of another land that a headline names and the text does not anew: "A$52m", "$52 million"."""
    sums = (each for sentence in scene.sentences if sentence.headline for each in read_values(sentence, scene).sums)
    return next((each.currency for each in sums if each.currency in _LANDS.values() and not each.options), None)


_CROWNS = {"NO": "NOK", "SE": "SEK", "DK": "DKK"}


def _crown_of(scene: Scene) -> str:
    """Whose crowns a text means: those of the northern land it names most, the Czech ones where it names none."""
    places = Counter(spot.country for each in scene.sentences for spot in (*each.places, *each.countries))
    land = max(_CROWNS, key=lambda each: places[each])
    return _CROWNS[land] if places[land] > places["CZ"] else "CZK"


def currency_of(sum: Sum, sentence: Sentence, dollar: str, scene: Scene) -> str:
    """The sum's currency; a sum in brackets behind another is a conversion: "A$76 million ($52 million)"."""
    if sum.currency == "CZK" and "NOK" in sum.options:
        return _crown_of(scene)
    bare = sum.currency == "USD" and dollar in sum.options
    return dollar if bare and sentence.before(sum.span.start, 1) != "(" else sum.currency


_PARITY = frozenset({"USD", "EUR", "GBP", "CHF"})  # the same number of each can be one sum


def is_no_dollars(sum: Sum, sentence: Sentence, scene: Scene) -> bool:
    """Whether a headline's dollars are another land's money in its text: "$500 million", "500 million yuan"."""
    if not sentence.headline or sum.currency != "USD":
        return False
    told = (each for other in scene.sentences if not other.headline for each in read_values(other, scene).sums)
    return any(each.amount == sum.amount and each.currency not in _PARITY for each in told if not each.options)
