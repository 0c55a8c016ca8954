"""The forms of an edition: harmless, self-contained, complete, the same every time."""

import json
import re
from dataclasses import replace
from importlib.resources import files
from itertools import pairwise

import jsonschema
import pytest
from lxml import html

from cellwire.model import Record
from cellwire.publish import (
    BriefSettings,
    Edition,
    Sponsor,
    render_html,
    render_json,
    render_mail,
    render_markdown,
    render_text,
    with_changes,
)
from cellwire.publish.brief.edition import Excerpt, Spot
from cellwire.publish.brief.render.markdown import plain
from publish import factories as make
from publish.at_hand import edition
from publish.week import ENDING, Week, changes, week

HOSTILE = '<script>alert("x")</script><img src=x onerror=alert(1)>'


def made(of: Week) -> Edition:
    settings = BriefSettings(name="Week & <b>more</b>", sponsor=Sponsor(HOSTILE, "javascript:alert(1)"))
    brief = edition(of.record, of.stories, of.documents, of.developments, week_ending=ENDING, settings=settings)
    return with_changes(brief, changes(of), of.documents, of.developments, most=settings.changes)


@pytest.fixture(scope="module")
def brief() -> Edition:
    return made(week())


@pytest.fixture(scope="module")
def hostile() -> Edition:
    given = week()
    docs = tuple(
        replace(doc, title=HOSTILE, outlet=HOSTILE + "\u202e", url='javascript:alert("x")') for doc in given.documents
    )
    return made(replace(given, documents=docs))


RENDERERS = [render_html, render_json, render_markdown, render_text]


@pytest.mark.parametrize("render", RENDERERS)
def test_the_same_edition_gives_the_same_bytes(render) -> None:
    assert render(made(week())) == render(made(week()))


def test_a_page_needs_nothing_from_elsewhere(brief: Edition) -> None:
    page = html.fromstring(render_html(brief))

    assert not page.xpath("//script | //link | //img | //iframe | //*[@src]")
    assert "url(" not in page.xpath("string(//style)")
    assert "@import" not in page.xpath("string(//style)")


@pytest.mark.parametrize("attribute", ["href", "src"])
def test_stored_markup_is_shown_and_never_run(hostile: Edition, attribute: str) -> None:
    page = html.fromstring(render_html(hostile))

    assert not page.xpath("//script | //img | //*[@onerror]")
    assert HOSTILE in page.text_content()
    assert not [url for url in page.xpath(f"//@{attribute}") if url.lower().startswith(("javascript:", "data:"))]


def test_stored_markup_is_harmless_in_markdown(hostile: Edition) -> None:
    written = render_markdown(hostile)

    assert "javascript:" not in written
    assert not re.search(r"(?<!\\)<(?!https?:)", written)


def test_a_terminal_is_told_nothing_it_would_obey() -> None:
    doc = make.document("d", "Volt\x1b[2Jara and Nord\u202ecell agreed.")
    parties = (make.party(doc, "Volt\x1b[2Jara", "partner"), make.party(doc, "Nord\u202ecell", "partner"))
    dev = make.development(doc, "partnership", "signed", parties=parties)
    shown = render_text(made(Week(Record(None), (make.story("s", [dev]),), (doc,), (dev,))), 60)

    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_a_page_has_one_title_and_no_heading_is_skipped(brief: Edition) -> None:
    page = html.fromstring(render_html(brief))
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1 | //h2 | //h3 | //h4")]

    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_page_has_its_landmarks_and_its_tables_their_scopes(brief: Edition) -> None:
    page = html.fromstring(render_html(brief))

    assert page.get("lang") == "en"
    assert len(page.xpath("//main")) == len(page.xpath("//body/header")) == len(page.xpath("//body/footer")) == 1
    assert page.xpath("//nav[@aria-labelledby]")
    assert not page.xpath("//th[not(@scope)]")
    assert not page.xpath("//a[not(normalize-space()) and not(@aria-label)]")


def test_every_mark_leads_to_its_note_and_every_note_back(brief: Edition) -> None:
    page = html.fromstring(render_html(brief))
    ids = page.xpath("//@id")
    inside = [url[1:] for url in page.xpath("//a/@href") if url.startswith("#")]

    assert len(ids) == len(set(ids))
    assert set(inside) <= set(ids)
    for number, note in enumerate(brief.notes(), 1):
        [shown] = page.xpath(f"//li[@id='note-{number}']")
        assert note.quote in shown.text_content()
        assert page.xpath(f"//a[@href='#note-{number}']")
        assert shown.xpath(f".//a[@href='#ref-{number}']")


