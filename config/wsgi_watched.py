"""The door for `sunlit serve`: it closes by itself when the command that opened it is gone."""

import os
import threading
import time

from config.wsgi import application

__all__ = ["application"]

LOOKS_EVERY_SECONDS = 0.5
SERVED_BY = "SUNLIT_SERVED_BY"
"""Set by `sunlit serve` to its own process: asked for later, the parent might be gone already."""


def _close_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(LOOKS_EVERY_SECONDS)
    os._exit(1)


threading.Thread(target=_close_with, args=(int(os.environ[SERVED_BY]),), daemon=True).start()
