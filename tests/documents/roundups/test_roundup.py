# ruff: noqa: E501  whole texts in one line each

from itertools import pairwise

import pytest
from captures import capture

from cellwire.documents import open_documents
from cellwire.model import BlockKind, Form, Told

NORTHVOLT = (
    "Northvolt confirmed on December 13 that it wants to build near Heide; the works would begin to make cells in 2025."
)
BRITISHVOLT = "Britishvolt has been given five more weeks by its lenders, the start-up said on December 14, and staff gave up pay."
LIBERTY = "On December 15, Liontown Resources signed up Ford for a third of the spodumene from Kathleen Valley over five years."
TESLA = "Tesla told suppliers on Friday that output of its 4680 cells had passed what a thousand cars a week need."
PLANT = "The plant in Heide would employ 3,000 people, Northvolt said, and begin to make cells in 2025."
NEWS = (
    ("Northvolt holds on to its plan for Heide", NORTHVOLT),
    ("Britishvolt wins time from its lenders", BRITISHVOLT),
    ("Ford takes spodumene from Liontown mine", LIBERTY),
    ("Tesla speeds up its 4680 cell line", TESLA),
)


def bracketed(news):
    return "\n\n".join(f"[{heading}]\n\n{text}" for heading, text in news)


def hashed(news):
    return "\n\n".join(f"## {heading}\n\n{text}" for heading, text in news)


def numbered(news):
    return "\n\n".join(f"{number}. {heading}\n\n{text}" for number, (heading, text) in enumerate(news, 1))


def bold(news):
    return "\n\n".join(f"**{heading}**\n\n{text}" for heading, text in news)


def bold_led(news):
    return "\n\n".join(f"**{heading}.** {text}" for heading, text in news)


def ruled(news):
    return "\n\n".join(f"{heading}\n{'=' * len(heading)}\n{text}" for heading, text in news)


def linked(news):
    return "\n\n".join(f"[{heading}](https://a.example/{len(heading)})\n\n{text}" for heading, text in news)


def named(news):
    return "\n\n".join(f"{heading}: {text}" for heading, text in news)


def under_outlets(news):
    return "\n\n".join(f"{heading} this week after all\n\nCell Courier\n\n{text}" for heading, text in news)


FORMS = (bracketed, hashed, numbered, bold, bold_led, ruled, linked, named)


def documents(text: str):
    return open_documents(capture(text))


@pytest.mark.parametrize("form", FORMS)
def test_a_roundup_is_split_into_its_items(form):
    roundup, *items = documents(f"Cell Courier weekly: news of the industry\n\nGood morning.\n\n{form(NEWS)}\n")

    assert roundup.form is Form.ROUNDUP
    assert [item.title for item in items] == [heading for heading, _ in NEWS]
    assert [item.item for item in items] == [1, 2, 3, 4]
    for item, (heading, text) in zip(items, NEWS, strict=True):
        assert [item.quote(block.span) for block in item.blocks] == [heading, text]


ONLY = tuple(text for _, text in NEWS)
HEADLESS = {
    "a list": "\n".join(f"- {text}" for text in ONLY),
    "a numbered list": "\n".join(f" {number}. {text}" for number, text in enumerate(ONLY, 1)),
    "a list under names of groups": f"## News\n\n- {ONLY[0]}\n- {ONLY[1]}\n\n## Deals\n\n- {ONLY[2]}\n- {ONLY[3]}",
    "a list whose entries go on": "\n\n".join(f"- {text}\n\n  More of it is to come before Easter." for text in ONLY),
    "a list with parts": "\n".join(f"- {text}\n    - a part of the same news that says a little more" for text in ONLY),
    "paragraphs": "\n\n".join(ONLY),
    "kickers": "\n\n".join(
        f"{name}: {text}" for name, text in zip(("PLANTS", "MONEY", "OIL & GAS", "CELLS"), ONLY, strict=True)
    ),
}


