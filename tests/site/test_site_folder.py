"""A site is written whole or not at all, and only over a site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.site.folder import MARK, NotWritten, replace

ONE = [("index.html", "one"), ("event/a.html", "event")]
TWO = [("index.html", "two")]


def held(folder: Path) -> dict[str, str]:
    found = {p.relative_to(folder).as_posix(): p.read_text() for p in folder.rglob("*") if p.is_file()}
    return {name: text for name, text in found.items() if name != MARK}


def test_a_new_folder_holds_the_files(tmp_path: Path) -> None:
    assert replace(tmp_path / "deep" / "site", ONE) == 2
    assert held(tmp_path / "deep" / "site") == dict(ONE)


def test_a_site_is_replaced_as_a_whole(tmp_path: Path) -> None:
    replace(tmp_path / "site", ONE)
    assert replace(tmp_path / "site", TWO) == 1
    assert held(tmp_path / "site") == dict(TWO)
    assert [p.name for p in tmp_path.iterdir()] == ["site"], "nothing is left beside it"


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    assert replace(tmp_path / "site", TWO) == 1


def test_a_failure_leaves_what_was_there(tmp_path: Path) -> None:
    def files() -> Iterator[tuple[str, str]]:
        yield "index.html", "half"
        raise ValueError("the template broke")

    replace(tmp_path / "site", ONE)
    with pytest.raises(ValueError, match="the template broke"):
        replace(tmp_path / "site", files())
    assert held(tmp_path / "site") == dict(ONE)
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_the_old_site_comes_back_where_the_new_one_cannot_take_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace(tmp_path / "site", ONE)
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self.name.endswith(".writing") and not self.name.endswith(".old.writing"):
            raise OSError(5, "Input/output error")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(NotWritten, match="what was there is untouched"):
        replace(tmp_path / "site", TWO)
    assert held(tmp_path / "site") == dict(ONE)


def test_what_a_killed_run_left_is_taken_away(tmp_path: Path) -> None:
    (tmp_path / ".site.1.writing").mkdir()
    (tmp_path / ".site.1.writing" / "half.html").write_text("half")
    replace(tmp_path / "site", TWO)
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def foreign_folder(place: Path) -> None:
    place.mkdir()
    (place / "thesis.txt").write_text("mine")


def foreign_file_inside(place: Path) -> None:
    replace(place, ONE)
    (place / "thesis.txt").write_text("mine")


def foreign_file_deep_inside(place: Path) -> None:
    replace(place, ONE)
    (place / "event" / "thesis.txt").write_text("mine")


def foreign_link_inside(place: Path) -> None:
    replace(place, ONE)
    (place / "thesis").symlink_to(place.parent)


def foreign_mark(place: Path) -> None:
    place.mkdir()
    (place / MARK).write_text("thesis.txt\n")


def a_file(place: Path) -> None:
    place.write_text("mine")


def a_link(place: Path) -> None:
    real = place.with_name("real")
    replace(real, ONE)
    place.symlink_to(real)


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (foreign_folder, "is not a site of bot site and not empty: name another folder"),
        (foreign_file_inside, "thesis.txt was not written by bot site: move it away"),
        (foreign_file_deep_inside, "thesis.txt was not written by bot site: move it away"),
        (foreign_link_inside, "thesis was not written by bot site: move it away"),
        (foreign_mark, "is not a site of bot site and not empty: name another folder"),
        (a_file, "is a file: name a new folder"),
        (a_link, "is a link: name a new folder"),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_what_is_no_site_is_left_alone(make: object, said: str, tmp_path: Path) -> None:
    place = tmp_path / "place"
    make(place)  # type: ignore[operator]
    before = sorted((p.relative_to(tmp_path).as_posix(), p.is_symlink()) for p in tmp_path.rglob("*"))
    with pytest.raises(NotWritten, match=said) as refused:
        replace(place, TWO)
    assert "\n" not in str(refused.value)
    assert sorted((p.relative_to(tmp_path).as_posix(), p.is_symlink()) for p in tmp_path.rglob("*")) == before
