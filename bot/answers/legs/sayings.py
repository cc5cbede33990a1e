"""Somebody's words: what they said on something, and whose words are quoted in a question, the speaker first."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from bot.answers.asked.memory import Focus
from bot.answers.asked.of_sayings import OfSayings, asked_of_sayings, quoted_words
from bot.answers.asked.question import Clause, clauses
from bot.answers.asked.words import content, same_meaning
from bot.answers.decline import decline
from bot.answers.desk import Desk
from bot.answers.lines import passage_line
from bot.answers.query import Ids
from bot.answers.sentences.discourse import is_furniture
from bot.answers.sentences.evidence import BESIDE
from bot.answers.sentences.people.lives import is_heading
from bot.answers.sentences.sayings import opens_quote
from bot.answers.text import read
from bot.answers.titles import fits, posts
from bot.answers.whereabouts import is_place
from bot.grammar.patterns import Pattern
from bot.model.answer import Answer, Line
from bot.names.folding import fold
from bot.store.read import Passage

_ARTICLES, _SEARCHED, _MOST, _FEW = 6, 60, 4, 2
_LONGEST, _SHORTEST = 600, 12
_ENOUGH, _SURELY, _BESIDE = 0.6, 0.95, 0.95
_LEAST, _LEAST_WHY = (_ENOUGH, _SURELY), (0.15, _ENOUGH)
"""What somebody's words have to hold of what they are asked on, where they come last, and surely."""
_SEVERAL = 2
_WORDS_MET = 0.85
"""The share of the words of a quotation that a sentence has to hold."""
_FIGURE = Pattern(r"(?<![\d<.,])\d[\d.,]*\d(?!\w)|(?<![\d<.,])\d(?![\w>])")
_HEDGES = Pattern(r"<\w+>|\b(?:almost|nearly|about|around|some|over|roughly|more|than|already|only|just)\b")
_LETTERS = Pattern(r"[^\W_]+")
_NOT_TOPIC = frozenset(
    content("thing people person company quote statement opinion view say think memo email post tweet")
)
_MOODS = {
    "critical": Pattern(
        r"\b(?:wrong|worse|expensive|doubt\w*|risk\w*|scep?tic\w*|skeptic\w*|hype|bubble|won['’]t|isn['’]t|aren['’]t|"
        r"no need|"
        r"overvalued|absurd|ridiculous|nonsense|fail\w*|problem|worr\w*|unlikely|nobody|mistake|warn\w*|die|dead|"
        r"stunts?|gimmick\w*|toys?|fantas\w+|myth|exaggerat\w*|premature|overheat\w*|too (?:early|soon|much|high)|"
        r"far from|long way|not (?:ready|convinced|yet|enough|so fast)|don['’]t (?:need|believe|see))\b",
        re.I,
    ),
    "positive": Pattern(
        r"\b(?:will|great|huge|best|promising|opportunit\w+|confident|optimis\w+|bullish|excit\w+|believe\w*|future|"
        r"bigger|"
        r"ready|convinced|sure)\b",
        re.I,
    ),
}
_OPINION = Pattern(
    r"\b(?:think|thinks|believe|plainly|will|won['’]t|should|would|never|nobody|too|must|expect|rather|hype|future|"
    r"wrong)\b",
    re.I,
)
"""What a sentence that judges is likely to hold."""
_GOES_ON = Pattern(r"\W*(?:but|and|so|because|that|this|these|those|no|yes|instead|then)\b", re.I)
_SOMEBODY_OF = Pattern(r"the <(?P<of>\d+)>(?:'s?)? (?P<what>[a-z ]+)$")
_BESIDE_NAME = 100
"""Letters from somebody's name within which their house is told."""
_QUOTED = Pattern(r"[\"“]")
_DOUBTED = Pattern(
    r"\b(?:not (?:everyone|everybody|all)\b[^.;]{0,40}\b(?:is|are|agrees?|convinced|shares?)|(?:critics|sceptics|"
    r"skeptics|doubters)\b|(?:some|others|many) (?:\w+ )?(?:doubt|question|disagree|warn)|there are doubts)",
    re.I,
)
"""What leads to the words of somebody who doubts."""
_POSITIVE = frozenset({"optimistic", "bullish", "positive"})


