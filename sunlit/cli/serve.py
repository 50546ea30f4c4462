"""`sunlit serve`: the site, the desk and the worker, by one command."""

import socket
import threading

import click
from django.utils.translation import gettext as _
from granian import Granian
from granian.constants import Interfaces

from sunlit.cli.starting import starts_installation
from sunlit.kernel.refusals import Unacceptable
from sunlit.ledger import worker

THREADS = 4


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(1, 65535))
@starts_installation
def command(host: str, port: int) -> None:
    """Serve the public site and the desk, and carry out what follows the official acts."""
    _refuse_a_taken_port(host, port)
    stop = threading.Event()
    work = threading.Thread(target=worker.run, args=(stop,), daemon=True)
    work.start()
    click.echo(_("Open http://%(host)s:%(port)d/") % {"host": host, "port": port})
    server = Granian(
        "config.wsgi_watched:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        blocking_threads=THREADS,
        log_enabled=False,
    )
    try:
        server.serve()
    finally:
        stop.set()
        work.join(timeout=5)


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
