"""What follows the official acts can be carried out again, and rebuilt from nothing."""

import pytest
from django.apps import apps

from sunlit.exchange.services import load_year
from sunlit.ledger import worker
from sunlit.ledger.exempt import EXEMPT_TABLES
from sunlit.ledger.models import Entry
from sunlit.ledger.registry import all_reactions
from tests import sample


def what_reactions_made():
    """Return the rows of all projections, in an order of their own, without their numbers."""
    projections = [
        model
        for model in apps.get_models()
        if model._meta.db_table in EXEMPT_TABLES
        and model.__module__.startswith("sunlit.")
        and model._meta.app_label != "ledger"
    ]
    return {
        model._meta.label: sorted(
            repr([getattr(row, field.attname) for field in model._meta.fields[1:]])
            for row in model._default_manager.all()
        )
        for model in projections
    }


@pytest.mark.django_db
@pytest.mark.parametrize("reaction", all_reactions(), ids=lambda reaction: reaction.name)
def test_a_reaction_that_runs_again_changes_nothing(reaction):
    load_year(sample.FOLDER, today=sample.TODAY)
    worker.catch_up()
    made = what_reactions_made()
    entries = list(Entry.objects.order_by("leaf__index"))
    assert entries
    assert any(made.values())

    reaction.react(entries)
    assert what_reactions_made() == made

    worker.replay(reaction)
    assert what_reactions_made() == made
