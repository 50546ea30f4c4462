"""A status may follow another only where a provision says so."""

from importlib import import_module

import pytest

from sunlit.statutes import provision_names
from tests.architecture.sources import ROOMS

LIFECYCLES = [room.name for room in ROOMS if (room / "lifecycle.py").exists()]


@pytest.mark.parametrize("room", LIFECYCLES)
def test_every_transition_cites_a_provision(room):
    transitions = import_module(f"sunlit.{room}.lifecycle").TRANSITIONS
    known = set(provision_names())

    unfounded = {arrow: basis for arrow, basis in transitions.items() if basis not in known}

    assert transitions
    assert not unfounded, f"The statutes know no provision of this name: {unfounded}"