@pytest.mark.parametrize("case", HEADLESS)
def test_items_need_no_headings(case):
    _roundup, *items = documents(f"Cell Courier weekly: news of the industry\n\n{HEADLESS[case]}\n")

    assert [item.quote(item.blocks[0].span).split(": ")[-1] for item in items] == list(ONLY)
    assert items[0].title.endswith("would begin to make cells in 2025")
    assert all(block.kind is not BlockKind.TITLE for item in items for block in item.blocks)


def test_a_figure_may_open_what_stands_before_the_colon():
    sized = [(f"{number}65 MW by the northern sea", text) for number, (_, text) in enumerate(NEWS, 1)]

    _, *items = documents(f"Cell Courier weekly: news of the industry\n\n{named(sized)}\n")

    assert [item.title for item in items] == [head for head, _ in sized]


def with_bylines(news):
    return "\n\n".join(f"{heading}\n\nAnn Lee, Cell Courier of London\n\n{text}" for heading, text in news)


def dated(news):
    days = ("10/16/2017", "December 13", "13.12.:", "2022-12-13")
    return "\n\n".join(f"{heading}\n\n{day}\n\n{text}" for day, (heading, text) in zip(days, news, strict=True))


def closed(news):
    return "\n\n".join(f"{heading}\n\n{text}\n\nSee the article" for heading, text in news)


@pytest.mark.parametrize("form", [with_bylines, dated, closed])
def test_headlines_are_told_from_the_short_lines_around_them(form):
    _, *items = documents(f"The week in cells\n\nNews of four days.\n\n{form(NEWS)}")

    assert [item.quote(item.blocks[0].span) for item in items] == [heading for heading, _ in NEWS]
    assert all(text in item.quote(item.extent) for item, (_, text) in zip(items, NEWS, strict=True))


ALIKE = {
    "the same last word": "\n\n".join(f"{text} Link" for text in ONLY),
    "groups in capitals": f"PLANTS\n\n{ONLY[0]}\n\n{ONLY[1]}\n\nMONEY AND DEALS\n\n{ONLY[2]}\n\n{ONLY[3]}",
    "days on lines of their own": "\n\n".join(f"December {13 + number}\n\n{text}" for number, text in enumerate(ONLY)),
    "lines of stars": "\n\n*\n\n".join(ONLY),
    "a line with other figures": "\n\n".join(f"{text}\n\nPoints: {n}35" for n, text in enumerate(ONLY)),
    "a sign": "\n\n".join(f"\u00b6 {text}" for text in ONLY),
    "a source in brackets": "\n\n".join(f"{text} (Cell Courier)" for text in ONLY),
    "days above the news": "\n\n".join(f"{13 + number}.12.:\n{text}" for number, text in enumerate(ONLY)),
}


@pytest.mark.parametrize("case", ALIKE)
def test_news_without_headlines_is_told_apart_by_what_is_repeated(case):
    _, *items = documents(f"The week in cells\n\n{ALIKE[case]}\n")

    assert len(items) == 4
    assert all(text in item.quote(item.extent) for item, text in zip(items, ONLY, strict=True))


def test_news_that_each_begin_with_a_day_take_in_what_follows():
    """A day that begins a paragraph parts a roundup, though paragraphs without one stand between."""
    told = "\n\n".join(
        f"On {13 + n} December, {text}\n\nThat was all that could be learnt of it." for n, text in enumerate(ONLY)
    )
    _, *items = documents(f"Volta letter \u2013 Volume 93\n\n{told}\n")

    assert [item.quote(item.blocks[0].span)[:14] for item in items] == [f"On {13 + n} December" for n in range(4)]
    assert all(len(item.blocks) == 2 for item in items)


@pytest.mark.parametrize(
    "end",
    ["[Cell Courier]", "(Volta Daily, Reuters)", "Read more\u2026", "Mehr \u00bb", "For the full story, click here"],
)
def test_short_news_that_each_say_where_they_are_told_in_full_need_no_title_that_says_so(end):
    told = "\n\n".join(f"{text} {end}" for text in ONLY)
    _, *items = documents(f"Cells\n\nPlants and mines:\n\n{told}\n")

    assert [item.quote(item.blocks[0].span) for item in items] == [f"{text} {end}" for text in ONLY]
    headed = "\n\n".join(f"{heading}\n\n{text} {end}" for heading, text in NEWS)
    assert [document.title for document in documents(f"Cells\n\n{headed}\n")[1:]] == [heading for heading, _ in NEWS]


