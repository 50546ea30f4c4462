"""`sunlit worker`: carry out what follows the official acts."""

import os
import signal
import threading
import time
from datetime import date

import click
from django.utils.translation import gettext as _

from sunlit.approvals import timing as licence_timing
from sunlit.approvals.services.drafts import forget_expired
from sunlit.cli.starting import starts_installation
from sunlit.disclosure.rereading import Rereading
from sunlit.disclosure.timing import carry_out
from sunlit.ledger import worker
from sunlit.ledger.registry import all_reactions
from sunlit.organization.models import Agency
from sunlit.organization.selectors import office_day, office_time

LOOKS_EVERY_SECONDS = 0.5


@click.command("worker")
@click.option("--once", is_flag=True, help="Do what is waiting, then stop.")
@click.option("--replay", is_flag=True, help="First rebuild all that reactions made, from nothing.")
@click.option(
    "--while-parent-lives",
    type=int,
    hidden=True,
    help="Stop when this process is the parent no more.",
)
@starts_installation
def command(once: bool, replay: bool, while_parent_lives: int | None) -> None:  # noqa: FBT001
    """Give ledger entries their place in the tree, and carry the reactions out.

    What is scheduled becomes public in its time, and is shown no longer after its last day.

    Applications on the web that were not sent off in time are deleted each day.

    Where the lexicon has changed, or changes meanwhile, all that is public is screened again.
    """
    if replay:
        for reaction in all_reactions():
            worker.replay(reaction)
    rereading = Rereading()
    daily = Daily()
    _what_comes_first(rereading, daily)
    if once or replay:
        done = worker.catch_up(wait_seconds=worker.LEASE_TIME.total_seconds())
        click.echo(_("Done: %(count)d steps.") % {"count": done})
        return
    stop = threading.Event()
    for told in (signal.SIGINT, signal.SIGTERM):
        signal.signal(told, lambda *_args: stop.set())
    if while_parent_lives:
        threading.Thread(target=_stop_with, args=(while_parent_lives, stop), daemon=True).start()
    worker.run(stop, first=lambda: _what_comes_first(rereading, daily))


class Daily:
    """What a worker does once each day: the first time that it looks, then on every new day."""

    def __init__(self) -> None:
        self._done_on: date | None = None

    def look(self, today: date) -> None:
        """Delete the applications that nobody sent off in time, with all that was typed."""
        if self._done_on != today:
            forget_expired(today=today)
            self._done_on = today


def _what_comes_first(rereading: Rereading, daily: Daily) -> None:
    daily.look(office_day())
    for agency in Agency.objects.order_by("id"):
        rereading.look(agency)
        carry_out(agency, on=office_day(), at=office_time())
        licence_timing.carry_out(agency, on=office_day())


def _stop_with(parent: int, stop: threading.Event) -> None:
    while os.getppid() == parent:
        time.sleep(LOOKS_EVERY_SECONDS)
    stop.set()
