"""The tree of errors is drawn where it is defined, and each error says what a person needs."""

import inspect
import re

import pytest

from cellwire import errors
from cellwire.errors import CellwireError, said_plainly

CLASSES = [thing for _, thing in inspect.getmembers(errors, inspect.isclass) if thing.__module__ == "cellwire.errors"]


def drawn() -> dict[str, int]:
    """Each name of the drawing with its depth."""
    found = {}
    for line in (errors.__doc__ or "").splitlines():
        if matched := re.match(r"([│├└─ ]*)([A-Z]\w+)\b(?!.*raises)", line):
            found[matched[2]] = len(matched[1]) // 4
    return found


@pytest.mark.parametrize("error", CLASSES)
def test_every_error_is_drawn_at_its_place(error: type[CellwireError]) -> None:
    assert drawn().get(error.__name__) == len(error.__mro__) - len(CellwireError.__mro__)


def test_nothing_is_drawn_that_does_not_exist() -> None:
    assert set(drawn()) == {error.__name__ for error in CLASSES}


@pytest.mark.parametrize("error", CLASSES)
def test_an_error_names_the_thing_the_problem_and_the_way_out(error: type[CellwireError]) -> None:
    raised = error("news.html", "is empty", "give a page with text")

    assert str(raised) == "news.html: is empty; give a page with text"
    assert str(error("news.html", "is empty")) == "news.html: is empty"
    assert raised.exit_code > 0


@pytest.mark.parametrize("error", CLASSES)
def test_every_error_says_in_a_sentence_when_it_happens(error: type[CellwireError]) -> None:
    assert (error.__doc__ or "").split("\n")[0].endswith(".")


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (ConnectionRefusedError(111, "Connection refused"), "Connection refused"),
        (OSError("[Errno -2] Name or service not known"), "Name or service not known"),
        (TimeoutError(), "TimeoutError"),
    ],
)
def test_no_number_of_the_systems_is_printed(problem: OSError, said: str) -> None:
    assert said_plainly(problem) == said
