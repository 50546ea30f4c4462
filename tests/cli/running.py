"""Calling the command line in the tests' own process."""

from click.testing import CliRunner, Result

from sunlit.cli.main import sunlit


def run(*words: object, env: dict[str, str] | None = None) -> Result:
    """Call `sunlit` with these words; what went wrong inside is raised, not hidden."""
    runner = CliRunner()
    result = runner.invoke(sunlit, [str(word) for word in words], prog_name="sunlit", env=env)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result
