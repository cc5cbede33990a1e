"""Lists on a topic: what the articles tell of a kind of machine, a trade or a site, be it of some place; no more than
that is asked: "exoskeletons?", "any robots in pharmacies", "quadruped makers in Asia list".

What a sentence is on is read from its own words; each line is one sentence of another company or another article.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bot.answers.asked.common import NO_NAME
from bot.answers.asked.kindred import is_kind, kindred, kindred_words, meant_kind
from bot.answers.asked.memory import Focus
from bot.answers.asked.question import Clause
from bot.answers.asked.words import content, same_meaning, stem, stems, words
from bot.answers.desk import Desk
from bot.answers.lines import passage_line
from bot.answers.peoples import countries_within, country_meant, country_of_town, part_meant, says_where
from bot.answers.query import Ids
from bot.answers.sentences.discourse import is_furniture
from bot.answers.whereabouts import is_place
from bot.grammar.money import tells_sum
from bot.grammar.patterns import Pattern
from bot.model.answer import Answer, Line
from bot.names.folding import fold
from bot.store.read import Passage

_MAKERS = (
    r"(?:makers?|compan(?:y|ies)|start-?ups?|firms?|players?|vendors?|manufacturers?|developers?|builders?|producers?|"
    r"suppliers?|brands?)"
)
_LEAD = Pattern(
    r"^(?:(?:so|and|ok|any|all|some|list|show|give|name|find|me|us|the|are there|is there|who is|what are the|"
    r"which are the|which|what|everything|anything|something|stuff|info|articles?|stories|posts|tell|talk|looking|"
    r"(?:deployments?|installations?|rollouts?|pilots|robots|machines) (?:are|were)"
    r"(?: (?:used|deployed|working|running))?(?= (?:in|at) )|"
    r"interested|in|about|on|of|for|regarding|do you (?:know|have)|know|other|more|"
    r"who (?:makes?|builds?|sells?|develops?|does|uses?|is (?:making|building|selling|developing|using|doing)))"
    r"(?: +|$))*"
)
_TAIL = Pattern(
    r"(?:[ ,;–-]{1,3}(?:anyone|anybody|anything|(?:as )?(?:a )?list|list (?:it|them)|(?:pls|please|plz)|overview|"
    r"landscape|there|out there|mentioned|covered|around|do you (?:know|have)|you know|(?:- )?who (?:is|are|has|uses?|"
    r"makes?|sells?|buys?)(?: (?:using|doing|making|buying|selling|building))?(?: (?:what|it|them|these))?|companies|"
    r"startups|players|makers)){0,4}[ ?.!]{0,9}$"
)
_PHRASE = Pattern(r"\b(\w{3,}) to (\w{3,})\b")
"""What is written with hyphens as well: "goods to person"."""
_ABOUT = Pattern(
    r"(?:makers?|compan(?:y|ies)|start-?ups?|firms?|players?|vendors?|manufacturers?|developers?|builders?|producers?|"
    r"suppliers?|brands?|robots?|robotics?|bots?|machines?|systems?|solutions?|products?|tech|technolog(?:y|ies)|"
    r"automation|automated|companies'|that|which|who|can|in|at|for|on|of|from|by|with|to|into|inside|the|an?|and|or|"
    r"make|makes|making|build|builds|building|sell|sells|selling|develop|develops|developing|use|used|using|uses|"
    r"people|working|deployed|market|ai|based|industry|sector|field)"
)
"""Words of a topic that say no more of it than every article here does."""
_NO_TOPIC = Pattern(
    r"\b(?:is|are|was|were|be|been|did|does|do|has|have|had|will|would|could|should|may|might|must|not|never|why|how|"
    r"when|where|whose|it|its|they|them|their|theirs|he|she|his|her|him|this|these|those|most|biggest|largest|best|top|"
    r"first|last|latest|newest|new|next|than|versus|vs|better|cheaper|cheapest|bigger|more|less|per|between|after|"
    r"before|since|until|still|yet|ever|else|same|both|each|every|one|ones|two|three|again|only|also|really|"
    r"summari[sz]e|summary|sum|explain|compare|difference|thanks?|hello|hi|help|please|you|your|i|we|our|my)\b|"
    r"[:|/\"“”=@#]"
)
_EITHER = Pattern(r"\b(?:in|at) [a-z-]+ or (?:in |at )?[a-z-]+[ ?.!]*$")
"""What is asked of either of two sites."""
_ONE = Pattern(r"\bthe (?:[\w-]+ ){0,4}(?:maker|company|start-?up|firm|developer|robot|one)\b(?!s)| of (?:the|an?) ")
"""One is described, and not all of a kind."""
_ASPECT = stems(
    "ceo cto cfo founder boss investor headquarters hq headcount employee staff revenue profit loss sales turnover "
    "market share shares stock customer order partner supplier patent ipo listing acquisition takeover merger deal "
    "launch release hire hiring appointment departure layoff bankruptcy news update headline plan target forecast "
    "outlook trend "
    "chief officer executive head director chair chairman president manager owner leader "
    "rumour rumor denial claim quote opinion date number figure name result report article company growth size "
    "history chart table team board job career salary event fair conference regulation law rule"
)
"""What is asked of somebody or of a market, and is no topic."""
_MONEY = stems("raise raises raised funding fundraising round rounds valuation valuations investment investments money")
_PRICE = stems("price prices pricing cost costs")
_ABOUT_MONEY = Pattern(
    r"\b(?:rais(?:e[sd]?|ing)|rounds?|series|seed|fund(?:ing|s|ed)|valu\w+|invest\w*|led by)\b", re.I
)
_ABOUT_PRICE = Pattern(
    r"\b(?:costs?|pric\w+|sells?|sold|apiece|each|a piece|per (?:unit|piece|month)|list\w*|for|from|at)\b", re.I
)
_VAGUE = stems(
    "build building site sites glass pane panes panel panels window windows tower towers field crop crops old older "
    "state food meal meals bowl bowls check checks store stores shop shops count train training teach teaching mine "
    "bid guard guide visually post mail letters line unit use sack sacked dismissed layoffs touch skin load loads haul "
    "estate estates plane planes main mains drain drains officer officers force forces armed eye eyes foot feet wheel "
    "wheels stair stairs stable stables student students child children kid kids supplies carry carries lift lifts "
    "stop stops stopped residents sand spray points dock docks security interested campus"
)
"""Words of a kind that too much else is called by."""
_MACHINE = stems(
    "robot robots robotic robotics bot bots humanoid cobot drone exoskeleton exosuit gripper quadruped autonomous "
    "driverless automated mower scrubber AMR AGV"
)
"""Words of which one says that a sentence is on machines, whatever else its words may mean."""
_MAKES = Pattern(
    r"\b(?:makers?|maker of|developers?|manufacturers?|builders?|suppliers?|start-?ups?|spin-?(?:off|out)s?|"
    r"specialists?|makes?|builds?|develops?|sells?|sold|launch\w*|unveil\w*|present\w*|introduc\w+|deploy\w*|install\w*|deliver\w*|"
    r"in use|at work|on duty|went live|bought|orders?|ordered|works?|working|rais\w+)\b",
    re.I,
)
_AT_LARGE = Pattern(
    r"\b(?:market|spending|forecasts?|analysts?|trillion|global(?:ly)?|percent|if|could|would)\b|%", re.I
)
_WORD = Pattern(r"\w[\w’'-]*")
_POINTER = Pattern(
    r"^.{0,90}\|\s{0,5}tags:|"
    r"^\W*(?:(?:next|previous|related|hot|more|also|keep|most)\b[\w ]{0,20}|tag(?:s|ged)?|read|see also|photo):",
    re.I,
)
"""What only points to another article, or lists what one is on."""
_NAME = Pattern(r"(?<=[a-z,’'-] )[A-ZÀ-Ž][\w’-]{2,30}(?: [A-ZÀ-Ž][\w’-]{1,30})?")
_SHORTEST, _LONGEST = 5, 75
"""Words of a sentence that tells something, and of one that can be read in a list."""
_TOGETHER, _APART = 3, 4
"""What it counts that the words of a topic stand together, and how many words they may be apart."""
_ALIKE = 0.6
_MOST_WORDS = 3
_READ, _READ_OF_KIND = 60, 12
_MOST, _MOST_OF_ARTICLE = 10, 3
_ENOUGH, _FEW, _LEAST = 2, 5, 3
"""Lines of a list: at least, where a sentence answers already; below which other words for the topic are tried, and of
one company alone."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What a list is asked on: the words for it, as typed, and the words for peoples and parts of the world."""

    said: str
    words: tuple[str, ...]
    peoples: tuple[str, ...]
    needs: str = ""
    """`money` or `price`, where sums of rounds or prices are asked for."""


