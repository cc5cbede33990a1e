"""Takeovers: one company, business unit or controlling stake bought, agreed, rumoured or called off."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.extraction.clusters import Cluster
from bot.extraction.context import Arg, Context, Predicate
from bot.extraction.deals import date_by, status
from bot.extraction.financing import DESC
from bot.extraction.kind import Draft, Kind
from bot.extraction.masking import Segment, all_segments
from bot.extraction.mentions import Mention
from bot.model.money import Money

_BUY = {"acquire", "buy", "purchase", "swallow", "absorb", "snap", "gobble"}
_PHRASES = re.compile(
    r"\b(?:t(?:ook|akes?|aken|aking) over|t(?:ook|akes?|aken|aking) control of|gain(?:s|ed) control of|snap(?:s|ped|ping) up|scoop(?:s|ed) up|pick(?:s|ed) up|"
    r"b(?:ought|uys?|uying) out|gobbl(?:es|ed) up|complet(?:es|ed) (?:the|<n\d+>'s?) (?:acquisition|purchase|takeover) of|swallow(?:s|ed)?|acquir(?:es?|ed|ing)|"
    r"b(?:ought|uys?|uying)|purchas(?:es?|ed|ing)|absorb(?:s|ed)?)\b"
)
_UNIT_NOUN = r"(?:business(?:es)?|unit|division|arm|operations?|subsidiary|branch|activities)"
_UNIT_OF = re.compile(
    rf"\A(?:the |an? |<n\d+>'s )?(?P<unit>(?:(?!the )[\w-]+ ){{1,4}}{_UNIT_NOUN}) of (?:the )?(?:(?:[A-Z]?[a-z][\w-]*|<n\d+>'s?) ){{0,5}}?<n(?P<owner>\d+)>"
)
_OWNED_UNIT = re.compile(
    rf"\A(?:[a-z][\w-]* ){{0,4}}<n(?P<owner>\d+)>(?:'s?|s') (?P<unit>(?:[\w-]+ ){{0,4}}{_UNIT_NOUN})\b(?! <n)"
)
_TARGET = re.compile(
    rf"\A(?:(?:an? |the |up |about )?(?:(?:additional |remaining |controlling |majority |another )?(?:\d[\d.]* ?(?:%|per ?cent|percent)|controlling|majority|remaining|stake|all|100%|wholly|rest)[^<;.]{{0,40}}? (?:of|in) ))?(?:<n\d+>'s? )?{DESC}[\"“*]*<n(?P<n>\d+)>(?!'s? (?:robots?|shares|stock|products?|machines|humanoids|latest))"
)
_DEAL_NOUN = re.compile(r"\b(?:acquisition|takeover|purchase|buy-?out|take-?over|fusion)\b")
_NOT_TARGETS = re.compile(
    r"\b(?:\d+ (?:more )?(?:robots|units|machines)|robots|humanoids|chips|components|parts|shares?|stock|time|land|tickets?)\b"
)
_PAID = re.compile(
    rf"\b(?:pa(?:y|ys|id|ying)|hand(?:s|ed)? over|offer(?:s|ed)|bid|spen[dt]) <m\d+>(?: [a-z]+){{0,6}} for {DESC}<n(\d+)>"
)
_SOLD = re.compile(
    rf"\b(?:s(?:ell|ells|old|elling)|offload(?:s|ed)|divest(?:s|ed)|hand(?:s|ed)? over|dispos(?:es|ed) of) (?P<what>[^;.]{{0,80}}?) to {DESC}<n(?P<buyer>\d+)>"
)
_PASSED = re.compile(rf"\b(?:goes|went|pass(?:es|ed)(?: on)?|belongs?|sold|gone)(?: again)? to {DESC}<n(\d+)>")
_MERGE = re.compile(
    rf"<n(\d+)>(?:[^;.<]{{0,40}}| \([^()]*\)| and [^;.<]{{0,30}})?(?:<n(\d+)>(?: \([^()]*\))?)? (?:[a-z]+ ){{0,5}}?(?:merge[sd]?|merging|agreed on a merger)(?: with {DESC}<n(\d+)>)?"
)
_STAKE_SHARE = re.compile(r"(\d+(?:\.\d+)?) ?(?:%|per ?cent|percent)")
_PRICE_BEFORE = re.compile(
    r"\b(?:for|at|price(?: tag)?[^<;]{0,30}|worth|valued at|pa(?:y|id|ys)|consideration[^<;]{0,30}|sum of|offer of|cost|bid|total[^<;]{0,20}|put (?:a value|<n\d+>'s? offer)[^<;]{0,8})(?: (?:of|at|is|was|about|around|roughly|nearly|some|over|more than|up to|as much as|a|total|in|close to|approximately|just))*,? ?\(?\Z"
)
_PRICE_AFTER = re.compile(
    r"(?: [\w-]+){0,2} (?:acquisition|takeover|deal|purchase|buy-?out|offer|bid|transaction|sale|in cash|all-cash|cash)\b"
)


@dataclass(frozen=True, slots=True)
class Target:
    name: str
    seller: str | None
    cluster: Cluster | None


def _target(segment: Segment, position: int) -> Target | None:
    """What is bought, read from a place of the masked text on: a company, or a unit with the group it belongs to."""
    rest = segment.text[position:].lstrip()
    if unit := _UNIT_OF.match(rest) or _OWNED_UNIT.match(rest):
        owner = segment.names[int(unit["owner"])].cluster
        if owner.kind in {"org", "unknown", "person"}:
            words = re.sub(r"<n(\d+)>", lambda m: segment.names[int(m[1])].text, unit["unit"])
            kind_word = re.match(r"(?:industrial )?(robot(?:ics|s)?) (?:business|unit|division|arm)\Z", words)
            return Target(f"{owner.name} Robotics" if kind_word else f"{owner.name} {words}", owner.name, None)
    match = _TARGET.match(rest)
    if not match or _NOT_TARGETS.search(re.sub(r"<n\d+>", "", match.group())):
        return None
    mention = segment.names[int(match["n"])]
    if mention.cluster.kind == "place" and not mention.anaphoric:
        return None
    return Target(mention.cluster.name, None, mention.cluster)


def _share(text: str) -> float | None:
    found = _STAKE_SHARE.search(text)
    return float(found[1]) if found else None


def price(segment: Segment) -> Money | None:
    """The sum that a segment gives as the price of a takeover."""
    for number, mention in enumerate(segment.money):
        start, end = segment.at[f"m{number}"]
        if _PRICE_BEFORE.search(segment.text[:start]) or _PRICE_AFTER.match(segment.text[end:]):
            if not re.match(r" (?:of (?:revenue|sales)|a share|per share|in (?:revenue|sales))", segment.text[end:]):
                return mention.money
    return None


def _orgs(args: Iterable[Arg]) -> list[Mention]:
    return [m for arg in args for m in arg.mentions if m.cluster.kind in {"org", "unknown", "person"}]


def _by(segment: Segment, position: int, word: str) -> Mention | None:
    match = re.compile(rf"[^;.]{{0,70}}?\b{word} {DESC}<n(\d+)>").match(segment.text, position)
    mention = segment.names[int(match[1])] if match else None
    return mention if mention is not None and mention.cluster.kind != "place" else None


def _last_name(segment: Segment, position: int) -> Mention | None:
    before = [t for t, (start, _) in segment.at.items() if t[0] == "n" and start < position]
    named = [segment.names[int(t[1:])] for t in before]
    fit = [m for m in named if m.cluster.kind in {"org", "unknown"}]
    return fit[-1] if fit else None


def _deals(segment: Segment, ctx: Context) -> Iterator[tuple[Cluster, Target, str | None, int, str]]:
    """Buyer, target, seller, place in the masked text and mood of every takeover in a segment."""
    text = segment.text
    moods: dict[int, Predicate] = {p.start: p for p in segment.sentence.predicates if not p.noun}
    for match in _PHRASES.finditer(text):
        predicate = moods.get(segment.origin(match.start()))
        if predicate is None:
            continue
        if predicate.passive:
            targets = _orgs(predicate.objects)
            buyer = next(iter(_orgs(predicate.subjects)), None) or _by(segment, match.end(), "by")
            seller = _by(segment, match.end(), "from")
            for mention in targets:
                if buyer is not None and buyer is not mention:
                    yield (
                        buyer.cluster,
                        Target(mention.cluster.name, None, mention.cluster),
                        seller.cluster.name if seller else None,
                        match.start(),
                        predicate.mood,
                    )
            continue
        target = _target(segment, match.end())
        buyer = next(iter(_orgs(predicate.subjects)), None) or _last_name(segment, match.start())
        share = _share(text[match.end() : match.end() + 50])
        if (
            target is None
            or buyer is None
            or (share is not None and share < 50 and "remaining" not in text and "another" not in text)
        ):
            continue
        if re.match(r" (?:an? )?(?:[\w-]+ )?(?:stake|holding|minority|shares?|interest)\b", text[match.end() :]):
            continue
        seller = _by(segment, match.end(), "from")
        yield (
            buyer.cluster,
            target,
            target.seller or (seller.cluster.name if seller else None),
            match.start(),
            predicate.mood,
        )
    for match in _DEAL_NOUN.finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        owner = re.search(r"<n(\d+)>(?:'s?|s') (?:[\w-]+ |<m\d+> ){0,4}\Z", before)
        of = re.match(r" (?:of|approach (?:for|to)) ", after)
        target = _target(segment, match.end() + of.end()) if of else None
        buyer = _by(segment, match.end(), "by")
        if target is None and owner and buyer is not None:
            target = Target(segment.names[int(owner[1])].cluster.name, None, segment.names[int(owner[1])].cluster)
        elif owner:
            buyer = buyer or segment.names[int(owner[1])]
        if target is not None and buyer is None:
            buyer = _last_name(segment, match.start())
        if target is not None and buyer is not None and buyer.cluster is not target.cluster:
            yield buyer.cluster, target, target.seller, match.start(), "fact"
    for match in _PAID.finditer(text):
        predicate = moods.get(segment.origin(match.start()))
        target = _target(segment, match.start(1) - 2)
        buyer = (next(iter(_orgs(predicate.subjects)), None) if predicate else None) or _last_name(
            segment, match.start()
        )
        if target is not None and buyer is not None:
            yield buyer.cluster, target, None, match.start(), predicate.mood if predicate else "fact"
    for match in _SOLD.finditer(text):
        target = _target(segment, match.start("what"))
        seller = _last_name(segment, match.start())
        share = _share(match["what"])
        if (
            target is not None
            and not (share is not None and share < 50)
            and not re.search(r"\b(?:stake|shares)\b", match["what"])
        ):
            yield (
                segment.names[int(match["buyer"])].cluster,
                target,
                seller.cluster.name if seller else None,
                match.start(),
                "fact",
            )


def extract(ctx: Context) -> Iterable[Draft]:
    """A draft for each place that tells who bought, buys or wanted to buy what."""
    last: tuple[int, Draft] | None = None
    for segment in all_segments(ctx):
        index, opened = segment.sentence.index, False
        for buyer, target, seller, position, mood in _deals(segment, ctx):
            if buyer is target.cluster or buyer.kind == "place" or target.name == buyer.name:
                continue
            if target.cluster is not None and target.cluster.kind in {"product", "place"}:
                continue
            draft = ctx.draft(
                "acquisition", segment.sentence, 0.9, buyer=buyer.name, target=target.name, seller=None if seller in {buyer.name, target.name} else seller,
                amount=price(segment), date=date_by(segment, position, 0, len(segment.text)), status=status(segment.text, mood),
            )  # fmt: skip
            last, opened = (index, draft), True
            yield draft
        if not opened and last is not None and index - last[0] <= 2 and "amount" not in last[1].slots:
            if re.search(
                r"\b(?:deal|price|transaction|acquisition|takeover|purchase|consideration|offer|shares will cost|sale)\b",
                segment.text,
            ):
                amount = price(segment)
                if amount is not None:
                    last[1].slots["amount"] = amount


KIND = Kind(
    name="acquisition",
    identity=("buyer", "target"),
    slots=("seller", "amount", "date", "status"),
    extract=extract,
    merge=(),
)
