"""Financings in masked text: where one is told, how much it brought, and the words that tell of one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.extraction.deals.sums import role
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.masking import Segment
from bot.extraction.text.mentions import Mention
from bot.model.money import Money
from bot.model.when import When

PEOPLE_OF = r"(?:North |South )?(?:[A-Z][a-z]+(?:ian|ean|ish|ese|iss)|German|Korean|French|Dutch|Czech|Greek|US)"
"""Adjectives of a nation ("Danish")."""
DESC = rf"(?:(?:[a-z0-9\"][\w'&+\"-]*|[A-Z][\w]+-based|<n\d+>(?:-based|'s?)?|Dr\.|Series|{PEOPLE_OF}) ){{0,6}}?"
ABOUT = (
    r"(?:(?:about|around|roughly|nearly|almost|over|more than|some|up to|at least|just|close to|another|a further|"
    r"an additional|approximately|as much as) )*"
)
NOUN = (
    r"(?:rounds?|financing|funding|fund-?rais(?:e|er|ing)|raise|investment|injection|infusion|cheque|check|"
    r"capital increase|capital|equity|"
    r"loan|grant|notes?|tranche|backing|placement|seed|bridge|extension|top-up|facility|money|cash|subsidy|stake|"
    r"ticket)"
)
STRONG = (
    r"(?:rais(?:e[sd]?|ing)|secur(?:e[sd]?|ing)|bag(?:s|ged|ging)?|pocket(?:s|ed|ing)?|land(?:s|ed|ing)?|pull(?:s|ed|"
    r"ing)? in|rak(?:es|ed|ing) in|"
    r"haul(?:s|ed|ing) in|scoop(?:s|ed)(?: up)?|nab(?:s|bed)|snag(?:s|ged)|mop(?:s|ped) up|gobbl(?:es|ed) up|"
    r"clinch(?:es|ed)|collect(?:s|ed|ing)?|"
    r"net(?:s|ted)|attract(?:s|ed|ing)?|garner(?:s|ed)?|t(?:ook|akes?|aken|aking) (?:in|on)|br(?:ought|ings?|"
    r"inging) in|dr(?:ew|aws|awn) in|reel(?:s|ed) in|"
    r"clos(?:e[sd]?|ing)(?: on)?|pick(?:s|ed|ing)? up|obtain(?:s|ed)?|gather(?:s|ed)?|borrow(?:s|ed)?|drum(?:s|"
    r"med) up|seek(?:s|ing)?|sought)"
)
WEAK = (
    r"(?:g[eo]ts?|getting|t(?:ook|akes?|aken|aking)|w[io]ns?|winning|receiv(?:e[sd]?|ing)|found|accept(?:s|ed)|hold|"
    r"score[sd]?|announc(?:e[sd]?|ing)|complet(?:e[sd]?|ing)|"
    r"finish(?:e[sd])?|wrap(?:s|ped) up|conclud(?:e[sd])|dr(?:ew|aws?|awn)|add(?:s|ed|ing)?|sign(?:s|ed)|landed|"
    r"launch(?:e[sd])|reopen(?:s|ed)|extend(?:s|ed)|unveil(?:s|ed)|reveal(?:s|ed)|disclos(?:es|ed)|had|has|have)"
)
INVEST = (
    r"(?:invest(?:s|ed|ing)?|put(?:s|ting)?|pour(?:s|ed|ing)?|inject(?:s|ed|ing)?|pump(?:s|ed|ing)?|plough(?:s|ed|"
    r"ing)?|plow(?:s|ed|ing)?|sink(?:s)?|sank|sunk|"
    r"channel(?:s|led)|commit(?:s|ted|ting)?|contribut(?:es?|ed|ing)|lend(?:s|ing)?|lent|award(?:s|ed)|hand(?:s|ed)|"
    r"provid(?:es?|ed|ing)|grant(?:s|ed)|wager(?:s|ed)|"
    r"bet(?:s)?|wrote|writes|giv(?:es|ing)|gave|spen[dt]s?|ploughing|shell(?:s|ed) out|stump(?:s|ed) up|paid|pays|"
    r"back(?:s|ed|ing)?)"
)
OF_OTHER = (
    r"(?:'s? (?:[\w-]+ ){0,4}|(?:-based)? (?:[a-z-]+ ){0,3}(?:startup|start-up|company|firm|[a-z]*maker|"
    r"developer|outfit|"
    r"factory|group|venture|specialist|"
    r"giant|manufacturer|builder|unicorn|spin-off|robotics|newcomer|supplier|duo|trio|pair|twins|spinout) )<n"
)
"""What follows a name that only describes the next one ("Lagos's <n>", "Chinese startup <n>")."""
NAME = rf"<n(\d+)>(?!{OF_OTHER})"
LEAD = (
    r"(?:co-?led|co-?leads?|leads?|led|leading|headed|anchored|joined|backed|bankrolled|took part in|"
    r"participated in|invested in|"
    r"did|made)"
)
_INVESTOR_NAME = re.compile(
    r"\b(?:capital|ventures?|partners|fund|funds|invest(?:ment|ments|ors?)?|holdings|equity|angels?|vc|securities|"
    r"bank|asset|management)\Z",
    re.IGNORECASE,
)


def looks_like_investor(cluster: Cluster) -> bool:
    """Whether the name or what is said of it is that of an investor."""
    return (
        bool(_INVESTOR_NAME.search(cluster.name))
        or bool(cluster.descriptors & {"investor", "fund", "bank"})
        or cluster.subkind == "investor"
    )


_MODIFIER = re.compile(rf"<n(\d+)>(?={OF_OTHER})")


def modifiers(segment: Segment) -> set[int]:
    """The ids of the names that only describe or own another name of a segment."""
    return {id(segment.named(m[1])) for m in _MODIFIER.finditer(segment.text)}


@dataclass(slots=True, eq=False)
class Financing:
    """A financing as the article tells it, filled while reading on; `backers` maps who put money in to who led."""

    segment: Segment
    company: Cluster
    amount: Money | None = None
    round: str | None = None
    backers: dict[Cluster, bool] = field(default_factory=dict)
    date: When | None = None
    valuation: Money | None = None
    status: str = "completed"
    score: float = 1.0
    place: int = 0
    """Where in the article it is told."""

    def add(self, mentions: tuple[Mention, ...], lead: bool) -> None:
        """Takes those of the mentions for backers that can be; who leads once leads."""
        for mention in mentions:
            cluster = mention.cluster
            may_own = cluster.kind not in {"place", "product"} or looks_like_investor(cluster)
            if cluster is not self.company and may_own:
                self.backers[cluster] = self.backers.get(cluster, False) or lead


_OF_LAST = re.compile(
    r" (?:in|at|after|during|by) (?:the|an?|<n\d+>'s) (?:[\w-]+ ){0,2}?"
    r"(?:(?:last|previous|prior|earlier|recent|latest)\b|(?:round|financing|investment|raise) (?:in |of )?<d\d+>)"
)
"""Behind what a company was worth in a round of before, where it talks of another."""


_WORTH_OF = re.compile(rf"<n(\d+)> at (?:an? )?{ABOUT}\Z")
"""Whose worth a sum is ("Foo at a <m> valuation")."""


def read_value(deal: Financing, segment: Segment, low: int, high: int) -> None:
    """Takes the first valuation between two places of the masked text, where the financing has none yet."""
    for number, mention in enumerate(segment.money):
        start, end = segment.at[f"m{number}"]
        if deal.status == "rumored" and _OF_LAST.match(segment.text, end):
            continue
        owner = _WORTH_OF.search(segment.text, max(0, start - 40), start)
        if owner and segment.named(owner[1]).cluster is not deal.company:
            continue
        if low <= start < high and role(segment, number) == "value" and deal.valuation is None:
            deal.valuation = mention.money


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place of the masked text that names a financing by its sum, its round or both."""

    start: int
    end: int
    money: int | None
    round: int | None


