"""Posts in masked text: "former <n0> chief scientist", "vice president of hardware at <n1>", "founder and CEO"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.extraction.people.titles import DETERMINERS, HEAD, NOT_QUALIFYING, TITLE_NAMES
from bot.extraction.text.cues import kind_of_noun
from bot.extraction.text.lexicon import is_word
from bot.extraction.text.masking import Segment
from bot.extraction.text.mentions import Mention
from bot.extraction.text.org_tails import looks_like_org

_TOKEN = re.compile(r"<n(\d+)>")
_FORMER = re.compile(
    r"\b(?:former|formerly|ex-?|previous|previously|once|until (?:now|then|recently|<d\d+>),?|till (?:now|then|"
    r"<d\d+>),?|outgoing|retired|so far|hitherto|earlier|late|used to be|had (?:earlier )?been)\b",
    re.IGNORECASE,
)
_MOD = re.compile(r"(?:^|(?<=[ (\"“]))([A-Za-z][A-Za-z&'/-]*) \Z")
_JOIN = re.compile(r"(?:,? (?:and|&) (?:also )?(?:its |the |an? )?|/|, |-cum-|-)\Z")
_WORD = (
    r"(?!(?:who|which|that|said|says|at|in|with|from|is|was|has|had|have|will|would|and|or|of|for|as|to|by|on|"
    r"the|its|his|her|their|until|till|since|throughout|during|told|into|after|before|he|she|it|they|"
    r"where|when|while|but|whose|are|were|joined|left|over|under|between|not|also|an?)\b)[A-Za-z][A-Za-z&'’-]*"
)
_LISTED = rf"(?![a-z]+(?:ed|ing) [a-z]){_WORD}(?: (?![a-z]+ed\b){_WORD})?"
_TAIL = re.compile(
    rf" (?:of|for) {_LISTED}(?:, {_LISTED}){{1,3}},? (?:and|&) {_LISTED}(?=\.?\W*\Z| (?:at|of|for) (?:the )?<n)|"
    rf" (?:of|for|in charge of) (?:the |its |his |her |all )?(?:<[mr]\d+> )?(?:{_WORD}|<n\d+>(?! (?:and"
    rf"(?! <n\d+> as\b)|,)))(?:(?: (?:and|"
    rf"&))? {_WORD}){{0,4}}(?=[,.;:)\"]| (?:at|of|for|in|with|on|from|who|and|said|says|is|was|has|will|until|"
    rf"since|to|by|<)|\Z)"
)
_PREP = r"(?: (?:of|at|for|with|in|from|on|to|inside|within)|, (?:of|at))"
_LOOSE = (
    r"(?:(?:[a-z][a-z-]*+|[A-Z][a-z]+-based|<n\d+>'s|<n\d+>|\"|“) ?"
    r"(?<! and )(?<! who )(?<! to )(?<! said )(?<! says )(?<! at )(?<! was )(?<! is ))"
)
_ORG_AFTER = re.compile(
    rf"{_PREP} (?P<chain>{_LOOSE}{{0,6}}?)(?:the |\"|“)?<n(?P<n>\d+)>(?P<own>'s?(?: (?!(?:who|and|"
    rf"said)\b)(?:[a-zA-Z][\w&-]*|<n\d+>)){{1,5}})?"
)
_ORG_BEFORE = re.compile(r"<n(\d+)>(?P<own>'s?)? (?P<mid>(?:[a-z-]+ |<n\d+> ){0,3})\Z")
_NEXT_BEFORE = re.compile(r"<n(\d+)> (?:[a-z-]+ ){0,3}\Z")
"""The last name before a title, with nothing but words that qualify the title between them; of "Acme 15th Division
general manager" it is a unit of the first, so no name may stand right before it."""
_WHOSE = re.compile(r"<n(\d+)>[^<,;]{0,20},? whose (?:[a-z-]+ ){0,2}\Z")
_CLOSING = re.compile(r",? (?:at |of )?<n(\d+)>(?=\W*\Z)")
_PART = re.compile(r", <n(\d+)>(?= (?:at|of|for) )")
_FIELD = re.compile(r", (?:(?:[A-Z][a-z]+|and|&) ?){1,5}(?= (?:at|of|for) (?:the )?<n)")
_FURTHER = re.compile(r" (?:at|of) (?:the )?<n(\d+)>")
_CALLED = re.compile(r" [\"“]?<n(\d+)>")
_OWN_POST = re.compile(r"\b(?:post|job|role|position|title|duties|office|seat|day|time|years)\b.* as\b")
"""In "her post as head" she is the holder, in "his predecessor as head" he is not."""
OWN_ROLE = re.compile(r" (?:role|post|position|job|duties|title)\b")
"""Behind a title that is the owner's own ("her CTO role")."""
_SHORT = re.compile(r"(?:head|chief|boss|lead|leader|director|manager)s?", re.IGNORECASE)
"""After "Acme's Brightarm" such a word says what is headed at Acme."""
_APART = re.compile(
    r"\b(?:and|before|becoming|became|when|while|where|but|joined|left|named|as|to|by|of|at|from|with|"
    r"after|is|was|says|said|told|the|an?|its)\b"
)
_UNIT = re.compile(
    r"'s? ((?:[a-zA-Z-]+ ){0,4}?(?:team|unit|division|department|lab|laboratory|group|business|arm|program(?:me)?|"
    r"project|desk|operations?|office|centre|center|plant|factory|institute|school|sales|side|efforts?|work|"
    r"research|engineering))\b"
)
_AND_UNIT = re.compile(r" (?:and|&) <n(\d+)>")
_OF_THING = re.compile(
    r"(?: ?\([^()]{1,60}\))?(?: (?:and|&) <n\d+>)? (?:division|business unit|segment|program(?:me)?|project|robot|"
    r"humanoid|model|platform|system|app|product line)\b"
    r"(?: (?:team|unit|group))?"
)
"""Behind the name of what somebody leads, which is no house."""
_OF_TEAM = re.compile(r" (?:team|unit|group|lab|department)\b")
_NOTHING = re.compile(r"(?=[,.;]|\Z)")
_MAKER = re.compile(r"\b(?:designer|architect|inventor|creator)\Z")
"""Who is called so is one of what was made, not of a house of which nothing else is known."""
_OWN_BOSS = re.compile(
    r"founder|CEO|chief exec|president\Z(?<!vice president)|chair|employee|veteran|executive|engineer", re.IGNORECASE
)
"""Who has a house of his own though another is named before it ("Alphabet's CEO of Foo")."""
_BOARD = re.compile(r"'s? (?:[a-z]+ )?board(?: of directors)?(?![\w-])")
_PLURAL = re.compile(r"(?<!s)s\Z(?<!emeritus)(?<!alumnus)(?<!VPs)|alumni\Z")
_COUNTRY_POSTS = re.compile(
    r"\b(?:minister|mayor|governor|president|chancellor|secretary|commissioner)\b", re.IGNORECASE
)


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


