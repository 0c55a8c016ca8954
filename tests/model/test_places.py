"""Two places that can be one share a key, so that their plants are looked at together."""

import pytest

from cellwire.lexicon import load_lexicon
from cellwire.model import Known, Place, Span, place_keys, same_place

LEXICON = load_lexicon()
KNOWN = Known(LEXICON.organisations, LEXICON.localities)


def place(id):
    known = KNOWN.localities[id]
    return Place(known.name, known.country, Span(0, 1), known.lat, known.lon, id)


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("de-bb-grunheide", "de-berlin", "told for one another"),
        ("de-th-arnstadt", "de-th-erfurt", "told for one another"),
        ("us-oh-lordstown", "us-oh-warren", "lies near"),
        ("us-mi-holland", "us-mi", "lies in"),
        ("fr-hdf-douvrin", "fr-hdf-billy-berclau", "lies near"),
        ("jp-himeji", "jp-kasai", None),
        ("jp-kaizuka", "jp-osaka-suminoe", None),
        ("hu-debrecen", "hu-komarom", None),
    ],
)
def test_neighbours_and_what_lies_in_one_another_can_be_one_place(one, other, why):
    here, there = place(one), place(other)

    found = same_place(here, there, KNOWN)

    assert (found is None) is (why is None)
    if found and why:
        assert why in found
        assert {*place_keys(here, KNOWN)} & {*place_keys(there, KNOWN)}