def test_brackets_in_some_paragraphs_of_an_article_make_no_roundup():
    told = "\n\n".join(f"{text}\n\n{PLANT}" for text in ONLY)
    aside = told.replace(f"{ONLY[0]}\n", f"{ONLY[0]} (See below)\n").replace(f"{ONLY[2]}\n", f"{ONLY[2]} [Sic]\n")

    assert len(documents(f"Cells\n\n{aside}\n")) == 1


LISTED = {
    "word for word": "\n".join(f"- {heading}" for heading, _ in NEWS),
    "with numbers and groups": "\n".join(f"{n}. {heading.upper()}" for n, (heading, _) in enumerate(NEWS, 1)),
    "worded anew": "- The plant for Heide stays, says Northvolt\n- Britishvolt wins time from its lenders\n- A mine sells\n- Tesla speeds up its 4680 cell line",
}


@pytest.mark.parametrize("case", LISTED)
def test_what_a_table_of_contents_names_is_found_again_below(case):
    told = "\n\n".join(f"{heading}\n\n{text}\n\n{PLANT}" for heading, text in NEWS)
    letter = (
        f"Volta letter\n\nIn this issue:\n\n{LISTED[case]}\n\nAnn Lee writes.\n\n{told}\n\nTo unsubscribe, write.\n"
    )
    _, *items = documents(letter)

    assert [item.quote(item.blocks[0].span) for item in items] == [heading for heading, _ in NEWS]
    assert "unsubscribe" not in items[-1].quote(items[-1].blocks[-1].span)


def test_contents_of_one_long_text_make_no_roundup():
    told = "\n\n".join(f"{heading}\n\n{text}\n\n{PLANT}" for heading, text in NEWS)

    assert (
        len(documents(f"Cells in Europe\n\nContents\n\n{LISTED['word for word']}\n\nAnn Lee writes.\n\n{told}\n")) == 1
    )


def test_news_that_each_lead_to_an_address_are_items():
    told = "\n\n".join(f"{text}\nhttps://a.example/{number}" for number, text in enumerate(ONLY))
    notes = "\n".join(f"https://a.example/{number}" for number in range(4))
    _, *items = documents(f"Volta letter\n\nCells\n\n{told}\n")

    assert [item.quote(item.blocks[0].span) for item in items] == list(ONLY)
    assert len(documents(f"Volta letter\n\n{PLANT}\n\n{PLANT}\n\n{notes}\n")) == 1


@pytest.mark.parametrize(
    "source", ["Source**: [A](https://a.example)", "URL:** https://a.example/1", "DOI:** https://doi.org/1"]
)
def test_sections_that_each_say_their_source_are_items(source):
    told = "\n\n".join(f"### {heading}\n\n- **What**: {text}\n- **{source}" for heading, text in NEWS)
    _, *items = documents(f"Volta pulse\n\n{told}\n")

    assert [item.title for item in items] == [heading for heading, _ in NEWS]


def test_what_stands_under_the_name_of_a_summary_is_told_again_below():
    news = hashed(NEWS).replace("## ", "### ")
    summary = (
        f"### What mattered among makers of cells\n\n{PLANT}\n\n### What mattered among miners this time\n\n{PLANT}"
    )

    _, *items = documents(f"Volta weekly\n\n## Executive summary\n\n{summary}\n\n## Plants and mines\n\n{news}\n")

    assert [item.title for item in items] == [heading for heading, _ in NEWS]


def test_headlines_that_lead_to_as_many_sites_are_items():
    def led(site):
        told = "Its head told a paper so and gave no more than that, whatever he was asked."
        return "\n\n".join(
            f"## [{heading}](https://{site(n)}/a)\n\n{told}" for n, (heading, _) in enumerate((*NEWS, *NEWS))
        )

    assert len(documents(f"2022-12\n\n{led(lambda n: f'{n}.example')}\n")) == 9
    assert len(documents(f"2022-12\n\n{led(lambda n: 'own.example')}\n")) == 1