@dataclass(frozen=True, slots=True)
class _Row:
    weight: float
    whose: Ids
    named: bool
    passage: Passage
    whole: bool = True
    """Whether the sentence holds all words of the topic, and not its title some of them."""


def asked_topic(clause: Clause, name_of: Callable[[str], str]) -> Topic | None:
    """The topic on which a clause asks for a list; None where it asks anything else or names somebody."""
    narrow = clause.narrow
    if clause.pronoun or clause.tellers or clause.lists or narrow.given or narrow.known:
        return None
    if clause.wants in ("when", "where", "why", "percent", "count") or any(
        w not in clause.text for w in clause.unknown
    ):
        return None
    shape = _without_kinds(clause, name_of)
    lead = _LEAD.match(shape)
    core = _TAIL.sub("", shape[lead.end() if lead else 0 :]).strip()
    others = any(f"<{n}>" in core and not is_place(one.ids) for n, one in enumerate(clause.names))
    if not core or others or _ONE.search(core) or _NO_TOPIC.search(re.sub(r"<\d+>", " ", core)):
        return None
    plain = _PHRASE.sub(r"\1-to-\2", re.sub(r"<\w+>|['’]s\b", " ", core))
    said = [word for word in re.findall(r"[\w+-]+", plain) if not _ABOUT.fullmatch(word)]
    left = content(" ".join(said))
    peoples = tuple(word for word in left if says_where(word))
    told = tuple(word for word in left if word not in peoples)
    needs = "money" if _MONEY.intersection(told) else "price" if _PRICE.intersection(told) else ""
    told = tuple(word for word in told if word not in (_MONEY if needs == "money" else _PRICE))
    if not 0 < len(told) <= _MOST_WORDS or _ASPECT.intersection(told):
        return None
    return Topic(" ".join(said), told, peoples, needs)