_MONEY_BEFORE = re.compile(r"<m(\d+)>(?:,|:)?[ -](?:(?!at |from |in a|to |and |of |for )[\w+-]+ ){0,4}\Z")
_MONEY_IN = re.compile(
    r"<m(\d+)>(?:,)? (?:in|through|via|with|as part of|for|by|as|at the close of) (?:[\w'+-]+ ){0,5}\Z"
)
_MONEY_AFTER = re.compile(
    r"(?: (?:round|financing|funding|extension|tranche|investment|of financing|round of financing))*"
    r"(?: ?[(:–—-]+ ?| ?\| ?|, | of | by | worth | total+ing | amounting to | in the amount of |"
    r" with (?:a )?(?:[a-z-]+ )?(?:of )?| (?:round )?(?:of|worth) |"
    r" (?:that |which |has |have |had )*(?:brought in|raised|pulled in|came to|amounted to|totalled|totaled|is|was|"
    r"reached|brings|yielded|secured|swelled to) |"
    r",? (?:[\w'-]+ ){0,4}?(?:of|worth) )"
    rf"{ABOUT}<m(\d+)>"
)
_AFTER_NOUN = re.compile(
    rf",?(?:[ -](?!and\b|of\b|to\b|at\b|or\b|in\b|for\b|from\b|into\b)(?:(?:[\w'+]|-(?!<))++|"
    rf"(?:[\w'+]|-(?!<|{NOUN}\b))++|<r\d+>)){{0,3}}[ -]{NOUN}\b(?! adviser| advisor| houses?\b)|"
    rf",? (?:in|of) (?:[\w-]+ ){{0,3}}(?:funding|financing|capital|equity|debt|investment|seed|backing|finance)\b|"
    r",? (?:in|of) (?:fresh|new|outside) (?:money|cash|capital)\b|,? ?\(?(?:co-)?(?:led|headed) by |"
    r", with <n\d+>[^;.]{0,40}lead"
)
_BEFORE_NOUN = re.compile(
    rf"\b{NOUN}s?(?: scale| amount| sum| volume)?(?:,? (?:the )?(?:scale|amount|sum|total)(?: of [\w ]{{2,20}})?|,|"
    rf" \(|:|(?: (?!proceeds|expenditure|flow|reserve|gain)[a-z-]+){{0,3}})?(?: is| was| reaches| reached| of| worth|"
    rf" total+ing| amounting to| exceeds| exceeding| to exceed| for| at)? ?{ABOUT}\Z"
)
_STRONG_BEFORE = re.compile(rf"\b{STRONG} {ABOUT}(?:(?!price|prices)[\w'-]+ ){{0,3}}{ABOUT}\Z", re.IGNORECASE)
_WEAK_BEFORE = re.compile(rf"\b{WEAK} {ABOUT}(?:[\w'-]+ ){{0,3}}\Z")
_INVEST_BEFORE = re.compile(rf"\b{INVEST}(?: in| up)? {ABOUT}(?:[\w'-]+ ){{0,3}}\Z", re.IGNORECASE)
_PUT_IN = re.compile(
    rf"\b(?:put|chipp?ed|kick(?:s|ed)|com(?:es|ing)|c[ao]me|bought|threw|step(?:s|ped)|join(?:s|ed)|topped|add(?:s|"
    rf"ed))(?: in| up| again)?(?:,? (?:at |in |at the end of |in the \w+ of )?<d\d+>,?|(?: [a-z]+){{1,3}} later)?"
    rf"(?: with| for)? {ABOUT}\Z|\b(?:invest(?:s|ed|ing)|contribut(?:es|ed)|stump(?:s|"
    rf"ed) up) {ABOUT}\Z"
)
_FROM_AFTER = re.compile(rf"(?: [\w-]+| <d\d+>){{0,2}} from {DESC}<n\d+>")
_SUPPLIED = re.compile(
    rf" (?:was|were|came|comes|has been|is)(?: (?:supplied|provided|put up|contributed|lent|invested))? "
    rf"(?:by|from) {DESC}<n\d+>"
)
_TRADE = re.compile(
    r"\b(?:orders?|contracts?|sales|sold|revenues?|buy\w*|bought|suppl(?:y|ies)|purchas\w+|acqui\w+|rent|damages|"
    r"subsid\w+|fines?|licen[cs]e|prize|income|profit|loss)\b"
)
_GAVE = re.compile(
    rf"\b(?:lent|gave|handed|granted|awarded|promised|wrote|lends?|gives?|grants|hands)(?: <n(\d+)>| [a-z]+ <n(\d+)>)"
    rf"(?: (?:a|an|that|its|the|another|first|real|cheque|check|of|for|over),?){{0,6}} {ABOUT}\Z"
)
_FOR_SHARE = re.compile(
    r" for (?:(?:its|his|her|their|a|an|the|<n\d+>'s|another|first|further|initial) )*"
    r"(?:\d[\d.]* ?(?:%|per ?cent)|quarter|third|tenth|fifth|minority|stake|holding|half of the shares)"
)
_INTO_AFTER = re.compile(rf"(?:[^<;.]|<d\d+>){{0,40}}? (?:in|into|to) {DESC}<n\d+>")
_AT_VALUE = re.compile(rf"(?:,? (?:in|on)? ?<d\d+>)? at (?:a )?(?:(?:[a-z-]+ )?valuation of )?{ABOUT}<m\d+>")
_WITH_LEAD = re.compile(
    r"(?:,? (?:in|on)? ?<d\d+>)?, (?:<n\d+>(?:, | and )?)+,? (?:co-)?(?:leading|led|in front|in the lead|"
    r"in the driving seat)\b"
)
_BOUGHT = re.compile(
    r"\b(?:buy|buys|buying|bought(?! in\b)|acquir\w+|purchas\w+|tak(?:e|ing) over|sale of|"
    r"settle\w*)\b(?![^;.]{0,60}\b(?:stake|(?<!outstanding )shares)\b)[^;.]{0,140}\Z"
)
_PARTY_AFTER = re.compile(rf"[^<;.]{{0,25}} (?:in|into|from|by|for) {DESC}<n\d+>")
_IN_WHICH = re.compile(rf"\b(?:in|into) which {DESC}<n\d+> (?:had |has |have )?{INVEST}(?: in| up)? {ABOUT}\Z")
_LISTED = re.compile(r"\A\W*<n\d+>[\"*]*(?: \([^()]*\))?(?:, [a-z][^:;<]{2,40}?)?(?::| [–—-]) (?:[A-Z]{1,2})?\Z")
"""An item of a list of rounds: "Foo (Bergen): $4m"."""
_LISTING = re.compile(
    r"\b(?:IPO|float(?:ed|ation)?|flotation|listing|public offering|prospectus|go(?:es|ing)? public|went public|"
    r"takeover|issue [^;]{0,40}shares|debut|bankruptcy)\b"
)
_ON_THE_WAY = re.compile(
    r"\b(?:as|while) [^;.]{0,40}\b(?:mov|prepar|gear|head|work|look|plan|rac|get|edg)\w* [^;.]{0,40}\Z|"
    r"\b(?:ahead of|before|prior to|on the way to) [^;.]{0,30}\Z"
)
"""Behind a sum and before a listing that is still to come, so that it is none that the listing brought."""
_STOP_BACK = re.compile(
    r"\b(?:registered capital|(?:registered|, )[^;.]{0,40}, capital|capital expenditure|working capital|"
    r"social capital|venture capital|target|forecast|guidance|prices?|outlook|estimate|capacity|orders?|contracts?|"
    r"doubts?|concerns|(?:will|can|may|must|should) not)\b"
)


