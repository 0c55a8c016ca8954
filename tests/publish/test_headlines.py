"""Titles of the week's articles whose news no printed story tells."""

from __future__ import annotations

import email
import email.policy
import json
from dataclasses import replace
from datetime import date
from typing import Any

import jsonschema
import pytest
from lxml import html
from msgspec import structs

from cellwire.errors import BadOption
from cellwire.model import Development, Document, Form, Modality, Origin, Record, Story
from cellwire.publish import (
    BriefSettings,
    Edition,
    edited,
    failures,
    read_edits,
    read_watches,
    render_explained,
    render_html,
    render_json,
    render_mail,
    render_markdown,
    render_text,
)
from cellwire.publish.brief.doubting import speaks_of_batteries
from cellwire.publish.brief.sifting.likeness import organisations_in
from publish import factories as make
from publish.at_hand import edition
from publish.test_rendering import SCHEMA

ENDING = date(2022, 12, 17)
TITLES = {
    "a": "Voltara breaks ground in Debrecen",
    "b": "Nordcell trims its cell output in Gera",
    "c": "Baumwerk mulls separator films for Oulu",
}
TEXTS = {
    "a": "Voltara broke ground in Debrecen on a battery plant.",
    "b": "Nordcell plans a battery plant in Gera with 20 GWh a year.",
    "c": "Baumwerk plans a separator plant in Oulu.",
}


def article(key: str, id: str = "", **more: Any) -> Document:
    title = more.pop("title", TITLES[key])
    return make.document(id or key, f"{title}\n{TEXTS[key]}", title=title, **more)


def told(doc: Document, **more: Any) -> Development:
    """The plant of the article; unsure unless it is Voltara's, so that only that is a story."""
    words = doc.text.partition("\n")[2]
    name, town, land = {"V": ("Voltara", "Debrecen", "HU"), "N": ("Nordcell", "Gera", "DE")}.get(
        words[0], ("Baumwerk", "Oulu", "FI")
    )
    started = name == "Voltara"
    slots: dict[str, Any] = {
        "parties": (make.party(doc, name, "owner"),),
        "place": make.place(doc, town, land) if town in doc.text else None,
        "product": make.named(doc, words.split(" a ")[1].partition(" in ")[0].rstrip("."), "cell"),
        "trigger": make.span(doc, words.split()[1]),
        "modality": "asserted" if started else "planned",
        "confidence": 0.9 if started else 0.41,
        "evidence": words.partition(". ")[0],
        **more,
    }
    if "20 GWh" in doc.text:
        slots["capacity"] = (make.capacity(doc, "20 GWh", 20, "GWh/yr"),)
    return make.development(doc, "facility", "construction" if started else "announced", **slots)


def brief_of(*stories: Story, docs: list[Document], devs: list[Development], **settings: Any) -> Edition:
    brief = edition(Record(None), list(stories), docs, devs, week_ending=ENDING, settings=BriefSettings(**settings))
    assert failures(brief) == []
    return brief


def three(**settings: Any) -> Edition:
    """Voltara's story is told, the other two are too unsure."""
    docs = [article(key) for key in TITLES]
    devs = [told(doc) for doc in docs]
    stories = [make.story(f"s-{doc.id}", [dev]) for doc, dev in zip(docs, devs, strict=True)]
    return brief_of(*stories, docs=docs, devs=devs, **settings)


def titles(brief: Edition) -> list[str]:
    return [row.title for row in brief.headlines]


def heads(brief: Edition) -> list[str]:
    return [telling.headline.text for item in brief.items() for telling in item.tellings]


def test_news_too_unsure_for_a_story_has_its_articles_title_the_weightiest_first() -> None:
    brief = three()

    assert len(heads(brief)) == 1
    assert titles(brief) == [TITLES["b"], TITLES["c"]]
    row = brief.headlines[0]
    assert (row.outlet, row.published, row.url) == ("Cell Gazette", date(2022, 12, 15), "https://b.example/news")
    assert (row.story, row.others) == ("s-b", 0)
    assert titles(three(headlines=1)) == [TITLES["b"]]
    assert [(row.documents, row.used) for row in (*brief.readings, *three(headlines=1).readings)] == [(3, 3), (3, 2)]


