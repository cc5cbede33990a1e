"""Comings and goings: who follows whom, who steps down, who is hired, who sits on the board, who runs what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.extraction.deals.clauses import predicate_at
from bot.extraction.people.holders import Holding, persons, subjects
from bot.extraction.people.posts import Post, posts
from bot.extraction.people.terms import tenure
from bot.extraction.people.titles import HEAD
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.lists import list_after
from bot.extraction.text.masking import Segment
from bot.extraction.text.mentions import Mention
from bot.model.when import When

_WHO = r"(?:(?!(?:and|who|which|that|said|a|an)\b)[\w.&'-]+ ){0,5}?[\"“*]*<n(?P<n>\d+)>"
_FOLLOWS = re.compile(
    rf"\b(?P<verb>succeed(?:s|ed|ing)?|replac(?:es?|ed|ing)|follow(?:s|ed|ing)|t(?:akes?|ook|"
    rf"aking) over(?: (?:[a-z ]|<n\d+>){{1,40}}?)? from|took the (?:helm|reins) from|"
    rf"fill(?:s|ed|ing) in for|st(?:ands?|ood) in for|deputi[sz](?:es|ed|ing) for|relie(?:ves|ved)) (?!by ){_WHO}"
)
_FOLLOWED = re.compile(
    rf"\b(?P<verb>succeeded|replaced|followed|relieved|taken over)"
    rf"(?:,? (?:in |on |from )?<d\d+>,?| as [a-z ]{{2,25}})? by {_WHO}"
)
_HANDS = re.compile(
    rf"\b(?P<verb>hand(?:s|ed|ing)?(?: over)?|g[ai]v(?:es?|ing)(?: up)?|pass(?:es|ed)?(?: on)?|cedes?|ceded|"
    rf"made way|makes way|making way)(?: [^<;.]{{0,50}}?(?:<n\d+>(?:'s)?(?: [^<;.]{{0,30}}?)??)?)?(?: to| for) {_WHO}"
)
_GOES_TO = re.compile(
    rf"(?:<n(?P<of>\d+)>'s? )?(?:old |former |top |vacant )*(?P<verb>job|post|desk|role|position|office|"
    rf"portfolio|reins|seat|duties|successor)(?: [^<;.]{{0,25}})? (?:goes|falls|went|fell|pass(?:es|ed)|(?:is|"
    rf"was|will be) (?:taken|filled))(?: over)? (?:to|by) {_WHO}"
)
_BOARD = re.compile(
    r"\b(?P<verb>chairs|chaired|(?:(?<=will )|(?<=to ))chair|left|leav(?:e|es|ing)|quit(?:s|ting)?|"
    r"resign(?:s|ed) from|join(?:s|ed|ing)?|"
    r"sits? on|sat on|serv(?:es?|ed) on|(?:is|was|been) on|st(?:ays?|ayed) on|remains? on|retains? (?:a|his|"
    r"her) seat on|"
    r"elected to|appointed to|mov(?:es?|ed) (?:up )?to|tak(?:es?|ing) an? (?:[a-z]+ )?(?:seat|chair) (?:on|in)|"
    r"(?:took|gets?|got|given|has|have|with) an? (?:[a-z]+ )?seat on|sitting on|"
    r"gave up (?:his|her|a) seat on|gives? up (?:his|her|a) seat on) "
    r"(?:(?:the|its|their)|<n(?P<own>\d+)>'s?) (?P<board>(?:(?:supervisory|advisory|scientific|executive|"
    r"management|company's) )*(?:board|council))(?: of directors)?(?: (?:of|"
    r"at) (?:the )?(?:[a-z-]+ ){0,5}<n(?P<of>\d+)>)?"
)
_STEPS = re.compile(
    r"\b(?P<verb>resign(?:s|ed|ing)?|step(?:s|ped|ping)? (?:down|aside)|st(?:ands?|ood|anding) down|depart(?:s|"
    r"ed|ing)?|dismissed|fired|sacked|ousted|retir(?:es?|ed|ing)|left|leav(?:es?|ing)|quit(?:s|ting)?|"
    r"bowed out|bows out)"
    r"(?=[.,;]|\Z| (?:in|last|on|after|at|this|over|because|amid|as|for|from|following|with|when|early|earlier|"
    r"unexpectedly|abruptly|two|three|a|<d\d+>)\b)(?! (?:the|an?|his|her) |(?: for)? <n)"
)
_LED_BY = re.compile(rf"\b(?P<verb>run|headed|led|chaired|managed|directed|overseen|steered) (?:jointly )?by {_WHO}")
_TITLED = re.compile(HEAD)
"""In "led by founder Jane Doe" it is the title that is told."""
_UNIT = (
    r"(?:team|unit|division|department|lab|laboratory|group|business|arm|programme|program|desk|operations|"
    r"office|centre|center|sales|finance|finances|technology|production|engineering|"
    r"research|procurement|hardware|software|quality|development|strategy|products?|design|side|algorithms|"
    r"perception|robotics|autonomy|affairs|marketing|services?|manufacturing|automation|work)"
)
_RUNS = re.compile(
    rf"\b(?P<verb>heads|headed|leads|led|leading|(?:(?<=to )|(?<=will )|(?<=would ))(?:lead|run|head|oversee|"
    rf"manage)|runs?|ran|oversees|oversaw|looks after|takes care of|"
    rf"in charge of|responsible for|manages|managed|takes over|took over) (?P<what>(?:the |its |their |an? |"
    rf"all )?(?:[a-z&-]+ ){{0,3}}{_UNIT}(?: and [a-z]+)?)(?=[,.;:)]| (?:at|for|in|of|from|since|until|and|with|"
    rf"there|<)|\Z)"
)
_MADE = re.compile(r"(?:development|design|production|manufacturing|engineering|work) of ")
"""Words that are no unit where they are said of a thing ("led the development of the new hand")."""
_NO_UNIT = re.compile(r"\b(?:round|financing|investment|syndicate|funding|study|paper|group of)\b")
_MORE = re.compile(r"(?:, | and )(?:[a-z]+ ){0,3}<n(\d+)>")


def _dated(segment: Segment, match: re.Match[str], sense: str) -> tuple[When | None, When | None]:
    return tenure(segment, max(0, match.start() - 60), match.end() + 60, match.start("verb"), sense)


def _person(segment: Segment, match: re.Match[str]) -> Mention | None:
    mention = segment.named(match["n"])
    further = re.match(r"(?:'s)? (?:[a-z-]+ ){1,4}<n(\d+)>", segment.text[match.end() :])
    if mention.cluster.kind == "org" and further:  # "led by former Acme engineer Jane Doe"
        mention = segment.named(further[1])
    owns = segment.text.startswith("'s", match.end())  # "following his return" is about no successor
    return mention if mention.cluster.kind == "person" and not owns else None


def _office_in(segment: Segment, match: re.Match[str]) -> Post | None:
    """The office that the words of a handing over name: "hands the chair of the board at Acme to"."""
    inside = (p for p in posts(segment) if match.start() < p.outer_start and p.outer_end <= match.start("n"))
    return next(inside, None)


def _pair(
    segment: Segment, match: re.Match[str], new: list[Mention], old: list[Mention], post: Post | None = None
) -> Iterator[Holding]:
    """A successor and a predecessor in one office."""
    when = _dated(segment, match, "start")[0]
    house, title = (post.org.cluster if post and post.org else None), post.title if post else ""
    for person in new:
        yield Holding(
            person.cluster, house, title, segment.sentence, when, None, 0.75, like=old[0].cluster if old else None
        )
    for person in old:
        yield Holding(
            person.cluster,
            house,
            title,
            segment.sentence,
            None,
            when,
            0.75,
            former=True,
            like=new[0].cluster if new else None,
        )


def successions(segment: Segment) -> Iterator[Holding]:
    """Who follows whom in an office: for each pair a holding that begins and one that ends."""
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
        if (
            other
            and old
            and other.cluster not in [m.cluster for m in old]
            and re.search(
                r"\b(?:job|post|role|reins|over|chair|way|running|helm|position|desk|office|title|baton|business)\b",
                match.group(),
            )
        ):
            yield from _pair(segment, match, [other], old, _office_in(segment, match))
    for match in _GOES_TO.finditer(text):
        other = _person(segment, match)
        owner = [segment.named(match["of"])] if match["of"] else []
        if other:
            yield from _pair(segment, match, [other], persons(owner))


_HIRE = {"hire", "poach", "recruit", "lure", "headhunt", "appoint", "snap", "employ", "snare"}


def hires(segment: Segment) -> Iterator[Holding]:
    """ "Acme has poached Jane Doe from Northfield": a post at the one, the end of one at the other."""
    for predicate in segment.sentence.predicates:
        if (
            predicate.noun
            or predicate.lemma not in _HIRE
            or predicate.mood in {"denied", "rumored", "possible"}
            or not segment.start <= predicate.start < segment.end
        ):
            continue
        people = persons([m for arg in predicate.objects for m in arg.mentions])
        houses = [m for arg in predicate.subjects for m in arg.mentions if m.cluster.kind == "org"]
        left = [m for arg in predicate.prep("from") for m in arg.mentions if m.cluster.kind == "org"]
        dates = [
            d.when
            for d in segment.sentence.dates
            if d.when and d.relation not in {"by", "until", "since"} and abs(d.start - predicate.start) < 90
        ]
        when = dates[0] if len(dates) == 1 else None
        for person in people:
            for house in houses[:1]:
                yield Holding(person.cluster, house.cluster, "", segment.sentence, when, None, 0.7)
            for house in left[:1]:
                yield Holding(person.cluster, house.cluster, "", segment.sentence, None, when, 0.7, former=True)


_HELD = re.compile(
    r"\b(?:who|(?:and|which) (?:he|she|they)|and) (?:has |had )?(?P<verb>held) (?:the|that|this) (?:top )?"
    r"(?:role|job|post|position|office|title)(?: (?:from|between|until|since|for|in|through)\b)"
)


def _held(segment: Segment) -> Iterator[Holding]:
    """ "Acme's former boss, Jane Doe, who held the role from 2011 until 2019"."""
    for match in _HELD.finditer(segment.text):
        start, end = tenure(segment, match.end() - 10, match.end() + 60, match.start("verb"), "")
        for person in subjects(segment, match.start("verb")):
            if start or end:
                yield Holding(person.cluster, None, "", segment.sentence, start, end, 0.6, former=True)


def moves(segment: Segment) -> Iterator[Holding]:
    """Boards, departures without a house, and units with their heads."""
    yield from _boards(segment)
    yield from _to_board(segment)
    yield from _seated(segment)
    yield from _departures(segment)
    yield from _held(segment)
    yield from _led(segment)
    yield from _under(segment)
    yield from _heads(segment)


def _house(segment: Segment, number: str | None) -> Cluster | None:
    """The organisation that a token names, None for anything else."""
    cluster = segment.named(number).cluster if number else None
    return cluster if cluster is not None and cluster.kind == "org" else None


def _board_title(board: str) -> str:
    """The title of who sits on a board, by what it is called: "board", "supervisory board"."""
    return "board member" if board == "board" else f"member of the {board}"


def _boards(segment: Segment) -> Iterator[Holding]:
    for match in _BOARD.finditer(segment.text):
        verb = match["verb"]
        leaves = bool(re.match(r"left|leav|quit|resign|g[ai]ve", verb))
        joins = bool(re.match(r"join|elect|appoint|mov|take|took|get", verb))
        title = _board_title(match["board"])
        if verb.startswith("chair"):
            title = "chair"
        start, end = _dated(segment, match, "end" if leaves else "start" if joins else "")
        for person in subjects(segment, match.start("verb")):
            house = _house(segment, match["of"] or match["own"])
            yield Holding(person.cluster, house, title, segment.sentence, start, end, 0.8, leaves, comes=joins)


_DEPARTURE = re.compile(
    r"<n(?P<n>\d+)>'s (?P<verb>departure|resignation|retirement|exit)(?: from <n\d+>)?,? (?:which )?(?:is |will "
    r"be |takes "
    r"effect |becomes |to take effect )?(?:effective )?(?:on |as of |from )?<d(?P<d>\d+)>"
)


def _departures(segment: Segment) -> Iterator[Holding]:
    for match in _DEPARTURE.finditer(segment.text):
        who, when = segment.named(match["n"]).cluster, segment.dates[int(match["d"])].when
        if who.kind == "person" and when is not None:
            yield Holding(who, None, "", segment.sentence, None, when, 0.5, former=True)
    for match in _STEPS.finditer(segment.text):
        predicate = predicate_at(segment.sentence, segment.origin(match.start("verb")))
        if predicate is None or predicate.mood in {"denied", "rumored"}:
            continue
        if predicate.objects and not predicate.passive:
            continue
        start, end = _dated(segment, match, "end")
        for person in subjects(segment, match.start("verb")):
            yield Holding(person.cluster, None, "", segment.sentence, start, end, 0.5, former=True)


def _led(segment: Segment) -> Iterator[Holding]:
    """ "Acme's hardware group, led by Jane Doe"."""
    for match in _LED_BY.finditer(segment.text):
        head, position = _person(segment, match), segment.origin(match.start("verb"))
        predicate = predicate_at(segment.sentence, position)
        if head is None or predicate is None or _TITLED.search(match.group()):
            continue
        inside = [m for arg in predicate.objects for m in arg.inside]
        houses = [m for m in inside if m.cluster.kind == "org" and m.end <= position]
        what = predicate.objects[0].text if predicate.objects else ""
        unit = re.search(rf"(?:'s|the|its) ((?:[\w-]+ ){{0,3}}{_UNIT})\b", what)
        if not (houses or unit) or _NO_UNIT.search(what):
            continue
        people, end_of_list = [head], match.end()
        while more := _MORE.match(segment.text, end_of_list):
            people += persons([segment.named(more[1])])
            end_of_list = more.end()
        start, end = _dated(segment, match, "")
        title = "chair" if match["verb"] == "chaired" else f"head of {unit[1]}" if unit else "head"
        for person in people:
            house = houses[-1].cluster if houses else None
            yield Holding(person.cluster, house, title, segment.sentence, start, end, 0.7)


_UNDER = re.compile(
    rf"<n(?P<o>\d+)>(?:'s?|'s? [a-z-]+|,? which [^;.<]{{3,60}}| (?:has|had|have|runs|ran|rebuilt|built|set up|formed|"
    rf"created))(?: (?!(?:and|but|under)\b)[\w'-]+| <[nd]\d+>){{0,6}}? (?P<unit>(?:[a-z-]+ )?(?:team|group|"
    rf"unit|division|"
    rf"effort|lab|arm|programme|program))(?: in <n\d+>)?,? (?P<verb>under) {_WHO}"
)
"""A unit with who is over it: "Acme has a robotics team in Rome under Jane Doe"."""


def _under(segment: Segment) -> Iterator[Holding]:
    for match in _UNDER.finditer(segment.text):
        house, head = segment.named(match["o"]), _person(segment, match)
        if head is not None and house.cluster.kind == "org" and not _NO_UNIT.search(match.group()):
            title = "head of " + re.sub(r"\A(?:a|the|its|new|own|small) ", "", match["unit"])
            yield Holding(head.cluster, house.cluster, title, segment.sentence, score=0.6)


_APPOSED_HOUSE = re.compile(r"<n(\d+)>,? [^<;.]{0,25}\b(?:at|of|from|with) (?:the )?<n\d+>,? where <n\d+> (?:had )?\Z")


def _where(segment: Segment, match: re.Match[str]) -> str | None:
    """The house that the words before a verb put its subject in: "Acme, where she runs", "at Acme and runs … there"."""
    before = segment.text[: match.start()]
    clause = re.search(r"<n(\d+)>(?:,? (?:in|of) <n\d+>)?,? where [^,;]{0,25}\Z", before)
    if clause:
        return clause[1]
    if re.match(r" there\b", segment.text[match.end() :]):
        houses = [i for i, m in enumerate(segment.names) if f"<n{i}>" in before and m.cluster.kind == "org"]
        return str(houses[-1]) if houses else None
    return None


_SEATED = re.compile(
    r"(?:<n(?P<own>\d+)>'s?|[Tt]he|[Ii]ts) (?P<board>(?:[a-z]+ ){0,2}board)(?: of directors)?(?: (?:of|at) (?:the )?"
    r"(?:[a-z]+ ){0,3}<n(?P<of>\d+)>)? (?:consists of|comprises|is (?:made up|composed) of|includes|has as members) "
)


def _seated(segment: Segment) -> Iterator[Holding]:
    """ "Acme's board consists of A (chair), B and C"."""
    for match in _SEATED.finditer(segment.text):
        house = _house(segment, match["of"] or match["own"])
        plain = _board_title(match["board"].strip())
        for person in persons(list_after(segment, match.end())[0]):
            number = next(i for i, m in enumerate(segment.names) if m is person)
            chairs = re.match(r",? \(?(?:<n\d+>, |the )?chair\w*\b", segment.text[segment.at[f"n{number}"][1] :])
            yield Holding(person.cluster, house, "chair" if chairs else plain, segment.sentence, score=0.75)


_TO_BOARD = re.compile(
    r"\b(?P<verb>(?i:appointment|election|re-election|nomination|addition)) of (?:[A-Z][a-z]+\.? )?<n(?P<n>\d+)>"
    r"(?:[^;.]{0,80}?) to (?:the|its) (?P<board>(?:[a-z]+ )?board)(?: of directors)?(?: (?:of|at) (?:the )?"
    r"(?:[a-z-]+ ){0,3}<n(?P<of>\d+)>)?"
)


def _to_board(segment: Segment) -> Iterator[Holding]:
    """ "The appointment of Jane Doe, a banker, to the supervisory board of Acme"."""
    for match in _TO_BOARD.finditer(segment.text):
        person, house = segment.named(match["n"]), _house(segment, match["of"])
        title = _board_title(match["board"])
        start, end = _dated(segment, match, "start")
        if person.cluster.kind == "person":
            yield Holding(person.cluster, house, title, segment.sentence, start, end, 0.75)


def _heads(segment: Segment) -> Iterator[Holding]:
    """ "Jane Doe runs the hardware team at Acme"."""
    for match in _RUNS.finditer(segment.text):
        predicate = predicate_at(segment.sentence, segment.origin(match.start("verb")))
        if predicate is not None and (predicate.mood in {"denied", "rumored"} or predicate.passive):
            continue
        after = re.match(r" (?:at|for|of) (?:the )?<n(\d+)>", segment.text[match.end() :])
        unit = re.sub(r"^(?:the|its|their|all|an?) ", "", match["what"])
        start, end = _dated(segment, match, "start" if re.match(r"t\w+ over", match["verb"]) else "")
        people = subjects(segment, match.start("verb"))
        owner = _APPOSED_HOUSE.search(segment.text[: match.start()])
        if owner and all(m.anaphoric for m in people):
            people = persons([segment.named(owner[1])]) or people
        house = _house(segment, after[1] if after else _where(segment, match))
        made = _MADE.match(unit.rsplit(" ", 1)[-1] + segment.text[match.end() :])
        if made and (house is None or " of " in (after.group() if after else "")):
            continue
        for person in people:
            yield Holding(person.cluster, house, f"head of {unit}", segment.sentence, start, end, 0.7)
