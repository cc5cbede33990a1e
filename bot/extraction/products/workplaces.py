"""Robots as those who do it: at work, in service, on trial, sorting and carrying at a place or for somebody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.extraction.deals.clauses import predicate_at
from bot.extraction.products.customers import (
    SITES,
    is_customer,
    is_site,
    listed,
    number_off,
    reached,
    recipients,
    told_as_fact,
)
from bot.extraction.products.nouns import PRODUCT_NOUN, ROBOT_NOUN
from bot.extraction.products.products import Products
from bot.extraction.products.robots import SEVERAL, Find, Thing, before, last_thing, thing_of
from bot.extraction.products.uses import PLACES, SUPPLIES, THINGS, TO_WORK, tried, use, when
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.masking import Segment
from bot.extraction.text.typed import FILL, WORD, actors, is_party, plain, unique

_WORK = re.compile(rf"(?P<t>{THINGS})(?:, [^;.]{{2,80}}?,)? {FILL}(?P<verb>{TO_WORK})\b")
_IN_SERVICE = re.compile(
    r"\b(?P<verb>in(?:to)? (?:everyday |daily |regular |commercial |full )?(?:service|use|operation)|at work|on "
    r"trial|on duty|on loan|(?:in|under(?:going)?) (?:tests?|testing|trials?)|deployed|installed|"
    r"(?P<by>\b(?:used|adopted|"
    r"tested|tried out|piloted|trialled|evaluated)(?:,? among others,)?)) (?P<prep>(?(by)by|(?:with|at|for|in|"
    r"on|across|by))) (?=\S)"
)
_FOR_USE = re.compile(
    r"\b(?:is|are|was|were|has been|have been) (?:already |now |currently |also |being |widely )"
    r"*(?P<verb>used|deployed|employed|in use) (?=for|in|to|as)|,? (?:already|now) (?P<does>does|handles|"
    r"performs|carries out|works|sorts|picks|cleans|inspects) "
)
_DOES = re.compile(
    rf"(?P<t>{THINGS})(?:, [^;.]{{2,80}}?,)? {FILL}(?P<verb>[a-z]{{3,}}(?<!ly)) (?P<what>(?:[^;.<]|\.(?=\d)){{0,60}}?"
    rf"(?P<site>\b{SITES})?)(?(site) of |(?:\b(?P<prep>at|for|in|across) (?=\S)|"
    rf"(?=(?:the )?<o\d+>'s? (?:{WORD} ){{0,3}}?"
    rf"{SITES})))"
)
_COUNT = (
    r"(?:\d+(?:,\d{3})*(?!,?\d|\.\d)|(?:a |two |three |several )?(?:dozen|hundred|thousand)|two|three|four|five|"
    r"six|seven|"
    r"eight|nine|ten|eleven|twelve|several|(?:thir|four|fif|six|seven|eigh|nine)teen|"
    r"(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-[a-z]+)?)"
)
_USES_IT = re.compile(
    rf"\b(?P<verb>(?P<gets>b(?:uys|ought)|leas(?:es|ed)|sign(?:s|ed) (?:up )?for|went for|t(?:akes|ook|"
    rf"aken)(?: delivery of)?|"
    rf"receiv(?:es|ed)|r(?:uns|an)|operates|reserved|purchased)|us(?:es?|ed|ing)|test(?:s|ed|ing)?|"
    rf"tr(?:ies|ied|ying)(?: out)?|order(?:s|ed)|rent(?:s|ed)|appl(?:y|ies|ied)|adopt(?:s|ed)?|deploy(?:s|ed)?|"
    rf"ha(?:s|ve|d)) "
    rf"(?:(?:\d[\d,]*|[a-z]+) of (?:them|these|those)\b|(?:about |some |another |more than |over |(?:the|"
    rf"its) (?:first|next) )?"
    rf"(?P<count>{_COUNT}|(?<=first )(?:pair|batch))(?: more)?(?=[,.;]| (?:in|at|for|since|on) |\Z)|"
    rf"(?(gets)(?!)|(?:<o(?P<it>\d+)>(?!')|it\b|them\b|one\b(?=[,.;]| (?:in|at|for)))))"
)
_SUPPLIES_THEM = re.compile(rf"\b{SUPPLIES} (?:out )?(?:\d[\d,]*|[a-z]+) of (?:them|these|those)\b")
_OF_IT = re.compile(r"<o(\d+)> (?:[a-z]+ )?\Z")
"""Before "has 40": of a pronoun it may be said of anything."""
_IT_IS_USED = re.compile(
    rf"<o(?P<it>\d+)> {FILL}(?P<verb>used|adopted|tested|tried|piloted|trialled|evaluated|bought|ordered|rented|"
    rf"licensed) by (?=\S)"
)
_OF_THEM = re.compile(
    rf"(?:\b(?:[A-Za-z-]+|\d[\d,]*) of (?:them|these|those)|(?:\A|[,;:–—] |\band )(?:(?i:about|some|around|over|"
    rf"nearly|"
    rf"almost|more than|the first|another) )?(?i:{_COUNT})(?: (?:units|more|sets|pieces|others))?(?=,? (?:{FILL}"
    rf"(?:{TO_WORK})|(?:are|were|have been)) )"
    rf")(?:, [^;.]{{2,60}}?,)? {FILL}(?P<verb>{TO_WORK}|"
    rf"(?!(?:who|which|built|made|designed|developed|supplied|owned|raised|come|came|go|went)\b)[a-z]+) "
    rf"(?:[^;.<]{{0,60}}?\b)??(?:at|for|in|with) (?=\S)"
)
_WHERE = re.compile(
    rf"<o(?P<c>\d+)>(?:'s?)?(?: {WORD}){{0,3}},? (?:where|for (?:which|whom)|at which|in which) "
    rf"(?P<t>{THINGS})(?! that)"
)
_VERBLESS = re.compile(
    rf"(?P<t>(?:\d[\d,.]*|a dozen|[a-z]+(?:teen|ty)|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    rf"twelve) {THINGS}) (?:at|for|with) (?=<o|the |{WORD} )"
)
_THERE_ARE = re.compile(rf"\b[Tt]here (?:are|were|have been) (?:now |already )?(?P<t>{THINGS})")
_IS_AT = re.compile(
    rf"(?P<t>{THINGS}),? (?:is|are|was|were|stands?) (?:(?:now|already|also|live|currently|"
    rf"active) ){{0,2}}(?P<prep>at|in|with) "
    rf"(?=\S)"
)
"""Robots that are at somebody's: of what stands behind "in", places alone tell that they work there."""
_BAD_VERBS = {
    "be", "cost", "launch", "unveil", "release", "introduce", "announce", "show", "raise", "say", "have", "weigh",
    "come", "sell", "ship", "become", "make", "compete", "fail", "lose", "win", "need", "look", "seem", "include",
    "mean", "develop", "build", "design", "present", "price", "list", "receive", "invest", "value", "acquire", "buy",
    "debut", "call", "name", "base", "train", "resemble", "follow", "grow", "rise", "fall", "reach", "exceed", "plan",
    "want", "aim", "hope", "use", "float", "hit", "offer", "roll", "hand", "enter", "disappear", "go", "postpone",
    "tease", "see", "give", "get", "outsell", "trade", "appear", "join", "appeal", "belong", "lead", "drop", "start",
    "begin", "continue", "end", "stop", "know", "think", "meet", "leave", "arrive", "remain", "range", "rank",
    "publish",
}  # fmt: skip
_OTHER_FORMS = {
    "sold", "made", "built", "bought", "came", "went", "shown", "won", "lost", "found", "said", "has", "had", "was",
    "were", "been", "costs", "fell", "rose", "grew", "took", "led", "used", "the", "and", "not", "its", "for", "from",
    "with", "which", "that", "who", "plus", "both", "where", "when", "worth", "according", "tested", "supplied",
    "delivered", "ordered", "installed", "deployed", "shipped", "priced", "available", "meant", "due", "able",
    "based", "called", "named", "per", "each", "seen", "known", "work", "makers", "maker", "production", "factory",
    "company", "startup", "sales", "market", "but", "are", "will", "than", "like", "there", "alone", "today", "more",
    "less", "owned", "rented", "leased", "left", "expected", "planned", "needed", "required", "designed", "intended",
    "developed",
}  # fmt: skip
_FORMS = _OTHER_FORMS | {
    f for v in _BAD_VERBS for f in (v, v + "s", v + "ed", v + "d", v + "ing", v.removesuffix("e") + "ing")
}
_PLACE_PREPS = ("at", "for", "in", "inside", "through", "across", "on")


