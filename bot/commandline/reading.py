"""`bot extract` and `bot build`: the reading wing at work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from bot.articles import UnreadableArticle, read_article
from bot.articles.errors import printable
from bot.commandline.keeping import opened
from bot.commandline.output import Progress, Refusal, print_json, warn
from bot.llm.asking import Asking, Report
from bot.model.judgement import Judgement
from bot.model.when import When
from bot.reading.workers import LoadAsker, load_extractor
from bot.settings import Settings
from bot.state.places import Place, is_there

if TYPE_CHECKING:
    from bot.store.write import Check

_COUNTED = (
    ("article", "articles"),
    ("fact", "facts"),
    ("event", "events"),
    ("entity", "entities"),
    ("conflict", "conflicts"),
)


def extract_files(files: Sequence[Path], published: str | None, settings: Settings | None = None) -> int:
    """Prints the facts of every file that is an article; the others are named on standard error. Gives the status."""
    asking = settings.asking if settings is not None else None
    extract = load_extractor() if asking is None else LoadAsker(asking)()
    asked: list[tuple[str, object]] = []
    when = _date(published)
    progress = Progress("extracting")
    status = 0
    for done, file in enumerate(files):
        progress(done, len(files), file.name)
        try:
            article = read_article(file, when)
            told = extract(article)
            facts = [statement.to_json() for statement in told]
        except UnreadableArticle as error:
            progress.done()
            warn(f"bot extract: {printable(str(file))}: {error.reason}")
            status = 2
            continue
        except Exception as error:  # one article must not cost the others
            progress.done()
            warn(f"bot extract: {printable(str(file))}: its facts could not be read ({type(error).__name__}: {error})")
            status = status or 1
            continue
        progress.done()
        asked.append((article.source, told))
        day = article.published.iso() if article.published else None
        print_json({"source": article.source, "published": day, "facts": facts})
    if asking is not None:
        _tell_asked("extract", asking, Report.of(asked, asking))
    return status


def _tell_asked(command: str, asking: Asking, report: Report) -> None:
    """What asking came to, and about what nobody could be asked, on standard error: the facts alone go out."""
    warn(f"bot {command}: {report.tally.told(asking.endpoint)}")
    for line in report.warnings():
        warn(f"bot {command}: {line}")


def build_served(
    folders: Sequence[Path],
    settings: Settings,
    checked: bool = False,
    fresh: bool = False,
    workers: int | None = None,
    as_json: bool = False,
    cluster: str = "",
) -> None:
    """Builds the store that is served, with what administrators judged.

    `checked`: the old store stays where the new one does not hold enough or does not answer. `fresh`: every article is
    read, in so many processes as `workers` says, or by the workers of a `cluster`.
    """
    from bot.store.write import BuildError

    try:
        check = _check(settings) if checked else None
    except BuildError as error:
        raise Refusal(f"bot build: {error}") from None
    judgements = _judgements(settings.state_place)
    build_store(folders, settings.db, judgements, check, fresh, workers, as_json, cluster, settings.asking)


def build_store(
    folders: Sequence[Path],
    db: Path,
    judgements: Sequence[Judgement] = (),
    check: Check | None = None,
    fresh: bool = False,
    workers: int | None = None,
    as_json: bool = False,
    cluster: str = "",
    asking: Asking | None = None,
) -> None:
    """Builds a store and prints what went into it, and every file that did not."""
    from bot.build import build
    from bot.store.write import BuildError

    for folder in folders:
        if not folder.is_dir():
            wrong = "not a folder: name the folder it is in" if folder.exists() else "no such folder: check the name"
            raise Refusal(f"bot build: {printable(str(folder))}: {wrong}")
    progress = Progress("building")
    try:
        report = build(
            folders,
            db,
            progress=progress,
            judgements=judgements,
            check=check,
            fresh=fresh,
            workers=workers,
            cluster=cluster,
            asking=asking,
        )
    except BuildError as error:
        raise Refusal(f"bot build: {error}") from None
    finally:
        progress.done()
    if asking is not None and report.asked is not None:
        _tell_asked("build", asking, report.asked)
    if as_json:
        print_json(asdict(report))
        return
    counts = ((getattr(report, several), one, several) for one, several in _COUNTED)
    print(f"{db}: " + ", ".join(f"{count} {one if count == 1 else several}" for count, one, several in counts))
    if report.read < report.articles:
        print(f"read anew: {report.read} (what the others tell was known from an earlier build)")
    if report.refused:
        print(f"left out: {report.refused} facts whose quote does not stand in their article")
    if report.changes:
        print("since the last build: " + ", ".join(f"{count} {what}" for what, count in report.changes.items()))
    if report.judgements:
        print(f"judgements applied: {report.judgements}")
    for told in report.idle:
        print(f"a judgement without effect: {printable(told)}")
    for file, reason in report.skipped:
        print(f"skipped {printable(file)}: {reason}")
    if not report.articles:
        where = ", ".join(printable(str(folder)) for folder in folders)
        warn(f"bot build: no article was found below {where}: put .md, .txt or .html files there")


def _judgements(place: Place) -> list[Judgement]:
    """What administrators judged; nothing where there is no state."""
    if not is_there(place):
        return []
    with opened(place, "build") as state:
        return state.judgements.standing()


def _moved_away(place: Place) -> frozenset[str]:
    """The files that administrators took back."""
    if not is_there(place):
        return frozenset()
    with opened(place, "build") as state:
        return state.saved.moved_away()


def _check(settings: Settings) -> Check:
    """The look at a new store before it takes the old one's place."""
    from bot.admin.checking import Demands, check, read_questions

    questions = read_questions(settings.smoke_questions) if settings.smoke_questions else ()
    demands = Demands(settings.reload_share, questions, _moved_away(settings.state_place))
    return lambda candidate: check(candidate, settings.db, demands)


def _date(text: str | None) -> When | None:
    if text is None:
        return None
    try:
        return When.from_iso(text)
    except ValueError:
        raise Refusal(
            f"bot extract: --published {printable(text)}: not a date: write it as 2025-10-08, 2025-10 or 2025"
        ) from None
