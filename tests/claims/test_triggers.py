"""Every trigger word is there because something reads its tag."""

from pathlib import Path

import pytest

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