def _whose(match: re.Match[str]) -> bool:
    """Whether the robots of a match are those of who was named before ("<o0>, whose carts …")."""
    return match.string[: match.start("t")].endswith("whose ")


def in_service(segment: Segment, text: str, products: Products) -> Iterator[Find]:
    """ "… in service with <o1>", "used for inspection": the robots stand before."""
    for match in _IN_SERVICE.finditer(text):
        thing = before(segment, text, products, match.start())
        if thing is None or not told_as_fact(segment, text, match.start("verb")):
            continue
        customers, end = recipients(segment, text, match.start("prep"), match.end(), thing.maker)
        if not customers:
            continue
        yield Find(thing, customers, use(segment, text, end), when(segment, match.start()), 0.55)
        also = re.compile(r"[^;.]{0,40}? and (?:with|at) (?:the )?").match(text, end)
        if also:
            others, end = listed(segment, text, also.end(), thing.maker)
            yield Find(
                thing, tuple(o for o in others if o not in customers), use(segment, text, end), when(segment, end), 0.5
            )
    for match in _FOR_USE.finditer(text):
        number = re.search(r"<p(\d+)>[^<;.]{0,60}\Z", text[: match.start()])
        if number and told_as_fact(segment, text, match.start("verb") if match["verb"] else match.start("does")):
            cluster = segment.named(number[1]).cluster
            told = (
                use(segment, text, match.end() - 1)
                if match["verb"]
                else plain(segment, match.end(), len(text)).split(",")[0][:70]
            )
            if told:
                yield Find(
                    Thing(products.name(cluster), products.maker(cluster), True),
                    (),
                    told,
                    when(segment, match.start()),
                    0.5,
                )
    for match in _DOES.finditer(text):
        verb, whose = match["verb"], _whose(match)
        if (
            verb in _FORMS
            or re.fullmatch(PRODUCT_NOUN, verb)
            or not (match["p"] or match["p2"] or SEVERAL.search(match["t"]) or "<o" in match["np"] or whose)
        ):
            continue
        thing = thing_of(segment, match, products, [])
        if thing is None or not told_as_fact(segment, text, match.start("verb")):
            continue
        customers, end = recipients(segment, text, match.end("what"), match.end(), thing.maker)
        if not customers:
            continue
        doing = plain(segment, match.start("verb"), match.end("what"))
        yield Find(
            thing,
            customers,
            doing if match["what"].strip() else use(segment, text, match.end("what") - 1),
            when(segment, match.start("verb")),
            0.55,
        )


