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
_DESC = rf"(?:[\"“]?(?:{WORD}|<o\d+>(?:'s?)?|<l\d+>(?:'s?|-based)?)[\"”,]? |{_OF}|(?:called|named|dubbed|christened)(?: here)?(?: as)? (?:the )?|of <o\d+>'s ){{0,9}}?"
_NAMED = (
    rf"(?:[\"“]?<p(?P<p>\d+)>|(?:\b{PRODUCT_NOUN},? (?:called |named |dubbed |christened |known as )?(?:the )?|\b(?:called|named|dubbed|christened|codenamed)(?: here)?(?: as)? (?:the )?|"
    r"\b(?:weights|code) of )[\"“]?<o(?P<q>\d+)>(?!'))"
)
_BRIDGE = (
    rf"[\"”*]?(?: (?!who\b){WORD}){{0,3}}?(?: (?:from|by|of) (?:{WORD} ){{0,3}}?(?:<[lo]\d+>'s? )?(?:{WORD} ){{0,3}}?<o\d+>)?(?:,? (?:which|that))?(?:, (?:an?|the|which|its|one|made|built|developed)\b[^;.]{{2,90}}?,|, [^;.<]{{2,80}}?,|, (?:<m\d+>|[^;.<]{{2,30}}<m\d+>[^;.<]{{0,20}}),)?"
    r"(?: \([^()]*\))?(?: [–—-])?,? "
)
_ACTIVE = re.compile(rf"\b(?P<verb>{_VERB}) (?:out )?(?:for the first time )?{_DESC}{_NAMED}")
_MORE = re.compile(
    rf"[\"”]?(?: {WORD}){{0,3}}?(?:\s\([^()]*\))?(?:,? (?:and|together with|along with|as well as|,)|,(?: an?| which| the)[^,;.]{{0,90}}?,? (?:and|together with|along with)) {_DESC}{_NAMED}(?!'s? (?:robots?|models?))"
)
_PASSIVE = re.compile(
    rf"<(?P<k>[po])(?P<p>\d+)>(?P<gap>{_BRIDGE})(?P<fill>{FILL})(?P<verb>launched|unveiled|released|introduced|presented|debuted|announced|revealed|shown|showcased|exhibited|published|"
    rf"open[- ]sourced|made public|brought out|rolled out|displayed|teased|promised|expected|put on (?:sale|the market)|brought to market)\b(?! to | as (?:chief|creative|head|ceo)| that)"
)
_SALE = re.compile(
    rf"<(?P<k>[po])(?P<p>\d+)>(?P<gap>{_BRIDGE}){FILL}(?P<verb>c[ao]me(?:s)? out|coming out|(?:went|goes?|going|gone|been)? ?on (?:general )?(?:sale|pre-?order|pre-?sale|the market)(?! of)|"
    rf"ma(?:de|kes?|king) (?:its|<\w+>'s) (?:{WORD} ){{0,3}}(?:debut|appearance|entrance|premiere)|debut(?:s|ed)|hits? (?:the )?(?:<l\d+> |{WORD} )?(?:shelves|shops|stores|markets?)|"
    rf"reach(?:es|ed)? (?:the )?(?:<l\d+> |{WORD} )?(?:shelves|shops|stores|markets?|customers|households|buyers)|follow(?:s|ed)?\b|arriv(?:es?|ed)|ships?\b|shipped|shipping|due|available|out\b|sold\b|for sale|"
    rf"(?:will )?meet everyone|in (?:<l\d+> )?shops|ready for sale|enter(?:s|ed)? (?:mass |series )?production)"
)
_NOUN = re.compile(
    rf"\b(?:launch|release|debut|unveiling|introduction|premiere|roll-?out|presentation|start of sales) of {_DESC}{_NAMED}"
)
_AS = re.compile(
    r"\b(?P<verb>launched|released|introduced|sold|marketed|unveiled|presented) (?:(?:in |on )?<d\d+> )?(?:as|under the name(?: of)?) (?:the )?[\"“]?<(?P<k>[po])(?P<p>\d+)>(?!'|,? (?:ceo|chief))"
)
_COLON = re.compile(rf"(?:\b|\A)(?P<verb>{_VERB})\b[^;:]{{0,110}}: {_DESC}{_NAMED}", re.IGNORECASE)
_TO_BE = re.compile(
    r"<(?P<k>p)(?P<p>\d+)>[^;.]{0,100}?, (?P<verb>to be (?:open-?sourced|launched|released|unveiled|sold|shown|presented|put on sale))"
)
_SELLING = re.compile(
    r"<(?P<k>p)(?P<p>\d+)>[^;.]{0,100}?<o(?P<maker>\d+)> (?P<verb>(?:has been|wants? to|plans? to|will|hopes? to|is to|began|intends? to|started) (?:begin |start |been )?(?:sell(?:ing)?|ship(?:ping)?|launch(?:ing)?|release))\b(?=[^;.]{0,40}<d\d+>)"
)
_COMES = re.compile(rf"\b[Tt]ogether with [^,;.]{{0,50}} (?P<verb>comes?|came) {_DESC}{_NAMED}")
_NEW = re.compile(
    rf"\b(?P<verb>(?:newest|latest|new|next)) (?:{WORD} ){{0,3}}?(?:{PRODUCT_NOUN}|version|generation|product|creation),? (?:is )?(?:called |named |dubbed )?(?:the )?{_NAMED}",
    re.IGNORECASE,
)
_THEN = re.compile(rf"[^;.]{{0,60}}?,? (?:and|then|followed) (?:in |on |by )?<d(?P<d>\d+)> (?:by )?{_DESC}{_NAMED}")
_THING = re.compile(
    rf"(?:\b(?:the|its|this|<o\d+>'s) (?:{WORD} ){{0,3}}{PRODUCT_NOUN}(?: {WORD})?,? {FILL}|<o(?P<it>\d+)> {FILL}|\A(?:it )?)(?P<verb>launched|unveiled|released|introduced|presented|announced|shown|brought out|made public|on sale|come[s]? out|came out|went on sale|"
    rf"in (?:<l\d+> )?shops|promised one)\b(?= (?:at|in|on|by|this|last|for|from|to|<d)|[,.])",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"<p(?P<p>\d+)>(?:'s?)? (?P<verb>launch|release|debut|unveiling|premiere)\b(?! (?:pad|partner|customer))"
)
_PUT = re.compile(
    rf"\b(?P<verb>put(?:s|ting)?|made|make[s]?|place[sd]?) {_DESC}{_NAMED}[^;.]{{0,60}}? (?:on (?:sale|the market|<o\d+>|<p\d+>)|ready for sale|available|to market|open to)"
)
_ORDER = re.compile(
    rf"\b(?P<verb>can (?:now )?(?:order|buy|pre-?order)) {_DESC}{_NAMED}[^;.]{{0,30}}?(?:as of|from|since) <d\d+>"
)
_WEAK = re.compile(
    r"follow|arriv|ship|due|available|out\Z|sold|sale|meet|promis|expected|present|show|display|br(?:ought|ing)\Z|announc|reveal|make|made|enter"
)
_NEEDS_DATE = re.compile(r"follow|arriv|ship|due|available\Z|out\Z|sold|meet|expected|promis")
_REDUCED = re.compile(
    r",? (?:in|at|on|by|this|last|<d|to|for|with|and|earlier|yesterday|as|only|behind)\b|,? <d|[,.;)]|\Z"
)
_CODE = re.compile(r"[\w-][ -]?\d[\w.]{0,3}\Z")
_PLURAL = re.compile(r"\b(?:robots|humanoids|machines|models|arms|products)\Z")
_NEVER = re.compile(r"\b(?:never|not|no)\b[^,;.<]{0,30}\Z")
_UNNAMED = re.compile(
    rf"\b(?P<verb>{_VERB}) (?:(?:its|a|an|the|<o\d+>'s) )(?:{WORD} ){{0,5}}?{PRODUCT_NOUN}\b(?![^;.]*<p)"
)
_NAMING = re.compile(
    rf"(?:\b(?:called|named|dubbed|christened|goes by the name(?: of)?|name(?: is|,))|\A(?:the|its) (?:{WORD} ){{0,3}}{PRODUCT_NOUN},) [\"“]?<(?P<k>[po])(?P<p>\d+)>",
    re.IGNORECASE,
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
    for pattern in (_ACTIVE, _NOUN, _PUT, _ORDER, _COLON, _COMES, _NEW):
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
            yield from _then(segment, text, end, maker)
    for match in _SELLING.finditer(text):
        yield _Find(
            segment.names[int(match["p"])].cluster,
            match.start("verb"),
            0.8,
            segment.names[int(match["maker"])].cluster,
            _dated(segment, match.start("verb")),
        )
    for pattern in (_PASSIVE, _SALE, _AS, _TO_BE):
        for match in pattern.finditer(text):
            mention = segment.names[int(match["p"])]
            position = match.start("verb")
            date = _dated(segment, position)
            if not _mood_ok(segment, position) or (
                pattern is _PASSIVE and not match["fill"] and not _REDUCED.match(text, match.end())
            ):
                continue
            if match["k"] == "o" and not _may_be_product(mention, text, match.start(), match["verb"]):
                continue
            if (date is None and _NEEDS_DATE.search(match["verb"])) or _NEVER.search(text[:position]):
                continue
            yield _Find(mention.cluster, position, 0.85, _by(segment, text, match.end()), date)
            yield from _then(segment, text, match.end(), None)
    for match in _OWN.finditer(text):
        yield _Find(
            segment.names[int(match["p"])].cluster, match.start("verb"), 0.7, None, _dated(segment, match.start("verb"))
        )


def _then(segment: Segment, text: str, position: int, maker: Cluster | None) -> Iterator[_Find]:
    """ "… in March, and in June the humanoid X": the verb is left out."""
    match = _THEN.match(text, position)
    if match:
        yield _Find(
            segment.names[int(_named(match))].cluster, match.start(), 0.7, maker, segment.dates[int(match["d"])].when
        )


def _may_be_product(mention: Mention, text: str, start: int, verb: str) -> bool:
    """A name typed as an organisation that a launch verb tells to be a thing."""
    before = text[:start]
    noun = re.search(rf"\b(?:{PRODUCT_NOUN}),? (?:called |named |dubbed )?(?:the )?[\"“]?\Z", before)
    owned = re.search(rf"(?:<o\d+>'s?|the|The) (?:{WORD} ){{0,3}}\Z", before)
    if mention.anaphoric:
        return False
    thing = not mention.entity_id and (
        _CODE.search(mention.text) is not None or verb in {"unveiled", "released", "brought out"}
    )
    named_once = owned is not None and len(mention.cluster.named) < 4 and not mention.entity_id
    return thing or noun is not None or (named_once and re.match(r"c[ao]me|(?:went|go)", verb) is not None)


def _by(segment: Segment, text: str, position: int) -> Cluster | None:
    match = re.compile(rf"[^;.,]{{0,60}}?\bby (?:the )?(?:{WORD} ){{0,4}}?(?:<[lo]\d+>'s? )?<o(\d+)>").match(
        text, position
    )
    cluster = segment.names[int(match[1])].cluster if match else None
    return cluster if cluster is not None and is_party(cluster) else None


def extract(ctx: Context) -> Iterable[Draft]:
    """A draft for each place that tells of a launch."""
    products = Products(ctx)
    pending: tuple[int, Segment, int, Cluster | None] | None = None
    for segment, text in products.segments:
        seen = False
        for find in _finds(segment, text, products):
            if _PLURAL.search(find.product.name):
                continue
            seen = True
            yield _draft(ctx, products, segment, find)
        index = segment.sentence.index
        if not seen:
            for find in _things(ctx, segment, text):
                seen = True
                yield _draft(ctx, products, segment, find)
        if pending is not None and not seen and index - pending[0] <= 1 and (named := _NAMING.search(text)):
            _, before, position, maker = pending
            yield _draft(
                ctx,
                products,
                segment,
                _Find(segment.names[int(named["p"])].cluster, position, 0.7, maker, _dated(before, position)),
            )
        if not seen and (open_ := _UNNAMED.search(text)):
            doers = actors(segment, text, open_.start())
            pending = (index, segment, open_.start(), doers[0] if doers else None)
        elif seen:
            pending = None


def _things(ctx: Context, segment: Segment, text: str) -> Iterator[_Find]:
    """ "It was unveiled in March", "the classroom robot, brought out in 2018": what is meant is the product named last before."""
    for match in _THING.finditer(text):
        if match["it"]:
            mention = segment.names[int(match["it"])]
            if not mention.anaphoric or mention.text.lower() != "it":
                continue
        elif not match.group("verb")[0].isupper() and match.start() == match.start("verb"):
            continue
        here = segment.origin(match.start())
        before = [
            m
            for s in ctx.around(segment.sentence, 2, 0)
            for m in s.mentions
            if m.kind == "product" and not m.anaphoric and m.end <= here
        ]
        if before and _mood_ok(segment, match.start("verb")) and not _NEVER.search(text[: match.start("verb")]):
            yield _Find(
                before[-1].cluster,
                match.start("verb"),
                0.6,
                _by(segment, text, match.end()),
                _dated(segment, match.start("verb")),
            )


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