def test_what_somebody_paid_for_is_no_headline_and_a_pages_name_gives_way_to_its_news() -> None:
    def listed(title: str, first: str) -> list[str]:
        doc = make.document("b", f"{title}\n{first}{TEXTS['b']}", title=title)
        dev = told(doc)
        return titles(brief_of(make.story("s", [dev]), docs=[doc], devs=[dev]))

    assert listed("Heaters for battery packs", "Sponsored by Baumwerk. ") == []
    assert listed("Heaters for battery packs", "The fair was sponsored by Baumwerk. ") == ["Heaters for battery packs"]
    assert listed("Edition #7: the battery letter", "") == [f"“{TEXTS['b']}”"]
    assert listed("Special edition of the battery letter", "") == ["Special edition of the battery letter"]


def test_a_title_with_a_figure_stands_before_a_weightier_one_without() -> None:
    docs = [
        make.document(id, f"{title}\nSaid in {id}.", title=title)
        for id, title in (("q", "Batteries arrive in Oulu"), ("s", "Store of 600MWh opens in Oulu"))
    ]
    assert titles(brief_of(docs=docs, devs=[])) == ["Store of 600MWh opens in Oulu", "Batteries arrive in Oulu"]


@pytest.mark.parametrize(
    ("title", "lines"), [("A plant for Gera", 1), ("Home batteries earn in Oulu", 2), ("Gera store loses 11%", 2)]
)
def test_a_text_of_another_thing_that_a_story_has_gathered_has_its_own_line(title: str, lines: int) -> None:
    first = article("b", "e", title="Gera gets a cell plant of 20 GWh")
    town = "Oulu" if "Oulu" in title else "Gera"
    firm = "Baumwerk" if "Oulu" in title else "Nordcell"
    other = make.document("g", f"{title} of {firm}\n{firm} plans a battery plant in {town}.", title=title)
    devs = [
        told(first),
        make.development(
            other,
            "facility",
            "announced",
            parties=(make.party(other, firm, "owner"),),
            place=make.place(other, town, "DE"),
            trigger=make.span(other, "plans"),
            confidence=0.41,
        ),
    ]
    brief = brief_of(make.story("s", devs), docs=[first, other], devs=devs)
    assert len(brief.headlines) == lines


def test_the_reason_stands_in_the_list_and_the_title_there_in_few_words() -> None:
    doc = article("b")
    brief = brief_of(
        make.story("s", [dev := told(doc, evidence=TITLES["b"], trigger=make.span(doc, "trims"))]),
        docs=[doc],
        devs=[dev],
    )
    said = {row.what: row.why for row in brief.left_out}

    assert titles(brief) == [TITLES["b"]]
    assert "certainty" in said["“Nordcell trims its cell output …” (Cell Gazette)"]
    assert "certainty" in {row.what: row.why for row in three().left_out}[f"“{TEXTS['c']}” (Cell Gazette)"]


def test_what_only_the_words_of_a_text_tell_is_a_headline_and_never_a_story() -> None:
    doc, other = article("b"), article("b", "d", title="More of Gera")
    sure = told(doc, confidence=0.9)
    assert len(heads(brief_of(make.story("s", [sure]), docs=[doc], devs=[sure]))) == 1

    by_words = make.replaced(sure, rule="gist.facility")
    brief = brief_of(make.story("s", [by_words]), docs=[doc], devs=[by_words])
    assert (heads(brief), titles(brief)) == ([], [TITLES["b"]])
    assert "from its words together" in brief.left_out[0].why

    both = [make.replaced(by_words, stage="construction", modality=Modality.ASSERTED), told(other, confidence=0.9)]
    story = replace(make.story("s", both), stage="construction")
    assert heads(brief_of(story, docs=[doc, other], devs=both)) == ["Nordcell plans battery plant in Gera"]


@pytest.mark.parametrize(("goods", "listed"), [("cars", []), ("battery packs", ["Baumwerk plans a works in Oulu"])])
def test_news_without_a_word_of_batteries_is_no_headline(goods: str, listed: list[str]) -> None:
    doc = make.document("c", f"Baumwerk plans a works in Oulu\nBaumwerk plans a works for {goods} in Oulu.")
    dev = told(doc, product=None)

    assert titles(brief_of(make.story("s", [dev]), docs=[doc], devs=[dev])) == listed