def _without_kinds(clause: Clause, name_of: Callable[[str], str]) -> str:
    """The shape of a clause in which a word of a trade is no name for being part of one: "agri" for Agri Ventures."""
    shape = clause.shape
    for number, one in enumerate(clause.names):
        word = one.text.casefold()
        if is_kind(stem(word)) and one.text == word and all(name_of(i).casefold() != word for i in one.ids):
            shape = shape.replace(f"<{number}>", word)
    return shape


def listed_on(desk: Desk, clause: Clause, told: Sequence[Passage]) -> Answer | None:
    """The sentences that tell of the topic on which a clause asks for a list; None where none or hardly any does.

    `told`: the sentences that were found already. If one of them holds the topic, one more is no list.
    """
    topic = asked_topic(clause, desk.facts.name)
    if topic is None:
        return None
    topic = _spelled(desk, topic)
    either = (
        [replace(topic, said=one, words=content(one)) for one in topic.said.split()]
        if _EITHER.search(clause.shape)
        else []
    )
    every = sorted((row for one in either or [topic] for row in _told(desk, clause, one)), key=_order)
    if not any(row.whole for row in every):
        return None  # titles of several news hold words of others
    rows = _chosen([row for row in every if row.weight >= every[0].weight - _TOGETHER])
    plain = all(any(word in row.passage.text for row in rows) for word in clause.unknown)  # and not only in a title
    answered = any(all(_kind(word) & stems(passage.text) for word in topic.words) for passage in told)
    if len(rows) < (_ENOUGH if answered else 1) or not plain:
        return None
    ids = tuple(dict.fromkeys(one for row in rows for one in sorted(row.whose) if not row.named or len(row.whose) == 1))
    passages = tuple(row.passage for row in rows)
    desk.memory.add(Focus(clause, ids, tuple(p.text for p in passages[:4]), (), passages))
    return Answer(
        True, f"What the articles tell of {_titled(desk, clause, topic)}", tuple(_line(desk, r) for r in rows)
    )


