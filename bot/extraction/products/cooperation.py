"""How a text says that organisations work together: verbs, nouns, and what the cooperation is about."""

from __future__ import annotations

import re

from bot.extraction.text.masking import Segment
from bot.extraction.text.typed import WORD, plain

NOUN = (
    r"(?:partnerships?|contract|alliance|collaboration|co-?operation|agreement|memorand(?:um|a)(?: of "
    r"understanding)?|m\.?o\.?u\.?|MoU|MOU|<x\d+>|letters? of intent|"
    r"joint venture|pact|tie-?up|consortium|joint (?:lab|laboratory|company|project|plan|research)|"
    r"framework deal|co-development|deal(?= with <o))"
)
SIGN = (
    r"(?:sign(?:s|ed|ing)?|ink(?:s|ed)?|enter(?:s|ed|ing)?(?: into)?|conclud(?:es?|ed)|str(?:ikes?|uck)|"
    r"reach(?:es|ed)?|form(?:s|ed|ing)?|"
    r"announc(?:es?|ed|ing)|establish(?:es|ed)?|set(?:s|ting)? up|launch(?:es|ed)?|create[sd]?|seal(?:s|ed)"
    r"?|extend(?:s|ed)?|deepen(?:s|ed)?|"
    r"expand(?:s|ed)?|register(?:s|ed)?|agree[sd]?(?: on| to)?|ha(?:s|ve|d)|clos(?:es?|ed)|end(?:s|ed)?|"
    r"maintain\w*|put (?:their|its) names? to)"
)
WITH_VERB = (
    r"(?:partner(?:s|ed|ing)?(?: up)?|team(?:s|ed|ing)? up|collaborat(?:es?|ed|ing)|co-?operat(?:es?|ed|"
    r"ing)|work(?:s|ed|ing)?(?: closely| together| hand in hand)?|"
    r"join(?:s|ed|ing)? (?:forces|hands)|all(?:y|ies|ied)(?: itself)?|t(?:ied|ies|ying|ie) up|link(?:s|ed)"
    r"(?: up)?|pair(?:s|ed)(?: up)?|shak(?:es?|ing) hands|shook hands|"
    r"sign(?:s|ed)?(?: up)?|agree[sd]?|(?:jointly |co-?)(?:develop|build|train)\w*|developed|linked arms|"
    r"contract(?:s|ed)|merge[sd]?)"
)
JOINT_VERB = re.compile(
    rf"(?:partner(?:s|ed|ing)?\b|team(?:ed|ing)? up|join(?:ed|ing)? (?:forces|hands)|collaborat\w+|"
    rf"co-?operat(?:e[sd]?|ing)\b|work(?:ed|ing)? together|shook hands|shake hands|"
    rf"(?:going|gone) further and agreed|agree[sd]? (?:to|on|that|in)\b(?! (?:buy|acquire|sell|be|pay|"
    rf"invest|raise|take))|co-?(?:develop|build|operat|found|author)\w*|"
    rf"put their names to|call(?:ed|ing)? off (?:the|their)|r[au]n(?:ning)? (?:an? |the )?(?:joint|shared|"
    rf"common) (?:lab(?:oratory)?|cent(?:re|er)|project|venture|team|programme|program|plant|institute)\b|"
    rf"(?:jointly|together) (?:\w+)|(?:(?:plan|going|set|about) to |to )?(?:build|develop|train|design|produce|"
    rf"explore|create)\b(?! up)|"
    rf"in (?:a|the same) (?:consortium|alliance|partnership)|"
    rf"(?:sign|ink|enter|form|set up|establish|found|register|launch|open|creat|conclud|str[iu]ck|seal|"
    rf"announc)\w*(?: into)? (?:[^;.<>]|<[ldm]\d+>){{0,60}}?"
    rf"(?:{NOUN}|extension|company|firm|fund|cent(?:re|er)|lab(?:oratory)?|department|institute|initiative|programme|"
    rf"program|project|plant|factory|union|\"<o\d+>))"
)
TOGETHER = (
    r"(?:(?:jointly|together)(?: (?:developed|built|made|run|trained))?|in (?:close )?(?:collaboration|"
    r"co-?operation|partnership|tandem|conjunction|alliance)|developed|designed|in league)"
)
MONEY_DEAL = re.compile(
    r"\b(?:invest(?:s|ed|ing|ment|ments|or|ors)?|rais(?:es?|ed|ing)|rounds?|financing|funding|stake|"
    r"shareholders?|backers?|backed|fund(?:s|ed)|acqui\w+|takeover|"
    r"valued|valuation|bonds?|listing|ipo|underwriters?|sponsors?|bookrunners?|subscri\w+)\b",
    re.IGNORECASE,
)

