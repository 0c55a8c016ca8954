"""What the tables of plants, deals, rumours, companies and stories say of each, column by column."""

from __future__ import annotations

from cellwire.cli.laying.tables import Column
from cellwire.model import Company, Deal, Facility, Rumour, Story, facts_of, standing_of

_SIZE = ("capacity", "output")  # what a plant is measured in, by what is looked for first
_WORTH = ("volume", "money", "funding", *_SIZE)  # and a deal


def _carriers(rumour: Rumour) -> str:
    return ", ".join(dict.fromkeys(carrier.outlet or carrier.title for carrier in rumour.carriers))


def _values(thing: Facility | Deal, *families: str) -> str:
    """The first fact of the first family that is told, with a mark where sources disagree."""
    for family in families:
        for fact in facts_of(thing):
            if fact.attribute.split(".")[0] == family:
                return f"{fact.value.text} (disputed)" if fact.conflict else fact.value.text
    return ""


FACILITY_COLUMNS: tuple[Column[Facility], ...] = (
    Column("id", lambda plant: plant.id),
    Column("name", lambda plant: plant.name),
    Column("country", lambda plant: plant.country or ""),
    Column("status", standing_of),
    Column("product", lambda plant: plant.product or "", listed=False),
    Column("capacity", lambda plant: _values(plant, *_SIZE), right=True),
    Column("start", lambda plant: _values(plant, "production_start")),
    Column("last told", lambda plant: plant.last_told.isoformat(), roomy=True),
)
DEAL_COLUMNS: tuple[Column[Deal], ...] = (
    Column("id", lambda deal: deal.id),
    Column("name", lambda deal: deal.name),
    Column("kind", lambda deal: deal.kind),
    Column("status", lambda deal: deal.rung),
    Column("value", lambda deal: _values(deal, *_WORTH), right=True),
    Column("first told", lambda deal: deal.first_told.isoformat(), roomy=True),
    Column("last told", lambda deal: deal.last_told.isoformat()),
)
RUMOUR_COLUMNS: tuple[Column[Rumour], ...] = (
    Column("id", lambda rumour: rumour.id),
    Column("name", lambda rumour: rumour.name),
    Column("outcome", lambda rumour: rumour.outcome),
    Column("first report", lambda rumour: rumour.first_report.isoformat()),
    Column("carried by", _carriers),
    Column("answers", lambda rumour: "; ".join(f"{each.party.name}: {each.modality}" for each in rumour.answers)),
)
COMPANY_COLUMNS: tuple[Column[Company], ...] = (
    Column("id", lambda company: company.id),
    Column("name", lambda company: company.name if company.known else f"{company.name} (?)"),
    Column("country", lambda company: company.country or ""),
    Column("facilities", lambda company: str(len(company.facilities)), right=True),
    Column("deals", lambda company: str(len(company.deals)), right=True),
    Column("stories", lambda company: str(len(company.stories)), right=True),
)
STORY_COLUMNS: tuple[Column[Story], ...] = (
    Column("id", lambda story: story.id),
    Column("headline", lambda story: story.headline),
    Column("kind", lambda story: story.kind),
    Column("stage", lambda story: story.stage),
    Column("first told", lambda story: story.first_told.isoformat(), roomy=True),
    Column("last told", lambda story: story.last_told.isoformat()),
    Column("texts", lambda story: str(len(story.origins)), right=True),
)


def in_brief(thing: Facility | Deal | Rumour | Company | Story) -> tuple[str, ...]:
    """One entry in a line where another one leads to it: its name, how far it is, and the figure that says most."""
    match thing:
        case Facility():
            start = _values(thing, "production_start")
            return thing.name, standing_of(thing), _values(thing, *_SIZE), f"from {start}" if start else ""
        case Deal():
            return thing.name, thing.rung, _values(thing, *_WORTH)
        case Story():
            return thing.headline, f"{thing.last_told}"
    return (thing.name,)
