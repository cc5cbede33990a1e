"""Comings and goings told without the post's name: who follows whom, who steps down, who sits on the board, who runs what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.extraction.context import Context
from bot.extraction.deals import predicate_at
from bot.extraction.masking import Segment
from bot.extraction.mentions import Mention
from bot.extraction.people import Holding, persons, subjects, tenure

_WHO = r"(?:(?!(?:and|who|which|that|said|a|an)\b)[\w.&'-]+ ){0,5}?[\"“*]*<n(?P<n>\d+)>"
_FOLLOWS = re.compile(
    rf"\b(?P<verb>succeed(?:s|ed|ing)?|replac(?:es?|ed|ing)|follow(?:s|ed|ing)|t(?:akes?|ook|aking) over(?: [a-z ]{{1,30}}?)? from|took the (?:helm|reins) from|"
    rf"fill(?:s|ed|ing) in for|st(?:ands?|ood) in for|deputi[sz](?:es|ed|ing) for|relie(?:ves|ved)) {_WHO}"
)
_FOLLOWED = re.compile(rf"\b(?P<verb>succeeded|replaced|followed|relieved|taken over) by {_WHO}")
_HANDS = re.compile(rf"\b(?P<verb>hand(?:s|ed|ing)?(?: over)?|g[ai]v(?:es?|ing)(?: up)?|pass(?:es|ed)?(?: on)?|cedes?|ceded|made way|makes way|making way)(?: [^<;.]{{0,50}}?(?:<n\d+> )?)?(?: to| for) {_WHO}")
_GOES_TO = re.compile(
    rf"(?:<n(?P<of>\d+)>'s? )?(?:old |former |top |vacant )*(?P<verb>job|post|desk|role|position|office|portfolio|reins|seat|duties|successor)(?: [^<;.]{{0,25}})? (?:goes|falls|went|fell|pass(?:es|ed)|(?:is|was|will be) (?:taken|filled))(?: over)? (?:to|by) {_WHO}"
)
_BOARD = re.compile(
    r"\b(?P<verb>left|leav(?:e|es|ing)|quit(?:s|ting)?|resign(?:s|ed) from|join(?:s|ed|ing)?|sits? on|sat on|serv(?:es?|ed) on|(?:is|was|been) on|st(?:ays?|ayed) on|remains? on|retains? (?:a|his|her) seat on|"
    r"elected to|appointed to|mov(?:es?|ed) (?:up )?to|takes? a (?:seat|chair) (?:on|in)|took a seat on|gets? a seat on|gave up (?:his|her|a) seat on|gives? up (?:his|her|a) seat on) "
    r"(?:(?:the|its|their)|<n(?P<own>\d+)>'s?) (?P<board>(?:(?:supervisory|advisory|scientific|executive|management|company's) )*(?:board|council))(?: of directors)?(?: (?:of|at) (?:the )?(?:[a-z]+ ){0,3}<n(?P<of>\d+)>)?"
)
_STEPS = re.compile(
    r"\b(?P<verb>resign(?:s|ed|ing)?|step(?:s|ped|ping)? (?:down|aside)|st(?:ands?|ood|anding) down|depart(?:s|ed|ing)?|dismissed|fired|sacked|ousted|retir(?:es?|ed|ing)|left|leav(?:es?|ing)|quit(?:s|ting)?|bowed out|bows out)"
    r"(?=[.,;]|\Z| (?:in|last|on|after|at|this|over|because|amid|as|for|from|following|with|when|early|earlier|unexpectedly|abruptly|two|three|a|<d\d+>)\b)(?! (?:the|an?|his|her) |(?: for)? <n)"
)
_LED_BY = re.compile(rf"\b(?P<verb>run|headed|led|chaired|managed|directed|overseen|steered) (?:jointly )?by {_WHO}")
_UNIT = (
    r"(?:team|unit|division|department|lab|laboratory|group|business|arm|programme|program|desk|operations|office|centre|center|sales|finance|finances|technology|production|engineering|"
    r"research|procurement|hardware|software|quality|development|strategy|products?|design|side|algorithms|perception|robotics|autonomy|affairs|marketing|services?|manufacturing|automation|work)"
)
_RUNS = re.compile(
    rf"\b(?P<verb>heads|headed|leads|led|leading|runs?|ran|oversees|oversaw|looks after|takes care of|in charge of|responsible for|manages|managed|takes over|took over) (?P<what>(?:the |its |their |all )?(?:[a-z&-]+ ){{0,3}}{_UNIT}(?: and [a-z]+)?)(?=[,.;)]| (?:at|for|in|of|from|since|until|and|with|there|<)|\Z)"
)
_MORE = re.compile(r"(?:, | and )(?:[a-z]+ ){0,3}<n(\d+)>")


def _dated(segment: Segment, match: re.Match[str], sense: str) -> dict[str, object]:
    start, end = tenure(segment, max(0, match.start() - 60), match.end() + 60, match.start("verb"), sense)
    return {"start": start, "end": end}


def _person(segment: Segment, match: re.Match[str]) -> Mention | None:
    mention = segment.names[int(match["n"])]
    return mention if mention.cluster.kind == "person" else None


def _pair(segment: Segment, match: re.Match[str], new: list[Mention], old: list[Mention]) -> Iterator[Holding]:
    """A successor and a predecessor in one office."""
    when = _dated(segment, match, "start")["start"]
    for person in new:
        yield Holding(person.cluster, None, "", segment.sentence, when, None, 0.75, like=old[0].cluster if old else None)  # type: ignore[arg-type]
    for person in old:
        yield Holding(person.cluster, None, "", segment.sentence, None, when, 0.75, former=True, like=new[0].cluster if new else None)  # type: ignore[arg-type]


def successions(segment: Segment) -> Iterator[Holding]:
    text = segment.text
    for match in _FOLLOWS.finditer(text):
        other = _person(segment, match)
        new = subjects(segment, match.start("verb"))
        if other and new and other.cluster not in [m.cluster for m in new]:
            yield from _pair(segment, match, new, [other])
    for match in _FOLLOWED.finditer(text):
        other = _person(segment, match)
        old = subjects(segment, match.start("verb"))
        if other and old and other.cluster not in [m.cluster for m in old]:
            yield from _pair(segment, match, [other], old)
    for match in _HANDS.finditer(text):
        other = _person(segment, match)
        old = subjects(segment, match.start("verb"))
        if other and old and other.cluster not in [m.cluster for m in old] and re.search(r"\b(?:job|post|role|reins|over|chair|way|running|helm|position|desk|office|title|baton|business)\b", match.group()):
            yield from _pair(segment, match, [other], old)
    for match in _GOES_TO.finditer(text):
        other = _person(segment, match)
        owner = [segment.names[int(match["of"])]] if match["of"] else []
        if other:
            yield from _pair(segment, match, [other], persons(owner))


def moves(ctx: Context, segment: Segment) -> Iterator[Holding]:
    """Boards, departures without a house, and units with their heads."""
    text = segment.text
    for match in _BOARD.finditer(text):
        number = match["of"] or match["own"]
        org = segment.names[int(number)] if number else None
        leaves = bool(re.match(r"left|leav|quit|resign|g[ai]ve", match["verb"]))
        joins = bool(re.match(r"join|elect|appoint|mov|take|took|get", match["verb"]))
        title = "board member" if match["board"] == "board" else f"member of the {match['board']}"
        for person in subjects(segment, match.start("verb")):
            yield Holding(
                person.cluster, org.cluster if org and org.cluster.kind == "org" else None, title, segment.sentence,
                score=0.8, former=leaves, **_dated(segment, match, "end" if leaves else "start" if joins else ""),  # type: ignore[arg-type]
            )  # fmt: skip
    for match in _STEPS.finditer(text):
        predicate = predicate_at(segment.sentence, segment.origin(match.start("verb")))
        if predicate is None or predicate.mood in {"denied", "rumored", "possible"} or predicate.objects and not predicate.passive:
            continue
        for person in subjects(segment, match.start("verb")):
            yield Holding(person.cluster, None, "", segment.sentence, score=0.5, former=True, **_dated(segment, match, "end"))  # type: ignore[arg-type]
    for match in _LED_BY.finditer(text):
        person_ = _person(segment, match)
        predicate = predicate_at(segment.sentence, segment.origin(match.start("verb")))
        if person_ is None or predicate is None:
            continue
        led = [m for arg in predicate.objects for m in arg.inside if m.cluster.kind == "org" and m.end <= segment.origin(match.start("verb"))]
        what = predicate.objects[0].text if predicate.objects else ""
        if re.search(r"\b(?:round|financing|investment|syndicate|funding|study|paper|group of)\b", what):
            continue
        unit = re.search(rf"(?:'s|the|its) ((?:[\w-]+ ){{0,3}}{_UNIT})\b", what)
        if not led and not unit:
            continue
        people = [person_]
        position = match.end()
        while more := _MORE.match(text, position):
            if segment.names[int(more[1])].cluster.kind == "person":
                people.append(segment.names[int(more[1])])
            position = more.end()
        for person in people:
            yield Holding(person.cluster, led[-1].cluster if led else None, f"head of {unit[1]}" if unit else "head", segment.sentence, score=0.7, **_dated(segment, match, ""))  # type: ignore[arg-type]
    for match in _RUNS.finditer(text):
        predicate = predicate_at(segment.sentence, segment.origin(match.start("verb")))
        if predicate is not None and (predicate.mood in {"denied", "rumored"} or predicate.passive):
            continue
        after = re.match(r" (?:at|for|of) (?:the )?<n(\d+)>", text[match.end() :])
        org = segment.names[int(after[1])] if after else None
        unit_text = re.sub(r"^(?:the|its|their|all) ", "", match["what"])
        sense = "start" if match["verb"].startswith("t") and "over" in match["verb"] else ""
        for person in subjects(segment, match.start("verb")):
            yield Holding(
                person.cluster, org.cluster if org and org.cluster.kind == "org" else None, f"head of {unit_text}", segment.sentence, score=0.7, **_dated(segment, match, sense)  # type: ignore[arg-type]
            )  # fmt: skip
