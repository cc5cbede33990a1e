"""What is left of a message that says much: the article that comes closest to all of it, and its closest sentences.

The closest leg asks for the names and for one sentence at a time. A long message ties itself to one article by all of
its words together, named or described, and each thing that it asks has its sentence there. A short one does not, and
what the rules know how to ask they would have found: such messages need to say more.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from bot.answers.asked.question import Clause, clauses
from bot.answers.asked.words import spelled
from bot.answers.desk import Desk
from bot.answers.found import Found
from bot.answers.intents.people import asked_post
from bot.answers.legs.closest import ASKS_DESCRIBED, CLOSEST, is_proved, may_hold, share_said
from bot.answers.legs.descriptions import remember
from bot.answers.proof.asking import proofs_of
from bot.answers.proof.kinds import asked_thing
from bot.answers.proof.proofs import Post
from bot.answers.proof.ties import is_before_named
from bot.answers.sentences.closeness import Close, spoken_of
from bot.answers.sentences.evidence import BESIDE
from bot.answers.sentences.meanings.of_questions import meaning_of, meanings
from bot.answers.sentences.signs import CJK, ENDS_ASKING
from bot.answers.sentences.tellings import Sought
from bot.answers.whereabouts import is_place

_HITS, _ARTICLES = 60, 4
_WORDS_MEANT = 6
"""What a word of the message may mean is searched for by so many words."""
_PARTS = 4
_HELD, _FOUND_FIRST = 0.5, 1.0
"""What it counts that an article holds all the words somewhere, and that a search for them finds it first."""
_ENOUGH, _ENOUGH_ALONE = 12.5, 15.0
"""What a message has to say, where its sentences hold the kind of thing that is asked for and where they need not:
its words count one each."""
_MOST_WORDS = 16
_SEVERAL, _KNOWN, _KNOWN_THING, _CLEAR = 5.5, 2.7, 0.8, 1.6
"""What counts besides: several things are asked; rules know what is asked; it is of a kind that has to be proved; no
other article comes as close."""
_SAID_WHOLLY, _WHOLLY_ENOUGH = 0.95, 8.0
"""The share of a question that one sentence says, and what that counts."""
_TELLING, _TELLING_MUCH = 7.5, 20.0
"""What the words of such a question weigh at least: one that hardly any sentence has, or several; and where rules
know what is asked."""
_SAID_IN_WORDS = ("thing", "money", "why")
"""What is asked for by words: who, when, where and how many are known by a name alone."""
_HELD_OF_NOBODY = 0.4
"""The share of the words that the closest sentences hold with those around them, where a message names nobody."""
_CLOSE = 0.4
"""How much less close a second sentence may come that is shown for the same thing."""
_UNTYPED = ("yes", "thing")
"""What is asked for by questions of which any sentence may hold it."""
_LOOKED_AT = 4
"""Sentences that are looked at for one that holds what is asked."""
_ARTICLES_BEFORE = 3
_ENOUGH_BEFORE, _ENOUGH_OF_LONG, _LONG = 2.0, 1.4, 9
"""How close a sentence of an article that answered before has to come to what is asked after it, and where that has
so many words."""
_NEARLY_SAID, _ENOUGH_NEARLY_SAID = 0.8, 1.7
"""The share of the words that it says nearly all with those beside it, and how close it has to come then."""


@dataclass(frozen=True, slots=True)
class _Near:
    """An article, how close it comes to a message, and its closest sentences for each thing that is asked."""

    score: float
    told: tuple[tuple[Clause, list[Close]], ...]


def of_closest_article(desk: Desk, message: str, sought_of: Callable[[Clause], list[Sought]]) -> list[Found]:
    """What comes closest to each part of a message in the article that comes closest to the whole; nothing unless the
    message says enough. `sought_of`: what a clause asked of the facts."""
    asked = clauses(message, desk.lookup.spotter, desk.today, apart=True)[:_PARTS]
    if len(asked) == 1 and ASKS_DESCRIBED.search(asked[0].shape):
        return []  # the words of a description tell a company from others only where they all are told of it
    says = float(min(len(message.split()) + len(CJK.findall(message)) // 2, _MOST_WORDS))
    says += _SEVERAL if len(asked) > 1 else 0.0
    says -= _KNOWN if any(_is_known(sought_of(clause)) for clause in asked) else 0.0
    says -= _KNOWN_THING if any(_is_proved_apart(desk, clause) for clause in asked) else 0.0
    in_words = len(asked) == 1 and _asks_in_words(desk, asked[0], sought_of)
    if says + _CLEAR + (_WHOLLY_ENOUGH if in_words else 0.0) < _ENOUGH:
        return []
    near = sorted(_near(desk, message, asked), key=lambda one: -one.score)
    if not near:
        return []
    says += _CLEAR * (min(near[0].score - near[1].score, 1.0) if near[1:] else 1.0)
    wholly = in_words and _is_said_wholly(desk, *near[0].told[0])
    says += _WHOLLY_ENOUGH if wholly else 0.0
    if says < _ENOUGH:
        return []
    found = []
    for clause, told in near[0].told:
        passages = [one.passage for one in told[: 1 if wholly else 2] if one.score >= told[0].score - _CLOSE]
        if ENDS_ASKING.search(passages[0].text):
            passages[1:] = desk.sentences.discourse.near(passages[0], 0, 1)
        if says < _ENOUGH_ALONE and not is_proved(desk, clause, passages[0]):
            return []
        if clause.wants == "when" and not may_hold(desk, clause, _around(desk, [(clause, told)])):
            return []
        if is_before_named(desk.sentences.discourse, passages[0], frozenset(clause.ids)):
            return []
        post = asked_post(clause.shape) if clause.wants == "who" else ""
        if post and not any(Post(post).in_text(text) for text in _around(desk, [(clause, told)])):
            return []
        found.append(Found(clause, (), tuple(passages), clause.ids, rule=CLOSEST))
    for one in found:
        remember(desk, (one.clause,), one.passages)
    return found


def in_articles_before(
    desk: Desk, parts: Sequence[Clause], sought_of: Callable[[Clause], list[Sought]]
) -> tuple[list[Found], list[str]]:
    """What comes closest to each part of a follow-up in the articles that answered before it, and the words of the
    other parts."""
    before = desk.memory.answered()
    missing = [clause.asked or clause.text for clause in parts]
    if before is None:
        return [], missing
    cited = (*(s.article for told in before.told for s in told.statements), *(p.article for p in before.passages))
    articles = list(dict.fromkeys(cited))[:_ARTICLES_BEFORE]
    found = []
    for clause in parts:
        reading = next(iter(desk.resolver.readings(clause, desk.memory)), clause)
        if _is_known(sought_of(reading)):
            continue
        within = [article for article in articles if _speaks_of_all(desk, article, [clause])]
        near = [one for article in within for one in desk.sentences.closeness.ranked(clause, article)]
        best = max(near, key=lambda one: one.score, default=None)
        enough = _ENOUGH_BEFORE if len(clause.text.split()) < _LONG else _ENOUGH_OF_LONG
        if best is not None and best.held >= _NEARLY_SAID and clause.wants in _SAID_IN_WORDS:
            enough = min(enough, _ENOUGH_NEARLY_SAID)
        if best is not None and best.score >= enough and is_proved(desk, clause, best.passage):
            found.append(Found(reading, (), (best.passage,), rule=CLOSEST))
            missing.remove(clause.asked or clause.text)
    for one in found:
        remember(desk, (one.clause,), one.passages)
    return found, missing


def _asks_in_words(desk: Desk, clause: Clause, sought_of: Callable[[Clause], list[Sought]]) -> bool:
    """Whether a question on somebody asks in telling words that no rule knows, so that one sentence may say all."""
    if clause.wants not in _SAID_IN_WORDS or clause.narrow.when is not None or clause.tellers:
        return False
    if all(map(is_place, clause.groups())) or asked_thing(clause.shape) is not None:
        return False
    telling = sum(desk.sentences.closeness.weights(clause).values())
    if telling >= _TELLING_MUCH:
        return True
    if telling < _TELLING or (clause.wants == "thing" and _is_proved_apart(desk, clause)):
        return False
    if clause.wants == "why" and any(desk.facts.kind(i) == "person" for i in clause.ids):
        return False  # that somebody left is told by one word, and why by none of the question
    return all(wish.rest for wish in sought_of(clause))


def _is_said_wholly(desk: Desk, clause: Clause, told: Sequence[Close]) -> bool:
    """Whether the closest sentence says all of a question, and speaks of those who are named.

    Two names tie the article to the question, so that a sentence of it need not say both; people it has to speak of.
    """
    closest, groups = told[0], clause.groups()
    people = tuple(ids for ids in groups if desk.sentences.discourse.has_person(ids))
    spoken = people or (groups if len(groups) < 2 else ())
    said = share_said(desk.sentences.closeness.weights(clause), meanings(closest.passage.text))
    return (
        min(said, closest.held) >= _SAID_WHOLLY
        and (not spoken or desk.sentences.evidence.speaks_of(closest.passage, spoken) > BESIDE)
        and is_proved(desk, clause, closest.passage)
    )


def _is_known(sought: list[Sought]) -> bool:
    """Whether rules know what is asked, but for a word."""
    return bool(sought) and all(len(wish.rest) <= 1 for wish in sought)


def _is_proved_apart(desk: Desk, clause: Clause) -> bool:
    kinds = [{desk.facts.kind(i) for i in ids} for ids in clause.groups()]
    return bool(proofs_of(clause, any("person" in some for some in kinds), sum("org" in some for some in kinds)))


def _near(desk: Desk, message: str, asked: list[Clause]) -> list[_Near]:
    """The articles that speak of all who are named and hold most of the words, with what comes closest in them."""
    weights: dict[str, float] = {}
    searched = [message, *(desk.facts.name(i) for one in asked for ids in spoken_of(one) for i in sorted(ids)[:1])]
    for clause in asked:
        weights |= desk.sentences.evidence.weights(clause)
        searched += [w for word in clause.content for w in sorted(meaning_of(word))[:_WORDS_MEANT]]
    ranks: dict[str, list[float]] = {}
    for hit in desk.facts.search(" ".join(searched), _HITS):
        ranks.setdefault(hit.article, []).append(-hit.rank)
    held = {article: sum(sorted(some)[-3:]) for article, some in ranks.items()}
    most = max(held.values(), default=1.0)
    out = []
    nameless = not any(one.unknown or any(not is_place(ids) for ids in spoken_of(one)) for one in asked)
    tied = (a for a in sorted(held, key=lambda a: -held[a]) if _speaks_of_all(desk, a, asked))
    first = max(held, key=lambda a: held[a], default="")  # what is described may be told of anywhere in it
    for article, _ in zip(tied, range(_ARTICLES), strict=False):
        ranked = ((clause, desk.sentences.closeness.ranked(clause, article)) for clause in asked)
        told = [(clause, _proved_first(desk, clause, close)) for clause, close in ranked if close]
        if not told or (nameless and sum(close[0].held for _, close in told) < _HELD_OF_NOBODY * len(told)):
            continue
        every = desk.sentences.discourse.article(article)
        texts = [p.text for p in every] if article == first else _around(desk, told)
        if nameless and not desk.descriptions.holds(message, texts):
            continue
        closest = sum(close[0].score for _, close in told) / len(told)
        said = share_said(weights, frozenset[str]().union(*(meanings(p.text) for p in every)))
        out.append(_Near(closest + _HELD * said + _FOUND_FIRST * held[article] / most, tuple(told)))
    return out


def _proved_first(desk: Desk, clause: Clause, ranked: list[Close]) -> list[Close]:
    """The closest sentences, before the very closest one that comes nearly as close and holds what is asked."""
    if clause.wants in _UNTYPED or is_proved(desk, clause, ranked[0].passage):
        return ranked
    near = (one for one in ranked[1:_LOOKED_AT] if one.score >= ranked[0].score - _CLOSE)
    first = next((one for one in near if is_proved(desk, clause, one.passage)), ranked[0])
    return [first, *(one for one in ranked if one is not first)]


def _around(desk: Desk, told: Sequence[tuple[Clause, list[Close]]]) -> list[str]:
    """The closest sentences, those beside them, and the title of their article."""
    first = [close[0].passage for _, close in told]
    beside = (p for one in first for p in (one, *desk.sentences.discourse.near(one, 1, 1)))
    return [first[0].citation.title, *(p.text for p in beside)]


def _speaks_of_all(desk: Desk, article: str, asked: Sequence[Clause]) -> bool:
    """Whether an article names all who are named, places aside, and writes the words that look like names."""
    passages = desk.sentences.discourse.article(article)
    ids = frozenset(i for p in passages for i in p.entities)
    text = " ".join(p.text for p in passages)
    for clause in asked:
        for group in spoken_of(clause):
            written = (n.text for n in clause.names if n.ids & group and n.text)
            if not is_place(group) and not group & ids and not any(spelled(text, (one,)) for one in written):
                return False
        if not spelled(text, clause.unknown):
            return False
    return True
