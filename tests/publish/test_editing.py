"""What an editor changes is kept, shown as such, and in a published edition listed."""

from dataclasses import replace
from datetime import date

import pytest

from cellwire.errors import BadOption, FileUnreadable
from cellwire.publish import (
    BriefSettings,
    Edition,
    corrected,
    edited,
    read_edits,
    read_published,
    render_html,
    render_json,
    render_markdown,
)
from cellwire.publish.brief.edition import Spot
from publish.at_hand import edition
from publish.week import ENDING, week

LATER = date(2022, 12, 20)
SPOTS = (("Sunderland, UK", "s-aesc"), ("Blyth, UK", "s-blyth"))


@pytest.fixture(scope="module")
def brief() -> Edition:
    given = week()
    return edition(
        given.record, given.stories, given.documents, given.developments, week_ending=ENDING, settings=BriefSettings()
    )


def changed(brief: Edition, written: str) -> Edition:
    return edited(brief, read_edits(written, name="edits.toml"))


def stories(brief: Edition) -> dict[str, str]:
    return {telling.story: telling.headline.text for item in brief.items() for telling in item.tellings}


def test_a_headline_and_a_note_are_the_editors_and_shown_as_such(brief: Edition) -> None:
    told = changed(brief, '[story.s-aesc]\nheadline = "Sunderland grows"\nnote = "We asked; they are silent."')

    assert stories(told)["s-aesc"] == "Sunderland grows"
    assert "Sunderland grows" in told.title
    for page in (render_html(told), render_markdown(told)):
        assert "Editor’s note" in page
        assert "The headline is the editor’s" in page


def test_a_dropped_story_is_listed_with_the_reason(brief: Edition) -> None:
    told = changed(brief, '[story.s-rule]\ndrop = "told last week"')

    assert "s-rule" not in stories(told)
    assert "told last week" in told.left_out[0].why
    assert "policy" not in {chapter.section for chapter in told.chapters}


def test_the_map_tells_the_editors_headline(brief: Edition) -> None:
    plant, elsewhere = (Spot(place, 54.9, -1.4, "a", stories(brief)[id]) for place, id in SPOTS)
    drawn = replace(brief, spots=(plant, elsewhere))

    told = changed(drawn, '[story.s-aesc]\nheadline = "Sunderland grows"')

    assert told.spots == (replace(plant, headline="Sunderland grows"), elsewhere)


def test_what_is_dropped_counts_in_no_figure_and_no_bar(brief: Edition) -> None:
    given = week()
    settings = BriefSettings(dropped=frozenset({"s-aesc"}))
    without = edition(
        given.record, given.stories, given.documents, given.developments, week_ending=ENDING, settings=settings
    )

    assert int(without.figures[0].text) == int(brief.figures[0].text) - 1
    assert len(without.bars) < len(brief.bars)
    assert stories(without) == stories(brief)  # out of the text it is taken by the editor's file


def test_what_stands_together_stands_where_its_first_story_is_put(brief: Edition) -> None:
    chapter = next(each for each in brief.chapters if len(each.items) > 1)
    first, second, *rest = chapter.items
    pair = replace(first, tellings=(*first.tellings, *(replace(each, story="s-beside") for each in first.tellings)))
    laid = replace(brief, chapters=(replace(chapter, items=(second, pair, *rest)),))
    order = [pair.tellings[0].story, second.tellings[0].story, "s-beside"]

    (told,) = changed(laid, f"order = {order}").chapters

    assert [item.tellings[0].story for item in told.items[:2]] == order[:2]


def test_the_editors_order_comes_first_and_the_rest_keeps_its_own(brief: Edition) -> None:
    told = changed(brief, 'order = ["s-blyth"]')

    plants = [item.tellings[0].story for item in told.chapters[0].items]
    assert plants == [
        "s-blyth",
        *[one for one in (i.tellings[0].story for i in brief.chapters[0].items) if one != "s-blyth"],
    ]


def test_nothing_in_the_file_changes_nothing(brief: Edition) -> None:
    assert changed(brief, "") == brief


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("order = [", "no TOML"),
        ('ordre = ["s"]', "means nothing here"),
        ('[story.s-aesc]\nheadlin = "x"', "means nothing here"),
        ("[story.s-aesc]\nheadline = 3", "words in quotes"),
        ('[[correction]]\ntext = "x"', "which day"),
        ('[story.nowhere]\nnote = "x"', "no story of this edition"),
        ("story = 3", "has to be a table"),
    ],
)
def test_a_file_that_cannot_be_meant_is_refused(brief: Edition, written: str, problem: str) -> None:
    with pytest.raises(BadOption, match=problem):
        changed(brief, written)


def published(brief: Edition) -> dict[str, object]:
    told = read_published(render_json(replace(brief, published=date(2022, 12, 18))), name="kept.json")
    assert told
    return dict(told)


def test_the_same_edition_again_needs_no_correction(brief: Edition) -> None:
    again = corrected(brief, published(brief), today=LATER)

    assert again.corrections == ()
    assert again.published == date(2022, 12, 18)


def test_what_a_published_edition_says_otherwise_is_listed_once(brief: Edition) -> None:
    kept = published(brief)
    without = changed(brief, '[story.s-rule]\ndrop = "wrong"\n[story.s-aesc]\nheadline = "Sunderland grows"')
    first = corrected(without, kept, today=LATER)

    assert {row.made for row in first.corrections} == {LATER}
    texts = [row.text for row in first.corrections]
    assert any("was taken out" in text for text in texts)
    assert any("now reads “Sunderland grows”" in text for text in texts)
    again = corrected(without, published(first), today=date(2022, 12, 21))
    assert again.corrections == first.corrections
    assert "Corrections to this edition" in render_html(first)
    assert "Corrections to this edition" in render_markdown(first)


def test_a_changed_sentence_is_listed_with_what_it_was(brief: Edition) -> None:
    kept = published(brief)
    kept["sections"][0]["items"][0]["stories"][0]["sentences"][0]["text"] = "Something else was said."  # type: ignore[index]

    [row] = corrected(brief, kept, today=LATER).corrections
    assert "“Something else was said.” now reads “" in row.text


def test_the_editors_own_correction_is_listed(brief: Edition) -> None:
    told = changed(
        brief, '[[correction]]\nmade = 2022-12-19\ntext = "The plant stands in Washington, not in Sunderland."'
    )

    assert "The plant stands in Washington" in render_html(told)


def test_a_draft_is_changed_without_a_word_and_what_is_no_edition_is_refused(brief: Edition) -> None:
    assert read_published(render_json(brief), name="kept.json") is None
    for broken in ("{}", "[]", "no", '{"published": "2022-12-18"}'):
        with pytest.raises(FileUnreadable, match="no edition"):
            read_published(broken, name="kept.json")