def pronouns(segment: Segment, text: str, products: Products) -> Iterator[Find]:
    """ "<o0> uses it", "seventeen of them are at work for <o1>": what is meant is the product named last before."""
    for match in _USES_IT.finditer(text):
        start = match.start("verb")
        buyers = actors(segment, text, start)
        if (
            not buyers
            or predicate_at(segment.sentence, segment.origin(start)) is None
            or not told_as_fact(segment, text, start)
        ):
            continue
        if match["it"] and not segment.named(match["it"]).anaphoric:
            continue
        said_of = _OF_IT.search(text[:start])
        if match["count"] and said_of and segment.named(said_of[1]).anaphoric:
            continue
        thing = last_thing(segment, products, buyers, int(match["it"]) if match["it"] else None)
        if thing is not None:
            yield Find(
                thing,
                tuple(c.name for c in buyers),
                tried(match["verb"], use(segment, text, match.end())),
                when(segment, start),
                0.6,
            )
    for match in _SUPPLIES_THEM.finditer(text):
        sellers = actors(segment, text, match.start())
        thing = last_thing(segment, products, [], None) if sellers else None
        if thing is not None and thing.maker in sellers and told_as_fact(segment, text, match.start()):
            customers, end = reached(segment, text, match.end(), thing.maker)
            if customers:
                yield Find(thing, customers, use(segment, text, end), when(segment, match.start()), 0.6)
    for match in _IT_IS_USED.finditer(text):
        meant = segment.named(match["it"])
        thing = last_thing(segment, products, [], int(match["it"])) if meant.text in {"It", "They"} else None
        if thing is not None and told_as_fact(segment, text, match.start("verb")):
            customers, end = listed(segment, text, match.end(), thing.maker)
            if customers:
                yield Find(thing, customers, use(segment, text, end), when(segment, match.start("verb")), 0.6)
    for match in _OF_THEM.finditer(text):
        thing = last_thing(segment, products, [], None)
        if thing is not None and told_as_fact(segment, text, match.end("verb")):
            customers, end = listed(segment, text, match.end(), thing.maker)
            if customers:
                yield Find(thing, customers, use(segment, text, end), when(segment, match.start("verb")), 0.6)


def at_work(segment: Segment, text: str, products: Products) -> Iterator[Find]:
    """ "Six <p0> sort bolts at <o1>": robots as the subject of a verb, at or for an organisation."""
    yield from _worded(segment, text, products)
    yield from _parsed(segment, products)


def _worded(segment: Segment, text: str, products: Products) -> Iterator[Find]:
    """By the words of the sentence."""
    for match in _WORK.finditer(text):
        thing = thing_of(segment, match, products, [])
        if thing is None or not told_as_fact(segment, text, match.start("verb")):
            continue
        customers, _ = reached(segment, text, match.end(), thing.maker)
        if customers:
            yield Find(thing, customers, use(segment, text, match.end()), when(segment, match.start("verb")), 0.75)


