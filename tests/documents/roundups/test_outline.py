"""Pages that hold several news, parted by their outline."""

import pytest
from captures import capture
from lxml.html import document_fromstring

from cellwire.documents import open_documents
from cellwire.documents.body.lost import own_blocks
from cellwire.documents.layout.pieces import Draft, compose
from cellwire.documents.roundups.outline import outlined
from cellwire.model import BlockKind, Told

NEWS = (
    ("Heide", "Northvolt confirmed on December 13 that it wants to build near Heide, where works would begin in 2025."),
    (
        "Blyth",
        "Britishvolt has been given five more weeks by its lenders, the start-up said, and its staff gave up pay.",
    ),
    ("Kathleen Valley", "Liontown Resources signed up Ford for a third of its spodumene over five years from 2024."),
    ("Kokkola", "A Finnish refinery was granted the permit that it had waited for and hires 140 people next spring."),
    ("Debrecen", "The council let CATL draw its water from the river until a plant for waste water stands there."),
)
ADDRESS = "https://{}.example/{}"
PLAIN = "Cells and mines"


def link(number, words, site=None):
    return f'<a href="{ADDRESS.format(site or f"paper{number}", number)}">{words}</a>'


def sourced(number):
    return f"<p>{NEWS[number][1]} {link(number, 'Read it there')}</p>"


def entry(number, words=None):
    return f"<li>{words or NEWS[number][1]} {link(number, 'Source')}</li>"


def items(title, body):
    """The items of a page, none where it stays whole."""
    page = (
        f"<html lang=en><head><title>{title}</title></head><body><main><article><h1>{title}</h1>"
        f"<p>What the makers of cells did in these weeks, kept short.</p>{body}</article></main></body></html>"
    )
    return open_documents(capture(page, "text/html", told=Told(id="it")))[1:]


def titles(title, body):
    return [item.title for item in items(title, body)]


def begins(title, body):
    return [words.split()[0] for words in titles(title, body)]


HEADED = "".join(f"<h2>{head}</h2>{sourced(number)}" for number, (head, _) in enumerate(NEWS))
FIRST = [text.split()[0] for _, text in NEWS]


def test_short_headings_above_prose_head_news_and_those_above_lists_name_groups():
    grouped = "".join(
        f"<h2>{head}</h2><ul>{entry(n)}{entry(n + 1)}{entry(n + 2)}</ul>" for n, head in ((0, "Plants"), (2, "Mines"))
    )

    assert titles("Cells weekly", HEADED) == [head for head, _ in NEWS]
    assert begins("Cells weekly", grouped) == [*FIRST[:3], *FIRST[2:]]


def test_a_heading_further_in_is_a_part_and_a_line_above_headings_is_none():
    parted = "".join(
        f"<h3>{head}</h3><p>{text} {link(n, 'There')}</p><p>It is the first in its land, as its builder says.</p>"
        f"<h4>Changes</h4><p>It has more room than was planned.</p>"
        for n, (head, text) in enumerate(NEWS[:4])
    )

    found = items("Cells weekly", f"<h2>Projects</h2><p>All that moved:</p>{parted}")

    assert [item.title for item in found] == [head for head, _ in NEWS[:4]]
    assert all("Changes" in item.text[item.extent.start : item.extent.end] for item in found)


def test_a_lists_entry_holds_its_paragraphs_and_the_entries_in_it():
    entries = "".join(
        f"<li><p>{text}</p><p>Its builder told so on Friday to {link(n, 'a paper')}.</p><ul><li>Photo</li></ul></li>"
        for n, (_, text) in enumerate(NEWS)
    )

    assert begins("Cells weekly", f"<ul>{entries}</ul>") == FIRST


def test_bold_beginnings_below_a_groups_name_begin_news():
    led = "".join(
        f"{'' if number % 2 else f'<h2>Part of the land number {number}</h2>'}<p><strong>{head}</strong> {text}</p>"
        for number, (head, text) in enumerate(NEWS[:4])
    )

    assert titles("Cells weekly", led) == [head for head, _ in NEWS[:4]]


def test_paragraphs_that_each_lead_elsewhere_are_news_below_a_groups_name():
    grouped = f"<h3>News and talk</h3>{''.join(map(sourced, range(3)))}<h3>From the courts</h3>{sourced(3)}{sourced(4)}"

    assert begins("Cells weekly", grouped) == FIRST


