"""What a kind looks like: its fields, and what may stand in each of them."""

from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from content.kinds import Part, Text

Form = Literal["word", "text", "part", "list", "table"]
Loc = tuple[int | str, ...]


@dataclass(frozen=True)
class Shape:
    """A word, a text in three languages, a part with fields, a list, or a table of named parts."""

    form: Form
    type: Any = str
    item: "Shape | None" = None
    needed: bool = True

    @property
    def fields(self) -> dict[str, "Shape"]:
        """What a part is made of, by name; the slug is the file's name and not among them."""
        return fields(self.type) if self.form in ("part", "text") else {}

    def step(self, name: int | str) -> "Shape | None":
        """What stands at this name or number inside."""
        return self.item if self.form in ("list", "table") else self.fields.get(str(name))

    def at(self, loc: Loc) -> "Shape | None":
        """What stands at the end of a longer way inside."""
        here: Shape | None = self
        for name in loc:
            here = here.step(name) if here else None
        return here


@cache
def fields(part: type[Part]) -> dict[str, Shape]:
    """The fields of a part, in the order a card tells them."""
    return {
        name: shape(field.annotation, field.is_required())
        for name, field in part.model_fields.items()
    }


def shape(annotation: Any, needed: bool = True) -> Shape:
    """What a type hint allows to stand there."""
    bare = _bare(annotation)
    inside = get_args(bare)
    if get_origin(bare) is tuple:
        return Shape("list", bare, shape(inside[0]), needed)
    if get_origin(bare) is dict:
        return Shape("table", bare, shape(inside[1]), needed)
    if isinstance(bare, type) and issubclass(bare, Part):
        return Shape("text" if issubclass(bare, Text) else "part", bare, None, needed)
    return Shape("word", bare, None, needed)


def _bare(annotation: Any) -> Any:
    """The hint without `| None` and without what is checked of it."""
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return _bare(next(one for one in get_args(annotation) if one is not type(None)))
    return annotation
