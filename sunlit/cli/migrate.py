"""`sunlit migrate`: bring the database to this version's schema."""

import click
from django.utils.translation import gettext as _

from sunlit.cli.starting import migrate_if_needed, speaks


@click.command("migrate")
@speaks
def command() -> None:
    """Bring the database to the schema of this version."""
    changed = migrate_if_needed()
    click.echo(_("The database was brought up to date.") if changed else _("Nothing to do."))
