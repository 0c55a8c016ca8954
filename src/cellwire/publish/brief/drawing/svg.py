"""A picture as inline SVG: colours come from the page's style, so that it follows light, dark and print.

What stands in the attributes is for programs that lay the page's style on nothing within a picture: those for PDF.
"""

from __future__ import annotations

from markupsafe import Markup

from cellwire.publish.brief.drawing.picture import COLOURS, SIZES, Dot, Picture, Polygon, Shape
from cellwire.publish.taming import tame


def as_svg(picture: Picture, *, id: str) -> Markup:
    shapes = Markup("").join(_shape(shape) for shape in picture.shapes)
    return Markup(
        '<svg class="picture" viewBox="0 0 {w} {h}" role="img" aria-labelledby="{id}-title {id}-desc" '
        'xmlns="http://www.w3.org/2000/svg"><title id="{id}-title">{title}</title><desc id="{id}-desc">{told}</desc>'
        "{shapes}</svg>"
    ).format(
        w=picture.width,
        h=picture.height,
        id=id,
        title=tame(picture.title),
        told=tame(picture.description),
        shapes=shapes,
    )


def _shape(shape: Shape) -> Markup:
    if isinstance(shape, Polygon):
        path = "M" + "L".join(f"{x:g},{y:g}" for x, y in shape.points) + "Z"
        return Markup('<path class="{}" fill="{}" d="{}"/>').format(shape.role, COLOURS[shape.role], path)
    if isinstance(shape, Dot):
        return Markup('<circle class="{}" fill="{}" cx="{:g}" cy="{:g}" r="{:g}"/>').format(
            shape.role, COLOURS[shape.role], shape.x, shape.y, shape.radius
        )
    return Markup(
        '<text class="{}" fill="{}" font-size="{}" x="{:g}" y="{:g}" dy=".35em" text-anchor="{}">{}</text>'
    ).format(shape.role, COLOURS[shape.role], SIZES[shape.role], shape.x, shape.y, shape.anchor, tame(shape.text))
