"""Who held which post: titles linked to the persons they are said of, and the dates beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.extraction.deals.clauses import predicate_at
from bot.extraction.people.posts import OWN_ROLE, Post
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.context import Sentence
from bot.extraction.text.masking import Segment, masked
from bot.extraction.text.mentions import Mention
from bot.extraction.text.org_tails import looks_like_org
from bot.model.when import When

_HONORIFIC = r"(?:(?:Dr|Prof|Mr|Ms|Mrs|Eng|Ing|Mag|Sir|Dame|Professor|Doctor)\.? )*"
_NAME_AHEAD = re.compile(
    rf" ?(?P<gap>,| -| –| —|:|\()? ?[\"“*]*{_HONORIFIC}[\"“*]*<n(?P<n>\d+)>(?!'s? [a-z-]*(?:successor|predecessor))"
)
_NAME_REVERSED = re.compile(
    rf",? (?:is|was|will be|remains|has been|is to be|would be)(?: (?:now|still|once again|"
    rf"someone else,))?(?: (?:held|occupied|filled|taken(?: over)?) by)? {_HONORIFIC}[\"“*]*<n(?P<n>\d+)>(?! and)"
)
ORG_OF_NAME = re.compile(r"(?:\*\*)?,? ?(?:of|at|from|with|\()(?: the)? ?<n(?P<n>\d+)>(?! as\b)")
_MORE_NAMES = re.compile(rf"\*{{0,2}}(?: \([^()]*\)|, \d\d,)?(?:, and|,| and| &) [\"“*]*{_HONORIFIC}<n(\d+)>")
_NAME_BEHIND = re.compile(
    r"<n(?P<n>\d+)>(?:\*\*)?[\"”]?(?: ?\((?:<n\d+>|[^()<]*)\))?(?:, (?:aged )?\d\d| \(\d\d\)|, (?:female|male|"
    r"Ph\.?D\.?|born (?:in )?<d\d+>))*(?P<gap>,(?: an? [a-z -]{3,30}(?:,| and)| [^,<;.]{3,40},)?(?= )|"
    r",? (?:who|and) (?:is|was|has been|had been|used to be|remains|serves as|acts as)(?: (?:also|now|still|"
    r"currently|previously|formerly))?|,| \(| -| –| —|:|) ?(?:at (?:that|the) time |now |then |currently |"
    r"so far |until <d\d+>,? |until (?:now|then|recently),? |since <d\d+>,? )*\Z"
)
_OWNER = re.compile(r"<n(\d+)>'s (?:former |old |previous |new |current )?\Z")
_LATER = re.compile(
    r"\b(?:before that|before this|prior to that|earlier|previously|formerly|later|currently)[, ]+(?:as )?\Z|"
    r"\b(?:since|until|from|in) <d\d+>(?: on)?[, ]+\Z"
)
_ON = re.compile(
    r"(?:,? (?:and|&|then|before that|later|previously|now)|,|;| -)+ ?"
    r"(?:,? ?(?:was|is|also|who|has been|an?|the|now|then))*\s*"
)
_NEVER = re.compile(r"\b(?:not|never)(?: to)? (?:be|become)\b[^,<]*\Z|n't (?:be|become)\b[^,<]*\Z")
_NAMED_BEHIND = re.compile(r"\b(?:appointed|named|elected|made|promoted|hired|re-elected)\s*\Z")
_COPULA = re.compile(
    r"\b(?:is|was|are|were|be|been|being|remains?|remained|becom(?:e|es|ing)|became|stays?(?: on)?|'s|turned|"
    r"serves?|acts)\s*\Z"
)
_AS = re.compile(
    r"\b(?:as|to|to be|to become|to the post of|to the position of|into the role of|the (?:title|post|role|"
    r"position|job) of|being)\s*\Z"
)
_AND_AS = re.compile(
    rf"(?:\bas (?:[^,;<]|<n\d+>){{3,60}},? and|>(?: and)?,? with|\b(?:nam|appoint|hir|promot|elect)\w* "
    rf"{_HONORIFIC}<n\d+> "
    rf"[a-z](?:[^;<]|<[nd]\d+>){{3,60}},? and) {_HONORIFIC}[\"“*]*<n(?P<n>\d+)>\*{{0,2}}(?:,(?! "
    rf"who)[^;.]{{3,80}},)? as\s*\Z"
)
"""The second of two who are named to a post: "elected Jane Doe as chair, and Mark Dell, a partner at Foo, as"."""
_HOLDS = re.compile(
    r"\b(?:holds?|held|occup(?:ies|ied)|accept(?:s|ed)|t(?:akes?|ook) up|fills?|filled|assum(?:es|ed)|"
    r"was (?:given|offered))\s*\Z"
)
_HAS = re.compile(r"\b(?:has|had|got|gets)\s*\Z")
_APPOINTS = re.compile(
    rf"\b(?P<verb>(?i:appoint|name|hire|promote|elect|recruit|poache)(?:e?s|e?d|ing)?|(?i:appointment|election|"
    rf"re-election|promotion|nomination|naming|departure|resignation|dismissal|exit|retirement) of) "
    rf"(?:(?:[Ff]ormer |[Ee]x-|[Vv]eteran )(?:<n\d+>(?:'s?)? )?(?:[A-Za-z-]+ ){{0,4}})?{_HONORIFIC}[\"“*]*<n(?P<n>\d+)>"
    r"(?: \([^()]*\)|,? \d\d,?)? (?:as|to|to be)\s*\Z"
)
_NAMING = {
    "appoint", "name", "hire", "promote", "make", "elect", "recruit", "poach", "install", "bring", "nominate",
    "elevate",
    "tap", "pick", "choose", "designate", "assign", "call", "re-elect", "confirm", "lure", "send", "present",
    "introduce",
    "move", "announce", "entrust", "put", "get",
}  # fmt: skip
_NAMED_AHEAD = re.compile(
    r"\b(?:appoint\w*|nam(?:es|ed|ing)|hir(?:es|ed|ing)|promot\w+|mak(?:es|ing)|made|elect(?:s|ed)|recruit\w*|"
    r"poach\w*)\s*\Z"
)
_START = {
    "join", "become", "appoint", "name", "hire", "promote", "elect", "recruit", "take", "rejoin", "start",
    "begin", "make",
    "succeed", "replace", "move", "enter", "return", "assume", "install", "poach", "come", "go",
}  # fmt: skip
_END = {
    "leave",
    "resign",
    "step",
    "quit",
    "depart",
    "retire",
    "stand",
    "relinquish",
    "give",
    "hand",
    "oust",
    "dismiss",
    "fire",
    "remove",
    "sack",
    "part",
}
_KIN = {"father", "mother", "brother", "sister", "son", "daughter", "uncle", "aunt", "wife", "husband", "predecessor"}
"""Who is somebody else than the person named before: in "since her father retired" it is not she who does."""
_PERSONLIKE = re.compile(r"[A-Z][^\W\d_]+(?:[-'][^\W\d_]+)*(?: [A-Z][^\W\d_]*\.?(?:[-'][^\W\d_]+)*){1,2}")


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
    comes: bool = False
    """Whether somebody only comes to the house, which is not the one that they are from."""


def persons(mentions: list[Mention]) -> list[Mention]:
    """Those of the mentions that are persons."""
    return [m for m in mentions if m.cluster.kind == "person"]


def like_person(mention: Mention) -> bool:
    """Whether a name behind a title may well be a person's, whatever the article makes of it."""
    return (
        not mention.anaphoric
        and not mention.entity_id
        and bool(_PERSONLIKE.fullmatch(mention.text))
        and not looks_like_org(mention.text)
    )