@pytest.mark.parametrize(
    ("title", "below", "news"),
    [
        ("Nordcell opens 2,000MWh store in Gera", "", True),
        ("Evening price reaches £900/MWh in Oulu", "", False),
        ("Nordcell shows SUV with 90 kWh battery", "", False),
        ("Nordcell starts battery plant for its SUVs", "", True),
        ("Black Friday: battery packs 40% off", "", False),
        ("Nordcell raises its forecast", "The maker of battery packs sees more orders.", True),
        ("Nordcell shows new scooter", "It has a battery from Baumwerk.", False),
        ("A battery of tests for the council", "", False),
        ("Battery storage costs hit record lows", "", True),
        ("Battery packs of Nordcell on sale at plant in Oulu", "", False),
        ("Old screens and their art", "It was seen on cathode ray tubes.", False),
        ("Gera funds 8 GWh of pumped-hydro storage", "", False),
        ("Gera funds pumped hydro and batteries", "", True),
        ("Voltara to buy rare earth maker", "The lithium firm pays in shares.", False),
        ("Nordcell has orders for trucks", "They bring it 18 swappable battery sets.", True),
        ("Phone with 6,000mAh battery leaks", "", False),
        ("Trial for domestic battery ends in Gera", "", False),
        ("Gera wants a domestic battery industry", "", True),
        ("Town sued over coke battery", "", False),
        ("Patriot missile battery for Oulu", "", False),
        ("Voltara acquires graphite mine", "", True),
        ("Copper cathode output falls in Oulu", "", False),
        ("Toddler swallowed button battery", "", False),
        ("New earbuds have more battery life", "", False),
        ("Voltara starts battery plant for earbuds", "", True),
    ],
)
def test_a_title_is_battery_news_by_its_words(title: str, below: str, *, news: bool) -> None:
    assert speaks_of_batteries(title, below) is news


def test_a_text_of_which_nothing_was_read_has_a_line_behind_the_others_where_its_title_is_battery_news() -> None:
    silent = [
        make.document(id, f"{title}\nSaid in {id}.", title=title)
        for id, title in (
            ("q", "Should Oulu have a battery plant?"),
            ("s", "Sodium-ion batteries arrive in Oulu"),
            ("z", "Council of Oulu meets"),
        )
    ]
    doc = article("c")
    dev = told(doc)
    brief = brief_of(make.story("t", [dev]), docs=[*silent, doc], devs=[dev])

    assert titles(brief) == ["Baumwerk mulls separator films for Oulu", "Sodium-ion batteries arrive in Oulu"]
    assert [row.title for row in brief.untold.silent] == ["Should Oulu have a battery plant?"]
    assert (brief.untold.unsure, brief.untold.others) == ((), 1)
    assert titles(edited(brief, read_edits('[story.s]\ndrop = "no news"', name="e.toml"))) == titles(brief)[:1]


def test_a_title_goes_without_what_its_outlet_puts_behind_each() -> None:
    said = ("Battery plant opens in Gera", "Cathode works halted", "Nickel price falls")
    ended = [make.document(id, f"{title} - Cell Daily\nIn {id}.") for id, title in zip("xyz", said, strict=True)]
    assert titles(brief_of(docs=ended, devs=[])) == list(said)
    assert titles(brief_of(docs=ended[:2], devs=[])) == [each.title for each in ended[:2]]


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("[Cell Post] [Cell Post] Battery plant opens in Gera", "Battery plant opens in Gera"),
        ("[FEED Cells and Cars] Battery plant opens in Gera - Cell Gazette", "Battery plant opens in Gera"),
        ("Battery plant opens in Gera - a first for Thuringia", "Battery plant opens in Gera - a first for Thuringia"),
        ("[Interview] Battery plant opens in Gera", "[Interview] Battery plant opens in Gera"),
    ],
)
def test_a_title_goes_without_what_feeds_put_before_it_and_its_outlets_name(title: str, shown: str) -> None:
    doc = make.document("x", f"{title}\nIn Thuringia.")
    assert titles(brief_of(docs=[doc], devs=[])) == [shown]