def _spelled(desk: Desk, topic: Topic) -> Topic:
    """A topic with a word that no article has as the word of a trade that was meant by it."""
    meant = [meant_kind(one) if not desk.facts.spread(one) else "" for one in topic.said.split()]
    if not any(meant):
        return topic
    said = " ".join(right or one for right, one in zip(meant, topic.said.split(), strict=True))
    told = tuple(one for one in content(said) if not says_where(one))
    return replace(topic, said=said, words=told)


def _titled(desk: Desk, clause: Clause, topic: Topic) -> str:
    places = [desk.facts.name(min(ids)) for ids in clause.groups() if is_place(ids)]
    said = " or ".join(topic.said.split()) if _EITHER.search(clause.shape) else topic.said
    return " in ".join((f"“{said}”", *places))


def _order(row: _Row) -> tuple[float, int]:
    published = row.passage.citation.published.replace("-", "")[:8].ljust(8, "0")
    return -row.weight, -int(published) if published.isdigit() else 0


def _chosen(rows: Sequence[_Row]) -> list[_Row]:
    """The weightiest rows, few of an article: of each company one, and where that makes hardly a list, others too."""
    of_article: Counter[str] = Counter()
    known: set[str] = set()
    out: list[_Row] = []
    again: list[_Row] = []
    for row in rows:
        if of_article[row.passage.article] == _MOST_OF_ARTICLE or len(out) == _MOST:
            continue
        if any(_says_the_same(row.passage.text, other.passage.text) for other in out):
            continue
        if row.whose and row.whose <= known:
            again.append(row)
            continue
        known |= row.whose
        of_article[row.passage.article] += 1
        out.append(row)
    return out + again[: max(_LEAST - len(out), 0)]


def _says_the_same(text: str, other: str) -> bool:
    """Whether two sentences share most of their words, as a title and the heading below it do."""
    one, two = stems(text), stems(other)
    return len(one & two) >= _ALIKE * min(len(one), len(two))


def _told(desk: Desk, clause: Clause, topic: Topic) -> Iterator[_Row]:
    """Every sentence on a topic that tells of somebody: in its words, and where hardly one does in others for it."""
    rows = list(_rows(desk, clause, topic, desk.facts.search(topic.said, _READ), same_meaning))
    if len(rows) < _FEW:
        alike = [one for word in topic.words for one in kindred_words(word) if stem(one) not in _VAGUE]
        found = (passage for one in alike for passage in desk.facts.search(one, _READ_OF_KIND))
        rows += _rows(desk, clause, topic, found, _kind)
    yield from {(row.passage.article, row.passage.ordinal): row for row in rows}.values()


def _kind(word: str) -> frozenset[str]:
    """The stems that say a word of a topic or one of its kind."""
    return (kindred(word) - _VAGUE) | {word}


def _rows(
    desk: Desk, clause: Clause, topic: Topic, found: Iterable[Passage], meant: Callable[[str], frozenset[str]]
) -> Iterator[_Row]:
    """The sentences among some that hold a topic, the words for which stand in the sentence or partly in its title."""
    kinds = list(dict.fromkeys(meant(word) for word in topic.words))
    placed = bool(topic.peoples or any(map(is_place, clause.groups())))
    for passage in found:
        text = passage.text
        if _tells_nothing(text):
            continue
        held = _plain_stems(text, topic.said)
        within = [bool(kind & held) for kind in kinds]
        if not any(within) or not _gives(topic, text):
            continue
        around = held | stems(passage.citation.title)
        if not all(kind & around for kind in kinds):
            continue
        sure = bool(_MACHINE.intersection(topic.words) & held)
        machine = sure or bool(_MACHINE & held) or _names_thing(desk, passage)
        row = _row(desk, passage)
        on_machines = machine or len(kinds) > 1 or (placed and bool(_MACHINE & around))
        if not on_machines or not (row.named or machine) or not _is_there(desk, clause, topic, row):
            continue
        near = all(within) and _stand_together(text, kinds if sure or len(kinds) > 1 else [*kinds, _MACHINE])
        direct = sum(bool(same_meaning(word) & held) for word in topic.words) / len(topic.words)
        if not (direct or near or placed):
            continue
        weight = _TOGETHER * near + all(within) + 2 * direct + machine + row.named + bool(_MAKES.search(text))
        yield replace(row, weight=weight - 2 * bool(_AT_LARGE.search(text)), whole=all(within))


