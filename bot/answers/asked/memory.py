"""What the conversation was about: enough to know who "she" is and what "and Figure?" asks."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from bot.answers.asked.question import Clause
from bot.answers.asked.spotting import Mention
from bot.answers.query import Ids, Join, Query
from bot.answers.view import ids_by_slot
from bot.grammar.patterns import Pattern
from bot.model.statement import Investor
from bot.store.read import Facts, Passage, StoredEvent

_MOST, _QUOTES = 6, 4
_LATELY = 3
"""Turns back to a round that "who led it?" may be asked of."""
_MOST_ANSWERED = 3
"""Of those that an answer names, the first that a pronoun may mean."""
_ASKS_FOR_ANOTHER = Pattern(
    r"<\d+>'s (?:[\w-]+ )*?(?:customers?|clients?|suppliers?|partners?|owners?|parent|rivals?|competitors?|buyers?|"
    r"investors?|"
    r"shareholders?|backers?|subsidiar\w+)\b|\b(?:bought|acquired|owns|taking over|took over|supplies|makes|built|"
    r"builds)\b.*<\d+>|^(?:and )?who (?:is|was) (?:the |its |their )?(?:new )?(?:buyer|acquirer|purchaser|seller|owner|"
    r"maker|supplier|customer|operator|integrator|lead investor|parent)\b"
)
"""Somebody else is asked for by name: "it" is then whoever that was."""
_ROUND = Pattern(r"\brounds?\b|<round>|\brais(?:e|ed|es|ing)\b|\bseries\b|融资|轮")


@dataclass(frozen=True, slots=True)
class Focus:
    """One clause that was answered or not: who the answer was, who was asked about."""

    clause: Clause
    answer: tuple[str, ...] = ()
    """Ids that were the answer, the first told first."""
    quotes: tuple[str, ...] = ()
    """Sentences that the answer rested on."""
    told: tuple[StoredEvent, ...] = ()
    """The facts that were the answer."""
    passages: tuple[Passage, ...] = ()
    """The sentences that were the answer, or stood beside it."""
    query: Query | Join | None = None
    """The typed question that found the facts."""


@dataclass(slots=True)
class Memory:
    """The last clauses, the newest first."""

    facts: Facts
    foci: list[Focus] = field(default_factory=list)

    def add(self, focus: Focus) -> None:
        self.foci = [focus, *self.foci][:_MOST]

    def keep_only(self, told: tuple[StoredEvent, ...], passages: tuple[Passage, ...] = ()) -> None:
        """Has the last answer be these of its facts and sentences: the others were not told."""
        if not self.foci:
            return
        last = self.foci[0]
        of_them = frozenset(i for one in told for ids in ids_by_slot(one).values() for i in ids)
        answer = tuple(i for i in last.answer if i in of_them)
        quotes = (*(s.quote for one in told for s in one.statements), *(p.text for p in passages))[:_QUOTES]
        kept = replace(last, told=told, answer=answer, quotes=quotes, passages=passages)
        self.foci = [kept, *self.foci[1:]]

    def last(self, narrowed: bool = False) -> Clause | None:
        """The last clause that was more than a name.

        `narrowed`: or that asked for rounds or what happened in a period by that alone, "seed rounds in 2025", and was
        answered: what only narrows as well is asked of that.
        """
        return next(
            (
                focus.clause
                for focus in self.foci
                if not _only_names_somebody(focus.clause) or (narrowed and _only_narrows(focus))
            ),
            None,
        )

    def answered(self) -> Focus | None:
        """The last answer; one before a question that nothing answered only where that one named nobody."""
        for focus in self.foci:
            if focus.told or focus.passages:
                return focus
            if focus.clause.names or focus.clause.unknown:
                return None
        return None

    def people(self) -> list[Ids]:
        """Whom "he" or "she" may be, the likeliest first."""
        return self._of(("person",))

    def told_first(self) -> Ids:
        """The person or the product that the last answer told of first, or that was asked about."""
        for focus in self.foci[:1]:
            for one in (*focus.answer, *focus.clause.ids):
                if self._kind(one) in ("person", "product"):
                    return frozenset((one,))
        return frozenset()

    def is_person(self, ids: Ids) -> bool:
        """Whether they are people."""
        return any(self._kind(one) == "person" for one in ids)

    def things(self) -> list[Ids]:
        """What "it" or "the company" may be, the likeliest first."""
        found = self._of(("org", "product", "unknown"))
        return [*found, *(ids for ids in self._behind() if ids not in found)]

    def raised(self) -> Ids:
        """Whose round the last answer told of."""
        rounds = self._rounds()
        return ids_by_slot(rounds[0]).get("company", frozenset()) if rounds else frozenset()

    def raised_lately(self) -> Ids:
        """Whose round the last answer told of, or one before it on the same company."""
        if (raised := self.raised()) or not self.foci:
            return raised
        about = next((focus.clause.ids for focus in self.foci if focus.clause.ids), ())
        for focus in self.foci[:_LATELY]:
            told = next((one for one in focus.told if one.kind == "funding"), None)
            ids = ids_by_slot(told).get("company", frozenset()) if told is not None else frozenset()
            if ids and (ids & frozenset(about) or not about):
                return ids
        return frozenset()

    def only_round(self) -> StoredEvent | None:
        """The round that the last answer told of, where it is a single one."""
        rounds = self._rounds()
        return rounds[0] if len(rounds) == 1 else None

    def backers(self) -> tuple[list[Ids], Ids]:
        """Who led the rounds of the last answer, all who put money in, and who raised it.

        Nobody where the question was about one of them.
        """
        rounds = self._rounds()
        raised = frozenset[str]().union(*(ids_by_slot(told).get("company", frozenset()) for told in rounds))
        told = [value for event in rounds if isinstance(value := event.event.best("investors"), tuple)]
        each = [one for some in told for one in some if isinstance(one, Investor)]
        found = [frozenset(one.name for one in each if one.lead), frozenset(one.name for one in each)]
        asked = frozenset[str]().union(*(m.ids for m in self.foci[0].clause.names)) if self.foci else frozenset[str]()
        return ([] if asked & found[1] else [ids for ids in dict.fromkeys(found) if ids]), raised

    def _rounds(self) -> list[StoredEvent]:
        """The rounds that the last answer told of."""
        return [told for told in self.foci[0].told if told.kind == "funding"] if self.foci else []

    def _behind(self) -> list[Ids]:
        """The companies of the people, and the makers of the products, that the last answer told of."""
        found = []
        for told in self.foci[0].told[:_MOST] if self.foci else ():
            slot = {"role": "organization", "founding": "organization", "launch": "maker"}.get(told.kind)
            if slot and told.event.best("end") is None:
                found += [frozenset((one,)) for one in sorted(ids_by_slot(told).get(slot, ()))]
        return list(dict.fromkeys(found))

    def other(self, last: Clause) -> Ids:
        """Those that were named or answered together with whom the last question was about."""
        spoken = frozenset().union(*(m.ids for m in last.names))
        for focus in self.foci:
            named = [m.ids for m in focus.clause.names]
            groups = (frozenset(focus.answer), frozenset().union(*named) if len(named) > 1 else frozenset())
            for together in groups:
                kinds = {self._kind(i) for i in together & spoken}
                rest = frozenset(i for i in together - spoken if self._kind(i) in kinds)
                if rest:
                    return rest
        return frozenset()

    def together(self) -> Ids:
        """Those that the last answer gave, or the last question compared, where they are several of a kind."""
        for kind in ("person", "org", "product"):
            ids = frozenset(one for one in self.answers() if self._kind(one) == kind)
            if len(ids) > 1:
                return ids
        return frozenset().union(*(m.ids for m in self.compared()))

    def people_answered(self) -> Ids:
        """The people that were the last answer."""
        return frozenset(one for one in self.answers() if self._kind(one) == "person")

    def compared(self) -> tuple[Mention, ...]:
        """The names of the last clause that named several."""
        return next((focus.clause.names for focus in self.foci if len(focus.clause.names) > 1), ())

    def part(self, role: str) -> Ids:
        """Who had a part (`buyer`, `seller`, `lead` …) in the first fact of the last answer that tells of it."""
        for told in self.foci[0].told[:_MOST] if self.foci else ():
            if role == "lead":
                each = told.event.best("investors")
                ids = (
                    frozenset(i.name for i in each if isinstance(i, Investor) and i.lead)
                    if isinstance(each, tuple)
                    else ()
                )
            else:
                ids = ids_by_slot(told).get(role, frozenset())
            if ids:
                return frozenset(ids)
        return frozenset()

    def nth(self, place: int) -> Ids:
        """Of several that the last question compared or the last answer gave the one at a place; nobody where none."""
        several = [mention.ids for mention in self.compared()]
        if len(several) < 2 and self.foci:
            kinds = [self._kind(one) for one in self.foci[0].answer]
            several = [
                frozenset((one,)) for one, kind in zip(self.foci[0].answer, kinds, strict=True) if kind == kinds[0]
            ]
        return several[place] if len(several) > 1 and -len(several) <= place < len(several) else frozenset()

    def nth_round(self, place: int) -> StoredEvent | None:
        """Of the deals that the last answer told the one at a place, where that is a round."""
        told = self.foci[0].told if self.foci else ()
        one = told[place] if len(told) > 1 and -len(told) <= place < len(told) else None
        return one if one is not None and one.kind == "funding" else None

    def orgs_answered(self) -> Ids:
        """The organisations that were the last answer."""
        return frozenset(one for one in self.answers() if self._kind(one) == "org")

    def on_rounds(self) -> bool:
        """Whether the last question was about a round of financing, or was answered with one."""
        return bool(self.foci) and bool(_ROUND.search(self.foci[0].clause.shape) or self.raised())

    def answers(self) -> Ids:
        """Everything the last answer named, for "which of them"."""
        for focus in self.foci:
            if len(focus.answer) > 0:
                return frozenset(focus.answer)
        return frozenset()

    def spelled(self) -> tuple[str, ...]:
        """Names that no known name holds, of the last clause that named anybody."""
        named = (focus.clause for focus in self.foci if focus.clause.names or focus.clause.unknown)
        last = next(named, None)
        return last.unknown if last is not None and not last.names else ()

    def quotes(self) -> tuple[str, ...]:
        """The sentences the last answer rested on."""
        return next((focus.quotes for focus in self.foci if focus.quotes), ())

    def _of(self, kinds: tuple[str, ...]) -> list[Ids]:
        found: list[Ids] = []
        for focus in self.foci:
            told = [one for one in focus.answer if self._kind(one) in kinds][:_MOST_ANSWERED]
            named = [m.ids for m in reversed(focus.clause.names) if any(self._kind(i) in kinds for i in m.ids)]
            answers = [frozenset((one,)) for one in told]
            # Unless "which one" was asked, "it" is what the question was about rather than who was the answer.
            about = (focus.clause.wants != "thing" or bool(_ROUND.search(focus.clause.shape))) and "person" not in kinds
            for_another = len(told) == 1 and bool(_ASKS_FOR_ANOTHER.search(focus.clause.shape))
            about = about and not for_another
            first = (*named, *answers) if about else (*answers, *named)
            for ids in first:
                if ids not in found:
                    found.append(ids)
            if for_another:
                break  # who was asked for is meant, else whom that was asked of: nobody before
        return found[:_MOST]

    def _kind(self, one: str) -> str:
        entity = self.facts.entity(one)
        return entity.kind if entity else "unknown"


def _only_names_somebody(clause: Clause) -> bool:
    """Whether a clause asks what was asked before: "and Figure?", also of somebody of whom nothing is known."""
    return (clause.bare and clause.wants != "yes") or (bool(clause.unknown) and not clause.names and not clause.content)


def _only_narrows(focus: Focus) -> bool:
    """Whether a clause that was answered asked for something by what narrows it alone, of nobody."""
    clause = focus.clause
    return not clause.groups() and not clause.unknown and bool(clause.narrow.round) and bool(focus.told)