@pytest.mark.parametrize(("firm", "listed"), [("CATL", 1), ("Glencore", 0)])
def test_a_firm_of_other_goods_too_makes_no_title_battery_news(firm: str, listed: int) -> None:
    doc = make.document("x", f"{firm} gives more to towns\n{firm} plans a school in Gera.")
    owner = make.party(doc, firm, "owner", id=firm.lower())
    dev = make.development(doc, "facility", "announced", parties=(owner,), place=make.place(doc, "Gera", "DE"),
                           trigger=make.span(doc, "plans"), evidence=f"{firm} plans", confidence=0.41)  # fmt: skip
    assert len(titles(brief_of(make.story("s", [dev]), docs=[doc], devs=[dev]))) == listed


@pytest.mark.parametrize(
    ("one", "other", "lines"),
    [
        (
            "CATL and BYD form lithium battery alliance for the south",
            "CATL and Northvolt form lithium battery alliance for the south",
            2,
        ),
        (
            "CATL and BYD form lithium battery alliance for the south",
            "BYD, CATL form lithium battery alliance in the south",
            1,
        ),
        ("SECI awards 4.8 GWh of battery storage", "Voltara and Nordcell win SECI's 4,800 MWh battery auction", 1),
        ("SECI awards 4.8 GWh of battery storage", "Voltara and Nordcell win SECI's 480 MWh battery auction", 2),
        ("Gera awards 4.8 GWh of battery storage", "Voltara and Nordcell win Oulu's 4,800 MWh battery auction", 2),
        ("CATL cuts battery prices by 10%", "CATL to buy 10% stake in lithium miner", 2),
    ],
)
def test_titles_with_a_figure_in_common_are_one_and_those_with_other_sides_two(
    one: str, other: str, lines: int
) -> None:
    docs = [make.document(id, f"{title}\nSaid in {id}.") for id, title in (("x", one), ("y", other))]
    assert len(titles(brief_of(docs=docs, devs=[]))) == lines


def test_an_item_without_a_title_goes_by_its_page_or_its_whole_sentence() -> None:
    said = "Nordcell buys the battery store in Gera from Baumwerk, its fifth such store. It opens in May."
    item = make.document("i", said, title="Nordcell buys the battery store in Gera from …", form=Form.ITEM)
    assert titles(brief_of(docs=[item], devs=[])) == [said.partition(" It")[0]]
    page = make.document("p", "Battery stores change hands\n" + said, form=Form.ROUNDUP)
    assert titles(brief_of(docs=[item, replace(page, capture=item.capture)], devs=[])) == [
        "Battery stores change hands"
    ]

    own = ("Cathode works halted", "Nickel price falls")
    page_of = {"form": Form.ITEM, "url": "https://p.example/news"}
    items = [make.document(title[0], title, item=at, **page_of) for at, title in enumerate(own)]
    assert titles(brief_of(docs=items, devs=[])) == list(own)


@pytest.mark.parametrize(
    ("title", "below", "listed"),
    [
        ("Optimal scheduling of battery storage under uncertainty", "", False),
        ("Ageing of cells in cold climates", "In this paper, ageing of lithium cells is looked at.", False),
        ("Li-ion cells on the move", "We propose a method for lithium cells.", False),
        ("Voltara proposes a battery plant", "“We will build cells in this town,” it said.", True),
    ],
)
def test_a_paper_of_science_is_no_headline_and_is_counted_apart(title: str, below: str, *, listed: bool) -> None:
    brief = brief_of(docs=[make.document("q", f"{title}\n{below}", title=title)], devs=[])
    assert titles(brief) == [title] * listed
    assert (brief.untold.others, brief.untold.papers) == (0, int(not listed))
    assert ("1 is a paper of science" in " ".join(render_markdown(brief).split())) is not listed


def test_a_title_that_says_who_did_what_stands_before_shares_and_songs_and_two_of_one_firm_before_a_third() -> None:
    said = (
        "Song of the battery storage",
        "Stocks of the nickel trade",
        "CATL signs lithium deal in Oulu",
        "CATL opens cathode works in Gera",
        "CATL talks of a lithium refinery in Gotha",
        "Ford buys anode works",
        "A talk on nickel",
    )
    docs = [make.document(str(at), f"{title}\nSaid in {at}.", title=title) for at, title in enumerate(said)]
    assert titles(brief_of(docs=docs, devs=[])) == [said[2], said[3], said[5], said[0], said[6], said[1], said[4]]


