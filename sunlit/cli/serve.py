"""`sunlit serve`: the site, the desk and the worker, by one command."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click
from django.conf import settings
from django.db import connections
from django.utils.translation import gettext as _
from granian import Granian
from granian.constants import Interfaces

from sunlit.cli.demo_staff import demo_staff_may_log_in
from sunlit.cli.starting import starts_installation
from sunlit.kernel.refusals import Unacceptable
from sunlit.organization.models import Agency
from sunlit.organization.policies.notices import why_clocks_stop
from sunlit.organization.selectors import office_day

THREADS = 4
STOP_SECONDS = 10
LOOPBACK = ("127.0.0.1", "::1", "localhost")


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port",
    default=8000,
    show_default=True,
    type=click.IntRange(1, 65535),
    help="The port to listen on.",
)
@starts_installation
def command(host: str, port: int) -> None:
    """Serve the public site and the desk, and carry out what follows the official acts."""
    _refuse_a_taken_port(host, port)
    if host not in LOOPBACK and demo_staff_may_log_in():
        click.echo(
            _(
                "Warning: others can reach this address, and the demonstration's officials may log "
                "in with the password that everybody knows. Suspend them, or listen on 127.0.0.1."
            ),
            err=True,
        )
    _warn_of_missing_years()
    # The server forks: what it would share with its children, connections above all, is closed,
    # and the worker is a process of its own, never a thread of this one.
    connections.close_all()
    os.environ["SUNLIT_SERVED_BY"] = str(os.getpid())
    server = Granian(
        "config.wsgi_watched:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        blocking_threads=THREADS,
        respawn_failed_workers=True,
        log_enabled=False,
    )
    with _worker():
        click.echo(_("Open http://%(host)s:%(port)d/") % {"host": host, "port": port})
        server.serve()


def _warn_of_missing_years() -> None:
    for agency in Agency.objects.order_by("id"):
        if warning := why_clocks_stop(agency, on=office_day()):
            click.echo(warning.said_in(settings.LANGUAGE_CODE), err=True)


@contextmanager
def _worker() -> Iterator[None]:
    """Run the worker meanwhile; it stops by itself when this process is gone, however it went."""
    # The worker is told whose child it is: asked later, it might be nobody's already.
    whose = ["--while-parent-lives", str(os.getpid())]
    words = [sys.executable, "-m", "sunlit.cli.main", "worker", *whose]
    worker = subprocess.Popen(words, stdin=subprocess.DEVNULL)  # noqa: S603 (fixed words)
    try:
        yield
    finally:
        worker.terminate()
        try:
            worker.wait(timeout=STOP_SECONDS)
        except subprocess.TimeoutExpired:
            worker.kill()


def _refuse_a_taken_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            raise Unacceptable(
                _("The port %(port)d of %(host)s is taken.") % {"port": port, "host": host},
                remedy=_("Stop what runs there, or choose another port with --port."),
            ) from None