def _title_name(mention: Mention) -> bool:
    """Whether a name is but a capitalised piece of a title ("Business Development")."""
    return (
        not mention.anaphoric
        and not mention.entity_id
        and all(TITLE_NAMES.match(word.lower()) for word in re.findall(r"\w+", mention.text))
    )


_UNIT_NAME = re.compile(
    r"(?:(?:Robot\w*|AI|Research|Development|R&D|Sales|Marketing|Engineering|Hardware|Software|Automation|Industrial|"
    r"Mobile|Medical|Technology|Business|Corporate|Planning|Production|Quality|Humanoids?|New|and|&) )+(?:Division|"
    r"Department|Unit|Team|Office|Section|Bureau|Headquarters)"
)


def _is_org(mention: Mention) -> bool:
    """Whether a name may be an employer's: no piece of a title, no unit that any house may have."""
    return mention.cluster.kind == "org" and not _title_name(mention) and not _UNIT_NAME.fullmatch(mention.text)


def _walk_back(text: str, start: int) -> int:
    """Where the words that qualify a title begin ("senior algorithm" engineer)."""
    for _ in range(4):
        match = _MOD.search(text, max(0, start - 30), start)
        if (
            not match
            or NOT_QUALIFYING.match(match[1].lower())
            or (
                re.search(r"(?:ed|ly|'s)\Z", match[1])
                and match[1].lower() not in {"applied", "advanced", "embodied", "supply", "assembly"}
            )
        ):
            break
        start = match.start(1)
    return start


def _heads(text: str) -> list[tuple[int, int]]:
    """Spans of titles; those joined by "and" are one."""
    spans: list[tuple[int, int]] = []
    for match in re.finditer(rf"(?<![\w'<])(?:(?<![a-z]-)|(?<=ex-)){HEAD}", text):
        start = _walk_back(text, match.start())
        if spans and (start < spans[-1][1] or _joined(text, spans[-1][1], start, match.end())):
            spans[-1] = (spans[-1][0], match.end())
        else:
            spans.append((start, match.end()))
    return spans


def _joined(text: str, before: int, start: int, end: int) -> bool:
    """Whether two titles are one: "founder and CEO", "founder, chairman and general manager"."""
    between = text[before:start]
    if not _JOIN.fullmatch(between):
        return False
    return between != ", " or bool(re.match(r"(?:,? and| &) ", text[end:]))