WITH = re.compile(
    rf"\b(?P<verb>{WITH_VERB})"
    rf"(?: (?!not\b|people\b)(?:{WORD}|on <d\d+>|in <d\d+>|for \w+ years|<d\d+>)){{0,2}}? with (?=\S)"
)
NOUN_WITH = re.compile(
    rf"\b(?:(?P<verb>{SIGN}) (?:[^;.<]|<[rdm]\d+>){{0,50}}?)?(?<!\w)(?P<noun>{NOUN})(?!\w)"
    rf"(?P<about>(?:[^;.<]|<[rdm]\d+>){{0,70}}?) with (?=\S)"
)
BETWEEN = re.compile(
    rf"\b(?P<noun>{NOUN}|venture)(?: [^;.<]{{0,40}}?)? (?:between|of|by|that|which|in which|uniting|among) "
    rf"(?:both )?(?=\S)"
)
TOGETHER_WITH = re.compile(rf"\b{TOGETHER} with (?=\S)")
_SHARED = (
    r"(?:ventures?|lab(?:oratory|oratories|s)?|cent(?:er|re)s?|project|company|factory|plant|institute|programme|"
    r"program|research|development|team|fund|platform|work|production|line|unit|effort|bid|statement)"
)
POSSESSED = re.compile(rf"<o(?P<a>\d+)>(?:'s)? and <o(?P<b>\d+)>'s joint (?P<noun>(?:{WORD} )?{_SHARED}\b|{WORD})")
LICENCE = re.compile(
    rf"\blicen[cs](?:es?|ing|ed(?! by))\b(?P<what>(?:[^;.<]|<[dmp]\d+>|<o\d+>'s){{0,90}}?)\b(?:of|from|by|to|for) "
    rf"(?:the )?(?:{WORD} ){{0,4}}?<o(?P<b>\d+)>(?P<owner>'s? [^;.]{{0,40}})?"
)
HIRED = re.compile(
    rf"\b(?:hire[sd]?|poach(?:es|ed)|t(?:akes?|ook|aken?) on|recruit(?:s|ed)|helped <o\d+> to)\b (?P<what>[^;.<]"
    rf"{{0,40}}?\b(?:founders|co-founders|team|talent|staff|employees|engineers)) of (?:{WORD} )"
    rf"{{0,3}}?<o(?P<b>\d+)>"
)
SELLER = re.compile(
    r"\b(?:will|is to|are to|would|agreed [^;.]{0,30}?to|begins? to|signs? up to|signed up to) (?:also |"
    r"exclusively |then )?(?P<act>sell|distribute|market|resell|offer|build on|service|integrate)\b"
    r"(?: and [a-z]+)? (?:[^;.<]|<[d]\d+>){0,30}?<(?P<kind>[op])(?P<b>\d+)>"
)
THROUGH = re.compile(
    rf"\b(?:sell|distribute[sd]?|market|offer|sold|bundled)\b[^;.]{{0,50}}? (?:through|via) (?:{WORD} )"
    rf"{{0,4}}?<o(?P<b>\d+)>"
)
AS_PARTNER = re.compile(
    rf"\b(?:nam(?:es?|ed)|pick(?:s|ed)?|cho(?:se|oses|sen)|select(?:s|ed)?|appoint(?:s|ed)?|with) "
    rf"(?:{WORD} ){{0,4}}?<o(?P<b>\d+)> as (?:(?:its|the|an?|<o\d+>'s) |<o\d+>(?!'))(?:{WORD} )"
    rf"{{0,3}}?(?P<noun>partner|distributor|reseller|retailer|ally)?"
)
FIRST_CUSTOMER = re.compile(
    r"\bsign(?:s|ed) (?:up )?(?:its|<o\d+>'s|the|a) (?:[\w-]+ ){0,2}(?:customer|client|partner),? (?=\S)"
)
BRINGS = re.compile(
    rf"\bagree[sd] (?:(?:in|on) <d\d+> )?to (?P<act>bring|supply|deliver|deploy|provide)\b[^;.]{{0,60}}? "
    rf"(?:to|in|at|into) (?:an? |the )?(?:{WORD} ){{0,3}}?<o(?P<b>\d+)>"
)
DISTRIBUTOR = re.compile(
    r"<o(?P<a>\d+)>(?:'s? (?:<l\d+> )?(?:[\w-]+ ){0,3}?| (?:has |have )?(?:found|named|appointed|picked|"
    r"chosen) (?:<o\d+> |itself )?an? (?:[\w-]+ ){0,2}?)(?:distributor|reseller|retail partner)(?::|,)? "
    r"(?=(?:<o|the |[\w-]+ ))"
)
SIGNED_WITH = re.compile(r"(?:\A|: )<o(?P<a>\d+)>(?: and <o\d+>)? with (?=<o)")
_AMONG = (
    r"(?:(?:the )?(?:help|support|assistance) (?:from|of) |(?:people|researchers|engineers|friends|"
    r"scientists|colleagues|teams?) (?:at|from|of) )"
)
MADE_WITH = re.compile(
    rf"\b(?P<act>(?:co-?)?(?:develop|design|build|train|creat|collect|research)(?:ed|ing)|built|"
    rf"(?:co-?)?(?:develop|design)s)\b"
    rf"(?P<what>(?:[^;.<:]|<[pdlm]\d+>|<o\d+>'s){{0,70}}?)(?P<how>,? (?:together |jointly |"
    rf"in (?:close )?(?:co-?operation|"
    rf"collaboration|partnership) )?with {_AMONG}{{0,2}})(?=<o|the )"
)
"""Something made with somebody ("is designing a chip with <o1>", "trained with people at <o1>")."""
WHOM = re.compile(
    r"<o(?P<a>\d+)>(?:[^;.<,]|<l\d+>){0,40},? with (?:whom|which) (?:<o(?P<b>\d+)>|it|they|the company) "
    r"(?:[a-z]+ ){0,2}?(?P<act>(?:has|have|had|is|are|co-|develop|work|design|build|announc|sign|form)[\w -]{0,20})"
)
LETTER = re.compile(
    r"\b(?:sign(?:s|ed)|ink(?:s|ed)) an? (?:[a-z-]+ ){0,2}(?:letter of intent|memorandum of understanding|MoU|"
    r"MOU|<x\d+>|"
    r"framework agreement|cooperation agreement)\b(?!(?:[^;.<]|<[dmp]\d+>){0,60} (?:with|between) )"
)
"""Signed with nobody named: with the company that the article is about."""
SAME = re.compile(
    r"<o(?P<a>\d+)>(?: \([^()]*\))? (?:had|has|have)?\s?(?:already )?(?:do|does|did|done) (?:the same|so "
    r"too|likewise)\b"
)
THAT_DEAL = re.compile(
    rf"\A(?:The|This|Their) (?:{WORD} )?(?:alliance|partnership|joint venture|collaboration|cooperation|"
    rf"tie-up|pact|agreement|venture)\b(?!'s)"
)
UNDER = re.compile(r"\bunder an? (?:[\w-]+ ){0,2}(?:agreement|deal|contract|partnership)\b(?! with)")
DENIAL = re.compile(
    r"\b(?:not|never|no longer|no|neither|in talks|talks|rumou?r\w*|deny|denied|would like|wants? to|hopes? to)\b"
)
RIVAL = re.compile(
    r"\b(?:compet\w+|rival(?:s|ry)?|disput\w+|lawsuit|court|sued?|merge[drs]?|war|meeting|interview|compar\w+)\b"
)

