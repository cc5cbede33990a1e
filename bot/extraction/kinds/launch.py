"""Launches: a robot, model, platform, component or service shown, released, announced or put on sale."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.extraction.clusters import Cluster
from bot.extraction.context import Context
from bot.extraction.deals import date_by, predicate_at
from bot.extraction.kind import Draft, Kind
from bot.extraction.masking import Segment
from bot.extraction.mentions import Mention
from bot.extraction.products import PRODUCT_NOUN, Products
from bot.extraction.typed import FILL, WORD, actors, is_party
from bot.model.when import When

_STRONG = {
    "launch", "unveil", "release", "introduce", "debut", "reveal", "premiere", "showcase", "publish", "opensource", "open-source", "announce", "exhibit",
}  # fmt: skip
_VERB = (
    r"(?:(?:re)?launch(?:e[sd]|ing)?|unveil(?:s|ed|ing)?|(?:re)?leas(?:es?|ed|ing)|introduc(?:es?|ed|ing)|present(?:s|ed|ing)?|debut(?:s|ed|ing)?|open(?:ed|s)?[- ]sourc(?:es?|ed|ing)|"
    r"announc(?:es?|ed|ing)|reveal(?:s|ed|ing)?|show(?:s|ed|ing|n)?(?: off| for the first time)?|showcas(?:es?|ed|ing)|exhibit(?:s|ed|ing)?|display(?:s|ed|ing)?|premier(?:es|ed)|"
    r"br(?:ought|ings?|inging)(?: out)?(?: to market)?|roll(?:s|ed|ing)? out|publish(?:es|ed|ing)?|teas(?:es?|ed|ing)|threw|take[ns]? the wraps off|took the wraps off|"
    r"lift(?:s|ed) the (?:veil|curtain) (?:on|from)|promis(?:es?|ed)|open(?:s|ed)?(?: up)? the (?:weights|source|code)(?: and [a-z]+)? of|be(?:gan|gins?) (?:selling|shipping|deliveries of)|"
    r"start(?:s|ed) (?:selling|shipping|(?:pre-?)?(?:sales?|orders?|deliveries) of)|ma(?:de|kes?) (?:public|available))"
)
_OF = r"(?:(?:version|generation|edition|variant|weights|code|series|family|successor|prototype|range|line) (?:of|to) )"
_DESC = rf"(?:[\"“]?(?:{WORD}|<o\d+>(?:'s?)?|<l\d+>(?:'s?|-based)?)[\"”,]? |{_OF}|(?:called|named|dubbed|christened) (?:the )?|of <o\d+>'s ){{0,9}}?"
_NAMED = rf"(?:[\"“]?<p(?P<p>\d+)>|(?:\b{PRODUCT_NOUN},? (?:called |named |dubbed |christened |known as )?(?:the )?|\b(?:called|named|dubbed|christened|codenamed) (?:the )?)[\"“]?<o(?P<q>\d+)>(?!'))"
_ACTIVE = re.compile(rf"\b(?P<verb>{_VERB}) (?:out )?(?:for the first time )?{_DESC}{_NAMED}")
_MORE = re.compile(rf"[\"”]?(?: {WORD}){{0,3}}?(?:\s\([^()]*\))?(?:,? (?:and|together with|along with|as well as|,)|,(?: an?| which| the)[^,;.]{{0,90}}?,? (?:and|together with|along with)) {_DESC}{_NAMED}(?!'s? (?:robots?|models?))")
_PASSIVE = re.compile(
    rf"<(?P<k>[po])(?P<p>\d+)>[\"”]?(?: (?!who\b){WORD}){{0,3}}?(?:,? (?:which|that))?(?:, [^,;.]{{2,70}},)?(?: \([^()]*\))?,? (?P<fill>{FILL})(?P<verb>launched|unveiled|released|introduced|presented|debuted|announced|revealed|shown|showcased|exhibited|published|"
    rf"open[- ]sourced|made public|brought out|rolled out|displayed|teased|promised|expected|put on (?:sale|the market)|brought to market)\b(?! to | as (?:chief|creative|head|ceo)| that)"
)
_SALE = re.compile(
    rf"<(?P<k>[po])(?P<p>\d+)>[\"”]?(?: (?!who\b){WORD}){{0,3}}?(?:,? (?:which|that))?(?:, [^;.]{{2,90}}?,)?(?: \([^()]*\))?,? {FILL}(?P<verb>c[ao]me(?:s)? out|coming out|(?:went|goes?|going|gone|been)? ?on (?:general )?(?:sale|pre-?order|pre-?sale|the market)(?! of)|"
    rf"ma(?:de|kes?|king) (?:its|<\w+>'s) (?:{WORD} ){{0,3}}(?:debut|appearance|entrance|premiere)|debut(?:s|ed)|hits? (?:the )?(?:<l\d+> |{WORD} )?(?:shelves|shops|stores|markets?)|"
    rf"reach(?:es|ed)? (?:the )?(?:<l\d+> |{WORD} )?(?:shelves|shops|stores|markets?|customers|households|buyers)|follow(?:s|ed)?\b|arriv(?:es?|ed)|ships?\b|shipped|shipping|due|available|out\b|sold\b|for sale|"
    rf"(?:will )?meet everyone|in (?:<l\d+> )?shops|ready for sale|enter(?:s|ed)? (?:mass |series )?production)"
)
_NOUN = re.compile(rf"\b(?:launch|release|debut|unveiling|introduction|premiere|roll-?out|presentation|start of sales) of {_DESC}{_NAMED}")
_OWN = re.compile(r"<p(?P<p>\d+)>(?:'s?)? (?P<verb>launch|release|debut|unveiling|premiere)\b(?! (?:pad|partner|customer))")
_PUT = re.compile(rf"\b(?P<verb>put(?:s|ting)?|made|make[s]?|place[sd]?) {_DESC}{_NAMED}[^;.]{{0,60}}? (?:on (?:sale|the market|<o\d+>|<p\d+>)|ready for sale|available|to market|open to)")
_ORDER = re.compile(rf"\b(?P<verb>can (?:now )?(?:order|buy|pre-?order)) {_DESC}{_NAMED}[^;.]{{0,30}}?(?:as of|from|since) <d\d+>")
_WEAK = re.compile(r"follow|arriv|ship|due|available|out\Z|sold|sale|meet|promis|expected|present|show|display|br(?:ought|ing)\Z|announc|reveal|make|made|enter")
_NEEDS_DATE = re.compile(r"follow|arriv|ship|due|available\Z|out\Z|sold|meet|expected|promis")
_NEVER = re.compile(r"\b(?:never|not|no)\b[^,;.<]{0,30}\Z")
_UNNAMED = re.compile(rf"\b(?P<verb>{_VERB}) (?:(?:its|a|an|the|<o\d+>'s) )(?:{WORD} ){{0,5}}?{PRODUCT_NOUN}\b(?![^;.]*<p)")
_NAMING = re.compile(
    rf"(?:\b(?:called|named|dubbed|christened|goes by the name(?: of)?|name(?: is|,))|\A(?:the|its) (?:{WORD} ){{0,3}}{PRODUCT_NOUN},) [\"“]?<(?P<k>[po])(?P<p>\d+)>", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Find:
    product: Cluster
    position: int
    score: float
    maker: Cluster | None = None
    date: When | None = None


def _named(match: re.Match[str]) -> str:
    return match["p"] or match["q"]


def _mood_ok(segment: Segment, position: int) -> bool:
    predicate = predicate_at(segment.sentence, segment.origin(position))
    return predicate is None or predicate.mood != "denied"


def _dated(segment: Segment, position: int, end: int | None = None) -> When | None:
    low, high = 0, len(segment.text) if end is None else end
    return date_by(segment, position, low, high)


def _finds(segment: Segment, text: str, products: Products) -> Iterator[_Find]:
    for pattern in (_ACTIVE, _NOUN, _PUT, _ORDER):
        for match in pattern.finditer(text):
            start = match.start("verb") if "verb" in pattern.groupindex else match.start()
            if _NEVER.search(text[:start]) or not _mood_ok(segment, start):
                continue
            doers = [c for c in actors(segment, text, start)] if pattern in (_ACTIVE, _PUT) else []
            maker = doers[0] if doers else None
            product = segment.names[int(_named(match))].cluster
            if product is maker:
                continue
            date = _dated(segment, start)
            yield _Find(product, start, 0.9, maker, date)
            end = match.end()
            while more := _MORE.match(text, end):
                yield _Find(segment.names[int(_named(more))].cluster, start, 0.8, maker, date)
                end = more.end()
    for pattern in (_PASSIVE, _SALE):
        for match in pattern.finditer(text):
            mention = segment.names[int(match["p"])]
            position = match.start("verb")
            date = _dated(segment, position)
            if match["k"] == "o" and not (pattern is _PASSIVE or _SALE) or not _mood_ok(segment, position):
                continue
            if match["k"] == "o" and not _may_be_product(mention, text, match.start(), match["verb"]):
                continue
            if (date is None and _NEEDS_DATE.search(match["verb"])) or _NEVER.search(text[:position]):
                continue
            yield _Find(mention.cluster, position, 0.85, _by(segment, text, match.end()), date)
    for match in _OWN.finditer(text):
        yield _Find(segment.names[int(match["p"])].cluster, match.start("verb"), 0.7, None, _dated(segment, match.start("verb")))


def _may_be_product(mention: Mention, text: str, start: int, verb: str) -> bool:
    """A name typed as an organisation that a launch verb tells to be a thing."""
    before = text[:start]
    noun = re.search(rf"\b(?:{PRODUCT_NOUN}),? (?:called |named |dubbed )?(?:the )?[\"“]?\Z", before)
    owned = re.search(rf"(?:<o\d+>'s?|the|The) (?:{WORD} ){{0,3}}\Z", before)
    return not mention.anaphoric and (noun is not None or (owned is not None and len(mention.cluster.named) < 4 and not mention.entity_id and re.match(r"c[ao]me|(?:went|go)", verb) is not None))


def _by(segment: Segment, text: str, position: int) -> Cluster | None:
    match = re.compile(rf"[^;.,]{{0,60}}?\bby (?:the )?(?:{WORD} ){{0,4}}?(?:<[lo]\d+>'s? )?<o(\d+)>").match(text, position)
    cluster = segment.names[int(match[1])].cluster if match else None
    return cluster if cluster is not None and is_party(cluster) else None


def extract(ctx: Context) -> Iterable[Draft]:
    """A draft for each place that tells of a launch."""
    products = Products(ctx)
    pending: tuple[int, Segment, int, Cluster | None] | None = None
    for segment, text in products.segments:
        seen = False
        for find in _finds(segment, text, products):
            seen = True
            yield _draft(ctx, products, segment, find)
        index = segment.sentence.index
        if pending is not None and not seen and index - pending[0] <= 1 and (named := _NAMING.search(text)):
            _, before, position, maker = pending
            yield _draft(ctx, products, segment, _Find(segment.names[int(named["p"])].cluster, position, 0.7, maker, _dated(before, position)))
        if not seen and (open_ := _UNNAMED.search(text)):
            doers = actors(segment, text, open_.start())
            pending = (index, segment, open_.start(), doers[0] if doers else None)
        elif seen:
            pending = None


def _draft(ctx: Context, products: Products, segment: Segment, find: _Find) -> Draft:
    told = products.maker(find.product)
    maker = find.maker or told or ctx.main
    if told is not None and find.maker is not None and told is not find.maker and find.score < 0.85:
        maker = told
    if maker is find.product:
        maker = None
    return ctx.draft(
        "launch", segment.sentence, find.score, product=products.name(find.product), maker=maker.name if maker else None,
        product_kind=products.kind(find.product), date=find.date,
    )  # fmt: skip


KIND = Kind(
    name="launch",
    identity=("product",),
    slots=("maker", "product_kind", "date"),
    extract=extract,
)
