"""A layout as a PNG. Shapes are drawn twice as large and reduced, so that their edges are smooth."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

from bot.charts.layout import FRAME, GROUND, TALLEST, Disc, Layout, Rect, Shape, Stroke, font
from bot.charts.spec import BadSpec

_TIMES = 2


def paint(layout: Layout) -> bytes:
    """The same layout gives the same bytes: no time and no name of a program is written into the file."""
    if not 0 < layout.height <= TALLEST:
        raise BadSpec(f"a picture {layout.height} pixels high is too much")
    large = Image.new("RGB", (layout.width * _TIMES, layout.height * _TIMES), GROUND)
    pen = ImageDraw.Draw(large)
    for shape in layout.shapes:
        _shape(pen, shape)
    picture = large.reduce(_TIMES)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, layout.width - 1, layout.height - 1), outline=FRAME, width=2)
    for text in layout.texts:
        pen.text((text.x, text.y), text.text, fill=text.colour, font=font(text.size, text.weight))
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=6)
    return out.getvalue()


def _shape(pen: ImageDraw.ImageDraw, shape: Shape) -> None:
    if isinstance(shape, Rect):
        right, bottom = shape.x + shape.width, shape.y + shape.height
        box = (shape.x * _TIMES, shape.y * _TIMES, right * _TIMES - 1, bottom * _TIMES - 1)
        pen.rounded_rectangle(box, shape.radius * _TIMES, fill=shape.colour, outline=shape.outline or None, width=3)
    elif isinstance(shape, Stroke):
        points = [(x * _TIMES, y * _TIMES) for x, y in shape.points]
        pen.line(points, fill=shape.colour, width=round(shape.width * _TIMES), joint="curve")
    elif isinstance(shape, Disc):
        x, y, radius = shape.x * _TIMES, shape.y * _TIMES, shape.radius * _TIMES
        pen.ellipse((x - radius, y - radius, x + radius, y + radius), fill=shape.colour)
