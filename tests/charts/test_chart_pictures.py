"""The pictures themselves: PNGs of the size that was laid out, with something on them, the same every time."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PIL import Image

from bot.charts.artist import COMMAND, size
from bot.charts.drawing import drawn, laid_out
from bot.charts.layout import Layout, Text
from bot.charts.paint import paint
from bot.charts.spec import BadSpec, to_json
from tests.charts.samples import SAMPLES


@pytest.mark.parametrize("name", SAMPLES)
def test_a_picture_has_its_size_and_is_not_empty(name: str) -> None:
    layout = laid_out(SAMPLES[name])
    picture = drawn(SAMPLES[name])
    image = Image.open(io.BytesIO(picture))
    assert image.size == size(picture) == (layout.width, layout.height)
    assert image.mode == "RGB", "an explicit ground: nothing shines through on dark"
    inner = image.crop((4, 4, layout.width - 4, layout.height - 4))
    assert inner.getpixel((0, 0)) == (255, 255, 255)
    counted = inner.convert("L").histogram()
    assert sum(counted[:200]) > 500
    assert len(picture) < 500_000


@pytest.mark.parametrize("name", ["five bars", "columns", "moments of decades", "most nodes"])
def test_every_text_leaves_ink_where_it_stands(name: str) -> None:
    layout = laid_out(SAMPLES[name])
    image = Image.open(io.BytesIO(paint(layout)))
    for text in layout.texts:
        assert len(image.crop(text.box).getcolors(100_000) or ()) > 1, text.text


def chunks(picture: bytes) -> Iterator[str]:
    at = 8
    while at < len(picture):
        yield picture[at + 4 : at + 8].decode()
        at += 12 + int.from_bytes(picture[at : at + 4], "big")


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_chart_gives_the_same_bytes_without_time_or_program(name: str) -> None:
    picture = drawn(SAMPLES[name])
    assert drawn(SAMPLES[name]) == picture
    assert set(chunks(picture)) == {"IHDR", "IDAT", "IEND"}


@pytest.mark.parametrize("name", ["five bars", "columns", "moments of one year", "one company"])
def test_the_process_draws_the_same(name: str) -> None:
    done = subprocess.run(COMMAND, input=to_json(SAMPLES[name]).encode(), capture_output=True, check=True)
    assert done.stdout == drawn(SAMPLES[name])
    assert done.stderr == b""


@pytest.mark.parametrize(
    "given", [b"", b"[]", b'{"form": "pie"}', b"\xff\xfe", b"null", b'{"form": "bars", "title": "T"}']
)
def test_what_is_no_chart_is_refused_in_one_line(given: bytes) -> None:
    done = subprocess.run(COMMAND, input=given, capture_output=True, check=False)
    assert done.returncode == 2
    assert done.stdout == b""
    assert done.stderr.startswith(b"bot.charts: ")
    assert done.stderr.count(b"\n") == 1


def test_a_picture_too_tall_is_refused() -> None:
    with pytest.raises(BadSpec, match="too much"):
        paint(Layout(100, 6000, [], [Text(0, 0, "a", 20)]))


def test_whoever_asks_for_charts_loads_no_imaging_library() -> None:
    code = "import sys, bot.charts.artist, bot.charts.alt, bot.charts.lettering, bot.app; print('PIL' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
