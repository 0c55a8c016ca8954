"""A tracker's rows: each a document whose words carry every value, and what cannot be read is said."""

from datetime import UTC, date, datetime

import pytest

from cellwire.errors import BadOption, FileUnreadable
from cellwire.lexicon import load_lexicon
from cellwire.trackers import capture_tracker, read_columns, read_tracker

MOMENT = datetime(2024, 6, 1, tzinfo=UTC)
MAP = """
name = "Plant list"
published = 2024-05-01
[columns]
name = "Plant"
company = "Owner"
place = "City"
country = "Country"
status = "Status"
capacity = "GWh"
start = "Start"
money = "Cost"
jobs = "Jobs"
product = "Product"
[units]
capacity = "GWh"
money = "EUR"
[status]
Running = "operating"
"Being built" = "construction"
Rumoured = "considered"
"""
HEADER = ["Plant", "Owner", "City", "Country", "Status", "GWh", "Start", "Cost", "Jobs", "Product"]


def read(*rows, mapping=MAP, header=HEADER):
    filled = [[str(row.get(column, "")) for column in header] for row in rows]
    lines = [",".join(f'"{cell}"' for cell in cells) for cells in [header, *filled]]
    capture = capture_tracker("\n".join(lines).encode(), mapping, path="plants.csv", mapping="map.toml", moment=MOMENT)
    return read_tracker(capture, load_lexicon())


def one(**cells):
    [development] = read({"Owner": "CATL", "City": "Debrecen", "Country": "Hungary", **cells}).developments
    return development


def test_a_row_claims_what_its_cells_say_and_nothing_more():
    row = one(Status="Being built", GWh="up to 100", Start="2025-Q4", Cost="7.3 billion", Jobs="9,000", Product="cells")

    assert (row.kind, row.stage, row.certainty, row.background) == ("facility", "construction", "confirmed", True)
    assert [(party.id, party.role) for party in row.parties] == [("catl", "operator")]
    assert (row.place.id, row.country) == ("hu-debrecen", "HU")
    assert [capacity.text for capacity in row.capacity] == ["up to 100 GWh/yr"]
    assert [(dated.what, dated.text) for dated in row.dates] == [("production_start", "2025-Q4")]
    assert [money.text for money in row.money] == ["EUR 7.3 billion"]
    assert row.jobs.text == "9,000"
    assert row.product.name == "cell"
    assert one().capacity == one().dates == one().money == ()


def test_every_span_is_the_cells_own_words():
    tracked = read({"Owner": "CATL", "City": "Debrecen", "Country": "HU", "GWh": "40", "Start": "2026", "Jobs": "500"})
    [document], [development] = tracked.documents, tracked.developments

    words = {claim.attribute: document.quote(claim.span) for claim in development.claims()}
    assert words == {
        "party.operator": "CATL", "place": "Debrecen", "country": "HU", "capacity": "40", "jobs": "500",
        "date.production_start": "2026",
    }  # fmt: skip
    assert (document.outlet, document.published) == ("Plant list", date(2024, 5, 1))


@pytest.mark.parametrize(
    ("owner", "ids"),
    [
        ("CATL", ["catl"]),
        ("Contemporary Amperex Technology Co., Ltd.", ["catl"]),
        ("Ford/CATL", ["ford", "catl"]),
        ("Samsung SDI-GM JV", ["samsung-sdi", "gm"]),
        ("Northbridge Cells Ltd", ["x-northbridge-cells"]),
        ("Northbridge Cells; CATL", ["x-northbridge-cells", "catl"]),
    ],
)
def test_companies_are_the_lexicons_or_provisional(owner, ids):
    assert sorted(party.id for party in one(Owner=owner).parties) == sorted(ids)


@pytest.mark.parametrize(
    ("cells", "place", "id", "country"),
    [
        ({"City": "Debrecen", "Country": "Hungary"}, "Debrecen", "hu-debrecen", "HU"),
        ({"City": "Debrecen, Hungary", "Country": ""}, "Debrecen", "hu-debrecen", "HU"),
        ({"City": "", "Country": "Hungary"}, None, None, "HU"),
        ({"City": "Kentucky", "Country": "US"}, "Kentucky", "us-ky", "US"),
        ({"City": "Bowling Green, Kentucky", "Country": "US"}, "Bowling Green", "us-ky-bowling-green", "US"),
        ({"City": "Kokomo, Kentucky", "Country": "US"}, "Kentucky", "us-ky", "US"),
        ({"City": "Glendale", "Country": "US"}, "Glendale", None, "US"),
        ({"City": "Northvale", "Country": "Hungary"}, "Northvale", None, "HU"),
        ({"City": "TBC", "Country": "Hungary"}, None, None, "HU"),
    ],
)
def test_a_place_is_as_exact_as_its_cell(cells, place, id, country):
    row = one(**cells)

    assert (row.place.name if row.place else None, row.place.id if row.place else None) == (place, id)
    assert row.country == country