def anchors(segment: Segment) -> list[Anchor]:
    """The financings that a segment names by sum or round, in order."""
    text, found, used = segment.text, list[Anchor](), set[int]()
    for number, _ in enumerate(segment.rounds):
        start, end = segment.at[f"r{number}"]
        if number and re.fullmatch(
            r">,? (?:or|aka|also called) (?:an? )?\W?", text[segment.at[f"r{number - 1}"][1] - 1 : start]
        ):
            continue  # "a private placement, or PIPE"
        money: int | None = None
        match = _MONEY_BEFORE.search(text[:start]) or _MONEY_AFTER.match(text[end:]) or _MONEY_IN.search(text[:start])
        sums = {"amount", "other", "total"} if match and match.re is _MONEY_IN else {"amount", "other"}
        if match and int(match[1]) not in used and role(segment, int(match[1])) in sums:
            money = int(match[1])
            used.add(money)
            a, b = segment.at[f"m{money}"]
            start, end = min(start, a), max(end, b)
        found.append(Anchor(start, end, money, number))
    if len(found) == 1 and found[0].money is None:
        plain = [i for i in range(len(segment.money)) if role(segment, i) == "amount"]
        a = segment.at[f"m{plain[0]}"][0] if plain else 0
        if (
            len(plain) == 1
            and len(segment.money) <= 2
            and not re.search(r"[;]| and (?:<|the|a |in )", text[min(a, found[0].start) : max(a, found[0].start)])
        ):
            found = [Anchor(found[0].start, found[0].end, plain[0], found[0].round)]
            used.add(plain[0])
    for number, _ in enumerate(segment.money):
        if number not in used and role(segment, number) == "amount" and _is_raise(segment, number):
            start, end = segment.at[f"m{number}"]
            found.append(Anchor(start, end, number, None))
    if not found and (vague := _VAGUE.search(text)) and _RAISED.search(text):
        return [Anchor(*vague.span("sum"), None, None)]
    return sorted(found, key=lambda a: a.start)


