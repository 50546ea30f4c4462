import pytest
from click import Group

from sunlit.cli.main import COMMANDS, sunlit
from tests.cli.running import run

COMMAND_LINES = [(name,) for name in COMMANDS] + [("report", "self-assessment")]


@pytest.mark.parametrize("words", COMMAND_LINES, ids=" ".join)
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_every_command_says_what_it_does_and_what_it_takes(words, option):
    result = run(*words, option)

    assert result.exit_code == 0
    assert result.output.startswith(f"Usage: sunlit {' '.join(words)} [OPTIONS]")
    assert "--help" in result.output


def test_the_whole_help_names_each_command_that_is_not_hidden():
    shown = run("--help").output
    for name in sunlit.list_commands(None):
        command = sunlit.get_command(None, name)
        assert (f"\n  {name} " in shown) is not command.hidden
        assert command.help
        assert isinstance(command, Group) or all(
            option.help for option in command.params if option.param_type_name == "option"
        ), name


@pytest.mark.parametrize(
    "words",
    [("fly",), ("report",), ("report", "fly"), ("deadline",), ("deadline", "foi.reply", "--fly")],
    ids=" ".join,
)
def test_a_command_that_does_not_exist_or_lacks_its_words_is_misuse(words):
    assert run(*words).exit_code == 2
