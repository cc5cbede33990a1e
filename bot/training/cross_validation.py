"""Scores extraction on every folder of annotated articles with the models trained on the other folders alone.

The rules were written by people who read some of these articles, so what is left out is only what is learned; a folder
that nobody read while the rules were made is the fairer measure, and `docs/extraction.md` names it.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from bot.articles import read_article
from bot.evaluation.facts import FactScore, score_facts
from bot.extraction import extract
from bot.extraction.kind import Draft
from bot.extraction.run import Read
from bot.extraction.text.context import Context
from bot.extraction.text.typing import EntityTyper
from bot.names import default_registry
from bot.training import entity_kinds


def _nothing(_: Context, __: list[Draft]) -> None:
    return None


def reader_of(folders: Sequence[Path], epochs: int) -> Read:
    """A learned reader trained on some folders, which takes an hour or so; needs the extra `train`."""
    from bot.extraction.learned.network import Network
    from bot.extraction.learned.readings import look
    from bot.training import reader, reader_export

    with tempfile.TemporaryDirectory() as place:
        net = reader.train(list(reader.lessons(folders)), reader.untrained(), epochs)
        reader_export.export(net, Path(place))
        network = Network(Path(place))
    return lambda context, rules: look(context, rules, network)


def score_left_out(left: Path, rows: Sequence[entity_kinds.Sample], read: Read = _nothing) -> FactScore:
    """The score on one folder; the model of names is trained on `rows`, `read` is what else was learned elsewhere."""
    typer = EntityTyper(entity_kinds.train([*rows, *entity_kinds.registry_samples(default_registry())]))
    gold, told, texts = {}, {}, {}
    for path in sorted(left.glob("*.md")):
        if not path.with_suffix(".json").is_file():
            continue
        gold[path.stem] = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        article = read_article(path)
        told[path.stem] = [s.to_json() for s in extract(article, typer=typer, read=read)]
        texts[path.stem] = path.read_text(encoding="utf-8")
    return score_facts(gold, told, texts)


def cross_validate(folders: Sequence[Path], epochs: int = 0) -> Iterator[tuple[str, FactScore]]:
    """(folder, score) one after the other; with `epochs` the learned reader is trained anew for each.

    The judge of what the reader proposes is the one that ships; it sees no words, only how sure rules and reader are.
    """
    rows = {folder: list(entity_kinds.samples([folder])) for folder in folders}
    for left in folders:
        others = [folder for folder in folders if folder != left]
        known = [row for folder in others for row in rows[folder]]
        yield left.name, score_left_out(left, known, reader_of(others, epochs) if epochs else _nothing)
