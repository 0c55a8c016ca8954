"""Pictures of the week: described once, drawn as SVG in the page and as PNG in the mail."""

from cellwire.publish.brief.drawing.chart import chart_of
from cellwire.publish.brief.drawing.map import map_of
from cellwire.publish.brief.drawing.picture import Picture
from cellwire.publish.brief.drawing.png import as_png
from cellwire.publish.brief.drawing.svg import as_svg

__all__ = ["Picture", "as_png", "as_svg", "chart_of", "map_of"]
