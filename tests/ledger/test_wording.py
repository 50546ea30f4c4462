"""Every event is called something in both languages."""

from sunlit.ledger.events import Event
from sunlit.ledger.wording import event_wording, event_wordings


def events() -> list[type[Event]]:
    """Return the events of all rooms."""
    rooms = [one for one in Event.__subclasses__() if one.__module__.startswith("sunlit.")]
    return [one for one in rooms if not one.__module__.startswith("sunlit.cli.bench")]


def test_every_event_has_a_wording_and_every_wording_an_event():
    assert {one.__name__ for one in events()} == set(event_wordings())


def test_no_two_rooms_call_their_events_alike():
    names = [one.__name__ for one in events()]
    assert len(names) == len(set(names))


def test_an_event_of_an_older_version_is_called_by_its_own_name():
    assert event_wording("OfficeRepainted").zh == "OfficeRepainted"
