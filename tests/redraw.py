"""Redrawing: what people will see, written down: a text a screen, and one page of all of them.

`python -m tests.redraw` (or `make redraw`) writes `tests/snapshots/` and `docs/gallery.html`; the
reviewer reads them in the difference.
"""

import html
import shutil
from functools import cache
from pathlib import Path

from bot.ui import Message, Voice
from content.kinds import LANGUAGES, Language
from tests.gallery import drawn

HERE = Path(__file__).parent
SNAPSHOTS = HERE / "snapshots"
PAGE = HERE.parent / "docs" / "gallery.html"

STYLE = """
body { font: 15px/1.45 system-ui, sans-serif; margin: 0; background: #dfe7ee; color: #1c2733 }
h1 { font-size: 20px; margin: 16px } h2 { font-size: 15px; margin: 28px 16px 6px; color: #40566b }
.line { display: grid; grid-template-columns: repeat(3, 1fr); gap: 16px; padding: 0 16px;
        max-width: 1180px; align-items: start }
.words { background: #fff; border-radius: 12px 12px 12px 4px; padding: 8px 12px;
         white-space: pre-wrap; overflow-wrap: anywhere }
.row { display: flex; gap: 4px; margin-top: 4px }
.row span { flex: 1; text-align: center; background: #6f8aa4; color: #fff; border-radius: 8px;
            padding: 6px 4px }
.toast { display: inline-block; background: #1c2733; color: #fff; border-radius: 8px;
         padding: 3px 10px; margin-bottom: 4px }
@media (max-width: 760px) { .line { grid-template-columns: 1fr } }
"""


@cache
def said(language: Language) -> dict[str, Message]:
    """Every screen of the gallery, said in a language."""
    voice = Voice(language)
    return {name: voice.say(screen) for name, screen in drawn(language).items()}


def written(message: Message) -> str:
    """A message as a snapshot shows it: its toast, its text, its buttons in brackets."""
    toast = [f"({message.toast})"] if message.toast else []
    rows = ["  ".join(f"[{key.label}]" for key in row) for row in message.rows]
    return "\n".join([*toast, message.text, "", *rows]).rstrip() + "\n"


def path_of(language: Language, name: str) -> Path:
    """Where the snapshot of a line is kept."""
    room, _, screen = name.partition(", ")
    return SNAPSHOTS / language / room / f"{screen.replace(', ', '-').replace(' ', '-')}.txt"


def page(everything: dict[Language, dict[str, Message]]) -> str:
    """All screens on one page, the three languages side by side."""
    lines = [_line(name, [everything[one][name] for one in LANGUAGES]) for name in everything["kk"]]
    title = "What people see"
    head = f"<meta charset=utf-8><title>{title}</title><style>{STYLE}</style>"
    return f"<!doctype html>\n{head}\n<h1>{title}: {len(lines)} screens</h1>\n{''.join(lines)}"


def _line(name: str, messages: list[Message]) -> str:
    bubbles = "\n".join(f"<div>{_bubble(message)}</div>" for message in messages)
    return f"<h2>{html.escape(name)}</h2>\n<div class=line>\n{bubbles}\n</div>\n"


def _bubble(message: Message) -> str:
    toast = f"<div class=toast>{html.escape(message.toast)}</div>" if message.toast else ""
    rows = [
        "".join(f"<span>{html.escape(key.label)}</span>" for key in row) for row in message.rows
    ]
    keys = "".join(f"<div class=row>{row}</div>" for row in rows)
    return f"{toast}<div class=words>{message.text}</div>{keys}"


def main() -> None:
    """Write all of it anew."""
    everything = {language: said(language) for language in LANGUAGES}
    shutil.rmtree(SNAPSHOTS, ignore_errors=True)
    for language, messages in everything.items():
        for name, message in messages.items():
            path = path_of(language, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(written(message), "utf-8")
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page(everything), "utf-8")
    print(f"{sum(map(len, everything.values()))} screens drawn; read them in the difference")


if __name__ == "__main__":
    main()
