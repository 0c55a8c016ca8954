"""Headlines are composed from claims."""

import pytest

from cellwire.model import Known, Organisation
from cellwire.stories import headline
from factories import capacity, development, document, money, named, party

TEXT = document(
    "Envision AESC began its second battery plant in Sunderland with 12 GWh for GBP 450 million. "
    "CATL and Ford talk of LFP. CATL, Chery, and the Ministry of Power."
)


def by(*names):
    return [party(TEXT, name, role) for name, role in names]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            development(
                TEXT,
                "facility",
                "construction",
                parties=by(("Envision AESC", "operator")),
                where="Sunderland",
                product=named(TEXT, "battery", "cell"),
                capacities=[capacity(TEXT, "12 GWh", 12)],
                evidence="Envision AESC began its second battery plant in Sunderland",
            ),
            "Envision AESC begins building its second battery plant in Sunderland (12 GWh/yr)",
        ),
        (
            development(
                TEXT,
                "facility",
                "considered",
                parties=by(("Ford", "owner"), ("CATL", "operator")),
                certainty="reported",
                product=named(TEXT, "battery", "cell"),
                country="US",
                evidence="CATL and Ford talk of LFP",
            ),
            "Ford and CATL consider a battery plant (unconfirmed)",
        ),
        (
            development(TEXT, "supply", "signed", parties=by(("CATL", "supplier"), ("Chery", "customer"))),
            "CATL to supply Chery",
        ),
        (
            development(TEXT, "partnership", "mou", parties=by(("CATL", "partner"), ("Chery", "partner"))),
            "CATL and Chery sign a memorandum of cooperation",
        ),
        (
            development(
                TEXT,
                "investment",
                "announced",
                parties=by(("Ministry of Power", "government"), ("CATL", "target")),
                sums=[money(TEXT, "GBP 450 million", 450e6)],
            ),
            "Ministry of Power to invest in CATL (GBP 450 million)",
        ),
        (
            development(
                TEXT,
                "technology",
                "launched",
                parties=by(("CATL", "developer")),
                chemistry=[named(TEXT, "LFP", "LFP")],
                product=named(TEXT, "battery", "cell"),
            ),
            "CATL launches an LFP battery",
        ),
    ],
)
def test_a_headline_says_who_does_what_where(told, expected):
    assert headline([told], known=Known()) == expected


def test_where_nobody_is_named_nobody_is_made_up():
    told = development(TEXT, "policy", "adopted", product=named(TEXT, "battery", "cell"))

    assert headline([told], known=Known()) == "Rule on batteries: adopted"


def test_an_incident_at_nobodys_plant_is_told_by_its_place():
    told = development(TEXT, "incident", "occurred", where="Sunderland", product=named(TEXT, "battery", "storage"))

    assert headline([told], known=Known()) == "Incident in energy storage, Sunderland: occurred"


def test_the_lexicon_names_a_company_one_way():
    known = Known({"catl": Organisation("catl", "Contemporary Amperex", "company", "CN", ("cell",))})
    told = development(
        TEXT, "facility", "closed", parties=by(("CATL", "operator")), evidence="CATL and Ford talk of LFP"
    )

    assert headline([told], known=known) == "Contemporary Amperex closes its plant"


def test_what_is_to_come_is_as_large_as_the_whole_and_what_runs_as_large_as_its_first_part():
    text = document("CATL: 8 GWh at first, 14 GWh in all, at GLENDALE.")
    sizes = [capacity(text, "8 GWh", 8, scope="phase"), capacity(text, "14 GWh", 14, scope="total")]

    def told(stage):
        one = development(text, "facility", stage, parties=[party(text, "CATL")], capacities=sizes)
        return headline([one], known=Known())

    assert told("announced").endswith("(14 GWh/yr)")
    assert told("operating").endswith("(8 GWh/yr)")


def test_an_agreement_is_of_all_who_sign_it():
    roles = by(("Chery", "customer"), ("CATL", "supplier"))

    told = headline([development(TEXT, "partnership", "mou", parties=roles)], known=Known())
    assert told == "Chery and CATL sign a memorandum of cooperation"