def unmask(segment: Segment, text: str) -> str:
    """Masked text with the names put back."""

    def restore(match: re.Match[str]) -> str:
        number = int(match[2])
        if match[1] == "n":
            return segment.names[number].text
        return (segment.dates if match[1] == "d" else segment.money if match[1] == "m" else segment.rounds)[number].text

    return re.sub(r"<([ndmr])(\d+)>", restore, text)


def posts(segment: Segment) -> list[Post]:
    """Every title of a segment, left to right."""
    spans = _heads(segment.text)
    limits = [*(start for start, _ in spans[1:]), len(segment.text)]
    return [_post(segment, start, end, limit) for (start, end), limit in zip(spans, limits, strict=False)]


def _post(segment: Segment, start: int, end: int, limit: int) -> Post:
    text = segment.text
    post = Post(start, end, "", start, end)
    _stretch(segment, post, limit)
    _look_before(segment, post, text[start:end])
    after = _ORG_AFTER.match(text, post.end, limit + 40)
    if after and post.outer_end == post.end:
        _look_after(segment, post, after, text[start:end])
    last = _CLOSING.match(text, post.end) if post.org is None else None
    if last and _is_org(segment.named(last[1])):
        post.org, post.outer_end = segment.named(last[1]), last.end()
    ex = text[: post.outer_start].endswith("ex-")
    post.outer_start -= len("ex-") * ex
    gap = DETERMINERS.search(text[: post.outer_start])
    lead = gap.group() if gap else ""
    post.former = ex or bool(_FORMER.search(lead + text[post.outer_start : post.start]))
    post.outer_start -= len(lead)
    post.title = post.title or unmask(segment, text[post.start : post.end])
    post.plural = bool(_PLURAL.search(text[start:end]))
    return post


_LAST = re.compile(r", (?:at )?<n(\d+)>\W*\Z")
_GOES_ON = re.compile(r"> [a-z][a-z ]+\Z")
_AT_HOUSE = re.compile(r" at (?:the )?<n(\d+)>")
"""Behind a name what is headed goes on, and the house follows ("head of China Power research at Foo")."""


def _is_field(segment: Segment, token: str, end: int) -> bool:
    """Whether a word in capitals is what somebody is head of, the house being named last ("Head of Growth, Foo")."""
    last, word = _LAST.match(segment.text, end), segment.named(token)
    plain = not word.entity_id and " " not in word.text and is_word(word.text)
    return last is not None and plain and _is_org(segment.named(last[1]))


def _stretch(segment: Segment, post: Post, limit: int) -> None:
    """Takes what belongs to a title around its head: "of hardware", ", Business Development", "Corporate"."""
    text = segment.text

    def kind(token: str) -> str:
        mention = segment.named(token)
        return "org" if _is_org(mention) else "" if mention.cluster.kind == "org" else mention.cluster.kind

    called: re.Match[str] | None = None
    if tail := _TAIL.match(text, post.end, limit + 1):
        token, house = _TOKEN.search(tail.group()), _CALLED.match(text, tail.end())
        if house and kind(house[1]) == "org":  # "of the Danish cobot firm Acme" says what the house is
            called = house
        elif (
            token is None
            or _is_field(segment, token[1], tail.end())
            or (_GOES_ON.search(tail.group()) and (at := _AT_HOUSE.match(text, tail.end())) and kind(at[1]) == "org")
            or kind(token[1])
            not in (
                {"org", "person", "place"}
                if tail.group().endswith(">") and _COUNTRY_POSTS.search(text[post.start : post.end])
                else {"org", "person"}
            )
        ):
            post.end = tail.end()
    part = _PART.match(text, post.end, limit + 40)
    if part and kind(part[1]) not in {"org", "person", "place"}:
        post.end = part.end()
    ahead = re.search(r"<n(\d+)> \Z", text[: post.start])
    if ahead and _title_name(segment.named(ahead[1])):
        post.start = ahead.start()
    field = _FIELD.match(text, post.end)
    if field and called is None:
        post.end = field.end()
    post.outer_start, post.outer_end = post.start, post.end
    if called:
        post.org, post.outer_end = segment.named(called[1]), called.end()


