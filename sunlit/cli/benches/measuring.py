"""How a benchmark measures: so many things in so many seconds, and one rate beside another."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field


@dataclass
class Rate:
    """How many things were done, and how long that took."""

    name: str
    what: str
    count: int = 0
    seconds: float = 0.0

    @property
    def per_second(self) -> float:
        """How many in one second."""
        return self.count / self.seconds if self.seconds else 0.0

    @contextmanager
    def timed(self, count: int) -> Iterator[None]:
        """Add the time that the block takes, in which so many things are done."""
        begun = time.perf_counter()
        yield
        self.seconds += time.perf_counter() - begun
        self.count += count


@dataclass(frozen=True)
class Ratio:
    """One rate as a share of another of the same run."""

    name: str
    of: Rate
    to: Rate

    @property
    def value(self) -> float:
        """1 is as quick; 0.5 takes twice as long."""
        return self.of.per_second / self.to.per_second if self.to.per_second else 0.0


@dataclass
class Findings:
    """What one benchmark found."""

    bench: str
    database: str
    rates: list[Rate] = field(default_factory=list)
    ratios: list[Ratio] = field(default_factory=list)
    shares: dict[str, float] = field(default_factory=dict)
    medians: dict[str, float] = field(default_factory=dict)
    """How long one thing takes, in milliseconds."""

    def rate(self, name: str, what: str) -> Rate:
        """Begin a rate."""
        self.rates.append(Rate(name, what))
        return self.rates[-1]

    def ratio(self, name: str, of: Rate, to: Rate) -> None:
        """Set one rate beside another."""
        self.ratios.append(Ratio(name, of, to))

    def as_json(self) -> dict[str, object]:
        """Return the findings as plain JSON values."""
        return {
            "bench": self.bench,
            "database": self.database,
            "rates": [
                {
                    "name": one.name,
                    "what": one.what,
                    "count": one.count,
                    "seconds": round(one.seconds, 4),
                    "per_second": round(one.per_second),
                }
                for one in self.rates
            ],
            "ratios": {one.name: round(one.value, 3) for one in self.ratios},
            **({"shares": self.shares} if self.shares else {}),
            **({"milliseconds": self.medians} if self.medians else {}),
        }
