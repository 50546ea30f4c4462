"""The law as dated data: which article says it, and which limit it sets, on a given day."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from sunlit.kernel.citations import Citation, article_wording
from sunlit.kernel.clock import Limit
from sunlit.kernel.refusals import NoSuchRule, NotYetLaw
from sunlit.kernel.wording import Wording
from sunlit.statutes.reading import Instrument, RuleEntry, RuleRow, read

_ARTICLES = re.compile(r"(?:^|[-,])(\d+)")
_DOUBTS = ("verified", "own", "page", "memory")


@dataclass(frozen=True, slots=True)
class Rule:
    """One version of a rule: its limit, by how much it may be extended, what it rests on.

    `since` and `until`: the days between which this version holds, both included. `extension`
    is in the unit of the limit, 0 where the law allows none; `approver`: who grants it.
    `receipt` is the article that says which day counts as the receipt, where there is one.
    `excluded`: time that the law leaves out; `restarts`: what begins the limit anew. `party`:
    whose limit it is, a name of `parties`. `editable`: set by the agency or its province.
    """

    name: str
    title: Wording
    runs_from: Wording
    party: str
    limit: Limit
    since: date
    until: date | None
    extension: int
    approver: Wording | None
    receipt: Citation | None
    excluded: tuple[Wording, ...]
    restarts: tuple[Wording, ...]
    editable: bool

    @property
    def confidence(self) -> str:
        """How sure the version is: that of its least sure article."""
        return max((cited.confidence for cited in self.limit.basis), key=_DOUBTS.index)


def instrument(name: str) -> Instrument:
    """The instrument of this id, such as "ogi_2007"; raises NoSuchRule."""
    try:
        return read().instruments[name]
    except KeyError:
        raise _unknown("文件", "instrument", name, "") from None


@lru_cache(maxsize=1024)
def citation_from_key(key: str) -> Citation:
    """Read a citation back from what the ledger stores, such as "ogi_2007:24".

    Raises NoSuchRule for an unknown instrument or an article that cannot be read.
    """
    name, _, article = key.partition(":")
    source = instrument(name)
    try:
        place = article_wording(article)
    except ValueError:
        raise _unknown("条文", "article", key, "") from None
    number = f"({source.document_no})" if source.document_no else ""
    own = source.confidence == "own"
    return Citation(
        instrument=name,
        article=article,
        zh=source.zh if own else f"《{source.zh}》{number}{place.zh}",
        en=f"{source.en}, {place.en}" if place.en else source.en,
        in_force_from=source.in_force_from,
        confidence=_confidence(source, article),
    )


def _confidence(source: Instrument, article: str) -> str:
    """Say how sure a cited place is: an article from memory is no surer than that."""
    doubtful = read().articles_from_memory.get(source.id, frozenset())
    cited = {int(number) for number in _ARTICLES.findall(article)}
    return "memory" if cited & doubtful else source.confidence


def provision(name: str, *, on: date) -> Citation:
    """The article that governs this act, in the version in force on that day.

    Raises NotYetLaw before the first version, saying since when there is one, and NoSuchRule
    for an unknown name.
    """
    keys = read().provisions.get(name)
    if keys is None:
        raise _unknown("条文", "provision", name, "")
    return citation_from_key(keys[_in_force(name, keys, on)])


def rule(name: str, *, on: date) -> Rule:
    """The version of a rule in force on that day; raises NotYetLaw and NoSuchRule."""
    found = _versions(name)
    return found[_in_force(name, [version.limit.basis[0].key for version in found], on)]


def versions(name: str) -> tuple[Rule, ...]:
    """Every version of a rule, the oldest first; raises NoSuchRule."""
    return tuple(sorted(_versions(name), key=lambda version: version.since))


def limit(name: str, *, on: date) -> Limit:
    """The limit that a rule sets, in the version in force on that day.

    Amount in its own unit, with its articles. Raises NotYetLaw and NoSuchRule.
    """
    return rule(name, on=on).limit


def rule_names() -> tuple[str, ...]:
    """The names of all rules, sorted."""
    return tuple(sorted(read().rules))


def subject_of(name: str) -> Wording:
    """The subject under which a rule is listed."""
    return read().subjects[name.partition(".")[0]]


def party_of(version: Rule) -> Wording:
    """Whose limit a rule is."""
    return read().parties[version.party]


def rules_by_subject() -> Mapping[str, tuple[str, ...]]:
    """The names of all rules by subject, both in the order in which people look for them."""
    names = tuple(read().rules)
    return {
        subject: tuple(name for name in names if name.partition(".")[0] == subject)
        for subject in read().subjects
    }


def provision_names() -> tuple[str, ...]:
    """The names of all provisions, sorted."""
    return tuple(sorted(read().provisions))


@lru_cache(maxsize=1024)
def _versions(name: str) -> tuple[Rule, ...]:
    entry = read().rules.get(name)
    if entry is None:
        raise _unknown("期限规则", "rule", name, "、".join(rule_names()))
    starts = sorted(_source(row).in_force_from for row in entry.rows)
    return tuple(_version(name, entry, row, starts) for row in entry.rows)


def _version(name: str, entry: RuleEntry, row: RuleRow, starts: Sequence[date]) -> Rule:
    source = _source(row)
    later = [day - timedelta(days=1) for day in starts if day > source.in_force_from]
    ends = [*later[:1], *([source.in_force_until] if source.in_force_until else [])]
    return Rule(
        name=name,
        title=entry.title,
        runs_from=entry.runs_from,
        party=entry.party,
        limit=_limit(row),
        since=source.in_force_from,
        until=min(ends, default=None),
        extension=row.extension,
        approver=row.approver,
        receipt=citation_from_key(row.receipt) if row.receipt else None,
        excluded=row.excluded,
        restarts=row.restarts,
        editable=row.editable,
    )


def _source(row: RuleRow) -> Instrument:
    return instrument(row.basis[0].partition(":")[0])


def _limit(row: RuleRow) -> Limit:
    basis = [citation_from_key(key) for key in row.basis]
    if row.confidence:
        basis = [replace(cited, confidence=row.confidence) for cited in basis]
    return Limit(row.amount, row.unit, tuple(basis), row.roll_forward, row.kind, row.backwards)


def _in_force(name: str, keys: Sequence[str], on: date) -> int:
    """Which version holds on that day: of those in force, the one that came last."""
    versions = [instrument(key.partition(":")[0]) for key in keys]
    holding = [at for at, version in enumerate(versions) if version.holds_on(on)]
    if holding:
        return max(holding, key=lambda at: versions[at].in_force_from)
    first = min(map(citation_from_key, keys), key=lambda citation: citation.in_force_from)
    if on >= first.in_force_from:
        raise NoSuchRule(
            Wording(
                f"{on}时已没有关于“{name}”的有效规定。",
                f"On {on} nothing was in force any more on {name!r}.",
            )
        )
    since = first.in_force_from
    raise NotYetLaw(
        Wording(
            f"关于“{name}”的规定自{since}起才有({first.zh}),{on}时还没有。",
            f"The rule {name!r} exists since {since} ({first.en}); on {on} there was none yet.",
        ),
        Wording(f"请选择{since}或以后的日期。", f"Choose {since} or a later day."),
        since=since,
        basis=first,
    )


def _unknown(zh: str, en: str, name: str, choices: str) -> NoSuchRule:
    remedy = Wording(f"可用的有:{choices}。", f"There are: {choices.replace('、', ', ')}.")
    return NoSuchRule(
        Wording(f"没有名为“{name}”的{zh}。", f"There is no {en} named {name!r}."),
        remedy if choices else "",
    )
