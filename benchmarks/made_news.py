"""Made-up weeks of news: documents with developments whose spans are true, for measuring stories, record and store."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from random import Random

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

WORDS = [
    a + b + c
    for a in ("mar", "tel", "sun", "ver", "kol", "ban", "rid", "pas", "gon", "lim")
    for b in ("o", "a", "i", "u")
    for c in ("ter", "ning", "dal", "sky", "ric", "plex", "mon", "vex", "lor", "zin")
]
STAGES = {
    Kind.FACILITY: ("considered", "announced", "construction", "operating", "delayed"),
    Kind.SUPPLY: ("mou", "signed"),
    Kind.INVESTMENT: ("announced", "completed"),
}
FIRST_DAY = date(2022, 11, 1)


def make_news(documents: int, *, days: int = 7, seed: int = 1) -> tuple[list[Document], list[Development]]:
    """As many articles of 400 words; one in five is an edited copy of an earlier one."""
    random = Random(seed)
    made: list[Document] = []
    developments: list[Development] = []
    for number in range(documents):
        if made and random.random() < 0.2:
            body = _edited(random.choice(made).text, random)
        else:
            body = " ".join(f"{' '.join(random.choices(WORDS, k=16))}." for _ in range(22))
        document, told = _article(number, body, random, FIRST_DAY + timedelta(random.randrange(days)))
        made.append(document)
        developments += told
    return made, developments


def _edited(text: str, random: Random) -> str:
    words = text.rsplit("\n\n", maxsplit=1)[-1].split()
    for _ in range(len(words) // 40):
        words[random.randrange(len(words))] = random.choice(WORDS)
    return " ".join(words)


def _article(number: int, body: str, random: Random, day: date) -> tuple[Document, list[Development]]:
    leads, told = [], []
    for _ in range(3):
        kind = random.choice(list(STAGES))
        names = [f"Company{random.randrange(400)}", f"Company{random.randrange(400)}"]
        where, size = f"Town{random.randrange(600)}", random.randrange(1, 60)
        leads.append(f"{names[0]} and {names[1]} said a plant of {size} GWh in {where} is next.")
        told.append((kind, names, where, size))
    text = "\n\n".join(["A title", *leads, body])
    document = Document(
        id=f"doc_{number:06}",
        capture=f"cap_{number:06}",
        form=Form.ARTICLE,
        text=text,
        extent=Span(0, len(text)),
        blocks=(),
        title="A title",
        url=f"https://outlet{number % 90}.example/{number}",
        outlet=f"outlet{number % 90}",
        published=day,
        captured=datetime(2022, 12, 1, tzinfo=UTC),
    )
    return document, [
        _development(f"dev_{number:06}_{place}", document, lead, random, *one)
        for place, (lead, one) in enumerate(zip(leads, told, strict=True))
    ]


def _development(id: str, document: Document, lead: str, random: Random, *told: object) -> Development:
    kind, names, where, size = told
    start = document.text.index(lead)

    def span(words: str) -> Span:
        found = document.text.index(words, start)
        return Span(found, found + len(words))

    assert isinstance(kind, Kind)
    assert isinstance(names, list)
    assert isinstance(size, int)
    roles = (Role.OPERATOR, Role.PARTNER) if kind is Kind.FACILITY else (Role.SUPPLIER, Role.CUSTOMER)
    return Development(
        id=id,
        document=document.id,
        kind=kind,
        stage=random.choice(STAGES[kind]),
        certainty=Certainty.CONFIRMED if random.random() < 0.8 else Certainty.REPORTED,
        modality=Modality.ASSERTED,
        background=random.random() < 0.2,
        evidence=Span(start, start + len(lead)),
        quote=lead,
        parties=tuple(Party(name.lower(), name, role, span(name)) for name, role in zip(names, roles, strict=True)),
        place=Place(str(where), "US", span(str(where)), id=str(where).lower()) if kind is Kind.FACILITY else None,
        country="US" if kind is Kind.FACILITY else None,
        product=Named("cell", span("plant")),
        capacity=(Capacity(size, "GWh/yr", Scope.PHASE, Qualifier.EXACT, span(f"{size} GWh")),),
    )
