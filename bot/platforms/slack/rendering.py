"""An Answer as messages of Block Kit: whole facts with their sources, pages where there are many, buttons below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.answers.render import ASIDES, first_aside
from bot.model.answer import Action, Answer, Line
from bot.platforms.shared.actions import SLACK_LONGEST, Actions, Keeping, Press
from bot.platforms.shared.desk import Reply
from bot.platforms.shared.paging import Page, page
from bot.platforms.shared.posted import is_kept, token_of
from bot.platforms.slack import facts, limits
from bot.platforms.slack.commands import as_typed
from bot.platforms.slack.escaping import fitted, mrkdwn, plain
from bot.platforms.slack.message import Block, Message, actions, button, context, header, section, sections

_TITLE = 1000
_HINTS = 1500
_DATED = 5
"""Facts in the order of time that read better as a table."""


class Rendering:
    """Buttons carry the messages that they are about; what is too long for one is kept in the state."""

    def __init__(self, kept: Keeping, prefix: str = "") -> None:
        self._prefix = prefix
        self._values = Actions(kept, SLACK_LONGEST)
        self._ids = Actions(kept, limits.ID)
        self._options = Actions(kept, limits.OPTION_VALUE)

    def decode(self, value: str) -> Press | None:
        """What a button, a block or an option asks for; None where it is none of ours or is kept no longer."""
        return self._values.decode(value)

    def answer(self, reply: Reply, number: int = 1, share: bool = False, by: str = "") -> Message:
        """One page of an answer. `share` offers to show it to the channel; `by` says who did."""
        reply = replace(reply, answer=self._named(reply.answer))
        if _tabular(reply.answer):
            shown = _page(reply.answer, number)
            body = [block for line in shown.lines for block in sections(facts.compact(line))]
            plainer = self._message(reply, shown, body, share, by)
            return self._message(reply, shown, [_table(shown.lines)], share, by, plainer)
        shown = _page(reply.answer, number)
        return self._message(reply, shown, list(_body(shown)), share, by)

    def _named(self, answer: Answer) -> Answer:
        """What the bot says of its commands, by their names in Slack; what articles say stays as it is."""
        lines = tuple(
            line if line.citations else replace(line, text=as_typed(line.text, self._prefix)) for line in answer.lines
        )
        return replace(answer, lines=lines, hints=tuple(as_typed(hint, self._prefix) for hint in answer.hints))

    def events(self, reply: Reply, number: int) -> tuple[str, ...]:
        """Ids of the events that a page tells."""
        return tuple(dict.fromkeys(line.event for line in _page(reply.answer, number).lines if line.event))

    def sources(self, reply: Reply, number: int = 1) -> Message:
        """The sources of an answer, each with the whole of its sentence."""
        told = reply.answer.citations
        lines = tuple(Line(facts.cited(citation, n)) for n, citation in enumerate(told, start=1))
        shown = page(Answer(True, reply.answer.title, lines), number, lambda line: len(line.text), limits.PAGE, 20)
        title = f"Sources: {reply.answer.title}" if lines else "No article is behind this answer."
        body = [block for line in shown.lines for block in sections(line.text)]
        more = self._button(f"More ({shown.left} left)", "sources", Press("sources", reply.turns, shown.number + 1))
        text = [plain(title), *(plain(f"{facts.origin(c)}: {c.quote}") for c in told[shown.start :])]
        blocks = [*_title(title, True), *body, *actions([more] if shown.more else [])]
        return Message(_fallback(text), tuple(blocks))

    def options(self, answer: Answer) -> list[Block]:
        """The names to choose from where one was ambiguous."""
        return self._listed((action.label, action.command) for action in choices(answer))

    def completions(self, names: Iterable[str], answer: Answer) -> list[Block]:
        """Names that were typed in part, each asked for in the way of the first message."""
        offered = choices(answer)
        verb = offered[0].command.split(" ", 1)[0] if offered else "/timeline"
        return self._listed((name, f"{verb} {name}") for name in names)

    def _listed(self, named: Iterable[tuple[str, str]]) -> list[Block]:
        made = []
        for label, command in dict(named).items():
            value = self._options.encode(Press("ask", (command,)))
            shown = {"type": "plain_text", "text": fitted(plain(label), limits.OPTION) or "—", "emoji": False}
            made.append({"text": shown, "value": value})
        return made[: limits.OPTIONS]

    def _message(
        self, reply: Reply, shown: Page, body: list[Block], share: bool, by: str, plainer: Message | None = None
    ) -> Message:
        answer = reply.answer
        blocks = [*_title(answer.title, answer.answered), *body]
        notes = []
        if shown.total > 1:
            notes.append(f"Page {shown.number} of {shown.total}")
        if by:
            notes.append(f"Shared by {mrkdwn(by)}")
        picture = answer.picture if shown.number == 1 else None
        if picture and share:
            notes.append("There is a picture with this answer: share it with the channel to see it.")
        file = answer.file if shown.number == 1 else None
        if file and share:
            notes.append("There is a file with this answer: share it with the channel, or ask me directly, to have it.")
        if notes:
            blocks.append(context(fitted(" · ".join(notes), limits.CONTEXT)))
        blocks += _hints(answer.hints)
        if len(choices(answer)) > 1:
            blocks.append(self._select(reply))
        blocks += actions(self._next(reply, shown))
        if not reply.failed:
            blocks += actions(self._opinions(reply, shown, share))
        text = [plain(answer.title), *(f"• {facts.spoken(line)}" for line in shown.lines), *map(plain, answer.hints)]
        alt = fitted(plain(answer.picture_alt or answer.title), limits.ALT)
        title = fitted(plain(answer.title), limits.HEADER)
        return Message(_fallback(text, shown.left), tuple(blocks), picture, alt, plainer, title, file)

    def _next(self, reply: Reply, shown: Page) -> list[Block]:
        """What the reader may want to see next."""
        made = []
        if shown.more:
            press = Press("more", reply.turns, shown.number + 1)
            made.append(self._button(f"More ({shown.left} left)", "more", press, "Show the next facts"))
        if reply.answer.citations:
            press = Press("sources", reply.turns)
            made.append(self._button("Sources", "sources", press, "Show the sentences behind this answer"))
        offered = choices(reply.answer)
        chosen = offered if len(offered) > 1 else ()
        others = [a for a in reply.answer.actions if a.kind in ("timeline", "ask") and a not in chosen]
        for n, action in enumerate(others[:5]):
            label = _label(action.label, action.kind.capitalize())
            made.append(self._button(label, f"{action.kind}:{n}", Press(action.kind, (action.command,))))
        watched = watchable(reply.answer)
        if watched:
            made.append(self._button(_label(f"Watch {watched}", "Watch"), "watch", Press("watch", (watched,))))
        if token_of(reply.text):
            made.append(self._button("Why?", "why", Press("why", reply.turns), "Why this message came"))
        return made

    def _opinions(self, reply: Reply, shown: Page, share: bool) -> list[Block]:
        # What administrators are told of is not to be judged.
        judged = any(line.event for line in reply.answer.lines) or not is_kept(reply.text)
        made = (
            [
                self._button("👍", "good", Press("good", reply.turns, shown.number), "This answer is good"),
                self._button("👎", "bad", Press("bad", reply.turns, shown.number), "This answer is wrong or of no use"),
            ]
            if judged
            else []
        )
        if share:
            press = Press("share", reply.turns, shown.number)
            made.append(self._button("Share with channel", "share", press, "Show this answer to everybody here"))
        return made

    def _select(self, reply: Reply) -> Block:
        """`external_select`: what stands in it is asked for when it is opened."""
        made = section("Which one is meant?")
        made["block_id"] = self._ids.encode(Press("pick", reply.turns))
        made["accessory"] = {
            "type": "external_select",
            "action_id": "pick",
            "placeholder": {"type": "plain_text", "text": "Choose or type a name", "emoji": False},
            "min_query_length": 0,
        }
        return made

    def _button(self, label: str, verb: str, press: Press, spoken: str = "") -> Block:
        return button(label, verb, self._values.encode(press), spoken)


def choices(answer: Answer) -> tuple[Action, ...]:
    """The names that may have been meant, where an answer says that it does not know which."""
    return () if answer.answered else tuple(action for action in answer.actions if action.kind == "ask")


def watchable(answer: Answer) -> str:
    """The name that the answer is about, where it has one."""
    if not answer.answered:
        return ""
    about = [action.command for action in answer.actions if action.kind in ("watch", "timeline", "ask")]
    return about[0].partition(" ")[2].strip() if about and answer.entities else ""


def _tabular(answer: Answer) -> bool:
    return answer.answered and chronological(answer.lines)


def _page(answer: Answer, number: int) -> Page:
    if _tabular(answer):
        return page(answer, number, _compact_size, limits.TABLE_PAGE, limits.TABLE_PAGE_LINES)
    return page(answer, number, _size, limits.PAGE, limits.PAGE_LINES)


def chronological(lines: tuple[Line, ...]) -> bool:
    """Whether these are facts in the order of time, those without a date at the end."""
    dated = [line.when for line in lines if line.when]
    if len(dated) < _DATED or dated[0] == dated[-1]:
        return False
    return dated == [line.when for line in lines[: len(dated)]] and dated == sorted(dated)


def _label(text: str, short: str) -> str:
    """What stands on a button: a name is never cut, so what is too long is left out."""
    label = plain(text)
    return label if 0 < len(label) <= limits.BUTTON else short


def _body(shown: Page) -> Iterator[Block]:
    first = first_aside(shown.answer.lines)
    for n, line in enumerate(shown.lines, start=shown.start):
        if n == first or (n == shown.start and n > first):
            yield context(ASIDES)
        yield from _told(line)


def _told(line: Line) -> list[Block]:
    origins = facts.sources(line)
    return [*sections(facts.fact(line)), *([context(origins)] if origins else [])]


def _size(line: Line) -> int:
    return len(facts.fact(line)) + len(facts.sources(line))


def _compact_size(line: Line) -> int:
    return len(facts.compact(line))


def _table(lines: Iterable[Line]) -> Block:
    head = [{"type": "raw_text", "text": text} for text in ("Year", "What happened", "Source")]
    return {
        "type": "table",
        "rows": [head, *(facts.table_row(line) for line in lines)],
        "column_settings": [{"align": "left"}, {"align": "left", "is_wrapped": True}, {"align": "left"}],
    }


def _title(title: str, heading: bool) -> list[Block]:
    shown = plain(title)
    if not shown:
        return []
    if heading and len(shown) <= limits.HEADER:
        return [header(shown)]
    told = fitted(mrkdwn(title), _TITLE)
    return [section(f"*{told}*" if heading else told)]


def _hints(hints: Iterable[str]) -> list[Block]:
    """Whole hints, as many as there is room for."""
    shown: list[str] = []
    for hint in (fitted(mrkdwn(hint), _HINTS) for hint in hints):
        if hint and sum(map(len, shown)) + len(hint) <= _HINTS and len(shown) < limits.CONTEXT_ELEMENTS:
            shown.append(hint)
    return [context(*shown)] if shown else []


def _fallback(rows: list[str], left: int = 0) -> str:
    """Whole rows, as many as there is room for."""
    kept: list[str] = []
    used = 0
    for row in rows:
        shown = fitted(row, limits.FALLBACK - 60) if not kept else row
        if used + len(shown) + 1 > limits.FALLBACK - 30:
            break
        kept.append(shown)
        used += len(shown) + 1
    hidden = max(len(rows) - len(kept), 0) + left
    if hidden:
        kept.append(f"… and {hidden} more")
    return "\n".join(kept) or "—"
