"""What the products of an article are: robot, model, platform, component or service, and who makes each of them."""

from __future__ import annotations

import re
from collections import defaultdict

from bot.extraction.text.clusters import Cluster
from bot.extraction.text.context import Context
from bot.extraction.text.cues import ORG_NOUNS
from bot.extraction.text.masking import Segment, all_segments
from bot.extraction.text.typed import FILL, WORD, is_party, typed
from bot.names import fold

_KINDS = {
    "robot": "robot humanoid arm quadruped dog exoskeleton cobot drone mower machine vacuum cleaner picker truck "
    "forklift rover walker vehicle biped cart "
    "crawler harvester dishwasher scrubber assistant companion bot android depalletiser palletizer "
    "palletiser hexapod toy wheelchair shuttle manipulator "
    "plucker peeler carrier cupboard prototype barista lawnmower wheelbarrow amr agv exosuit butler tutor unit wheeler",
    "model": "model vla llm brain models weights policy intelligence mind foundation-model algorithm",
    "platform": "platform simulator sdk framework dataset toolkit os system software suite library engine benchmark "
    "stack simulation environment initiative api code",
    "component": "chip sensor hand gripper actuator controller module lidar camera skin reducer joint gear motor leg "
    "servo battery board processor encoder "
    "finger wrist component part screw bearing kit box chipset gearbox gears",
    "service": "service subscription app marketplace cloud store shop centre center leasing rental",
}
KIND_OF = {noun: kind for kind, nouns in _KINDS.items() for noun in nouns.split()}
_NOUNS = "|".join(sorted((re.escape(n) for n in KIND_OF), key=lambda n: (-len(n), n)))
PRODUCT_NOUN = rf"(?:{_NOUNS}|humanoids?|robot(?:ics)? line|machines?|vehicles?)s?"
ROBOT_NOUN = (
    r"(?:robots?|humanoids?|machines?|arms?|cobots?|quadrupeds?|drones?|carts?|crawlers?|bots?|"
    r"exoskeletons?|scrubbers?|vehicles?|trucks?|forklifts?|"
    r"carriers?|grippers?|hands?|amrs?|AMRs?|agvs?|AGVs?|mowers?|cleaners?|harvesters?|pickers?|"
    r"palleti[sz]ers?|depalleti[sz]ers?|trays?|rovers?|shuttles?|cells?|"
    r"units?|sets|rigs?|systems?|tutors?|walkers?|excavators?|tractors?|welders?|androids?|bipeds?|"
    r"manipulators?|software|wheelchairs?|dogs?|types|pluckers?|peelers?)"
)
GENERIC = {
    "robot", "robots", "machine", "machines", "unit", "units", "set", "sets", "system", "systems", "humanoid",
    "humanoids", "arm", "arms", "hand", "hands", "software", "vehicle", "vehicles", "cell", "cells", "types",
    "technology",
}  # fmt: skip
_DESC = rf"(?:(?:the |its |an? )?(?:(?:{WORD}|<l\d+>(?:'s?|-based)?) ){{0,6}}?)"
_MAKE = (
    r"(?:makes?|builds?|built|develop(?:s|ed)|sells?|sold|launched|unveil(?:s|ed)|released|introduc(?:es|"
    r"ed)|manufactures?|created?|ships?|designed|trained|has been selling|offers?|brought out)"
)
_MADE = (
    (4.0, re.compile(rf"<o(?P<o>\d+)>(?:'s?|s') (?:(?:{WORD}) ){{0,5}}?(?:called )?[\"“]?<p(?P<p>\d+)>")),
    (
        3.0,
        re.compile(
            rf"<o(?P<o>\d+)>(?:'s?|s') (?:{WORD} ){{1,6}}?(?:{WORD}),? (?:the |called |named |dubbed )"
            rf"?[\"“]?<p(?P<p>\d+)>(?=[,.;\"”]| from| was| is|\Z)"
        ),
    ),
    (
        3.0,
        re.compile(
            rf"<p(?P<p>\d+)>[\"”]?(?: {WORD}){{0,3}},? (?:an? |the )?(?:{WORD} ){{0,5}}?(?:from|by|made by|built "
            rf"by|developed by|is made by) {_DESC}(?:<[lo]\d+>'s? )?<o(?P<o>\d+)>"
        ),
    ),
    (
        3.0,
        re.compile(
            rf"<o(?P<o>\d+)>,? (?:(?:an?|the|which|that|itself) )?(?:[\w<>&'-]+ ){{0,8}}?(?:makers?|developers?|"
            rf"creators?|builders?|manufacturers?|supplier|makes|builds|develops|sells|behind) (?:of )"
            rf"?{_DESC}[\"“]?<p(?P<p>\d+)>"
        ),
    ),
    (2.5, re.compile(rf"<o(?P<o>\d+)> {FILL}{_MAKE} {_DESC}[\"“]?<p(?P<p>\d+)>")),
    (
        3.0,
        re.compile(
            rf"<p(?P<p>\d+)>[\"”]?, (?:the|an?) (?:{WORD} )+(?:(?:that|which) )?{_DESC}(?:<l\d+>'s? )?<o(?P<o>\d+)"
            rf"> {FILL}(?:company )?(?:{_MAKE}|wants|plans|hopes|trained|is)"
        ),
    ),
    (1.5, re.compile(r"<o(?P<o>\d+)> <p(?P<p>\d+)>")),
)
_BESIDE = (
    (3.0, re.compile(rf"(?P<n>\b{WORD})(?: (?:called|named|dubbed|known as|christened))?,? [\"“(]?<p(?P<p>\d+)>")),
    (2.0, re.compile(rf"(?P<n>\b{WORD}), (?:the |called |named )?[\"“]?<p(?P<p>\d+)>")),
    (3.0, re.compile(rf"<p(?P<p>\d+)>[\"”]?(?: {WORD}){{0,2}}? (?P<n>{WORD})\b")),
    (
        2.5,
        re.compile(
            rf"<p(?P<p>\d+)>[\"”]?(?:,| is| was|,? which is| \() (?:an?|the|its|one of|another) (?P<run>(?:{WORD} "
            rf"?){{1,7}})"
        ),
    ),
)
_IN_NAME = re.compile(
    r"(?P<component>hand|chip|skin|sensor|gripper|drive)\b|(?P<model>vla|mind|brain|gpt|llm|model|oss)\b|"
    r"(?P<platform>studio|sim|os|sdk|platform|library|cloud)\b",
    re.IGNORECASE,
)


