import pytest

from cellwire.documents.readers.plain import read_plain

MARKED = """# CALB picks Sines

CALB and the Portuguese state signed a paper on 2 November
about a plant in Sines, with 15 GWh a year
to begin with.

> It will be the first of its kind here,
> said the minister.

**What is known**

- 15 GWh in 2025
-   45 GWh by 2028,
    in a second phase
1. **CALB**: a maker of cells

| Phase | GWh |
|-------|-----|
| First | 15  |

![The port of Sines](sines.jpg)

{{< tweet id="1" >}}

Subscribe to our newsletter

More info:

[https://a.example/1](https://a.example/1)
- An earlier story
"""


def told(text: str) -> list[tuple[str, str]]:
    layout = read_plain(text)
    return [(piece.kind.value, layout.words(piece)) for piece in layout.pieces]


def test_the_blocks_of_a_marked_up_text():
    assert told(MARKED) == [
        ("title", "CALB picks Sines"),
        (
            "paragraph",
            "CALB and the Portuguese state signed a paper on 2 November\n"
            "about a plant in Sines, with 15 GWh a year\nto begin with.",
        ),
        ("quote", "It will be the first of its kind here,\n> said the minister."),
        ("heading", "What is known"),
        ("list_item", "15 GWh in 2025"),
        ("list_item", "45 GWh by 2028,\n    in a second phase"),
        ("list_item", "**CALB**: a maker of cells"),
        ("table_row", "| Phase | GWh |"),
        ("table_row", "| First | 15  |"),
        ("caption", "The port of Sines"),
        ("links", '{{< tweet id="1" >}}'),
        ("advert", "Subscribe to our newsletter"),
        ("links", "More info:"),
        ("links", "[https://a.example/1](https://a.example/1)"),
        ("links", "An earlier story"),
    ]


def test_the_text_stays_as_it_is():
    assert read_plain(MARKED).text == MARKED


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("A plant for Sines\n\nCALB signed.", "A plant for Sines"),
        (
            "A plant for Sines\nCALB signed a paper on 2 November with the Portuguese state about a plant.",
            "A plant for Sines",
        ),
        ("**A plant for Sines**\n\nCALB signed.", "A plant for Sines"),
        ("\n\n  A plant for Sines  \n\nCALB signed.", "A plant for Sines"),
        ("CALB signed a paper. It is about a plant in Sines.\n\nMore is not known.", ""),
        ("[CALB comes to Sines]\n\nCALB signed.", ""),
        ("- CALB signed\n- Ford signed", ""),
        ("Follow me on:\n\nCALB signed.", ""),
        ("Why Biden looks to the U.S.\n\nBecause.", "Why Biden looks to the U.S."),
    ],
)
def test_a_title_is_a_short_first_line_without_a_full_stop(text, title):
    assert read_plain(text).title == title


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("NMP maker Solvo wishes you a merry Christmas and a happy New Year", "advert"),
        ("Follow us on Twitter and LinkedIn", "advert"),
        ("Sponsored: Solvo, the solvent for every slurry", "advert"),
        ("Advertisement", "advert"),
        ("Good morning!", "advert"),
        ("Hello and welcome back, dear readers,", "advert"),
        ("Have a great weekend!", "advert"),
        ("That’s all for today.", "advert"),
        ("Good morning calls from the plant woke the town, said the mayor of Heide.", "paragraph"),
        ("Hello Cells builds a plant in Heide, which is to make cells from 2025 on, it said on Monday.", "paragraph"),
        ("Sign up for our daily update.", "advert"),
        ("Read more: CALB in Portugal", "links"),
        ("Photo: CALB", "caption"),
        ("A mill stands near the port of Sines. Courtesy of Volta Mines.", "caption"),
        ("CALB wishes to build a plant in Sines and signed a paper about it on 2 November.", "paragraph"),
        ("Sponsors of the plant put up 2 billion euros, the bank said, and more may come.", "paragraph"),
        ("Subscribers of the share issue include Ford, which takes a tenth of it; the rest is with "
         "the state, three pension funds, a bank of Taiwan, the family of the founder, a maker of copper "
         "foil from Korea and some hundred small savers who came in through the exchange.", "paragraph"),
    ],
)  # fmt: skip
def test_adverts_links_and_captions_are_told_from_news(line, kind):
    assert told(f"Title of it\n\nA first paragraph of news.\n\n{line}\n\nA last one.")[2] == (kind, line)


def test_a_ranking_is_a_list_to_its_end():
    text = "The makers\n\n1. CATL: 33 GWh\n2. LG: 15 GWh\n3. Others: 8 GWh\n\nSo much for March."

    assert [kind for kind, _ in told(text)] == ["title", *["list_item"] * 3, "paragraph"]


def test_a_list_of_links_ends_where_news_goes_on():
    after = "The company also said that it would build a second line, which is to run from next year on."
    text = f"Title\n\nNews.\n\nRelated:\n\n- Older story\n\n{after}"

    assert [kind for kind, _ in told(text)] == ["title", "paragraph", "links", "links", "paragraph"]


def test_long_lines_are_paragraphs_and_short_ones_are_wrapped():
    line = "The company said on Monday that its plant would make cells for a hundred thousand cars. " * 2

    assert len(told(f"Title\n\n{line.strip()}\n{line.strip()}")) == 3
    assert len(told("Title\n\nThe company said that\nits plant would make\ncells.")) == 2