def test_markdown_has_every_footnote_it_refers_to(brief: Edition) -> None:
    written = render_markdown(brief)

    assert set(re.findall(r"\[\^(\d+)\](?!:)", written)) == set(re.findall(r"^\[\^(\d+)\]:", written, re.MULTILINE))


def test_json_gives_every_value_its_note(brief: Edition) -> None:
    told = json.loads(render_json(brief))
    values = [
        value
        for section in told["sections"]
        for item in section["items"]
        for story in item["stories"]
        for sentence in story["sentences"]
        for value in sentence["values"]
    ]

    assert values
    assert {value["note"] for value in values} <= {note["number"] for note in told["notes"]}


def marked(brief: Edition, mark: str) -> Edition:
    """The edition with its first story marked otherwise."""
    chapter = brief.chapters[0]
    item = chapter.items[0]
    told = replace(item, tellings=(replace(item.tellings[0], mark=mark), *item.tellings[1:]))
    return replace(brief, chapters=(replace(chapter, items=(told, *chapter.items[1:])), *brief.chapters[1:]))


@pytest.mark.parametrize("render", [render_html, render_markdown, render_text])
def test_a_source_s_correction_is_not_taken_for_the_brief_s_own(brief: Edition, render) -> None:
    assert "corrected by its source" in " ".join(render(marked(brief, "correction")).lower().split())


def test_the_summary_leaves_a_denial_to_its_headline(brief: Edition) -> None:
    assert "(denial)" not in render_text(marked(brief, "denial"))
    assert "(update)" in render_text(marked(brief, "update"))


def test_a_letter_s_list_under_the_map_keeps_place_and_headline_apart(brief: Edition) -> None:
    spots = (
        Spot("Guangzhou, China", 23.1, 113.3, "a", "GAC starts building"),
        Spot("Hull, UK", 53.7, -0.3, "b", "X builds"),
    )
    letter = render_mail(replace(brief, spots=spots)).get_body(("html",))

    assert letter is not None
    assert "1. GAC starts building (Guangzhou, China)" in letter.get_content()


def test_three_dots_stand_for_what_a_quote_leaves_of_its_sentence(brief: Edition) -> None:
    chapter = brief.chapters[0]
    note = replace(brief.notes()[0], quote="will make 40 GWh", left=(True, False))
    item = replace(chapter.items[0], tellings=(replace(chapter.items[0].tellings[0], excerpt=Excerpt(note)),))
    cut = replace(brief, chapters=(replace(chapter, items=(item,)),))

    assert "<q>… will make 40 GWh</q>" in render_html(cut)
    assert "“… will make 40 GWh”" in render_markdown(cut)
    assert json.loads(render_json(cut))["notes"][0]["quote"] != "… will make 40 GWh"


@pytest.mark.parametrize(("text", "shown"), [("10.9 billion yuan", "10.9 billion yuan"), ("10. June", "10\\. June")])
def test_markdown_escapes_what_would_begin_a_list_and_no_other_number(text: str, shown: str) -> None:
    assert plain(text) == shown


@pytest.mark.parametrize("width", [40, 80, 120])
def test_the_summary_fits_the_terminal(brief: Edition, width: int) -> None:
    shown = render_text(brief, width)

    assert max(len(line) for line in shown.splitlines()) <= width
    assert "2 changes in the record" in " ".join(shown.split())


@pytest.mark.parametrize("render", RENDERERS)
def test_a_quiet_week_has_a_page_too(render) -> None:
    assert render(made(Week(Record(None), (), (), ())))


def test_a_mark_stands_behind_the_punctuation_of_its_value() -> None:
    shown = html.fromstring(render_html(made(week())))
    told = ["".join(text_with_marks(paragraph)) for paragraph in shown.xpath("//article/p")]

    assert any(re.search(r"\d\ufffe", words) for words in told)
    assert not [words for words in told if re.search(r"\d\ufffe[.,;]", words)]


def text_with_marks(paragraph) -> list[str]:
    return [f"{node}\ufffe" if node.getparent().tag == "a" else str(node) for node in paragraph.xpath(".//text()")]


SCHEMA = json.loads((files("cellwire.publish.brief.render") / "brief.schema.json").read_text("utf-8"))


def test_the_json_is_what_its_schema_says(brief: Edition, hostile: Edition) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    for each in (brief, hostile, made(Week(Record(None), (), (), ()))):
        jsonschema.validate(json.loads(render_json(each)), SCHEMA)


@pytest.mark.parametrize("spoilt", [{"title": 3}, {"sections": [{}]}, {"more": 1}, {"notes": [{"number": 0}]}])
def test_the_schema_refuses_what_it_does_not_say(brief: Edition, spoilt: dict[str, object]) -> None:
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**json.loads(render_json(brief)), **spoilt}, SCHEMA)
