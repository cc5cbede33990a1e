"""Who is meant by "it", "the founder of …" and "…'s robotics unit": a clause with names in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from bot.answers.asked.genders import Genders
from bot.answers.asked.memory import Memory
from bot.answers.asked.narrowing import Narrowing
from bot.answers.asked.pointing import ASKS_ALONE, ELLIPTIC, IN_WHAT, SUM_ALONE, THAT, of_that_round, pointed_at, put
from bot.answers.asked.pronouns import LEADS_IT, OF_ROUND, PRONOUNS
from bot.answers.asked.question import Clause, reread
from bot.answers.asked.spotting import Mention
from bot.answers.asked.words import stems
from bot.answers.intents.intent import INVEST
from bot.answers.intents.people import STAND_IN
from bot.answers.lookup import Lookup
from bot.answers.query import Ids, Part, Query
from bot.answers.sentences.people.aspects import aspects_of
from bot.answers.titles import POST
from bot.answers.view import ids_by_slot
from bot.grammar.patterns import Pattern

_STANDS_IN = Pattern(STAND_IN)
_OWN = ("his", "its", "their", "her")
_UNIT = Pattern(
    r"<(\d+)>(?:'s)? ((?:(?!<)[\w-]+ ){1,4}?)(?:units?|divisions?|business|arm|team|group|department|"
    r"subsidiary|lab|branch|operations?)\b"
)
_WHICH = (
    r"(?P<which>(?:(?:then|new|current|former|ex|old|outgoing|incoming|coming|future|next|designated|departing|"
    r"interim|acting|previous|sacked)[ -])*)"
)
_DESCRIBED = (
    Pattern(rf"\b(?:the )?{_WHICH}(?P<post>{POST}|boss) (?:of|at|for) (?:the )?<(?P<org>\d+)>(?! ?['’]s?\b)"),
    Pattern(rf"<(?P<org>\d+)>(?:'s?)? {_WHICH}(?P<post>{POST}|boss)\b"),
    Pattern(r"<(?P<org>\d+)> ?的? ?(?P<post>创始人|创办人|董事长|首席执行官|ceo|老板)"),
    Pattern(
        rf"\bthe (?:two |three |four |other )?{_WHICH}(?P<post>{POST}|boss)(?P<mid> [^<>]*?) (?:of |"
        rf"at )?<(?P<org>\d+)>[?. ]*$"
    ),
)
_PAST = Pattern(r"\b(?:former|ex|old|previous|outgoing|departing|sacked)\b")
_WITH_POST = (
    Pattern(
        rf"(?:\bthe )?<(?P<org>\d+)>(?:'s?)? {_WHICH}(?:[\w-]+ ){{0,2}}?(?:{POST}|boss|partner|veteran|"
        rf"alumn\w+) <(?P<person>\d+)>"
    ),
    Pattern(
        rf"\b{_WHICH}(?:[\w-]+ ){{0,2}}?(?:{POST}|boss|partner) (?:of|"
        rf"at) (?:the )?<(?P<org>\d+)>,? <(?P<person>\d+)>"
    ),
)
""" "Acme's former CTO Jo Roe": the company only says which Jo Roe is meant."""
_OWNER = Pattern(
    r"(?:\bthe )?<(?P<owner>\d+)>'s? (?:former |new |own |main |biggest )?(?:makers?|parent|parent company|"
    r"developers?|owners?|manufacturer|"
    r"brother|sister|wife|husband|son|daughter|unit|arm|subsidiary|spin-?off|co-?founder|partner),? <(?P<named>\d+)>"
)
_ABOUT_PERSON = Pattern(
    r"\b(?:sa(?:y|id|ys)|think|thinks|stud(?:y|ied)|graduat\w+|degree|doctorate|before|job|post|"
    r"work(?:ed)?|do|did|get|got|tell|told|"
    r"comment\w*|born|join(?:ed)?|school|universit\w+|previous(?:ly)?|career|old|believ\w+)\b|读|大学|毕业|之前|"
    r"以前|说"
)
_ASKS_HOLDER = Pattern(
    rf"\bwho(?:m)? (?:is|was|are|were) (?:the )?(?:<\d+>(?:'s)? )?(?:new |current |former )?(?:{POST}|boss)\b"
)


_COMPARES = Pattern(
    r"^(?:and |so |but )?(?:which|who)(?: one| company| of (?:the two|both|them))? (?:\w+ ){0,3}?(?:more|less|"
    r"fewer|most|least|"
    r"bigger|larger|smaller|higher|lower|cheaper|older|younger|dearer)\b(?! than)"
)
"""One of those that were spoken of is asked for."""
_THEY_BACK = Pattern(rf"\b(they)(?: \w+){{0,2}}? {INVEST}|(他们|它们)[^<>]{{0,4}}投")
"""Those who gave the money of the answer before are asked about, not whoever got it."""
_ELSE = Pattern(r"\b(?:else|others?|another)\b|还|别的|其他")
_COUNTS_SOMETHING = Pattern(r"\bhow many \w+ \w+")
_THE_OTHER = Pattern(r"^(?:(?:and|but|so) )?(?:what about |how about )?the others?(?: ones?| two)?[ ?.!]*$")
_COMPANY = Pattern(r"\b(?:the|this|that) (?:company|startup|start-up|firm|business)\b")
_BOTH = Pattern(r"\b(?:both of them|the two of them|the two|both|each of them)\b")
_MANY = Pattern(r"\b(?:they|them|their|those)\b|他们|它们")
_RAISED = Pattern(
    r"\b(?:rais(?:e|es|ed|ing)|valued|valuation)\b|"
    r"\b(?:do with|use|spend|put) (?:the|this|that|all that) (?:\w+ )?(?:money|proceeds|funds|cash|capital|funding)\b"
)
"""What whoever raised the round of the answer before does, not those who gave the money."""
_SORTS_OF_THINGS = (
    (
        "product",
        Pattern(
            r"\b(?:costs?|prices?|priced|weigh\w*|launch\w*|unveil\w*|made of|makes? it|built it|run on|"
            r"(?:bought|ordered|has|have|uses|owns|got) one)\b|多少钱"
        ),
    ),
    (
        "org",
        Pattern(r"\b(?:rais\w+|invest\w*|back(?:s|ed|ers)|valu\w+|employ\w*|ceo|headquarter\w*|based|ipo|public)\b"),
    ),
)


def _merged(last: Narrowing, now: Narrowing) -> Narrowing:
    """What narrowed the question before, with what narrows this one in its place."""
    when = (
        (now.when, now.month, now.known) if now.when or now.month or now.known else (last.when, last.month, last.known)
    )
    sums = (
        (now.least, now.most, now.about) if now.least or now.most or now.about else (last.least, last.most, last.about)
    )
    return replace(
        last, when=when[0], month=when[1], known=when[2], least=sums[0], most=sums[1], about=sums[2],
        round=now.round or last.round, status=now.status or last.status,
    )  # fmt: skip


def _named_alone(clause: Clause) -> str:
    """The name that no known name holds, where nothing else is said: "and the Rover?"; else empty."""
    words = tuple(dict.fromkeys(word.casefold() for word in clause.unknown))
    if len(words) != 1:
        return ""
    rest = re.sub(rf"(?<!\w){re.escape(words[0])}(?!\w)", " ", clause.shape)
    return words[0] if replace(clause, shape=rest, unknown=()).bare else ""


def _narrowed(clause: Clause, memory: Memory) -> Clause | None:
    """ "Series B?" after a message that only named somebody: of them; None where a clause asks anything else."""
    before = memory.foci[0].clause if memory.foci else None
    if before is None or len(before.groups()) != 1 or clause.names or clause.unknown:
        return None
    return put(clause, f"<0> {clause.shape}", before.groups()[0]) if clause.bare and clause.narrow.given else None


def _of_backers(clause: Clause, they: re.Match[str], backers: list[Ids], raised: Ids) -> Iterator[Clause]:
    """ "And who else did they back?": with those who put money in, whom they backed then left out."""
    start, end = they.span(they.lastindex or 0)
    shape = f"{clause.shape[:start]}<0>{clause.shape[end:]}"
    besides = (Mention(0, 0, "", raised),) if _ELSE.search(shape) else ()
    if besides:
        shape = f"{shape.rstrip('?! .')} besides <1>"
    for ids in backers:
        yield reread(replace(clause, shape=shape, pronoun=""), (Mention(0, 0, "", ids), *besides))


class Resolver:
    """Puts names where a clause only describes or points."""

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup
        self._genders = Genders(lookup.facts)

    def readings(self, clause: Clause, memory: Memory) -> Iterator[Clause]:
        """What a clause may mean, the likeliest first."""
        if (again := self._again(clause, memory)) is not None:
            yield of_that_round(clause, again, memory)
            return
        for pointed in self._pointed(clause, memory):
            unit = self._unit(pointed)
            for reading in self._described(unit or pointed):
                yield of_that_round(clause, reading, memory)

    def _again(self, clause: Clause, memory: Memory) -> Clause | None:
        """The question before, asked anew of what a clause only names; None where it asks something itself."""
        last = memory.last(narrowed=clause.bare and bool(clause.names or clause.narrow.given))
        if last is not None and _THE_OTHER.match(clause.shape):
            ids = memory.other(last)
            return self._instead(replace(clause, names=(Mention(0, 0, "", ids),)), last) if ids else clause
        if memory.foci and (meant := pointed_at(clause, memory)) is not None:
            return meant  # also after a name alone
        if last is None:
            return _narrowed(clause, memory)
        alone = clause.bare and not (clause.names or clause.narrow.given)
        if alone and SUM_ALONE.match(clause.shape):
            return None
        if alone and ASKS_ALONE.match(clause.shape):
            return clause  # nothing tells when or why of what was told before: that is no question asked anew
        if clause.bare and not (last.wants != clause.wants and _COUNTS_SOMETHING.search(clause.shape)):
            return self._instead(clause, last)
        if not clause.names and (word := _named_alone(clause)) and last.asked_about:
            # "and the Rover?", of which no fact is known: an article may write of it all the same.
            at = last.asked_about[0]
            shape = last.shape.replace(f"<{at}>", word.casefold())
            alone = "<" not in re.sub(r"<(?:when|sum|round)>", "", shape)
            narrow = _merged(last.narrow, clause.narrow)
            return replace(last, text=clause.text, shape=shape, names=(), unknown=(word,), narrow=narrow,
                           tellers=frozenset(), left_out=frozenset(), lists=()) if alone else None  # fmt: skip
        return None

    def _instead(self, clause: Clause, last: Clause) -> Clause:
        """ "and Figure?": the last question with another name or period."""
        names, shape = list(last.names), last.shape
        for mention in clause.names:
            kinds = self._kinds(mention.ids)
            places = (*last.asked_about, *sorted(last.tellers))
            at = next((i for i in places if self._kinds(names[i].ids) & kinds), places[0] if places else None)
            if at is not None:
                names[at] = mention
                # "and Brel?" after "what does Acme's Rover cost?" asks nothing of Acme.
                shape = re.sub(rf"<\d+>'s (?=<{at}>)|(?<=<{at}>) (?:of|from|by|at) <\d+>", "", shape)
        narrow = _merged(last.narrow, clause.narrow)
        if not names and clause.names:
            return reread(replace(last, shape=f"{last.shape} <0>", narrow=narrow), clause.names)
        again = reread(replace(last, shape=shape, narrow=narrow, unknown=()), tuple(names))
        gone = frozenset(n for n in range(len(names)) if f"<{n}>" in last.shape and f"<{n}>" not in shape)
        return replace(again, left_out=again.left_out | gone)

    def _kinds(self, ids: Ids) -> set[str]:
        return {entity.kind for entity in self.lookup.facts.entities_of(sorted(ids))}

    def _pointed(self, clause: Clause, memory: Memory) -> Iterator[Clause]:
        """A clause with whom it points back to, the likeliest first; as it stands where it points to nobody."""
        if not clause.pronoun:
            return self._unnamed(clause, memory)
        if not clause.names and (they := _THEY_BACK.search(clause.shape)):
            backers, raised = memory.backers()
            if backers:
                return _of_backers(clause, they, backers, raised)
        return self._by_pronoun(clause, memory)

    def _unnamed(self, clause: Clause, memory: Memory) -> Iterator[Clause]:
        """Without a pronoun: "and the valuation?", "which of both is older?", "what part in that?"."""
        free = not clause.names and not clause.unknown
        in_what = len(clause.names) == 1 and bool(IN_WHAT.search(clause.shape))
        if free and ELLIPTIC.match(clause.shape):
            for ids in memory.things()[:1]:
                yield put(clause, f"{clause.shape.rstrip(' ?.!')} of <0>", ids)
        told_of = not clause.names and bool(THAT.search(clause.shape)) and bool(memory.things())
        if not (told_of or in_what):
            yield clause
        if free and _COMPARES.search(clause.shape):
            together = frozenset[str]().union(*(m.ids for m in memory.compared()))
            if together:
                yield put(clause, f"{clause.shape} <0>", together)
            return
        if not clause.names and (both := _BOTH.search(clause.shape)) and (ids := memory.together()):
            yield put(clause, f"{clause.shape[: both.start()]}<0>{clause.shape[both.end() :]}", ids)
            return
        if in_what:
            for ids in memory.things()[:1]:
                if not ids & clause.names[0].ids:
                    yield put(clause, f"{clause.shape.rstrip(' ?.!')} in <1>", ids)
            yield clause
        for ids in memory.things() if free else ():
            yield put(clause, f"{clause.shape} <0>", ids)

    def _by_pronoun(self, clause: Clause, memory: Memory) -> Iterator[Clause]:
        """With each of those whom "she", "it" or "them" may mean in its place."""
        pattern = PRONOUNS[clause.pronoun]
        candidates = self._candidates(clause, memory)
        match = pattern.search(clause.shape)
        if match is not None:
            of_round = bool(OF_ROUND.search(clause.shape)) and memory.on_rounds()
            own = "'s" if match[0] in _OWN else "'s round" if of_round else ""
            mark = f"<{len(clause.names)}>{own}"
            for ids in candidates:
                shape = f"{clause.shape[: match.start()]}{mark}{clause.shape[match.end() :]}"
                yield put(clause, LEADS_IT.sub("who led ", shape) if of_round else shape, ids)
        if not candidates:
            yield self._spelled(clause, memory, pattern) or clause

    def _candidates(self, clause: Clause, memory: Memory) -> list[Ids]:
        """Whom a pronoun may mean."""
        if clause.pronoun == "many":
            return [memory.answers()] if memory.answers() else []
        if clause.pronoun != "person":
            return self._likeliest(clause, memory)
        stands_in = _STANDS_IN.search(clause.shape)  # whoever stands in for her stands in at her company
        return [*self._people(clause, memory), *(memory.things() if stands_in else ())]

    @staticmethod
    def _spelled(clause: Clause, memory: Memory, pattern: Pattern) -> Clause | None:
        """A clause with the name that was asked about before, though no fact knows it: articles may write it."""
        names, match = memory.spelled(), pattern.search(clause.shape)
        if not names or match is None or clause.names or clause.unknown or clause.pronoun != "thing":
            return None
        own = "'s" if match[0] in _OWN else ""
        word = " ".join(name for n, name in enumerate(names) if name.casefold() not in map(str.casefold, names[:n]))
        put = f"{word}{own}"
        return replace(
            clause,
            text=pattern.sub(put, clause.text, count=1),
            shape=f"{clause.shape[: match.start()]}{put.casefold()}{clause.shape[match.end() :]}",
            pronoun="",
            unknown=names,
        )

    def _people(self, clause: Clause, memory: Memory) -> list[Ids]:
        """Whom "he" or "she" may mean: those of the last answer whom the articles call so first."""
        met = PRONOUNS["person"].search(clause.shape)
        pronoun = met[0] if met else ""
        people = memory.people()
        found = self._genders.fitting(people, pronoun)
        for thing in memory.things()[:1] if pronoun and not found else ():
            # Nobody so called was named: whoever leads or founded what was spoken of is meant.
            leading = [ids for post in ("boss", "founder") for ids in self._holders(thing, post)]
            found += self._genders.fitting(list(dict.fromkeys(leading)), pronoun)
        return found or people

    def _likeliest(self, clause: Clause, memory: Memory) -> list[Ids]:
        """What a word for a thing may stand for: what costs something is a product, whoever raised money is none."""
        found = memory.things()
        if (raised := memory.raised()) and _RAISED.search(clause.shape):
            return [raised, *(ids for ids in found if ids != raised)]
        several = memory.orgs_answered()
        if _MANY.search(clause.shape) and len(several) > 1:
            found.insert(0, several)
        elif len(several) > 1:
            others = several.difference(*(mention.ids for mention in memory.foci[0].clause.names))
            found = [ids for ids in found if not ids & others] or found  # one of many that answered is no "it"
        if _COMPANY.search(clause.shape) and any("org" in self._kinds(ids) for ids in found):
            found = [ids for ids in found if "org" in self._kinds(ids)]
        of_people = bool(_ABOUT_PERSON.search(clause.shape) or aspects_of(clause.shape))
        if _MANY.search(clause.shape) and of_people and len(memory.people_answered()) > 1:
            found.insert(0, memory.people_answered())
        for kind, said in _SORTS_OF_THINGS:
            if said.search(clause.shape):
                found.sort(key=lambda ids: kind not in self._kinds(ids))
                break
        return found

    def _unit(self, clause: Clause) -> Clause | None:
        """ "<0>'s robotics unit": the unit itself where the store knows it."""
        match = _UNIT.search(clause.shape)
        if not match:
            return None
        owner = clause.names[int(match[1])].ids
        owners = owner | {p.id for one in owner for p in self.lookup.facts.parents(one)}
        wanted = stems(match[2]) - {"the", "own", "whole", "new", "intern"}
        facts = self.lookup.facts
        known = self.lookup.units(owner) or self.lookup.units(owners)
        fitting = [
            e.id
            for e in facts.entities_of(sorted(known | self.lookup.units(owners)))
            if wanted & stems(" ".join((e.name, *e.aliases)))
        ]
        named = [
            e.id
            for one in facts.entities_of(sorted(owner))
            for w in [match[2].strip()]
            for e in facts.lookup(f"{one.name} {w}")
        ]
        ids = frozenset(named or fitting)
        if not ids:
            return None
        shape = clause.shape.replace(match[0], f"<{match[1]}>", 1)
        names = list(clause.names)
        names[int(match[1])] = replace(names[int(match[1])], ids=ids)
        return reread(replace(clause, shape=shape), tuple(names))

    def _described(self, clause: Clause) -> Iterator[Clause]:
        """ "the founder of <0>" becomes the founder, where more is asked than who that is."""
        clause = self._without_owner(clause)
        about = bool(_ABOUT_PERSON.search(clause.shape) or aspects_of(clause.shape))
        for pattern in _WITH_POST:
            match = pattern.search(clause.shape)
            if match and self._kinds(clause.names[int(match["person"])].ids) == {"person"}:
                shape = clause.shape.replace(match[0], f"<{match['person']}>", 1)
                named = reread(replace(clause, shape=shape), clause.names)
                yield replace(named, left_out=named.left_out | {int(match["org"])})
                about = False
                break
        if about and not _ASKS_HOLDER.search(clause.shape):
            for pattern in _DESCRIBED:
                match = pattern.search(clause.shape)
                if not match:
                    continue
                past = bool(match.groupdict().get("which") and _PAST.search(match["which"]))
                people = self._holders(clause.names[int(match["org"])].ids, match["post"], past)
                for ids in people:
                    shape = clause.shape.replace(match[0], f"<{match['org']}>{match.groupdict().get('mid') or ''}", 1)
                    names = list(clause.names)
                    names[int(match["org"])] = replace(names[int(match["org"])], ids=ids)
                    yield reread(replace(clause, shape=shape), tuple(names))
                break
        yield clause

    def _without_owner(self, clause: Clause) -> Clause:
        """ "<0>'s maker <1>" is <1>: the first only says which."""
        match = _OWNER.search(clause.shape)
        if match is None or not ({"org", "person"} & self._kinds(clause.names[int(match["named"])].ids)):
            return clause
        shape = clause.shape.replace(match[0], f"<{match['named']}>", 1)
        named = reread(replace(clause, shape=shape), clause.names)
        return replace(named, left_out=named.left_out | {int(match["owner"])})

    def _holders(self, organization: Ids, post: str, past: bool = False) -> list[Ids]:
        asked = "boss" if post in ("boss", "head", "leader") else post
        roles = self.lookup.run(
            Query(("role",), (Part(("organization",), organization),), post=asked, needs=("person",), past=past)
        )
        found = [frozenset(ids_by_slot(told)["person"]) for told in roles if "person" in ids_by_slot(told)]
        if "founder" in post or "创" in post:
            made = self.lookup.run(Query(("founding",), (Part(("organization",), organization),), needs=("founders",)))
            found += [frozenset((one,)) for told in made for one in sorted(ids_by_slot(told).get("founders", ()))]
        return list(dict.fromkeys(found))[:4]
