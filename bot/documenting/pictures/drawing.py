"""Pieces as an SVG of one message: text that stays text, colours by the reader's light or dark, nothing to load."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from bot.documenting.pictures.lettering import FAMILY, Line, lines, width
from bot.documenting.pictures.looks import Look
from bot.documenting.pictures.payloads import Box, Buttons, Piece, Text

WIDE = 760
_EDGE = 20
_LEFT = 68
"""Where the message begins, beside its avatar."""
_ASKED = 38
"""Height of what was asked."""
_BULLET = 16
_BUTTON = 32
_INSIDE = 14
"""Between the frame of a box and its text."""
_STRIPE = 4
_LABEL = 14
_APART = 9
"""Around rows of buttons."""
_SIGNS = {"👍": "", "👎": ' transform="rotate(180 8 8)"'}
"""Drawn, since not every viewer has a font that holds them."""
_THUMB = "M.5 7h3v8h-3zM4.5 7.2 8 .8c1.3 0 2.2 1 2 2.2L9.5 6h4.3c1 0 1.8.9 1.6 1.9l-1.2 5.7c-.2.8-.9 1.4-1.8 1.4H4.5z"


def draw(pieces: Sequence[Piece], look: Look, asked: str, alt: str) -> str:
    """The picture of what was asked and of the message that answers it; the same pieces give the same bytes."""
    pen = _Pen(look)
    pen.asked(asked)
    pen.who()
    for at, piece in enumerate(pieces):
        if at:
            near = isinstance(pieces[at - 1], Text) and not isinstance(piece, Buttons)
            pen.y += look.between if near else _APART
        pen.piece(piece)
    height = round(pen.y + _EDGE)
    return "\n".join((*_head(look, height, alt), *pen.shapes, "</svg>", ""))


def _head(look: Look, height: int, alt: str) -> Iterator[str]:
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDE}" height="{height}" viewBox="0 0 {WIDE} {height}"'
        f' role="img" aria-label={quoteattr(alt)} font-family="{FAMILY}">'
    )
    yield f"<style>svg{{{look.light.variables()}}}"
    yield f"@media(prefers-color-scheme:dark){{svg{{{look.dark.variables()}}}}}"
    yield "".join(f".{name}{{fill:var(--{name})}}" for name in ("paper", "ink", "faint", "link", "tagged"))
    yield ".box{fill:var(--box);stroke:var(--rule)}.button{fill:var(--button);stroke:var(--edge)}.tag{fill:var(--tag)}"
    yield ".paper{stroke:var(--rule)}.sign{fill:var(--faint)}"
    yield "</style>"
    yield f'<rect class="paper" x=".5" y=".5" width="{WIDE - 1}" height="{height - 1}" rx="10"/>'


class _Pen:
    """Draws from above to below; `y` is where it has come to."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self.y = float(_EDGE)
        self.shapes: list[str] = []

    def asked(self, text: str) -> None:
        self._rect("box", _EDGE, self.y, WIDE - 2 * _EDGE, _ASKED, 8)
        self._text("ink", _EDGE + 14, self.y + _ASKED / 2 + 5, 15, escape(text))
        self.y += _ASKED + 18

    def who(self) -> None:
        """The avatar, the name and the word that says what it is."""
        mark = f'<g transform="translate({_EDGE} {_n(self.y)})">'
        back = f'<rect width="36" height="36" rx="{_n(self._look.avatar)}" fill="#1f5f63"/>'
        line = '<path d="M9.5 25h17M12 25 16 11l5 8 3.2-4.6" fill="none" stroke="#f6f1e4" stroke-width="2.6"'
        self.shapes.append(
            f'{mark}{back}{line} stroke-linecap="round" stroke-linejoin="round"/>'
            '<circle cx="24" cy="13" r="2.5" fill="#f0b35a"/></g>'
        )
        base = self.y + 13
        self._text("ink", _LEFT, base, 15, "embodied", ' font-weight="700"')
        after = _LEFT + width("embodied", 15, bold=True) + 6
        self._rect("tag", after, base - 12, 30, 15, 3)
        self._text("tagged", after + 15, base - 1, 10, "APP", ' font-weight="700" text-anchor="middle"')
        if self._look.aside:
            self._text("faint", after + 38, base, 13, escape(self._look.aside))
        self.y += 22

    def piece(self, piece: Piece) -> None:
        if isinstance(piece, Text):
            self._paragraph(piece, _LEFT, WIDE - _EDGE)
        elif isinstance(piece, Buttons):
            self._buttons(piece)
        else:
            self._box(piece)

    def _paragraph(self, text: Text, left: float, right: float) -> None:
        look = self._look
        size = {"title": look.title, "fact": look.fact, "small": look.small}[text.look]
        indent = _BULLET if text.bullet else 0
        colour = "faint" if text.look == "small" else "ink"
        for number, line in enumerate(lines(text.runs, size, right - left - indent)):
            base = self.y + size * (look.leading + 0.7) / 2
            if text.bullet and not number:
                self._text(colour, left + 2, base, size, "•")
            self._text(colour, left + indent, base, size, _marked(line))
            self.y += size * look.leading

    def _buttons(self, row: Buttons) -> None:
        x = float(_LEFT)
        for label in row.labels:
            wide = 28 + (16 if label in _SIGNS else width(label, _LABEL, bold=True))
            if x + wide > WIDE - _EDGE and x > _LEFT:
                x = float(_LEFT)
                self.y += _BUTTON + 8
            self._rect("button", x, self.y, wide, _BUTTON, self._look.corner)
            if label in _SIGNS:
                self._sign(label, x + 14, self.y + 8)
            else:
                bold = ' font-weight="700" text-anchor="middle"'
                self._text("ink", x + wide / 2, self.y + _BUTTON / 2 + 5, _LABEL, escape(label), bold)
            x += wide + 8
        self.y += _BUTTON

    def _box(self, box: Box) -> None:
        top, below = self.y, len(self.shapes)
        self.y += _INSIDE
        for at, text in enumerate(box.pieces):
            if at:
                self.y += self._look.between + (0 if box.pieces[at - 1].look == "fact" else 4)
            self._paragraph(text, _LEFT + _STRIPE + _INSIDE, WIDE - _EDGE - _INSIDE)
        self.y += _INSIDE
        drawn, self.shapes = self.shapes[below:], self.shapes[:below]
        self._rect("box", _LEFT, top, WIDE - _EDGE - _LEFT, self.y - top, 8)
        self.shapes.append(
            f'<path d="M{_LEFT + 8} {_n(top)}a8 8 0 0 0-8 8v{_n(self.y - top - 16)}a8 8 0 0 0 8 8'
            f'h-{8 - _STRIPE}v-{_n(self.y - top)}z" fill="{box.stripe}"/>'
        )
        self.shapes += drawn

    def _sign(self, label: str, x: float, y: float) -> None:
        self.shapes.append(
            f'<g transform="translate({_n(x)} {_n(y)})"><path class="sign" d="{_THUMB}"{_SIGNS[label]}/></g>'
        )

    def _rect(self, name: str, x: float, y: float, wide: float, high: float, corner: float) -> None:
        place = f'x="{_n(x)}" y="{_n(y)}" width="{_n(wide)}" height="{_n(high)}" rx="{_n(corner)}"'
        self.shapes.append(f'<rect class="{name}" {place}/>')

    def _text(self, name: str, x: float, y: float, size: float, marked: str, more: str = "") -> None:
        place = f'x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}"{more}'
        self.shapes.append(f'<text class="{name}" {place}>{marked}</text>')


def _marked(line: Line) -> str:
    """Runs of one line: the browser sets them one after the other, so that no width has to be exact."""
    parts = []
    for run in line:
        weight = ' font-weight="700"' if run.bold else ""
        colour = ' class="link"' if run.link else ""
        plain = escape(run.text)
        parts.append(f"<tspan{colour}{weight}>{plain}</tspan>" if weight or colour else plain)
    return "".join(parts)


def _n(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
