"""Posts in masked text: "former <n0> chief scientist", "vice president of hardware engineering at <n1>", "founder and CEO"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.extraction.masking import Segment
from bot.extraction.mentions import Mention

_TOKEN = re.compile(r"<n(\d+)>")
_HEAD = (
    r"(?:C[ETOFMIPSRDLA]O|CCO|CHRO|CISO|[SE]?VP|"
    r"(?:[Cc]hief|[Dd]eputy [Cc]hief) (?:[A-Za-z&-]+ ){0,4}?[Oo]fficers?|[Cc]hief [Ee]xecutives?|[Cc]hief (?:[A-Za-z]+ )?(?:[Ss]cientist|[Ee]ngineer|"
    r"[Tt]echnologist|[Ee]conomist|[Dd]esigner|[Aa]rchitect|[Aa]nalyst|[Ss]trategist|[Rr]oboticist|[Cc]ounsel|[Rr]esearcher|[Oo]f [Ss]taff|[A-Za-z]+(?: and [a-z]+)? [Oo]fficer)|"
    r"(?!(?:[Tt]he|[Ii]ts|[Aa]n?|own|so|their|that|his|her|new|former|and|by|as|of) )[a-zA-Z-]+ chief|[Cc]hief(?= of |,)|[Dd]eputy(?=,)|"
    r"(?:[Vv]ice|[Dd]eputy)[ -](?:[Pp]resident|[Cc]hair(?:man|woman|person)?|[Hh]ead|[Dd]irector|[Mm]inister|[Mm]ayor|[Pp]rincipal|[Dd]ean|[Rr]ector|[Gg]eneral [Mm]anager)|"
    r"(?:[Cc]o-?)?(?:[Pp]resident|[Cc]hair(?:man|woman|person)?|CEO|[Ff]ounders?|[Dd]irectors?|[Hh]ead|[Ll]ead(?!-| investor| time)|[Ll]eader)|"
    r"[Bb]oard members?|[Mm]embers? of (?:the|its|<n\d+>'s) (?:[a-z]+ )?board(?: of directors)?|"
    r"[Gg]eneral [Cc]ounsel|[Mm]anagers?|[Pp]rofessors?(?: [Ee]merit(?:us|a))?|[Ll]ecturers?|[Rr]eader|[Ff]ellow(?! [a-z])|[Pp]ost-?docs?|[Ii]ntern|[Dd]ean|[Rr]ector|[Pp]rovost|[Aa]cademician|"
    r"[Ee]ngineers?|[Ss]cientists?|[Rr]esearchers?|[Rr]oboticists?|[Ee]conomist|[Aa]nalysts?|[Ss]trategist|[Dd]esigners?|[Dd]evelopers?|[Pp]rogrammers?|[Aa]rchitect|"
    r"[Tt]echnicians?|[Mm]echanics?|[Mm]achinist|[Ll]awyer|[Aa]dvis[eo]rs?|[Cc]onsultants?|[Ss]pokes(?:man|woman|person)|[Ss]ecretary|[Tt]reasurer|[Mm]inister|"
    r"[Mm]ayor|[Gg]overnor|[Pp]artner|[Pp]rincipal|[Bb]anker|[Ee]xecutives?|[Bb]oss|[Ff]oreman|[Ss]upervisor|[Ee]ditor|[Cc]ommissioner|[Aa]dministrator|[Aa]uditor|"
    r"[Uu]nderwriter|[Ll]iquidator|[Rr]epresentative|[Tt]rustee|[Cc]ontroller|[Aa]ccountant|[Ii]nspector|[Ss]uperintendent|[Cc]hancellor|[Ss]ales(?:man|woman)|[Tt]utor|[Tt]eacher|"
    r"[Rr]epresentative [Dd]irector|[Mm]embers? of (?:the )?(?:technical staff|management board|executive board)|[Cc]ommander|[Hh]ost|[Vv]eterans?|[Ee]mployees?|[Ss]taffers?|[Aa]lum(?:nus|na|ni)|[Pp]roprietor)\b"
)  # fmt: skip
_NOT_MOD = set(  # words before a title that are no part of it
    "the a an its his her their our my your this that these and or but of as by with to from for in on at into is was are were be been being become "
    "becomes became named appointed made hired elected said says say told new former formerly ex now then current currently previously once also who "
    "which when where until till since after before incoming outgoing retired late longtime two three four five six seven both several other another "
    "first one only young old while if so because today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday later earlier "
    "recently has had have will would not no whose than about through between like including meanwhile joining join joins joined under adds added "
    "asked according calls called explains wrote writes per newly re-elected how what why there here he she it they we i you still already just "
    "instead even such each every all some many most any through via whom designated today's named serving veteran fellow own so third second yes".split()
)
_DET = r"(?:(?:an?|the|its|their|our|his|her|now|then|then-|new|newly appointed|currently|current|also|formerly|former|ex-?|previously|once|both|two|three|four|<n\d+>'s|one of (?:the|its)|until (?:now|then|recently|lately)|till now|so far|most recently|these days|whom you know as|today|still|first|only|sole|long-?time|outgoing|incoming|retired|interim|acting|late|long|himself|herself|earlier|at (?:the|that) time|hitherto)[ ,]+)"
DETERMINERS = re.compile(rf"(?:{_DET})*\Z")
_FORMER = re.compile(
    r"\b(?:former|formerly|ex-?|previously|once|until (?:now|then|recently|<d\d+>),?|till (?:now|then|<d\d+>),?|outgoing|retired|so far|hitherto|earlier|late|used to be|had (?:earlier )?been)\b", re.IGNORECASE
)
_MOD = re.compile(r"(?:^|(?<=[ (\"“]))([A-Za-z][A-Za-z&'/-]*) \Z")
_JOIN = re.compile(r"(?:,? (?:and|&) (?:also )?(?:its |the |an? )?|/|, |-cum-|-)\Z")
_WORD = (
    r"(?!(?:who|which|that|said|says|at|in|with|from|is|was|has|had|have|will|would|and|or|of|for|as|to|by|on|until|since|told|into|after|before|he|she|it|they|"
    r"where|when|while|but|whose|are|were|joined|left|over|under|between|not|also|an?)\b)[A-Za-z][A-Za-z&'’-]*"
)
_TAIL = re.compile(
    rf" (?:of|for|in charge of) (?:the |its |his |her |all )?(?:{_WORD}|<n\d+>(?! (?:and|,)))(?:(?:,? (?:and|&))? {_WORD}){{0,4}}(?=[,.;:)\"]| (?:at|of|for|in|with|on|from|who|and|said|says|is|was|has|will|until|since|to|by|<)|\Z)"
)
_PREP = r"(?: (?:of|at|for|with|in|from|on|inside|within)|, (?:of|at))"
_LOOSE = r"(?:(?:[a-z][a-z-]*|[A-Z][a-z]+-based|<n\d+>'s|<n\d+>|\"|“) ?(?<! and )(?<! who )(?<! to )(?<! said )(?<! says )(?<! at )(?<! was )(?<! is ))"
_ORG_AFTER = re.compile(rf"{_PREP} (?P<chain>{_LOOSE}{{0,6}}?)(?:the |\"|“)?<n(?P<n>\d+)>(?P<own>'s?(?: (?!(?:who|and|said)\b)(?:[a-zA-Z][\w&-]*|<n\d+>)){{1,5}})?")
_ORG_BEFORE = re.compile(r"<n(\d+)>(?P<own>'s?)? (?P<mid>(?:[a-z-]+ |<n\d+> ){0,3})\Z")
_WHOSE = re.compile(r"<n(\d+)>[^<,;]{0,20},? whose (?:[a-z-]+ ){0,2}\Z")
_FURTHER = re.compile(r" (?:at|of) (?:the )?<n(\d+)>")
_COUNTRY_POSTS = re.compile(r"\b(?:minister|mayor|governor|president|chancellor|secretary|commissioner)\b", re.IGNORECASE)


@dataclass(slots=True)
class Post:
    """A title with the organisation printed beside it; places are those of the masked text."""

    start: int
    end: int
    title: str
    outer_start: int
    outer_end: int
    org: Mention | None = None
    owner: Mention | None = None
    """The person whose founder, boss or assistant it is."""
    former: bool = False
    plural: bool = False


_TITLE_NAMES = set(
    "representative corporate executive managing business development robotics research engineering sales marketing operations technology product "
    "strategy finance hardware software manufacturing global general senior group operating financial technical communications design growth".split()
)


def _is_org(mention: Mention) -> bool:
    """Whether a name is an organisation and not a capitalised piece of a title ("Business Development")."""
    if mention.cluster.kind != "org":
        return False
    return mention.anaphoric or bool(mention.entity_id) or not {w.lower() for w in re.findall(r"\w+", mention.text)} <= _TITLE_NAMES | {"and"}


def _walk_back(text: str, start: int) -> int:
    """Where the words that qualify a title begin ("senior algorithm" engineer)."""
    for _ in range(4):
        match = _MOD.search(text, max(0, start - 30), start)
        if not match or match[1].lower() in _NOT_MOD or re.search(r"(?:ed|ly|'s)\Z", match[1]) and match[1].lower() not in {"applied", "advanced", "embodied"}:
            break
        start = match.start(1)
    return start


def _heads(text: str) -> list[tuple[int, int]]:
    """Spans of titles; those joined by "and" are one."""
    spans: list[tuple[int, int]] = []
    for match in re.finditer(rf"(?<![\w'<])(?<![a-z]-){_HEAD}", text):
        start = _walk_back(text, match.start())
        if spans and (joined := text[spans[-1][1] : start]) and start >= spans[-1][1] and _JOIN.fullmatch(joined):
            if ", " not in joined or joined.strip(" ,") or re.match(r"(?:,? and| &) ", text[match.end() :]) or "and" in joined:
                spans[-1] = (spans[-1][0], match.end())
                continue
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], match.end())
            continue
        spans.append((start, match.end()))
    return spans


def unmask(segment: Segment, text: str) -> str:
    """Masked text with the names put back."""

    def restore(match: re.Match[str]) -> str:
        items = {"n": segment.names, "d": segment.dates, "m": segment.money, "r": segment.rounds}[match[1]]
        return items[int(match[2])].text

    return re.sub(r"<([ndmr])(\d+)>", restore, text)


def posts(segment: Segment) -> list[Post]:
    """Every title of a segment, left to right."""
    text, found = segment.text, list[Post]()
    spans = _heads(text)
    for i, (start, end) in enumerate(spans):
        limit = spans[i + 1][0] if i + 1 < len(spans) else len(text)
        post = Post(start, end, "", start, end)
        tail = _TAIL.match(text, end, limit + 1)
        if tail:
            token = _TOKEN.search(tail.group())
            if token is None or not _is_org(segment.names[int(token[1])]) and segment.names[int(token[1])].cluster.kind != "person":
                post.end = tail.end()
        post.outer_end = post.end
        before = _ORG_BEFORE.search(text[:start])
        if before:
            mention = segment.names[int(before[1])]
            middle = [segment.names[int(n)] for n in _TOKEN.findall(before["mid"])]
            if middle and _is_org(middle[-1]):
                mention = middle[-1]
            if _is_org(mention) and (before["own"] or not re.search(r"\b(?:and|joined|left|named|as|to|by|of|at|is|was|says|said|told|the|an?|its)\b", before["mid"])):
                post.org, post.outer_start = mention, before.start()
                if middle and middle[-1] is not mention:
                    post.start = start - len(before["mid"])
            elif mention.cluster.kind == "person" and before["own"]:
                post.owner, post.outer_start = mention, before.start()
            elif mention.cluster.kind == "place" and _COUNTRY_POSTS.search(text[start:end]):
                post.org, post.outer_start = mention, before.start()
        whose = _WHOSE.search(text[:start]) if post.org is None else None
        if whose and _is_org(segment.names[int(whose[1])]):
            post.org, post.outer_start = segment.names[int(whose[1])], whose.end(1) + 1
        after = _ORG_AFTER.match(text, post.end, limit + 40)
        if after:
            mention = segment.names[int(after["n"])]
            inner = [segment.names[int(n)] for n in _TOKEN.findall(after["chain"])]
            inner = [m for m in inner if _is_org(m)]
            further = _FURTHER.match(text, after.end()) if after["own"] is None and text[after.start() :].startswith((" of", " for")) else None
            if further and _is_org(segment.names[int(further[1])]):
                mention = segment.names[int(further[1])]
                post.end = after.end()
                post.org, post.outer_end = mention, further.end()
                inner = []
            if inner and "'s" in after["chain"]:
                mention = inner[0] if not _is_org(mention) else mention
            if _is_org(mention) or mention.cluster.kind in {"unknown", "product"} and post.org is None and after["chain"].strip() in {"", "the"}:
                if post.org is None or not _is_org(post.org) or not post.org.anaphoric:
                    if _is_org(mention):
                        post.org = mention
                post.outer_end = max(post.outer_end, after.end() if after["own"] is None else after.start("own"))
                units = [segment.names[int(n)] for n in _TOKEN.findall(after["own"] or "")]
                if units and _is_org(units[-1]) and re.search(r"\b(?:rival|unit|subsidiary|distributor|arm|division|partner|parent|supplier|spin-?off|offshoot|dealer|start-?up|company|competitor) <n\d+>\Z", after["own"]):
                    post.org, post.outer_end = units[-1], after.end()
                elif after["own"]:
                    unit = after["own"].lstrip("'s").strip()
                    words = re.match(r"(?:[a-zA-Z-]+ ){0,4}?(?:team|unit|division|department|lab|laboratory|group|business|arm|program(?:me)?|project|desk|operations?|office|centre|center|plant|factory|institute|school|sales|side|efforts?|work|research|engineering)\b", unit)
                    if words:
                        post.end = post.outer_end = after.start("own") + after["own"].index(unit) + words.end()
                        title = text[post.start : after.start() + 3] + " " + words.group()
                        post.title = re.sub(r"\s+", " ", unmask(segment, text[post.start : after.start()] + " of " + words.group())).strip(" ,")
                        del title
            elif mention.cluster.kind == "place" and post.org is None and _COUNTRY_POSTS.search(text[start:end]) and not after["chain"]:
                post.org, post.outer_end = mention, after.end()
        lead = text[: post.outer_start]
        gap = DETERMINERS.search(lead)
        qualifiers = (gap.group() if gap else "") + text[post.outer_start : post.start]
        post.former = bool(_FORMER.search(qualifiers))
        if gap:
            post.outer_start = gap.start()
        post.title = post.title or unmask(segment, text[post.start : post.end])
        post.plural = bool(re.search(r"(?:[^s]s|alumni)\Z", text[start:end])) and not re.search(r"(?:emeritus|alumnus|VPs|boss)\Z", text[start:end])
        found.append(post)
    return found
