"""How a text says that organisations work together: verbs, nouns, and what the cooperation is about."""

from __future__ import annotations

import re

from bot.extraction.masking import Segment
from bot.extraction.typed import plain

NOUN = (
    r"(?:partnerships?|contract|alliance|collaboration|co-?operation|agreement|memorand(?:um|a)(?: of understanding)?|m\.?o\.?u\.?|MoU|MOU|<x\d+>|letters? of intent|"
    r"joint venture|pact|tie-?up|consortium|joint (?:lab|laboratory|company|project|plan|research)|framework deal|co-development)"
)
SIGN = (
    r"(?:sign(?:s|ed|ing)?|ink(?:s|ed)?|enter(?:s|ed|ing)?(?: into)?|conclud(?:es?|ed)|str(?:ikes?|uck)|reach(?:es|ed)?|form(?:s|ed|ing)?|"
    r"announc(?:es?|ed|ing)|establish(?:es|ed)?|set(?:s|ting)? up|launch(?:es|ed)?|create[sd]?|seal(?:s|ed)?|extend(?:s|ed)?|deepen(?:s|ed)?|"
    r"expand(?:s|ed)?|register(?:s|ed)?|agree[sd]?(?: on| to)?|ha(?:s|ve|d)|clos(?:es?|ed)|end(?:s|ed)?|maintain\w*|put (?:their|its) names? to)"
)
WITH_VERB = (
    r"(?:partner(?:s|ed|ing)?(?: up)?|team(?:s|ed|ing)? up|collaborat(?:es?|ed|ing)|co-?operat(?:es?|ed|ing)|work(?:s|ed|ing)?(?: closely| together| hand in hand)?|"
    r"join(?:s|ed|ing)? (?:forces|hands)|all(?:y|ies|ied)(?: itself)?|t(?:ied|ies|ying|ie) up|link(?:s|ed)(?: up)?|pair(?:s|ed)(?: up)?|shak(?:es?|ing) hands|shook hands|"
    r"sign(?:s|ed)?(?: up)?|agree[sd]?|(?:jointly |co-?)(?:develop|build|train)\w*|developed|linked arms|contract(?:s|ed)|merge[sd]?)"
)
JOINT_VERB = re.compile(
    rf"(?:partner(?:s|ed|ing)?\b|team(?:ed|ing)? up|join(?:ed|ing)? (?:forces|hands)|collaborat\w+|co-?operat(?:e[sd]?|ing)\b|work(?:ed|ing)? together|shook hands|shake hands|"
    rf"(?:going|gone) further and agreed|agree[sd]? (?:to|on|that|in)\b(?! (?:buy|acquire|sell|be|pay|invest|raise|take))|co-?(?:develop|build|operat|found|author)\w*|"
    rf"put their names to|call(?:ed|ing)? off (?:the|their)|"
    rf"(?:jointly|together) (?:\w+)|(?:plan to |to )?(?:build|develop|train|design|produce|explore|create)\b(?! up)|"
    rf"in (?:a|the same) (?:consortium|alliance|partnership)|"
    rf"(?:sign|ink|enter|form|set up|establish|found|register|launch|open|creat|conclud|str[iu]ck|seal|announc)\w*(?: into)? (?:[^;.<>]|<[ldm]\d+>){{0,60}}?"
    rf"(?:{NOUN}|company|firm|fund|cent(?:re|er)|lab(?:oratory)?|department|institute|initiative|programme|program|project|plant|factory|union|\"<o\d+>))"
)
TOGETHER = r"(?:(?:jointly|together)(?: (?:developed|built|made|run|trained))?|in (?:close )?(?:collaboration|co-?operation|partnership|tandem|conjunction|alliance)|developed|designed|in league)"
MONEY_DEAL = re.compile(
    r"\b(?:invest(?:s|ed|ing|ment|ments|or|ors)?|rais(?:es?|ed|ing)|rounds?|financing|funding|stake|shareholders?|backers?|backed|fund(?:s|ed)|acqui\w+|takeover|"
    r"valued|valuation|bonds?|listing|ipo|underwriters?|sponsors?|bookrunners?|subscri\w+)\b",
    re.IGNORECASE,
)

_PHRASE_END = r"(?=,|;|\.(?:\s|\Z)|\s[–—-]\s|\)|:| (?:on|in|since|from|as of|by|until|this|last) <d\d+>| <d\d+>(?: |\Z)| (?:said|says|which|who|although|though|while|whereas|but|after|because)\b|\Z)"
_TOPICS = tuple(
    re.compile(pattern + _PHRASE_END)
    for pattern in (
        r"(?:,? |\A)(?:under which|in which|whereby|so that|aimed at|meant to|intended to|with the aim of|with a view to) (?:the two (?:sides |companies )?|both (?:sides )?|<o\d+> )?(?:will |is to |are to |plan to )?(?P<t>[^;]{4,110}?)",
        r"(?: |\A)(?:on|about|over|concerning|regarding|covering) (?:the |a |an )?(?!<[d])(?P<t>(?!<d|which|its|<m)[^;]{3,90}?)",
        r"(?: |\A)to (?P<t>(?!<|the |a |an |its )[a-z][^;]{3,90}?)",
        r"(?: |\A)(?:for|into) (?:the |a |an )?(?P<t>(?!<d|<m|which)[^;]{3,90}?)",
        r"(?:: |, )(?P<t>(?!and |but |who |which |an? |the |<)[a-z][^;]{4,80}?)",
        r"(?:,? |\A)(?P<t>[a-z]{3,}ing [^;]{4,80}?)",
    )
)  # fmt: skip


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
