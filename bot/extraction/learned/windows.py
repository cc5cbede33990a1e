"""An article cut into windows that the encoder can read, with every name and figure marked in its tokens.

A window holds the title, up to three sentences of what came before, its own sentences and two that follow: a fact is
looked for in the own sentences only, whom it is about in all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.extraction.learned.places import cluster_numbers
from bot.extraction.learned.tokens import Piece, pieces

if TYPE_CHECKING:
    from bot.extraction.learned.hints import Hint
    from bot.extraction.text.context import Cluster, Context, Sentence

WIDTH = 440
"""Tokens of a window, about; the encoder's limit is 512."""
_LIMIT = 510
_FIRST, _LAST = 101, 102
_ROOM = 40
"""Tokens kept free for the sentences that follow."""
_BACK, _AHEAD = 3, 2

PLAIN, NAME, MEANT, SUM, NUMBER, ROUND = 0, 1, 2, 3, 4, 5
ORG, PERSON, PRODUCT, OTHER = 6, 7, 8, 9
MARKS = 10
"""What a token is part of, told to the encoder beside the token itself."""
_KIND_MARKS = {"org": ORG, "person": PERSON, "product": PRODUCT}
UNKIND = {ORG: NAME, PERSON: NAME, PRODUCT: NAME, OTHER: NAME}
"""Marks without the kind of the name, as training hides it now and then."""


@dataclass(frozen=True, slots=True)
class Name:
    """A place in a window where an entity is named or meant; `first` and `last` are tokens, `cluster` an index."""

    first: int
    last: int
    cluster: int
    anaphoric: bool
    sentence: int
    start: int
    end: int


@dataclass(slots=True)
class Window:
    """Tokens of some sentences. `places` are their spans in the article, (-1, -1) at both ends of the window."""

    context: Context
    ids: list[int] = field(default_factory=lambda: [_FIRST])
    places: list[tuple[int, int]] = field(default_factory=lambda: [(-1, -1)])
    sentences: list[int] = field(default_factory=lambda: [-1])
    own: list[bool] = field(default_factory=lambda: [False])
    """Whether facts are looked for at a token."""
    marks: list[int] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    token_at: dict[int, int] = field(default_factory=dict)
    """Position in the article → token."""
    told: Counter[int] = field(default_factory=Counter)
    """How often the whole article names each cluster."""
    hints: list[tuple[int, Hint]] = field(default_factory=list)
    """What the rules found, each with its token."""

    def append(self, sentence: Sentence, found: list[Piece], own: bool) -> None:
        """Adds the tokens of a sentence as far as there is room."""
        for piece in found[: max(0, _LIMIT - len(self.ids))]:
            place = (sentence.start + piece.start, sentence.start + piece.end)
            for position in range(*place):
                self.token_at.setdefault(position, len(self.ids))
            self.ids.append(piece.id)
            self.places.append(place)
            self.sentences.append(sentence.index)
            self.own.append(own)

    def close(self, clusters: dict[int, int], told: Counter[int], hints: Sequence[Hint]) -> None:
        """Ends the window and marks what stands in it; `clusters` gives the index of each cluster by `id`."""
        self.ids.append(_LAST)
        self.places.append((-1, -1))
        self.sentences.append(-1)
        self.own.append(False)
        self.marks = [PLAIN] * len(self.ids)
        self.told = told
        self.hints = [(at, hint) for hint in hints if (at := self.token_at.get(hint.position)) is not None]
        for index in sorted(set(self.sentences) - {-1}):
            sentence = self.context.sentences[index]
            for mark, found in ((SUM, sentence.money), (NUMBER, sentence.numbers), (ROUND, sentence.rounds)):
                for figure in found:
                    self._mark(figure.start, figure.end, mark)
            for mention in sentence.mentions:
                first = self.token_at.get(mention.start)
                if first is None:
                    continue
                last = self.token_at.get(mention.end - 1, first)
                known = _KIND_MARKS.get(mention.kind, OTHER)
                self._mark(mention.start, mention.end, MEANT if mention.anaphoric else known)
                self.names.append(
                    Name(
                        first, max(first, last), clusters[id(mention.cluster)], mention.anaphoric, index,
                        mention.start, mention.end,
                    )
                )  # fmt: skip

    def _mark(self, start: int, end: int, mark: int) -> None:
        for position in range(start, end):
            token = self.token_at.get(position)
            if token is not None:
                self.marks[token] = mark


def _told(clusters: list[Cluster]) -> Counter[int]:
    return Counter({number: len(cluster.named) for number, cluster in enumerate(clusters)})


def windows(context: Context, hints: Sequence[Hint] = ()) -> Iterator[Window]:
    """The windows of an article, with `hints`; each sentence is `own` in one of them; none without a name."""
    cut = {s.index: pieces(s.text) for s in context.sentences}
    title = [s for s in context.sentences if s.title]
    body = context.body
    heading = sum(len(cut[s.index]) for s in title)
    numbers, told = cluster_numbers(context.clusters), _told(context.clusters)
    at = 0
    while at < len(body) or at == 0:
        back = body[max(0, at - _BACK) : at]
        size = 2 + heading + sum(len(cut[s.index]) for s in back)
        while back and size > WIDTH * 0.55:
            size -= len(cut[back[0].index])
            back = back[1:]
        window = Window(context)
        for sentence in title:
            window.append(sentence, cut[sentence.index], at == 0)
        for sentence in back:
            window.append(sentence, cut[sentence.index], False)
        begin = at
        while at < len(body) and (at == begin or size + len(cut[body[at].index]) <= WIDTH - _ROOM):
            size += len(cut[body[at].index])
            window.append(body[at], cut[body[at].index], True)
            at += 1
        for sentence in body[at : at + _AHEAD]:
            size += len(cut[sentence.index])
            if size > WIDTH + _ROOM // 2:
                break
            window.append(sentence, cut[sentence.index], False)
        window.close(numbers, told, hints)
        if window.names:
            yield window
        if not body:
            return
