"""Kinds of event that no kind of fact tells, and the sentences that surely tell one: job cuts, new plants, failures."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.grammar.patterns import Pattern

_STAFF = r"(?:jobs?|staff|workforce|employees|workers|headcount|positions|posts|people|roles|team)"
_PLANT = (
    r"(?:factor(?:y|ies)|(?:assembly |production |manufacturing |second |new )?plants?|assembly lines?|gigafactor\w+|"
    r"(?:manufacturing|production|assembly) facilit(?:y|ies))"
)
_GAP = r"[^.;!?]{0,50}?"
_ROBOTS = r"(?:robots?|humanoids?|machines?|units|arms|dogs|carts|scanners|chairs|wheelchairs|scrubbers|drones|bots)"
_DROPPED = r"(?:cancel+ed|scrapped|abandoned|shelved|dropped|buried|called off|halted|put on hold)"
_COUNT = r"(?<![\d,.])(\d{1,3}(?:[,.]\d{3}){1,3}|\d{1,6})(?![\d.,]{0,12}\s?(?:%|per ?cent|years?|weeks|months|:))"
_OFF = r"la(?:id|ys?|ying)(?: [\w-]+){0,2}? off"
_SOME = r"(?:(?:about|some|around|nearly|almost|up to|its|the|of|another|a further|more than|over|all|remaining) ){0,3}"


@dataclass(frozen=True, slots=True)
class Happening:
    """One kind of event: what asks for it, what is searched for, what tells it, and the figure that says how large."""

    name: str
    asked: Pattern
    searched: str
    tells: Pattern
    figure: Pattern | None = None
    placed: bool = False
    """Whether a place that is asked for is that of the event, and not the home of the company."""
    needs: Pattern | None = None
    """What a sentence has to say besides."""


def _happening(
    name: str, asked: str, searched: str, tells: str, figure: str = "", placed: bool = False, needs: str = ""
) -> Happening:
    sized, needed = (Pattern(one, re.I) if one else None for one in (figure, needs))
    return Happening(name, Pattern(asked), searched, Pattern(tells, re.I), sized, placed, needed)


HAPPENINGS = (
    _happening(
        "Plants cancelled",
        rf"\b{_PLANT} (?:that |which )?(?:\w+ )?(?:got |were |was |been )?(?:{_DROPPED}|postponed)\b|"
        rf"\b(?:cancel\w*|scrapp\w*|abandon\w*|shelved|dropped) (?:\w+ )?{_PLANT}\b",
        "factory cancelled|plant cancelled|factory scrapped|plant shelved|plant abandoned|factory dropped|"
        "plant on hold|gave up factory|plant called off|factory project|decided not proceed plant|"
        "not build factory",
        rf"\b(?:decided|resolved|voted|chose|has|have|will)(?: [\w’'-]+){{0,3}}? not (?:to )?(?:proceed|go ahead|"
        rf"build|open|pursue)(?: with)?(?: [\w’'-]+){{0,4}}? {_PLANT}\b|"
        rf"\b{_PLANT} project\b[^.;!?]{{0,90}}?\b(?:is|was|has been|were) {_DROPPED}\b|"
        rf"\b(?:cancel(?:s|l?ed|l?ing)?|scrap(?:s|ped|ping)|abandon(?:s|ed|ing)|shelv(?:es|ed|ing)|drop(?:s|ped|ping)|"
        rf"call(?:s|ed) off|halt(?:s|ed)?|gave up|giv(?:es|ing) up|walk(?:s|ed) away from) (?:on )?"
        rf"(?:(?:plans?|work|construction) (?:for|to build|on|of) )?(?:an?|the|its|their|robot)\b(?: [\w’'-]+){{0,3}}? "
        rf"{_PLANT}\b|"
        rf"(?:\bplans? (?:for|to build) (?:an?|the|its) (?:[\w-]+ ){{0,3}}{_PLANT}|"
        rf"(?:^|[,;:–] ?|\band |\bbut )(?:the|its|an?) (?:[\w-]+ ){{0,3}}{_PLANT}(?: project)?|"
        rf"\b{_PLANT} (?:project|plans?))\b"
        rf"{_GAP}\b(?:{_DROPPED}|(?:is|was) on hold|will not be built|won['’]t be built)\b",
    ),
    _happening(
        "New plants",
        rf"\b(?:new|more|planned|upcoming|next|second|future) {_PLANT}\b|\b(?:who|which|what|whose)\b.*\b(?:build\w*|"
        rf"open\w*|plan\w*|add\w*) (?:(?:a|new|more|any|its|their) )*{_PLANT}\b|^(?:any |all )?{_PLANT}(?: are)? "
        rf"(?:planned|opened|opening|under construction|being built)\b|^(?:any |all |list )?{_PLANT} (?:in|planned)\b",
        "build factory|build plant|open factory|open plant|new plant|new factory|second factory|second plant|"
        "construction plant|assembly line plant|plant production start|opens assembly|manufacturing facility|"
        "invest in plant",
        rf"\b(?:build(?:s|ing)?|built|open(?:s|ed|ing)?|set(?:s|ting)? up|construct(?:s|ed|ing)?|"
        rf"establish(?:es|ed|ing)?|start(?:s|ed)? (?:building|construction)|broke ground|"
        rf"break(?:s|ing)? ground|add(?:s|ing)?|inaugurat\w+)"
        rf"(?: (?!(?:in|at|behind|near|for|from|with|on|of)\b)[\w’'-]+){{0,5}}? "
        rf"(?:an?|its (?:first|second|third|own|new)|new|second|third|first|another|fourth|two|three)\b"
        rf"(?: [\w’'-]+){{0,4}}? ?\b{_PLANT}\b|"
        rf"\b(?:a|its|the) (?:new|second|third|first) (?:[\w-]+ ){{0,3}}{_PLANT}\b{_GAP}\b(?:will|would|is to|are to|"
        rf"opens?|opened|start(?:s|ed)? (?:up|production)|under construction|planned)\b|"
        rf"\b(?:opens|to open|will open) (?:[A-Z][\w’'-]+ ){{1,3}}(?:assembly |production )?(?:line|plant|factory)\b|"
        rf"\b(?:invest(?:s|ing)?|spend(?:s|ing)?|spent)\b{_GAP}\b(?:on|in) an? (?:[\w-]+ ){{0,3}}{_PLANT}\b",
        placed=True,
    ),
    _happening(
        "Job cuts",
        r"\b(?:lay-?offs?|laid off|laying off|lays? off|job (?:cuts?|losses)|redundanc(?:y|ies)|(?:cut|cutting|cuts|"
        r"shed|shedding|axed|axing|slashing|slashed|fired|firing|sacked) (?:any |its |their )?(?:jobs|staff|people|"
        r"workers|employees|workforce))\b",
        "lays off employees|laid off|layoffs|job cuts|cut jobs|cut staff|cut workforce|let go employees|redundancies|"
        "dismissed employees|fewer employees|reduce headcount",
        rf"\b(?:{_OFF}|lay-?offs?|job (?:cuts?|losses)|redundanc(?:y|ies)|"
        rf"(?:let(?:s|ting)? go|cut(?:s|ting)?|shed(?:s|ding)?|eliminat\w+|slash\w*|axe[sd]?|dismiss\w*|"
        rf"fir(?:es|ed|ing)|sack\w*|reduc(?:e[sd]?|ing))\b[^.;]{{0,40}}?\b{_STAFF})\b",
        rf"\b(?:{_OFF}|let(?:s|ting)? go(?: of)?|(?:cut|shed)(?:s|ting|ding)?|axe[sd]?|slash(?:es|ed)?|"
        rf"dismiss(?:es|ed)?|fire[sd]?|sack(?:s|ed)?|eliminat(?:es|ed|ing)) {_SOME}{_COUNT}|"
        rf"{_COUNT} (?:[\w-]+ ){{0,2}}?(?:job cuts|job losses|lay-?offs|redundancies|"
        rf"jobs (?:\w+ ){{0,2}}(?:cut|lost|gone))|"
        rf"{_COUNT} (?:[\w-]+ ){{0,4}}?(?:were|are|will be|have been|being) "
        r"(?:laid off|let go|dismissed|made redundant)",
    ),
    _happening(
        "Hiring",
        r"\b(?:(?:who|which|what|anyone|anybody|whoever)\b.*\b(?:hiring|recruit\w*|adding (?:staff|people|jobs))|"
        r"(?:companies|firms|start-?ups|makers) (?:still )?(?:hiring|recruiting)|^(?:still )?hiring|new jobs)\b"
        r"(?! (?:of )?(?:<|(?:an? )?(?:new )?(?:ceo|cto|cfo|boss|executive)))",
        "will hire|hires jobs|hopes to have people|headcount rise|hire people|"
        "hiring engineers|recruit people|create jobs|add jobs|creating jobs|hire staff|increase headcount|"
        "double staff|new employees",
        r"\b(?:(?:will|to|plans? to|wants? to|intends? to|aims? to|going to|still|is|are|be) (?:\w+ )?"
        r"(?:hire|hiring|recruit(?:ing)?|add(?:ing)?|tak(?:e|ing) on|creat(?:e|ing))|"
        r"(?:hires|recruits|creat(?:es|ing)))\b"
        r"[^.;]{0,30}?\b\d[\d,]*\b[^.;]{0,30}?\b(?:people|staff|employees|workers|jobs|engineers|technicians|posts|"
        r"positions|roles|developers|graduates)\b|"
        r"\b(?:will|to|plans? to|wants? to) (?:hire|recruit|take on) (?:about |some |up to |another )?\d[\d,]*\b"
        r"(?!\s?%)|"
        r"^[^.;]{0,80}?\b\d[\d,]* (?:new )?(?:hires|recruits)\b|"
        r"\bhop(?:es|ing) to (?:have|employ) \d+ (?:people|staff)\b|"
        r"\b(?:staff|headcount|workforce|team) (?:is |are |should |will )(?:to )?(?:grow|rise|increase)\b[^.;]{0,20}?\b"
        r"(?:to|by) \d|"
        r"\bdoubl(?:e|ing) (?:its |the |their )?(?:staff|headcount|workforce|team)\b|"
        r"\b(?:increase|raise|grow|expand)\w* (?:its |the |their )?(?:staff|headcount|workforce|team)\b[^.;]{0,30}\bto "
        r"\d",
    ),
    _happening(
        "Failures",
        r"\b(?:(?<!the )(?<!an )(?<!a )(?:bankrupt\w*|insolven\w*)|receivership\w*|liquidat\w+|clos(?:ures?|"
        r"ed down)|shut ?downs?|(?:shut|shutting|"
        r"closed|closing|going|gone|went|goes) (?:down|under|bust|broke|out of business)|folded|wound up|"
        r"ceased (?:trading|operations)|(?:companies|startups|firms|makers|who|which) (?:that |which )?(?:has |have )?"
        r"(?:died|failed|collapsed))\b",
        "insolvency|filed bankruptcy|bankrupt|insolvent|receivership|liquidation|shut down|shuts down|shut doors|"
        "ceased operations|stopped operations|administration|wound up|out of business",
        r"\b(?:fil(?:ed|es|ing) for (?:\w+ ){0,2}?(?:bankruptcy|insolvency|protection|chapter|administration|creditor)|"
        r"(?:is|was|went|goes|gone|became|declared(?: \w+)?|been|now) (?:insolvent|bankrupt|bust)|"
        r"(?:in|into|under|enter(?:s|ed)|opened|its|opens) (?:preliminary |self-administered )?"
        r"(?:insolvency|receivership|liquidation|bankruptcy)(?: proceedings)?|"
        r"insolvent since|(?:has |have )?ceased (?:trading|operations|to operate)|stopped (?:its )?operat(?:ions|ing)|"
        r"(?:has |have |is |was |will |to )?shut(?:s|ting)? (?:down|its doors)|closed (?:down|its doors)|wound up|"
        r"(?:fell|went|slid) into administration|went (?:under|bust|out of business)|shuts after)\b(?! (?:an?|the|its|"
        r"their|all|one) )",
    ),
    _happening(
        "Down rounds",
        r"\bdown[- ]?rounds?\b|\b(?:lower|reduced|falling) valuations?\b",
        "down round|lower valuation than|below valuation|valuation cut|valuation fell|valuation halved|discount to its "
        "last round|below put on in",
        r"\bdown[- ]?round\b|\bvaluation\b[^.;]{0,40}\b(?:fell|dropped|halved|slashed|cut)\b|"
        r"\b(?:below|lower than|down from|less than|half) (?:of )?(?:the|its) (?:[$€£¥₩₹]|\d)[^.;]{0,40}\b(?:valu\w+|"
        r"worth|put on|round|in (?:19|20)\d\d)\b|"
        r"\b(?:valued|valuation|worth)\b[^.;]{0,40}\b(?:below|lower than|down from|less than)\b[^.;]{0,40}\d",
    ),
    _happening(
        "SPAC deals",
        r"\b(?:spacs?|blank[- ]che(?:ck|que)|special[- ]purpose)\b",
        "SPAC|blank-check|special purpose acquisition",
        r"\b(?:SPACs?|blank[- ]che(?:ck|que)|special[- ]purpose acquisition)\b",
    ),
    _happening(
        "Robots given back or taken out",
        rf"\b(?:return(?:ed|ing|s)?|sent back|gave back|g[ai]ven? up|remov(?:ed|ing)|thr(?:ew|own) out|took out|"
        rf"withdrew|abandoned|dropped|got rid of|scrapped|ditched|stopped using|pulled) (?:\w+ ){{0,2}}?"
        rf"(?:{_ROBOTS}|robotics)\b|"
        rf"\b{_ROBOTS} (?:\w+ )?(?:returned|sent back|removed|given (?:back|up)|taken out|thrown out|withdrawn|"
        r"ditched)\b|\b(?:pilots?|trials?|tests?) (?:that )?(?:\w+ )?(?:ended|stopped|failed|cancelled|abandoned)\b|"
        r"\b(?:tried|tested) (?:robots?|humanoids?|them) (?:and|but) (?:gave up|stopped|returned)",
        "returned robots|sent robots back|robots removed|gave up robots|ended trial|ended pilot|pilot stopped|"
        "robots withdrawn|threw out|robots sent home|stopped using robots|took out",
        rf"\b(?:return(?:ed|s|ing)|will (?:return|remove|send back|give back|take out)|"
        rf"sent back|sends? back|gave back|giv(?:es|ing) back|remov(?:ed|es|ing)|"
        rf"thr(?:ew|own) out|took out|tak(?:en|es|ing) out|withdr(?:ew|awn)|scrapped|ditched|got rid of|switched off|"
        rf"gave up (?:on )?(?:the|its|their|all|\d+)|stopped using|no longer us(?:es|ed))\b[^;,]{{0,30}}?\b{_ROBOTS}\b"
        r"(?! (?:plant|factory|maker|project))|"
        rf"\b{_ROBOTS}\b[^.;]{{0,30}}?\b(?:were|was|are|been|got) (?:\w+ )?(?:returned|sent (?:back|home|away)|removed|"
        r"given back|taken (?:out|away)|thrown out|withdrawn|switched off|scrapped|retired)\b|"
        rf"\bsent (?:[\w-]+ ){{0,4}}?{_ROBOTS} (?:home|back|away)\b|"
        rf"\b(?:tried|tested|trial|{_ROBOTS})\b[^.;]{{0,80}}?\b"
        r"(?:sent (?:it|them) (?:back|home|away)|took (?:it|them) out|(?:gave|handed) (?:it|them) back)\b|"
        r"\b(?:ended|stopped|broke off|called off|did not extend|cancelled|abandoned) (?:the|its|a|their) (?:[\w-]+ )"
        r"{0,2}(?:pilot|trial|test|experiment)\b|\b(?:pilot|trial|experiment) (?:was|were|has been|had been) (?:ended|"
        r"stopped|broken off|called off|abandoned)\b",
        needs=rf"\b(?:robot\w*|{_ROBOTS}|tried)\b",
    ),
    _happening(
        "Funds closed",
        r"\bfunds? (?:that |which )?(?:\w+ )?(?:closed|closing|(?:was|were) (?:raised|closed))\b|"
        r"\bfund clos(?:es|ings?)\b|"
        r"\bnew (?:vc|venture|venture capital) funds\b|\bclosed (?:a |new |their |its )*funds?\b(?! rounds?)",
        "closed fund|final close|fund close|raises fund|first close fund|fund final closing",
        r"\bclos(?:ed|es|ing) (?:of )?(?:its |their |the |a |on )?(?:[\w’'-]+ ){0,5}?fund\b|"
        r"\bfund\b[^.;]{0,40}?\b(?:final|first) clos(?:e|ing)\b|"
        r"\b(?:final|first) clos(?:e|ing) (?:of|for|on)\b[^.;]{0,40}?\bfund\b|"
        r"\brais(?:es|ed) \S{2,12}(?: (?:million|billion))?(?: for)?(?: [\w’'-]+){0,4}? fund\b",
    ),
    _happening(
        "What was denied",
        r"\b(?:rumou?rs?|reports?|claims?|stories) (?:that |which )?(?:\w+ )?(?:denied|false|wrong|untrue|not true|"
        r"refuted)\b|\b(?:denied|false|wrong|refuted) (?:rumou?rs?|reports?|claims)\b|"
        r"\bwho (?:has )?denied (?:what|something|rumou?rs)\b|^(?:any |all |list )?denials\b",
        "denied|denies|denying reports|not true|false rumours|rejected report|no truth",
        r"\b(?:den(?:ies|ied|ying)\b(?! (?:entry|access|him|her|them|us|bail|permission))|"
        r"reject(?:s|ed) (?:the |a |such )?(?:\w+ )?(?:reports?|rumou?rs?|claims?|speculation)|no truth )|"
        r"^\W*not true\b",
    ),
)
_NOT = (
    r"no|not|never|without|den(?:y|ies|ied|ying)|avoid\w*|instead of|rather than|rul(?:es|ed) out|dismiss(?:es|ed)|"
    r"rubbish\w*|neither|nobody|fears? of|unless|rumou?r\w*|buzz|alleg\w*|speculat\w*|0|zero"
)
_NOT_SO = Pattern(rf"\b(?:{_NOT}|could|might|may|would|if|whether)\b|n['’]t\b", re.I)
"""What stands before the words for an event that has not happened or is not sure."""
_NOT_PLANNED = Pattern(rf"\b(?:{_NOT})\b|n['’]t\b", re.I)
_MAY_BE_AHEAD = frozenset({"New plants", "Hiring"})
"""What may still be to come."""
_SAYS_NO = frozenset({"What was denied", "Plants cancelled"})
"""What is told by words that unsay something."""
_BEFORE, _SHORTEST = 45, 5
"""Characters before the words of an event that may unsay it; words that a sentence has and a heading has not."""


def asked_happening(shape: str) -> Happening | None:
    """The kind of event that a question asks for; None where it asks for none of these."""
    return next((one for one in HAPPENINGS if one.asked.search(shape)), None)


def tells(one: Happening, text: str) -> bool:
    """Whether a sentence surely tells such an event."""
    met = one.tells.search(text)
    if (
        met is None
        or (one.needs is not None and not one.needs.search(text))
        or text.rstrip(" \"”'").endswith("?")
        or len(text.split()) < _SHORTEST
    ):
        return False
    if one.name in _SAYS_NO:
        return True
    before = text[max(0, met.start() - _BEFORE) : met.end()]
    return not (_NOT_PLANNED if one.name in _MAY_BE_AHEAD else _NOT_SO).search(before)


def size_of(one: Happening, text: str) -> float:
    """The figure of an event that a sentence tells, by which the largest comes first; 0 where it tells none."""
    met = one.figure.search(text) if one.figure is not None else None
    told = next((group for group in met.groups() if group), "") if met is not None else ""
    return float(re.sub(r"[.,]", "", told)) if told else 0.0