def test_headlines_on_batteries_and_prices_name_news_and_no_part_of_a_test_report():
    heads = ("Battery plant for Heide", "Prices of lithium fall", "Charging hubs for trucks", "Range and performance")
    told = hashed(zip(heads, ONLY, strict=True))

    _, *items = documents(f"The week in cells\n\n{told}\n")

    assert [item.title for item in items] == list(heads[:3])


def test_short_headlines_among_longer_ones_name_news_too():
    _, *items = documents(f"The week in cells\n\n{hashed((*NEWS, ('Heide', PLANT)))}\n")

    assert [item.title for item in items] == [*(heading for heading, _ in NEWS), "Heide"]


def test_kickers_make_a_roundup_by_themselves():
    lines = f"SOLAR:\n\n- {ONLY[0]}\n- {ONLY[1]}\n\nMONEY: {ONLY[2]}\n\nGRID:\n\n- {ONLY[3]}\n\nOIL & GAS: {ONLY[1]}"
    _, *items = documents(f"Northvolt stays\n\n{lines}\n")

    assert len(items) == 5


def test_lines_below_a_kicker_are_items_each_with_its_outlet():
    one, two, three, four = ONLY
    lines = f"SOLAR:\n{one} (Cell Courier)\n{two} (Reuters)\n\nMONEY: {three}\n\nOIL & GAS:\n{four}\n\nCELLS: {one}"
    _, *items = documents(f"Northvolt stays\n\n{lines}\n")

    assert len(items) == 5


def test_the_line_of_an_outlet_below_a_headline_is_no_headline():
    _, *items = documents(f"The week in cells\n\n{under_outlets(NEWS)}")

    assert [item.title for item in items] == [f"{heading} this week after all" for heading, _ in NEWS]


@pytest.mark.parametrize("time", ["{}.31 Uhr: ", "{}:05 ", "{}:20 GMT - ", "{}.05pm: "])
def test_the_entries_of_a_live_blog_begin_with_their_times(time):
    lines = "\n\n".join(f"{time.format(12 - number)}{heading}\n\n{PLANT}" for number, (heading, _) in enumerate(NEWS))
    blog, *items = documents(f"Northvolt in Heide: what happened\n\n{PLANT}\n\n{lines}")

    assert blog.form is Form.ROUNDUP
    assert [item.title for item in items] == [heading for heading, _ in NEWS]


def test_the_shortest_entries_of_a_live_blog_are_entries_too():
    entries = "\n\n".join(
        f"7:{minute} p.m.: {line}"
        for minute, line in ((22, TESLA), (19, "End of the live video"), (15, LIBERTY), (11, "Shares go down"))
    )
    _, *items = documents(f"Tesla Battery Day live blog\n\n{PLANT}\n\n{entries}\n")

    assert len(items) == 4


def test_a_page_that_says_it_is_live_is_parted_at_every_heading():
    lines = "\n\n".join(f"## {heading}\n\n{PLANT}" for heading in ("Goodnight", "Bus services", "Northvolt speaks"))

    assert len(documents(f"Northvolt LIVE: the vote in Heide\n\n{PLANT}\n\n{lines}")) == 4


def test_numbers_of_other_scripts_count():
    text = "\n\n".join(
        f"{n}、[{name}](https://a.example/{n})\n\n{name}在匈牙利建设电池工厂，年产能一百吉瓦时，预计明年投产。"
        for n, name in enumerate(("宁德时代", "比亚迪", "国轩高科"), 1)
    )
    _, *items = documents(f"电池行业周刊（第 1 期）\n\n## 资讯\n\n{text}\n")

    assert [item.title for item in items] == ["宁德时代", "比亚迪", "国轩高科"]