def test_a_title_is_looked_up_for_firms_once() -> None:
    said = [f"{firm} opens battery store of {size} MWh" for firm in ("CATL", "Ford") for size in (20, 300)]
    organisations_in.cache_clear()
    brief_of(
        docs=[make.document(str(at), f"{title}\nSaid in {at}.", title=title) for at, title in enumerate(said)], devs=[]
    )

    assert organisations_in.cache_info().misses == len(said) < organisations_in.cache_info().hits + len(said)


@pytest.mark.parametrize(
    ("title", "listed"),
    [
        ("Debrecen battery works: Voltara breaks ground", []),
        ("Building of plant for battery cells: Voltara starts in Debrecen", []),
        ("Voltara battery plant has a song", ["Voltara battery plant has a song"]),
        ("Nordcell breaks battery record in Gera", ["Nordcell breaks battery record in Gera"]),
    ],
)
def test_what_a_story_tells_has_no_headline_beside_it(title: str, listed: list[str]) -> None:
    docs = [
        article("a", title="Voltara breaks ground for battery works in Debrecen, Hungary"),
        article("b", title=title),
    ]
    devs = [told(doc) for doc in docs]
    brief = brief_of(
        *(make.story(f"s-{doc.id}", [dev]) for doc, dev in zip(docs, devs, strict=True)), docs=docs, devs=devs
    )
    assert titles(brief) == listed
    assert brief.untold.unsure == ()


def test_of_two_sentences_set_as_one_that_with_the_news_stands_for_its_article() -> None:
    def listed(told_as: str) -> list[str]:
        doc = make.document("b", f"Edition #7: a letter\n{told_as}", title="Edition #7: a letter")
        dev = make.development(doc, "facility", "announced", trigger=make.span(doc, "plans"), confidence=0.41)
        return titles(brief_of(make.story("s", [dev]), docs=[doc], devs=[dev]))

    assert listed("Shares fell.Nordcell plans a battery plant in Gera.") == [
        "“Nordcell plans a battery plant in Gera.”"
    ]


def test_what_was_left_out_is_short_and_leads_to_the_whole_list() -> None:
    docs = [
        make.document(id, f"{title}\nNothing came of it.", title=title)
        for id, title in (("q", "Is this the battery for Oulu?"), ("z", "Council of Oulu meets"), ("y", "A new school"))
    ]
    brief = brief_of(docs=docs, devs=[])
    said = "Of 3 articles 2 are about something else, going by title and first sentence."
    where = f"cellwire week --ending {ENDING} --explain"
    for form in (render_markdown(brief), " ".join(html.fromstring(render_html(brief)).text_content().split())):
        part = form.partition("What was left out")[2]
        assert "nothing in them was read as news" in part
        assert "Is this the battery for Oulu?" in part
        assert said in part
        assert where in part
        assert "Council of Oulu meets" not in part
    assert "Council of Oulu meets" in render_explained(brief)


def test_each_article_is_counted_in_one_place() -> None:
    docs = [
        make.document(id, f"{title}\nNothing came of it yet, since nobody asked the town, say {said}.", title=title)
        for id, title, said in (
            ("q", "Is this the battery for Oulu?", "q"),
            ("r", "Is this the battery for Oulu?", "q"),
            ("s", "Sodium-ion batteries arrive in Oulu", "s"),
            ("z", "Council of Oulu meets", "z"),
        )
    ]
    items = [replace(docs[3], form=Form.ITEM, id=id, title=f"Council meets in {id}") for id in ("i", "j")]
    brief = brief_of(docs=[*docs[:3], *items], devs=[])
    untold = brief.untold
    assert titles(brief) == ["Sodium-ion batteries arrive in Oulu"]
    assert (len(untold.silent), untold.told, untold.others, untold.copies, untold.papers) == (1, 1, 1, 1, 0)
    assert "Of 4 articles 1 tells what stands above; 1 is about something else" in render_markdown(brief)


