"""Made-up years of news with the overlap of real news, for measuring how work grows.

A few companies are in the news daily and most hardly ever; a plant is talked of, announced, begun and opened, each
step told by some texts within days, half of the steps by one text only; four texts in ten are edited copies of another
on the same step; one telling in five leaves the town out; background recalls an earlier step.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate
from random import Random

from made_news import WORDS

from cellwire.model import (
    Capacity,
    Certainty,
    Development,
    Document,
    Form,
    Kind,
    Modality,
    Named,
    Party,
    Place,
    Qualifier,
    Role,
    Scope,
    Span,
)

FIRST_DAY = date(2013, 1, 1)
DAYS = 3650
COUNTRIES = ("CN", "US", "DE", "KR", "HU", "FR", "IN", "JP", "GB", "CA", "PL", "SE")
PLANT_STEPS = ("considered", "announced", "permitted", "construction", "operating", "expanded")
DEAL_STEPS = {
    Kind.SUPPLY: ("considered", "mou", "signed"),
    Kind.PARTNERSHIP: ("mou", "signed"),
    Kind.INVESTMENT: ("announced", "completed"),
}
Told = tuple[Document, list[Development]]


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happens on a day."""

    day: int
    kind: Kind
    stage: str
    parties: tuple[str, ...]
    town: int
    country: str
    product: str
    size: int


def make_years(
    developments: int, *, seed: int = 1, days: int = DAYS, per_plant: int = 70, like: int | None = None
) -> Iterator[Told]:
    """Documents in order of publication with what they tell, until so many developments are told.

    `per_plant`: developments for each plant that is planned; the fewer, the more plants and the shorter the years.
    `like`: companies build and sell as much each as they would in so many developments, and there are more of them.
    """
    random = Random(seed)
    companies = _companies(developments, like or developments)
    steps = sorted(_steps(developments, days, random, per_plant, companies), key=lambda step: step.day)
    texts: list[tuple[int, int, str | None, Step]] = []  # day, number, body to copy, step
    for step in steps:
        body: str | None = None
        for telling in range(_tellings(random)):
            copied = body if telling and random.random() < 0.4 else None
            body = copied or body or _body(random)
            texts.append(
                (step.day + (min(6, int(random.expovariate(0.8))) if telling else 0), len(texts), copied, step)
            )
    texts.sort(key=lambda text: text[:2])
    told, past = 0, dict[tuple[object, ...], list[Step]]()
    for number, (day, _, copied, step) in enumerate(texts):
        earlier = past.setdefault((step.kind, step.parties, step.town), [])
        others = [random.choice(earlier[-3:]) for _ in range(2) if earlier and random.random() < 0.35]
        document, made = _article(
            number, day, _edited(copied, random) if copied else _body(random), step, others, random
        )
        if step not in earlier[-1:]:
            earlier.append(step)
        told += len(made)
        yield document, made
        if told >= developments:
            return


def _tellings(random: Random) -> int:
    return 1 if random.random() < 0.5 else min(40, 1 + int(random.paretovariate(1.1) * 2))


def _companies(developments: int, like: int) -> list[float]:
    """How often each of the companies is in the news, summed up."""
    times = developments / like
    count = max(40, int(4 * like**0.5 * times))
    return list(accumulate(1 / (rank + 10 * times) for rank in range(count)))


