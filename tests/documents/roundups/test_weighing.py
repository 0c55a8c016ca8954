"""Pages that are known to hold several news in a form that no rule knows."""

from itertools import pairwise

import pytest
from captures import capture

from cellwire.documents import open_documents
from cellwire.documents.layout import Draft, compose
from cellwire.documents.roundups.weighing import weighed
from cellwire.model import BlockKind, Told

MINES = (
    "The mine at Keliber in Finland has its first ore",
    "A smelter in Finland puts off its second furnace",
    "Divers look for manganese off the coast of Finland",
    "Courts in Finland hear the case of the wet tailings",
    "Unions and mills in Finland agree on wages for two years",
)
CELLS = (
    "Northvolt confirmed on December 13 that it wants to build near Heide, where works would begin in 2025.",
    "Britishvolt has been given five more weeks by its lenders, the start-up said, and its staff gave up pay.",
    "Liontown Resources signed up Ford for a third of its spodumene over five years from 2024.",
    "A Finnish refinery was granted the permit that it had waited for and hires 140 people next spring.",
    "The council let CATL draw its water from the river until a plant for waste water stands there.",
    "Redwood is given a loan for its copper foil in Nevada and begins to pour the floor in March.",
)


def begins(title, body, *, url=None):
    """The first words of each item of a page, none where it stays whole."""
    page = (
        f"<html lang=en><head><title>{title}</title></head>"
        f"<body><main><article><h1>{title}</h1>{body}</article></main></body></html>"
    )
    return [
        item.title.split(" ")[1] for item in open_documents(capture(page, "text/html", told=Told(id="it"), url=url))[1:]
    ]


def entries(lines):
    return "".join(
        f'<li>{line}. <a href="https://paper{n}.example/{n}">Source</a></li>' for n, line in enumerate(lines)
    )


def test_entries_that_each_lead_elsewhere_are_news_though_all_are_of_one_land():
    listed = f"<h2>Mines</h2><ul>{entries(MINES)}</ul>"

    assert begins("Nordic mines weekly", listed) == [line.split(" ")[1] for line in MINES]
    assert begins("How Finland came by its mines", listed) == []


def test_a_title_that_is_only_a_day_and_a_roundups_name_above_the_text_make_news_likely():
    told = [f"{line} So much for Finland" for line in CELLS]
    listed = f"<h2>Mines and works</h2><ul>{entries(told)}</ul>"
    each = [line.split(" ")[1] for line in CELLS]

    assert begins("2022-12-18", listed) == begins("Friday, 16 December 2022", listed) == each
    assert begins("How cells came to be", f"<p>Morning briefing</p>{listed}") == each
    assert begins("How cells came to be", f"<p>What the north has</p>{listed}") == []
    assert begins("Chapter 12", listed) == []


def test_an_address_that_calls_the_page_a_roundup_makes_news_likely():
    listed = f"<h2>Mines and works</h2><ul>{entries(f'{line} So much for Finland' for line in CELLS)}</ul>"
    story = "".join(f"<p>{words}</p>" for words in CELLS)

    def kept(place, body):
        return begins("How cells came to be", body, url=f"https://paper.example/{place}/12")

    assert kept("weekly-digest", listed) == [line.split(" ")[1] for line in CELLS]
    assert kept("essays", listed) == kept("weekly-digest", f"{story}<h2>Mines and works</h2>{story}") == []


def test_rows_of_a_calendar_are_no_news():
    def day(kind):
        return compose("What is on", [Draft(kind, f"{words} Entry is free") for words in CELLS * 2])

    assert len(weighed(day(BlockKind.PARAGRAPH), "What is on", ())[1]) == 12
    assert weighed(day(BlockKind.TABLE_ROW), "What is on", ())[1] == ()


def test_a_way_that_is_clearly_better_takes_the_place_of_the_one_that_was_found():
    groups = {"Works": CELLS[:1], "Mines": CELLS[1:2], "Money": CELLS[2:] + MINES}
    layout = compose(
        "Cells weekly",
        [
            draft
            for head, news in groups.items()
            for draft in (
                Draft(BlockKind.HEADING, head, "h3"),
                *(Draft(BlockKind.PARAGRAPH, f"{n}) {words}") for n, words in enumerate(news, 1)),
            )
        ],
    )
    heads = [number for number, piece in enumerate(layout.pieces) if piece.kind is BlockKind.HEADING]
    grouped = [layout.pieces[start:end] for start, end in pairwise([*heads, len(layout.pieces)])]

    _, each = weighed(layout, "Cells weekly", grouped)

    assert len(each) == 11


