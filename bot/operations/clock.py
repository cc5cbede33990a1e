"""The clock by which what comes again and again is done, whatever is done to the clock of the machine."""

from __future__ import annotations

from datetime import UTC, datetime

from apscheduler.schedulers.asyncio import AsyncIOScheduler


class Clock(AsyncIOScheduler):  # type: ignore[misc]  # the library has no types
    """APScheduler, whose jobs do not wait for a time that was near before the clock was set back.

    It computes from the clock of the machine when a job is due, and looks again whenever it wakes: with a clock set
    back by an hour a job of every second would stand still for that hour.
    """

    def __init__(self) -> None:
        super().__init__(timezone="UTC", job_defaults={"coalesce": True, "misfire_grace_time": None})

    def wakeup(self) -> None:
        """Looks for what is due, and first brings near what is farther away than its interval."""
        now = datetime.now(UTC)
        for job in self.get_jobs():
            due = job.next_run_time
            if due is not None and due - now > job.trigger.interval:
                job.modify(next_run_time=now)
        super().wakeup()