def test_what_cannot_be_read_is_said_and_the_rest_is_kept():
    tracked = read(
        {
            "Owner": "CATL",
            "City": "Debrecen",
            "Country": "Hungary",
            "GWh": "40 planned / 20 at start",
            "Status": "On ice",
        },
        {"Owner": "", "City": "Debrecen", "Country": "Hungary"},
    )

    assert len(tracked.documents) == 2
    assert [development.capacity for development in tracked.developments] == [()]
    assert [(issue.thing, issue.problem) for issue in tracked.issues] == [
        ("plants.csv row 1", "capacity “40 planned / 20 at start” is not read"),
        ("plants.csv row 1", "status “On ice” is not read"),
        ("plants.csv row 2", "names no company, or no place"),
    ]


@pytest.mark.parametrize(
    ("cell", "told"), [("1,500", ["1,500 GWh/yr"]), ("1,5", []), ("12,34,567", []), ("1500", ["1,500 GWh/yr"])]
)
def test_a_comma_parts_thousands_and_nothing_else(cell, told):
    assert [capacity.text for capacity in one(GWh=cell).capacity] == told


def test_a_rumoured_plant_is_only_reported():
    assert one(Status="Rumoured").certainty == "reported"


@pytest.mark.parametrize(
    ("mapping", "problem"),
    [
        ("name = ", "is no TOML"),
        (MAP.replace('name = "Plant list"', ""), "has no name"),
        (MAP.replace("[units]", "[unit]"), "unit has no meaning"),
        (MAP.replace('capacity = "GWh"\nstart', 'capcity = "GWh"\nstart'), "capcity is no slot"),
        (MAP.replace('"operating"', '"humming"'), "humming is no status"),
        (MAP.replace("2024-05-01", '"May"'), "is no day"),
        (MAP.replace('"City"', '"Town"'), "names columns that plants.csv lacks: Town"),
        ('name = "x"\n[columns]\nname = "Plant"', "does not say which columns"),
    ],
)
def test_a_map_that_cannot_be_meant_is_refused(mapping, problem):
    with pytest.raises(BadOption, match=problem):
        read({"Owner": "CATL"}, mapping=mapping)


def test_a_file_without_rows_or_in_another_encoding_is_refused():
    wide = b"Plant,Owner\n" + b"a" * 200_000 + b",CATL\n"  # more than the reader of CSV takes for a cell
    for content in (b"", b"Plant,Owner\n", wide, "Plant,Owner\nŠurany".encode("utf-16")):
        with pytest.raises(FileUnreadable):
            capture_tracker(content, MAP, path="plants.csv", mapping="map.toml", moment=MOMENT)


def test_the_shortest_map_is_enough():
    columns = read_columns('name = "Mine"\n[columns]\ncompany = "Owner"\nplace = ["City", "State"]', "map.toml")

    assert columns.columns["place"] == ("City", "State")


@pytest.mark.parametrize(
    ("plant", "owner", "parties"),
    [
        ("Ultium Cells Warren", "LG Energy Solution", ["ultium-cells"]),
        ("Ultium Cells Warren", "LG Energy Solution/GM", ["ultium-cells"]),
        ("Ultium Cells Warren", "CATL", ["catl"]),
        ("LG Energy Solution Holland", "LG Energy Solution", ["lges"]),
        ("Warren plant", "LG Energy Solution", ["lges"]),
    ],
)
def test_a_venture_in_the_plants_name_stands_for_the_owner_that_a_list_files_it_under(plant, owner, parties):
    read_rows = read({"Plant": plant, "Owner": owner, "City": "Warren", "Country": "US"})

    assert [party.id for party in read_rows.developments[0].parties] == parties


@pytest.mark.parametrize(
    ("plant", "city", "notes"),
    [
        ("StarPlus Kokomo Plant 2", "Kokomo", ("plant 2",)),
        ("Commerce Factory 1", "Commerce", ("plant 1",)),
        ("StarPlus Kokomo", "Kokomo 2", ("plant 2",)),
        ("Tesla Gigafactory 2", "Kokomo", ()),
        ("StarPlus Kokomo", "Kokomo", ()),
    ],
)
def test_a_plant_that_is_counted_in_its_name_is_that_one_of_its_place(plant, city, notes):
    read_rows = read({"Plant": plant, "Owner": "StarPlus Energy", "City": city, "Country": "US"})

    assert read_rows.developments[0].notes == notes


@pytest.mark.parametrize(
    ("city", "state", "place"),
    [
        ("Stanton", "TN", "us-tn-stanton"),
        ("Stanton", "California", "us-ca-stanton"),
        ("Glendale", "AZ", "us-az-glendale"),
        ("Lansing", "MI", "us-mi-lansing"),
    ],
)
def test_a_state_in_a_column_of_its_own_says_which_town_is_meant(city, state, place):
    mapping = MAP.replace('place = "City"', 'place = ["City", "State"]')
    row = {"Plant": "A plant", "Owner": "CATL", "City": city, "State": state, "Country": "US"}

    assert read(row, mapping=mapping, header=[*HEADER, "State"]).developments[0].place.id == place
