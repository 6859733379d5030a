"""The words on buttons as they are said; `reader.labels` reads the same file strictly.

To find every mistake in them takes ten times as long as to read them, and a bot that starts has
no use for it: they were checked when they were written, and again at the release.
"""

from pathlib import Path

import yaml

from content.kinds import Gapped, Text

LABELS = Path(__file__).parent / "labels.yaml"


def labels(file: Path = LABELS) -> dict[str, Text]:
    """The words on buttons, by name."""
    with file.open("rb") as written:
        words = yaml.load(written, yaml.CBaseLoader)  # noqa: S506 - it makes plain words only
    return {name: Gapped.model_construct(**text) for name, text in words.items()}