def _look_before(segment: Segment, post: Post, head: str) -> None:
    """The organisation or the person that a title belongs to, named before it."""
    text = segment.text[: post.start].removesuffix("ex-")
    whose = _WHOSE.search(text)
    if whose and _is_org(segment.named(whose[1])):
        post.org, post.outer_start = segment.named(whose[1]), whose.end(1) + 1
        return
    before = _ORG_BEFORE.search(text)
    if not before:
        return
    mention = segment.named(before[1])
    middle = [segment.named(n) for n in _TOKEN.findall(before["mid"])]
    if middle and (not before["own"] or any(m.cluster.kind == "person" for m in middle)):
        _take_next(segment, post, text)
        return
    if middle and _is_org(middle[-1]) and not (_SHORT.fullmatch(head) and _TOKEN.fullmatch(before["mid"].strip())):
        mention = middle[-1]
    if _is_org(mention):
        if not before["own"] and _APART.search(before["mid"]):
            return
        post.org = mention
        if middle and middle[-1] is not mention:
            post.start -= len(before["mid"])
    elif (
        mention.cluster.kind == "person"
        and before["own"]
        and not (_OWN_POST.search(before["mid"]) or OWN_ROLE.match(segment.text, post.end))
    ):
        post.owner = mention
    elif mention.cluster.kind == "place" and _COUNTRY_POSTS.search(head):
        post.org = mention
    else:
        return
    post.outer_start = before.start()


def _take_next(segment: Segment, post: Post, before: str) -> None:
    """Of names in a row the last is whose title it is: "Acme, Brightarm and Calvane founder Jane Doe"."""
    last = _NEXT_BEFORE.search(before)
    if last is None or before[: last.start()].endswith("> ") or _APART.search(before[last.end(1) :]):
        return
    if _is_org(segment.named(last[1])):
        post.org, post.outer_start = segment.named(last[1]), last.start()


def _thing(mention: Mention, head: str, text: str, after: re.Match[str]) -> re.Match[str] | None:
    """Where the name of a thing or a team ends that a title is about, which is no house; None where it may be one."""
    if met := _OF_THING.match(text, after.end()):
        return met
    goods = not mention.entity_id and all(kind_of_noun(noun) == "product" for noun in mention.cluster.descriptors)
    if goods and _MAKER.search(head):
        return _NOTHING.match(text, after.end())
    known = mention.entity_id or mention.cluster.descriptors or looks_like_org(mention.cluster.name)
    return None if known or not after.group().startswith(" of the <") else _OF_TEAM.match(text, after.end())


def _look_after(segment: Segment, post: Post, after: re.Match[str], head: str) -> None:
    """The organisation named behind a title, and the unit of it that the title is about."""
    text, own = segment.text, after["own"]
    mention = segment.named(after["n"])
    of = own is None and after.group().startswith((" of", " for"))
    thing = _thing(mention, head, text, after) if of else None
    both = _AND_UNIT.match(text, after.end()) if own is None and thing is None else None
    if both and segment.named(both[1]).text.endswith(("Division", "Department", "Unit", "Business")):
        thing = both  # "head of the Foo and Bar Division"
    if thing and not mention.entity_id:  # "leader of the Foo (Bar) programme"
        post.title = re.sub(r"\s+", " ", unmask(segment, text[post.start : thing.end()])).strip(" ,")
        post.end = post.outer_end = thing.end()
        return
    beyond = _FURTHER.match(text, after.end()) if own is None and after.group().startswith((" of", " for")) else None
    if beyond and _is_org(segment.named(beyond[1])):
        post.org, post.end, post.outer_end = segment.named(beyond[1]), after.end(), beyond.end()
        return
    if not _is_org(mention) and "'s" in after["chain"]:
        owners = [segment.named(n) for n in _TOKEN.findall(after["chain"])]
        mention = next((m for m in owners if _is_org(m)), mention)
    if _is_org(mention):
        if post.org is not None and own is None and after.group().startswith(" of") and not _OWN_BOSS.search(head):
            whole = unmask(segment, text[post.start : after.end()])  # "Acme's vice president of Foo"
            post.title, post.end, post.outer_end = re.sub(r"\s+", " ", whole).strip(" ,"), after.end(), after.end()
            return
        if post.org is None or not post.org.anaphoric:
            post.org = mention
    elif mention.cluster.kind == "place" and _COUNTRY_POSTS.search(head) and not after["chain"] and post.org is None:
        post.org, post.outer_end = mention, after.end()
        return
    elif mention.cluster.kind not in {"unknown", "product"} or post.org or after["chain"].strip() not in {"", "the"}:
        return
    post.outer_end = max(post.outer_end, after.end() if own is None else after.start("own"))
    if own is None:
        return
    if board := _BOARD.match(own):
        post.outer_end = after.start("own") + board.end()
        return
    units = [segment.named(n) for n in _TOKEN.findall(own)]
    if units and _is_org(units[-1]) and own.endswith(">"):
        post.org, post.outer_end = units[-1], after.end()
    elif unit := _UNIT.match(own):
        post.end = post.outer_end = after.start("own") + unit.end()
        whole = unmask(segment, f"{text[post.start : after.start()]} of {unit[1]}")
        post.title = re.sub(r"\s+", " ", whole).strip(" ,")
