"""Takeovers in masked text: who buys what from whom, in the ways English has of saying so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.extraction.deals.clauses import clause_subject, predicate_at
from bot.extraction.deals.financing import DESC, NAME
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.context import Arg
from bot.extraction.text.lists import list_before
from bot.extraction.text.masking import Segment
from bot.extraction.text.mentions import Mention
from bot.model.money import Money

_BUYING = re.compile(
    r"\b(?:t(?:ook|akes?|aken|aking) over|t(?:ook|akes?|aken|aking) (?:full )?control of|gain(?:s|ed) control of|"
    r"snap(?:s|ped|ping) up|"
    r"scoop(?:s|ed) up|pick(?:s|ed) up|b(?:ought|uys?|uying)(?: out| up| back)?|gobbl(?:es|ed) up|swallow(?:s|ed|"
    r"ing)?|acquir(?:es?|ed|ing)|"
    r"purchas(?:es?|ed|ing)|absorb(?:s|ed|ing)?|courts)\b"
)
_UNIT_NOUN = r"(?:business(?:es)?|unit|division|arm|operations?|subsidiary|branch|activities)"
_UNIT_OF = re.compile(
    rf"\A(?:the |an? |<n\d+>'s )?(?P<unit>(?:(?!the )[\w-]+ ){{1,4}}{_UNIT_NOUN}) of "
    rf"(?:the )?(?:(?:[A-Z]?[a-z][\w-]*|<n\d+>'s?) ){{0,5}}?<n(?P<owner>\d+)>"
)
_OWNED_UNIT = re.compile(
    rf"\A(?:[a-z][\w-]* ){{0,4}}<n(?P<owner>\d+)>(?:'s?|s') (?P<unit>(?:[\w-]+ ){{0,4}}{_UNIT_NOUN})\b(?! <n)"
)
_NEAR = (
    r"(?:(?!(?:from|with|by|to|for|on|at|in|of|and|or|that|which|who|is|was)\b)"
    r"(?:[a-z0-9\"][\w'&+\"-]*|[A-Z][\w]+-based|[A-Z]{2,5}|<n\d+>(?:-based|'s?)?) ){0,6}?"
)
_PORTION = (
    r"(?:(?:an? |the |up |about |at least |additional |remaining |controlling |majority |another |all |wholly |rest )*"
    r"(?:\d[\d.]* ?(?:%|per ?cent|percent)|stake|holding|majority|all|rest|shares|equity|capital)[^<;.]{0,40}? (?:of|"
    r"in) )?"
)
_TARGET = re.compile(
    rf"\A(?:, by [^,]*, )?{_PORTION}{_NEAR}[\"“*]*{NAME}"
    r"(?!'s? (?:robots?|shares|stock|products?|machines|humanoids|latest|team|old|former)|-made| humanoids?\b|"
    r" robots\b|s\b)"
)
_RIVAL = re.compile(
    rf"\A(?:[a-z-]+ )*<n\d+>'s (?:[\w-]+ ){{1,4}},? ?{NAME}|\A(?:[a-z-]+ )*<n\d+>'s (?:[\w-]+ ?){{1,4}}, {NAME}"
)
_NOT_TARGETS = re.compile(
    r"\b(?:\d+ (?:more )?(?:of|robots|units|machines)|robots|humanoids|chips|components|parts|shares?|stock|time|"
    r"land|tickets?)\b"
)
_NOUN = re.compile(r"\b(?:acquisition|take-?over(?: bid| approach| offer)?|purchase|buy-?out|bid|offer)\b")
_PAID = re.compile(
    rf"\b(?:pa(?:y|ys|id|ying)|hand(?:s|ed)? over|offer(?:s|ed)|bid|"
    rf"spen[dt]) <m\d+>(?: (?!for)[a-z]+){{0,6}} for (?={DESC}<n)"
)
_SOLD = re.compile(
    rf"\b(?:s(?:ell|ells|old|elling)|offload(?:s|ed)|divest(?:s|ed)|hand(?:s|ed)? over|dispos(?:es|"
    rf"ed) of) (?P<what>[^;.]{{0,90}}?),? to {DESC}{NAME}"
)
_PASSED = re.compile(
    rf"\b(?:goes|went|pass(?:es|ed)(?: on)?|was sold|were sold|gone|has passed|have passed)(?: again|"
    rf" back)? to {DESC}{NAME}"
)
_BELONGS = re.compile(
    rf"\b(?:owned|belong(?:s|ed)?)(?: (?:since )?<d(\d+)>)? (?:by|to) {DESC}{NAME}(?: since <d(\d+)>)?"
)
_WHICH = re.compile(
    rf"{NAME},? (?:(?:an? |the )[^;.<]{{0,40}}(?:<n\d+>[^;.<]{{0,20}})?(?:firm|company|startup|maker|business|"
    rf"specialist|unit)[^;.<]{{0,20}} )?(?:that|which) "
    rf"{DESC}<n(\d+)> (?:had |has )?(?:took over|taken over|acquired|bought|swallowed|snapped up)\b"
)
_MERGES = re.compile(rf"\bmerg(?:es?|ed|ing|er)(?: of [a-z]+)? with {DESC}{NAME}")
_MERGED = re.compile(
    r"\b(?:are to merge|to merge|will merge|agreed (?:to merge|on a merger)|have merged|are merging|"
    r"agree to merge)\b(?! with)"
)
_MERGER_OF = re.compile(
    rf"\b(?:merger|fusion|tie-up) (?:of|between) {DESC}<n(\d+)>(?: \([^()]*\))? (?:and|with) {DESC}<n(\d+)>"
)
_SHARE = re.compile(r"(\d+(?:\.\d+)?) ?(?:%|per ?cent|percent)")
_STAKE = re.compile(
    rf"\b(?:t(?:ook|akes?|aken|aking)|acquir\w+|b(?:ought|uys?|uying)|lift(?:s|ed)|owns?|own|holds?|held|receiv\w+|"
    rf"obtain\w*|get(?:s)?) (?:an? |the |up |<n\d+>'s )?(?:additional |remaining )?"
    rf"(?P<share>\d+(?:\.\d+)?) ?(?:%|per ?cent|percent)(?: (?:stake|holding|interest|share|of the (?:equity|shares|"
    rf"capital)))?,? (?:of|in) {DESC}{NAME}"
)
_CONTROL = re.compile(rf"\b(?:controlling|majority) (?:stake|interest|holding|share) in {DESC}{NAME}")
_LARGEST = re.compile(rf"\bbecom(?:e|es|ing) the (?:largest|biggest|controlling) shareholder of {DESC}{NAME}")
_BEFORE_PRICE = re.compile(
    r"\b(?:for|at|price(?: tag)?[^<;]{0,30}|worth|valued at|pa(?:y|id|ys)|consideration[^<;]{0,30}|sum of|offer of|"
    r"cost|bid|total[^<;]{0,20}|"
    r"put (?:a value|<n\d+>'s? offer)[^<;]{0,8})(?: (?:of|at|is|was|about|around|roughly|nearly|some|over|more than|"
    r"up to|as much as|a|total|in|close to|approximately|just))*,? ?\(?\Z"
)
_AFTER_PRICE = re.compile(
    r"(?: [\w-]+){0,2} (?:acquisition|takeover|deal|purchase|buy-?out|offer|bid|transaction|sale|in cash|all-cash|"
    r"cash)\b"
)


@dataclass(frozen=True, slots=True)
class Target:
    """What is bought: a company, or a business unit named after the group it belongs to."""

    name: str
    seller: str | None = None
    cluster: Cluster | None = None


@dataclass(frozen=True, slots=True)
class Takeover:
    """A takeover told at a place of the masked text; `since` is the number of a date that ends "owned since"."""

    buyer: Cluster
    target: Target
    seller: str | None
    at: int
    mood: str = "fact"
    since: int | None = None


def price(segment: Segment) -> Money | None:
    """The sum that a segment gives as the price of a takeover."""
    for number, mention in enumerate(segment.money):
        start, end = segment.at[f"m{number}"]
        before, after = segment.text[:start], segment.text[end:]
        if re.match(r" (?:of (?:revenue|sales)|a share|per share|in (?:revenue|sales))|-a-share", after):
            continue
        if _BEFORE_PRICE.search(before) or _AFTER_PRICE.match(after):
            return mention.money
    return None


def _orgs(args: Iterable[Arg]) -> list[Mention]:
    return [m for arg in args for m in arg.mentions if m.cluster.kind in {"org", "unknown", "person"}]


def _named(segment: Segment, number: str | None) -> Mention | None:
    mention = segment.names[int(number)] if number else None
    return (
        mention
        if mention is not None and (mention.cluster.kind not in {"place", "product"} or mention.anaphoric)
        else None
    )


def _after(segment: Segment, position: int, word: str) -> Mention | None:
    match = re.compile(rf"[^;.]{{0,70}}?\b{word} {DESC}{NAME}").match(segment.text, position)
    return _named(segment, match[1]) if match else None


def _before(segment: Segment, position: int) -> Mention | None:
    """The subject of the clause around a place, else the last organisation named before it."""
    subjects = [m for m in clause_subject(segment, position) if m.cluster.kind in {"org", "unknown"}]
    if subjects:
        return subjects[0]
    named = [segment.names[int(t[1:])] for t, (start, _) in segment.at.items() if t[0] == "n" and start < position]
    return next((m for m in reversed(named) if m.cluster.kind in {"org", "unknown"}), None)


class Finder:
    """Reads segments in order; remembers the last thing bought, which "it" and "the company" then mean."""

    def __init__(self) -> None:
        self.last: Target | None = None

    def read(self, segment: Segment) -> list[Takeover]:
        """Every takeover of a segment, each pair of buyer and target once."""
        found: dict[tuple[str, str], Takeover] = {}
        for part in (self._verbs, self._stakes, self._nouns, self._sales, self._owners, self._mergers):
            for deal in part(segment):
                same = deal.buyer is deal.target.cluster or deal.buyer.name == deal.target.name
                if not same and deal.buyer.kind != "place":
                    found.setdefault((deal.buyer.name, deal.target.name), deal)
        for deal in found.values():
            self.last = deal.target
        return list(found.values())

    def _thing(self, mention: Mention | None) -> Target | None:
        if mention is None:
            return None
        if mention.anaphoric and self.last is not None:
            return self.last
        return Target(mention.cluster.name, None, mention.cluster)

    def _target(self, segment: Segment, position: int) -> Target | None:
        """What is bought, read from a place of the masked text on."""
        rest = segment.text[position:].lstrip()
        if unit := _UNIT_OF.match(rest) or _OWNED_UNIT.match(rest):
            owner = segment.names[int(unit["owner"])].cluster
            if owner.kind in {"org", "unknown", "person"}:
                words = re.sub(r"<n(\d+)>", lambda m: segment.names[int(m[1])].text, unit["unit"])
                robots = re.match(r"(?:industrial )?robot(?:ics|s)? (?:business|unit|division|arm)\Z", words)
                return Target(f"{owner.name} Robotics" if robots else f"{owner.name} {words}", owner.name)
        if rival := _RIVAL.match(rest):
            return self._thing(_named(segment, rival[1] or rival[2]))
        match = _TARGET.match(rest)
        if not match or _NOT_TARGETS.search(re.sub(r"<n\d+>", "", match.group())):
            return None
        return self._thing(_named(segment, match[1]))

    def _verbs(self, segment: Segment) -> Iterator[Takeover]:
        text = segment.text
        for match in _BUYING.finditer(text):
            predicate = predicate_at(segment.sentence, segment.origin(match.start()))
            mood = predicate.mood if predicate else "fact"
            seller = _after(segment, match.end(), "from")
            sold_by = seller.cluster.name if seller else None
            if predicate and predicate.passive:
                buyer = next(iter(_orgs(predicate.subjects)), None) or _after(segment, match.end(), "by")
                for mention in _orgs(predicate.objects):
                    target = self._thing(mention)
                    if buyer is not None and target is not None:
                        yield Takeover(buyer.cluster, target, sold_by, match.start(), mood)
                continue
            target = self._target(segment, match.end())
            buyer = next(iter(_orgs(predicate.subjects)), None) if predicate else None
            buyer = buyer or _before(segment, match.start())
            share = _SHARE.search(text[match.end() : match.end() + 50])
            minority = share is not None and float(share[1]) < 50 and not re.search(r"\b(?:remaining|another)\b", text)
            if target is None or buyer is None or minority:
                continue
            if re.match(r" (?:an? )?(?:[\w-]+ )?(?:stake|holding|minority|shares?|interest)\b", text[match.end() :]):
                continue
            yield Takeover(buyer.cluster, target, target.seller or sold_by, match.start(), mood)

    def _stakes(self, segment: Segment) -> Iterator[Takeover]:
        for pattern in (_STAKE, _CONTROL, _LARGEST):
            for match in pattern.finditer(segment.text):
                if pattern is _STAKE and float(match["share"]) < 50:
                    continue
                target = self._thing(_named(segment, match[match.lastindex or 1]))
                buyer = _before(segment, match.start() + 1)
                predicate = predicate_at(segment.sentence, segment.origin(match.start()))
                if target is not None and buyer is not None:
                    seller = _after(segment, match.end(), "from")
                    yield Takeover(
                        buyer.cluster,
                        target,
                        seller.cluster.name if seller else None,
                        match.start(),
                        predicate.mood if predicate else "fact",
                    )

    def _nouns(self, segment: Segment) -> Iterator[Takeover]:
        text = segment.text
        for match in _NOUN.finditer(text):
            owner = re.search(r"<n(\d+)>(?:'s?|s') (?:[\w-]+ |<m\d+> ){0,4}\Z", text[: match.start()])
            of = re.match(r" (?:of|for) ", text[match.end() :])
            target = self._target(segment, match.end() + of.end()) if of else None
            buyer = _after(segment, match.end(), "by")
            holder = _named(segment, owner[1]) if owner else None
            if target is None and holder is not None and buyer is not None:
                target = self._thing(holder)
            elif target is not None:
                buyer = buyer or holder or _before(segment, match.start())
            if target is not None and buyer is not None:
                yield Takeover(buyer.cluster, target, target.seller, match.start())
        for match in _PAID.finditer(text):
            predicate = predicate_at(segment.sentence, segment.origin(match.start()))
            target = self._target(segment, match.end())
            buyer = (next(iter(_orgs(predicate.subjects)), None) if predicate else None) or _before(
                segment, match.start()
            )
            if target is not None and buyer is not None:
                yield Takeover(
                    buyer.cluster, target, target.seller, match.start(), predicate.mood if predicate else "fact"
                )

    def _sales(self, segment: Segment) -> Iterator[Takeover]:
        for match in _SOLD.finditer(segment.text):
            target = self._target(segment, match.start("what"))
            buyer = _named(segment, match[2])
            seller = _before(segment, match.start() + 1)
            share = _SHARE.search(match["what"])
            if (
                target is None
                or buyer is None
                or (share and float(share[1]) < 50)
                or re.search(r"\b(?:stake|shares|block)\b", match["what"])
            ):
                continue
            yield Takeover(
                buyer.cluster, target, target.seller or (seller.cluster.name if seller else None), match.start()
            )
        for match in _PASSED.finditer(segment.text):
            buyer = _named(segment, match[1])
            subjects = [m for m in clause_subject(segment, match.start() + 1) if m.cluster.kind == "org"]
            moved = match.group().split()[0] in {"goes", "went", "gone"} and not re.match(
                r"[^<;.]{0,20} for <m", segment.text[match.end() :]
            )
            if buyer is None or buyer.cluster.kind != "org" or not subjects or moved:
                continue
            target = self._thing(subjects[0])
            if target is not None:
                yield Takeover(buyer.cluster, target, None, match.end())

    def _owners(self, segment: Segment) -> Iterator[Takeover]:
        for match in _BELONGS.finditer(segment.text):
            since = match[1] or match[3]
            buyer = _named(segment, match[2])
            owned = clause_subject(segment, match.start() + 1) or list_before(segment, match.start())
            if since and buyer is not None and owned and owned[0].cluster.kind == "org":
                target = self._thing(owned[0])
                if target is not None:
                    yield Takeover(buyer.cluster, target, None, match.start(), since=int(since))
        for match in _WHICH.finditer(segment.text):
            target, buyer = self._thing(_named(segment, match[1])), _named(segment, match[2])
            if target is not None and buyer is not None and not buyer.anaphoric:
                yield Takeover(buyer.cluster, target, None, match.end())

    def _mergers(self, segment: Segment) -> Iterator[Takeover]:
        text = segment.text
        if re.search(r"\b(?:SPAC|blank-che(?:ck|que)|go(?:ing)? public|Acquisition Corp)\b", segment.sentence.text):
            return
        pairs = [(_named(segment, m[1]), _named(segment, m[2]), m.start()) for m in _MERGER_OF.finditer(text)]
        pairs += [(_before(segment, m.start()), _named(segment, m[1]), m.start()) for m in _MERGES.finditer(text)]
        for match in _MERGED.finditer(text):
            both = [m for m in clause_subject(segment, match.start() + 1) if m.cluster.kind in {"org", "unknown"}]
            both = both or list_before(segment, match.start())
            if len(both) == 2:
                pairs.append((both[0], both[1], match.start()))
        for first, second, at in pairs:
            if first is not None and second is not None and not first.anaphoric | second.anaphoric:
                yield Takeover(first.cluster, Target(second.cluster.name, None, second.cluster), None, at)