def words_asked(desk: Desk, message: str) -> Answer | None:
    """The answer to a message that surely asks for somebody's words; None where it asks for something else."""
    parts = clauses(read(message), desk.lookup.spotter, desk.today)
    quotation = of_quotation(desk, message, parts[0]) if parts else None
    if quotation is not None or len(parts) != 1:
        return quotation
    return said(desk, parts[0], True) or nothing_quoted(desk, parts[0], message)


def asks_what_is_thought(message: str) -> bool:
    """Whether a message asks what people say or think of something: nothing about the bot itself."""
    asked = asked_of_sayings(read(message).casefold().rstrip("?!. "))
    return asked is not None and asked.way == "who"


def is_not_theirs(desk: Desk, message: str, answer: Answer) -> bool:
    """Whether an answer to why somebody thinks so neither names them nor has a word of theirs."""
    parts = clauses(read(message), desk.lookup.spotter, desk.today)
    asked = asked_of_sayings(parts[0].shape) if len(parts) == 1 and "why" in parts[0].shape else None
    if asked is None or asked.way != "why":
        return False
    name, ids = _whom(desk, parts[0], asked)
    told = " ".join((*(line.text for line in answer.lines), *(c.quote for c in answer.citations)))
    if not name or name.split(" ")[-1] in told:
        return False
    return not any(p.text in told for p in _words_of(desk, name, ids))


def words_instead(desk: Desk, message: str, declined: Answer) -> Answer:
    """What answers a message for somebody's words less surely, or else a plain no with other words of theirs."""
    parts = clauses(read(message), desk.lookup.spotter, desk.today)
    if len(parts) != 1:
        return declined
    return said(desk, parts[0], False) or other_words(desk, parts[0], declined)


