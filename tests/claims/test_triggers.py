"""Every trigger word is there because something reads its tag."""

from pathlib import Path

import pytest

from cellwire.claims.scene import find_cues
from cellwire.lexicon import load_triggers

SOURCE = "\n".join(
    path.read_text("utf-8") for path in (Path(__file__).parents[2] / "src/cellwire/claims").rglob("*.py")
)
FAMILIES = frozenset({"facility_verb", "incident", "supply"})  # asked for by their second half as well
TAGS = sorted({tag for trigger in load_triggers() for tag in trigger.tags})


@pytest.mark.parametrize("tag", TAGS)
def test_a_trigger_tag_is_read_somewhere(tag: str) -> None:
    family, _, name = tag.partition(".")

    assert f'"{tag}"' in SOURCE or (family in FAMILIES and f'"{name}"' in SOURCE)


@pytest.mark.parametrize(
    ("text", "written", "tags"),
    [
        ("It will open an anode plant.", "open", {"facility_verb.open", "policy.propose"}),
        ("It started a new cell line.", "started", {"facility_verb.start"}),
        ("It dropped the plans.", "dropped", {"supply.stop"}),
    ],
)
def test_an_article_takes_no_reading_from_its_verb(text: str, written: str, tags: set[str]) -> None:
    [verb] = [cue for cue in find_cues(text) if cue.form in {"base", "past"}]

    assert (verb.written, verb.span.cut(text)) == (written, written)
    assert tags <= set(verb.tags)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("transfered", "transferred"),
        ("submited", "submitted"),
        ("steped", "stepped"),
        ("sinked", "sank"),
        ("shrinked", "shrunk"),
        ("unwinded", "unwound"),
        ("upholded", "upheld"),
        ("laging", "lagging"),
        ("slaped", "slapped"),
    ],
)
def test_a_verb_bends_as_english_does(wrong: str, right: str) -> None:
    written = {word for trigger in load_triggers() for word in trigger.written.split()}

    assert right in written
    assert wrong not in written


def test_seed_money_begins_nothing() -> None:
    tags = {tag for trigger in load_triggers() if trigger.written == "seed" for tag in trigger.tags}

    assert "facility_verb.start" not in tags
