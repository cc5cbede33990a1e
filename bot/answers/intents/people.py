"""Rules for people: posts, careers, studies, founders, what was said."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from bot.answers.asked.question import Clause
from bot.answers.asked.words import stems
from bot.answers.intents.intent import Rule, narrowed, part, rule
from bot.answers.query import Ids, Order, Query
from bot.answers.titles import POST
from bot.grammar.patterns import Pattern

_ROLE = ("role",)
_LEADS = (
    r"\b(?:leads?|led|heads?|headed(?! (?:to|for|off|back|next)\b)|runs?|ran|running|manages?|managed|"
    r"in charge of|directs?|at the "
    r"helm|looks? after|looked after|responsible for|oversees?|oversaw|overseeing|handles|handled|supervises|"
    r"calls the shots|pulls the strings|steers?|minding|chairs|captains)\b|负责|领导|掌管|带领"
)
_FOUND = (
    r"\b(?:co-?)?found(?:ed|ers?|ing)?\b|\bcofounded\b|\b(?:start(?:ed|ing)|set(?:ting)? up|establish(?:ed|ing)|"
    r"creat(?:ed|ing)|"
    r"launch(?:ed|ing)|incorporated|formed|dreamed up|came up with) (?:the )?(?:company|firm|startup|business|"
    r"team|group|<\d+>)|"
    r"\b(?:what|which) (?:\w+ ){0,3}?(?:company|companies|firms?|start-?ups?|business|businesses|ventures?)\b.*<\d+>.*"
    r"\b(?:start(?:ed)?|found|set up|launch(?:ed)?|create[d]?|register(?:ed)?)\b|"
    r"\b(?:was|were|been|is|got|get) (?:the )?(?:<\d+>|company|firm|it) (?:first |originally |"
    r"actually )?(?:started|set up|"
    r"established|incorporated|formed|begun|born|called into (?:life|being))\b|"
    r"\b(?:which|what) (?:university|universities|institute|lab|laboratory|company|group|college|"
    r"school)\b.*<\d+>.*\b(?:spun|spin|grow|grew|come|came|emerge)\b|"
    r"<\d+> (?:grow|grew|came|come|emerged?) out of\b|<\d+>.*\b(?:spin-?off|spin-?out|spun (?:off|out)|offshoot|"
    r"roots)\b|"
    r"<\d+> (?:\w+ )?(?:was |were |been |get |got )(?:first |originally )?(?:started|set up|established|"
    r"incorporated|formed)\b|"
    r"\b(?:who (?:is|are|was|were)|people|person|persons|man|woman|men|women|brains?|minds?|faces?|"
    r"team) behind (?:the )?"
    r"(?:company |startup |firm )?<\d+>(?!'s)|\bbrainchild\b|\bwhose idea was <\d+>|"
    r"\bhow did (?:the )?<\d+> (?:start|begin|get started|get going|come about|come into being)\b|"
    r"\bwhen did (?:the )?<\d+> (?:start|begin|start up|open)\b(?=[?. ]*$)|\borigins? of <\d+>|"
    r"<\d+>'s (?:origins?|beginnings?|birth)\b|"
    r"创办|創辦|创立|創立|成立|创始人"
)
_ZH_POST = (
    r"(?:(?<![a-z])(?:ceo|cto|cfo|coo)(?![a-z])|创始人|創辦人|创办人|董事长|总裁|"
    r"首席执行官|首席技术官|首席运营官|首席财务官|首席科学家|负责人|老板|总经理)"
)


def _union(groups: tuple[Ids, ...]) -> Ids:
    return frozenset().union(*groups)


_ZH_POST_ASKED = Pattern(_ZH_POST)
_POSTS_ASKED = tuple(
    map(
        Pattern,
        (
            rf"\bwho(?:m)?\b.*?\b(?:is|was|are|were|became|become|as)\b (?:the |its |their |a |an |new |"
            rf"current |former |interim |acting |now |first )*(?P<post>(?:[\w-]+ ){{0,3}}?{POST})\b",
            rf"(?P<post>(?:[\w-]+ )?{POST}) (?:of|at|for|in) (?:the )?(?:<|company|its)",
            rf">'s? (?:new |current |former |interim |acting |first |latest )*(?P<post>(?:[\w-]+ ){{0,2}}?{POST})\b",
            rf"\b(?:as|its|their) (?:new |former |interim )?(?P<post>{POST})\b",
        ),
    )
)
_BEFORE_POST = Pattern(r"^(?:the|its|their|a|new|current|former|of|is|was)\s+")
_SPEAKS_FOR = Pattern(r"\bwho\b.*\b(?:speaks?|spoke) (?:for|on behalf of)\b")
_CHAIRS = Pattern(r"\bwho (?:now )?chairs\b")
_LEADS_ASKED = Pattern(_LEADS)


@lru_cache(maxsize=200)
def asked_post(shape: str) -> str:
    """The post a clause asks for; empty where it asks for none."""
    chinese = _ZH_POST_ASKED.search(shape)
    if chinese:
        return chinese[0]
    for pattern in _POSTS_ASKED:
        match = pattern.search(shape)
        if match:
            return _BEFORE_POST.sub("", match["post"])
    if _SPEAKS_FOR.search(shape):
        return "spokesperson"
    if _CHAIRS.search(shape):
        return "chair"
    return "lead" if _LEADS_ASKED.search(shape) else ""


_AREA = Pattern(
    r"\bwho (?:now |currently )?(?:runs|leads|heads|oversees|directs|manages|is in charge of|is responsible for|"
    r"looks after) (?:the |its |all )?(?P<area>(?!(?:company|firm|business|startup|team|show|place)\b)"
    r"(?:(?!<)[\w-]+ ){1,3}?)(?:at|of|for|in|inside) (?:the )?<\d+>"
)
"""Who leads one part of a house: whoever leads another is no answer."""
OF_ROUNDS = Pattern(r"\b(?:rounds?|financings?|funding|investments?|series)\b|<round>|领投|領投")
"""Who leads one of these has no post."""


@rule("mover", r"\b(?:former|ex-\w*|hired?|employs?|employed|poach\w*|joined|joins|moved|went)\b")
def mover(clause: Clause) -> list[Query]:
    """Who went from one organisation to another."""
    groups = clause.groups()
    if len(groups) < 2 or clause.wants not in ("who", "thing"):
        return []
    query = Query(_ROLE, (part(_union(groups), "organization"),), groups, ("person",), asked=("person",), limit=4)
    return [narrowed(clause, query)]


@rule("holder", rf"\bwho\b|谁|誰|\bname\b|\b{POST}\b|{_ZH_POST}", final=True)
def holder(clause: Clause) -> list[Query]:
    """Who holds a post, now or before."""
    shape, groups = clause.shape, clause.groups()
    area = _AREA.search(shape)
    post = f"head of {area['area']}" if area else asked_post(shape)
    if not post or not groups or OF_ROUNDS.search(shape):
        return []
    if clause.wants not in ("who", "thing", "yes"):
        return []
    if clause.wants != "who" and all(one.startswith("person-") for ids in groups for one in ids):
        return []  # of somebody who is named the post is not asked for
    past = bool(
        re.search(
            r"\b(?:former|used to|was|were|ex|led|ran|headed|previous|stepped down|left|resigned|quit|"
            r"before)\b",
            shape,
        )
    )
    if re.search(r"\b(?:stepped down|resigned|quit|left|leav\w+|step\w* down|depart\w+)\b", shape):
        leaver = Query(
            _ROLE, (part(_union(groups), "organization"),), groups, ("end",), post=post, past=True, asked=("person",)
        )
        return [narrowed(clause, leaver)]
    earlier = frozenset(i for n in clause.left_out for i in clause.names[n].ids)
    after = re.search(r"\b(?:after|since|instead of|replac\w+|succeed\w*|follow\w*) (?:the )?<(\d+)>", shape)
    if after and len(groups) > 1 and all(i.startswith("person-") for i in clause.names[int(after[1])].ids):
        earlier = clause.names[int(after[1])].ids
        groups = tuple(ids for ids in groups if ids != earlier)
    base = Query(
        _ROLE,
        (part(_union(groups), "organization"),),
        groups,
        ("end",) if earlier and re.search(r"\bbefore (?:the )?<", shape) else ("person",),
        post=post,
        past=past,
        asked=("person",),
        without=earlier,
        limit=4,
    )
    out = [narrowed(clause, base)]
    if len(clause.content) > 1 and not area:
        told = Query(
            _ROLE, (), groups, ("person",), order="fit", strict=0.75, asked=("person",), without=earlier, limit=3
        )
        out.append(narrowed(clause, told))
    if "founder" in post or "创" in post or "創" in post:
        out.append(
            narrowed(
                clause,
                Query(
                    ("founding",), (part(groups[0], "organization"),), groups[1:], ("founders",), asked=("founders",)
                ),
            )
        )
    return out


STAND_IN = (
    r"\b(?:filling in|fills in|interim|acting|succeed(?:s|ed)?|replac(?:e|es|ed|ing)|took over|takes "
    r"over|stand(?:s|ing)? in|successor)\b|\b(?:got|gets|took|takes|has|inherit\w*|fill\w*) (?:the )?<\d+>'s "
    r"(?:old )?(?:job|post|role|place|seat|position|office)\b|接任|接替"
)


_FOLLOWS = Pattern(
    r"\bwho(?:m)? (?:\w+ )?(?:succeed\w*|replac\w+|follow\w*|t(?:akes?|ook) over (?:from|for)|st(?:eps?|epped|"
    r"ands?|ood) in for|fill\w* in for|"
    r"is filling in for|(?:got|gets|took|takes|has|inherit\w*)) (?:the )?<(\d+)>|<(\d+)>'s successor|"
    r"\bsuccess(?:or)? (?:of|to) <(\d+)>"
)


def _followed(clause: Clause) -> Ids:
    """The person whose successor is asked for: what is told of their own post is no answer."""
    met = _FOLLOWS.search(clause.shape)
    ids = clause.names[int(next(filter(None, met.groups())))].ids if met else frozenset[str]()
    return ids if all(one.startswith("person-") for one in ids) else frozenset()


@rule("stand-in", STAND_IN)
def stand_in(clause: Clause) -> list[Query]:
    groups = clause.groups()
    if not groups or clause.wants != "who" or re.search(r"\bbefore (?:the )?<", clause.shape):
        return []
    words = ("interim", "act", "succeed", "replac", "successor", "fill", "接任")
    at = Query(
        _ROLE,
        (part(_union(groups), "organization"),),
        groups,
        ("person",),
        topic=words,
        strict=0.1,
        asked=("person",),
        without=_followed(clause),
    )
    after = replace(at, parts=())
    if len(groups) > 1:
        # "who succeeded <0> at <1>": whoever came to <1> since, and is somebody else.
        came = [
            Query(_ROLE, (part(place, "organization"),), (), ("start",), asked=("person",), without=gone, limit=2)
            for place, gone in ((groups[1], groups[0]), (groups[0], groups[1]))
        ]
        return [narrowed(clause, query) for query in (at, after, *came)]
    came_in = Query(_ROLE, (part(groups[0], "organization"),), (), ("start",), post="boss", asked=("person",), limit=2)
    return [narrowed(clause, query) for query in (at, after, came_in)]


_GOES_AWAY = (
    r"\b(?:left|leaves?|leaving|departed|departs?|departing|departures?|quits?|quitting|resign(?:s|ed)?|"
    r"walk(?:ed|s)? out|"
    r"(?:is|are|has|have) gone|went away|step(?:s|ped)? (?:down|aside)|exit(?:s|ed)?|los(?:e|es|t|ing)|"
    r"no longer)\b|离职|离开"
)


_LEAVING = stems(
    "leave left leaving depart departed quit quitting resign resigned walked exit lose lost step stepped down "
    "aside people person engineer executive "
    "manager researcher staff employee officer scientist head leader former name list top senior key"
)
_WHICH_PEOPLE = (
    r"\b(?:which|what|name|list|any|the) (?:of the )?(?:[\w-]+ ){0,2}?(?:people|persons?|engineers?|executives?|"
    r"managers?|founders?|researchers?|"
    r"staff|employees|officers?|directors?|scientists?|ceos?|heads?|leaders?)\b"
)


@rule("leaver", _GOES_AWAY, final=True)
def leaver(clause: Clause) -> list[Query]:
    """Who went away from an organisation."""
    groups = clause.groups()
    of_people = clause.wants == "who" or re.search(_WHICH_PEOPLE, clause.shape)
    if not groups or not (of_people or clause.wants == "when"):
        return []
    if clause.wants == "when":
        left = Query(_ROLE, (part(groups[0], "person"),), groups[1:], ("end",), asked=("person",), limit=2)
        return [replace(narrowed(clause, left), needs=("end",))]
    query = Query(
        _ROLE, (part(_union(groups), "organization"),), groups, ("end",), past=True, asked=("person",), limit=4
    )
    rest = tuple(word for word in clause.content if word not in _LEAVING)
    return [narrowed(clause, replace(query, topic=rest, strict=0.6) if rest else query)]


@rule(
    "studies",
    r"\b(?:stud(?:y|ied|ies|ying)|graduat\w+|degree|doctorate|ph\.?d\b|master'?s|bachelor'?s|"
    r"universit(?:y|ies)|alumn\w+|alma mater|educat\w+|school|college)\b|毕业|畢業|学历|学位|专业|大学|读书|博士|"
    r"硕士",
    final=True,
)
def studies(clause: Clause) -> list[Query]:
    groups = clause.groups()
    if not groups:
        return []
    level = tuple(
        match[0] for match in re.finditer(r"\b(?:high|secondary|grammar|primary|elementary) school\b", clause.shape)
    )
    person = Query(
        ("education",), (part(groups[0], "person"),), groups[1:], ("school", "degree", "field"), asked=("person",)
    )
    school = Query(("education",), (part(groups[0], "school"),), groups[1:], ("person",), asked=("person",), limit=12)
    if re.search(
        r"\bwhere\b|\b(?:which|what) (?:\w+ )?(?:universit|school|college|institut|alma)|\balma mater\b|哪",
        clause.shape,
    ):
        person = replace(person, needs=("school",))
    found = [narrowed(clause, person), narrowed(clause, school)]
    return [replace(query, spelled=(*query.spelled, *level)) for query in found]


_AFTER_ONE = Pattern(r"\bafter (?:he |she |they )?(?:leaving |left |quit |quitting )?(?:the )?<(\d+)>")


@rule("founders", _FOUND)
def founders(clause: Clause) -> list[Query]:
    groups = clause.groups()
    if not groups or re.search(r"\bbefore (?:he|she|they|<)", clause.shape):
        return []
    if re.search(r"\bborn\b", clause.shape) and any(one.startswith("person-") for ids in groups for one in ids):
        return []
    if re.search(r"\b(?:used to work|worked (?:at|for|with)|former(?:ly)?|ex-|alumn\w+|veterans?) ", clause.shape):
        return []  # founders of something else are asked for
    needs = {"when": ("date",), "where": ("place",), "who": ("founders",)}.get(clause.wants, ())
    both = ("founders", "organization")
    made = Query(("founding",), (part(groups[0], "organization"),), groups[1:], needs, asked=both)
    after = next((clause.names[int(met[1])].ids for met in _AFTER_ONE.finditer(clause.shape)), frozenset[str]())
    others = tuple(ids for ids in groups[1:] if not ids & after)  # what they started next is none of that house
    by = Query(("founding",), (part(groups[0], "founders"),), others, ("organization",), asked=both, without=after)
    role = Query(_ROLE, (part(groups[0], "organization"),), groups[1:], ("person",), post="founder", asked=("person",))
    parent = Query(("founding",), (part(groups[0], "parent"),), groups[1:], ("organization",), asked=("organization",))
    queries = [made, role, by, parent] if clause.wants == "who" else [made, by, parent]
    return [narrowed(clause, query) for query in queries]


@rule(
    "seat",
    r"\bwhere\b.*\b(?:based|headquarter\w*|located|from|sit|seat)\b|\b(?:hq|"
    r"headquarter\w*|based in|head office|home (?:town|base)|location)\b|总部|位于",
)
def seat(clause: Clause) -> list[Query]:
    groups = clause.groups()
    return (
        [narrowed(clause, Query(("founding",), (part(groups[0], "organization"),), groups[1:], ("place",)))]
        if groups
        else []
    )


@rule(
    "career",
    r"\bbefore\b|\b(?:previous(?:ly)?|formerly|former|earlier|past|first|last|prior) (?:job|post|role|"
    r"position|employer|work|career|company)\b|\b(?:job|post|role|position|career|work(?:s|ed)?|"
    r"employ\w*|title)\b|\bhow long\b.*<\d+>.*<\d+>|\bused to\b|\bwhere (?:did|has|is|will) <\d+> (?:now )?(?:go|gone|"
    r"going|move|moved|work)\b|\bwhat (?:does|did|is|was) <\d+> (?:do|doing)\b|\b(?:join|"
    r"joins|joined)\b|之前|以前|曾|职位|職位|做什么",
)
def career(clause: Clause) -> list[Query]:
    """What posts a person held; with an organisation named, those there first."""
    groups = clause.groups()
    if not groups or re.search(r"\b(?:used to be|formerly|previously) (?:called|known|named)\b", clause.shape):
        return []
    first = bool(re.search(r"\bfirst\b", clause.shape))
    order: Order = "oldest" if first or re.search(r"\bbefore\b|之前|以前|previous", clause.shape) else "newest"
    people = part(_union(groups), "person")
    rest = groups if len(groups) > 1 else ()
    needs: tuple[str, ...] = ("title", "organization")
    if clause.wants == "when":
        needs = ("end",) if re.search(_GOES_AWAY, clause.shape) else ("start",)
    if re.search(r"\bhow long\b", clause.shape):
        needs = ("start", "end")
    query = Query(_ROLE, (people,), rest, needs, order=order, asked=("person", "organization"), limit=6)
    return [narrowed(clause, query)]


@rule(
    "said",
    r"\b(?:say|says|said|saying|tell|told|comment\w*|claim\w*|think|thinks|believe\w*|opinion|view|"
    r"views|quote\w*|promise\w*|explain\w*|argue\w*|describe\w*|warn\w*|predict\w*|call|called)\b|说|"
    r"表示|称|怎么看|认为",
)
def said(clause: Clause) -> list[Query]:
    groups = clause.groups()
    if (
        re.search(r"\b(?:is|are|was|were|does|do)\b[^?]*\bcall(?:ed|s|)[?. ]*$", clause.shape)
        and clause.wants == "thing"
    ):
        return []  # a name is asked for
    speakers = [clause.names[i].ids for i in sorted(clause.tellers)] or list(groups)
    if not speakers:
        return []
    content = tuple(w for w in clause.content if w not in ("comment", "claim", "promis", "explain", "view", "opinion"))
    listed = clause.lists and set(clause.lists[0]) <= set(range(len(clause.names)))
    speaker = _union(groups) if listed and groups else speakers[0]
    rest = groups[1:] if not clause.tellers and not listed else ()
    query = Query(
        ("statement",),
        (part(speaker, "speaker"),),
        rest,
        ("text",),
        topic=content,
        order="fit",
        strict=0.34 if content else 0.0,
        asked=("speaker",),
        limit=4,
    )
    any_kind = Query(
        ("forecast",),
        (part(speaker, "source"),),
        rest,
        ("value",),
        topic=content,
        order="fit",
        strict=0.5 if content else 0.0,
        limit=3,
    )
    return [narrowed(clause, query), narrowed(clause, any_kind)]


RULES: tuple[Rule, ...] = (stand_in, studies, mover, holder, leaver, founders, seat)
LATE: tuple[Rule, ...] = (career, said)
"""Tried after the rules for things: their words stand in many questions."""