def _steps(developments: int, days: int, random: Random, per_plant: int, weights: list[float]) -> Iterator[Step]:
    """Some six tellings a step, with a third more for background."""
    companies = len(weights)

    def company() -> str:
        return f"Company{random.choices(range(companies), cum_weights=weights)[0]}"

    homes = {f"Company{number}": random.choice(COUNTRIES[:6] * 3 + COUNTRIES) for number in range(companies)}
    for plant in range(max(8, developments // per_plant)):
        owner = company()
        owners = (owner, company()) if random.random() < 0.12 else (owner,)
        country = homes[owner] if random.random() < 0.6 else random.choice(COUNTRIES)
        day, size = random.randrange(-600, days), random.randrange(2, 80)
        product = "cell" if random.random() < 0.7 else random.choice(("cathode", "anode", "separator", "pack"))
        for stage in PLANT_STEPS:
            day += random.randrange(30, 300)
            if 0 <= day < days and random.random() < 0.7:
                yield Step(day, Kind.FACILITY, stage, tuple(dict.fromkeys(owners)), plant, country, product, size)
    for _ in range(max(8, developments // 18)):
        kind, parties = random.choice(list(DEAL_STEPS)), tuple(dict.fromkeys((company(), company())))
        day, size = random.randrange(days), random.randrange(2, 80)
        for stage in DEAL_STEPS[kind]:
            if day < days and random.random() < 0.7:
                yield Step(day, kind, stage, parties, 0, "", "cell", size)
            day += random.randrange(20, 200)


def _body(random: Random) -> str:
    return " ".join(f"{' '.join(random.choices(WORDS, k=15))}." for _ in range(10))


def _edited(text: str, random: Random) -> str:
    words = text.split()
    for _ in range(len(words) // 40):
        words[random.randrange(len(words))] = random.choice(WORDS)
    return " ".join(words)


def _article(number: int, day: int, body: str, step: Step, others: list[Step], random: Random) -> Told:
    told = [step, *others]
    leads = [_lead(one, random, background=place > 0) for place, one in enumerate(told)]
    text = "\n\n".join(["A title", *leads, body])
    published = FIRST_DAY + timedelta(day)
    document = Document(
        id=f"doc_{number:07}",
        capture=f"cap_{number:07}",
        form=Form.ARTICLE,
        text=text,
        extent=Span(0, len(text)),
        blocks=(),
        title="A title",
        url=f"https://outlet{number % 290}.example/{number}",
        outlet=f"outlet{number % 290}",
        published=published,
        captured=datetime.combine(published, time(12), tzinfo=UTC),
    )
    developments, start = [], text.index(leads[0])
    for place, (one, lead) in enumerate(zip(told, leads, strict=True)):
        developments.append(
            _development(f"dev_{number:07}_{place}", document, one, Span(start, start + len(lead)), place)
        )
        start += len(lead) + 2
    return document, developments


def _lead(step: Step, random: Random, *, background: bool) -> str:
    where = f"Town{step.town}, {step.country}" if random.random() < 0.8 else step.country
    verb = "had said earlier" if background else "said"
    about = f"a {step.product} plant of {step.size} GWh in {where}" if step.country else f"{step.size} GWh of cells"
    return f"{' and '.join(step.parties)} {verb} that {about} is {step.stage} by all accounts of that day."


def _development(id: str, document: Document, step: Step, evidence: Span, place: int) -> Development:
    lead = document.text[evidence.start : evidence.end]

    def span(words: str) -> Span:
        found = evidence.start + lead.index(words)
        return Span(found, found + len(words))

    plant = step.kind is Kind.FACILITY
    roles = (Role.OPERATOR, Role.PARTNER) if plant else (Role.SUPPLIER, Role.CUSTOMER)
    town = f"Town{step.town}"
    placed = plant and town in lead
    return Development(
        id=id,
        document=document.id,
        kind=step.kind,
        stage=step.stage,
        certainty=Certainty.REPORTED if step.stage == "considered" else Certainty.CONFIRMED,
        modality=Modality.CONSIDERING if step.stage == "considered" else Modality.ASSERTED,
        background=place > 0,
        evidence=evidence,
        quote=lead,
        parties=tuple(
            Party(name.lower(), name, role, span(name)) for name, role in zip(step.parties, roles, strict=False)
        ),
        place=Place(town, step.country, span(town), id=town.lower()) if placed else None,
        country=step.country or None,
        country_span=span(step.country) if plant else None,
        product=Named(step.product, span(step.product)),
        capacity=(Capacity(step.size, "GWh/yr", Scope.PHASE, Qualifier.EXACT, span(f"{step.size} GWh")),),
    )
