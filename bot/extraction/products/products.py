"""What the products of an article are: robot, model, platform, component or service, and who makes each of them."""

from __future__ import annotations

import re
from collections import defaultdict

from bot.extraction.products.nouns import KIND_OF, KINDS
from bot.extraction.products.things import things
from bot.extraction.text.clusters import Cluster
from bot.extraction.text.context import Context
from bot.extraction.text.masking import Segment, all_segments
from bot.extraction.text.typed import FILL, WORD, is_party, typed
from bot.names import fold

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


def _noun_kind(word: str) -> str | None:
    word = word.lower().split("-")[-1]
    return KIND_OF.get(word) or KIND_OF.get(word.removesuffix("s"))


class Products:
    """Makers and kinds of the products of one article, by the votes of all the places that tell."""

    def __init__(self, ctx: Context) -> None:
        self.ctx = ctx
        more = things(ctx)
        self.segments: list[tuple[Segment, str]] = [(s, typed(s, more)) for s in all_segments(ctx)]
        self._makers: dict[int, dict[int, float]] = defaultdict(lambda: defaultdict(float))
        self._kinds: dict[int, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        self._clusters = {id(c): c for c in ctx.clusters}
        for segment, text in self.segments:
            self._read(segment, text)
        self._by_id = {c.entity_id: c for c in ctx.clusters if c.entity_id}
        self._by_fold = {fold(c.name): c for c in ctx.clusters}
        self._first_words: dict[str, Cluster] = {}
        for cluster in ctx.clusters:
            if is_party(cluster) and cluster.named:
                for mention in cluster.named:
                    self._first_words.setdefault(fold(mention.text), cluster)

    def _read(self, segment: Segment, text: str) -> None:
        for weight, pattern in _MADE:
            for match in pattern.finditer(text):
                product, maker = (segment.named(match[g]).cluster for g in ("p", "o"))
                if is_party(maker):
                    self._makers[id(product)][id(maker)] += weight
                    self._clusters[id(maker)] = maker
        for weight, pattern in _BESIDE:
            for match in pattern.finditer(text):
                groups = match.groupdict()
                words = [groups["n"]] if groups.get("n") else re.split(r"\s", groups["run"].strip())
                kind = next((k for w in reversed(words) if (k := _noun_kind(w))), None)
                if kind:
                    self._kinds[id(segment.named(match["p"]).cluster)][kind] += weight

    def name(self, cluster: Cluster) -> str:
        """The name to file a product under: of "Kasimirs" and "Kasimir" the singular."""
        single = self._by_fold.get(fold(cluster.name).removesuffix("s"))
        return single.name if single is not None and single.kind == "product" else cluster.name

    def maker(self, cluster: Cluster) -> Cluster | None:
        """Who makes it: of a product that is known its known maker, if the article names it, else whom it tells."""
        known = self.ctx.registry.entities.get(cluster.entity_id) if cluster.entity_id else None
        owner = self.ctx.registry.lookup(known.parent) if known is not None and known.parent else None
        if owner is not None and (own := self._by_id.get(owner.id)) is not None:
            return own
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
        if cluster.subkind in KINDS:
            votes[cluster.subkind] += 2
        return max(votes, key=lambda k: (votes[k], k == "robot", k)) if votes else "robot"
