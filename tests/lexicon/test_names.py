"""Names in any spelling and legal form are one name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cellwire.lexicon import fold_name, load_lexicon, strip_legal_suffix

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("Contemporary Amperex Technology Co., Limited", "Contemporary Amperex Technology"),
        ("Northvolt AB", "Northvolt"),
        ("Ford Motor Company", "Ford Motor"),
        ("Verkor S.A.S.", "Verkor"),
        ("Samsung SDI Co., Ltd.", "Samsung SDI"),
        ("Customcells Holding GmbH & Co. KG", "Customcells Holding"),
        ("宁德时代新能源科技股份有限公司", "宁德时代新能源科技"),
        ("株式会社村田製作所", "村田製作所"),
        ("InoBat a.s.", "InoBat"),
        ("BASF SE", "BASF"),
        ("AG", "AG"),
        ("Limited", "Limited"),
        ("株式会社", "株式会社"),
    ],
)
def test_the_legal_form_is_no_part_of_the_name(written, bare):
    assert strip_legal_suffix(written) == bare


@pytest.mark.parametrize(
    ("written", "id"),
    [
        ("Contemporary Amperex Technology Co., Limited", "catl"),
        ("CATL", "catl"),
        ("catl", "catl"),
        ("宁德时代", "catl"),
        ("Guoxuan High-tech", "gotion"),
        ("GOTION HIGH TECH", "gotion"),
        ("LG Energy Solution, Ltd.", "lges"),
        ("LG Chem", "lg-chem"),
        ("Envision AESC Group Ltd.", "aesc"),
        ("Volkswagen AG", "volkswagen"),
        ("Škoda Auto a.s.", "skoda"),
        ("Hydro Quebec", "hydro-quebec"),
        ("US Department of Energy", "us-doe"),
        ("Loan Programs Office", "us-doe"),
        ("Farasis Energy (Ganzhou) Co., Ltd", None),
        ("Northvale Battery GmbH", None),
    ],
)
def test_a_name_in_another_form_is_the_same_organisation(written, id):
    assert LEXICON.resolve_name(written) == id


@pytest.mark.parametrize(("one", "other"), [("LG Chem", "LG Energy Solution"), ("SK On", "SK Innovation")])
def test_sister_companies_stay_apart(one, other):
    assert LEXICON.resolve_name(one) != LEXICON.resolve_name(other)


@pytest.mark.parametrize("outlet", ["Reuters", "Nikkei Asia", "Yonhap", "CnEVPost", "electrive"])
def test_an_outlet_is_known_as_one(outlet):
    assert LEXICON.kind_of(LEXICON.resolve_name(outlet)) == "outlet"


@pytest.mark.parametrize("firm", ["SNE Research", "BloombergNEF", "Benchmark Minerals", "CABIA", "Wood Mackenzie"])
def test_a_market_researcher_is_known_as_one(firm):
    assert LEXICON.kind_of(LEXICON.resolve_name(firm)) == "research"


@pytest.mark.parametrize(
    ("word", "country"), [("German", "DE"), ("South Korean", "KR"), ("Chinese", "CN"), ("battery", None)]
)
def test_a_demonym_tells_its_country(word, country):
    assert LEXICON.demonym(word) == country


@given(st.text(max_size=60))
def test_any_text_folds_and_folds_to_itself(name):
    folded = fold_name(name)
    assert "--" not in folded
    assert folded == folded.strip("-")
