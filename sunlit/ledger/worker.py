"""The worker: gives entries their place in the tree, then carries out the reactions."""

import os
import secrets
import socket
import threading
import time
from collections.abc import Callable
from datetime import timedelta

from django.db import close_old_connections, transaction
from django.db.models import Q
from django.utils import timezone

from sunlit.ledger.growing import give_places
from sunlit.ledger.models import Entry, Lease, Progress
from sunlit.ledger.registry import Reaction, all_reactions

LEASE = "worker"
LEASE_TIME = timedelta(seconds=30)
BATCH = 500  # leaves that one step of a reaction carries out
PLACES = 5000  # entries that get their places in one transaction


def new_holder() -> str:
    """Return a name for one running worker that no other has."""
    return f"{_host()}:{os.getpid()}:{secrets.token_hex(4)}"


def take_lease(holder: str) -> bool:
    """Become the one worker, or stay it; False while another holds the lease."""
    now = timezone.now()
    with transaction.atomic():
        lease, _ = Lease.objects.get_or_create(name=LEASE, defaults={"holder": "", "until": now})
        free = Q(holder=holder) | Q(until__lte=now)
        if _is_gone(lease.holder):
            free |= Q(holder=lease.holder)
        taken = Lease.objects.filter(free, name=LEASE)
        return taken.update(holder=holder, until=now + LEASE_TIME) == 1


def give_lease_back(holder: str) -> None:
    """Let another worker start at once."""
    Lease.objects.filter(name=LEASE, holder=holder).update(until=timezone.now())


def sequence_some(holder: str) -> int:
    """Give up to a batch of entries their place in the tree; return how many got one.

    The lease's row is locked meanwhile, so that two workers never give places at once.
    """
    with transaction.atomic(durable=True):
        if not _still_holds(holder):
            return 0
        return give_places(PLACES)


def react_some(reaction: Reaction, holder: str) -> int:
    """Carry one reaction out for up to a batch of leaves; return for how many.

    What the reaction writes to the database and how far it came are one transaction. What it
    does elsewhere can be done twice after a crash: that is why reactions are repeatable.
    """
    with transaction.atomic(durable=True):
        if not _still_holds(holder):
            return 0
        progress, _ = Progress.objects.get_or_create(reaction=reaction.name)
        ahead = Entry.objects.filter(leaf__index__gte=progress.next_index).select_related("leaf")
        entries = list(ahead.order_by("leaf__index")[:BATCH])
        if entries:
            reaction.react(entries)
            progress.next_index = entries[-1].leaf.index + 1
            progress.save(update_fields=["next_index"])
    return len(entries)


def work_once(holder: str) -> int:
    """Do all the work that is waiting; return how many steps it took. 0: nothing was waiting."""
    done = 0
    while take_lease(holder) and (count := sequence_some(holder)):
        done += count
    for reaction in all_reactions():
        while take_lease(holder) and (count := react_some(reaction, holder)):
            done += count
    return done


def catch_up(*, wait_seconds: float = 0.0) -> int:
    """Do all the work that is waiting, as a worker of its own, and give the lease back.

    Waits up to `wait_seconds` for a worker that holds the lease.
    """
    holder = new_holder()
    patience = time.monotonic() + wait_seconds
    while not take_lease(holder):
        if time.monotonic() >= patience:
            return 0
        time.sleep(0.2)
    try:
        return work_once(holder)
    finally:
        give_lease_back(holder)


def replay(reaction: Reaction) -> None:
    """Rebuild from nothing, by replaying the ledger, all that one reaction made."""
    with transaction.atomic(durable=True):
        reaction.forget()
        Progress.objects.filter(reaction=reaction.name).delete()
    catch_up()


def run(
    stop: threading.Event, *, pause_seconds: float = 1.0, first: Callable[[], None] | None = None
) -> None:
    """Work until told to stop, looking for new work every `pause_seconds`.

    `first` is what the clock brings about; it is called before each look, by one worker only.
    """
    holder = new_holder()
    try:
        while not stop.is_set():
            close_old_connections()
            if first and take_lease(holder):
                first()
            if not work_once(holder):
                stop.wait(pause_seconds)
    finally:
        give_lease_back(holder)


def _is_gone(holder: str) -> bool:
    """Say whether a holder was a process of this machine that runs no more."""
    host, _, rest = holder.partition(":")
    pid = rest.partition(":")[0]
    if host != _host() or not pid.isdigit():
        return False
    try:
        os.kill(int(pid), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False


def _host() -> str:
    return socket.gethostname()[:32].replace(":", "-")


def _still_holds(holder: str) -> bool:
    lease = Lease.objects.select_for_update(of=("self",)).filter(name=LEASE, holder=holder)
    return lease.filter(until__gt=timezone.now()).exists()
