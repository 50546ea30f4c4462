"""What somebody who waits at a terminal is shown."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    SpinnerColumn,
    TaskProgressColumn,
    TextColumn,
    TimeElapsedColumn,
)


@contextmanager
def spinner(said: str = "") -> Iterator[Callable[[str], None]]:
    """Show on standard error that work goes on; yields what changes the words beside it.

    Nothing is shown where standard error is no terminal.
    """
    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    hidden = not console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=hidden) as bar:
        task = bar.add_task(said, total=None)
        yield lambda words: bar.update(task, description=words)


@contextmanager
def progress_bar(said: str, total: int) -> Iterator[Callable[[int], None]]:
    """Show on standard error how far the work is; yields what is told how much of it is done.

    Nothing is shown where standard error is no terminal.
    """
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TimeElapsedColumn(),
    )
    hidden = not console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=hidden) as bar:
        task = bar.add_task(said, total=total or None)
        yield lambda done: bar.update(task, completed=done)
