"""Branches: which side of every `if`, and which loops, the gallery's templates really went."""

from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, Template, nodes

from bot.ui import Screen, Voice
from content.kinds import Language

SCREENS = Path(__file__).parent.parent / "content" / "screens"


class Marking(BaseLoader):
    """Loads templates that note which of their branches are gone."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.there: set[str] = set()
        self.gone: set[str] = set()
        self._loaded: dict[str, Template] = {}

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,
    ) -> Template:
        """The template, a mark in every branch; marked once."""
        if name not in self._loaded:
            self._loaded[name] = self._marked(environment, name, globals)
        return self._loaded[name]

    def _marked(
        self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None
    ) -> Template:
        tree = environment.parse((self.folder / name).read_text("utf-8"), name)
        later = {id(one) for branch in tree.find_all(nodes.If) for one in branch.elif_}
        for branch in tree.find_all(nodes.If):
            self._mark(name, branch.lineno, "if", branch.body)
            if id(branch) not in later:  # the `else` after an `elif` belongs to the first `if`
                self._mark(name, branch.lineno, "if not", branch.else_)
        for loop in tree.find_all(nodes.For):
            self._mark(name, loop.lineno, "for none", loop.else_) if loop.else_ else None
        code = environment.compile(tree, name, name)
        known = {**(globals or {}), "_gone": self._note}
        return environment.template_class.from_code(environment, code, known)

    def _mark(self, name: str, line: int, kind: str, body: list[nodes.Node]) -> None:
        label = f"{name}, line {line}: {kind} ({len(self.there)})"
        self.there.add(label)
        body.insert(0, _marked(label, line))

    def _note(self, label: str) -> str:
        self.gone.add(label)
        return ""


def _marked(label: str, line: int) -> nodes.Output:
    """A call that notes the label and says nothing."""
    call = nodes.Call(nodes.Name("_gone", "load"), [nodes.Const(label)], [], None, None)
    output = nodes.Output([call])
    for node in (output, call, *call.iter_child_nodes()):
        node.set_lineno(line)
    return output


def ungone(language: Language, screens: list[Screen]) -> list[str]:
    """The branches no screen went through."""
    marking = Marking(SCREENS / language)
    environment = Voice(language).templates.overlay(loader=marking)
    for screen in screens:
        environment.get_template(f"{screen.template}.html").render(screen.facts)
    return sorted(marking.there - marking.gone)