def test_what_a_generator_is_told_above_a_text_is_no_text():
    head = "---\ntitle: 'Cell Courier weekly'\ndate: 2022-12-17\n---\n"
    roundup, *items = documents(f"{head}\n{hashed(NEWS)}")

    assert (roundup.title, len(items)) == ("Cell Courier weekly", 4)
    assert roundup.blocks == ()


@pytest.mark.parametrize(
    "opening",
    [
        "Here are ten recent news stories:",
        "The four big stories this week.",
        "Our weekly news roundup.",
        "Each Friday I pick the articles that are worth your time.",
        "This is the weekly email digest of the Cell Courier.",
        "Here are some of the most important deals of the month.",
        "Das sind die Themen der Woche.",
    ],
)
def test_an_opening_may_say_that_it_is_one(opening):
    assert len(documents(f"Of cells and men\n\n{opening}\n\n" + "\n".join(f"- {text}" for text in ONLY))) == 5


@pytest.mark.parametrize(
    "title", ["What we read this week", "Recap: cells and mines", "12 nordic updates", "Deals done"]
)
def test_a_title_may_say_that_it_is_one(title):
    assert len(documents(f"{title}\n\n" + "\n".join(f"- {text}" for text in ONLY))) == 5


@pytest.mark.parametrize(
    "opening", ["We bring you stories of those who build.", "I know 4 things that nobody told you."]
)
def test_an_opening_of_one_text_says_nothing(opening):
    assert len(documents(f"Of cells and men\n\n{opening}\n\n" + "\n".join(f"- {text}" for text in ONLY))) == 1


def test_greetings_sponsors_and_links_belong_to_no_item():
    text = f"The week in cells\n\n{bracketed(NEWS[:1])}\n\nSolvo wishes you a happy New Year\n\n{bracketed(NEWS[1:2])}\n\nFor more:\n\n1.Earlier news of ours\n"
    roundup, *items = documents(text)

    assert [roundup.quote(block.span) for block in roundup.blocks if block.kind is BlockKind.ADVERT] == [
        "Solvo wishes you a happy New Year"
    ]
    assert [roundup.quote(block.span) for block in roundup.blocks if block.kind is BlockKind.LINKS] == [
        "For more:",
        "Earlier news of ours",
    ]
    assert [len(item.blocks) for item in items] == [2, 2]


def test_items_share_the_text_and_own_their_stretch_of_it():
    roundup, *items = documents(f"The week in cells\n\n{bracketed(NEWS)}")

    assert {item.text for item in items} == {roundup.text}
    assert all(one.extent.end <= other.extent.start for one, other in pairwise(items))
    assert len({document.id for document in (roundup, *items)}) == 5