_VAGUE = re.compile(
    rf"\b(?:{STRONG}|{WEAK}) (?:[\w'-]+ ){{0,6}}?"
    r"(?P<sum>(?:several|(?:tens|dozens|hundreds) of|a few)(?: hundred| ten)? (?:millions?|billions?))\b",
    re.IGNORECASE,
)
"""A sum of which only the size is told ("hundreds of millions of yuan")."""
_RAISED = re.compile(rf"\braised\b|\b(?:{NOUN}|funds)\b|\bfrom (?:[a-z]+ ){{0,3}}<n")
_TAKEN_IN = re.compile(r"\b[Ii]n (?:the )?<d(\d+)>,? <n\d+> (?:took in|earned|booked) \Z")
_SPAN = re.compile(r"\b(?:months|half|quarter|year|fiscal)\b|\A(?:19|20)\d\d\Z", re.IGNORECASE)


def _earned(segment: Segment, start: int) -> bool:
    """Whether a sum is what was taken in over a stretch of time, so sales rather than a financing."""
    match = _TAKEN_IN.search(segment.text, 0, start)
    return match is not None and bool(_SPAN.search(segment.dates[int(match[1])].text))


def given_to(segment: Segment, position: int) -> Mention | None:
    """The name between a verb of giving and a sum ("had lent <n> <m>")."""
    match = _GAVE.search(segment.text, 0, position)
    return segment.named(match[1] or match[2]) if match else None


