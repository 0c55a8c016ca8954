"""News that have no headlines of their own: paragraphs that name others, lists of links, names in bold."""

import pytest
from captures import capture

from cellwire.documents import open_documents
from cellwire.model import Told

NEWS = (
    "Northvolt hired forty people in Heide on Monday, and more are to come before the summer begins.",
    "A refinery of Umicore in Kokkola runs again after its furnace had stood still for three weeks.",
    "Miners at Savannah walked out near Boticas over the noise that their new mill makes at night.",
    "The town of Douvrin lends water to Verkor, whose works need more of it than had been said.",
)
MORE = "According to Umicore nobody was hurt, and the furnace had been looked through in the week before."
TOLD = "Nobody there would say by when the work is to be done, nor who will pay for it in the end."


def page(title, body):
    head = f"<meta property=og:type content=article><title>{title}</title>"
    return f"<html lang=en><head>{head}</head><body><main><h1>{title}</h1>{body}</main></body></html>"


def opened(title, body):
    documents = open_documents(capture(page(title, body), "text/html", told=Told(id="it")))
    return [item.quote(item.blocks[0].span) for item in documents if item.item]


def paragraphs(*texts):
    return "".join(f"<p>{text}</p>" for text in texts)


@pytest.mark.parametrize("title", ["The week in cells", "Cells and mines"])
def test_a_paragraph_that_names_others_begins_a_news_where_title_or_opening_say_that_there_are_several(title):
    above = "" if title != "Cells and mines" else "<p>A round-up of recent news from makers of cells.</p>"
    going_on = paragraphs(*NEWS[:2], MORE, *NEWS[2:])

    assert opened(title, above + going_on) == [*NEWS]
    assert opened("Cells and mines", going_on) == []


def test_a_title_that_its_paragraphs_share_out_joins_news():
    above = (
        "<p>Northvolt hires, Umicore melts again, Savannah stands still and Verkor drinks, as you will see below.</p>"
    )

    assert opened("Northvolt, Umicore, Savannah, Verkor: cells today", above + paragraphs(*NEWS)) == [*NEWS]
    assert opened("Northvolt, Umicore, Savannah and one mine", paragraphs(*NEWS[:3], MORE)) == []


@pytest.mark.parametrize(
    ("title", "texts"),
    [
        ("Northvolt, Umicore and Verkor build a cell plant", NEWS),
        ("Northvolt, Umicore, Verkor", [f"{text} {TOLD} {TOLD} {TOLD} Umicore and Verkor say so." for text in NEWS]),
    ],
    ids=["a sentence", "of one another"],
)
def test_a_title_of_several_that_do_one_thing_is_an_articles(title, texts):
    above = (
        "<p>Northvolt, Umicore and Verkor have agreed to build a plant for cells in Heide by the year after next.</p>"
    )

    assert opened(title, above + paragraphs(texts[0], texts[1], texts[3])) == []


@pytest.mark.parametrize(("sites", "parted"), [(("one", "two", "three"), True), (("one", "one", "two"), False)])
def test_headlines_that_are_links_to_other_sites_make_a_roundup_by_themselves(sites, parted):
    heads = [
        f"Paper {site.title()}: what {text.split()[0]} says of {text.split()[-2]}"
        for site, text in zip(sites, NEWS, strict=False)
    ]
    body = "".join(
        f"<p><b><a href='https://{site}.example/x'>{head}</a></b></p><p>{text}</p><p>{TOLD}</p>"
        for head, site, text in zip(heads, sites, NEWS, strict=False)
    )

    assert opened("Furnaces", body) == (heads if parted else [])


FIVE = [(name, f"has told its people on {day} that it wants {goods} from next year on.") for name, day, goods in (
    ("Northvolt", "Monday", "cells"),
    ("Umicore", "Tuesday", "cathodes"),
    ("Savannah", "Wednesday", "ore"),
    ("Verkor", "Thursday", "water"),
    ("Leclanché", "Friday", "buyers"),
)]  # fmt: skip


