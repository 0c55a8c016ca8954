"""`cellwire search`: stories by the words of their headlines and quotes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from cellwire.cli.asking import DEFAULT_DATABASE, AsOf, CompanyName, Database, Format, Layout, Since, end_of
from cellwire.cli.laying import Column, print_rows, tells_of
from cellwire.cli.printing import quoted
from cellwire.cli.telling.lists import OfKind
from cellwire.errors import BadOption

if TYPE_CHECKING:
    from cellwire.db import Hit

EXAMPLES = (
    "cellwire search sodium-ion",
    'cellwire search "memorandum of understanding" nickel --since 2022-12-01',
    "cellwire search gigafactory --company CATL --kind facility --as-of 2022-12-10 --format jsonl",
)
AROUND = 12  # words of a quote before the first hit


def search(
    words: Annotated[
        list[str],
        typer.Argument(metavar="WORDS", help="All of them have to be there; quote a phrase to keep it whole."),
    ],
    company: CompanyName = None,
    kind: OfKind = None,
    since: Since = None,
    limit: Annotated[int, typer.Option("--limit", metavar="NUMBER", min=1, help="So many stories at most.")] = 25,
    as_of: AsOf = None,
    layout: Format = Layout.TABLE,
    db: Database = DEFAULT_DATABASE,
) -> None:
    """Search headlines and quotes: the best fitting stories first, each with the quote that holds the words."""
    from cellwire.db import asked_words, open_store
    from cellwire.pipeline import search as find

    asked = " ".join(f'"{word}"' if " " in word else word for word in words)
    if not asked_words(asked):
        raise BadOption(" ".join(words).strip() or "WORDS…", "holds no word to search for", "give a word or a phrase")
    with open_store(db) as store:
        every = find(store, asked, end_of(as_of))
    hits = [
        hit
        for hit in every
        if (company is None or _tells_of(hit, company))
        and (kind is None or _kind(hit) == kind)
        and (since is None or _last(hit) >= since.isoformat())
    ]
    shown = hits[:limit]
    if layout is Layout.JSONL:
        for hit in shown:
            print(json.dumps(_plain(hit), ensure_ascii=False))
        return
    print_rows(shown, _columns(asked_words(asked)), layout=layout, empty="Nothing holds all of these words.")
    if layout is Layout.TABLE and len(hits) > limit:
        print(f"… and {len(hits) - limit} more; --limit shows them")


def _tells_of(hit: Hit, company: str) -> bool:
    named = [party.name for _, told in hit.quotes for party in told.parties]
    ids = [party.id for _, told in hit.quotes for party in told.parties]
    story = (*hit.story.companies, hit.story.headline) if hit.story else ()
    return tells_of(company, (*story, *named, *ids))


def _kind(hit: Hit) -> str:
    return hit.story.kind if hit.story else hit.quotes[0][1].kind


def _last(hit: Hit) -> str:
    return str(hit.story.last_told if hit.story else hit.quotes[0][0].told or "")


def _headline(hit: Hit) -> str:
    return hit.story.headline if hit.story else "(background)"


def _best(hit: Hit, words: Iterable[str]) -> str:
    """The best quote from a few words before its first hit; a headline's hit needs none."""
    if not hit.quotes:
        return ""
    quote = " ".join(hit.quotes[0][1].quote.split())
    starts = [found.start() for word in words if (found := re.search(re.escape(word), quote, re.IGNORECASE))]
    before = quote[: min(starts)].split() if starts else []
    skipped = max(0, len(before) - AROUND)
    return ("… " if skipped else "") + quoted(" ".join(quote.split()[skipped:]), words=25)


def _plain(hit: Hit) -> dict[str, object]:
    return {
        "story": hit.story.id if hit.story else None,
        "headline": _headline(hit),
        "kind": str(_kind(hit)),
        "last_told": _last(hit),
        "fit": round(hit.fit, 4),
        "quotes": [
            {
                "development": told.id,
                "document": document.id,
                "outlet": document.outlet,
                "url": document.url,
                "told": str(document.told or ""),
                "quote": " ".join(told.quote.split()[:25]),
                "span": [told.evidence.start, told.evidence.end],
            }
            for document, told in hit.quotes
        ],
    }


def _columns(words: list[str]) -> tuple[Column[Hit], ...]:
    return (
        Column("id", lambda hit: hit.story.id if hit.story else ""),
        Column("headline", _headline),
        Column("kind", _kind),
        Column("last told", _last),
        Column("quote", lambda hit: _best(hit, words)),
        Column("outlet", lambda hit: (hit.quotes[0][0].outlet or "") if hit.quotes else ""),
        Column("quotes", lambda hit: str(len(hit.quotes)), right=True),
    )
