"""Whether something is over, or has come about yet: who is still at a post, what is launched, opened or closed."""

from __future__ import annotations

import re

from bot.answers.asked.question import Clause
from bot.answers.asked.words import stems
from bot.answers.desk import Desk
from bot.answers.tenure import denies_going
from bot.answers.titles import posts
from bot.answers.whether.told import MARK, Told, Verdict, around, called, hidden
from bot.grammar.patterns import Pattern

ASKS_STILL = Pattern(r"\b(?:still|any ?more|no longer)\b(?! (?:in )?talks)")
ASKS_YET = Pattern(
    r"\b(?:yet|already|so far)\b|^(?:has|have|is|did) .*\b(?:launched|released|shipped|shipping|opened|closed|listed|"
    r"started|available|on sale|signed|(?:found|named|appointed|hired|picked) an?)\b"
)
_GOES = Pattern(
    rf"{MARK}[^.;{MARK}]{{0,60}}?\b(?:(?P<gone>has (?:left|quit|resigned|departed)|left|quits?|resigned|stepped "
    r"(?:down|aside)|departed|retired|(?:was|has been|were) (?:ousted|fired|dismissed|replaced|succeeded)|no longer)|"
    r"(?P<going>(?:is|was|['’]s) (?:leaving|stepping (?:down|aside)|retiring|departing|resigning)|will (?:leave|step "
    r"down|step aside|retire|resign|depart)|leaves|steps (?:down|aside)|resigns|retires|to (?:leave|step down|"
    r"retire)))\b|"
    rf"\b(?:(?:t(?:akes?|ook|aking) over from|replac(?:es|ed|ing)|succeed(?:s|ed|ing)?) (?:[\w-]+ ){{0,3}}{MARK}|"
    rf"(?:former|formerly|ex-?) ?(?:[\w-]+ ){{0,4}}{MARK})",
    re.I,
)
_TO = r"(?:for|to|join|joins|joined|joining)"
_EXITS = Pattern(
    r"\b(?:exit(?:s|ed|ing)?|quit(?:s|ting)?|abandon(?:s|ed|ing)?|w(?:ou|i)nd(?:s|ing)? down|shut(?:s|"
    r"ting)? (?:down )?|"
    r"stop(?:s|ped|ping)?|ceas(?:es|ed|ing)|discontinu(?:es|ed|ing)|dropped|ended|gave up|giv(?:es|ing) up|"
    r"turn(?:s|ed|ing)? away from|pull(?:s|ed|ing)? out of|no longer|sold (?:off |all )?(?:of )?(?:its|the|their))\b",
    re.I,
)
_STAYS = Pattern(
    r"\b(?:remain(?:s|ed|ing)?|stay(?:s|ed|ing)?|(?:is|will be) (?:now )?(?!\w+ing\b)|becomes?|became|"
    r"continu(?:es|ing)|keep(?:s|ing)?)\b[^.;]{0,40}",
    re.I,
)
_NEAR = 50
_STILL_WORDS = stems("still any more anymore longer do does business in market make makes")
_WHO = Pattern(r"^(?:is|was|does|did) (?P<who>[a-z'-]{3,20}(?: [a-z'-]{3,20})?) still\b")


def still(desk: Desk, clause: Clause, told: list[Told]) -> Verdict | None:
    """Whether somebody is still at a post or a house, or a house still does something."""
    names = _people(desk, clause)
    if not names:
        return _does_still(clause, told)
    for one in (*told, *around(desk, clause, told)):
        if one.event is not None and _FORMERLY.search(one.line.text):
            now = any(other.event is not None and other.event.kind == "role" for other in told if not _is_former(other))
            title = posts(str(one.event.event.best("title") or ""))
            asked = posts(clause.shape)
            return None if now or (asked and not asked & title) else ("No", one.line)
        marked = re.sub(r"^\W*(?:He|She)\b", MARK, hidden(one.text, names))
        if MARK in marked and denies_going(one.text):
            return "Denied that it is over", one.quoted
        met = _GOES.search(marked)
        elsewhere = met is not None and (_goes_there(desk, clause, one.text) or not _from_there(desk, clause, one))
        if met is not None and not elsewhere and not _keeps(clause, one.text):
            return ("Leaving, as told here" if met["going"] else "No"), one.quoted
    return None


def _people(desk: Desk, clause: Clause) -> set[str]:
    """What the person goes by who is asked about; a name that is not known as it is written."""
    ids = [one for name in clause.names for one in name.ids if desk.facts.kind(one) == "person"]
    written = _WHO.search(clause.shape) if not ids and not clause.pronoun else None
    if written is not None and desk.lookup.spotter.proper(written["who"].split(" ")[-1]):
        return {written["who"].split(" ")[-1]}
    return {name for one in ids for name in called(desk, one)}


_FORMERLY = Pattern(r": formerly\b")


def _is_former(one: Told) -> bool:
    return bool(_FORMERLY.search(one.line.text))


def _from_there(desk: Desk, clause: Clause, one: Told) -> bool:
    """Whether a sentence names the house that is asked about, or none: who went from another was there before."""
    houses = {i for name in clause.names for i in name.ids if desk.facts.kind(i) == "org"}
    named = {i for name in desk.lookup.spotter.asked(one.text) for i in name.ids if desk.facts.kind(i) == "org"}
    return not houses or not named or bool(houses & named)