def subjects(segment: Segment, verb: int, *, patient: bool = True) -> list[Mention]:
    """The persons who are the subject of a verb; where the parse has none at all, the last person named before it."""
    predicate = predicate_at(segment.sentence, segment.origin(verb))
    if predicate is not None:
        args = predicate.objects if predicate.passive and patient else predicate.subjects
        found = persons([m for arg in args for m in arg.mentions])
        if found:
            return found
        if (
            any(m.cluster.kind == "org" and not m.anaphoric for arg in args for m in arg.mentions)
            and not predicate.passive
        ):
            return []
        if any(arg.head in _KIN for arg in args):
            return []
    nearest = [
        i for i, m in enumerate(segment.names) if segment.position(f"n{i}") < verb and m.cluster.kind == "person"
    ]
    if not nearest:
        return []
    last = nearest[-1]
    between = segment.text[segment.at[f"n{last}"][1] : verb]
    return (
        [segment.names[last]]
        if len(between) < 90 and not re.search(r"\bthat\b|<n\d+>,? (?:has|is|was|said|will)", between)
        else []
    )


_HONORED = re.compile(
    r"(?:\b(?:Dr|Ms|Mr|Mrs|Prof|Eng|Ing|St|Mag|Inc|Co|Ltd|Corp|Jr|Sr|No|vs|Sen|Gen|Ph|Sc|em|Jan|Feb|Mar|Apr|Jun|"
    r"Jul|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z])\Z"
)


