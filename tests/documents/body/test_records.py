"""Pages that keep each news in a container of its own."""

import pytest
from captures import capture
from lxml.html import document_fromstring

from cellwire.documents import open_documents
from cellwire.documents.body.records import with_records
from cellwire.documents.layout.pieces import Draft
from cellwire.model import BlockKind, Told

NEWS = (
    ("Heide waits for its cells", "Northvolt confirmed on Monday that works near Heide would begin next year."),
    (
        "Blyth gets five more weeks",
        "Britishvolt has been lent more money, the start-up said, and its staff gave up pay.",
    ),
    (
        "Ford signs up for spodumene",
        "Liontown Resources will send a third of what it digs to a carmaker for five years.",
    ),
    (
        "Kokkola hires people in spring",
        "A Finnish refinery was granted the permit that it had waited for since the autumn.",
    ),
    (
        "Debrecen lends water from its river",
        "The council let CATL draw from the river until a plant for waste water stands there.",
    ),
)
HEADS = [head for head, _ in NEWS]
MORE = "Nothing else is known so far, and the firm did not answer at once when it was asked."


ON = "<a href='https://paper.example/on'>more of it</a>"


def cards(head="<h3>{head}</h3>", *, news=NEWS, name="card", around="div", on=ON):
    return "".join(
        f"<{around} class='{name}'>{head.format(head=each)}<p>{text}</p><p>{MORE} {on}</p></{around}>"
        for each, text in news
    )


def titles(body, title="Cells and mines"):
    page = f"<html lang=en><head><title>{title}</title></head><body><main><h1>{title}</h1>{body}</main></body></html>"
    return [item.title for item in open_documents(capture(page, "text/html", told=Told(id="it")))[1:]]


@pytest.mark.parametrize(
    "body",
    [
        cards(),
        cards(around="article"),
        cards("<p><a href='https://paper.example/{head}'>{head}</a></p>"),
        cards("<div>{head}</div>"),
        cards("<p>12 May</p><h3>{head}</h3>"),
        f"<div class=group>{cards(news=NEWS[:2])}</div><div class=group>{cards(news=NEWS[2:])}</div>",
    ],
    ids=["headings", "articles", "links", "lines", "days above", "in groups"],
)
def test_containers_that_are_alike_and_headed_hold_a_news_each(body):
    assert titles(body) == HEADS


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (cards(news=NEWS[:4]), "Cells and mines"),
        (cards(news=NEWS[:3]), "Cells and mines"),
        (cards("<p>{head}.</p>"), "Cells and mines"),
        (
            "".join(f"<div class=n{n}><h3>{head}</h3><p>{text}</p></div>" for n, (head, text) in enumerate(NEWS)),
            "Cells",
        ),
        (cards(news=[(head, f"The factory: {text}") for head, text in NEWS]), "How a factory is built"),
        (cards(news=[(head, f"In its plan Volta says: {text}") for head, text in NEWS]), "Cells and mines"),
        (cards(news=[(f"Part {n}", text) for n, (_, text) in enumerate(NEWS)]), "Cells and mines"),
        (cards() + cards("", news=[("", f"{n} {text}") for n, (_, text) in enumerate(NEWS)]), "Cells and mines"),
        (cards() + "".join(f"<p>{n} {text} {MORE} {MORE}</p>" for n, (_, text) in enumerate(NEWS)), "Cells and mines"),
        (cards(on=""), "Cells and mines"),
        (f"<p>{MORE} {MORE} {MORE}</p>{cards()}", "Cells and mines"),
    ],
    ids=[
        "four",
        "three",
        "sentences",
        "unlike names",
        "a word of the title",
        "one name",
        "labels",
        "half headed",
        "little of the text",
        "nothing beyond the page",
        "an article above",
    ],
)
def test_other_containers_are_parts_of_an_article(body, title):
    assert titles(body, title) == []


def test_less_is_enough_where_the_title_says_that_it_is_a_roundup():
    body = cards("<div>{head}</div>", news=[(head, f"The factory: {text}") for head, text in NEWS[:4]])

    assert titles(body, "Factory news of the week") == HEADS[:4]
    assert titles(body, "How a factory is built") == []


def test_what_stands_beside_the_containers_with_a_headline_of_their_rank_is_news_too():
    bare = "<div class=card><p>12 May</p><h3>Kvarnsveden stands still</h3><p>Source: Volta Post</p></div>"
    other = cards(news=[("Skellefteå calls its people back", f"The firm said so on Tuesday. {MORE}")], name="wide")
    aside = "<div class=more><h3>Also by us</h3><p>Mines</p></div><div class=wide><h2>Our shop</h2><p>Maps</p></div>"

    found = titles(f"<section>{bare}{cards()}{other}{aside}</section>")

    assert found == ["Kvarnsveden stands still", *HEADS, "Skellefteå calls its people back"]


def test_the_issues_name_contents_and_limits_are_no_news_of_it():
    contents = "".join(f"<li><b>{head}</b> and more of it below</li>" for head, _ in NEWS[:3])
    masthead = "<div class=card><b>Cells weekly</b><p>Volta Post</p></div>"
    top = f"<div class=card><b>Top developments</b><ul>{contents}</ul></div>"
    limits = f"<div class=card><b>Limitations</b><p>{MORE}</p></div>"

    asked = f"<div class=card><b>Is Heide open?</b><p>{MORE}</p></div>"

    found = titles(f"{masthead}{top}{cards('<b>{head}</b>')}{asked}{limits}", "Cells weekly, 12 May")
    assert found == [*HEADS, "Is Heide open?"]