def _parsed(segment: Segment, products: Products) -> Iterator[Find]:
    """By the verbs of the sentence and what they are said of."""
    for predicate in segment.sentence.predicates:
        if predicate.noun or predicate.lemma in _BAD_VERBS or predicate.mood in {"denied", "possible", "rumored"}:
            continue
        if not segment.start <= predicate.start < segment.end:
            continue
        doers = predicate.surface_subjects
        product = next((m for a in doers for m in a.mentions if m.cluster.kind == "product"), None)
        noun = next(
            (
                a
                for a in doers
                if re.fullmatch(ROBOT_NOUN, a.head)
                and a.head not in {"software", "system", "hand", "arm", "type", "set", "unit", "cell"}
            ),
            None,
        )
        if predicate.passive or (product is None and noun is None):
            continue
        maker = products.maker(product.cluster) if product else None
        if noun is not None and product is None:
            if any(is_party(m.cluster) for m in noun.mentions):
                continue
            maker = next((m.cluster for m in noun.inside if is_party(m.cluster)), None)
            if maker is None and SEVERAL.search(noun.text):
                maker = products.ctx.main
        employers: list[Cluster] = []
        for prep in _PLACE_PREPS:
            for arg in predicate.preps.get(prep, ()):
                heads = [m.cluster for m in arg.mentions if is_customer(m, prep)]
                employers += heads or [m.cluster for m in arg.inside if is_customer(m, prep)][:1]
        names = tuple(c.name for c in unique(employers) if c is not maker)
        if not names:
            texts = [f" in {a.text}" for prep in ("in", "at", "through") for a in predicate.preps.get(prep, ())]
            names = tuple(number_off(p["c"]) for t in texts if (p := PLACES.search(t)))[:1]
        if not names or (maker is None and product is None):
            continue
        name = products.name(product.cluster) if product else None
        rest = segment.sentence.between(predicate.start, predicate.clause_end)
        doing = re.split(r"[,;:(]| (?:at|for|since|from|in) (?=[A-Z])", rest)[0].strip()
        yield Find(
            Thing(name, maker, product is not None),
            names,
            doing[:90] or None,
            when(segment, _masked(segment, predicate.start)),
            0.6,
        )


def _masked(segment: Segment, position: int) -> int:
    """The place of the masked text nearest to a place of the article."""
    return min(range(len(segment.text) + 1), key=lambda i: abs(segment.origin(i) - position)) if segment.text else 0


def _present(segment: Segment, text: str, products: Products) -> Iterator[Find]:
    """ "<o0>'s carts are in nine hospitals", "<p0> is at <o1>": robots of which nothing is told but where they are."""
    for match in _THERE_ARE.finditer(text):
        thing = thing_of(segment, match, products, [])
        customers, end = reached(segment, text, match.end(), thing.maker if thing else None)
        if thing is not None and customers and told_as_fact(segment, text, match.start()):
            yield Find(thing, customers, use(segment, text, end), when(segment, match.start()), 0.5)
    for match in _IS_AT.finditer(text):
        told_of = match["p"] or match["p2"] or "<o" in match["np"] or SEVERAL.search(match["np"])
        thing = thing_of(segment, match, products, []) if told_of or _whose(match) else None
        if thing is not None and told_as_fact(segment, text, match.start()):
            customers, end = recipients(segment, text, match.start("prep"), match.end(), thing.maker)
            if customers and (match["prep"] != "in" or is_site(text, match.start("prep"))):
                yield Find(thing, customers, use(segment, text, end), when(segment, match.start()), 0.5)


def standing(segment: Segment, text: str, products: Products) -> Iterator[Find]:
    """ "<o0>, where four <p1> sort bolts", "eight <p0> at <o1>'s plant": robots at a place without a verb between."""
    yield from _present(segment, text, products)
    for pattern in (_WHERE, _VERBLESS):
        for match in pattern.finditer(text):
            thing = thing_of(segment, match, products, [])
            if thing is None or not told_as_fact(segment, text, match.start()):
                continue
            customers: tuple[str, ...]
            if pattern is _WHERE:
                mention = segment.named(match["c"])
                fits = is_customer(mention, "at") and mention.cluster is not thing.maker
                customers, end = ((mention.cluster.name,) if fits else ()), match.end()
            else:
                customers, end = listed(segment, text, match.end(), thing.maker)
            does = (
                re.match(rf" {FILL}([a-z][^,;.()]*?)(?= (?:in|at|as|since|for)\b|[,;.()]|\Z)", text[match.end() :])
                if pattern is _WHERE
                else None
            )
            if not customers:
                continue
            told = (
                plain(segment, match.end() + does.start(1), match.end() + does.end(1))
                if does
                else use(segment, text, end)
            )
            yield Find(thing, customers, told, when(segment, match.start("t")), 0.6)