_NAMED_SO = re.compile(rf"\b{PRODUCT_NOUN}(?:,? (?:called|named|dubbed|christened|known as))? [\"“]?\Z")
_DETERMINED = re.compile(r"(?:\b(?:the|its|an?|new|their)|['’]s)(?: [\w-]+){0,2} \Z")
_AFTER = re.compile(
    r"[\"”]? (?:robot(?: dog| arm)?|humanoid|quadruped|cobot|exoskeleton|model|gripper|hand|chip|simulator|drone|mower|"
    r"arm)s?\b"
    r"(?! (?:makers?|company|startup|business|developer|builder))"
)


def _told_to_be_product(cluster: Cluster, text: str) -> bool:
    """Whether the words beside most places of an unknown name say that it is a thing: "a gripper called X"."""
    if cluster.kind not in {"org", "unknown"} or cluster.entity_id or cluster.descriptors & ORG_NOUNS:
        return False
    told = 0
    for mention in cluster.named:
        start = max(0, mention.start - 60)
        determined = _DETERMINED.search(text, start, mention.start) and _AFTER.match(text, mention.end)
        if determined or _NAMED_SO.search(text, start, mention.start):
            told += 1
    return 2 * told > len(cluster.named)


def _noun_kind(word: str) -> str | None:
    word = word.lower().split("-")[-1]
    return KIND_OF.get(word) or KIND_OF.get(word.removesuffix("s"))


class Products:
    """Makers and kinds of the products of one article, by the votes of all the places that tell."""

    def __init__(self, ctx: Context) -> None:
        self.ctx = ctx
        more = {id(c) for c in ctx.clusters if _told_to_be_product(c, ctx.text)}
        self.segments: list[tuple[Segment, str]] = [(s, typed(s, more)) for s in all_segments(ctx)]
        self._makers: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        self._kinds: dict[int, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        self._clusters = {id(c): c for c in ctx.clusters}
        for segment, text in self.segments:
            self._read(segment, text)
        self._by_fold = {fold(c.name): c for c in ctx.clusters}
        self._first_words: dict[str, Cluster] = {}
        for cluster in ctx.clusters:
            if is_party(cluster) and cluster.named:
                for mention in cluster.named:
                    self._first_words.setdefault(fold(mention.text), cluster)

    def _read(self, segment: Segment, text: str) -> None:
        for weight, pattern in _MADE:
            for match in pattern.finditer(text):
                product, maker = (segment.names[int(match[g])].cluster for g in ("p", "o"))
                if is_party(maker):
                    self._makers[id(product)][id(maker)] += weight
                    self._clusters[id(maker)] = maker
        for weight, pattern in _BESIDE:
            for match in pattern.finditer(text):
                groups = match.groupdict()
                words = [groups["n"]] if groups.get("n") else re.split(r"\s", groups["run"].strip())
                kind = next((k for w in reversed(words) if (k := _noun_kind(w))), None)
                if kind:
                    self._kinds[id(segment.names[int(match["p"])].cluster)][kind] += weight

    def name(self, cluster: Cluster) -> str:
        """The name to file a product under: of "Kasimirs" and "Kasimir" the singular."""
        single = self._by_fold.get(fold(cluster.name).removesuffix("s"))
        return single.name if single is not None and single.kind == "product" else cluster.name

    def maker(self, cluster: Cluster) -> Cluster | None:
        """Who makes it, where the article tells."""
        words = fold(cluster.name).split()
        for n in range(len(words) - 1, 0, -1):
            if (named := self._first_words.get(" ".join(words[:n]))) is not None:
                return named
        votes = self._makers.get(id(cluster))
        if votes is None:
            single = self._by_fold.get(fold(cluster.name).removesuffix("s"))
            votes = self._makers.get(id(single)) if single is not None else None
        return self._clusters[max(votes, key=lambda k: votes[k])] if votes else None

    def kind(self, cluster: Cluster) -> str:
        """Its `product_kind`; a product nothing tells about is taken for a robot."""
        votes: dict[str, float] = defaultdict(float, self._kinds.get(id(cluster), {}))
        for noun in cluster.descriptors:
            if kind := _noun_kind(noun):
                votes[kind] += 2
        if named := _IN_NAME.search(cluster.name):
            votes[str(named.lastgroup)] += 2
        if cluster.subkind in _KINDS:
            votes[cluster.subkind] += 2
        return max(votes, key=lambda k: (votes[k], k == "robot", k)) if votes else "robot"
