"""Degrees and studies: "a doctorate in robotics from Northfield", "studied physics at", "a Northfield graduate"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bot.extraction.kind import Draft, Kind
from bot.extraction.people.holders import persons, subjects
from bot.extraction.people.offices import with_speakers
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.context import Context
from bot.extraction.text.masking import Segment, masked
from bot.extraction.text.mentions import Mention
from bot.model.when import When

_DEGREE = (
    r"(?:(?:doctoral|doctor(?:'s)?|doctorate|Ph\.? ?D\.?|master(?:'s)?|bachelor(?:'s)?|undergraduate|graduate|"
    r"engineering|honours|honorary) (?:degrees?|diploma)(?: of [a-z]+)?|"
    r"Ph\.? ?Ds?\b\.?|D\.?Phil\b|[Dd]octorates?|[Dd]octor(?= (?:in|at|from|of|\())|[Mm]aster(?:'s|s)?(?= (?:in|"
    r"at|from|of|thesis|student|degree|\()|[,;.]|\Z| (?:and|until))|[Bb]achelor(?:'s|"
    r"s)?(?: and master(?:'s)?)?(?= (?:in|at|from|of|thesis|student|degree|\()|[,;.]|\Z| (?:and|until))|"
    r"\bM\.?Sc\b\.?|\bB\.?Sc\b\.?|\bM\.?B\.?A\b\.?|\b[BM]\.?Eng\b\.?|\bM\.A\.(?:Sc\.)?|\b[BM]\.S\.|"
    r"\bS\.[BM]\.|\b[BM]S(?= (?:in|from|degree|at)\b)|\bPharm\.?D\b\.?|\bB\.A\.(?:Sc\.)?|"
    r"[Ll]icentiate|Dipl(?:om|\.-Ing\.)|[Dd]iploma|[Uu]ndergraduate(?! (?:student|course|programme))|(?<=his |"
    r"her )degrees?|(?<=>'s )degrees?|(?<=\ba )degree|(?<= thesis )|(?<=a )thesis)"
)
_STUDY = (
    r"(?:(?:also |later |then |had )?(?:studied|studies|read(?= (?!a |the |about |"
    r"it )[a-z]+(?: [a-z]+){0,3},? (?:at|in) )|majored in|trained as|graduat(?:ed|ing) (?:in|from|with|at)|"
    r"dropped out of|matriculated at)|"
    r"(?:[a-z-]+ )?graduates? (?:of|from)|alumn(?:us|a|i) of|(?:was |got )?admitted (?:to|into|at)|(?:got|"
    r"enrolled|enrols) (?:him |her )?(?:into|at|in)(?= (?:the )?(?:[a-z]+ ){0,6}(?:at )?<n)|batch-?mates from|"
    r"classmates? (?:of|from|at)|class of|postgraduate|did (?:his|her) (?:studies|schooling)|educated at|(?:a |"
    r"an )?<n\d+>(?: \((?:<n\d+>|[A-Z]+)\))?[- ]"
    r"(?:graduates?|educated|trained|alumn(?:us|a|i)|dropout|PhDs?|doctorate|MBA|batch-?mates))"
)
_ANCHOR = re.compile(rf"(?P<degree>{_DEGREE})|(?P<study>(?:\b|(?=<)){_STUDY})")
_STOP = (
    r"(?:at|from|in|with|of|by|for|on|and then|who|where|under|until|before|after|then|took|she|he|while|which|when|"
    r"there)"
)
_FIELD = re.compile(
    rf" (?:degree |thesis |student )?(?:in|of|on) ((?!(?:the|a|an|his|her|their|all|which|exchange|evening|"
    rf"<d)\b)(?:(?!{_STOP}\b)[A-Za-z-]++ ?){{1,6}})(?=[,.;:)]|(?<= ){_STOP}\b|<|\Z|\()"
)
_OBJECT = re.compile(
    rf" ((?!(?:the|a|an|at|in|under|with|from|there|abroad|for|"
    rf"and)\b)(?:(?!{_STOP}\b)[A-Za-z-]++ ?){{1,5}})(?=,? (?:at|in|from)\b|(?<= )(?:at|in|from) |[,.;])"
)
_SCHOOL = re.compile(r"(?:at|from|of|by|in|with|to|,|\() ?(?:the )?(?:[A-Z]?[a-z]+ (?:of|at) )?<n(\d+)>")
_SCHOOL_NAME = re.compile(
    r"universit|institut|college|school|academy|polytech|hochschule|\bTech\b|\bTU\b|\bUC\b|faculty", re.IGNORECASE
)
_CROWD = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen|twenty|thirty|forty|fifty|hundred|\d+|several|"
    r"many|some|other|honorary)(?: of (?:his|her|its|the))? (?:[a-z-]+ )?(?:doctorates?|graduates|students|"
    r"undergraduates|master's (?:degrees|students)|PhDs|PhD students|alumni|batchmates)\b"
)

_FRONTED = re.compile(r"\W*(?:An? |One )[^,;.]{3,160}, (?:Dr\.? |Prof\.? )?<n(\d+)>")
"""A description with its studies, before whom it describes ("A graduate of Foo with an MBA from Bar, Jane Doe …")."""


@dataclass(slots=True)
class _Study:
    person: Cluster
    school: Cluster
    degree: str | None
    field: str | None
    date: When | None
    segment: Segment
    score: float


def is_school(mention: Mention) -> bool:
    """Whether a name is, by itself or by what the article calls it, a place of learning."""
    cluster = mention.cluster
    if cluster.kind not in {"org", "place", "unknown"}:
        return False
    return (
        cluster.subkind == "university"
        or bool(cluster.descriptors & {"university", "institute", "college", "school"})
        or bool(_SCHOOL_NAME.search(cluster.name))
    )


def _holder(segment: Segment, position: int) -> list[Mention]:
    """Whose studies an anchor tells: an apposed name, the subject of its verb, the last person named before it."""
    text = segment.text
    before = [
        i for i, m in enumerate(segment.names) if segment.position(f"n{i}") < position and m.cluster.kind == "person"
    ]
    after = re.match(r"[^<;.]{0,25}?,? ?<n(\d+)>", text[position:])
    ahead = re.match(r"\S+(?: of <n\d+>)?,? (?:Dr\.? |Prof\.? )?<n(\d+)>", text[position:])
    if ahead and segment.named(ahead[1]).cluster.kind == "person" and not before:
        return [segment.named(ahead[1])]
    verbs = [
        p for p in segment.sentence.predicates if not p.noun and segment.start <= p.start <= segment.origin(position)
    ]
    for verb in reversed(verbs[-1:]):
        people = persons([m for arg in verb.surface_subjects for m in arg.mentions])
        if people:
            nearest = segment.names[before[-1]] if before else people[0]
            last = text[segment.position(f"n{before[-1]}") : position] if before else ""
            apposed = nearest.start > verb.start and re.search(r"<n\d+>,[^;]*\Z", last)
            return [nearest] if apposed and len(people) == 1 and nearest not in people else people
    if before:
        return [segment.names[before[-1]]]
    if after and segment.named(after[1]).cluster.kind == "person":
        return [segment.named(after[1])]
    if fronted := _FRONTED.match(text):
        people = [segment.named(n) for n in re.findall(r"<n(\d+)>", fronted.group())]
        if people[-1].cluster.kind == "person" and segment.position(f"n{fronted[1]}") > position:
            return people[-1:]
    return subjects(segment, position)


_OF_SOMEBODY = re.compile(r"\bthere\b|\b(?:his|her|he|she)\b|<n\d+>(?:'s)? (?:degree|thesis)")
_ENDS = re.compile(r"[;]| before | and (?:then )?(?:has|had|is|worked|joined|founded|set up|went|wrote code|was )")
_BEHIND_NAME = re.compile(r"<n\d+>\"?, \Z")
_GOES_ON = re.compile(r",? ?(?:\(|at|from|in)")
_NO_FIELD = re.compile(
    r"\b(?:year|city|month|class|spring|autumn|summer|winter|time|finished|graduated|said|he|she|"
    r"company|evening|charge)\b"
)


def _clean_degree(text: str) -> str | None:
    word = text.strip(" .,")
    if word in {"degree", "degrees", "thesis", "graduate degree"}:
        return None
    return word or None


def _read(segment: Segment, before: list[Mention], school: Mention | None) -> Iterable[_Study]:
    """The studies of a sentence; `before` and `school` are whom and what the sentences before it left in focus."""
    text = segment.text
    found = list(_ANCHOR.finditer(text))
    if not _OF_SOMEBODY.search(text) and not any(m.cluster.kind == "person" for m in segment.names):
        school = None
    for i, match in enumerate(found):
        low = found[i - 1].end() if i else 0
        high = found[i + 1].start() if i + 1 < len(found) else len(text)
        if _CROWD.search(text[max(0, match.start() - 30) : match.end() + 9]):
            continue
        after = text[match.end() : high]
        stop = _ENDS.search(after)
        after = after[: stop.start()] if stop else after
        own = _school(segment, match, low, after)
        if own is None and match["degree"] and "<n" not in after:
            own = school
        letters = match["degree"] and _BEHIND_NAME.search(text[: match.start()]) and not _GOES_ON.match(after)
        if own is None or letters:
            continue  # letters behind a name
        school = own
        when = _when(segment, after, text[low : match.start()])
        degree = _clean_degree(match["degree"]) if match["degree"] else None
        if match["study"] and (kind := re.search(r"PhD|doctorate|MBA", match["study"])):
            degree = kind.group()
        field, score = _field(_with_fields(segment, after), bool(match["study"])), 0.9 if match["degree"] else 0.8
        for person in [m for m in _holder(segment, match.start()) if m.cluster is not own.cluster] or before:
            yield _Study(person.cluster, own.cluster, degree, field, when, segment, score)


def _school(segment: Segment, match: re.Match[str], low: int, after: str) -> Mention | None:
    """Where somebody studied: in the words of studying, right before or behind them, or earlier in the sentence."""
    text = segment.text
    beside = re.search(r"<n(\d+)>", match.group()) or re.search(
        r"<n(\d+)>(?:'s)? (?:[a-z]+ )?\Z", text[low : match.start()]
    )
    if beside and (own := segment.named(beside[1])).cluster.kind in {"org", "place", "unknown"}:
        return own
    named = [segment.named(m[1]) for m in re.finditer(r"<n(\d+)>", after)]
    linked = [segment.named(m[1]) for m in _SCHOOL.finditer(after)]
    if match["study"] and (direct := re.match(r" (?:the )?<n(\d+)>", after)):
        linked.insert(0, segment.named(direct[1]))
    earlier = [m for j, m in enumerate(segment.names) if low <= segment.position(f"n{j}") < match.start()]
    if schools := [m for m in (*linked, *named, *reversed(earlier)) if is_school(m)]:
        return schools[0]
    where = re.search(r"<n(\d+)>, where [^<;,]{0,30}\Z", text[: match.start()])
    if where and (own := segment.named(where[1])).cluster.kind in {"org", "place"}:
        return own
    first = next((m for m in linked if m.cluster.kind != "person"), None)
    possible = {"org", "place", "unknown"} if match["degree"] else {"org"}
    return first if first is not None and first.cluster.kind in possible else None


_IS_FIELD = re.compile(
    r".*\b(?:Engineering|Sciences?|Physics|Mathematics|Robotics|Economics|Administration|Management|Computing|Design|Law|"
    r"Chemistry|Biology|Intelligence|Learning|Automation|Mechatronics|Philosophy|Informatics|Statistics|Finance|Vision)"
)


def _with_fields(segment: Segment, text: str) -> str:
    """Masked text with fields of study that are written like names put back ("Mechanical Engineering")."""

    def restore(match: re.Match[str]) -> str:
        mention = segment.named(match[1])
        printed = not mention.entity_id and not mention.anaphoric and not is_school(mention)
        return mention.text if printed and _IS_FIELD.fullmatch(mention.text) else match.group()

    return re.sub(r"<n(\d+)>", restore, text)


_WORDS = r"[A-Za-z]+(?: (?!and\b|at\b|from\b)[A-Za-z]+){0,3}"
_MAJOR = re.compile(
    rf"[ ,(]{{1,2}}(?:in )?(?:majoring|speciali[sz]ing) in ({_WORDS}(?:, (?!and\b){_WORDS}){{0,3}}(?:,? and {_WORDS})?)"
)


def _field(after: str, studied: bool) -> str | None:
    """What was studied."""
    met = (
        _MAJOR.search(after)
        or _FIELD.match(after)
        or re.search(r"(?:,|\() (?:in )?((?!(?:the|a|an)\b)[a-z]+(?: [a-z]+){0,3})(?=[),.;])", after)
        or (_OBJECT.match(after) if studied else None)
        or _FIELD.search(after)
    )
    field = met[1].strip() if met else ""
    return field if len(field) >= 4 and not _NO_FIELD.search(field) else None


def _when(segment: Segment, after: str, before: str) -> When | None:
    """When it was finished: the first date behind it, else the one that ends right before it."""
    dates = [segment.dates[int(m[1])] for m in re.finditer(r"<d(\d+)>", after)]
    when = next((d.when for d in dates if d.when), None)
    early = re.search(r"(?:\b[Ii]n|until|,) <d(\d+)>,? (?:[a-z<>\d]+ ){0,4}\Z", before) if when is None else None
    return segment.dates[int(early[1])].when if early else when


_NEAR = 3
"""Sentences within which "a PhD in robotics" may be one of the school named before."""


def extract(ctx: Context) -> Iterable[Draft]:
    """Every degree and every course of study of an article."""
    person: list[Mention] = []
    school: Mention | None = None
    since = 0
    for sentence in with_speakers(ctx):
        segment = masked(sentence, sentence.start, sentence.end)
        for study in _read(segment, person, school) if _ANCHOR.search(segment.text) else ():
            yield ctx.draft(
                "education", segment.sentence, study.score, person=study.person.name, school=study.school.name,
                degree=study.degree, field=study.field, date=study.date,
            )  # fmt: skip
        people = persons(segment.names)
        person = (
            [m for p in sentence.predicates for arg in p.subjects for m in arg.mentions if m in people][:1]
            or people[-1:]
            or person
        )
        seen = next((m for m in reversed(segment.names) if is_school(m)), None)
        school, since = (seen, 0) if seen is not None else (school if since < _NEAR else None, since + 1)


KIND = Kind(
    name="education",
    identity=("person", "school"),
    slots=("degree", "field", "date"),
    extract=extract,
    merge=("degree",),
    examples=(
        (
            "Ingrid Berg holds a doctorate in mechanical engineering from Northfield University.",
            {
                "person": "Ingrid Berg",
                "school": "Northfield University",
                "degree": "doctorate",
                "field": "mechanical engineering",
            },
        ),
        (
            "Maria Lopez studied physics at the University of Eastport and joined Lumen Robotics.",
            {"person": "Maria Lopez", "school": "University of Eastport", "field": "physics"},
        ),
        (
            "Paul Keller, a graduate of Northfield University, runs the laboratory.",
            {"person": "Paul Keller", "school": "Northfield University"},
        ),
        (
            "Karen Whitfield earned her master's degree in robotics at Eastport Institute of Technology in 2012.",
            {
                "person": "Karen Whitfield",
                "school": "Eastport Institute of Technology",
                "degree": "master's degree",
                "field": "robotics",
                "date": "2012",
            },
        ),
        (
            "Ingrid Berg has a PhD from Northfield University and an MBA from Eastport Business School.",
            {"person": "Ingrid Berg", "school": "Eastport Business School", "degree": "MBA"},
        ),
        (
            "Paul Keller took a bachelor's in automation at Northfield University in 2009.",
            {
                "person": "Paul Keller",
                "school": "Northfield University",
                "degree": "bachelor's",
                "field": "automation",
                "date": "2009",
            },
        ),
        (
            "Maria Lopez, a Northfield University graduate, leads the group.",
            {"person": "Maria Lopez", "school": "Northfield University"},
        ),
        (
            "Jane Porter was admitted to Northfield University in 2009.",
            {"person": "Jane Porter", "school": "Northfield University", "date": "2009"},
        ),
        (
            "Jane Porter (PhD, Northfield University, robotics, 2016) writes the code.",
            {
                "person": "Jane Porter",
                "school": "Northfield University",
                "degree": "PhD",
                "field": "robotics",
                "date": "2016",
            },
        ),
    ),
)
