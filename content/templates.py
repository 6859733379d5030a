"""Templates and labels: the same screens, the same facts and the same gaps in every language."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment, TemplateError, TemplateSyntaxError, meta, nodes

from content.kinds import LANGUAGES, Text, did_you_mean
from content.mistakes import Mistake

LANGUAGE_OF = dict(zip(LANGUAGES, ("Kazakh", "Russian", "English"), strict=True))
READER = Environment(autoescape=True)
JINJAS_OWN = frozenset(READER.filters)


@dataclass
class Written:
    """One template, or one label, in one language: what it tells and how."""

    file: str
    facts: dict[str, int] = field(default_factory=dict)
    filters: dict[str, int] = field(default_factory=dict)


def mistakes(home: Path) -> Iterator[Mistake]:
    """What is wrong with the templates below `screens/`."""
    if not (home / "screens").is_dir():
        return
    found: dict[str, dict[str, Written]] = defaultdict(dict)
    for language in LANGUAGES:
        for path in sorted((home / "screens" / language).rglob("*.html")):
            name = path.relative_to(home / "screens" / language).as_posix()
            yield from _read(path, home, found[name], language)
    yield from _strangers(home)
    yield from _missing(found, home / "screens")
    yield from _differing(found)


def _strangers(home: Path) -> Iterator[Mistake]:
    for path in sorted((home / "screens").iterdir()):
        if path.name not in LANGUAGES and not path.name.startswith("."):
            near = did_you_mean(path.name, LANGUAGES)
            says = f"`screens` holds only kk, ru and en{near}"
            yield Mistake(str(path.relative_to(home)), 1, 1, "", says)


def _read(path: Path, home: Path, into: dict[str, Written], language: str) -> Iterator[Mistake]:
    file = str(path.relative_to(home))
    try:
        into[language] = told(path.read_text("utf-8"), file)
    except TemplateSyntaxError as error:
        yield Mistake(file, error.lineno, 1, "", f"the template is broken: {error.message}")
    except (OSError, UnicodeDecodeError):
        yield Mistake(file, 1, 1, "", "not UTF-8: save the file as UTF-8")


def told(words: str, file: str = "") -> Written:
    """The facts and the filters of a template; raises TemplateSyntaxError."""
    if "{" not in words:  # most labels are bare words, and are not worth a parser
        return Written(file)
    tree, written = READER.parse(words), Written(file)
    for one in tree.find_all((nodes.Filter, nodes.Name)):
        if isinstance(one, nodes.Filter):
            written.filters.setdefault(one.name, one.lineno)
            READER.filters.setdefault(one.name, str)  # or Jinja stops here; they are judged below
        elif isinstance(one, nodes.Name):
            written.facts.setdefault(one.name, one.lineno)
    outside = meta.find_undeclared_variables(tree)
    written.facts = {name: line for name, line in written.facts.items() if name in outside}
    return written


def _missing(found: Iterable[str], screens: Path) -> Iterator[Mistake]:
    for name in found:
        there = [language for language in LANGUAGES if (screens / language / name).exists()]
        for language in set(LANGUAGES) - set(there):
            says = f"this screen is missing in {LANGUAGE_OF[language]}: translate {there[0]}/{name}"
            yield Mistake(f"screens/{language}/{name}", 1, 1, "", says)


def _differing(found: Mapping[str, Mapping[str, Written]]) -> Iterator[Mistake]:
    """A fact or a filter that the other languages' templates do not know is a slip."""
    everywhere = _filters_of_all(found.values())
    for languages in found.values():
        for language, written in languages.items():
            others = [other for key, other in languages.items() if key != language]
            yield from _facts(written, others)
            yield from _filters(written, everywhere)


def _facts(written: Written, others: list[Written]) -> Iterator[Mistake]:
    theirs = {name for other in others for name in other.facts}
    for name, line in written.facts.items():
        if others and not any(name in other.facts for other in others):
            near = did_you_mean(name, theirs)
            says = f"`{name}` is told in no other language{near}"
            yield Mistake(written.file, line, 1, name, says)
    for name in sorted(theirs - set(written.facts)):
        if len(others) > 1 and all(name in other.facts for other in others):
            says = f"`{name}` is told in the other languages and not here"
            yield Mistake(written.file, 1, 1, "", says)


def _filters_of_all(found: Iterable[Mapping[str, Written]]) -> set[str]:
    """The filters that stand in at least two languages somewhere, and Jinja's own."""
    used = Counter(
        name
        for languages in found
        for name in {(k, f) for k, w in languages.items() for f in w.filters}
    )
    spoken: dict[str, set[str]] = defaultdict(set)
    for language, name in used:
        spoken[name].add(language)
    return {name for name, where in spoken.items() if len(where) > 1} | JINJAS_OWN


def _filters(written: Written, known: set[str]) -> Iterator[Mistake]:
    for name, line in written.filters.items():
        if name not in known:
            says = f"no filter is called `{name}`{did_you_mean(name, known)}"
            yield Mistake(written.file, line, 1, name, says)


def gaps(text: Text) -> Iterator[tuple[str, str]]:
    """What is wrong with the `{{ gaps }}` of a label, by language."""
    found: dict[str, Written] = {}
    for language in LANGUAGES:
        try:
            found[language] = told(text[language])
        except TemplateError as error:
            yield language, f"the gap is broken: {error.message}"
    for spoken, written in found.items():
        others = [other for key, other in found.items() if key != spoken]
        for one in (*_facts(written, others), *_filters(written, _filters_of_all([found]))):
            yield spoken, one.says