def stretches(sentence: Sentence) -> Iterator[Segment]:
    """A sentence masked, cut at semicolons and at stops that the sentence splitter missed, not at "Dr."."""
    begin = 0
    for match in re.finditer(r"(?:;|[.!?][\"”]?|\s*\n)\s+(?=\S)", sentence.text):
        before = sentence.text[begin : match.start()]
        if _HONORED.search(before) or before.count("(") > before.count(")") or not before.strip():
            continue
        yield masked(sentence, sentence.start + begin, sentence.start + match.end())
        begin = match.end()
    yield masked(sentence, sentence.start + begin, sentence.end)


def _listed(segment: Segment, first: re.Match[str], plural: bool) -> tuple[list[Mention], int]:
    found, position = [segment.named(first["n"])], first.end()
    while plural and (more := _MORE_NAMES.match(segment.text, position)):
        mention = segment.named(more[1])
        if mention.cluster.kind != "person" and not like_person(mention):
            break
        found.append(mention)
        position = more.end()
    return found, position


def holders(segment: Segment, post: Post, previous: tuple[int, list[Mention]] | None) -> tuple[list[Mention], str, int]:
    """The persons of a title, what a date beside it would be ("start", "end" or ""), and where its phrase ends."""
    text = segment.text
    before = text[: post.outer_start]
    owner = _OWNER.search(text, 0, post.start) if OWN_ROLE.match(text, post.end) else None
    if owner and (people := persons([segment.named(owner[1])])):
        return people, "", post.outer_end
    behind = _NAME_BEHIND.search(before)
    if behind and segment.named(behind["n"]).cluster.kind != "person":
        behind = None
    if previous is not None and _goes_on(segment, post, *previous):
        return previous[1], "", post.outer_end
    found = _ahead(segment, post, before, behind) or _reversed(segment, post, before, behind)
    if found is not None:
        return found
    if behind and (people := _apposed(segment, post, before, behind)):
        return people, "" if behind["gap"] else "start", post.outer_end
    if previous is not None and _ON.fullmatch(text[previous[0] : post.outer_start]):
        return previous[1], "", post.outer_end
    if _LATER.search(before):
        names = [m for i, m in enumerate(segment.names) if segment.position(f"n{i}") < post.outer_start]
        return persons(names)[-1:], "", post.outer_end
    if _NEVER.search(before):
        return [], "", post.outer_end
    copula = _COPULA.search(before)
    if copula and (people := subjects(segment, copula.start())):
        named = re.match(r"(?:appoint|nam|elect|promot|hir|install)\w*ed\b|made\b", text[post.outer_start : post.start])
        return people, "start" if named or copula.group().startswith(("becom", "became")) else "", post.outer_end
    appointed = _APPOINTS.search(before)
    if appointed and (people := persons([segment.named(appointed["n"])])):
        leaves = re.match(r"(?i:depart|resign|dismiss|exit|retire)", appointed["verb"])
        return people, "end" if leaves else "start", post.outer_end
    held = _HOLDS.search(before) or (_HAS.search(before) if post.title.startswith("chair of") else None)
    if held and (people := subjects(segment, held.start())):
        return people, "start" if re.match(r"accept|t(?:akes?|ook)|assum|was", held.group()) else "", post.outer_end
    if _AS.search(before) or _NAMED_BEHIND.search(before):
        people, sense = _by_verb(segment, len(before.rstrip()))
        further = _AND_AS.search(before)
        if further:
            own = segment.named(further["n"])
            people = [own] if own.cluster.kind == "person" or like_person(own) else []
        return people, sense, post.outer_end
    return [], "", post.outer_end


_AND_THE = re.compile(r"(?:(?: and <n\d+>)? (?:of|at|in) <n\d+>){0,2},? and (?:(?:also )?(?:the |an? ))?(?:\w+ ){0,2}?")
_NEXT = re.compile(r",? \(?<n\d+>,")