def test_a_week_of_headlines_says_that_they_follow() -> None:
    doc = make.document("s", "Sodium-ion batteries arrive in Oulu\nIn May.")
    assert brief_of(docs=[doc], devs=[]).quiet.endswith("; the headlines of those on batteries follow.")
    doc = make.document("z", "Council of Oulu meets\nIn May.")
    assert brief_of(docs=[doc], devs=[]).quiet == "No story could be told surely enough from this week’s articles."


def test_an_article_that_a_story_rests_on_or_a_copy_of_it_has_no_line() -> None:
    text = f"{TITLES['a']}\n{TEXTS['a']} {TEXTS['b']}"
    docs = [make.document(id, text, title=title) for id, title in (("a", TITLES["a"]), ("d", "Works for two towns"))]
    sure = told(docs[0], evidence=TEXTS["a"])
    unsure = [
        make.development(
            doc,
            "facility",
            "announced",
            parties=(make.party(doc, "Nordcell", "owner"),),
            place=make.place(doc, "Gera", "DE"),
            trigger=make.span(doc, "plans"),
            evidence=TEXTS["b"],
            confidence=0.41,
        )
        for doc in docs
    ]

    def listed(*origins: Origin) -> list[str]:
        stories = [make.story("s", [sure], origins=origins[:1]), make.story("t", unsure, origins=origins)]
        brief = brief_of(*stories, docs=docs, devs=[sure, *unsure])
        assert len(heads(brief)) == 1
        return titles(brief)

    assert listed(Origin("a", ("a",)), Origin("d", ("d",))) == [
        "“Nordcell plans a battery plant in Gera with 20 GWh a year.”"
    ]
    assert listed(Origin("a", ("a", "d"))) == []


def test_articles_of_one_news_have_one_line_the_earliests_and_copies_count_once() -> None:
    first = article("b", "e", published=date(2022, 12, 12), title="Gera gets a cell plant", outlet="Early Wire")
    copy = article("b", "f", published=date(2022, 12, 13), title="Gera gets a cell plant, says Nordcell")
    later = article("b", "g", published=date(2022, 12, 14), title="A plant for Gera")
    docs = [later, copy, first]
    devs = [told(doc) for doc in docs]
    origins = (Origin("e", ("e", "f")), Origin("g", ("g",)))
    brief = brief_of(make.story("s", devs, origins=origins, first=date(2022, 12, 12)), docs=docs, devs=devs)

    (row,) = brief.headlines
    assert (row.title, row.outlet, row.others) == ("Gera gets a cell plant", "Early Wire", 1)
    assert "Early Wire, 12 December 2022, and one other" in " ".join(render_text(brief).split())


@pytest.mark.parametrize(
    ("titles_told", "towns", "lines"),
    [
        (("Nordcell trims cell output at works", "Cell output trimmed: Nordcell works hit"), ("Gera", "Gera"), 1),
        (("Nordcell trims cell output at works", "Nordcell plans a plant"), ("Gera", "Gera"), 2),
        (("Nordcell to build battery plant", "Nordcell to build battery plant too"), ("Gera", "Gotha"), 2),
    ],
)
def test_stories_whose_titles_say_one_thing_have_one_line(
    titles_told: tuple[str, str], towns: tuple[str, str], lines: int
) -> None:
    docs = [
        make.document(id, f"{title}\nNordcell plans a battery plant in {town}.", title=title)
        for id, title, town in zip("bc", titles_told, towns, strict=True)
    ]
    places = [structs.replace(make.place(doc, town, "DE"), id=town) for doc, town in zip(docs, towns, strict=True)]
    devs = [told(doc, place=place) for doc, place in zip(docs, places, strict=True)]
    stories = [make.story(f"s-{dev.document}", [dev]) for dev in devs]
    assert len(brief_of(*stories, docs=docs, devs=devs).headlines) == lines


