"""A pattern that waits for certain words misses nothing: whatever it matches has one of them."""

from importlib import import_module
from pkgutil import walk_packages

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cellwire import claims
from cellwire.claims.gates import Gated, gated, openings

MODULES = [import_module(module.name) for module in walk_packages(claims.__path__, "cellwire.claims.")]
GATED = {
    f"{module.__name__}.{name}": pattern
    for module in MODULES
    for name, pattern in vars(module).items()
    if isinstance(pattern, Gated)
}


@pytest.mark.parametrize("which", GATED.values(), ids=GATED)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_every_match_has_a_word_that_the_pattern_needs(which: Gated, data: st.DataObject) -> None:
    text = data.draw(st.from_regex(which.pattern, alphabet=st.characters(max_codepoint=127)))

    assert not which.needs.isdisjoint(openings(text)), text


def test_a_word_is_known_by_its_opening_in_any_form() -> None:
    assert openings("Considering 12 GWh, CATL's U.S. plan") == {"cons", "gwh", "catl", "s", "u", "plan"}


def test_a_pattern_is_not_run_on_a_text_without_its_words() -> None:
    pattern = gated("plan", r"\w+")

    assert pattern.search("plant", openings("planned"))
    assert pattern.search("plant", openings("built")) is None
    assert list(pattern.finditer("plant", openings("built"))) == []