def of_quotation(desk: Desk, message: str, clause: Clause) -> Answer | None:
    """Whose words a question quotes: whoever says them first, then the sentence; None where no article has them."""
    quoted = quoted_words(message)
    wanted = _LETTERS.findall(fold(quoted))
    if len(wanted) <= _SEVERAL:
        return None
    for passage in desk.facts.search(quoted, _SEARCHED // 4):
        words = frozenset(_LETTERS.findall(fold(passage.text)))
        if sum(word in words for word in wanted) >= _WORDS_MET * len(wanted):
            name = desk.sayings.speaker(passage)
            title = f"Said by {name}" if name else "Where it is said; by whom is not told beside it"
            shown = [passage] if name else [*desk.sentences.discourse.near(passage, 1), passage]
            return _answer(desk, clause, title, [(name, p) for p in shown if p.ordinal])
    return None


def said(desk: Desk, clause: Clause, surely: bool) -> Answer | None:
    """What somebody said, or who said so; `surely`: only where every word of what it is on is met."""
    asked = asked_of_sayings(clause.shape)
    narrow = clause.narrow
    if asked is None or (narrow.given and not narrow.when) or clause.pronoun not in ("", "person"):
        return None
    if asked.way == "who":
        return _who_says(desk, clause, asked) if asked.mood == "" or not clause.names else _critics(desk, clause, asked)
    name, ids = _whom(desk, clause, asked)
    if not name:
        return None
    shown = desk.memory.quotes() if clause.pronoun and not asked.topic else ()
    words = [p for p in _words_of(desk, name, ids) if p.text not in shown]
    if narrow.when is not None:
        words = [p for p in words if str(narrow.when.start.year) in p.text]
    topic = _topic(clause, asked)
    if not topic:
        quoted = [p for p in words if any(mark in p.text for mark in '"“„«')]
        views = [p for p in quoted or words if _OPINION.search(p.text)]
        others = [p for p in quoted or words if p not in views]
        chosen = sorted([*views, *others][:_MOST], key=words.index)
        return _by(desk, clause, name, chosen) if chosen else None
    few = {article for article, count in Counter(p.article for p in words).items() if count <= _MOST}
    rows = [(_share(desk, p, topic, p.article in few), -n, p) for n, p in enumerate(words)]
    if len(plain := tuple(word for word in topic if word in content(re.sub(r"<\d+>", "", asked.topic)))) < len(topic):
        # An article that is on what is named need not name it in every sentence.
        of_it = [row[2] for row in rows if plain and _is_on_named(desk, row[2], clause, ids)]
        rows += [(_BESIDE * _share(desk, p, plain), -words.index(p), p) for p in of_it]
    best = max((row[0] for row in rows), default=0.0)
    if best < (_LEAST_WHY if asked.way == "why" else _LEAST)[surely]:
        return None
    met = [p for share, _, p in rows if share == best]
    chosen = sorted(met, key=lambda p: -len(_OPINION.findall(p.text)))[:_FEW]
    return _by(desk, clause, name, list(_gone_on(desk, chosen, words)))


def other_words(desk: Desk, clause: Clause, declined: Answer) -> Answer:
    """A plain no to what somebody said on something, with other words of theirs where there are any."""
    asked = asked_of_sayings(clause.shape)
    if asked is None or asked.way == "who" or clause.pronoun:
        return declined
    name, ids = _whom(desk, clause, asked)
    words = [p for p in _words_of(desk, name, ids) if any(mark in p.text for mark in '"“„«')] if name else []
    if not words:
        return declined
    hints = tuple(f"{name} on something else: {p.text} ({p.citation.source})" for p in words[:_FEW])
    return replace(declined, hints=(*hints, *declined.hints))


def _whom(desk: Desk, clause: Clause, asked: OfSayings) -> tuple[str, Ids]:
    """The name and the ids of whoever speaks; a name alone where no fact knows them; neither where it is no person."""
    if asked.who.startswith("<"):
        ids = clause.names[int(asked.who[1:-1])].ids
        people = frozenset(one for one in ids if desk.facts.kind(one) == "person")
        return (desk.facts.name(min(people)), people) if people else ("", frozenset())
    if (described := _SOMEBODY_OF.match(asked.who)) is not None:
        return _speaker_of(desk, clause, clause.names[int(described["of"])].ids, described["what"]), frozenset()
    if asked.who in ("he", "she"):
        people = next(iter(desk.memory.people()), frozenset())
        return (desk.facts.name(min(people)), people) if people else ("", frozenset())
    word = asked.who.split(" ")[-1].removesuffix("'s").rstrip("'’")
    if not any(
        word == one.casefold().removesuffix("'s").rstrip("'’") for one in clause.unknown
    ) or not desk.sentences.spelling(word):
        return "", frozenset()
    written = re.compile(rf"(?:[A-Z][\w’'-]+ )?{re.escape(word[:1].upper() + word[1:])}(?!\w)")
    met = (written.search(p.text) for p in desk.facts.search(word, _SEARCHED))
    names = [one[0] for one in met if one is not None]
    return max(names, key=len, default=""), frozenset()


def _speaker_of(desk: Desk, clause: Clause, house: Ids, what: str) -> str:
    """The one person who speaks in the articles with a house beside their name, at the post that is asked for, in
    articles that name the place; nobody where several do."""
    discourse = desk.sentences.discourse
    written = re.compile("|".join(re.escape(desk.facts.name(one)) for one in sorted(house)))
    places = [mention.ids for mention in clause.names if is_place(mention.ids)]
    found: dict[str, None] = {}
    for passage in desk.facts.search(discourse.all_names(house), _SEARCHED):
        name = desk.sayings.speaker(passage) if passage.ordinal else ""
        at = passage.text.find(name.split(" ")[-1]) if name else -1
        beside = passage.text[max(0, at - _BESIDE_NAME) : at + _BESIDE_NAME] if at >= 0 else ""
        if not written.search(beside) or (posts(what) and not fits(beside, what)):
            continue
        if all(any(discourse.names_one(p, ids) for p in discourse.article(passage.article)) for ids in places):
            found[name] = None
    return next(iter(found)) if len(found) == 1 else ""


def _words_of(desk: Desk, name: str, ids: Ids) -> list[Passage]:
    """The sentences that are somebody's words, article by article."""
    naming = desk.facts.search(desk.sentences.discourse.all_names(ids) or name, _SEARCHED)
    last = name.split(" ")[-1]
    articles = list(dict.fromkeys(p.article for p in naming if last in p.text or ids.intersection(p.entities)))
    names = [name, *(alias for one in desk.facts.entities_of(sorted(ids)) for alias in one.aliases)]
    found = desk.sayings.of(names, articles[:_ARTICLES])
    return [p for p in found if _SHORTEST < len(p.text) < _LONGEST and not is_furniture(p.text)]


def words_of(desk: Desk, ids: Ids) -> list[Passage]:
    """The sentences that are the words of somebody who is known, article by article."""
    return _words_of(desk, desk.facts.name(min(ids)), ids)


def _topic(clause: Clause, asked: OfSayings) -> tuple[str, ...]:
    """The stems of what words are on."""
    text = asked.topic
    for n, mention in enumerate(clause.names):
        text = text.replace(f"<{n}>", mention.text.casefold())
    return tuple(word for word in content(text) if word not in _NOT_TOPIC)


def _is_on_named(desk: Desk, passage: Passage, clause: Clause, speaker: Ids) -> bool:
    """Whether the article of somebody's words is on all whom the question names besides the speaker."""
    others = [mention.ids for mention in clause.names if not mention.ids & speaker]
    return all(desk.sentences.discourse.is_about(passage.article, ids) for ids in others)


def _share(desk: Desk, passage: Passage, topic: tuple[str, ...], titled: bool = False) -> float:
    """The share of some words that a sentence holds, with the question that it answers and the one right before it.

    `titled`: with the title of its article, which has few words of theirs.
    """
    held = desk.sentences.discourse.stems(passage)
    own = sum(bool(same_meaning(word) & held) for word in topic) / len(topic)
    if own == 1:
        return own
    title = desk.sentences.discourse.article(passage.article)[:1] if titled else []
    held = held.union(*map(desk.sentences.discourse.stems, title))
    if passage.ordinal in desk.facts.openings(passage.article):
        return max(own, _BESIDE * sum(bool(same_meaning(word) & held) for word in topic) / len(topic))
    before = held.union(*map(desk.sentences.discourse.stems, desk.sentences.discourse.near(passage, 1)))
    return max(own, _BESIDE * sum(bool(same_meaning(word) & before) for word in topic) / len(topic))


def _belongs(desk: Desk, first: Passage, then: Passage) -> bool:
    """Whether a sentence goes on from the one before it: in one quotation, behind "she said", with "it" or "but"."""
    quoted = bool(_QUOTED.match(then.text)) and any(mark in first.text for mark in '"”')
    return (
        quoted or opens_quote(first.text) or desk.sentences.discourse.goes_on(then) or bool(_GOES_ON.match(then.text))
    )


def _gone_on(desk: Desk, chosen: Iterable[Passage], words: list[Passage]) -> Iterable[Passage]:
    """Sentences with those that go on from them in the same person's words."""
    own = {(p.article, p.ordinal): p for p in words}
    shown: dict[tuple[str, int], Passage] = {}
    for passage in chosen:
        opens = desk.facts.openings(passage.article)
        before = []
        for n in range(passage.ordinal, passage.ordinal - _FEW, -1):
            if n in opens or (passage.article, n - 1) not in own:
                break
            if not _belongs(desk, own[passage.article, n - 1], own.get((passage.article, n), passage)):
                break
            before.append(own[passage.article, n - 1])
        for one in (*reversed(before), passage):
            shown[one.article, one.ordinal] = one
        for n in range(passage.ordinal + 1, passage.ordinal + 1 + _FEW):
            if n in opens or (passage.article, n) not in own:
                break
            if not _belongs(desk, own.get((passage.article, n - 1), passage), own[passage.article, n]):
                break
            shown[passage.article, n] = own[passage.article, n]
    return list(shown.values())[: _MOST + 1]


def _who_says(desk: Desk, clause: Clause, asked: OfSayings) -> Answer | None:
    """Those who say what a question tells, or speak on something in the mood that is asked for.

    Of those whom it names the article has to tell, and what it numbers has to be said as it is.
    """
    topic = content(_HEDGES.sub(" ", asked.topic)) if clause.names else _topic(clause, asked)
    if not topic and asked.mood and not clause.names and desk.memory.foci:
        topic = desk.memory.foci[0].clause.content[-1:]  # "who else is sceptical?" is asked of what was asked before
    figures, groups = frozenset(_FIGURE.findall(asked.topic)), clause.groups()
    if not topic or (not asked.mood and len(topic) + len(figures) < _SEVERAL):
        return None
    mood = _mood(asked.mood)
    counted: dict[str, tuple[int, Passage]] = {}
    for passage in desk.facts.search(asked.topic or " ".join(topic), _SEARCHED):
        aside = passage.ordinal == 0 or is_furniture(passage.text) or is_heading(passage)
        name = "" if aside else desk.sayings.speaker(passage)
        if not name or len(passage.text) > _LONGEST or _share(desk, passage, topic) < 1:
            continue
        aside = bool(groups) and desk.sentences.evidence.speaks_of(passage, groups) <= BESIDE
        if aside or not figures.issubset(_FIGURE.findall(passage.text)):
            continue
        moody = len(mood.findall(passage.text)) if mood is not None else 1
        if moody > counted.get(name, (0, passage))[0]:
            counted[name] = (moody, passage)
    rows = [(name, passage) for name, (_, passage) in counted.items()]
    return _answer(desk, clause, "In the words of the articles", rows[:_MOST]) if rows else None


def _critics(desk: Desk, clause: Clause, asked: OfSayings) -> Answer | None:
    """Those who doubt somebody who is named, in the articles on them: in words of doubt, or after "critics say"."""
    ids = clause.names[0].ids
    if not asked.mood or asked.mood == "any" or asked.mood in _POSITIVE or len(clause.names) > 1:
        return None
    discourse, mood = desk.sentences.discourse, _MOODS["critical"]
    met = desk.facts.search(discourse.all_names(ids), _SEARCHED)
    rows: list[tuple[str, Passage]] = []
    for article in list(dict.fromkeys(p.article for p in met if discourse.names_one(p, ids)))[:_ARTICLES]:
        every = discourse.article(article) if discourse.is_about(article, ids) else []
        for before, passage in pairwise(every):
            name = desk.sayings.speaker(passage)
            doubted = bool(_DOUBTED.search(before.text) or _DOUBTED.search(passage.text))
            moody = bool(mood.search(passage.text)) and discourse.names_one(passage, ids)
            if name and passage.ordinal and (doubted or moody) and not is_furniture(passage.text):
                rows.append((name, passage))
    return _answer(desk, clause, "In the words of the articles", rows[:_MOST]) if rows else None


def _mood(mood: str) -> Pattern | None:
    """What a sentence of some mood holds."""
    if mood in ("", "any"):
        return _OPINION if mood else None
    return _MOODS["positive" if mood in _POSITIVE else "critical"]


def _by(desk: Desk, clause: Clause, name: str, words: list[Passage]) -> Answer:
    return _answer(desk, clause, f"What {name} said", [(name, p) for p in words])


def _answer(desk: Desk, clause: Clause, title: str, rows: list[tuple[str, Passage]]) -> Answer:
    lines: list[Line] = []
    for name, passage in rows:
        line = passage_line(passage)
        lines.append(replace(line, text=f"{name}: {line.text}") if name else line)
    passages = tuple(p for _, p in rows)
    names = dict.fromkeys(name for name, _ in rows if name)
    people = (one.id for name in names for one in desk.facts.lookup(name) if one.kind == "person")
    asked = tuple(dict.fromkeys(people))
    desk.memory.add(Focus(clause, asked, tuple(p.text for p in passages)[:_MOST], (), passages))
    return Answer(True, title, tuple(lines), entities=asked)


def nothing_quoted(desk: Desk, clause: Clause, message: str) -> Answer | None:
    """A plain no where a quotation of somebody is asked for and no article has one."""
    asked = asked_of_sayings(clause.shape)
    if asked is None or asked.way != "by" or asked.topic or "quot" not in message.casefold():
        return None
    name, ids = _whom(desk, clause, asked)
    return decline(desk.facts, f"No article quotes {name}.", near=(ids,)) if name else None