def test_news_far_down_in_a_text_or_background_gives_no_line() -> None:
    filler = "".join(
        f"The town council met on its school for the {word} time this winter, and went home late. "
        for word in ("first", "second", "third", "fourth", "fifth")
    )
    deep = make.document("b", f"Council news\n{filler}\n{TEXTS['b']}", title="Council news")
    dev = make.development(
        deep,
        "facility",
        "announced",
        parties=(make.party(deep, "Nordcell", "owner"),),
        trigger=make.span(deep, "plans"),
        evidence=TEXTS["b"],
        confidence=0.41,
    )
    assert titles(brief_of(make.story("s", [dev]), docs=[deep], devs=[dev])) == []

    doc = article("b")
    old = told(doc, background=True)
    assert titles(brief_of(make.story("s", [old]), docs=[doc], devs=[old])) == []


def test_news_that_stands_in_a_better_told_story_has_no_line() -> None:
    """ "More texts have it as talks": what is said of the same deal is told there."""
    lines = {
        "a": "Voltara is in talks to supply Nordcell with batteries.",
        "b": "Voltara may supply Nordcell with batteries, and talks go on.",
        "c": "Voltara signed a contract to supply Nordcell with batteries.",
    }
    docs = [make.document(id, text, title=f"Voltara and Nordcell {id}") for id, text in lines.items()]
    sides = {doc.id: (make.party(doc, "Voltara", "supplier"), make.party(doc, "Nordcell", "customer")) for doc in docs}
    devs = [
        make.development(
            doc,
            "supply",
            "signed" if doc.id == "c" else "considered",
            parties=sides[doc.id],
            product=make.named(doc, "batteries", "cell"),
            modality="asserted" if doc.id == "c" else "considering",
        )
        for doc in docs
    ]
    brief = brief_of(make.story("s", devs[:2]), make.story("t", devs[2:]), docs=docs, devs=devs)

    assert "more texts have it as talks" in {row.why for row in brief.left_out}
    assert titles(brief) == []


def test_a_plant_for_cars_gives_no_line() -> None:
    doc = make.document("a", "Voltara broke ground in Debrecen on a car plant.")
    dev = make.voltaras(doc, "construction", makes=("car", "vehicle"))
    assert titles(brief_of(make.story("s", [dev]), docs=[doc], devs=[dev])) == []


@pytest.mark.parametrize(
    ("words", "doubted"),
    [
        ("Voltara sold 31% more electric cars in July", True),
        ("BEV sales of Voltara rose 31% in July", True),
        ("Voltara sold 31% more batteries for cars in July", False),
        ("Voltara sold 31% more storage in July", False),
    ],
)
def test_sales_of_cars_are_no_battery_news(words: str, *, doubted: bool) -> None:
    doc = make.document("a", f"{words}\n{words}.")
    party = make.party(doc, "Voltara", "supplier")
    dev = make.development(doc, "market", "reported", parties=(party,), evidence=f"{words}.", confidence=0.9)
    brief = brief_of(make.story("s", [dev]), docs=[doc], devs=[dev])
    assert any("vehicles" in row.why for row in brief.left_out) is doubted


def test_the_earlier_version_of_an_article_gives_no_line() -> None:
    old, new = (article("b", id, url="https://same.example/news") for id in ("o", "n"))
    old = replace(old, captured=old.captured.replace(day=15))
    new = replace(new, title="Nordcell does not trim", text=new.text)
    devs = [told(old), told(new)]
    stories = [make.story(f"s-{dev.document}", [dev]) for dev in devs]
    assert titles(brief_of(*stories, docs=[old, new], devs=devs)) == ["Nordcell does not trim"]


def test_a_watch_list_keeps_only_its_own_headlines() -> None:
    watch = read_watches('[watch.w]\ncompany = ["x-baumwerk"]', name="watches.toml")["w"]
    assert titles(three(watch=watch)) == [TITLES["c"]]


def test_no_headline_comes_of_a_story_that_the_editor_dropped() -> None:
    brief = three(dropped=frozenset({"s-a"}))
    assert titles(edited(brief, read_edits('[story.s-a]\ndrop = "an advert"', name="e.toml"))) == [
        TITLES["b"],
        TITLES["c"],
    ]


