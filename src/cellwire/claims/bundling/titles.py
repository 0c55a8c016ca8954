"""What only a headline says of a figure, for the one development that it can be about."""

from __future__ import annotations

import re

from cellwire.claims.clauses import Bundle
from cellwire.claims.figures import Reading
from cellwire.claims.scene import Scene, Sentence, read_values
from cellwire.lexicon import regex
from cellwire.model import Kind

# the noun that a headline's figure describes: "$133 million Megapack contract", "$43M battery recycling plant"
_NOUNS = {
    Kind.SUPPLY: regex(r"^(?:[\s-]|\s?\w+-?\s){0,4}?(?:contracts?|orders?|deals?)\b", re.I),
    Kind.FACILITY: regex(
        r"^\s?(?:[\w-]+\s){0,4}?(?:plants?|factor(?:y|ies)|gigafactor(?:y|ies)|facilit(?:y|ies)|mines?|refiner(?:y|ies)"
        r"|complex|projects?|hub)\b",
        re.I,
    ),
    Kind.INVESTMENT: regex(r"^\s?(?:[\w-]+\s){0,3}?(?:rounds?|loans?|grants?|funding|financing|raise|stake)\b", re.I),
    Kind.PARTNERSHIP: regex(r"^\s?(?:[\w-]+\s){0,3}?(?:partnership|joint venture|alliance)\b", re.I),
}


def titled(bundles: list[Bundle], scene: Scene) -> None:
    """Gives a headline that tells nothing by itself to the development that its figure's noun and names point at."""
    told = {draft.clause.index for each in bundles for draft in each.drafts}
    news = [each for each in bundles if not each.background]
    for title in scene.sentences[: scene.first_told]:
        if not title.headline or title.index in told or "0" not in title.opened:
            continue
        home = _meant(title, read_values(title, scene), news)
        if home is not None:
            home.titles.append(title)


def _meant(title: Sentence, reading: Reading, news: list[Bundle]) -> Bundle | None:
    ends = [each.span.end for each in reading.sums] + [each.span.end for each in reading.amounts]
    kinds = {kind for kind, noun in _NOUNS.items() if any(noun.match(title.after(end, 60)) for end in ends)}
    named = {name.id for name in title.names}
    about = [each for each in news if (not kinds or each.kind in kinds) and (not named or named & each.ids())]
    return about[0] if len(about) == 1 else None
