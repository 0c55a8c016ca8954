"""One entry a page: every value with its quotes, disagreements side by side, how it came about."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from cellwire.errors import NothingFound
from cellwire.model import Company, Deal, Entity, Facility, Rumour, Story, title_of
from cellwire.publish.view import KINDS, Standing
from cellwire.publish.web.asked import check_known, shelving_of, standing_of
from cellwire.publish.web.drawing import partners_of, slips_of
from cellwire.publish.web.templating import page

Endpoint = Callable[[Request], Response]
PARTNERS = 12  # that a graph shows; all are listed beside it


def shower(name: str) -> Endpoint:
    def shown(request: Request) -> Response:
        check_known(request, ("as_of",))
        standing, id = standing_of(request), request.path_params["id"]
        thing = standing.by_id.get(id)
        if thing is None or KINDS[type(thing)] != name:
            raise NothingFound(id, f"none of the {name} has this id", f"they are listed under /{name}")
        told = {"thing": thing, "standing": standing, **_around(request, standing, thing)}
        return page(request, f"{SINGULAR[name]}.html", told)

    return shown


SINGULAR = {
    "facilities": "facility",
    "deals": "deal",
    "companies": "company",
    "rumours": "rumour",
    "stories": "story",
}


def _around(request: Request, standing: Standing, thing: Entity) -> dict[str, Any]:
    match thing:
        case Facility():
            return {"stories": standing.linked_stories(thing.stories), "slips": slips_of(thing)}
        case Deal() | Rumour():
            return {"stories": standing.linked_stories(thing.stories)}
        case Company():
            partners = sorted(standing.linked(thing.partners), key=title_of)
            return {
                "stories": standing.linked_stories(thing.stories),
                "plants": list(standing.linked(thing.facilities)),
                "deals": list(standing.linked(thing.deals)),
                "partners": partners,
                "graph": partners_of(thing, [each for each in partners if isinstance(each, Company)][:PARTNERS]),
            }
        case Story():
            return {"tellings": _tellings(request, thing), "plants": list(standing.linked(thing.facilities))}


def _tellings(request: Request, story: Story) -> list[Any]:
    """What each document tells, with the document; copies of one text behind the one that carried it first."""
    holdings = shelving_of(request).holdings
    developments = holdings.developments(story.developments)
    documents = holdings.documents(list({told.document: None for told in developments.values()}))
    return [(documents[told.document], told) for told in developments.values() if told.document in documents]
