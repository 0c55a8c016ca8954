"""A made week with the facts of mid-December 2022, told in sentences of our own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from msgspec import structs

from cellwire.model import (
    Development,
    Document,
    Entry,
    Facility,
    Fact,
    Origin,
    PartialDate,
    Phase,
    Record,
    RecordChange,
    Status,
    Story,
    Support,
    Value,
)
from publish import factories as make


@dataclass(frozen=True)
class Week:
    record: Record
    stories: tuple[Story, ...]
    documents: tuple[Document, ...]
    developments: tuple[Development, ...]


ENDING = date(2022, 12, 17)

AESC = (
    "Ground broken for Sunderland cell factory\n"
    "On 9 December Envision AESC broke ground on its second factory in Sunderland, England. "
    "The first phase is designed for 12 GWh a year, and cells should leave the line in 2025. "
    "That is enough for more than 100,000 electric vehicles a year, and the £450 million project brings 1,000 jobs. "
    "Envision AESC's first plant in Sunderland has made batteries since 2012."
)
AESC_OTHER = (
    "North East gets another gigafactory\n"
    "Work has started in Sunderland on a battery plant of Envision AESC. "
    "Its first phase will be able to make 11 GWh a year from 2025."
)
COSMX = (
    "COSMX wins a British customer\n"
    "COSMX announced on 14 December that Jaguar Land Rover had nominated the Zhuhai firm as a supplier of 12V "
    "lithium batteries. Mass production is to begin in 2025."
)
FORD = (
    "Ford and CATL look at Michigan\n"
    "Ford and CATL are thinking about a battery plant in Michigan that would make lithium iron phosphate cells, people "
    "familiar with the matter said on 15 December. "
    "The former owns the building in this set-up and the latter runs the lines. "
    "The Chinese company said it was still considering an investment and that no decision had been made. "
    "The carmaker said that negotiations were continuing and it had no news to announce."
)
CATL = (
    "Two signatures in one day\n"
    "CATL and Huawei signed a memorandum of understanding on batteries in Ningde on 14 December. "
    "On the same day, 14 December, CATL concluded a strategic framework agreement with Chery that covers "
    "batteries for cars."
)
RULE = (
    "Brussels agrees battery law\n"
    "The European Union reached agreement on 9 December on a regulation for batteries, with due diligence and a "
    "passport."
)
DELAY = (
    "Britishvolt plant slips again\n"
    "Britishvolt has pushed back its plant in Blyth, where production is now due to start in mid-2025."
)
EARLIER = (
    "Britishvolt secures site\n"
    "Britishvolt said on 3 November that its Blyth plant would start production at the end of 2024."
)
QUIET = "Carmaker shows new seats\nThe new seats come in three colours and are heated."


def week() -> Week:
    docs, devs, stories = [], [], []
    for maker in (_aesc, _cosmx, _ford, _catl, _rule, _delay):
        more_docs, more_devs, more_stories = maker()
        docs += more_docs
        devs += more_devs
        stories += more_stories
    docs.append(make.document("quiet", QUIET, outlet="Seat Weekly"))
    return Week(Record(None, facilities=(_blyth(docs, devs),)), tuple(stories), tuple(docs), tuple(devs))


def _aesc():
    doc = make.document("aesc1", AESC, published=date(2022, 12, 12), outlet="Northern Echo Wire")
    copy = make.document("aesc2", AESC, published=date(2022, 12, 13), outlet="Battery Copy")
    other = make.document("aesc3", AESC_OTHER, published=date(2022, 12, 14), outlet="Gigawatch")
    first = make.development(
        doc,
        "facility",
        "construction",
        evidence=AESC.split("\n")[1].split(" Envision AESC's", maxsplit=1)[0],
        parties=(make.party(doc, "Envision AESC", "operator", id="aesc"),),
        place=make.place(doc, "Sunderland", "GB"),
        product=make.named(doc, "cells", "cell"),
        capacity=(
            make.capacity(doc, "12 GWh a year", 12, "GWh/yr", scope="phase"),
            make.capacity(doc, "more than 100,000 electric vehicles a year", 100_000, "vehicles/yr", how="at least"),
        ),
        money=(make.money(doc, "£450 million", 450e6, "GBP"),),
        jobs=make.jobs(doc, "1,000 jobs", 1000),
        dates=(
            make.dated(doc, "9 December", "event", "2022-12-09"),
            make.dated(doc, "2025", "production_start", "2025"),
        ),
    )
    second = make.development(
        other,
        "facility",
        "construction",
        parties=(make.party(other, "Envision AESC", "operator", id="aesc"),),
        place=make.place(other, "Sunderland", "GB"),
        product=make.named(other, "battery plant", "cell"),
        capacity=(make.capacity(other, "11 GWh a year", 11, "GWh/yr", scope="phase"),),
        dates=(make.dated(other, "2025", "production_start", "2025"),),
    )
    old = make.development(
        doc,
        "facility",
        "operating",
        background=True,
        evidence="Envision AESC's first plant in Sunderland has made batteries since 2012.",
        parties=(make.party(doc, "Envision AESC", "operator", id="aesc"),),
        place=make.place(doc, "Sunderland", "GB"),
        product=make.named(doc, "batteries", "cell"),
        dates=(make.dated(doc, "2012", "production_start", "2012"),),
    )
    origins = (Origin("org_aesc", ("aesc1", "aesc2")), Origin("org_aesc3", ("aesc3",)))
    told = make.story("s-aesc", [first, second], headline="AESC builds in Sunderland", origins=origins)
    return [doc, copy, other], [first, second, old], [told]


def _cosmx():
    doc = make.document("cosmx", COSMX, outlet="Cell Gazette")
    dev = make.development(
        doc,
        "supply",
        "signed",
        modality="planned",
        parties=(
            make.party(doc, "COSMX", "supplier", id="cosmx"),
            make.party(doc, "Jaguar Land Rover", "customer", id="jlr"),
        ),
        product=make.named(doc, "12V lithium batteries", "cell"),
        dates=(
            make.dated(doc, "14 December", "event", "2022-12-14"),
            make.dated(doc, "2025", "production_start", "2025"),
        ),
    )
    dev = replace(dev, modality=dev.modality.ASSERTED)
    return [doc], [dev], [make.story("s-cosmx", [dev], headline="JLR picks COSMX")]


def _ford():
    doc = make.document("ford", FORD, outlet="Motown Business")
    ford, catl = make.party(doc, "Ford", "partner", id="ford"), make.party(doc, "CATL", "operator", id="catl")
    carmaker = structs.replace(ford, span=make.span(doc, "The carmaker"))
    chinese = structs.replace(catl, span=make.span(doc, "The Chinese company"))
    dev = make.development(
        doc,
        "facility",
        "considered",
        certainty="reported",
        modality="reported",
        evidence=FORD.split("\n")[1].split(" The former", maxsplit=1)[0],
        parties=(ford, structs.replace(catl, role=ford.role)),
        place=make.place(doc, "Michigan", "US"),
        product=make.named(doc, "battery plant", "cell"),
        chemistry=(make.named(doc, "lithium iron phosphate", "LFP"),),
        dates=(make.dated(doc, "15 December", "event", "2022-12-15"),),
        responses=(
            make.response(
                doc,
                chinese,
                "undecided",
                "The Chinese company said it was still considering an investment and that no decision had been made.",
            ),
            make.response(
                doc,
                carmaker,
                "undecided",
                "The carmaker said that negotiations were continuing and it had no news to announce.",
            ),
        ),
    )
    return [doc], [dev], [make.story("s-ford", [dev], headline="Ford and CATL consider Michigan")]


def _catl():
    doc = make.document("catl", CATL, outlet="Ningde Daily")
    first, rest = CATL.split("\n")[1].split(" On the same")
    second = "On the same" + rest
    huawei = make.development(
        doc,
        "partnership",
        "mou",
        evidence=first,
        parties=(make.party(doc, "CATL", "partner", id="catl"), make.party(doc, "Huawei", "partner", id="huawei")),
        product=make.named(doc, "batteries", "cell"),
        dates=(make.dated(doc, "14 December", "event", "2022-12-14"),),
    )
    chery = make.development(
        doc,
        "partnership",
        "signed",
        evidence=second,
        parties=(make.party(doc, "CATL", "partner", id="catl"), make.party(doc, "Chery", "partner", id="chery")),
        product=make.named(doc, "batteries for cars", "cell"),
        dates=(make.dated(doc, "14 December, CATL", "event", "2022-12-14"),),
    )
    return [doc], [huawei, chery], [make.story("s-huawei", [huawei]), make.story("s-chery", [chery])]


def _rule():
    doc = make.document("rule", RULE, published=date(2022, 12, 13), outlet="Policy Post")
    dev = make.development(
        doc,
        "policy",
        "adopted",
        evidence=RULE.split("\n")[1],
        parties=(make.party(doc, "European Union", "government", id="eu"),),
        product=make.named(doc, "batteries", "cell"),
        dates=(make.dated(doc, "9 December", "event", "2022-12-09"),),
    )
    return [doc], [dev], [make.story("s-rule", [dev])]


def _delay():
    doc = make.document("delay", DELAY, outlet="Gigawatch", published=date(2022, 12, 16))
    old = make.document("earlier", EARLIER, outlet="Cell Gazette", published=date(2022, 11, 4))
    now = make.development(
        doc,
        "facility",
        "delayed",
        parties=(make.party(doc, "Britishvolt", "operator", id="britishvolt"),),
        place=make.place(doc, "Blyth", "GB"),
        dates=(make.dated(doc, "mid-2025", "production_start", "2025", part="mid"),),
    )
    then = make.development(
        old,
        "facility",
        "announced",
        modality="planned",
        parties=(make.party(old, "Britishvolt", "operator", id="britishvolt"),),
        place=make.place(old, "Blyth", "GB"),
        dates=(make.dated(old, "end of 2024", "production_start", "2024", part="end"),),
    )
    told = make.story("s-blyth", [now, then], headline="Blyth slips", first=date(2022, 11, 4))
    before = make.story(
        "s-site", [then], headline="Britishvolt secures its site", first=date(2022, 11, 4), last=date(2022, 11, 4)
    )
    return [doc, old], [now, then], [replace(told, developments=(now.id,)), before]


def _blyth(docs, devs):
    by_id = {doc.id: doc for doc in docs}
    now = make.citation(by_id["delay"], "production is now due to start in mid-2025", dev="dev_delay")
    then = make.citation(
        by_id["earlier"], "its Blyth plant would start production at the end of 2024", dev="dev_earlier"
    )
    was = Value("end of 2024", "at the end of 2024", when=PartialDate("2024"), part="end")
    now_is = Value("mid-2025", "in mid-2025", when=PartialDate("2025"), part="mid")
    fact = Fact("production_start", (Support(now_is, (now,)), Support(was, (then,))), "newest", True)
    timeline = (
        Entry(True, "announced", None, date(2022, 11, 4), then),
        Entry(False, "production_start", PartialDate("2024"), date(2022, 11, 4), then),
        Entry(True, "delayed", None, date(2022, 12, 16), now),
        Entry(False, "production_start", PartialDate("2025"), date(2022, 12, 16), now),
    )
    phase = Phase("p", "", Status.ANNOUNCED, False, "told", (fact,), timeline)
    return Facility(
        "f-blyth", "Britishvolt, Blyth", (), "Blyth", "GB", None, None, "cell", Status.ANNOUNCED, (phase,), (),
        ("s-blyth", "s-site"), date(2022, 11, 4), date(2022, 12, 16),
    )  # fmt: skip


def changes(given: Week) -> tuple[RecordChange, ...]:
    """What the comparison of two states of the record would say of the week."""
    by_id = {doc.id: doc for doc in given.documents}
    if not given.record.facilities:
        return ()
    plant, [phase] = given.record.facilities[0], given.record.facilities[0].phases
    now, was = phase.facts[0].supports
    begun = make.citation(by_id["aesc1"], "Envision AESC broke ground on its second factory in Sunderland")
    return (
        RecordChange(
            "facility", plant.id, plant.name, "production_start", "2024", "2025", "6 months later", date(2022, 12, 16),
            now.citations[0], was.value, now.value, was.citations[0],
        ),
        RecordChange(
            "facility", "f-aesc", "Envision AESC, Sunderland", "status", None, "construction", "", date(2022, 12, 12),
            begun,
        ),
    )  # fmt: skip
