"""Which articles there are on somebody, whether there is any, and which of them came first."""

from __future__ import annotations

from bot.answers.asked.question import Clause
from bot.answers.asked.words import content, same_meaning
from bot.answers.desk import Desk
from bot.answers.query import Ids
from bot.grammar.patterns import Pattern
from bot.locales import forms
from bot.model.answer import Action, Answer, Citation, Line
from bot.model.when import When
from bot.store.read import Passage
from bot.store.records import StoredArticle

_ARTICLES = r"(?:articles?|sources?|reports?|stories|pieces|texts|briefs|documents|coverage)"
_OUTLETS = r"(?:outlets?|papers?|newspapers?|media|publishers?|publications?|journalists?|reporters?|sources?)"
_ON = (
    r"(?:on|about|of|for|with|that|to|name|naming|mention|mentions|mentioning|cover|covers|covering|talk about|tell of)"
)
_ASKS_ARTICLES = Pattern(
    r"^(?:(?:which|what|list|show|give|me|us|all|any|the|your|are|is|there|how many) ){0,5}"
    rf"{_ARTICLES} (?:(?:do|have|did) (?:you|we) (?:have|know|got|read) |you have |are there |is there )?"
    rf"(?:(?:are|is) )?(?:{_ON} ){{1,2}}<0>(?:'s)?\W*$|^(?:(?:list|show|me|all|the) ){{0,3}}<0> {_ARTICLES}\W*$"
)
_ASKS_OUTLETS = Pattern(
    rf"^(?:which|what) {_OUTLETS} (?:have |has )?(?:reported|report|wrote|written|write|covered|cover|told|tell) "
    r"(?:(?:on|about|of) )?<0>\W*$"
)
_ASKS_WHETHER = Pattern(
    r"^(?:is|are) <0> (?:in (?:here|there|it|this|the (?:store|database|data|corpus|articles?|list|index))|"
    r"in your (?:store|database|data|corpus|articles?|list|index)|covered|mentioned|tracked|known(?: here| to you)?)"
    r"(?: (?:here|too|at all|already|by you))?\W*$"
)
_ASKS_FIRST = Pattern(
    r"^who (?:(?:first )(?:reported|wrote|told|broke)|(?:reported|wrote|told|broke) (?=.*\bfirst\W*$)) ?"
    r"(?:on|about|of|the news (?:of|on|about))?(?P<what>[^?]*<0>[^?]*?)(?: first)?\W*$"
)
_SEARCHED, _SHOWN = 200, 8


def articles_on(desk: Desk, clause: Clause) -> Answer | None:
    """The articles that name whom a clause asks for articles on; None where it asks for anything else."""
    if len(clause.names) != 1 or clause.pronoun or clause.unknown or clause.narrow.given:
        return None
    ids, shape = clause.names[0].ids, clause.shape
    if first := _ASKS_FIRST.match(shape):
        words = content(first["what"].replace("<0>", " "))
        told = [
            p for p in _naming(desk, ids) if all(same_meaning(w) & desk.sentences.discourse.stems(p) for w in words)
        ]
        dated = [p for p in told if p.citation.published]
        earliest = min(dated, key=lambda p: p.citation.published, default=None)
        return _told(desk, "The first of the articles here", [earliest], ids) if earliest is not None else None
    if not any(asked.match(shape) for asked in (_ASKS_ARTICLES, _ASKS_OUTLETS, _ASKS_WHETHER)):
        return None
    by_article: dict[str, Passage] = {}
    for passage in sorted(_naming(desk, ids), key=lambda p: (p.ordinal == 0, p.ordinal)):
        by_article.setdefault(passage.article, passage)
    yes = "Yes: " if _ASKS_WHETHER.match(shape) else ""
    newest = sorted(by_article.values(), key=lambda p: p.citation.published, reverse=True)
    name = desk.facts.name(min(ids))
    count = f"{forms().number(len(newest))} {'article names' if len(newest) == 1 else 'articles name'} {name}"
    if len(newest) > _SHOWN:
        count += f"; the newest {_SHOWN}"
    return _told(desk, f"{yes}{count}", newest[:_SHOWN], ids) if newest else None


def _naming(desk: Desk, ids: Ids) -> list[Passage]:
    """The sentences that name somebody."""
    discourse = desk.sentences.discourse
    found = desk.facts.search(discourse.all_names(ids), _SEARCHED)
    return [passage for passage in found if discourse.names_one(passage, ids)]


def _told(desk: Desk, title: str, shown: list[Passage], ids: Ids) -> Answer:
    lines = tuple(Line(named(p.citation), (p.citation,), when=p.citation.published) for p in shown)
    name = desk.facts.name(min(ids))
    return Answer(True, title, lines, actions=(Action("timeline", name, f"/timeline {name}"),), entities=tuple(ids))


def named(article: StoredArticle | Citation) -> str:
    """An article by its title, with who published it and when."""
    where = ", ".join(filter(None, (article.publisher, day_of(article))))
    return f"{article.title or article.source}" + (f" ({where})" if where else "")


def day_of(article: StoredArticle | Citation) -> str:
    """The day on which an article was published; empty where it is not known."""
    return forms().when(When.from_iso(article.published)) if article.published else ""
