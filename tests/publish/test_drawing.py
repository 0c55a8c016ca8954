"""Pictures: one description, two drawings; a map of what has a place, a chart of what has a figure."""

from io import BytesIO

import pytest
from lxml import etree
from PIL import Image

from cellwire.publish.brief.drawing import Picture, as_png, as_svg, chart_of, map_of
from cellwire.publish.brief.drawing.picture import Dot, Label, Polygon
from cellwire.publish.brief.edition import Bar, Part, Spot

SUNDERLAND = Spot("Sunderland, UK", 54.9, -1.4, "a", "AESC builds")
NINGDE = Spot("Ningde, China", 26.7, 119.5, "b", "CATL <builds>")
FUZHOU = Spot("Fuzhou, China", 26.1, 119.3, "c", "Another builds")
BARS = [Bar(f"Voltara {number}, Somewhere", number, Part(f"{number} GWh a year")) for number in (40, 30, 5)]


def labels(picture: Picture, role: str) -> list[str]:
    return [shape.text for shape in picture.shapes if isinstance(shape, Label) and shape.role == role]


def test_a_single_place_is_no_map_and_two_bars_are_no_chart() -> None:
    assert map_of([SUNDERLAND]) is None
    assert chart_of(BARS[:2]) is None


def test_every_place_has_its_number_and_near_ones_share_a_dot() -> None:
    drawn = map_of([SUNDERLAND, NINGDE, FUZHOU])

    assert drawn
    assert labels(drawn, "number") == ["1", "2, 3"]


@pytest.mark.parametrize("spots", [[SUNDERLAND, NINGDE], [NINGDE, FUZHOU], [SUNDERLAND, Spot("x", -75, 179, "d", "y")]])
def test_every_dot_lies_on_the_map_with_land_around(spots: list[Spot]) -> None:
    drawn = map_of(spots)

    assert drawn
    dots = [shape for shape in drawn.shapes if isinstance(shape, Dot)]
    assert all(0 <= dot.x <= drawn.width for dot in dots)
    assert any(isinstance(shape, Polygon) and shape.role == "land" for shape in drawn.shapes)
    assert 150 < drawn.height < 500


def test_west_is_left_and_north_is_up() -> None:
    drawn = map_of([SUNDERLAND, NINGDE])

    assert drawn
    one, other = (shape for shape in drawn.shapes if isinstance(shape, Dot))
    assert one.x < other.x
    assert one.y < other.y


def test_a_bar_is_as_long_as_its_figure() -> None:
    drawn = chart_of(BARS)

    assert drawn
    ends = [shape.points[1][0] - shape.points[0][0] for shape in drawn.shapes if isinstance(shape, Polygon)]
    assert ends[1] / ends[0] == pytest.approx(30 / 40, rel=0.01)
    assert labels(drawn, "amount") == ["40 GWh a year", "30 GWh a year", "5 GWh a year"]


@pytest.mark.parametrize("picture", [map_of([SUNDERLAND, NINGDE]), chart_of(BARS)])
def test_both_drawings_show_the_same(picture: Picture) -> None:
    svg = etree.fromstring(str(as_svg(picture, id="p")))
    png = Image.open(BytesIO(as_png(picture)))

    assert (png.width, png.height) == (2 * picture.width, 2 * picture.height)
    assert len(svg) == len(picture.shapes) + 2  # with a title and a description
    assert svg[1].text == picture.description
    assert as_png(picture) == as_png(picture)


@pytest.mark.parametrize("east", [-66.0, 174.0, -176.0])
def test_a_map_is_never_higher_than_it_is_wide(east: float) -> None:
    spots = [Spot("Zaragoza", 41.6, east + 3, "a", "One"), Spot("Rincon", -24.0, east, "b", "Two")]
    drawn = map_of(spots)

    assert drawn is not None
    assert drawn.height <= 0.63 * drawn.width
    assert len([shape for shape in drawn.shapes if isinstance(shape, Dot) and 0 < shape.x < drawn.width]) == 2
