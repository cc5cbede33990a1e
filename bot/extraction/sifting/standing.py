"""How far a deal got: one that is denied, called off, only weighed or near its end was not made; a question tells none.

Robots that were taken out, sent back or tried for the last time are no robots at work.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.extraction.kind import Draft
from bot.extraction.sifting.spans import naming, sentences, sums, without, words
from bot.model.money import Money
from bot.model.when import When

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bot.extraction.text.context import Context, Sentence

_DEALS: Final = frozenset({"funding", "acquisition", "ipo"})
_FAR: Final = 140
_NEAR: Final = 70
_ANOTHER: Final = re.compile(r"[;:]|, (?:but|and) |\b(?:and|but) (?:said|says|added|confirmed|announced)\b")
_AND: Final = re.compile(r"[;:]|\b(?:but|and)\b")
"""Between a denial and what it does not speak of."""
_GAP: Final = r"[^.;:?!]"
_BROKEN: Final = (
    r"(?:called off|calls off|call off|pulls|scraps|shelves|abandons|postpones|withdraws|put off|puts off|"
    r"postponed|shelved|scrapped|abandoned|ditched|mothballed|"
    r"walked away from|walks away from|withdr[ae]wn?|pulled(?! in| off| together| through)|"
    r"terminated|cancell?ed|dropped|let lapse|on hold)"
)
_IS_NOT: Final = re.compile(
    r"\b(?:is|are|was|were|['’]s|['’]re)(?: not|n['’]t) (?:currently |yet )?(?:in (?:any )?(?:talks|negotiations)|"
    r"planning|preparing|"
    r"considering|seeking|for sale)\b|\bcame close to\b|\bhad (?:hoped|planned|wanted|intended) to\b|"
    r"\bno (?:such )?(?:plans?|talks|intention)\b",
    re.IGNORECASE,
)
"""Before a deal that is not sought, or was not made."""
_DENIES: Final = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|refut(?:es?|ed|ing)|(?:dismiss|reject)(?:es|ed|s)? (?:[a-z]+ ){0,3}"
    r"(?:reports?|rumou?rs?|speculation|talk|claims?|suggestions?))\b",
    re.IGNORECASE,
)
"""Before a deal that somebody says is none."""
_BREAKS: Final = re.compile(
    rf"\b(?:ha(?:s|ve|d) )?{_BROKEN} (?!nothing\b)(?:(?:its|the|their|an?|his|her|own|planned|proposed|talks|"
    rf"plans?|to|over|with|"
    rf"for) )*"
    rf"(?:[\w&.'’-]+ ){{0,5}}?\W?\Z",
    re.IGNORECASE,
)
"""Right before what came to nothing."""
_STOPS: Final = re.compile(r"[,;:]")
_FALSE: Final = re.compile(
    rf"{_GAP}{{0,90}}?\b(?:is|are|was|were|as|be)(?: all| simply| entirely)? [\"“'‘”]?(?:pure )?(?:fabricat\w+|"
    rf"groundless|"
    rf"baseless|untrue|unfounded|false|not true|denied|nonsense|made up)\b|{_GAP}{{0,80}}\bnever (?:passed|went|got|"
    rf"moved) "
    r"(?:from|beyond|past|further)\b|"
    rf"{_GAP}{{0,90}}? (?:said|says|replied|answered)[,:]? [\"“]No[.,]",
    re.IGNORECASE,
)
"""Behind a deal that is said to be none."""
_IS_BROKEN: Final = re.compile(
    rf"{_GAP}{{0,70}}?\b(?:(?:was|were|been|being|is|are|got) (?:since |later |then |finally |now |again )?{_BROKEN}|"
    rf"fell (?:through|apart)|collapsed|came to nothing|never (?:arrived|came|happened|took place|closed))\b|"
    rf"{_GAP}{{0,40}}?, (?:which|that) (?:it|the \w+|they|he|she) {_BROKEN}\b",
    re.IGNORECASE,
)
_NEXT: Final = re.compile(
    r"[\s\"“”'‘’>—–-]*(?:\([a-z ]{2,20}\) ?)?(?:(?:It|That|This) is(?:n['’]t| not) (?:true|so|the case)\b|"
    r"(?:(?:It|That|This) is )?(?:[Gg]roundless|[Uu]ntrue|[Ff]alse|[Nn]onsense)\b|(?:Absolutely|Certainly) not\b|"
    r"(?:If so, they|They|Nobody) (?:have |has )?never \w+|"
    r"(?:It|This|That) (?:has|have|was|is|did)(?: not|n['’]t)[.;]|(?:It|This|That) has not; |No such (?:deal|plan|"
    r"offer|talks)|"
    r"(?:No|Not at all)[.,!](?! doubt| wonder)|"
    r"(?:[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,2}|(?:The|Both) (?:\w+ ?){1,3}|It|Both|They|He|She)"
    r"(?: (?:has|have))? (?:denied|denies|dismissed|rejected|refuted) "
    r"(?:this|that|it|the (?:reports?|rumou?rs?|claims?|story))\b|"
    r"(?:[A-Z][\w&.-]*(?: [A-Z][\w&.-]*){0,2}: )?[\"“]?(?:We have|There (?:is|are|was|were|"
    r"have been)) (?:received |been )?no "
    r"(?:such |talks|offers?|plans?|negotiations|deal))"
)
"""A sentence that says of the one before it that it is not so."""
_OF_LISTING: Final = re.compile(
    r"\b(?:IPO|initial public offering|(?:stock[- ]market |secondary |back-?door )?listing|flotation|float|debut|"
    r"go(?:ing)? public|list (?:on|in)|offering|prospectus)\b"
)
_OF_ROUND: Final = re.compile(
    r"\b(?:(?:fund)?rais(?:e|ing)|round|financing|stake|shares|offering|investment|placement)\b"
)
_OF_TAKEOVER: Final = re.compile(
    r"\b(?:takeover|take over|merger|acquisition|buy(?: out)?|sale|acquire|purchase|bid|offer)\b"
)
_WEIGHED: Final = re.compile(
    r"\b(?:(?:is|are) (?:likely|about|said|reported|understood|believed|close|near) to (?:be )?"
    r"(?:clos|rais|complet|sign|secur|lead|invest|buy|acquire)\w*|near(?:s|ing)? (?:the|its) (?:end|close|completion)|"
    r"(?:be|is|are|was|been) (?:weigh|consider|mull|discuss|negotiat)\w*ing|still weighing|had (?:it|"
    r"the company) at|is near the end|"
    r"would lead)\b"
)
"""A round that may come."""
_NO_PLAN: Final = re.compile(
    r"\bden(?:y|ies|ied|ying)\b[^.;]{0,80}\b(?:that|of|to|reports?)\b[^.;]{0,40}\bplan(?:s|ned|ning)?\b"
)
_NO_MONEY: Final = re.compile(
    r"\b(?:is|are|was|were|has|have)(?: not|n['’]t) (?:been )?(?:investing|invested|an investor)\b"
)
"""What is neither intended nor put in."""
_REPORTED: Final = re.compile(
    r"\b(?:article|report|rumou?r|media|newspaper|we)\b[^.;]{0,60}\b(?:said|says|wrote|claimed|reported)\b"
)
"""What others, or the same paper before, told."""
_CAME_TO_NOTHING: Final = re.compile(
    r"\b(?:f[ae]ll(?:s|en)? (?:apart|through)|collaps(?:es|ed)|called off|scrapped|abandoned|broke down)\b",
    re.IGNORECASE,
)
_NOT_BOUGHT: Final = re.compile(r"\b(?:did|does|has|have|will)(?: not|n['’]t) (?:buy|bought|acquired?|take over)\b")
_SCHEDULED: Final = re.compile(
    r"\b(?:is|are) (?:scheduled|due|set|slated|expected|poised|planning|preparing) (?:to|for)\b|\bpreparing to file\b"
)
"""A listing that is to come."""
_WANTED: Final = re.compile(
    r"\b(?:(?:it|there) (?:is|was) (?:rumou?red|speculat\w+|said)|rumou?red (?:that|to)|want(?:s|ed) to|would like to|"
    r"in (?:[a-z-]+ )*(?:talks|negotiations|discussions) (?:to|about|over|on)|"
    r"look(?:s|ing) (?:at|into|for) (?:[a-z]+ ){0,3}(?:ways?|options?) to|"
    r"(?:negotiat|discuss|consider|weigh)(?:es|s|ing)) (?:[\w&.'’-]+ ){0,6}?"
    r"(?:buy(?:ing)?|acquir(?:e|ing)|purchas(?:e|ing)|tak(?:e|ing) over|own|takeover|acquisition)\b",
    re.IGNORECASE,
)
"""A takeover that somebody would like to make, or talks about."""
_ASIDE_LEAST: Final = 12
"""Letters of a sentence that says nothing by itself ("(laughs)")."""
_TAKEN_OUT: Final = re.compile(
    r"\b(?:(?:has |have |had |will |is to |are to )?(?:end(?:s|ed|ing)|"
    r"(?:stopp|remov|return|scrapp|discontinu|retir|cancel|cancell|terminat|mothball|abandon|shelv|withdr[ae]w|"
    r"ditch)(?:e|es|s|ed|n|ing)?)|"
    r"(?:will|is to|are to|to) end|(?:sen[dt]|g[ai]ven?|handed) (?:it |them )?back|"
    r"(?:took|taken?|threw|thrown?) (?:it |them )?out|(?:got|get) rid of|decided against|"
    r"phas(?:es|ed|ing) out|no longer uses?|stopped using|switched off)\b"
    r"[^.;,]{0,40}?\b(?:robots?|humanoids?|machines?|carts?|arms?|trials?|pilots?|tests?|units?|drones?|dogs?|fleet|"
    r"vehicles?|use|it|them|all \d+)\b|"
    r"\b(?:trial|pilot|test|use|programme|program)\b[^.;,]{0,60}? (?:was |were |has |have |been |is ){0,2}"
    r"(?:ended|stopped|cancell?ed|discontinued|abandoned|terminated|called off|shelved)\b|"
    r"\b(?:decided|decides) (?:against|in favou?r of)\b",
    re.IGNORECASE,
)
_TRIED: Final = re.compile(
    r"\b(?:replac\w+|after|for (?:the )?(?:returns?|removal)|return(?:s|ed)? (?:to|of|items|goods))\b"
)


def _anchors(context: Context, draft: Draft) -> Iterator[tuple[Sentence, int, int]]:
    """Where its sentences name what the deal is about: who is bought, the sum, the listing."""
    if draft.kind == "acquisition":
        spans = [(m.start, m.end) for m in naming(context, draft, str(draft.slots["target"]))]
        words_of = _OF_TAKEOVER
    else:
        amount = draft.slots.get("amount")
        spans = [(m.start, m.end) for m, _ in sums(context, draft, amount.value)] if isinstance(amount, Money) else []
        words_of = _OF_LISTING if draft.kind == "ipo" else _OF_ROUND
    for sentence in sentences(context, draft):
        own = [span for span in spans if sentence.start <= span[0] < sentence.end]
        if not own or draft.kind == "ipo":
            own += [(sentence.start + m.start(), sentence.start + m.end()) for m in words_of.finditer(sentence.text)]
        for start, end in own:
            yield sentence, start, end


def _is_denied(context: Context, draft: Draft) -> bool:
    """Whether its own sentence says of a deal that it is none or came to nothing."""
    text = context.text
    for sentence, start, end in _anchors(context, draft):
        for met in _DENIES.finditer(text, sentence.start, start):
            if start - met.end() < _FAR and not _ANOTHER.search(text, met.end(), start):
                return True
        for met in _IS_NOT.finditer(text, sentence.start, start):
            if start - met.end() < _NEAR and not _AND.search(text, met.end(), start):
                return True
        if (
            _BREAKS.search(text, sentence.start, start)
            or _FALSE.match(text, end, sentence.end)
            or _IS_BROKEN.match(text, end, sentence.end)
        ):
            return True
    return False


def _fell(context: Context, draft: Draft) -> bool:
    """Whether the headline says that the sale of who was to be bought came to nothing."""
    title, target = context.article.title, str(draft.slots["target"])
    names = {m.text for c in context.clusters if c.name == target for m in c.named} | {target}
    return _CAME_TO_NOTHING.search(title) is not None and any(name in title for name in names)


def _denied(context: Context, draft: Draft) -> Draft:
    """A deal that is none, without a date still to come."""
    when, published = draft.slots.get("date"), context.published
    ahead = isinstance(when, When) and published is not None and when.start > published.end
    return without(draft, status="denied", **({"date": None} if ahead else {}))


def _answered(context: Context, draft: Draft) -> bool:
    """Whether the sentence behind a deal says that it is not so."""
    last = max((s.index for s in sentences(context, draft)), default=None)
    if last is None:
        return False
    behind = context.sentences[last + 1 : last + 3]
    told = behind[1:] if behind and len(behind[0].text) <= _ASIDE_LEAST and not _NEXT.match(behind[0].text) else behind
    return bool(told) and _NEXT.match(told[0].text) is not None


def _wanted(context: Context, draft: Draft) -> bool:
    """Whether its own sentence only says that the target is wanted or talked of, right before it is named."""
    text = context.text
    places = [m.start for m in naming(context, draft, str(draft.slots["target"]))]
    buyers = [m.start for m in naming(context, draft, str(draft.slots["buyer"]))]
    for sentence in sentences(context, draft):
        for met in _WANTED.finditer(sentence.text):
            end = sentence.start + met.end()
            if buyers and min(buyers) > end:
                continue  # who owns it now
            named = [at for at in places if sentence.start <= at < sentence.end]
            if not named or any(end <= at <= end + _NEAR and not _STOPS.search(text, end, at) for at in named):
                return True
    return False


def _standing(context: Context, draft: Draft) -> Draft | None:
    """A deal as far as it got."""
    state, text = draft.slots.get("status"), words(context, draft)
    if (draft.kind == "plan" and _NO_PLAN.search(text)) or (draft.kind == "funding" and _NO_MONEY.search(text)):
        return None
    if draft.kind not in _DEALS:
        return draft
    if state == "denied":
        return _denied(context, draft)
    if _is_denied(context, draft):
        return _denied(context, draft)
    told = state in {"completed", "announced"}
    if _answered(context, draft) and not (told and draft.kind == "funding" and not _REPORTED.search(text)):
        return _denied(context, draft)
    if text.rstrip(" \"”’'").endswith("?") and state in {"completed", None} and draft.kind != "ipo":
        return None
    if draft.kind == "acquisition" and (_NOT_BOUGHT.search(text) or (state != "completed" and _fell(context, draft))):
        return without(draft, status="denied")
    if draft.kind == "acquisition" and state in {"completed", None} and _wanted(context, draft):
        return without(draft, status="rumored")
    if draft.kind == "funding" and state == "completed" and _WEIGHED.search(text):
        return without(draft, status="rumored")
    if draft.kind == "ipo" and state == "completed" and _SCHEDULED.search(text):
        return without(draft, status="announced")
    return draft


def _taken_out(context: Context, draft: Draft) -> Draft | None:
    """No robots at work that were taken out again."""
    if draft.kind != "deployment":
        return draft
    text = words(context, draft)
    gone = _TAKEN_OUT.search(text)
    return None if gone and not _TRIED.search(text, 0, gone.end()) else draft


CHECKS: tuple[Callable[[Context, Draft], Draft | None], ...] = (_standing, _taken_out)