WHOLE = {
    "teasers that end alike": "\n\n".join(f"{NORTHVOLT}\n\n{PLANT}\n\nRead more" for _ in range(4)),
    "a history by days": "How Heide became a site\n\n"
    + "\n\n".join(f"December {day}\n\n{PLANT}" for day in range(3, 8)),
    "one story under capitals": f"The week in Heide\n\nTHE PLAN\n\n{NORTHVOLT}\n\n{PLANT}\n\nTHE DOUBTS\n\n{PLANT}\n\n{NORTHVOLT}",
    "an article's own parts": f"Northvolt confirms Heide\n\n{NORTHVOLT}\n\n## Background\n\n{PLANT}\n\n## About Northvolt\n\n{PLANT}\n\n## What it means\n\n{PLANT}",
    "specs": f"BYD shows a new blade cell\n\n{TESLA}\n\n## Specs of the blade battery cell\n\n- Weight: 2 kg\n- Energy: 600 Wh\n\n## Price and market start in Europe\n\n{PLANT}",
    "subheadings on one subject": "This week in Heide: how Northvolt came there\n\n"
    + hashed(
        (heading, PLANT)
        for heading in (
            "Northvolt looks north for wind power",
            "Northvolt asks Berlin for a subsidy",
            "Northvolt and the farmers of Dithmarschen",
        )
    ),
    "long opening": f"Europe's cell makers face a hard winter\n\n{' '.join([NORTHVOLT, BRITISHVOLT, LIBERTY, TESLA])}\n\n{hashed(NEWS)}",
    "two lines in brackets": f"Northvolt confirms Heide\n\n{bracketed(NEWS[:2])}",
    "a month of something": f"Map: after a month of talks much is open\n\n{hashed(NEWS)}",
    "two subheadings": f"Two plants and a mine\n\n{hashed(NEWS[:2])}",
    "a ranking": "Weekly ranking of cell makers\n\n1. CATL: 33.3 GWh (35 %)\n2. LG: 15.1 GWh (15 %)\n3. BYD: 10.5 GWh (11 %)\n\nThat was the week.",
    "bold labels": f"Grants for battery plants\n\n- **Albemarle Corporation,** of Charlotte, gets {PLANT}\n- **Ascend Elements,** of Westborough, gets {PLANT}\n- **Cirba Solutions,** of Lancaster, gets {PLANT}",
    "a semicolon in the title": f"Northvolt confirms Heide; shares rise\n\n## The plan for the plant in detail\n\n{NORTHVOLT}\n\n## The view from the stock exchange\n\n{PLANT}",
    "a list in an article": f"Northvolt confirms Heide\n\n{PLANT}\n\n"
    + "\n".join(f"- {text}" for text in (NORTHVOLT, BRITISHVOLT, LIBERTY, TESLA)),
    "a weekly column": f"The week in Heide\n\n{NORTHVOLT}\n\nIt would be the first plant of its kind.\n\nBut farmers object, and they have until March.\n\nThe state will decide.\n\nHe hopes for the best.",
    "speakers and colons": f"This week in Heide\n\n{NORTHVOLT}\n\nThe mayor said: “Our town will not be the same again.”\n\nThe farmer added: “Nor will my fields.”\n\nThe minister told reporters: “We will see.”",
    "years and prices": f"Northvolt in figures\n\n12.5 billion was raised. {PLANT}\n\n10.2 billion came from banks. {PLANT}\n\n11.3 billion is left. {PLANT}",
    "one weekly list of parts": f"Weekly look at Northvolt\n\n{PLANT}\n\n- Northvolt has 3,000 people in Skellefteå today\n- the rest of Northvolt sits in Västerås\n- all of Northvolt is to move to Heide one day",
    "why and how": f"This week in cells\n\n## Why is Northvolt in Heide at all?\n\n{NORTHVOLT}\n\n## What will Britishvolt do next?\n\n{BRITISHVOLT}",
}


@pytest.mark.parametrize("case", WHOLE)
def test_a_document_that_is_no_roundup_is_never_split(case):
    assert [document.form for document in documents(WHOLE[case])] == [Form.ARTICLE]


def test_a_newsletter_page_is_split_by_its_headings():
    body = "".join(f"<h2><a href='/{n}'>{heading}</a></h2><p>{text}</p>" for n, (heading, text) in enumerate(NEWS))
    page = f"<html lang=en><head><title>Battery digest, 17 December</title></head><body><main><h1>Battery digest, 17 December</h1>{body}</main></body></html>"
    roundup, *items = open_documents(capture(page, "text/html", told=Told(id="it")))

    assert roundup.form is Form.ROUNDUP
    assert [item.title for item in items] == [heading for heading, _ in NEWS]


def led_by_signs(news):
    return "\n\n".join(f"{sign} {text}" for sign, (_, text) in zip("🔋⚡🏭📉", news, strict=True))


def dashed(news):
    return "\n\n".join(f"{heading} - {text}" for heading, text in news)


def under_sites(news):
    return "\n\n".join(f"{heading}\nwww.{n}.example\n\n{text}" for n, (heading, text) in enumerate(news))


def right_above(news):
    return "\n\n".join(f"{heading}\n{text} More of it is to come, says the paper." for heading, text in news)


@pytest.mark.parametrize("form", [led_by_signs, dashed, under_sites, right_above])
def test_modern_letters_begin_their_news_in_more_ways(form):
    _, *items = documents(f"Cell letter - Issue No. 9\n\nDear all,\n\n{form(NEWS)}\n")

    assert [text in item.quote(item.extent) for item, (_, text) in zip(items, NEWS, strict=True)] == [True] * 4


