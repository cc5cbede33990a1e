"""Who held which post: titles linked to persons, and verbs that tell of work ("joined", "left", "worked at", "runs")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.extraction.clusters import Cluster
from bot.extraction.context import Context, Sentence
from bot.extraction.deals import predicate_at
from bot.extraction.lists import list_after
from bot.extraction.masking import Segment
from bot.extraction.mentions import Mention
from bot.extraction.posts import DETERMINERS, Post
from bot.grammar.dates import find_dates
from bot.model.when import When

_HONORIFIC = r"(?:(?:Dr|Prof|Mr|Ms|Mrs|Eng|Ing|Mag|Sir|Dame|Professor|Doctor)\.? )*"
_NAME_AHEAD = re.compile(rf" ?(?P<gap>,| -| –| —|:|\()? ?[\"“*]*{_HONORIFIC}[\"“*]*<n(?P<n>\d+)>(?!'s? [a-z-]*(?:successor|predecessor))")
_NAME_REVERSED = re.compile(rf",? (?:is|was|will be|remains|has been|is to be|would be)(?: (?:now|still|once again|someone else,))? {_HONORIFIC}[\"“*]*<n(?P<n>\d+)>(?! and)")
ORG_OF_NAME = re.compile(r"(?:\*\*)?,? ?(?:of|at|from|with|\()(?: the)? ?<n(?P<n>\d+)>")
_MORE_NAMES = re.compile(rf"\*{{0,2}}(?: \([^()]*\)|, \d\d,)?(?:, and|,| and| &) [\"“*]*{_HONORIFIC}<n(\d+)>")
_NAME_BEHIND = re.compile(
    r"<n(?P<n>\d+)>(?:\*\*)?[\"”]?(?: ?\((?![^()]*<n)[^()]*\))?(?:, (?:aged )?\d\d| \(\d\d\)|, (?:female|male|Ph\.?D\.?|born (?:in )?<d\d+>))*(?P<gap>,(?: an? [a-z -]{3,30}(?:,| and)| [^,<;.]{3,40},)?(?= )|,? (?:who|and) (?:is|was|has been|had been|used to be|remains|serves as|acts as)(?: (?:also|now|still|currently|previously|formerly))?|,| \(| -| –| —|:|) ?(?:at (?:that|the) time |now |then |currently |so far |until <d\d+>,? |until (?:now|then|recently),? |since <d\d+>,? )*\Z"
)
_COPULA = re.compile(r"\b(?:is|was|are|were|be|been|being|remains?|remained|becom(?:e|es|ing)|became|stays?(?: on)?|'s|turned|serves?|acts)\s*\Z")
_AS = re.compile(r"\b(?:as|to|to be|to become|to the post of|to the position of|into the role of|the (?:title|post|role|position|job) of|being)\s*\Z")
_NAMING = {"appoint", "name", "hire", "promote", "make", "elect", "recruit", "poach", "install", "bring", "nominate", "elevate", "tap", "pick", "choose",
           "designate", "assign", "call", "re-elect", "confirm", "lure", "send", "present", "introduce", "move", "announce", "entrust", "put", "get"}  # fmt: skip
_NAMED_AHEAD = re.compile(r"\b(?:appoint\w*|nam(?:es|ed|ing)|hir(?:es|ed|ing)|promot\w+|mak(?:es|ing)|made|elect(?:s|ed)|recruit\w*|poach\w*)\s*\Z")
_START = {"join", "become", "appoint", "name", "hire", "promote", "elect", "recruit", "take", "rejoin", "start", "begin", "make", "succeed", "replace", "move", "enter", "return",
          "assume", "install", "poach", "come", "go"}  # fmt: skip
_END = {"leave", "resign", "step", "quit", "depart", "retire", "stand", "relinquish", "give", "hand", "oust", "dismiss", "fire", "remove", "sack", "part"}
_GAP = r"(?:(?!who\b|which\b|that\b|said\b|and\b|<n)[\w'’&+\"“”.-]+ |<n\d+>'s? ){0,6}?[\"“]?"


@dataclass(slots=True)
class Holding:
    """A post as one place tells it; `org` is None where the place leaves it to the reader."""

    person: Cluster
    org: Cluster | None
    title: str
    sentence: Sentence
    start: When | None = None
    end: When | None = None
    score: float = 0.9
    former: bool = False
    like: Cluster | None = None
    """The person whose office it is too: a predecessor or successor."""
    owner: Cluster | None = None
    """The person whose deputy, co-founder or successor this one is."""


def persons(mentions: list[Mention]) -> list[Mention]:
    return [m for m in mentions if m.cluster.kind == "person"]


def subjects(segment: Segment, verb: int, *, patient: bool = True) -> list[Mention]:
    """The persons who are the subject of a verb; where the parse has none at all, the last person named before it."""
    predicate = predicate_at(segment.sentence, segment.origin(verb))
    if predicate is not None:
        args = predicate.objects if predicate.passive and patient else predicate.subjects
        found = persons([m for arg in args for m in arg.mentions])
        if found:
            return found
        if any(m.cluster.kind == "org" and not m.anaphoric for arg in args for m in arg.mentions) and not predicate.passive:
            return []
    nearest = [i for i, m in enumerate(segment.names) if segment.position(f"n{i}") < verb and m.cluster.kind == "person"]
    if not nearest:
        return []
    last = nearest[-1]
    between = segment.text[segment.at[f"n{last}"][1] : verb]
    return [segment.names[last]] if len(between) < 90 and not re.search(r"\bthat\b|<n\d+>,? (?:has|is|was|said|will)", between) else []


def _pieces(segment: Segment, text: str) -> tuple[When | None, When | None]:
    """The two ends of "2018 to 2021"."""
    parts = re.split(r"\s*(?:\bto\b|\buntil\b|\btill\b|\band\b|\bthrough\b|[-–—])\s*", text, maxsplit=1)
    ends = []
    for part in parts:
        found = find_dates(part, None)
        ends.append(found[0].when if found else None)
    return (ends[0], ends[1]) if len(ends) == 2 else (None, ends[0])


def tenure(segment: Segment, low: int, high: int, at: int, sense: str) -> tuple[When | None, When | None]:
    """Start and end of a post told around a place of the masked text; `sense` says which one a plain date is."""
    start: When | None = None
    end: When | None = None
    plain: list[tuple[int, When]] = []
    for token, (a, b) in segment.at.items():
        if token[0] != "d" or not low <= a < high:
            continue
        date = segment.dates[int(token[1:])]
        before = segment.text[max(0, a - 14) : a]
        if date.when is None:
            continue
        if date.when.precision == "span":
            first, last = _pieces(segment, date.text)
            if first and last:
                start, end = start or first, end or last
        elif date.relation == "since" or re.search(r"\b(?:since|from|as of|effective|starting|with effect from)(?: early| late| mid-?)? \Z", before):
            start = start or date.when
        elif date.relation == "until" or re.search(r"\b(?:until|till|up to|through)(?: early| late| mid-?| last)? \Z", before):
            end = end or date.when
        elif date.relation not in {"by", "within", "before", "after"}:
            plain.append((abs(a - at) if a >= at else int(1.5 * (at - b)), date.when))
    if plain and sense:
        nearest = min(plain, key=lambda p: p[0])
        if nearest[0] < 70:
            if sense == "start":
                start = start or nearest[1]
            else:
                end = end or nearest[1]
    return start, end


def _listed(segment: Segment, first: re.Match[str], plural: bool, base: int) -> tuple[list[Mention], int]:
    found, position = [segment.names[int(first["n"])]], first.end()
    while plural and (more := _MORE_NAMES.match(segment.text, position)):
        mention = segment.names[int(more[1])]
        if mention.cluster.kind != "person":
            break
        found.append(mention)
        position = more.end()
    return found, position


def holders(segment: Segment, post: Post, previous: tuple[int, list[Mention]] | None) -> tuple[list[Mention], str, int]:
    """The persons of a title, what a date beside it would be ("start", "end" or ""), and where its phrase ends."""
    text = segment.text
    before = text[: post.outer_start]
    behind = _NAME_BEHIND.search(before)
    owner = behind and segment.names[int(behind["n"])].cluster.kind == "person"
    ahead = _NAME_AHEAD.match(text, post.outer_end)
    if ahead and segment.names[int(ahead["n"])].cluster.kind == "person" and segment.names[int(ahead["n"])] is not post.owner:
        tight = not ahead["gap"]
        comma_taken = owner and behind is not None and behind["gap"] in {",", " (", " -", " –"}
        if (tight or not comma_taken or post.outer_start == 0) and (tight or not _COPULA.search(before) or ahead["gap"] != ","):
            people, end = _listed(segment, ahead, post.plural, post.outer_end)
            sense = "start" if _NAMED_AHEAD.search(before) else ""
            return people, sense, end
    reverse = _NAME_REVERSED.match(text, post.outer_end)
    if reverse and segment.names[int(reverse["n"])].cluster.kind == "person" and not segment.names[int(reverse["n"])].anaphoric and not comma_after(before, owner):
        return [segment.names[int(reverse["n"])]], "", reverse.end()
    if behind and owner and segment.names[int(behind["n"])].anaphoric is False or behind and owner and behind["gap"].strip():
        if behind["gap"] or _named(segment, before, behind.start()):
            sense = "start" if not behind["gap"] else ""
            if not (ahead and behind["gap"] == ":" ):
                number = int(behind["n"])
                people = [segment.names[number]]
                if post.plural:
                    people = _joined_before(segment, number)
                return people, sense, post.outer_end
    if previous is not None and re.fullmatch(r"(?:,? (?:and|&|then|before that|later|previously|now)|,|;| -)+ ?(?:,? ?(?:was|is|also|who|has been|a|an|the|now|then))*\s*", text[previous[0] : post.outer_start]):
        return previous[1], "", post.outer_end
    if re.search(r"\b(?:not|never)(?: to)? (?:be|become)\b[^,<]*\Z|n't (?:be|become)\b[^,<]*\Z", before):
        return [], "", post.outer_end
    if _COPULA.search(before):
        match = _COPULA.search(before)
        assert match
        verb = len(before[: match.start()])
        people = subjects(segment, verb)
        became = bool(re.match(r"becom|became", match.group()))
        if people:
            return people, "start" if became else "", post.outer_end
    if _AS.search(before) or re.search(r"\b(?:appointed|named|elected|made|promoted|hired|re-elected)\s*\Z", before):
        return (*_by_verb(segment, len(before.rstrip())), post.outer_end)
    return [], "", post.outer_end


def comma_after(before: str, owner: bool | None) -> bool:
    return bool(owner and before.rstrip().endswith(","))


def _joined_before(segment: Segment, number: int) -> list[Mention]:
    """ "A, B and C, engineers at": all of them."""
    people = [segment.names[number]]
    while number > 0:
        a, b = segment.at[f"n{number - 1}"][1], segment.at[f"n{number}"][0]
        if segment.names[number - 1].cluster.kind != "person" or not re.fullmatch(r"(?:,|,? and|,? &) ", segment.text[a:b]):
            break
        number -= 1
        people.insert(0, segment.names[number])
    return people


def _named(segment: Segment, before: str, position: int) -> bool:
    return bool(_NAMED_AHEAD.search(re.sub(r"(?:Dr|Prof|Mr|Ms)\.? \Z", "", before[:position])) or re.search(r"\b(?:with|made|makes|of) \Z", before[:position]))


def _by_verb(segment: Segment, position: int) -> tuple[list[Mention], str]:
    """The persons whom the verb that governs "as chief executive" at a place of the text says it of."""
    origin = segment.origin(position)
    verbs = [p for p in segment.sentence.predicates if not p.noun and segment.start <= p.start < origin and p.lemma not in {"be", "have", "say"}]
    if not verbs:
        return [], ""
    verb = verbs[-1]
    sense = "start" if verb.lemma in _START else "end" if verb.lemma in _END else ""
    if verb.lemma in _NAMING and not verb.passive:
        people = persons([m for arg in verb.objects for m in arg.mentions]) or persons([m for arg in verb.objects for m in arg.inside])
        if people:
            return people, "start"
    args = verb.objects if verb.passive else verb.subjects
    people = persons([m for arg in args for m in arg.mentions])
    if not people:
        names = [m for m in segment.names if m.end <= origin and m.cluster.kind == "person"]
        people = names[-1:]
    return people, sense if not (verb.passive and verb.lemma in _NAMING) else "start"


STUDY = re.compile(r"\b(?:Ph\.?D|doctorate|doctor|master(?:'s)?|bachelor(?:'s)?|degree|MBA|diploma|student|studied|studies|studying|undergraduate|graduated?|thesis|alumn\w+|class of|licentiate)\b")


@dataclass(frozen=True, slots=True)
class _Verb:
    pattern: re.Pattern[str]
    sense: str
    title: str
    score: float


def _verb(words: str, links: str, sense: str = "", title: str = "", score: float = 0.8) -> _Verb:
    return _Verb(re.compile(rf"\b(?P<verb>{words}){links} (?P<desc>{_GAP})(?=<n\d+>)"), sense, title, score)


_BACK = r"(?: (?:back|over|on|up|out|again|directly|straight))?"
_VERBS = (
    _verb(r"(?:re)?join(?:s|ed|ing)?(?! by)", "", "start"),
    _verb(r"mov(?:es?|ed|ing)|goes|went|going|switch(?:es|ed|ing)|return(?:s|ed|ing)?|defect(?:s|ed)|transfer(?:s|red)|head(?:s|ed) (?:off|over)|signs? on|signed on|off", _BACK + r" (?:to|with|into)", "start"),
    _verb(r"entered|enters", "", "start"),
    _verb(r"left|leav(?:e|es|ing)|quit(?:s|ting)?|exit(?:s|ed|ing)", "", "end"),
    _verb(r"resign(?:s|ed|ing)?|depart(?:s|ed|ing)?|retir(?:es?|ed|ing)|walk(?:s|ed) (?:out|away)|part(?:s|ed) (?:ways|company)|stepped down|steps down|stepped back|dismissed|fired|sacked|ousted", r" (?:from|with|of|at|by)", "end"),
    _verb(
        r"work(?:s|ed|ing)?|serv(?:es|ed|ing)|taught|teach(?:es|ing)?|intern(?:s|ed)|employed|trained|lectur(?:es|ed)|stints?|years|months|career|engineer(?:s|ed)|"
        r"teeth|start(?:s|ed)(?: out)?|began|days|decades?|time|posts?|positions?|jobs?|internship|roles?|research|postdoc|programmed|apprenticeship",
        r"(?: (?!(?:who|and|which|that|it|this)\b)(?:[a-z-]+|<d\d+>)){0,4}?,? (?:at|for|with|in|inside|within)",
    ),
    _verb(r"com(?:es?|ing)|came|hails?|arriv(?:es?|ed|ing)|poached|hired|lured|recruited|is|are|was|were|mov(?:es|ed)|lent|head-?hunted|brought|joined|joins|straight|fresh|plucked|borrowed", _BACK + " (?:from|out of)"),
    _verb(r"heads|head(?:ed|ing)|leads|led|leading|runs?|ran|running|manages|managed|managing|oversees|oversaw|overseeing|presid(?:es|ed) over|directs|directed|looks after|in charge of|(?:take|took|takes) charge of|responsible for", "", "", "head"),
    _verb("chairs|chaired", "", "", "chair"),
    _verb(r"advises|advised|advising", "", "", "adviser", 0.6),
)  # fmt: skip
_APPOSED = (
    re.compile(rf"<n(?P<p>\d+)>(?:\*\*)?[\"”]?(?: \([^()<]*\))?,? ?\(?,? ?(?:an? |the |now |both )?(?:ex-|ex |formerly (?:of |at |with |from )?|previously (?:of |at |with )?|late of |once (?:of|at) |(?:who was |who were )?(?:until <d\d+> |until recently )?at )(?:the )?<n(?P<o>\d+)>"),
    re.compile(rf"<n(?P<p>\d+)>(?:\*\*)?,? (?:of|at|from) (?:the )?(?:[a-z]+ (?:maker|firm|company|house|broker|brokerage|consultancy|bank|investor) )?<n(?P<o>\d+)>(?!'s)"),
    re.compile(r"<n(?P<p>\d+)>(?:\*\*)? \((?:formerly |ex-|previously )?<n(?P<o>\d+)>\)"),
    re.compile(r"<n(?P<o>\d+)>'s <n(?P<p>\d+)>"),
    re.compile(r"<n(?P<p>\d+)>,? who (?:(?!(?:said|says|told|invest\w*|left|led|who|that|read|studied|graduated|took|did|wrote|earned)\b)[a-z'-]+ ){1,5}(?:at|for) (?:the )?<n(?P<o>\d+)>"),
    re.compile(r"<n(?P<p>\d+)>(?:, [^,<;]{3,30})?, (?:ex-|ex |formerly (?:of |at )?|late of )<n(?P<o>\d+)>"),
)


def worked(ctx: Context, segment: Segment, taken: set[tuple[int, int]]) -> Iterator[Holding]:
    """Work told by a verb or an apposition without a title; `taken` are pairs that a title has told already."""
    text = segment.text
    for rule in _VERBS:
        for match in rule.pattern.finditer(text):
            if STUDY.search(text, max(0, match.start() - 40), match.end()):
                continue
            if re.search(r"\b(?:round|stake|fund|invest|talks|valuation|bid)", match["desc"]):
                continue
            orgs, stop = list_after(segment, match.end())
            if not orgs:
                token = re.match(r"<n(\d+)>", text[match.end() :])
                assert token
                orgs, stop = [segment.names[int(token[1])]], match.end() + len(token.group())
            orgs = [m for m in orgs if m.cluster.kind == "org"]
            if not orgs or rule.sense and len(orgs) > 1:
                orgs = orgs[:1]
            predicate = predicate_at(segment.sentence, segment.origin(match.start("verb")))
            people = subjects(segment, match.start("verb"))
            if not orgs or not people or predicate is not None and predicate.mood in {"denied", "rumored"}:
                continue
            unit = re.match(r"'s? ((?:[\w-]+ ){0,3}?(?:team|unit|division|department|lab|laboratory|group|business|arm|programme|program|office|centre|center|efforts?|work|operations?|plant))\b", text[stop - 0 :])
            title = rule.title + (f" of {unit[1]}" if rule.title and unit else "")
            start, end = tenure(segment, max(0, match.start() - 40), stop + 60, match.start(), rule.sense)
            for person in people:
                for org in orgs:
                    if (person.cluster.id, org.cluster.id) not in taken:
                        yield Holding(person.cluster, org.cluster, title, segment.sentence, start, end, rule.score, former=rule.sense == "end")
    for pattern in _APPOSED:
        for match in pattern.finditer(text):
            person, org = segment.names[int(match["p"])], segment.names[int(match["o"])]
            if person.cluster.kind == "person" and org.cluster.kind == "org" and not person.anaphoric and (person.cluster.id, org.cluster.id) not in taken:
                yield Holding(person.cluster, org.cluster, "", segment.sentence, score=0.7, former="former" in match.group() or "ex" in match.group()[:16])


__all__ = ["DETERMINERS", "Holding", "holders", "persons", "subjects", "tenure", "worked"]
