"""Watch lists and alerts: what crosses them, who hears of it, when, and only once."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from cellwire.errors import BadOption
from cellwire.model import Facility, PartialDate, PartyFact, Phase, Record, RecordChange, Status, Value
from cellwire.publish import (
    Alert,
    BriefSettings,
    Fate,
    Ledger,
    Line,
    Postbox,
    Reach,
    Watch,
    alerts_of,
    deliver,
    read_watches,
)
from publish import factories as make
from publish.at_hand import edition
from publish.servers import LOCAL, NOW, Postmaster, Receiver, mail_server, web_server
from publish.week import ENDING, week

DAY = date(2022, 12, 15)
DOC = make.document("d", "Voltara in Debrecen is now to make 30 GWh a year, from 2027.")
PLANT = Facility(
    "f1", "Voltara, Debrecen", (PartyFact("voltara", "Voltara", "operator", ()),), "Debrecen", "HU", 47.53, 21.63,
    "cell",
    Status.ANNOUNCED, (Phase("p", "", Status.ANNOUNCED, False, "", (), ()),), (), (), DAY, DAY,
)  # fmt: skip
RECORD = Record(None, facilities=(PLANT,))


def change(field: str, before: str | None, after: str, *, old: Value | None = None, new: Value | None = None):
    return RecordChange(
        "facility", "f1", PLANT.name, field, before, after, "", DAY, make.citation(DOC, DOC.text), old, new
    )


def gwh(number: float) -> Value:
    return Value(f"{number:g} GWh/yr", "", number, "GWh/yr")


def year(iso: str) -> Value:
    return Value(iso, iso, when=PartialDate(iso))


STATE = change("status", "announced", "construction")
FIFTH = change("capacity.total", "25 GWh/yr", "30 GWh/yr", old=gwh(25), new=gwh(30))
LATER = change("production_start", "2025-06", "2026-01", old=year("2025-06"), new=year("2026-01"))
JOBS = change("jobs", None, "900", new=Value("900", "900", 900))
EVERY = (STATE, FIFTH, LATER, JOBS)


def watch(told: str) -> Watch:
    return read_watches(f"[watch.w]\n{told}", name="watches.toml")["w"]


def crossing(told: str, *changes: RecordChange) -> list[str]:
    return sorted(alert.change.field for alert in alerts_of(changes or EVERY, RECORD, [watch(told)]))


@pytest.mark.parametrize(
    ("told", "fields"),
    [
        ("", ["capacity.total", "jobs", "production_start", "status"]),
        ('company = ["Voltara"]', ["capacity.total", "jobs", "production_start", "status"]),
        ('company = ["catl"]', []),
        ('country = ["HU"]\nkind = ["facility"]', ["capacity.total", "jobs", "production_start", "status"]),
        ('kind = ["supply"]', []),
        ('chemistry = ["LFP"]', []),
        ('near = { place = "Debrecen", km = 30 }\nstatus = true', ["status"]),
        ("near = { lat = 47.5, lon = 19.05, km = 150 }", []),  # Budapest is 190 km away
        ("near = { lat = 47.5, lon = 19.05, km = 220 }\nstatus = true", ["status"]),
        ("capacity = 0.2", ["capacity.total"]),
        ("capacity = 0.21", []),
        ("delay = 7", ["production_start"]),
        ("delay = 8", []),
        ("status = true\ndelay = 7", ["production_start", "status"]),
    ],
)
def test_an_alert_is_a_change_that_crosses_the_watch(told: str, fields: list[str]) -> None:
    assert crossing(told) == fields


def test_amounts_in_different_units_are_not_compared() -> None:
    assert not crossing("capacity = 0.1", replace(FIFTH, new=Value("30 GWh", "", 30, "GWh")))


def test_an_alert_has_its_words_and_the_same_id_every_time() -> None:
    one, other = (alerts_of([FIFTH], RECORD, [watch("")])[0] for _ in range(2))

    assert one.id == other.id
    assert one.text == "Voltara, Debrecen: total capacity 25 GWh/yr → 30 GWh/yr"
    assert one.quote == DOC.text


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (STATE, "status announced → under construction"),
        (change("status", None, "mou"), "memorandum (new in the record)"),
        (
            change("production_start (first phase)", None, "2026"),
            "start of production (first phase) 2026 (not told before)",
        ),
        (JOBS, "jobs 900 (not told before)"),
    ],
)
def test_an_alert_speaks_in_words_and_not_in_the_records_codes(changed: RecordChange, told: str) -> None:
    assert [alert.text for alert in alerts_of([changed], RECORD, [watch("")])] == [f"Voltara, Debrecen: {told}"]


def test_a_deal_that_is_named_by_its_state_tells_it_once() -> None:
    deal = replace(change("status", None, "mou"), name="Voltara – Ford: memorandum")
    assert [alert.text for alert in alerts_of([deal], RECORD, [watch("")])] == [
        "Voltara – Ford: memorandum (new in the record)"
    ]


def test_the_words_of_an_alert_do_not_begin_with_a_datelines_dash() -> None:
    cited = make.citation(make.document("d", f"- {DOC.text}"), f"- {DOC.text}")
    alerts = alerts_of([replace(STATE, citation=cited)], RECORD, [watch("")])
    assert [alert.quote for alert in alerts] == [DOC.text]


@pytest.mark.parametrize(
    ("told", "problem"),
    [
        ("[watch.w]\ncompani = []", "means nothing here"),
        ('[watch.w]\nkind = ["plant"]', "is no kind"),
        ('[watch.w]\ncountry = ["Germany"]', "is no code of a country"),
        ('[watch.w]\nchemistry = ["lithium iron"]', "is no chemistry"),
        ('[watch.w]\nnear = { place = "Nowhereville", km = 5 }', "no place of the gazetteer"),
        ('[watch.w]\nnear = { place = "Debrecen" }', "no radius"),
        ('[watch.w]\nnear = { place = "Debrecen", km = -3 }', "km = -3 in .* is no radius"),
        ("[watch.w]\nnear = { lat = 47.5, lon = 19.05, km = 0 }", "is no radius"),
        ('[watch.w]\nquiet = ["22"]', "no pair of hours"),
        ('[watch.w]\nzone = "Europe/Nowhere"', "no time zone"),
        ("[watch.w]\ncapacity = -1", "share above 0"),
        ('[watch.w]\ndelay = "long"', "has to be"),
        ("[watches.w]", "holds no watch lists"),
        ("[watch", "no TOML"),
    ],
)
def test_a_file_that_cannot_be_meant_is_refused(told: str, problem: str) -> None:
    with pytest.raises(BadOption, match=problem):
        read_watches(told, name="watches.toml")


NIGHT = 'quiet = ["22:00", "07:00"]\nzone = "Europe/Berlin"'


@pytest.mark.parametrize(
    ("moment", "quiet"), [("2022-12-18T22:30", True), ("2022-12-18T05:59", True), ("2022-12-18T06:00", False)]
)
def test_quiet_hours_are_those_of_the_readers_clock(moment: str, quiet: bool) -> None:
    assert watch(NIGHT).is_quiet(datetime.fromisoformat(moment).replace(tzinfo=UTC)) is quiet


def delivered(
    told: str, log: Path, *, port: int = 0, moment: datetime = NOW, changes: tuple[RecordChange, ...] = EVERY
) -> list[Line]:
    one = watch(told)
    box = Postbox(LOCAL, port, starttls=False, patience=5) if port else None
    reach = Reach("alerts@example.org", box, "secret", lambda: moment, lambda _: None)
    return deliver(alerts_of(changes, RECORD, [one]), one, Ledger(log), reach)


MAIL = 'mail = ["ada@example.org", "bob@example.org"]\n'


def test_each_alert_reaches_each_reader_once(tmp_path: Path) -> None:
    postmaster = Postmaster()
    with mail_server(postmaster) as port:
        first = delivered(MAIL, tmp_path / "log", port=port, changes=(STATE, FIFTH))
        again = delivered(MAIL, tmp_path / "log", port=port)
        third = delivered(MAIL, tmp_path / "log", port=port)

    assert (len(first), len(again), len(third)) == (4, 4, 0)
    assert len(postmaster.delivered) == 8
    assert len({(to, told.split(b"Message-ID")[1][:60]) for to, told in postmaster.delivered}) == 8


def test_nothing_is_sent_in_quiet_hours_and_nothing_is_forgotten(tmp_path: Path) -> None:
    postmaster = Postmaster()
    with mail_server(postmaster) as port:
        night = delivered(MAIL + NIGHT, tmp_path / "log", port=port, moment=datetime(2022, 12, 18, 23, tzinfo=UTC))
        day = delivered(MAIL + NIGHT, tmp_path / "log", port=port)

    assert (len(night), len(day)) == (0, 8)


def test_a_digest_is_one_letter_a_day_with_all_that_is_new(tmp_path: Path) -> None:
    postmaster, told = Postmaster(), 'mail = ["ada@example.org"]\ndigest = true'
    with mail_server(postmaster) as port:
        delivered(told, tmp_path / "log", port=port, changes=(STATE, FIFTH))
        delivered(told, tmp_path / "log", port=port)  # the same day
        tomorrow = datetime(2022, 12, 19, 9, tzinfo=UTC)
        delivered(told, tmp_path / "log", port=port, moment=tomorrow)
        delivered(told, tmp_path / "log", port=port, moment=tomorrow)

    letters = [content.decode() for _, content in postmaster.delivered]
    assert [
        letter.count("Voltara, Debrecen: ") - letter.split("\r\n\r\n")[0].count("Voltara, Debrecen: ")
        for letter in letters
    ] == [2, 2]


def test_a_program_is_told_with_evidence_and_once(tmp_path: Path) -> None:
    receiver = Receiver(lambda number: 503 if number == 0 else 200)
    with web_server(receiver) as url:
        first = delivered(f'webhook = "{url}"', tmp_path / "log", changes=(STATE,))
        again = delivered(f'webhook = "{url}"', tmp_path / "log", changes=(STATE,))

    assert [line.fate for line in first] == [Fate.SENT]
    assert again == []
    assert b'"quote": "Voltara in Debrecen' in receiver.calls[-1][1]


def test_a_dead_receiver_is_asked_once_a_run_and_gets_all_later(tmp_path: Path) -> None:
    receiver = Receiver(lambda number: 500 if number < 4 else 200)
    with web_server(receiver) as url:
        delivered(f'webhook = "{url}"', tmp_path / "log")
        assert len(receiver.calls) == 4
        lines = delivered(f'webhook = "{url}"', tmp_path / "log")

    assert {line.fate for line in lines} == {Fate.SENT}
    assert len(receiver.taken) == 4


def test_a_watch_that_cannot_be_served_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(BadOption, match="no mail server"):
        delivered(MAIL, tmp_path / "log")


def test_the_week_of_a_watch_has_only_its_stories() -> None:
    given = week()
    settings = BriefSettings(watch=watch('company = ["catl"]'))
    brief = edition(
        given.record, given.stories, given.documents, given.developments, week_ending=ENDING, settings=settings
    )

    headlines = [telling.headline.text for item in brief.items() for telling in item.tellings]
    assert headlines
    assert all("CATL" in headline for headline in headlines)
    assert brief.name == "The battery week: w"


def test_two_watches_make_two_alerts() -> None:
    two = read_watches("[watch.a]\n[watch.b]", name="watches.toml")
    found: list[Alert] = alerts_of([STATE], RECORD, two.values())

    assert sorted(alert.watch for alert in found) == ["a", "b"]


def test_a_country_is_known_by_its_letters_however_large_they_are() -> None:
    assert read_watches('[watch.w]\ncountry = ["de", "UK"]', name="watches.toml")["w"].countries == ("DE", "GB")