def test_headlines_with_the_site_below_each_need_nobody_to_say_that_they_are_a_roundup():
    assert len(documents(f"Stories of the cell industry\n\n{under_sites(NEWS)}\n")) == 5


TOLD_ELSEWHERE = (
    "Mine of Beauvoir is dug",
    "Gigafactory roof is on",
    "Salt flat gets a road",
    "Old packs light a hall",
    "Anode maker sells",
)
LINES = "\n".join(
    f"- [{line}](https://a.example/{n}): and how it came to that" for n, line in enumerate(TOLD_ELSEWHERE)
)
MIXED = {
    "quick hits": f"## Quick hits\n\n- {ONLY[2]}\n- {ONLY[3]}",
    "links under the name of a group": f"## Elsewhere on cells\n\n{LINES}",
    "links below a story": LINES,
}


@pytest.mark.parametrize("case", MIXED)
def test_news_told_in_lists_beside_stories_are_items_too(case):
    letter = f"The week in cells\n\n{hashed(NEWS[:2])}\n\n{PLANT}\n\n{MIXED[case]}\n"
    _, *items = documents(letter)

    assert len(items) == 2 + MIXED[case].count("\n- ") + MIXED[case].startswith("- ")
    assert items[1].quote(items[1].extent).endswith(PLANT)


def test_bare_headlines_under_names_of_groups_are_items():
    groups = "\n\n".join(f"{name}\n\n{one}\n\n{two}\n\n{one} again" for name, one, two in (
        ("Plants", NEWS[0][0], NEWS[1][0]), ("Mines and cells", NEWS[2][0], NEWS[3][0]),
    ))  # fmt: skip
    _, *items = documents(f"Cell news today\n\n{PLANT}\n\n{groups}\n")

    assert [item.title for item in items][:2] == [NEWS[0][0], NEWS[1][0]]
    assert len(items) == 6


def test_headings_of_a_word_or_two_part_a_letter_that_says_it_is_one():
    short = hashed(zip(("New plants", "Loans", "Ore"), ONLY, strict=False))

    assert len(documents(f"Staff newsletter 24/02\n\n{short}\n")) == 4
    assert len(documents(f"Staff newsletter 24/02\n\n{short.partition('# Ore')[0]}\n")) == 3
    assert len(documents(f"Cells in Europe\n\n{short}\n")) == 1


def test_headings_and_lists_that_the_search_for_the_text_flattens_are_kept():
    told = "".join(f"<h2>{heading}</h2><p>{text}</p><hr>" for heading, text in NEWS)
    hits = "".join(
        f"<li><p>{line}, as the paper says ({n} minutes to read)</p></li>" for n, line in enumerate(TOLD_ELSEWHERE)
    )
    page = f"<html><head><title>The week in cells</title></head><body><div><p>{PLANT}</p>{told}<h2>Quick hits</h2><ul>{hits}</ul></div></body></html>"
    _, *items = open_documents(capture(page, "text/html"))

    assert [item.title for item in items[:4]] == [heading for heading, _ in NEWS]
    assert len(items) == 4 + len(TOLD_ELSEWHERE)


def test_lists_of_links_on_a_roundups_page_are_its_news():
    links = "".join(
        f'<li><a href="https://a.example/{n}">{line}</a> - as one paper says</li>'
        for n, line in enumerate(TOLD_ELSEWHERE * 4)
    )
    page = f"<html><head><title>{{}}</title></head><body><div><p>{NORTHVOLT} {PLANT}</p><p>{TESLA} {LIBERTY}</p><ul><li>Plants:<ul>{links}</ul></li></ul></div></body></html>"

    assert len(open_documents(capture(page.format("2022-12-12 Cell news"), "text/html"))) == 1 + 4 * len(TOLD_ELSEWHERE)
    assert len(open_documents(capture(page.format("A plant in Heide"), "text/html"))) == 1