def _goes_there(desk: Desk, clause: Clause, text: str) -> bool:
    """Whether somebody goes to the very house that is asked about."""
    orgs = [name for name in clause.names if any(desk.facts.kind(one) == "org" for one in name.ids)]
    written = {name.text for name in orgs} | {desk.facts.name(one) for name in orgs for one in name.ids}
    return bool(re.search(rf"\b{_TO} (?:the |rival )?{MARK}", hidden(text, written), re.I))


def _keeps(clause: Clause, text: str) -> bool:
    """Whether somebody who goes stays at the very post that is asked about, or comes to it."""
    asked = posts(clause.shape)
    return bool(asked) and any(posts(met[0]) & asked for met in _STAYS.finditer(text))


def _does_still(clause: Clause, told: list[Told]) -> Verdict | None:
    """Whether a house still does something: a sentence says, next to a word for it, that it stopped."""
    asked = frozenset(clause.content) - _STILL_WORDS
    for one in told:
        for met in _EXITS.finditer(one.text):
            near = one.text[max(0, met.start() - _NEAR) : met.end() + _NEAR]
            if asked & stems(near) and MARK in one.hidden:
                return "No longer", one.quoted
    return None


_NOT_DONE = (
    r"(?:(?:has|have|had|is|are|was|were)(?: not|n['’]t) (?:yet )?(?:been )?|not yet (?:been )?|yet to (?:be )?|until "
    r"(?:an? |the )?|will (?:be )?|would (?:be )?|plans? to |aims? to |(?:is|are) (?:expected|due|slated|scheduled|set|"
    r"going) to (?:be )?|hopes? to |wants? to |intends? to |once (?:the )?(?:\w+ )?(?:is |has |are |have )?|subject to "
    r"|awaits? |awaiting |ahead of |planned )"
)
_SLIPS = Pattern(
    r"\b(?:slip(?:s|ped)?|delay(?:s|ed)?|postpon(?:es|ed)|put off|push(?:es|ed) back|we said [\w ]{1,20}, (?:and|but|"
    r"now) it(?: is|['’]s))\b",
    re.I,
)
_TIME_AHEAD = (
    r"(?:in|by|from|for|until|not before) (?:the )?(?:(?:first|second|third|fourth|last|next) (?:quarter|half)|"
    r"q[1-4]|early|mid|late|spring|summer|autumn|fall|winter|next)"
)
_DEEDS: tuple[tuple[Pattern, str], ...] = tuple((Pattern(asked), told) for asked, told in (
    (r"\b(?:launch|releas|ship|come out|came out|out\b|available|on sale|on the market)",
     r"(?:launch\w*|releas\w*|ship\w*|come out|available|on sale|deliver\w*)"),
    (r"\b(?:open|built|build|finish|ready)", r"(?:open\w*|built|build\w*|finish\w*|complet\w*|ready)"),
    (r"\b(?:clos|complet|finali|gone through|done)", r"(?:clos\w*|complet\w*|finali\w*|approv\w*|antitrust\w*)"),
    (r"\b(?:list|ipo|public|float)", r"(?:list\w*|ipo|go public|float\w*|debut\w*)"),
    (r"\b(?:found|find|name|appoint|hire|pick|chosen)", r"(?:successor|found|named?|appoint\w*|hired?|chosen)"),
    (r"\b(?:start|begin|begun|began)", r"(?:start\w*|begin\w*|begun)"),
    (r"\bdeliver", r"(?:deliver\w*|ship\w*)"),
    (r"\b(?:sign|agreed)", r"(?:sign\w*|agree\w*)"),
    (r"\b(?:profit|money|break even|broke even)", r"(?:profit\w*|break even|in the black)"),
))  # fmt: skip
"""The deed that is asked about, and the words in which a sentence may tell that it is still to come."""


def yet(desk: Desk, clause: Clause, told: list[Told]) -> Verdict | None:
    """Whether something has come about: the newest sentence that says it is still to come."""
    deed = next((said for asked, said in _DEEDS if asked.search(clause.unmarked)), None)
    if deed is None or any(one.status == "completed" for one in told):
        return None
    ahead = re.compile(rf"\b{_NOT_DONE}(?:[\w'-]+ ){{0,3}}?{deed}\b|\b{deed} (?:[\w'-]+ ){{0,3}}?{_TIME_AHEAD}\b", re.I)
    done = re.compile(rf"\b(?:has|have|had|was|were) (?:[a-z]+ly |already |been |now ){{0,2}}{deed}\b", re.I)
    for some in (told, list(around(desk, clause, told))):
        met = [one for one in some if ahead.search(one.text) or (_SLIPS.search(one.text) and MARK in one.hidden)]
        if met:
            break
    if not met:
        return None
    last = max(met, key=lambda one: one.citation.published)
    later = (one for one in told if one.citation.published > last.citation.published)
    if any(done.search(one.text) or one.status == "completed" for one in later):
        return None
    return "Not yet, as told here", last.quoted
