"""What a parent sees of a child, one thing at a time: no answer, no mark, no word of a journal."""

from collections.abc import Sequence

from bot.guidance.tasks.uses import Solved
from bot.guidance.walking import Tried
from bot.rooms.family.intents import OpenLink, OpenTalk, SeeThing
from bot.rooms.family.screens.linking import back_to
from bot.rooms.professions.intents import OpenProfession
from bot.ui import Button, Screen
from content.catalogue import Profession
from content.kinds import Text


def result(
    link: int, called: int, when: str, front: Sequence[str], professions: Sequence[Profession]
) -> Screen:
    """What draws the child, and professions to look at together."""
    doors = [[Button(one.label, OpenProfession(one.slug))] for one in professions]
    facts = {"called": called, "when": when, "front": front}
    talk = [Button("talk", OpenTalk())]
    return Screen("family/see-result", facts, [*doors, talk, back_to(OpenLink(link))])


def tried(
    link: int, called: int, directions: Sequence[Text], shifts: Sequence[Tried], *, tasks: bool
) -> Screen:
    """The shifts the child played, and what they liked there."""
    more = [Button("see-tasks", SeeThing(link, "tasks"))] if tasks else []
    facts = {"called": called, "directions": directions, "shifts": shifts}
    return Screen("family/see-tried", facts, [more, back_to(OpenLink(link))])


def tasks(link: int, called: int, found: Sequence[Solved]) -> Screen:
    """What the child solves already in the tasks."""
    rows = [back_to(SeeThing(link, "tried"))]
    return Screen("family/see-tasks", {"called": called, "found": found}, rows)


def saved(link: int, called: int, professions: Sequence[Profession]) -> Screen:
    """The professions the child keeps; never the notes on them."""
    doors = [[Button(one.label, OpenProfession(one.slug))] for one in professions]
    facts = {"called": called, "professions": professions}
    return Screen("family/see-saved", facts, [*doors, back_to(OpenLink(link))])