def test_one_story_with_much_in_it_is_no_list_of_news():
    listed = entries(line for line in MINES * 3)
    long = "".join(f"<p>{words}</p>" for words in CELLS * 5)

    assert len(begins("Nordic mines weekly", f"<ul>{listed}</ul>")) == 15
    assert begins("Nordic mines weekly", f"<ul>{listed}<li>{MINES[0]}.{long}</li></ul>") == []


LONG = (
    "Alder Mining plc sold its pit near Ferrol to lenders on Tuesday, and 140 men keep their work until the spring.",
    "The chairman of Alder said that the sale had been due for a year, and that Ferrol was not sorry for it.",
    "“We had waited for a buyer,” he told reporters, “and the lenders were there when nobody else was.”",
    "Birch Metals plc found copper below the lake at Inari, where drills had stood still since the autumn.",
    "Cedar Lithium plc raised 40 million from funds in Oslo and begins to dig at Kemi as soon as the snow is gone.",
)


def paragraphs(*texts):
    return "".join(f"<p>{text}</p>" for text in texts)


def test_a_paragraph_that_names_others_begins_a_news_and_who_speaks_of_the_same_goes_on():
    assert begins("Miners: weekly highlights", paragraphs(*LONG)) == ["Mining", "Metals", "Lithium"]
    assert begins("How three miners fared", paragraphs(*LONG)) == []


@pytest.mark.parametrize(
    "title",
    ["Stocks to watch", "Exploration briefs: May", "Village news", "Sunday links", "Review of 2031", "In short"],
)
def test_columns_are_known_by_what_papers_call_them(title):
    assert begins(title, paragraphs(*CELLS)) == [line.split(" ")[1] for line in CELLS]


@pytest.mark.parametrize("speakers", [("Q", "MS. BELL:"), ("Ann Bell:", "Tom Lee:")])
def test_what_a_few_say_in_turns_is_one_text_though_it_is_called_a_briefing(speakers):
    said = [f"{speakers[number % 2]} {line}" for number, line in enumerate(CELLS * 2)]

    assert begins("Morning briefing for Tuesday", paragraphs(*said)) == []


def test_a_briefing_of_the_press_is_no_roundup():
    assert begins("Press briefing by the minister", paragraphs(*CELLS)) == []
    assert len(begins("Business briefing", paragraphs(*CELLS))) == len(CELLS)


def test_parts_of_one_story_stay_together_in_a_column_too():
    one = [f"In Heide the works of Northvolt wait, and {line}" for line in CELLS[:4]]

    assert begins("Village news", paragraphs(*one)) == []


def test_a_line_above_each_list_begins_a_news():
    told = "".join(
        f"<p>Paper {n} – {line.partition(',')[0]}</p><ul><li>{line}</li></ul><p>“We will see,” it adds of {n}.</p>"
        for n, line in enumerate(CELLS)
    )

    assert begins("Weekly newsflash", told) == [str(n) for n in range(len(CELLS))]


@pytest.mark.parametrize(
    "opening", ["Another week of change in the north.", "Here’s what I got for you this week:", "All times are UK"]
)
def test_openings_announce_several_news(opening):
    assert len(begins("Cells and a river", f"<p>{opening}</p>{paragraphs(*CELLS)}")) > 3


@pytest.mark.parametrize(
    "title", ["Cell Daily", "Shipping news", "Works, 5 June 2031", "Mines 23.08.2031", "Parish voice"]
)
def test_a_title_that_ends_in_a_day_or_in_what_short_news_are_called_makes_them_likely(title):
    listed = f"<ul>{entries(CELLS)}</ul>"

    assert begins(title, listed) == [line.split(" ")[1] for line in CELLS]


@pytest.mark.parametrize("title", ["Minutes, 23.08.2031", "Results of 23.08.2031", "What June brings to the works"])
def test_minutes_and_results_of_a_day_stay_whole(title):
    assert begins(title, f"<ul>{entries(CELLS)}</ul>") == []
