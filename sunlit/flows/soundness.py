"""Whether a chart is sound: from every state that a case can reach, it can end, and ends once.

A token is where a case stands. A decision passes one on by one of its ways; a fork waits for all
that enters and sends one along all that leaves. Sound (van der Aalst): an end can always be
reached, nothing is left over when it is, and each node can be reached at all.
"""

from collections.abc import Iterator

from sunlit.flows.chart import Chart, Node, NodeKind
from sunlit.flows.faults import Fault
from sunlit.kernel.wording import Wording

_MOST_STATES = 20_000
Marking = frozenset[str]
"""The arrows on which a token waits."""


def soundness_faults(chart: Chart) -> list[Fault]:
    """Return what keeps a chart from being sound; it must have one start and no dead end."""
    walk = _Walk(chart)
    return walk.faults()


class _Walk:
    """Every state that a case can reach, and from where."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.into = {node: [arrow.id for arrow in chart.entering(node)] for node in chart}
        self.out = {node: [arrow.id for arrow in chart.leaving(node)] for node in chart}
        self.before: dict[Marking, set[Marking]] = {}
        self.used: set[str] = set()
        self.doubled: set[str] = set()
        self.left_over: set[str] = set()
        self.too_many = False

    def faults(self) -> list[Fault]:
        done: Marking = frozenset()
        self._explore(frozenset(self.out[self.chart.of_kind(NodeKind.START)[0].id]))
        if self.too_many:
            return [_fault(None, "too_many_states", *_TOO_MANY)]
        found = [_fault(self._at(arrow), "doubled", *_DOUBLED) for arrow in sorted(self.doubled)]
        found += [
            _fault(self._node(end), "left_over", *_LEFT_OVER) for end in sorted(self.left_over)
        ]
        if found:
            return found
        ending = self._back_from(done)
        stuck = next((one for one in self.before if one not in ending), None)
        if stuck is not None:
            return [_fault(self._at(arrow), "stuck", *_STUCK) for arrow in sorted(stuck)]
        return found

    def _explore(self, first: Marking) -> None:
        self.before[first] = set()
        waiting = [first]
        while waiting:
            marking = waiting.pop()
            for after in self._moves(marking):
                if after not in self.before:
                    if len(self.before) >= _MOST_STATES:
                        self.too_many = True
                        return
                    self.before[after] = set()
                    waiting.append(after)
                self.before[after].add(marking)

    def _moves(self, marking: Marking) -> Iterator[Marking]:
        for node in self.chart.nodes.values():
            into, out = self.into[node.id], self.out[node.id]
            if node.kind is NodeKind.FORK:
                if into and marking.issuperset(into):
                    yield self._put(marking.difference(into), out)
                continue
            for arrow in marking.intersection(into):
                rest = marking - {arrow}
                if node.kind is NodeKind.END:
                    if rest:
                        self._note_end(node, rest)
                    yield rest
                for way in out:
                    yield self._put(rest, [way])

    def _note_end(self, node: Node, rest: Marking) -> None:
        """A parallel way that ends by itself is fine; one that is reached twice is not."""
        if node.id in {self.chart.arrows[arrow].target for arrow in rest}:
            self.left_over.add(node.id)

    def _put(self, marking: Marking, arrows: list[str]) -> Marking:
        self.doubled.update(marking.intersection(arrows))
        return marking.union(arrows)

    def _back_from(self, marking: Marking) -> set[Marking]:
        seen, waiting = {marking}, [marking]
        while waiting:
            for before in self.before.get(waiting.pop(), ()):
                if before not in seen:
                    seen.add(before)
                    waiting.append(before)
        return seen

    def _at(self, arrow: str) -> Node:
        return self._node(self.chart.arrows[arrow].target)

    def _node(self, id_: str) -> Node:
        return self.chart.nodes[id_]


_TOO_MANY = (
    "并行分支太多，无法逐一核对是否都能办结。请减少并行网关。",
    "It has too many parallel ways to prove that all of them end. Use fewer parallel gateways.",
)
_DOUBLED = (
    "同一件事可能同时两次走到这里：并行分支没有用并行网关汇合。",
    "A case can arrive here twice at once: parallel ways are not joined by a parallel gateway.",
)
_LEFT_OVER = (
    "两条并行分支走到同一个结束：请先用并行网关汇合。",
    "Two parallel ways lead to the same end: join them by a parallel gateway first.",
)
_STUCK = (
    "可能停在这里再也走不下去：汇合的并行网关等着一条不会走到的分支。",
    "A case can stop here for good: a parallel gateway waits for a way that is never taken.",
)


def _fault(node: Node | None, code: str, zh: str, en: str) -> Fault:
    said = Wording(zh, en)
    return Fault(code, said, node.name or node.id, node.line) if node else Fault(code, said)
