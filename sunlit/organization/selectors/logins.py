"""How many attempts to log in have failed of late: when the next one is heard."""

from datetime import datetime, timedelta
from ipaddress import ip_address

from django.db.models import QuerySet

from sunlit.organization.models import FailedLogin

WINDOW = timedelta(minutes=15)
OF_ONE_NAME = 5
OF_ONE_ADDRESS = 50


def heard_again_at(username: str, address: str, *, now: datetime) -> datetime | None:
    """Return when the next attempt to log in is heard; None if it is heard now.

    Counted are failures of one name from one address, and of one address with whatever names. A
    name is never closed to other addresses, so that nobody can lock an official out; and what is
    not heard is not counted, so that waiting always ends. The loopback address is that of a proxy,
    behind which many people stand: it is not counted by itself.
    """
    recent = FailedLogin.objects.filter(failed_at__gt=now - WINDOW, address=address)
    heard = [_until(recent.filter(username=username), OF_ONE_NAME)]
    if not _is_loopback(address):
        heard.append(_until(recent, OF_ONE_ADDRESS))
    return max((one for one in heard if one), default=None)


def _until(failures: QuerySet[FailedLogin], most: int) -> datetime | None:
    """Return when the failure is forgotten that makes them too many; None if they are few."""
    newest = failures.order_by("-failed_at", "-id")[:most]
    times = [one.failed_at for one in newest]
    return times[-1] + WINDOW if len(times) == most else None


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return True  # a socket without an address: behind a proxy of the same machine
