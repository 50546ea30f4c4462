"""The law as dated data: which article says it, and which limit it sets, on a given day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sunlit.kernel.citations import Citation, article_wording
from sunlit.kernel.clock import Limit
from sunlit.kernel.refusals import NoSuchRule, NotYetLaw
from sunlit.kernel.wording import Wording
from sunlit.statutes.reading import Instrument, RuleRow, read


@dataclass(frozen=True, slots=True)
class Rule:
    """One version of a rule: its limit, by how much it may be extended, what it rests on.

    `extension` is in the unit of the limit, 0 where the law allows none. `receipt` is the
    article that says which day counts as the receipt, where there is one. `editable`: the
    agency's own promise, which it may change.
    """

    name: str
    limit: Limit
    extension: int
    receipt: Citation | None
    editable: bool


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
        confidence=source.confidence,
    )


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
    rows = read().rules.get(name)
    if rows is None:
        raise _unknown("期限规则", "rule", name, "、".join(rule_names()))
    row = rows[_in_force(name, [row.basis[0] for row in rows], on)]
    return Rule(
        name=name,
        limit=_limit(row),
        extension=row.extension,
        receipt=citation_from_key(row.receipt) if row.receipt else None,
        editable=row.editable,
    )


def limit(name: str, *, on: date) -> Limit:
    """The limit that a rule sets, in the version in force on that day.

    Amount in its own unit, with its articles. Raises NotYetLaw and NoSuchRule.
    """
    return rule(name, on=on).limit


def rule_names() -> tuple[str, ...]:
    """The names of all rules, sorted."""
    return tuple(sorted(read().rules))


def provision_names() -> tuple[str, ...]:
    """The names of all provisions, sorted."""
    return tuple(sorted(read().provisions))


def _limit(row: RuleRow) -> Limit:
    basis = tuple(citation_from_key(key) for key in row.basis)
    return Limit(row.amount, row.unit, basis, roll_forward=row.roll_forward)


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