_PHRASE_END = (
    r"(?=,(?!\d)|;|\.(?:\s|\Z)|\s[–—-]\s|\)|:| (?:on|in|since|from|as of|by|until|this|last) <d\d+>| <d\d+>(?: |"
    r"\Z)| (?:said|says|which|who|although|though|while|whereas|but|after|because)\b|\Z)"
)
_TOPICS = tuple(
    re.compile(pattern + _PHRASE_END)
    for pattern in (
        r"(?:,? |\A)(?:under which|in which|whereby|so that|aimed at|meant to|intended to|with the aim of|with "
        r"a view to) (?:the two (?:sides |companies )?|both (?:sides )?|<o\d+> )?(?:will |is to |are to |plan "
        r"to )?(?P<t>[^;]{4,110}?)",
        r"(?: |\A)(?:on|about|over|concerning|regarding|covering) (?:the |a |an )?(?!<[d])(?P<t>(?!<d|which|"
        r"its|<m)[^;]{3,90}?)",
        r"(?: |\A)to (?P<t>(?!<|the |a |an |its )[a-z][^;]{3,90}?)",
        r"(?: |\A)(?:for|into) (?:the |a |an )?(?P<t>(?!<d|<m|which)[^;]{3,90}?)",
        r"(?:: |, )(?P<t>(?!and |but |who |which |an? |the |<)[a-z][^;]{4,80}?)",
        r"(?:,? |\A)(?P<t>[a-z]{3,}ing [^;]{4,80}?)",
    )
)


def topic(segment: Segment, text: str, position: int) -> str | None:
    """What the words behind a place of the typed text say that a cooperation is about."""
    rest = text[position:]
    near: list[tuple[int, int, str]] = []
    for rank, pattern in enumerate(_TOPICS):
        match = pattern.search(rest)
        if match and match.start() <= 90:
            words = plain(segment, position + match.start("t"), position + match.end("t"))
            if len(words) > 3:
                near.append((match.start() // 25, rank, words))
    return min(near)[2] if near else None