@pytest.mark.parametrize("marked", ["<b>{}</b> {}", "{} {}"], ids=["bold", "capitals"])
def test_names_in_bold_or_capitals_begin_news(marked):
    news = [(name if "<b>" in marked else name.upper(), text) for name, text in FIVE]
    texts = [" ".join(each) for each in news]

    assert [
        " ".join(found.split())
        for found in opened("Streams of hydrogen", paragraphs(*(marked.format(*each) for each in news)))
    ] == ([name for name, _ in news] if "<b>" in marked else texts)
    assert opened("A maker", paragraphs(*(f"<b>{name}</b>: {text}" for name, text in FIVE[:4]))) == []
    one = paragraphs(*(f"<b>Northvolt</b> {text}" for _, text in FIVE))
    assert opened("A maker", one) == []


def test_contents_that_name_groups_do_not_stand_for_the_news_in_them():
    groups = ("Headlines from the week", "Money that was raised this week")
    contents = "<p>In today’s email:</p><ul>" + "".join(f"<li>{group}</li>" for group in groups) + "</ul>"
    news = [f"• {text}" for text in NEWS]
    body = contents + "".join(
        f"<h3>{group}</h3>{paragraphs(*told)}"
        for group, told in zip(groups, ([*news, f"• {MORE}"], [f"• {text}" for text in reversed(NEWS)]), strict=True)
    )

    assert opened("Record low prices", body)[:4] == news


def test_a_list_of_links_below_an_opening_is_news_and_no_listing():
    heads = [f"{text.split()[0]}: {text.rstrip('.')}" for text in (*NEWS, MORE, TOLD)]
    links = "<ul>" + "".join(f"<li><a href='https://paper.example/{n}'>{head}</a></li>" for n, head in enumerate(heads))

    above = "<p>Listen to a recap of the top stories of the day, which Ann and Ben look at with you.</p>"
    when = "<p>New parts are spoken on Monday and Thursday, and once more on Saturday where there is enough to say.</p>"

    assert opened("Podcast: May 16", f"{above}{when}{links}</ul>") == heads


def test_lines_of_stars_between_news_are_no_words():
    ruled = paragraphs(*(word for text in NEWS for word in (text, "***")))

    assert opened("Fair notes", f"<p>Here’s some cell news picked up in the halls.</p>{ruled}") == [*NEWS]


def test_an_invitation_below_each_news_makes_them_no_one_story():
    heads = [f"{text.split()[0]} and the price of {text.split()[-1]}" for text in NEWS]
    body = "".join(f"<h3>{head}</h3><p>{text} Read More</p>" for head, text in zip(heads, NEWS, strict=True))

    assert opened("Weekly roundup", body) == heads


def test_headlines_are_not_cut_into_the_paragraphs_below_them():
    leads = [f"{text.split()[0]} Tells of {text.split()[-1].title()}:" for text in NEWS[:3]]
    body = "".join(
        f"<p><b>{lead}</b> {text}</p><p>{TOLD}</p><p>{MORE}</p>" for lead, text in zip(leads, NEWS, strict=False)
    )

    assert set(opened("Cells and mines", f"<p>Here’s the latest news from the cell sector.</p>{body}")) <= set(leads)


def test_a_line_below_the_title_and_an_invitation_to_follow_are_no_news():
    above = (
        "<p>Umicore melts again after three weeks</p><p>Follow Cell News on WhatsApp for exclusive updates on cells</p>"
    )

    assert opened("Daily news wrap-up: Northvolt hires", above + paragraphs(*NEWS)) == [*NEWS]


def test_short_headings_above_each_news_are_no_names_of_groups_and_who_signs_them_no_subject():
    heads = ("More hands.", "Hot again.", "Quiet hills.", "Thirsty works.")
    body = "".join(
        f"<h3>{head}</h3><p>{text}</p><p>{writer}</p><p>Senior Correspondent</p>"
        for head, text, writer in zip(heads, NEWS, ("Ann Bell", "Ben Cole") * 2, strict=True)
    )

    assert opened("Top reads", body) == [*heads]


def test_an_interview_in_a_paper_that_is_called_weekly_is_one_text():
    asked = paragraphs(*(f"What would you tell {text.split()[0]}? I would say this: {text}" for text in NEWS))

    headed = "".join(f"<h4>Cell Weekly: what of {text.split()[0]}?</h4><p>{text}</p>" for text in NEWS)

    assert opened("Ann Bell - Cell Weekly", asked) == []
    assert opened("Ann Bell and her cells", headed) == []