def test_the_editor_drops_a_headline_by_the_id_that_is_explained() -> None:
    brief = three()
    assert "for the edits file: [story.s-b]" in render_explained(brief)

    fewer = edited(brief, read_edits('[story.s-b]\ndrop = "no news"', name="e.toml"))
    assert titles(fewer) == [TITLES["c"]]
    assert (fewer.left_out[0].what, fewer.left_out[0].why) == (f"the headline “{TITLES['b']}”", "the editor: no news")
    with pytest.raises(BadOption):
        edited(brief, read_edits('[story.s-b]\nnote = "it is"', name="e.toml"))


def test_every_form_lists_them_as_links_and_none_where_there_are_none() -> None:
    brief = three()
    url, where = "https://b.example/news", "Cell Gazette, 15 December 2022"
    tree = html.fromstring(render_html(brief))
    link = tree.xpath("//section[@class='headlines']//a")[0]
    assert (link.text, link.get("href")) == (TITLES["b"], url)
    assert where in tree.xpath("string(//section[@class='headlines'])")
    assert tree.xpath("//nav//a[@href='#headlines']")
    assert f"- [{TITLES['b']}](<{url}>) ({where})" in render_markdown(brief)
    assert f"{TITLES['b']} ({where})" in " ".join(render_text(brief).split())
    mail: Any = email.message_from_bytes(render_mail(brief).as_bytes(), policy=email.policy.default)
    assert f"* {TITLES['b']} ({where}) {url}" in mail.get_body(("plain",)).get_content()
    assert html.fromstring(mail.get_body(("html",)).get_content()).xpath(f"//a[@href='{url}']/text()") == [TITLES["b"]]
    written = json.loads(render_json(brief))
    jsonschema.validate(written, SCHEMA)
    assert written["headlines"][0] == {
        "title": TITLES["b"],
        "outlet": "Cell Gazette",
        "published": "2022-12-15",
        "url": url,
        "others": 0,
        "story": "s-b",
    }

    none = replace(brief, headlines=())
    forms = (render_html(none), render_markdown(none), render_text(none), render_mail(none).as_string())
    assert not [form for form in forms if "more headlines" in form.casefold()]


def test_an_address_that_harms_is_no_link() -> None:
    doc = article("b", url="javascript:alert(1)")
    dev = told(doc)
    brief = brief_of(make.story("s", [dev]), docs=[doc], devs=[dev])

    assert brief.headlines[0].url is None
    assert "javascript" not in render_html(brief) + render_markdown(brief) + render_mail(brief).as_string()


def test_who_passes_on_an_article_is_no_outlet_beside_its_own() -> None:
    url, texts = "https://cellcourier.example/news", ("Store opens in Oulu", "Store opens in Oulu, says Nordcell")
    docs = [
        make.document(id, f"{title}\nIn {id}.", title=title, url=where, outlet=outlet)
        for id, title, where, outlet in (
            ("a", texts[0], url, "someone/aggregator"),
            ("b", texts[1], url, "A. Writer"),
            ("c", "Works close", "https://cellcourier.example/other", "Cell Courier"),
            ("d", "Works open", "https://post.example/other", "The Post"),
        )
    ]
    brief = brief_of(docs=docs, devs=[])
    assert sorted(row.outlet for row in brief.readings) == ["Cell Courier", "The Post"]


@pytest.mark.parametrize(
    ("outlet", "title", "below", "named"),
    [
        ("news.google.com", "Cathode store opens in Gera", "Cathode store opens in Gera Volt & Grid", "Volt & Grid"),
        ("somebody/alerts", "Cathode store opens in Gera - Volt Daily", "It opens.", "Volt Daily"),
        ("voltdaily_business", "Cathode store opens in Gera", "It opens.", "voltdaily.example"),
        ("news.google.com", "Cathode store opens in Gera", "Cathode store opens in Gera in May", "news.google.com"),
        ("Cell Courier", "Cathode store opens in Gera - Volt Daily", "It opens.", "Cell Courier"),
    ],
)
def test_what_a_search_or_a_feed_hands_on_is_its_outlets(outlet: str, title: str, below: str, named: str) -> None:
    url = "https://news.google.com/rss/1" if "google" in outlet else "https://voltdaily.example/1"
    doc = make.document("a", f"{title}\n{below}", title=title, url=url, outlet=outlet)
    assert [row.outlet for row in brief_of(docs=[doc], devs=[]).readings] == [named]