def _is_raise(segment: Segment, number: int) -> bool:
    start, end = segment.at[f"m{number}"]
    before, after = segment.text[max(0, start - 80) : start], segment.text[end : end + 120]
    if _STOP_BACK.search(before[-45:]):
        return False
    listing = _LISTING.search(segment.text)
    if listing is not None and _ON_THE_WAY.search(segment.text, end, listing.start()):
        listing = None
    if listing and not segment.rounds and not re.match(r"(?: in <d\d+>)? from ", after):
        return False
    if _BOUGHT.search(segment.text[:start]) or _earned(segment, start):
        return False
    if re.match(r",? (?:the|its|a|an) (?:[a-z-]+ ){0,3}fund\b", after):
        return False
    if _AT_VALUE.match(after) or _WITH_LEAD.match(after):
        return True
    if (noun := _BEFORE_NOUN.search(before)) and noun.group().startswith("investment"):
        return bool(_PARTY_AFTER.match(after))
    if _AFTER_NOUN.match(after) or _BEFORE_NOUN.search(before) or _STRONG_BEFORE.search(before):
        return True
    if _GAVE.search(before) or (_FOR_SHARE.match(after) and re.search(r"\b(?:paid|pays|paying)\b", before)):
        return True
    if (_FROM_AFTER.match(after) or _SUPPLIED.match(after)) and not _TRADE.search(segment.text):
        return True
    if _FROM_AFTER.match(after) and (_WEAK_BEFORE.search(before) or before.strip()[-1:] in {":", "–", "—", "-", ""}):
        return True
    if _PUT_IN.search(before) and re.search(r"<n\d+>", before) and not re.match(r" (?:in|on) (?!<d|the same)", after):
        return True
    if _IN_WHICH.search(before) or (_LISTED.search(segment.text[:start]) and segment.money[number].money.value >= 1e6):
        return bool(re.match(r"[,.;]|\Z| \(| (?:in <d|from|led|seed|round)", after))
    return bool(_INVEST_BEFORE.search(before) and _INTO_AFTER.match(after))