def test_what_comes_below_every_heading_is_no_news():
    foot = f"<ul><li>Editor: Ann Lee</li><li>Older news of ours: {link(9, 'the archive of all days')}</li></ul>"
    days = "".join(f"<h2>Day {n}</h2><ol>{entry(n)}{entry(n + 1)}</ol>{foot}" for n in (0, 1, 2))

    assert begins("Cells daily digest", days) == [FIRST[n] for n in (0, 1, 1, 2, 2, 3)]


def test_one_of_a_series_that_leads_elsewhere_is_a_roundup():
    assert titles("Update 2022-12-18", HEADED) == titles("Issue 12", HEADED) == [head for head, _ in NEWS]
    assert titles("How five plants came about", HEADED) == []


def test_headlines_that_are_links_make_a_roundup_unless_they_lead_to_one_site():
    def led(site):
        return "".join(
            f"<h3>{link(n, f'{head} moves on', site)}</h3><p>{text}</p>" for n, (head, text) in enumerate(NEWS)
        )

    assert titles(PLAIN, led(None)) == [f"{head} moves on" for head, _ in NEWS]
    assert titles(PLAIN, led("shop")) == []


def test_sections_that_share_a_name_stay_one_story():
    one = "".join(
        f"<h2>{head}</h2><p>In Oslo, Volta said so. {link(n, 'There')}</p>" for n, (head, _) in enumerate(NEWS)
    )

    assert titles("This week in the north", one) == []


def test_headings_below_a_text_that_tells_at_length_are_parts_of_it():
    more = "It took two summers and cost more than the town had thought when the first stone was laid. " * 4
    inner = "".join(f"<h4>{words}</h4><p>{more}</p><p>{more}</p>" for words in ("At first", "Later on", "From now on"))
    body = "".join(f"<h2>{head} and its works</h2><p>{text}</p><p>{more}</p>{inner}" for head, text in NEWS[:3])

    assert titles("Plants weekly", body) == [f"{head} and its works" for head, _ in NEWS[:3]]


def test_a_line_below_each_headline_is_no_headline():
    signed = "".join(
        f"<h2>{head}</h2><h4>Author: {head[:3]}</h4><p>{text} {link(n, 'There')}</p>"
        for n, (head, text) in enumerate(NEWS)
    )
    grouped = "".join(
        f"<h2>Land {n}</h2><h4>{head} moves on at last</h4><p>{text} {link(n, 'There')}</p>"
        for n, (head, text) in enumerate(NEWS)
    )

    assert titles("Cells weekly", signed) == [head for head, _ in NEWS]
    closed = f"{signed}<h2>Volta opens a mine</h2><h4>Thanks</h4><p>To all who have written to us in these weeks.</p>"
    assert titles("Cells weekly", closed)[:5] == [head for head, _ in NEWS]
    assert titles("Cells weekly", grouped) == [f"{head} moves on at last" for head, _ in NEWS]


def test_news_without_any_heading_begin_in_bold_or_in_lists_that_tell_something():
    led = "".join(f"<p><b>{head}.</b> {text} {link(n, 'There')}</p>" for n, (head, text) in enumerate(NEWS))
    people = "<p>Thanks to</p><ul>" + "".join(f"<li>{name}</li>" for name in ("Ann Lee", "Bo Ek", "Cy Oh")) + "</ul>"
    told = f"<p>What was said of plants?</p><ul>{''.join(map(entry, range(5)))}</ul>{people}"

    assert titles("Cells, edition 7", led) == [head for head, _ in NEWS]
    assert begins("Cells, edition 7", told) == FIRST


def test_lines_that_are_links_head_the_prose_below_them():
    lines = "".join(f"<p>{link(n, f'{head} moves on at last')}<br>{text}</p>" for n, (head, text) in enumerate(NEWS))

    assert begins(PLAIN, lines) == [head.split()[0] for head, _ in NEWS]


def drafted(line):
    """ "h2 words" is a heading, "- words" an entry, "*bold* words" begins in bold, "@ words" has a link, a second
    "@" is one."""
    mark, _, words = line.partition(" ")
    match mark:
        case "h2" | "h3" | "bold":
            return Draft(BlockKind.HEADING, words, mark)
        case "-":
            return Draft(BlockKind.LIST_ITEM, words)
        case "@":
            return Draft(BlockKind.PARAGRAPH, words, links=1)
        case "@@":
            return Draft(BlockKind.PARAGRAPH, words, link="https://a.example/1", links=1)
        case "-@":
            return Draft(BlockKind.LIST_ITEM, words, link="https://a.example/1", links=1)
        case "h2@" | "bold@":
            return Draft(BlockKind.HEADING, words, mark[:-1], link="https://a.example/1", links=1)
    lead = line.rindex("*") if line.startswith("*") else 0
    return Draft(BlockKind.PARAGRAPH, line.replace("*", ""), lead=max(lead - 1, 0))


