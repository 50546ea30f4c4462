"""`sunlit bench screen`: how quickly texts are screened, and how many leaks are found."""

import random
import re
from pathlib import Path
from tempfile import TemporaryDirectory

from sunlit.cli.benches import corpus, presidio
from sunlit.cli.benches.measuring import Findings
from sunlit.screening.files import screen_files
from sunlit.screening.kinds import Kind

_PARAGRAPHS = 9
_LEAKING = 0.05
_SEED = 2012
# The other program takes long; a part is enough to tell its rate.
_PART = 300_000
_PLAIN = re.compile(r"\d{11,18}")


def bench_screen(*, megabytes: int, texts: int) -> Findings:
    """Screen so many million bytes on all cores; count leaks in so many texts, and as many clean.

    Beside it: the same bytes decoded and searched by one regular expression on one core; and a part
    of them by presidio-analyzer, where that is installed.
    """
    findings = Findings("screen", "")
    written = documents(megabytes=megabytes)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "texts.txt"
        path.write_text(written, encoding="utf-8")
        size = path.stat().st_size
        screened = findings.rate("bytes screened", "official prose, one text in twenty with leaks")
        with screened.timed(size):
            (found,) = screen_files([path])
        plain = findings.rate("bytes searched", "the same, by one regular expression on one core")
        with plain.timed(size):
            matched = len(_PLAIN.findall(path.read_text(encoding="utf-8")))
    if not found.findings or not matched:
        raise AssertionError("Nothing was found in texts with leaks.")
    findings.ratio("screened to searched", screened, plain)
    if presidio.AVAILABLE:
        part = written[:_PART].split("\n\n")
        other = findings.rate("bytes by presidio", "a part of the same, by presidio-analyzer")
        analyze = presidio.analyzer()
        with other.timed(sum(len(one.encode()) for one in part)):
            for one in part:
                analyze(one)
        findings.ratio("screened to presidio", screened, other)
    _add_shares(findings, texts)
    return findings


def documents(*, megabytes: int) -> str:
    """Return official prose; in each text something that looks like a leak, in some a leak."""
    chosen = corpus.templates()
    chance = random.Random(_SEED)  # noqa: S311 (nothing here is secret)
    leaks = [one.text for one in corpus.samples(chosen["leaks"], count=400, seed=1)]
    clean = [one.text for one in corpus.samples(chosen["clean"], count=400, seed=2)]
    texts: list[str] = []
    size = 0
    while size < megabytes * 1_000_000:
        lines = [*chance.choices(chosen["prose"], k=_PARAGRAPHS), chance.choice(clean)]
        if chance.random() < _LEAKING:
            lines.append(chance.choice(leaks))
        chance.shuffle(lines)
        texts.append("\n".join(lines))
        size += len(texts[-1].encode()) + 2
    return "\n\n".join(texts)


def _add_shares(findings: Findings, texts: int) -> None:
    chosen = corpus.templates()
    leaks = corpus.samples(chosen["leaks"], count=texts, seed=_SEED)
    clean = corpus.samples(chosen["clean"], count=texts, seed=_SEED + 1)
    score = corpus.scored([*leaks, *clean])
    for kind in Kind:
        if score.planted[kind]:
            findings.shares[f"recall {kind}"] = round(score.recall(kind), 4)
            findings.shares[f"precision {kind}"] = round(score.precision(kind), 4)
    findings.shares["recall"] = round(score.recall(), 4)
    findings.shares["precision"] = round(score.precision(), 4)
