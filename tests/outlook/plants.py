"""Plants built by hand: an attribute is a list of values as people read them, the chosen one first."""

from __future__ import annotations

import re
from datetime import date

from cellwire.model import (
    Citation,
    Entry,
    Facility,
    Fact,
    PartialDate,
    PartyFact,
    Phase,
    Qualifier,
    Scope,
    Status,
    Support,
    Value,
    can_both_hold,
)

SAID = date(2026, 1, 15)
CITED = Citation(
    development="dev_1",
    document="doc_1",
    quote="as told",
    start=0,
    end=7,
    outlet="Example Wire",
    title="News",
    url=None,
    published=SAID,
    captured=SAID,
    origin="ori_1",
    speaker=None,
)
_AMOUNT = re.compile(r"(up to |at least |under |about )?([\d.,]+) (\S+)")


def value(attribute: str, told: str) -> Value:
    scope = Scope(attribute.split(".")[1]) if "." in attribute else None
    if matched := _AMOUNT.fullmatch(told):
        qualifier = Qualifier((matched[1] or "exact").strip())
        return Value(told, told, float(matched[2].replace(",", "")), matched[3], qualifier=qualifier, scope=scope)
    if attribute.endswith(("start", "completion", "full_capacity")):
        return Value(told, told, when=PartialDate(told))
    name, _, written = told.partition(" as ")
    return Value(name, written or name)


def fact(attribute: str, *told: str) -> Fact:
    values = [value(attribute, each) for each in told]
    conflict = any(not can_both_hold(values[0], other) for other in values[1:])
    return Fact(attribute, tuple(Support(each, (CITED,)) for each in values), "the rule", conflict)


def facts(told: dict[str, str | list[str]]) -> tuple[Fact, ...]:
    """`capacity_new` for capacity.new, since a keyword has no dot."""
    named = {re.sub(r"^capacity_", "capacity.", attribute): values for attribute, values in told.items()}
    return tuple(
        fact(attribute, *([values] if isinstance(values, str) else values)) for attribute, values in named.items()
    )


def phase(label: str = "", status: str = "announced", *, said: date = SAID, **told: str | list[str]) -> Phase:
    step = Entry(True, "operating" if status == "operating" else status, None, said, CITED)
    return Phase(f"fac.{label or 'plant'}", label, Status(status), False, "told", facts(told), (step,))


def plant(
    *phases: Phase, id: str = "fac_1", country: str | None = "HU", product: str | None = "cell", **told: object
) -> Facility:
    owners = told.pop("owners", ("Volta Cells",))
    assert isinstance(owners, tuple)
    doubts = told.pop("doubts", ())
    status = max((each.status for each in phases), key=list(Status).index)
    return Facility(
        id=id,
        name=f"Volta Cells, {id}",
        parties=tuple(PartyFact(f"x-{name}", name, "owner", (CITED,)) for name in owners),
        place=None,
        country=country,
        lat=None,
        lon=None,
        product=product,
        status=status,
        phases=phases,
        facts=facts(told),  # type: ignore[arg-type]
        stories=(),
        first_told=SAID,
        last_told=SAID,
        doubts=doubts,  # type: ignore[arg-type]
    )
