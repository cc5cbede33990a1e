"""What a message asks that names nobody: the words that describe whom it is about, and what each of its parts asks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from bot.answers.asked.question import Clause
from bot.answers.asked.words import STOP, stem, stems, words
from bot.answers.query import Ids
from bot.grammar.patterns import Pattern

_TELLING: tuple[tuple[str, str], ...] = (
    # what a sentence has to tell, words that ask for it
    (
        "funding",
        "raise raised raises raising fund funded funding funder funders financing financed finance round rounds invest "
        "invested investing investment investments investor investors back backs backed backer backers backing money "
        "cheque cheques check capital seed venture financings fundraising pre-seed",
    ),
    (
        "acquisition",
        "buy buys bought buying buyer acquire acquired acquires acquisition acquisitions takeover takeovers purchase "
        "purchased own owns owner owners owned belong belongs parent swallow swallowed sold "
        "exit exits majority buyout m&a",
    ),
    (
        "price",
        "cost costs price prices priced charge charges charged fee fees cheap cheaper cheapest expensive priciest "
        "affordable sell sells selling pay pays paying paid rent rents rented lease leases hire monthly "
        "retail subscription",
    ),
    ("founding", "founded founder founders start started starting starts set-up establish established create created"),
    ("ceo", "ceo ceos"),
    ("cfo", "cfo"),
    ("cto", "cto"),
    ("coo", "coo"),
    ("chair", "chair chairs chairman chairwoman"),
    (
        "role",
        "run runs running ran lead leads head heads headed boss chief president manage manages manager director",
    ),
    (
        "deployment",
        "use uses used using user users deploy deployed deploys customer customers client clients operate operates "
        "operating adopt adopted trial trialling pilot piloting tests testing employing",
    ),
    ("employees", "employ employs employees staff headcount workforce employee"),
    ("valuation", "valuation valued value worth valuations"),
    ("revenue", "revenue revenues sales turnover earn earned earns"),
    ("profit", "profit profits loss losses profitable"),
    ("ipo", "ipo ipos list lists listing listings listed float floated flotation prospectus nasdaq stock"),
    ("partnership", "partner partners partnered partnership partnerships collaborate collaborates alliance teamed"),
    ("education", "study studied studies degree university school doctorate phd graduated graduate"),
    ("launch", "launch launched launches unveil unveiled release released introduce introduced present presented"),
    ("plan", "plan plans planned planning aim aims target targets intend intends goal goals"),
    ("market_size", "market markets"),
    ("sale", "for-sale"),
    ("closure", "shut shuts bankrupt bankruptcy insolvent insolvency receivership liquidation collapsed"),
    ("layoffs", "layoffs layoff dismissed redundancies"),
    ("approval", "approval approved approve cleared clearance authorised authorized certified"),
    ("award", "won win wins winner"),
    ("loss", "lost loser"),
    ("crowdfunding", "crowdfunded crowdfunding kickstarter"),
    ("merger", "merger mergers merge merged"),
    ("lawsuit", "sue sues sued suing lawsuit lawsuits"),
    ("recall", "recall recalled recalls"),
    ("forecast", "forecast forecasts predict predicts expect expects expected estimate estimates"),
)
_MAKING = stems(
    "make makes made making build builds building built develop develops developing develops produce produces "
    "manufacture manufactures maker builder developer manufacturer producer do does offer offers offered offering "
    "work works working "
    "have has called behind specialise specialises specialize supply supplies"
)
"""What everybody does who is described here: a sentence need not say it."""
_GENERIC = stems(
    "company companies startup start-up startups firm firms business businesses outfit group team venture robot robots "
    "robotic robotics machine machines machinery humanoid humanoids product products device devices system systems "
    "unit units technology tech ai embodied intelligence industry sector field player players maker makers vendor "
    "vendors manufacturer manufacturers developer developers supplier suppliers provider providers producer producers "
    "bot bots people person guy men women man woman deal deals automation automated"
)
"""Words that nearly everything here may be called by."""
_EMPTY = stems(
    "know idea remind mention mentioned mentions find look looking looks heard read curious wonder wondering currently "
    "article articles report reports story stories news somewhere something anyone anybody please three four five six "
    "seven eight nine ten dozen several various main second third own called name names roughly together apiece "
    "exactly actually sum amount total overall total whole world worldwide global globally far biggest largest most "
    "top "
    "kind sort type help need needs want wants try tell list show give note interested aware recall remember there "
    "existing set specific certain planned upcoming later earlier afterwards newly just already still yet "
    "thing things someone nobody everyone whoever like similar etc thanks cheers"
)
"""Words that only ask, or that say nothing of whom is asked about."""


_ASKS = Pattern(
    r"\b(?:how|what|when|where|why|whom?|whose|which|is|are|was|were|did|does|do|has|have|list|show|tell|name|give|any|all)\b"
)
_SELLING = stems("sell sells selling offer offers pay pays")
_OF_A_DEAL = Pattern(r"\b(contracts?|orders?|deals?|tenders?|grants?|programmes?|programs?|backlog)\b")
_BEFORE_NOUNS = frozenset(("insolvent", "bankrupt", "listed", "approved", "certified", "merged"))
_WORTH = Pattern(r"\b(?:worth|value|valued)\b")
_WHICH = Pattern(
    r"^(?:and |so )?(?:which|what) (?:(?!price|cost|fee|rent)[\w-]+ ){1,5}?(?:sells?|rents?|leases?|hires?|charges)\b"
)
"""What is worth a sum, and has no valuation."""
_PHRASES = tuple(
    (Pattern(said), word)
    for said, word in (
        (r"(?:\b(?:set|sets|setting) up )?(?:\ban? |\bthe )?\bjoint ventures?\b", "partnership"),
        (r"\b(?:set|sets|setting) up\b", "founded"),
        (r"\bg(?:o|oes|oing|one) public\b|\bwent public\b|\bstock (?:exchange|market)\b", "ipo"),
        (r"\b(?:wants?|asks?|asking|gets?|got) for (?:it|them)\b", "price"),
        (r"\b(?:chief financial officer|finance (?:chief|director|head)|head of finance)\b", "cfo"),
        (r"\b(?:chief technology officer|technology (?:chief|director|head)|technical (?:director|chief))\b", "cto"),
        (r"\b(?:chief executive(?: officer)?|managing director)\b", "ceo"),
        (r"\bchief operating officer\b", "coo"),
        (r"\b(?:his|her|their|its) own\b|\bmet\b", " "),
        (r"\bout of business\b|\bto die\b", "shut"),
        (r"\bt(?:aken?|ook|akes) private\b", "acquired private"),
        (r"\bt(?:aken?|ook|akes|aking) over\b", "acquired"),
        (r"\b(?:shut|shuts|closed|closes|wound|winds|winding|clos\w+) (?:down|up)\b|"
         r"\bw(?:ent|ound) (?:under|up|bust)\b|"
         r"\bg(?:oes|one|oing) (?:under|bust)\b", "shut"),
        (r"\b(?:laid|lay|lays|laying) off\b", "layoffs"),
        (r"\bspun (?:out|off)\b|\bspin-?(?:off|out)s?\b", "offshoot"),
        (r"\bsen(?:d|t|ds) back\b|\breturn(?:ed|s) to (?:its|their) makers?\b", "returned"),
        (r"\b(?:ga|gi)ve(?:s|n)? (?:the |its |their )?(?:money |cash )?back\b", "returned"),
        (r"\b(?:look\w*|search\w*) for a buyer\b|\b(?:up )?for sale\b", "for-sale"),
    )
)  # fmt: skip
"""What is said in several words, and the word that says the same."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word that describes, as it was written in small letters, or a place."""

    word: str
    stem: str
    ids: Ids = frozenset()
    generic: bool = False
    named: bool = False
    """Whether it is written as the name of somebody whom no fact knows."""


