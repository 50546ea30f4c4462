"""`sunlit log`: whether the ledger is as it was written, and proofs for those who doubt it."""

import json
from collections.abc import Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import click
from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sunlit.cli.noting import Root, read_noted
from sunlit.cli.starting import Day, starts_installation
from sunlit.cli.waiting import progress_bar
from sunlit.disclosure.models import Item
from sunlit.kernel.refusals import Missing, Unacceptable, WrongMoment
from sunlit.ledger import growing, worker
from sunlit.ledger.models import Leaf
from sunlit.ledger.proofs import ProvenEntry, proven_entries
from sunlit.ledger.stored import StoredEntry, snapshot
from sunlit.ledger.tree import DamagedTree, Tree, stored_size, stored_tree
from sunlit.ledger.verification import Fault, Noted, Verification, against, readable_tree
from sunlit.ledger.wording import event_wording
from sunlit.organization.models import Agency
from sunlit.organization.selectors import office_day

TOLD = 1000  # faults that are told one by one

as_json_option = click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")


@click.group("log")
def command() -> None:
    """Check the ledger, and prove what stands in it."""


@command.command("root")
@as_json_option
@click.option("--today", type=Day(), default=None, help="The day that is noted with it.")
@starts_installation
def tell_root(as_json: bool, today: date | None) -> None:  # noqa: FBT001
    """Tell the size and the root of the tree: note them down, and check against them later."""
    with snapshot():
        tree = _whole_tree()
        told = {"size": tree.size, "root": tree.root.hex(), "day": str(today or office_day())}
    if as_json:
        _tell_json(told)
        return
    click.echo(_("Size: %(size)d") % told)
    click.echo(_("Root: %(root)s") % told)
    click.echo(_("Day: %(day)s") % told)


@command.command("verify")
@click.option(
    "--since",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file with an earlier root: from `sunlit log root --json`, or a checkpoint.",
)
@click.option("--root", type=Root(), help="An earlier root, as 64 hexadecimal digits.")
@click.option("--size", type=click.IntRange(0), help="The size of the tree with that root.")
@as_json_option
@starts_installation
def verify(since: Path | None, root: bytes | None, size: int | None, as_json: bool) -> None:  # noqa: FBT001
    """Compute every entry, place and hash of the ledger in the database again.

    With an earlier root, also prove that today's tree begins with that one: nothing that stood
    in it was changed since. Exit 1 if anything is wrong.
    """
    noted = _noted(since, root, size)
    with snapshot():
        reading = Verification()
        total = Leaf.objects.count()
        with progress_bar(_("Checking the ledger"), total) as show:
            reading.progress = show
            faults = reading.faults()
            told, more = list(islice(faults, TOLD)), sum(1 for _fault in faults)
        tree = readable_tree()
        proof: list[bytes] = []
        if noted and tree:
            wrong, proof = against(noted, tree)
            told += wrong
    outcome: dict[str, Any] = {
        "size": reading.size,
        "root": tree.root.hex() if tree else None,
        "waiting": reading.waiting,
        "waiting_entries": [_named(entry) for entry in reading.named_waiting],
        "fault_count": len(told) + more,
        "faults": [fault.as_json() for fault in told],
    }
    if noted:
        outcome["since"] = {
            "size": noted.size,
            "root": noted.root.hex(),
            "proof": [one.hex() for one in proof],
        }
    if as_json:
        _tell_json(outcome)
    else:
        _tell_outcome(outcome, told, reading.named_waiting, noted)
    if outcome["fault_count"]:
        raise SystemExit(1)


@command.command("prove")
@click.argument("number", metavar="INDEX-NUMBER")
@click.option("--agency", "code", default="", help="The agency's code, if there are several.")
@as_json_option
@click.option("--today", type=Day(), default=None, help="The day that is noted with it.")
@starts_installation
def prove(number: str, code: str, as_json: bool, today: date | None) -> None:  # noqa: FBT001
    """Prove that the acts on a published item stand in the ledger, by its index number."""
    agencies = Agency.objects.filter(code=code) if code else Agency.objects.all()
    items = Item.objects.filter(agency__in=agencies, index_number=number).order_by("id")
    if not number or not items:
        raise Missing(
            _("No item has the index number %(number)s.") % {"number": number},
            remedy=_("It stands on the item's public page."),
        )
    with snapshot():
        tree = _whole_tree()
        proven = [one for item in items for one in proven_entries(item, tree)]
    if not proven:
        raise WrongMoment(
            _("The acts on %(number)s have no place in the tree yet.") % {"number": number},
            remedy=_("Wait for the worker, or run: sunlit worker --once."),
        )
    told: dict[str, Any] = {
        "number": number,
        "size": tree.size,
        "root": tree.root.hex(),
        "day": str(today or office_day()),
        "entries": [one.as_json() for one in proven],
    }
    if as_json:
        _tell_json(told)
    else:
        _tell_proofs(told, proven)
    if not all(one.holds for one in proven):
        raise SystemExit(1)


