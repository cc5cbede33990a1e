"""What tells the kind of a name that is in no list: words people are called by, glosses, counts, short forms."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING

from bot.articles.words import PINYIN, SURNAMES
from bot.extraction.text.cues import kind_of_noun
from bot.extraction.text.lexicon import is_word
from bot.names.people import is_family_name, is_given_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from bot.extraction.text.clusters import Cluster
    from bot.extraction.text.mentions import Mention

_WEIGHT = 2.0
"""These features count more than the letters of a name, which hold for the names of the training articles only."""
_GLOSS = re.compile(
    r"[\"”'*™®]*(?: ?\([^()]{1,40}\))?(?:,| –| —| -|:| is| was|,? which is) "
    r"(?:a|an|the|its|their|another|one of the)\b ([^,.;:()]{0,70})",
    re.IGNORECASE,
)
_GLOSS_END = re.compile(r"\b(?:of|for|that|which|who|with|from|in|on|to|by|whose|at|behind|based|made)\b")
_COUNTED = re.compile(r"(?:\b\d[\d,]*|\bper|\beach|\bevery|\btwo|\bthree|\bfirst|\ba single) \Z")
_GOODS_DO = re.compile(
    r"(?: \w+)?,? (?:costs?|weighs?|sells for|retails|stands|measures|runs on|packs|carries|lifts|ships with|"
    r"goes on sale|will cost|can (?:lift|carry|walk|pick|run|be))\b"
)
_OWNED = re.compile(r"(?:'s|’s|\bits|\btheir|\bour|\bhis|\bher) (?:[\w-]+ ){0,2}\Z")
_OFFICE = re.compile(r"['’]s? (?:own )?(?:chief|ceo|founder|head|shares|sales|board|staff)", re.IGNORECASE)


@cache
def _word_cues(name: str) -> frozenset[str]:
    words = name.split()
    first, last = words[0], words[-1]
    if len(words) == 1:
        cues = {
            "one given": is_given_name(first),
            "one family": is_family_name(first),
            "one family no word": is_family_name(first) and not is_word(first),
            "one no human": not is_given_name(first) and not is_family_name(first),
            "one is word": is_word(first),
        }
    else:
        given, family = is_given_name(first), is_family_name(last)
        chinese = first in SURNAMES
        cues = {
            "given first": given,
            "family last": family,
            "given family": given and family,
            "family given": is_given_name(last) and (chinese or is_family_name(first)),
            "pinyin": chinese and all(PINYIN.fullmatch(w) for w in words[1:]),
            "no human word": not given and not family and not is_family_name(first),
            "last is word": is_word(last),
            "first is word": is_word(first),
            "last is word no family": is_word(last) and not family,
        }
    return frozenset(cue for cue, holds in cues.items() if holds)


def _mention_cues(mention: Mention, doc: Doc, text: str) -> Iterator[str]:
    """Cues that one place is enough for."""
    before = text[max(0, mention.start - 70) : mention.start].split("\n")[-1]
    after = text[mention.end : mention.end + 120].split("\n")[0]
    if gloss := _GLOSS.match(after):
        phrase = _GLOSS_END.split(gloss[1])[0].split()
        if phrase:
            yield "gloss " + (kind_of_noun(phrase[-1]) or "other")
    if _COUNTED.search(before):
        yield "counted"
    if re.search(r"\b(?:a|an|one) \Z", before):
        yield "a"
    if re.match(r"s?[™®]", after):
        yield "mark"
    if f"{mention.text}s" in text and re.search(rf"\b{re.escape(mention.text)}s\b", text):
        yield "plural"
    if _GOODS_DO.match(after):
        yield "goods verb"
    if re.match(r"[,;]? (?:who|whose|he|she|his|her|him)\b", after):
        yield "person after"
    if _OFFICE.match(after):
        yield "org poss"
    root = doc[mention.root]
    for child in root.children:
        if child.dep_ == "appos" and (kind := kind_of_noun(child.lemma_)):
            yield f"appos {kind}"
    if root.dep_ == "appos" and (kind := kind_of_noun(root.head.lemma_)):
        yield f"apposof {kind}"


def _mention_shares(mention: Mention, doc: Doc, text: str) -> Iterator[str]:
    """Cues that count by how many of the mentions have them."""
    if re.search(r"\. (?:He|She|His|Her)\b", text[mention.end : mention.end + 200].split("\n\n")[0]):
        yield "pronoun follows"
    if _OWNED.search(text[max(0, mention.start - 70) : mention.start].split("\n")[-1]):
        yield "owned"
    if mention.last + 1 < len(doc):
        following = doc[mention.last + 1]
        if following.tag_ == "NNS" and following.pos_ == "NOUN":
            yield "before plural"
        if kind := kind_of_noun(following.text):
            yield f"before {kind}"


def kind_cues(cluster: Cluster, doc: Doc, text: str) -> dict[str, float]:
    """The features of a cluster by its words and what stands around its mentions; `text` is that of the parse."""
    features: dict[str, float] = defaultdict(float)
    named = cluster.named
    texts = {m.text for m in named}
    fullest = max(texts, key=lambda n: (len(n.split()), len(n), n))
    for cue in _word_cues(fullest):
        features[f"cue {cue}"] = _WEIGHT
    if " " in fullest:
        first, last = fullest.split()[0], fullest.split()[-1]
        if first in texts:
            features["cue short first"] = _WEIGHT
        if last in texts:
            features["cue short last"] = _WEIGHT
    for mention in named:
        for cue in _mention_cues(mention, doc, text):
            features[f"cue {cue}"] = _WEIGHT
        for cue in _mention_shares(mention, doc, text):
            features[f"cue {cue}"] += _WEIGHT / len(named)
    return dict(features)
