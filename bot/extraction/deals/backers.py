"""Who put money into a financing, and who led it, from the words of a masked segment."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.extraction.deals.financing import looks_like_investor
from bot.extraction.text.lists import list_after, list_before
from bot.extraction.text.masking import Segment
from bot.extraction.text.mentions import Mention

_ADV = (
    r"(?:(?:co-?|first|jointly|exclusively|together|both|side by side|solely|again|also|all|each|had|has|have|"
    r"itself|then|"
    r"once more) ?)*"
)
_LED_BY = re.compile(
    r"\b(?:[Cc]o-?)?(?:[Ll]ed|headed|anchored|spearheaded|fronted|initiated|lead)(?:(?: jointly| exclusively| together|"
    r" solely)?| (?:in |last |on )?<d\d+>| last [a-z]+) by |"
    r"\b[Ll]ead(?:ing)?(?:[ -]investors?)?(?: is| was| were| are)?: |\b(?:[Cc]o-)?[Ll]ead(?:ing)? investors?(?: is|"
    r" was| were| are|:|,)? (?=[^.;]{0,12}<n)|"
    r"\bunder the (?:lead(?:ership)?|direction) of |\bwith (?=(?:(?!<n)[^;.]){0,20}<n\d+>[^;.]{0,60}?(?:(?:in|"
    r"taking) the (?:lead|driving seat)|"
    r"in front|leading|at the (?:head|helm)|as (?:the )?(?:sole |joint )?(?:co-)?lead))"
)
_LEADS = re.compile(
    rf",? ?(?:who |which |that )?(?:(?:is|are|was|were) (?:[a-z]+ )?to )?{_ADV}\b(?:co-?led|co-?leads?|leads|led|lead|"
    rf"leading|co-leading|headed|anchored|"
    rf"spearheaded|headlined)\b(?! by| to\b| into\b| the (?:[a-z-]+ )?(?:pack|way|field|market|charge|list|race|"
    rf"industry|world|"
    rf"team|company|startup|firm|country|sector|development|effort)\b)|"
    r",? (?:is|was|were|are|acted as|serv(?:ed|ing) as|acting as|as)(?: the| a)?(?: sole| joint|"
    r" exclusive)? ?(?:co-)?lead(?:s|er|ers|ing)?(?: investors?| the)?\b|"
    r" (?:in (?:the lead|front|the driving seat)|at the (?:head|helm))| \(lead\)| took the lead| shared the lead"
)
_FROM = re.compile(
    r"(?i:\((?:<[mr]\d+>,? ?)+(?=<n)|\bso did |\bfrom |"
    r"\b(?:round|financing|funding|raise|deal|syndicate|consortium)(?: also| then)? (?:br(?:ings|"
    r"ought)(?: together| in)?|"
    r"dr(?:aws|ew)(?: in)?|features|featured|includes|included|attracts|attracted|saw) (?=(?:[a-z-]+ ){0,5}<n)|"
    r"\bparticipation (?:of|by|from) |\bparticipants (?:include|"
    r"included|are|were) |\bback(?:ed|ers?|ing)(?: by| of|: | from| include[sd]?| are| were) |"
    r"\binvestors?(?: in (?:the|that|this|<n\d+>'s?) (?:[\w ]|<r\d+>){1,28})?(?:(?: also)? include[sd]?| including|"
    r" are| were|:| being| like| such as| among them) |\bjoined by |\bfollowed(?: up)? by |"
    r"\b[Ii]n addition to (?=(?:[a-z]+ ){0,3}<n\d+>[^;.]{0,40}\b(?:investors|backers|shareholders|participants)\b)|"
    r"\b(?:follow-up |co-|strategic )?investments? (?:by|from) |\b(?:group|syndicate|consortium|club|crowd|investors|"
    r"backers|shareholders|names|vehicles|companies|others|participants)(?: (?:in|from|of) [a-z][a-z -]{1,24})?"
    r"(?:,| that| which)? (?:includ(?:es|ing|ed)|led by|comprising|made up of|of|are|were|among (?:them|whom)) |"
    r"\b(?:taking part|participating|joining|on board|also in|new (?:shareholders|investors|backers))(?: were| was|"
    r" are| is|:) |\b(?:alongside|along with|together with|with (?:the )?support (?:of|from)) |"
    r"\b(?:funded|financed|provided|supplied|subscribed|contributed|bankrolled|put up|signed|written|invested|"
    r"topped up|joined|supported)"
    r"(?: [^<;.]{0,15})? by |\bintroduced |\b(?:round|financing|funding|money|infusion|injection|cheque|check|loan|"
    r"grant|yuan|<m\d+>) by |\bwith (?=(?:(?!<n)[^;.<]){0,20}<n\d+>[^;.]{0,80}?"
    r"(?:participating|taking part|joining|following|contributing|coming|adding|chipping|investing|among|"
    r"as (?:a )?(?:new|existing|strategic|followers?|co-investor)|behind))|\binvestors?:? ?\(?(?=<n)|"
    r"\b(?:backers?|investors?)(?:'s?)? (?:list|roster|line-?up|sheet)\b[^;.<:]{0,60}(?:: |includ(?:es|ed|ing) )"
    r"(?:(?:[a-z-]+ ){0,3}(?:names|investors|firms|companies|heavyweights|giants)(?: such as| like|:)? )?)"
)
_JOINS = re.compile(
    rf",? ?(?:who |which )?{_ADV}\b(?:took part|take part|takes part|taking part|participat(?:ed|es|e|ing)|joins?|"
    rf"joined|joining|invested|invests?|investing|follow(?:ed|s|ing)?(?! (?:an?|the|its|their|that|this|up|from|"
    rf"<[mrdn])\b)|"
    rf"(?:is|are|was|were) (?:set|expected|likely|slated|due|in talks) to (?:participate|join|take part|invest|"
    rf"co-invest|follow)|"
    r"came (?:in|along|aboard|on board)|comes? (?:in|along|aboard|on board)|coming along|contribut(?:ed|es|ing)|"
    r"chipp(?:ed|ing) in|put(?:s)? money into|put(?:s)? (?:money )?in|added|adds|"
    r"entered|re-?upped|returned|came back|doubl(?:ed|ing) down|topped up|"
    r"(?:is|are|was|were) in(?=[.,;]|\Z| (?:too|again|as well)\b)|(?:is|are|was|"
    r"were) (?:also )?among(?! <n)|(?:is|are|was|were) (?:the |a |an )?(?:new |strategic |existing |other )*investors?|"
    r"increased|continued to|became (?:a )?shareholders?|brought(?! in\b)|supplied|provided|are on the list|bought|"
    r"wrote(?= (?:[\w-]+ ){0,3}(?:che(?:que|ck)s?|<m))|"
    r"stumped up|behind|pitched in|participants?|in on)\b"
)
_THEN = re.compile(r" (?:(?:in|taking|as|at) [^<;.]{0,40}?|leading),? (?:and|with) (?=(?:[a-z]+ ){0,4}<n)")
"""Behind "with Foo in the lead": who else came along."""
_HOUSE_BEFORE = re.compile(r"<n\d+>, (?:now |currently )?\Z")
"""Before "led by" of a house that a person runs."""
_ONE_LEAD = re.compile(r"lead(?: investor)?(?: is| was|:)? \Z", re.IGNORECASE)
_FOLLOW = re.compile(r",? (?:jointly |also |then )?(?:follow|join|participat|co-?invest|took part|take part)")
"""Around a list in which only the first name leads ("Lead investor is Foo, Bar and Baz follow")."""
_PARTICIPLE = re.compile(r", [a-z]+ing\b")
"""", investing $5m": said of the subject of the sentence, not of the name before the comma."""
_RUN = re.compile(
    r"\b(?:compan(?:y|ies)|startup|start-up|firm|spin-?off|spin-?out|team|lab|venture|outfit|business|SPAC|group|maker|"
    r"developer|unit|division|initiative|effort)\W? ?(?:that is |which is |now )?\Z"
)
"""Before "led by": who runs a house, not who led its round."""
_CROWD = re.compile(
    r"\b(?:players|rivals|competitors|peers|makers|startups|start-ups|developers|manufacturers|producers|brands|"
    r"industry|"
    r"field|market|sector|shipments|sales|race|boom|pack|wave|suppliers|exporters|team|delegation)\W? ?(?:(?:is|"
    r"are|was|were) )?\Z",
    re.IGNORECASE,
)
"""Before "led by": who stands first among many, in no round."""
_MONEYED = re.compile(
    r"<[mr]\d+>|\b(?:rounds?|financ\w+|fund\w*|rais\w+|invest\w*|back\w*|money|cash|capital|equity|loans?|grants?|"
    r"cheques?|checks?|commit\w*|contribut\w+|participa\w+|support\w*|injection|infusion|stakes?|shares?|subscri\w+|"
    r"interest|(?:c[ao]mes?|coming|all|half|most|mostly|mainly|partly|part|rest|also) from)\b",
    re.IGNORECASE,
)
"""In a sentence in which what comes "from" somebody is money."""
_LEFT = re.compile(
    r"\b(?:recruit\w*|hir(?:es?|ed|ing)|poach\w*|lur(?:es?|ed|ing)|leadership|talents?|executives?|engineers?|"
    r"researchers?|"
    r"scientists?|people|staff|veterans?|employees|alumni|departures?|depart\w*|exits?|resign\w*|mov(?:es?|ed|ing)|"
    r"graduat\w+|degrees?|sp[iu]n\w*(?:[ -](?:out|off))?|orders?|order(?:ed|ing)|customers?|clients?|chips?|robots?|"
    r"parts|components|models?|revenues?|sales|competition|bought|buy\w*|acquir\w+|purchas\w+|licen[cs]\w+|far|"
    r"differ\w*|apart|aside|away|return\w*|ranging|rang(?:es|ed))(?: (?!to\b|by\b)[a-z-]+){0,2} \Z",
    re.IGNORECASE,
)
"""Before "from": people, goods and whatever else comes from a house that puts no money in."""
_DESCRIBED = re.compile(
    r"(?:[\w-]+ ){0,4}(?:investors|backers|companies|firms|groups|houses|names|parties)\b[^<;.()]{0,50}"
    r"\((?=<n\d+>\)[^()<;.]{2,50}\(<n)"
)
_NEXT_BRACKET = re.compile(r"\)[^()<;.]{2,50}\(")
"""Between backers that stand in brackets behind what they do ("carmaking (<n0>) and search (<n1>)")."""
_BRACKETED = re.compile(r"<n(\d+)>(?=\))")
_ADDED = re.compile(
    r"\badd(?:ed|s)\b(?! (?:<m\d+>,? (?:more|to|on top)|an?other\b|an? (?:additional|further|extra)\b))"
)
"""Said of a company that raised a sum as well, unless of a house that invests."""
_NO_BACKER = re.compile(
    r"\b(?:advis[eo]r|adviser|counsel|underwriter|bookrunner|sponsor|according to|told|reported by|customers?|"
    r"clients?)\b",
    re.IGNORECASE,
)


_RAISES = re.compile(
    r",? (?:which |also |has |had |then )*(?:received|got|raised|secured|closed|completed|obtained|landed|bagged) "
    r"(?:[\w-]+ ){0,4}<[mr]\d"
)
"""Behind the name with which another clause begins ("led by Foo, and Bar got")."""


@dataclass(frozen=True, slots=True)
class Backing:
    """Names that put money in; `position` is the place of the masked text that says so."""

    names: tuple[Mention, ...]
    lead: bool
    position: int
    ahead: bool
    """The names stand before the round ("Foo led a round"), not behind it ("a round led by Foo")."""


def _listed(segment: Segment, position: int) -> tuple[list[Mention], int]:
    """The names listed from a place on, without the one that raises money in a clause of its own."""
    names, end = list_after(segment, position)
    for number, name in enumerate(names[1:], 1):
        begin, stop = segment.at[f"n{segment.names.index(name)}"]
        if _RAISES.match(segment.text, stop):
            return names[:number], begin
    return names, end


def backings(segment: Segment) -> list[Backing]:
    """Every list of backers of a segment, in order."""
    text, out = segment.text, list[Backing]()
    for match in _LED_BY.finditer(text):
        names, end = _listed(segment, match.end())
        names = names or _in_brackets(segment, match.end())
        run = _RUN.search(segment.text, max(0, match.start() - 30), match.start())
        if _CROWD.search(segment.text, max(0, match.start() - 30), match.start()):
            continue
        people = bool(names) and all(n.cluster.kind == "person" for n in names)
        if (run and people) or (
            names and names[0].cluster.kind == "person" and _HOUSE_BEFORE.search(text, 0, match.start())
        ):
            continue
        follow = len(names) > 1 and _ONE_LEAD.search(match.group()) and _FOLLOW.match(text, end)
        out.append(Backing(tuple(names[:1] if follow else names), True, match.start(), False))
        if follow:
            out.append(Backing(tuple(names[1:]), False, match.start(), False))
        if more := _THEN.match(text, end):
            out.append(Backing(tuple(list_after(segment, more.end())[0]), False, match.start(), False))
    led = {id(n) for b in out for n in b.names}
    for match in _LEADS.finditer(text):
        if _PARTICIPLE.match(match.group()):
            continue
        here = segment.origin(match.start())
        names = [n for n in list_before(segment, match.start()) if id(n) not in led and n.start < here]
        names = names[-1:] if match.group().endswith("(lead)") else names
        out.append(Backing(tuple(names), True, match.start(), True))
    for match in _FROM.finditer(text):
        names, end = _listed(segment, match.end())
        if match.group() == "from " and (
            not _MONEYED.search(text, 0, match.end()) or _LEFT.search(text, max(0, match.start() - 60), match.start())
        ):
            continue
        if re.match(r"'s? ", text[end:]) or _NO_BACKER.search(text[max(0, match.start() - 25) : match.start()]):
            continue
        out.append(Backing(tuple(names), False, match.start(), False))
    for match in _JOINS.finditer(text):
        if _PARTICIPLE.match(match.group()):
            continue
        if re.match(
            r" (?:as (?:a |its |the |<n\d+>'s )?(?:chief|head|C[A-Z]O|president|director|vice|professor)|"
            r"<n\d+>'s? (?:board|team)|forces|hands)",
            text[match.end() :],
        ):
            continue
        names = list_before(segment, match.start())
        if _ADDED.search(text, match.start(), match.end() + 30):
            names = [n for n in names if looks_like_investor(n.cluster)]
        out.append(Backing(tuple(names), False, match.start(), True))
    return sorted((b for b in out if b.names), key=lambda b: b.position)


def _in_brackets(segment: Segment, position: int) -> list[Mention]:
    """Backers that are described first and named in brackets, from a place of the masked text on."""
    found, match = list[Mention](), _DESCRIBED.match(segment.text, position)
    while match is not None and (named := _BRACKETED.match(segment.text, match.end())):
        found.append(segment.named(named[1]))
        match = _NEXT_BRACKET.match(segment.text, named.end())
    return found
