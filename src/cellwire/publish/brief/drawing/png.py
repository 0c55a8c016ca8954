"""A picture as PNG, for mail: mail programs show no SVG. Drawn at twice its size, with the typeface Pillow carries."""

from __future__ import annotations

from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from cellwire.publish.brief.drawing.picture import COLOURS, SIZES, Dot, Label, Picture, Polygon

_ZOOM = 2
_PAPER = "#ffffff"
_LARGER = 1.2  # than in the page: a mail is read on a phone
_ANCHORS = {"start": "lm", "middle": "mm", "end": "rm"}


def as_png(picture: Picture) -> bytes:
    """The same picture gives the same bytes."""
    image = Image.new("RGB", (picture.width * _ZOOM, picture.height * _ZOOM), _PAPER)
    pen = ImageDraw.Draw(image)
    for shape in picture.shapes:
        colour = COLOURS[shape.role]
        if isinstance(shape, Polygon):
            pen.polygon([(x * _ZOOM, y * _ZOOM) for x, y in shape.points], fill=colour)
        elif isinstance(shape, Dot):
            x, y, radius = shape.x * _ZOOM, shape.y * _ZOOM, shape.radius * _ZOOM
            pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)
        else:
            _write(pen, shape, colour)
    out = BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def _write(pen: ImageDraw.ImageDraw, label: Label, colour: str) -> None:
    at = (label.x * _ZOOM, label.y * _ZOOM)
    pen.text(
        at,
        label.text,
        fill=colour,
        font=_typeface(round(SIZES[label.role] * _LARGER * _ZOOM)),
        anchor=_ANCHORS[label.anchor],
    )


@cache
def _typeface(size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
    return ImageFont.load_default(size)
