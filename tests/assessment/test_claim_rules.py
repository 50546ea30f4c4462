import pytest

from sunlit.assessment.rules import BadScheme, State, judge, read_scheme

SAYS = {"zh-hans": "甲", "en": "a"}


def scheme(*claims):
    """A scheme of these claims, in one part."""
    section = {"id": "s", "heading": SAYS, "claims": list(claims)}
    return read_scheme({"year": 2031, "title": SAYS, "sections": [section]})


def state(proof, **numbers):
    """How a claim with this proof stands before these numbers of the room r."""
    (claim,) = scheme({"id": "A", "says": SAYS, "proof": proof}).claims()
    found = {f"r.{name}": number for name, number in numbers.items()}
    return judge(claim, found).state


@pytest.mark.parametrize(
    ("proof", "numbers", "stands"),
    [
        (["r.a"], {"a": 1}, State.PROVEN),
        (["r.a"], {"a": 0}, State.NOT_PROVEN),
        (["r.a = 8"], {"a": 8}, State.PROVEN),
        (["r.a = 8"], {"a": 9}, State.NOT_PROVEN),
        (["r.a >= 90"], {"a": 89}, State.NOT_PROVEN),
        (["r.a <= 90"], {"a": 91}, State.NOT_PROVEN),
        (["r.a = r.b"], {"a": 3, "b": 3}, State.PROVEN),
        (["r.a = r.b"], {"a": 3, "b": 4}, State.NOT_PROVEN),
        (["r.a = r.b"], {"a": 0, "b": 0}, State.NOT_PROVEN),
        (["r.a", "r.b"], {"a": 3, "b": 0}, State.NOT_PROVEN),
        (["r.a"], {"a": None}, State.NOT_MEASURABLE),
        (["r.a = r.b"], {"a": 3}, State.NOT_MEASURABLE),
        ([], {}, State.NOT_MEASURABLE),
    ],
)
def test_a_claim_stands_as_its_figures_do(proof, numbers, stands):
    assert state(proof, **numbers) == stands


@pytest.mark.parametrize("text", ["", "r.a == 3", "r.a > 3", "many records", "r.a = ", "r.a 3"])
def test_what_is_no_condition_is_refused_with_the_claims_name(text):
    with pytest.raises(BadScheme, match=r"^A: "):
        scheme({"id": "A", "says": SAYS, "proof": [text]})


def test_a_claim_is_given_once():
    claim = {"id": "A", "says": SAYS, "proof": ["r.a"]}
    with pytest.raises(BadScheme, match="A"):
        scheme(claim, claim)


@pytest.mark.parametrize("data", [None, [], {}, {"year": "soon"}, {"year": 2031, "title": SAYS}])
def test_a_file_of_another_form_is_refused(data):
    with pytest.raises(BadScheme):
        read_scheme(data)