@dataclass(frozen=True, slots=True)
class Wish:
    """One part of a message: what it asks, and the words in which it does."""

    clause: Clause
    tellings: tuple[tuple[str, ...], ...]
    """Of each group one has to be told."""
    asking: tuple[str, ...]
    """The stem that asks for each group: a sentence that holds it tells it as well."""
    terms: tuple[Term, ...]
    """The words that describe somebody or something."""
    head: str = ""
    """The stem of what is worth something: a sentence without it tells the worth of something else."""


def wishes(parts: Sequence[Clause]) -> list[Wish]:
    """The parts of a message that was taken apart by `question.clauses`.

    A part that only describes is no part of its own: what it says belongs to the one after it.
    """
    found = [_wish(part) for part in parts]
    if len(found) > 1 and not _ASKS.search(found[0].clause.shape):
        lead, asking = found[0], found[1]
        terms = tuple(dict.fromkeys((*lead.terms, *asking.terms)))
        told = asking if asking.tellings else lead
        merged = replace(asking, tellings=told.tellings, asking=told.asking, terms=terms)
        return [merged, *found[2:]]
    return found


def _wish(clause: Clause) -> Wish:
    tellings: dict[tuple[str, ...], str] = {}
    terms: dict[str, Term] = {}
    shape = clause.unmarked
    for said, word in _PHRASES:
        shape = said.sub(word, shape)
    known, unknown = _telling(), frozenset(" ".join(clause.unknown).casefold().split())
    for written in words(shape):
        for raw in written.split("-") if "-" in written and stem(written) not in known else (written,):
            one = stem(raw)
            if len(raw) < 2 or raw == "back" or (raw.isdigit() and len(raw) > 3):
                continue
            if raw == "sold":
                tellings.setdefault(("acquisition",), one)
            elif one in known and _is_meant(known[one], clause) and not _only_describes(raw, clause):
                tellings.setdefault(known[one], one)
            elif raw not in STOP and one not in _MAKING | _EMPTY | _SELLING:
                terms[one] = Term(raw, one, generic=one in _GENERIC, named=raw in unknown)
    for mention in clause.names:
        terms[mention.text] = Term(mention.text.casefold(), "", mention.ids)
    deal = _OF_A_DEAL.search(clause.shape) if _WORTH.search(clause.shape) else None
    head = stem(deal[1]) if deal else ""
    return Wish(clause, tuple(tellings), tuple(tellings.values()), tuple(terms.values()), head)


def _is_meant(told: tuple[str, ...], clause: Clause) -> bool:
    """Whether a word that may ask for something does.

    "How many does it own" asks for no purchase, "what is the contract worth" for no valuation, "who sells cleaning
    robots" for no price.
    """
    if told == ("acquisition",) and clause.wants == "count":
        return False
    if told == ("founding",) and clause.wants == "thing":
        return False
    if told == ("valuation",) and _OF_A_DEAL.search(clause.shape):
        return False
    return "price" not in told or (clause.wants == "money" and not _WHICH.search(clause.shape))


def _only_describes(word: str, clause: Clause) -> bool:
    """Whether a word stands before what it describes: "the insolvent kitchen maker", "a listed supplier"."""
    return word in _BEFORE_NOUNS and bool(re.search(rf"\b(?:the|an?|this|that) (?:[\w-]+ )?{word} [a-z]", clause.shape))


@cache
def _telling() -> dict[str, tuple[str, ...]]:
    """What a sentence has to tell where a stem asks: one of some things."""
    out: dict[str, tuple[str, ...]] = {}
    for kind, told in _TELLING:
        for word in told.split():
            known = out.get(stem(word), ())
            if kind not in known:
                out[stem(word)] = (*known, kind)
    return out
