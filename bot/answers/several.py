"""What answers the parts of one message, one after another: a part may ask the one before again, of another time."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.asked.memory import Focus
from bot.answers.asked.question import Clause, reread
from bot.answers.asked.spotting import Mention
from bot.answers.desk import Desk
from bot.answers.finding import IN_OTHER_WORDS, find, find_in_sentences, of_things, with_other_figures
from bot.answers.followups.answer_before import FOLLOWS, following
from bot.answers.followups.articles_before import going_on, in_order, points_back
from bot.answers.followups.bound import bound
from bot.answers.followups.doubts import doubted
from bot.answers.followups.on_subject import is_beside_facts
from bot.answers.followups.other_times import at_another_time
from bot.answers.followups.told_figures import told_figures
from bot.answers.found import Found
from bot.answers.known import published_by
from bot.answers.legs.at_home import at_home
from bot.answers.legs.biography import OF_LIFE
from bot.answers.legs.frames import IN_ITS_WAY, framed
from bot.answers.legs.job_cuts import leaves_cuts_open
from bot.answers.legs.matters import OF_MATTERS, with_matter
from bot.answers.legs.post_holders import with_successor
from bot.answers.legs.reasons import reasons_first, with_reasons
from bot.answers.legs.things import ON_THINGS
from bot.answers.legs.tidied import tidied
from bot.answers.legs.who_is_where import is_left_open
from bot.answers.proof.deeds import says_what_is_asked
from bot.answers.proof.in_a_word import giving
from bot.answers.proof.proving import framed_proves, lives_prove, told_proves
from bot.answers.proof.ties import is_of_those
from bot.answers.sentences.deals.details import details
from bot.grammar.patterns import Pattern
from bot.store.query import bounds
from bot.store.read import Passage

SOURCES_AGREE = Pattern(
    r"\b(?:sources?|reports?|articles?|they|accounts?)\b.*\b(?:agree|differ|disagree|conflict|"
    r"contradict)|\bwhere do they differ\b"
)
_OF_A_PERSON = Pattern(
    r"\b(?:stud(?:y|ied)|graduated?|degree|school|university|joined?|born|worked?|before|previously|career|from where|"
    r"salary|paid)\b"
)
"""What is asked of somebody, not of a company."""
_MOST_MEANT = 4
_SEVERAL = 2
_EXACT = ("money", "count", "percent", "when")


def found_for(desk: Desk, parts: list[Clause]) -> tuple[list[Found], list[str]]:
    """What answers each part of a message, and the words of the parts that nothing answers."""
    found: list[Found] = []
    missing: list[str] = []
    known, asks_who = True, False
    for clause in parts:
        if found and not clause.names and SOURCES_AGREE.search(clause.shape):
            found[-1] = with_other_figures(desk, found[-1])
            continue
        one = with_reasons(desk, clause, _one(desk, clause, found))
        hangs = clause.leans or (clause.asked and asks_who and _OF_A_PERSON.search(clause.shape))
        if one and hangs and not known and not one.events:
            one = None  # more of what is not known: a sentence tells it of somebody else
        if one and not known and asks_who and clause.pronoun == "person" and not clause.names:
            one = None  # "and where was he before": nobody knows who
        if one:
            met, one = one, _in_a_word(desk, one)
            if one is None or not _is_proved(desk, one):
                one = _in_a_word(desk, of_things(desk, met.clause))
                one = one if one and _is_proved(desk, one) else None
        one = with_matter(desk, clause, one or at_home(desk, clause))
        one = with_successor(desk, tidied(desk, one)) if one else None
        if not clause.again and (one is None or not (one.events or one.card or one.rule == FOLLOWS)):
            one = _with(_of_before(desk, clause, bool(found)), one)
        known, asks_who = one is not None, clause.wants == "who"
        if one:
            one = _proving(desk, one)
            found.append(one)
            named = _as_told(desk, tuple(dict.fromkeys((*one.asked, *_named_first(desk, one)))), _quoted(one))
            desk.memory.add(Focus(one.clause, named, _quoted(one)[:4], one.events, one.passages, one.query))
        else:
            desk.memory.add(Focus(clause))
            missing.append(clause.asked or clause.text)
    return found, missing


def _proving(desk: Desk, one: Found) -> Found:
    """What was found with the sentences that prove alone, and those beside them, before the others.

    Where a figure or a time is asked for, the others are left out: they only tell another one.
    """
    if one.card or one.rule in (FOLLOWS, OF_LIFE, OF_MATTERS) or len(one.passages) < _SEVERAL:
        return one
    runs: list[list[Passage]] = []
    for passage in one.passages:
        last = runs[-1][-1] if runs else None
        if last is not None and last.article == passage.article and passage.ordinal == last.ordinal + 1:
            runs[-1].append(passage)
        else:
            runs.append([passage])
    discourse, asked = desk.sentences.discourse, details(one.clause.shape)

    def proves(passage: Passage) -> bool:
        given = all(detail.given.search(passage.text) for detail in asked)
        if one.clause.wants == "when" and not is_of_those(discourse, one.clause, passage):
            return False
        return given and told_proves(discourse, one.clause, [passage], one.rule == ON_THINGS)

    proving = [run for run in runs if any(map(proves, run))]
    others = [run for run in runs if run not in proving]
    exact = one.clause.wants in _EXACT and one.rule != IN_ITS_WAY  # what that found was weighed
    if one.clause.wants == "why":
        return replace(one, passages=reasons_first(one.passages))
    runs = proving if proving and exact else proving + others
    return replace(one, passages=tuple(p for run in runs for p in run))


def _in_a_word(desk: Desk, one: Found | None) -> Found | None:
    """What was found without sentences that do not give what is asked in a word or two; None where nothing is left."""
    if one is None or one.card or one.rule == FOLLOWS:
        return one
    left = replace(one, passages=giving(desk.sentences.discourse, one.clause, one.passages))
    return left if left.events or left.passages or left.lead else None


def _is_proved(desk: Desk, one: Found) -> bool:
    """Whether an answer holds what was asked; facts, and sentences that were weighed so, are not looked at again."""
    alone = not (one.events or one.card) and one.rule not in (FOLLOWS, OF_LIFE)
    if alone and not says_what_is_asked(desk.sentences.discourse, one.clause, one.passages):
        return False
    weighed = bool(one.events or one.card) or one.rule in (FOLLOWS, IN_ITS_WAY)
    weighed = weighed or (one.rule in (OF_LIFE, IN_OTHER_WORDS) and one.clause.wants == "why")
    if one.rule == IN_ITS_WAY and not one.events:
        return framed_proves(desk.sentences.discourse, one.clause, one.passages)
    if one.rule == OF_LIFE and not weighed:
        return lives_prove(desk.sentences.discourse, one.clause, one.passages)
    return weighed or told_proves(
        desk.sentences.discourse, one.clause, one.passages, one.rule in (ON_THINGS, IN_OTHER_WORDS)
    )


def _one(desk: Desk, clause: Clause, found: list[Found]) -> Found | None:
    """What answers one part: with the name it shares, else by what the conversation was about."""
    if not found and (again := doubted(desk, clause)) is not None:
        return _by_then(again)
    if not found and (figures := told_figures(desk, clause)) is not None:
        return figures
    follows = (bound(desk, clause) or following(desk, clause)) if not found else None
    if follows is not None:
        before = _by_then(follows.found)
        return with_other_figures(desk, before) if before and SOURCES_AGREE.search(clause.shape) else before
    if clause.again or (clause.otherwise and clause.narrow.when and not clause.content):
        told = at_another_time(desk, clause, found[-1]) if found else []
        if told:
            return Found(clause, (), tuple(told), rule=FOLLOWS)
    if points_back(clause) and (told_on := _by_then(going_on(desk, clause))) is not None:
        return told_on
    met = _by_then(find(desk, clause))
    is_open = met is None and (is_left_open(desk, clause) or leaves_cuts_open(desk, clause))
    one = None if is_open else framed(desk, clause, met)
    if one is None and met is not None and met.events:
        one = framed(desk, clause, _by_then(find_in_sentences(desk, clause)))
    narrowed = clause.narrow.when or clause.narrow.round
    if clause.bare and not clause.names and narrowed and desk.memory.foci:
        one = _of_that_time(desk, clause, one, desk.memory.foci[0])
    if clause.again and one and found and _told(one) <= _told(found[-1]):
        return None
    if one is None and clause.otherwise is not None and not clause.again:
        one = _by_then(_as_spoken_of(desk, clause.otherwise))
    if one and one.events and SOURCES_AGREE.search(clause.shape):
        one = with_other_figures(desk, one)
    return one


def _of_that_time(desk: Desk, clause: Clause, one: Found | None, last: Focus) -> Found | None:
    """What answers "and in 2030?": not what was told before of another time, but a sentence near it of that one.

    "vs Series B?" likewise: where no fact tells it, a sentence near what was told that speaks of that round.
    """
    before, when, named = Found(last.clause, last.told, last.passages), clause.narrow.when, clause.narrow.round
    if one is not None and named and one.events:
        return one
    if one is not None and when is not None and not named:
        first, final = bounds(when)
        days = [bounds(told.date) for told in one.events if told.date is not None]
        of_then = any(start <= final and end >= first for start, end in days)
        if of_then or not one.events or not _told(one) <= _told(before):
            return one
    asked = replace(
        clause, wants=last.clause.wants, names=last.clause.names, shape=f"{last.clause.shape} {clause.shape}"
    )
    if told := at_another_time(desk, asked, before):
        return Found(asked if named else clause, (), tuple(told), rule=FOLLOWS)
    return one if named else None


def _of_before(desk: Desk, clause: Clause, within: bool) -> Found | None:
    """What the articles that answered before say on; `within`: it is asked in the same message."""
    own = clause.otherwise or clause
    follows = following(desk, own) if within else None
    one = follows.found if follows is not None else None
    if one is None and is_beside_facts(own):
        return None  # "down from?" is asked of the figure that was told, wherever else that word is said
    return _by_then(one or going_on(desk, own))


def _as_spoken_of(desk: Desk, clause: Clause) -> Found | None:
    """What answers a part without a name: of a person whom what was told before names, or beside those sentences."""
    if clause.names:
        return find(desk, clause)
    if clause.unknown:
        return None
    for ids in desk.memory.people()[:_MOST_MEANT]:
        shape = f"{clause.shape} <0>"
        one = find(desk, reread(replace(clause, shape=shape, pronoun=""), (Mention(0, 0, "", ids),)))
        if one:
            return one
    beside = desk.sentences.beside(clause, desk.memory.quotes())
    return Found(clause, (), tuple(beside)) if beside else None


def _with(first: Found | None, other: Found | None) -> Found | None:
    """What goes on from the answer before, with what was found besides in sentences."""
    if first is None or other is None or first.events:
        return first or other
    return replace(first, passages=tuple(dict.fromkeys((*first.passages, *other.passages)))[:_MOST_MEANT])


def _named_first(desk: Desk, one: Found) -> tuple[str, ...]:
    """Whom the sentence that answers names, where no fact tells who the answer is."""
    if one.events or not one.passages:
        return ()
    return in_order(desk, one.passages[0], frozenset(one.clause.ids))


def _as_told(desk: Desk, named: tuple[str, ...], quotes: tuple[str, ...]) -> tuple[str, ...]:
    """Those that an answer names in the order in which its sentences name them."""
    text = " ".join(quotes)

    def place(one: str) -> int:
        name = desk.facts.name(one)
        met = (text.find(said) for said in (name, name.split(" ")[-1]))
        return min((at for at in met if at >= 0), default=len(text))

    return tuple(sorted(named, key=place))


def _told(one: Found) -> frozenset[object]:
    """What an answer consists of."""
    return frozenset((*(t.event.id for t in one.events), *((p.article, p.ordinal) for p in one.passages)))


def _by_then(one: Found | None) -> Found | None:
    """What was found without sentences of articles that came out after the day asked about."""
    day = one.clause.narrow.known if one is not None else None
    if one is None or day is None:
        return one
    kept = tuple(p for p in one.passages if published_by(p.citation.published, day))
    left = replace(one, passages=kept)
    return left if left.events or left.passages or left.card or left.lead else None


def _quoted(one: Found) -> tuple[str, ...]:
    return (*(s.quote for told in one.events for s in told.statements), *(p.text for p in one.passages))