def _goes_on(segment: Segment, post: Post, end: int, people: list[Mention]) -> bool:
    """Whether a title is the second of one in apposition, though a name follows ("Ann, dean and head of Foo, Ben")."""
    named = any(segment.at[f"n{i}"][1] >= end for i, m in enumerate(segment.names) if m in people)
    return (
        not named
        and _AND_THE.fullmatch(segment.text, end, post.outer_start) is not None
        and _NEXT.match(segment.text, post.outer_end) is not None
    )


def _ahead(
    segment: Segment, post: Post, before: str, behind: re.Match[str] | None
) -> tuple[list[Mention], str, int] | None:
    """ "CEO Jane Doe", "its chief scientist, Jane Doe"."""
    ahead = _NAME_AHEAD.match(segment.text, post.outer_end)
    if not ahead:
        return None
    mention, tight = segment.named(ahead["n"]), not ahead["gap"]
    if mention is post.owner:
        return None
    if mention.cluster.kind != "person" and not (tight and post.org is None and like_person(mention)):
        return None
    if not tight:
        taken = behind is not None and behind["gap"] in {",", " (", " -", " –"}
        if (taken and post.outer_start > 0) or (ahead["gap"] == "," and _COPULA.search(before)):
            return None
    people, end = _listed(segment, ahead, post.plural)
    return people, "start" if _NAMED_AHEAD.search(before) else "", end


def _reversed(
    segment: Segment, post: Post, before: str, behind: re.Match[str] | None
) -> tuple[list[Mention], str, int] | None:
    """ "Its general manager is Jane Doe"."""
    match = _NAME_REVERSED.match(segment.text, post.outer_end)
    if not match or (behind and before.rstrip().endswith(",")):
        return None
    mention = segment.named(match["n"])
    return ([mention], "", match.end()) if mention.cluster.kind == "person" and not mention.anaphoric else None


def _apposed(segment: Segment, post: Post, before: str, behind: re.Match[str]) -> list[Mention]:
    """ "Jane Doe, chief scientist of": the name before a title; without a comma only behind a verb of naming."""
    number, gap = int(behind["n"]), behind["gap"]
    if segment.names[number].anaphoric and not gap.strip():
        return []
    if not gap and not _named(before, behind.start()):
        return []
    return joined_before(segment, number) if post.plural else [segment.names[number]]


def joined_before(segment: Segment, number: int) -> list[Mention]:
    """The persons joined in front of the one with a number, and that one: all three of "A, B and C, engineers at"."""
    people = [segment.names[number]]
    while number > 0:
        a, b = segment.at[f"n{number - 1}"][1], segment.at[f"n{number}"][0]
        if segment.names[number - 1].cluster.kind != "person" or not re.fullmatch(
            r"(?:,|,? and|,? &) ", segment.text[a:b]
        ):
            break
        number -= 1
        people.insert(0, segment.names[number])
    return people


_NAMED_WITH_POST = re.compile(
    r"\b(?:named|appointed|made|promoted|elected) (?:its|the|<n\d+>'s)(?: [a-z-]+){0,3} (?:chief|head|officer|"
    r"president|"
    r"director|manager|engineer|scientist|founder) \Z"
)
"""Somebody is named by one post to another: "named its finance chief Jane Doe interim CEO"."""


def _named(before: str, position: int) -> bool:
    return bool(
        _NAMED_AHEAD.search(re.sub(r"(?:Dr|Prof|Mr|Ms)\.? \Z", "", before[:position]))
        or re.search(r"\b(?:with|made|makes|of) \Z", before[:position])
        or _NAMED_WITH_POST.search(before[:position])
    )


def _by_verb(segment: Segment, position: int) -> tuple[list[Mention], str]:
    """The persons whom the verb that governs "as chief executive" at a place of the text says it of."""
    origin = segment.origin(position)
    verbs = [
        p
        for p in segment.sentence.predicates
        if not p.noun and segment.start <= p.start < origin and p.lemma not in {"be", "have", "say"}
    ]
    if not verbs:
        return [], ""
    verb = verbs[-1]
    sense = "start" if verb.lemma in _START else "end" if verb.lemma in _END else ""
    if verb.lemma in _NAMING and not verb.passive:
        people = persons([m for arg in verb.objects for m in arg.mentions]) or persons(
            [m for arg in verb.objects for m in arg.inside]
        )
        if people:
            return people, "start"
    args = verb.surface_subjects
    people = persons([m for arg in args for m in arg.mentions])
    if not people:
        names = [m for m in segment.names if m.end <= origin and m.cluster.kind == "person"]
        people = names[-1:]
    return people, sense if not (verb.passive and verb.lemma in _NAMING) else "start"