PROSE = "A plant of that size was to be built there in two years."
OUTLINES = {
    "a heading further in is no news": (
        ("h2 Heide", PROSE, PROSE, "h3 Costs", PROSE, "h2 Blyth", PROSE, PROSE, "h2 Kokkola", PROSE, PROSE),
        ("Heide", "Blyth", "Kokkola"),
    ),
    "nor is one above a line and headings further in": (
        ("h2 Plants", "All that moved:", "h3 Heide", PROSE, "h3 Blyth", PROSE, "h3 Kokkola", PROSE),
        ("Heide", "Blyth", "Kokkola"),
    ),
    "a line below each headline is part of it": (
        ("h2 Heide", "h3 by Lee", PROSE, "h2 Blyth", "h3 by Ek", PROSE, "h2 Kokkola", "h3 by Oh", PROSE),
        ("Heide", "Blyth", "Kokkola"),
    ),
    "a headline below each name is none": (
        ("h2 North", "h3 Heide moves", PROSE, "h2 West", "h3 Blyth waits", PROSE, "h2 East", "h3 Lens opens", PROSE),
        ("Heide moves", "Blyth waits", "Lens opens"),
    ),
    "entries below a heading are news where they tell something": (
        ("h2 Plants", f"- {PROSE}", f"- {PROSE}", "h2 Mines", f"- {PROSE}", "h2 Thanks", "- Ann Lee", "- Bo Ek"),
        (PROSE, PROSE, PROSE),
    ),
    "entries below prose are parts": (
        ("h2 Heide", PROSE, f"- {PROSE}", "h2 Blyth", PROSE, "h2 Kokkola", PROSE),
        ("Heide", "Blyth", "Kokkola"),
    ),
    "paragraphs that lead elsewhere are news": (
        ("h2 Plants", f"@ {PROSE}", f"@ {PROSE}", "h2 Mines", f"@ {PROSE}", f"@ {PROSE}"),
        (PROSE,) * 4,
    ),
    "paragraphs that do not are one": (
        ("h2 Plants", PROSE, PROSE, "h2 Mines", PROSE, PROSE),
        ("Plants", "Mines"),
    ),
    "bold beginnings without a heading": (
        (PROSE, *(f"*{name}* has one. {PROSE}" for name in ("Heide", "Blyth", "Kokkola", "Lens"))),
        tuple(f"{name} has one. {PROSE}" for name in ("Heide", "Blyth", "Kokkola", "Lens")),
    ),
    "headings of a group head news though others of their rank are parts": (
        ("h2 Heide", PROSE, "h3 Costs", PROSE, "h2 Blyth", PROSE, "h2 Lens", PROSE, "h2 North", "h3 Kokkola", PROSE),
        ("Heide", "Blyth", "Lens", "Kokkola"),
    ),
    "a group may have a line above its news": (
        (
            *("h2 Heide", PROSE, "h2 Blyth", PROSE, "h2 Lens", PROSE, "h2 North", "All that moved:"),
            *("h3 Kokkola", PROSE, "h3 Vaasa", PROSE, "h3 Kotka", PROSE),
        ),
        ("Heide", "Blyth", "Lens", "Kokkola", "Vaasa", "Kotka"),
    ),
    "bold lines of a group are many and yet not all news": (
        (
            *("h2 Heide", PROSE, "h2 Blyth", PROSE, "h2 Lens", PROSE, "h2 North"),
            *(each for name in ("Vaasa", "Kotka", "Kokkola", "Oulu", "Rauma") for each in (f"bold {name}", PROSE)),
        ),
        ("Heide", "Blyth", "Lens", "Vaasa", "Kotka", "Kokkola", "Oulu", "Rauma"),
    ),
    "what an issue says of itself is no news": (
        (
            *("h2 Heide", PROSE, "h2 Blyth", PROSE, "h2 Lens", PROSE, "h2 📣 Get involved", PROSE, "h3 By mail", PROSE),
            *("h2 Thanks", f"- {PROSE}", f"- {PROSE}", "h2 小结", PROSE),
        ),
        ("Heide", "Blyth", "Lens"),
    ),
    "a headline may be set as two headings": (
        (
            *("h2 Board sends its plan", "h2 to the town of Heide", PROSE, "h2 Blyth gets five weeks", PROSE),
            *("h2 Lens hires engineers", "h2 and looks for more", PROSE),
        ),
        ("Board sends its plan", "Blyth gets five weeks", "Lens hires engineers"),
    ),
    "a name of a group above a headline is none of it": (
        ("h2 North", "h2 Heide votes in May", PROSE, "h2 Blyth gets five weeks", PROSE, "h2 Lens hires more", PROSE),
        ("Heide votes in May", "Blyth gets five weeks", "Lens hires more"),
    ),
    "where headlines are links, others name groups, and one may stand alone": (
        (
            *("h2@ Heide votes", PROSE, "h2@ Blyth gets weeks", PROSE, "h2@ Lens hires", PROSE, "h2 North", PROSE),
            *("h2@ Vaasa starts at last", "h2@ Kotka waits again", "h2 What comes", "Here is what the weeks bring."),
        ),
        ("Heide votes", "Blyth gets weeks", "Lens hires", "Vaasa starts at last", "Kotka waits again"),
    ),
    "a link below each heading heads nothing": (
        tuple(
            each
            for name in ("Heide", "Blyth", "Lens")
            for each in (f"h3 {name}", f"@@ {name} has the plan in full", PROSE, PROSE)
        ),
        ("Heide", "Blyth", "Lens"),
    ),
    "a few links below a heading belong to the prose below them": (
        tuple(
            each
            for name in ("Heide", "Blyth", "Lens")
            for each in (f"h3 {name}", "-@ The plan in full", "-@ The town's answer", PROSE, PROSE)
        ),
        ("Heide", "Blyth", "Lens"),
    ),
    "what is bold throughout has no bold beginning": (
        tuple(each for name in ("Heide", "Blyth", "Lens") for each in (f"h2 {name}", f"*{PROSE}*")),
        ("Heide", "Blyth", "Lens"),
    ),
    "a bold sentence heads nothing": (
        ("bold This was printed on Friday.", f"- {PROSE}", f"- {PROSE}", f"- {PROSE}", f"- {PROSE}", f"- {PROSE}"),
        (PROSE,) * 5,
    ),
}


