"""What changed between two versions of an article is told in words, and nothing else is."""

from datetime import UTC, date, datetime

import pytest

from cellwire.model import Block, BlockKind, Document, Form, Span, changes_between_versions, versions_of

FIRST = "The maker of cells will build a plant near Heide with 30 GWh of capacity for € 2.5 billion."
SECOND = "Work on the site starts in March, said the mayor of the town on Monday."
THIRD = "The state gives a loan, and two carmakers have said that they would buy most of what it makes."
ADVERT = "Subscribe to our newsletter."


def version(*paragraphs: str, title: str = "A plant for Heide", day: int = 9, captured: int = 9) -> Document:
    text, blocks = title, [Block(BlockKind.TITLE, Span(0, len(title)))]
    for paragraph in paragraphs:
        kind = BlockKind.ADVERT if paragraph == ADVERT else BlockKind.PARAGRAPH
        blocks.append(Block(kind, Span(len(text) + 2, len(text) + 2 + len(paragraph))))
        text += f"\n\n{paragraph}"
    return Document(
        id=f"doc_{captured}", capture=f"cap_{captured}", form=Form.ARTICLE, text=text, extent=Span(0, len(text)),
        blocks=tuple(blocks), title=title, url="https://a.example/heide", published=date(2022, 12, day),
        captured=datetime(2022, 12, captured, tzinfo=UTC),
    )  # fmt: skip


OLD = version(FIRST, SECOND)


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (version(FIRST, SECOND), []),
        (version(FIRST, ADVERT, SECOND), []),
        (version(FIRST.replace("30", "45"), SECOND), ["figure changed: 30 → 45 GWh"]),
        (version(FIRST.replace("2.5", "3"), SECOND), ["figure changed: € 2.5 → € 3 billion"]),
        (version(FIRST.replace("30 GWh", "30 MWh"), SECOND), ["figure changed: 30 GWh → 30 MWh"]),
        (version(FIRST.replace("with 30 GWh of", "with more"), SECOND), ["figure gone: 30 GWh", "paragraph reworded"]),
        (version(FIRST, SECOND, THIRD), ["paragraph added: “The state gives a loan"]),
        (version(FIRST), ["paragraph removed: “Work on the site"]),
        (version(FIRST, SECOND.replace("Monday", "Tuesday")), ["paragraph reworded: “Work on the site"]),
        (version(FIRST, SECOND, title="A plant for Kiel"), ["title changed: “A plant for Heide” → “A plant for Kiel”"]),
        (version(FIRST, SECOND, day=10), ["day of publication moved: 2022-12-09 → 2022-12-10"]),
        (version(THIRD, SECOND), ["paragraph added: “The state", "paragraph removed: “The maker"]),
    ],
)
def test_each_change_is_told_and_nothing_else(new, said):
    told = changes_between_versions(OLD, new)

    assert len(told) == len(said)
    assert all(one.startswith(start) for one, start in zip(told, said, strict=True))


def test_versions_stand_in_the_order_of_their_capture():
    late, early, middle = version(FIRST, captured=12), version(FIRST, captured=9), version(FIRST, captured=10)

    assert versions_of([late, early, middle]) == [(early, middle, late)]
    assert versions_of([early]) == []
