"""Who raised, and what: no lender, giver or adviser, no sales, savings or worth of a house, no whole of many rounds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from bot.extraction.deals.sums import AND_HAS, ONE_ROUND
from bot.extraction.kind import Draft
from bot.extraction.sifting.rounds import PUT_IN
from bot.extraction.sifting.spans import dated, naming, sentences, sums, without, words
from bot.model.money import Money
from bot.model.when import When

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from bot.extraction.text.context import Context, Sentence
    from bot.extraction.text.mentions import Mention
    from bot.grammar.money import MoneyMention

_AT_PRICE: Final = re.compile(
    r"\b(?:rais(?:es|ed|e|ing)|round|funding|financing|Series [A-H]\+?|talks|seed|money)(?: (?:new|fresh) (?:money|"
    r"funds|capital))? at "
    r"(?:an? )?(?:about |around |over |more than |nearly |some |almost |up to )?\Z",
    re.IGNORECASE,
)
"""Before a sum at which money is raised, without saying how much."""
_PUT_ON: Final = re.compile(r" (?:that (?:was |were )?)?(?:put|placed|pinned|slapped) on (?:the |it\b|[A-Z])")
_UP_FROM: Final = re.compile(r"\b(?:up|down) from (?:about |around |over |more than |nearly |some |just |only )?\Z")
"""Around what a company was worth."""
_NOT_IN: Final = re.compile(
    r"\b(?:burn(?:s|ed|t)|spen[dt]|los[te]|earn(?:s|ed)|has set aside|had set aside|sets? aside|credit lines? of|"
    r"budget of|"
    r"profit of|sales of|revenues? of|turnover of|assets of|"
    r"liabilit(?:y|ies) of|debts? of|obligations? of|manag(?:es|ed|ing))(?: through)? (?:about |around |"
    r"over |more than |nearly |some |only |just )?\Z|"
    r"\b(?:clos|end|finish|start|enter|beg[aiu]n)\w* (?:the |its )?(?:[\w-]+ ){0,3}(?:quarter|year|half|period|month)"
    r"[^.;$€£¥]{0,30} with (?:about |around |over |more than |nearly |some )*\Z|"
    r"\b(?:sale|takeover|acquisition|buyout)\b[^.;$€£¥]{0,60} (?:for|at) "
    r"(?:about |around |over |more than |nearly )*\Z|"
    r"\b(?:Capital|Share capital|Registered capital): \Z|\bown capital of \Z|\bfund of \Z",
)
_A_FUND: Final = re.compile(
    r"\b[Ff]unds?\b[^;.$€£¥]{0,60} (?:has|had|holds|is|stands at|comes to|came to|total(?:s|led)) "
    r"(?:about |around |over |more than |nearly |some |just )?\Z"
)
"""Before the size of a fund."""
_NOT_BEHIND: Final = re.compile(
    r"(?: \([^()]{1,30}\))?(?: (?:is|was|are|will be|to be) (?:paid|settled|payable))? "
    r"(?:of its own money|in the bank|in cash|of (?:cash|liquidity)|under management|in (?:sales|revenues?|"
    r"turnover|profits?|orders|debt)|"
    r"to (?:order intake|sales|revenue|turnover)|of (?:the company's )?[^.;]{0,30}\b(?:in|of) (?:sales|revenue)|"
    r"credit lines?\b|checks?\b|tickets?\b|planned\b|a quarter|for a quarter)|"
    r" to \$?\d+[MmKk]? (?:planned|checks?|tickets?)"
)
"""Around a sum that nobody put in: spent, earned, owed, at hand or managed for others."""
_SALES: Final = re.compile(
    r"\b(?:profit\w*|profitab\w+|order intake|sales|revenues?|turnover|net income|EBITDA?|black ink|"
    r"break[- ]?even)\b",
    re.IGNORECASE,
)
_IN_ALL: Final = re.compile(
    r"\b(?:ha(?:s|ve|d) (?:so far |now |already |thus far )?(?:raised|collected|taken in|attracted|drawn)|"
    r"['’]ve raised|All told|In all|in total)\b"
    r"[^.;]{0,110}\b(?:to date|so far|in total|altogether|in all|since (?:its |it was |being |the )?(?:incept\w+|"
    r"found\w+|establish\w+|birth|start\w*)|"
    r"over (?:its|the company's) li(?:fe|fetime)|until now|through (?:two|three|four|five|\d) rounds)\b|"
    r"\b(?:All told|In all|In total|Altogether|So far|To date),? [^.;]{0,50}\b(?:raised|collected|taken in)\b|"
    r"\btotall?ing\b"
)
"""What was raised in all rounds, not in one."""
_INCLUDES: Final = re.compile(
    r"\s*(?:That|This|The (?:sum|total|figure|amount)) includes [^.;]{0,60}"
    r"\b(?:round|Series|in (?:19|20)\d\d|from|led by)\b"
)
"""Behind the sentence on what was raised in all, where one of the rounds is told."""
_GIVES: Final = re.compile(
    r"(?:,[^,;.]{1,60},)? (?:has |have |had |will |is to |are to |also |itself )*(?:gave|put|puts|lent|lends|"
    r"extended|provided|injected|set aside|sets aside|"
    r"invested|poured|pours|committed|granted) (?!in an? (?:application|request)\b)"
)
"""Behind who gives money and gets none."""
_GETS: Final = re.compile(
    r"\b(?:rais(?:es?|ed|ing)|receiv\w+|secur\w+|obtain\w+|clos(?:es?|ed|ing)|attract\w*|got|gets|wins?|won|"
    r"took in|lands?|landed|bags?|bagged)\b"
)
_LISTS: Final = re.compile(
    r"\b(?:according to|picked|chose|hired|mandated|tapped|selected|appointed|advised by|data (?:from|by)|says?|said|"
    r"per) (?:the |banks? |advisers? )?(?:[A-Z][\w&.]*(?: [A-Z][\w&.]*){0,3},? and )?\Z|"
    r"\blocal reports (?:by|in) \Z"
)
_PICKS: Final = re.compile(
    r"(?:['’]s board)? (?:has |have |had |also |reportedly )*"
    r"(?:picked|chose|chosen|hired|mandated|tapped|selected|appointed)\b"
)
"""Behind who picks a bank for its listing."""
_FORESEES: Final = re.compile(
    r",? (?:which )?(?:expects?|forecasts?|estimates?|predicts?|projects?|said|says|reported|wrote|counts?)\b"
)
"""Around who only tells of listings or helps with them."""
_WHICH_LISTED: Final = re.compile(
    r"(?: \([^()]{1,30}\))?, (?:which|who) (?:has |had |was |is |been |once |also |then )*(?:went public|"
    r"gone public|listed|floated|debuted|called off|pulled|shelved|"
    r"planned|merged with a SPAC)\b"
)
_BEGUN: Final = re.compile(r"\b(?:[Ff]ounded|[Ee]stablished|[Ss]et up|[Ss]tarted|[Ii]ncorporated)\b[^,;.]{0,40} in \Z")
"""Before the date at which a house began, not that of its listing."""
_CLAUSE: Final = re.compile(r",[^,;.]*")
_LISTS_ITSELF: Final = re.compile(r"\b(?:list\w*|float\w*|IPO|public|flotation)\b")
_DESCRIBED: Final = re.compile(
    r"(?:-based| (?:[a-z-]+ ){0,3}(?:developer|maker|company|firm|startup|start-up|manufacturer|builder))\b"
)
"""Behind a city in which a house sits that lists elsewhere."""
_SELLER: Final = re.compile(
    r"(?:,[^,;.]{1,70},)? (?:has |have |had |last year |which |who )*(?:agreed|planned|plans|wants|wanted|hopes|"
    r"decided|offered) to sell\b|"
    r"(?:,[^,;.]{1,70},)? (?:has |have |had )?(?:rejected|turned down|rebuffed|spurned|declined)\b|['’]ve turned down\b"
)
_HAD: Final = re.compile(r"\bha[sd] (?:bought|acquired|purchased|taken over)\b")
_MOVES: Final = re.compile(
    r"\b(?:mov(?:ed|es|ing)|fold(?:ed|s|ing)|br(?:ought|ings?)|transfer\w*|roll(?:ed|s)|absorb\w*|reintegrat\w+|"
    r"integrat\w+) "
    r"(?:back )?(?:its|their|his|her)(?: own)? [^.;]{0,60}?\b(?:into|under|back)\b"
)
_BUYS: Final = re.compile(r"\b(?:acqui|b(?:uy|ought)|purchas|t(?:ake|ook) ?over|paid)")
"""Where an owner only moves a part of the house, and where one is bought."""
_BACK: Final = 2
"""Sentences before its own in which a listing may be spoken of."""
_OF_LISTING: Final = re.compile(
    r"\b(?:IPO|ipo|[Ii]nitial public|[Ll]ist\w*|[Dd]elist\w*|[Ff]loat\w*|[Ff]lotation|[Pp]ublic\b|[Gg]oing public|"
    r"[Ee]xchange|bourse|[Pp]rospectus|"
    r"[Dd]ebut\w*|[Oo]ffering|[Tt]utoring|SPAC|blank[- ]check|[Ss]hares?|[Tt]rad(?:ed|ing|es)|[Mm]arket|"
    r"[Ff]il(?:ed|ing|es?)|DRHP|STAR|ChiNext|"
    r"KOSDAQ|Kosdaq|KOSPI|Nasdaq|NASDAQ|NYSE|HKEX|sponsor|hearing|[Bb]oard|bell|ticker|reverse merger|Securities)"
)
_OWNED: Final = re.compile(r"\b(?:owned|controlled|held) (?:since \d{4} )?by (?:[a-z-]+ ){0,6}\Z")


def _money(context: Context, draft: Draft) -> Iterator[tuple[MoneyMention, Sentence]]:
    amount = draft.slots.get("amount")
    return sums(context, draft, amount.value) if isinstance(amount, Money) else iter(())


def _sum(context: Context, draft: Draft) -> Draft | None:
    """A round without a sum that is a worth, a whole, or what was earned, spent, held or is managed."""
    amount = draft.slots.get("amount")
    if draft.kind != "funding" or not isinstance(amount, Money):
        return draft
    places, text = list(_money(context, draft)), context.text
    if not places:
        places = [(m, s) for s in context.sentences for m in s.money if m.money.value == amount.value]
    if not places:
        return draft
    if all(AND_HAS.search(text, s.start, m.start) and not ONE_ROUND.match(text, m.end) for m, s in places):
        return without(draft, amount=None) if "round" in draft.slots else None
    if all(_AT_PRICE.search(text, s.start, m.start) for m, s in places):
        return without(draft, amount=None, valuation=draft.slots.get("valuation", amount))
    if all(_A_FUND.search(text, s.start, m.start) for m, s in places):
        return None
    bare = not draft.slots.keys() & {"round", "investors"}
    other = all(
        _PUT_ON.match(text, m.end)
        or _UP_FROM.search(text, s.start, m.start)
        or _NOT_IN.search(text, s.start, m.start)
        or _NOT_BEHIND.match(text, m.end)
        for m, s in places
    )
    said = words(context, draft)
    other = other or (bare and _SALES.search(said) is not None and not PUT_IN.search(said))
    other = other or ("round" not in draft.slots and _IN_ALL.search(said) is not None)
    other = other or all(_INCLUDES.match(text, s.end) for _, s in places)
    if not other:
        return draft
    left = without(draft, amount=None)
    return left if left.slots.keys() & {"round", "investors", "valuation"} else None


def _giver(context: Context, draft: Draft) -> Draft | None:
    """No round of who gives or lends the money."""
    if draft.kind != "funding":
        return draft
    places = naming(context, draft, str(draft.slots["company"]))
    gives = [_GIVES.match(context.text, m.end) for m in places]
    if not places or not all(gives) or _GETS.search(words(context, draft)):
        return draft
    return None


def _lister(context: Context, draft: Draft) -> Draft | None:
    """No listing of a bank, a source, or of who is only named beside another that lists; no exchange that is a seat."""
    if draft.kind != "ipo":
        return draft
    text, company = context.text, str(draft.slots["company"])
    places = naming(context, draft, company)
    if places and all(_is_source(text, m) for m in places):
        picked = [m for s in sentences(context, draft) for m in s.mentions if _PICKS.match(text, m.end)]
        return without(draft, company=picked[0].cluster.name) if picked and picked[0].kind == "org" else None
    for sentence in sentences(context, draft):
        named = [m for m in sentence.mentions if m.kind != "place" and not m.anaphoric]
        aside = [(m, met) for m in named if (met := _WHICH_LISTED.match(text, m.end)) is not None]
        rest = (
            context.text[sentence.start : aside[0][0].end] + _CLAUSE.sub("", text[aside[0][0].end : sentence.end], 1)
            if aside
            else ""
        )
        if aside and company not in {m.cluster.name for m, _ in aside} and not _LISTS_ITSELF.search(rest):
            return None
    when = draft.slots.get("date")
    if isinstance(when, When):
        begun = [_BEGUN.search(text, max(s.start, d.start - 60), d.start) for d, s in dated(context, draft, when)]
        if begun and all(begun):
            draft = without(draft, date=None)
    exchange = draft.slots.get("exchange")
    if isinstance(exchange, str):
        ends = [draft.start + m.end() for m in re.finditer(re.escape(exchange), words(context, draft))]
        if ends and all(_DESCRIBED.match(text, end) for end in ends):
            return without(draft, exchange=None)
    return draft


def _is_source(text: str, mention: Mention) -> bool:
    near = max(0, mention.start - 60)
    told = _LISTS.search(text, near, mention.start)
    return told is not None and (told[0].strip() != "said" or bool(_FORESEES.match(text, mention.end)))


def _seller(context: Context, draft: Draft) -> Draft | None:
    """No takeover by who sells or says no; without the price that another is to pay to the owner."""
    if draft.kind != "acquisition":
        return draft
    places = naming(context, draft, str(draft.slots["buyer"]))
    if places and all(_SELLER.match(context.text, m.end) for m in places) and not _HAD.search(words(context, draft)):
        return None
    owned = [_OWNED.search(context.text, max(0, m.start - 60), m.start) for m in places]
    if owned and all(owned):
        since = any(" since " in met[0] for met in owned if met is not None)
        return without(draft, amount=None, status="completed", **({} if since else {"date": None}))
    return draft


def _moved(context: Context, draft: Draft) -> Draft | None:
    """No takeover of a part that its owner only moves, no listing of which no word speaks."""
    text = words(context, draft)
    if draft.kind == "acquisition" and _MOVES.search(text) and not _BUYS.search(text):
        return None
    if draft.kind != "ipo" or _OF_LISTING.search(text):
        return draft
    first = min((s.index for s in sentences(context, draft)), default=0)
    before = context.sentences[max(0, first - _BACK) : first]
    return draft if any(_OF_LISTING.search(s.text) for s in before) else None


_ALIKE: Final = 0.02
"""How far a headline may round what a company is worth."""


def worths(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, none with a sum that another tells to be what the company is worth in that round."""
    known = {
        (d.slots["company"], value.value)
        for d in drafts
        if d.kind == "funding"
        and "amount" in d.slots
        and isinstance(value := d.slots.get("valuation"), Money)
        and value != d.slots["amount"]
    }
    return [
        without(d, amount=None, valuation=amount)
        if d.kind == "funding"
        and "valuation" not in d.slots
        and isinstance(amount := d.slots.get("amount"), Money)
        and any(d.slots["company"] == of and abs(amount.value - worth) <= _ALIKE * worth for of, worth in known)
        else d
        for d in drafts
    ]


CHECKS: tuple[Callable[[Context, Draft], Draft | None], ...] = (_sum, _giver, _lister, _seller, _moved)