@pytest.mark.parametrize("case", OUTLINES)
def test_an_outline_parts_a_text(case):
    lines, expected = OUTLINES[case]
    layout = compose("Cells", map(drafted, lines))

    assert tuple(layout.words(pieces[0]) for pieces in outlined(layout)) == expected


def test_what_stands_further_in_belongs_to_the_news_above_it():
    lines, _ = OUTLINES["a heading further in is no news"]
    layout = compose("Cells", map(drafted, lines))

    assert [len(pieces) for pieces in outlined(layout)] == [5, 3, 3]


def test_what_begins_at_headings_and_entries_counts_for_more_than_what_else_is_alike():
    heads = "".join(f"<h2>{name} votes in May</h2><p>{PROSE}</p>" for name in ("Lens", "Vaasa", "Kotka"))
    led = "".join(f"<p><b>{head} moves on</b></p><p>{text}</p>" for head, text in NEWS)
    page = f"<body><a href=/v>View in browser</a>{heads}<h2>Around the town</h2>{led}</body>"
    found = open_documents(capture(f"<title>{PLAIN} #12</title>{page}", "text/html", told=Told(id="it")))[1:]

    assert [item.title.split()[0] for item in found] == [
        "Lens",
        "Vaasa",
        "Kotka",
        *(head.split()[0] for head, _ in NEWS),
    ]


def test_a_label_below_each_headline_is_none():
    labelled = "".join(
        f"<h2>{n}. {head}</h2><p><b>状态：{head}</b></p><p>{text}</p>" for n, (head, text) in enumerate(NEWS, 1)
    )

    assert titles("电池每日简报", labelled) == [head for head, _ in NEWS]


def test_a_lists_sign_that_is_written_out_begins_news():
    told = [f"<p>** {text}</p>" for _, text in NEWS]

    found = titles("Cells weekly", "".join((*told[:2], "<p>World</p>", *told[2:])))

    assert found == [text.rstrip(".") for _, text in NEWS]


def test_a_few_entries_below_each_news_are_its_parts():
    parts = "<ul>" + "".join(f"<li>what it means to makers of {each} in the north</li>" for each in "abc") + "</ul>"
    news = "".join(f"<h3>{head}</h3><p>{text}</p>{parts}" for head, text in NEWS)

    assert titles("Cells weekly", news) == [head for head, _ in NEWS]


