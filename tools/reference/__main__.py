"""Write the generated pages of docs/reference, or say which of them are stale.

python -m tools.reference write    writes them
python -m tools.reference check    says which differ from the program, and fails if one does
"""

import argparse
import os
import sys
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    """Read the command line."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    os.environ.setdefault("SUNLIT_DATA", str(ROOT / ".venv" / "check"))
    django.setup()
    from tools.reference.pages import stale, write  # noqa: PLC0415 (the settings must stand first)

    parser = argparse.ArgumentParser(prog="python -m tools.reference", description=__doc__)
    parser.add_argument("command", choices=["write", "check"])
    if parser.parse_args().command == "write":
        print("\n".join(write(ROOT)) or "The pages are up to date.")
        return 0
    old = stale(ROOT)
    if old:
        print(f"Stale: {', '.join(old)}. Run: make reference", file=sys.stderr)
        return 1
    print("The reference pages are up to date.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