def _plain_stems(text: str, said: str) -> frozenset[str]:
    """The stems of a sentence without those of names, but where a name has a word as it was typed: "Citic Securities"
    is no security, and "Acme Surgical" is surgical. In a headline any word may have a capital."""
    told = _WORD.findall(text)
    capital = [word[0].isupper() for word in told]
    if 2 * sum(capital) > len(told):
        return stems(text)
    typed = {form for word in said.split() for form in (word, f"{word}s", word.removesuffix("s"))}
    kept = (
        word for n, (word, named) in enumerate(zip(told, capital, strict=True))
        if not n or not named or word.casefold() in typed
    )  # fmt: skip
    return stems(" ".join(kept))


def _tells_nothing(text: str) -> bool:
    """Whether a sentence is a label, a pointer to another article or a question, or too long for a list."""
    if is_furniture(text) or text.isupper() or _POINTER.match(text):
        return True
    return not _SHORTEST <= len(text.split()) <= _LONGEST or text.rstrip(' "”').endswith("?")


def _stand_together(text: str, kinds: Sequence[frozenset[str]]) -> bool:
    """Whether a word of each kind stands near the others: "inspection robots", "robots that inspect"."""
    told = [stem(part) for word in words(text) for part in word.split("-") if part]
    first, *others = ([n for n, one in enumerate(told) if one in kind] for kind in kinds)
    return any(all(any(abs(at - other) <= _APART for other in places) for places in others) for at in first)


def _gives(topic: Topic, text: str) -> bool:
    """Whether a sentence gives the sum that is asked for, if one is."""
    if not topic.needs:
        return True
    return tells_sum(text) and bool((_ABOUT_MONEY if topic.needs == "money" else _ABOUT_PRICE).search(text))


def _row(desk: Desk, passage: Passage) -> _Row:
    """A sentence with whom it tells of: those that it names, else the one company of its article."""
    discourse = desk.sentences.discourse
    named = frozenset(i for i in discourse.ids(passage) if discourse.kind(i) in ("org", "product"))
    if named:
        return _Row(0.0, named, True, passage)
    if any(_is_name(desk, met[0]) for met in _NAME.finditer(passage.text)):
        return _Row(0.0, frozenset(), True, passage)
    main = frozenset(i for i in discourse.main(passage.article) if discourse.kind(i) == "org")
    titled = any(desk.facts.name(one) in passage.citation.title for one in main)
    return _Row(0.0, main if len(main) == 1 and titled else frozenset(), False, passage)


def _is_name(desk: Desk, written: str) -> bool:
    """Whether a word with a capital is the name of somebody of whom no fact is known, and no month, people or town."""
    if country_of_town(written) or NO_NAME.intersection(written.casefold().split()):
        return False
    return desk.lookup.spotter.proper(written.casefold())


def _names_thing(desk: Desk, passage: Passage) -> bool:
    discourse = desk.sentences.discourse
    return any(discourse.kind(i) == "product" for i in discourse.ids(passage))


def _is_there(desk: Desk, clause: Clause, topic: Topic, row: _Row) -> bool:
    """Whether a sentence is of the places that are asked for: by its company or by the places that it names."""
    places = tuple(ids for ids in clause.groups() if is_place(ids))
    if not (topic.peoples or places):
        return True
    where = desk.lookup.whereabouts
    if row.whose and where.fits(row.whose, topic.peoples, places, ""):
        return True
    names = {fold(country_meant(word) or part_meant(word)) for word in topic.peoples}
    names |= {fold(desk.facts.name(one)) for group in places for one in group}
    lands = names.union(*(map(fold, countries_within(name)) for name in names))
    return bool(where.lying_in(row.passage, lands))


def _line(desk: Desk, row: _Row) -> Line:
    """A sentence as it stands; one that names nobody with the name of the one its article is about."""
    line = passage_line(row.passage)
    if row.named or not row.whose:
        return line
    return Line(f"{desk.facts.name(min(row.whose))}: {line.text}", line.citations)
