"""Where an organisation sits, from all that an article says of it: "based in", "the Leeds company", "of Leeds"."""

from __future__ import annotations

import re
from collections import Counter

from bot.extraction.text.clusters import Cluster
from bot.extraction.text.context import Context
from bot.extraction.text.masking import masked

_SEATED = (
    re.compile(
        r"<n(?P<o>\d+)>(?:'s (?:headquarters|head office)|,? (?:which |that )?(?:is |was |are )?(?:also )?(?:based|"
        r"headquartered|domiciled|registered|located)|,? (?:which |that )?(?:sits|resides|has its (?:seat|"
        r"headquarters|head office))) (?:is |are )?(?:in|at|near|outside) (?:the )?<n(?P<p>\d+)>"
    ),
    re.compile(r"<n(?P<p>\d+)>-(?:based|headquartered) (?:[a-z-]+ ){0,5}<n(?P<o>\d+)>"),
    re.compile(
        r"<n(?P<o>\d+)> (?:of|from|in) <n(?P<p>\d+)>(?=[,.;:)]| (?:has|is|was|said|says|sells|makes|builds|plans)\b)"
    ),
    re.compile(r"<n(?P<o>\d+)> \(<n(?P<p>\d+)>(?:, [^()]{2,30})?\)"),
    re.compile(
        r"<n(?P<o>\d+)>, (?:an?|the) (?:[a-z-]+ ){0,3}<n(?P<p>\d+)>(?:-based)? (?:[a-z-]+ ){0,4}(?:company|startup|"
        r"start-up|firm|maker|builder|manufacturer|house|specialist|developer|outfit|lab|group|spin-off)\b"
    ),
    re.compile(
        r"<n(?P<p>\d+)>(?:'s)? (?:[a-z-]+ ){0,4}(?:company|startup|start-up|firm|maker|builder|manufacturer|house|"
        r"specialist|developer|outfit),? <n(?P<o>\d+)>"
    ),
)


def base_of(ctx: Context, org: Cluster) -> str | None:
    """The one place, or the most often named, that an article seats an organisation in."""
    found: Counter[str] = Counter()
    for mention in org.mentions:
        if mention.anaphoric:
            for word in re.findall(r"[A-Z][\w-]+(?: [A-Z][\w-]+)*?(?=-based| )", mention.text.removeprefix("The ")):
                if ctx.registry.is_place(word):
                    found[word] += 1
    for sentence in ctx.sentences:
        if not any(m.cluster is org for m in sentence.mentions):
            continue
        segment = masked(sentence, sentence.start, sentence.end)
        for pattern in _SEATED:
            for match in pattern.finditer(segment.text):
                house, place = segment.named(match["o"]).cluster, segment.named(match["p"]).cluster
                if house is org and place.kind == "place":
                    found[place.name] += 2
    if found:
        return found.most_common(1)[0][0]
    return next(iter(org.places)) if len(org.places) == 1 else None