def mail(*, link, menu=""):
    """A mail as a page, laid out in tables: its headlines are cells in bold."""
    news = "".join(
        f"<table><tr><td style='font-weight:800'>{head} moves on</td></tr><tr><td>{text}</td></tr></table>"
        for head, text in NEWS
    )
    return (
        f"<html lang=en><head><title>{PLAIN}</title></head><body>{menu}<a href=/v>{link}</a>{news}"
        "<p>The Cell Post, 4 High Street, Heide</p></body></html>"
    )


def test_a_mail_kept_as_a_page_is_a_newsletter_by_its_own_links():
    def found(link, menu=""):
        page = capture(mail(link=link, menu=menu), "text/html", told=Told(id="it"))
        return [item.title for item in open_documents(page)[1:]]

    assert found("View in your browser") == found("Unsubscribe") == [f"{head} moves on" for head, _ in NEWS]
    assert found("Our paper") == found("Unsubscribe", "<nav><a href=/>Home</a></nav>") == []


def paragraph(words):
    return Draft(BlockKind.PARAGRAPH, words)


TEXTS = [text for _, text in NEWS]


def listed(count):
    return f"<ul>{''.join(f'<li>{text}</li>' for text in TEXTS[:count])}</ul>"


@pytest.mark.parametrize(
    ("body", "found", "expected"),
    [
        (f"{listed(4)}<p>{PROSE}</p>", [" ".join(TEXTS[:4]), PROSE], 5),
        (f"{listed(3)}<p>{PROSE}</p>", [" ".join(TEXTS[:3]), PROSE], 2),
        (f"<p>All about our shop</p><p>{PROSE}</p>{'<h4>It moved on</h4>' * 2}<p>{TEXTS[0]}</p>", [PROSE, TEXTS[0]], 4),
        (f"<p>{PROSE}</p><ul>{f'<li>{NEWS[1][1]}</li>' * 5}</ul><p>{NEWS[0][1]}</p>", [PROSE, NEWS[0][1]], 7),
        (f"<p>{PROSE}</p><ul>{f'<li>{NEWS[1][1]}</li>' * 4}</ul><p>{NEWS[0][1]}</p>", [PROSE, NEWS[0][1]], 2),
        (f"<div><p>{PROSE}</p></div>", [PROSE, NEWS[0][1]], [PROSE, NEWS[0][1]]),
        ("".join(f"<div class=card><p>{text}</p></div>" for _, text in NEWS), [NEWS[0][1]], 5),
        (f"<html class=js><body class=js><p>{PROSE}</p></body></html>", [PROSE, NEWS[0][1]], [PROSE, NEWS[0][1]]),
        (
            f"<p>{PROSE}</p>{'<h4>It moved on and on for ever and ever</h4>' * 3}<p>{NEWS[0][1]}</p>",
            [PROSE, NEWS[0][1]],
            5,
        ),
        (
            "".join(f"<p>{link(n, head)}</p><p>{text}</p>" for n, (head, text) in enumerate(NEWS)),
            [text for _, text in NEWS],
            9,
        ),
    ],
    ids=[
        "run together",
        "a few run together",
        "menus around",
        "a long list between",
        "a few entries between",
        "words that no block has",
        "one card of many",
        "nothing around",
        "headings between",
        "lines that are links between",
    ],
)
def test_a_roundups_text_is_taken_in_the_blocks_of_its_page(body, found, expected):
    blocks = [draft.text for draft in own_blocks(list(map(paragraph, found)), document_fromstring(body))]

    assert len(blocks) == expected if isinstance(expected, int) else blocks == expected


def test_a_list_is_put_back_below_the_heading_that_has_lost_it():
    entries = "".join(f"<li>{link(number, head)} {words}</li>" for number, (head, words) in enumerate(NEWS[:2]))
    above, below = (f"<p>{NEWS[number][1]}</p>" for number in (2, 3))
    body = f"<main><h2>Plants</h2>{above}<h2>Deals</h2><ul>{entries}</ul><h2>Mines</h2>{below}</main>"
    plants, deals, mines = (Draft(BlockKind.HEADING, words, "h2") for words in ("Plants", "Deals", "Mines"))
    found = [plants, paragraph(NEWS[2][1]), deals, mines, paragraph(NEWS[3][1])]

    blocks = [block.text for block in own_blocks(found, document_fromstring(body))]

    assert blocks[3:5] == [f"{head} {words}" for head, words in NEWS[:2]]
    assert own_blocks(found[:2] + found[3:], document_fromstring(body)) == found[:2] + found[3:]