@command.command("rebuild")
@starts_installation
def rebuild() -> None:
    """Make the stored hashes of the tree anew from the entries, all of them or none.

    Exit 1 if the root comes out different: then the entries or the hashes had been changed.
    """
    before = readable_tree()
    old_root = before.root.hex() if before else ""
    holder = worker.new_holder()
    if not worker.take_lease(holder):
        raise WrongMoment(
            _("The worker is at work."), remedy=_("Stop `sunlit serve` or the worker first.")
        )
    try:
        with progress_bar(_("Making the tree anew"), Leaf.objects.count()) as show:
            growing.rebuild(show)
    except DamagedTree:
        raise _damaged() from None
    finally:
        worker.give_lease_back(holder)
    root = stored_tree().root.hex()
    click.echo(_("Size: %(size)d") % {"size": stored_size()})
    click.echo(_("Root: %(root)s") % {"root": root})
    if root != old_root:
        click.echo(_("It was: %(root)s") % {"root": old_root or _("not readable")}, err=True)
        raise SystemExit(1)


def _whole_tree() -> Tree:
    tree = stored_tree()
    try:
        tree.root  # noqa: B018 (reads what it needs)
    except (DamagedTree, ValueError):
        raise _damaged() from None
    return tree


def _damaged() -> Unacceptable:
    return Unacceptable(
        _("The tree of the ledger is damaged."),
        remedy=_("See what is wrong: sunlit log verify."),
    )


def _noted(since: Path | None, root: bytes | None, size: int | None) -> Noted | None:
    if since:
        return read_noted(since)
    if (root is None) != (size is None):
        raise click.UsageError(_("A root needs its size, and a size its root."))
    return Noted(size, root) if root is not None and size is not None else None


def _named(entry: StoredEntry) -> dict[str, str]:
    return {"uuid": str(entry.uuid), "day": str(entry.day), "event": entry.event}


def _happened(event: str) -> str:
    return event_wording(event).said_in(settings.LANGUAGE_CODE)


def _tell_json(told: object) -> None:
    click.echo(json.dumps(told, ensure_ascii=False, indent=2))


def _tell_outcome(
    outcome: dict[str, Any],
    faults: Sequence[Fault],
    waiting: Sequence[StoredEntry],
    noted: Noted | None,
) -> None:
    for fault in faults:
        place = "" if fault.index is None else f"#{fault.index}"
        what = f"{fault.event} {_happened(fault.event)}" if fault.event else ""
        words = [part for part in (place, fault.day, what, fault.uuid) if part]
        click.echo(f"{' '.join(words)}: {fault.said}" if words else fault.said)
    for entry in waiting:
        named = {"day": entry.day, "event": _happened(entry.event), "uuid": entry.uuid}
        click.echo(_("Waits for its place: %(day)s %(event)s %(uuid)s") % named)
    click.echo(_("Size: %(size)d") % outcome)
    click.echo(_("Root: %(root)s") % {"root": outcome["root"] or _("not readable")})
    click.echo(_("Without a place yet: %(waiting)d") % outcome)
    if count := outcome["fault_count"]:
        said = ngettext("%(count)d fault was found.", "%(count)d faults were found.", count)
        click.echo(said % {"count": count}, err=True)
        return
    if noted:
        click.echo(_("Nothing of the first %(size)d was changed.") % {"size": noted.size})
    click.echo(_("The ledger is as it was written."))


def _tell_proofs(told: dict[str, Any], proven: Sequence[ProvenEntry]) -> None:
    for one in proven:
        click.echo(f"#{one.index} {one.entry.day} {_happened(one.entry.event)}")
        click.echo("  " + _("Leaf hash: %(hash)s") % {"hash": one.entry.leaf_hash})
        for beside in one.proof:
            click.echo(f"    {beside.hex()}")
        click.echo("  " + (_("Proven.") if one.holds else _("Not proven.")))
    click.echo(_("Size: %(size)d") % told)
    click.echo(_("Root: %(root)s") % told)
    click.echo(_("Day: %(day)s") % told)