def test_what_a_battery_does_is_news_and_no_part_of_an_article():
    news = [("Battery plant for Heide", NEWS[0][1]), *NEWS[1:], ("Prices of lithium fall", f"In May. {MORE}")]

    assert titles(cards(news=news)) == [head for head, _ in news]


def test_a_topic_above_a_headline_is_none():
    assert titles(cards("<p><b>Grid</b></p><h3>{head}</h3>")) == HEADS


def test_a_greeting_in_a_container_is_no_news_and_what_stands_between_containers_is_kept():
    greeting = f"<div class=card><p>{MORE}</p></div>"
    between = f"{cards(news=NEWS[:3])}<p>{MORE} Now for the north.</p>{cards(news=NEWS[3:])}"
    tree = document_fromstring(f"<body><div>{greeting}{between}</div></body>")
    found = [Draft(BlockKind.PARAGRAPH, f"{MORE} Now for the north.")]
    found += [Draft(BlockKind.PARAGRAPH, text) for _, text in NEWS]
    blocks = with_records(found, tree)

    assert [block.text for block in blocks if block.kind is BlockKind.HEADING] == HEADS
    assert [block.record for block in blocks if block.text.endswith("north.")] == [0]
    assert max(block.record for block in blocks) == len(NEWS)
    assert titles(f"<div>{greeting}{between}</div>") == HEADS


def test_short_links_are_headlines_too():
    named = [(" ".join(head.split()[:3]), text) for head, text in NEWS]

    assert titles(cards("<p><a href='https://paper.example/x'>{head}</a></p>", news=named)) == [
        head for head, _ in named
    ]


@pytest.mark.parametrize(
    ("news", "taken"),
    [(NEWS, True), (NEWS[:3], False), ([(head, f"{text} {MORE * 30}") for head, text in NEWS], False)],
    ids=["short ones", "three", "long ones"],
)
def test_text_is_taken_from_several_short_containers_and_what_stands_above_them_is_kept(news, taken):
    found = [Draft(BlockKind.PARAGRAPH, words) for words in ("Hello to all of you.", *(text for _, text in news))]
    blocks = with_records(
        found, document_fromstring(f"<body><p>Hello to all of you.</p><main>{cards(news=news)}</main>")
    )

    assert (blocks != found) is taken
    assert blocks[0] == found[0]


def led(news, *, lead="<b>{head}.</b>"):
    return "".join(f"<p>{lead.format(head=head)} {text}</p>" for head, text in news)


def test_paragraphs_that_begin_with_a_headline_in_bold_are_news():
    grouped = f"<h2>In town</h2>{led(NEWS[:3])}<h2>In the country</h2>{led(NEWS[3:])}"

    assert titles(grouped) == HEADS


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (led(NEWS[:4]), "Cells and mines"),
        (led([(" ".join(head.split()[:3]), text) for head, text in NEWS]), "Cells and mines"),
        (led([(f"In Oslo {head}", f"From Oslo to Volta: {text}") for head, text in NEWS]), "Cells and mines"),
        (led(NEWS, lead="<b>What the firms told us:</b>"), "Cells and mines"),
        (led(NEWS, lead="<b>And what of it when {head}?</b>"), "Cells and mines"),
        (led(NEWS) + "".join(f"<p>{text} {MORE}</p>" for _, text in NEWS), "Cells and mines"),
        (led([(head, f"The factory: {text}") for head, text in NEWS]), "How a factory is built"),
    ],
    ids=["four", "labels", "one name", "announcements", "an interview", "other paragraphs", "a word of the title"],
)
def test_other_bold_beginnings_are_parts_of_an_article(body, title):
    assert titles(body, title) == []


def counted(news, *, first=1):
    return "".join(f"<p>{n}.) {text}</p>" for n, (_, text) in enumerate(news, first))


@pytest.mark.parametrize("title", ["Cells and mines", "Cells weekly"])
def test_paragraphs_that_are_counted_from_one_on_are_news(title):
    told = [text.rstrip(".") for _, text in NEWS]

    assert titles(counted(NEWS), title) == titles(f"<p>{MORE}</p>{counted(NEWS)}", title) == told


@pytest.mark.parametrize(
    ("body", "title"),
    [
        (counted(NEWS[:4]), "Cells and mines"),
        (counted(NEWS, first=2), "Cells and mines"),
        (f"{counted(NEWS)}<p>{MORE}</p>", "Cells and mines"),
        (f"<p>{MORE}</p><p>It was a long week. {MORE}</p>{counted(NEWS)}", "Cells and mines"),
        (counted([(head, f"The factory: {text}") for head, text in NEWS]), "How a factory is built"),
        (counted([(head, f"In its plan Volta says: {text}") for head, text in NEWS]), "Cells and mines"),
        (counted([(head, head) for head in HEADS]), "Cells and mines"),
    ],
    ids=["four", "from two on", "something below", "much above", "a word of the title", "one name", "lines"],
)
def test_other_counted_paragraphs_are_parts_of_an_article(body, title):
    assert titles(body, title) == []
