"""Pictures of shifts, of their journal and of a task of each family, for docs/walks.md."""

from functools import partial

from playwright.async_api import Page

from bot.rooms.tasks.intents import BeginTasks, Family
from content.atlas import Catalogue
from content.kinds import Language
from content.reader import read
from tests.atlas_pictures import LONG, PHONE, Scene, on_the_phone
from tests.telephone import Telephone
from tests.ways import covering

TO_SHIFT: dict[Language, tuple[str, str]] = {
    "kk": ("Ауысымға", "Ауысымға шығу"),
    "ru": ("На смену", "Выйти на смену"),
    "en": ("Try a shift", "Start the shift"),
}
SHIFTS: dict[str, Language] = {"substation-night": "kk", "kitchen": "ru", "network-down": "en"}
FAMILIES: dict[Family, Language] = {
    "gears": "kk",
    "levers": "ru",
    "circuits": "en",
    "measuring": "kk",
    "projections": "ru",
    "faults": "en",
}


async def plays(
    phone: Telephone, known: Catalogue, slug: str, language: Language, scenes: int = 99
) -> None:
    """From the profession's card through so many scenes of its shift, or to its end."""
    mission = known.mission(slug)
    to_shift, begin = TO_SHIFT[language]
    await phone.start()
    await phone.write(known.profession(mission.profession).name[language])
    await phone.tap(to_shift)
    if mission.label[language] in await phone.labels():  # of several shifts this one
        await phone.tap(mission.label[language])
    await phone.tap(begin)
    for scene, number in covering(mission)[0][:scenes]:
        await phone.tap(mission.by_scene[scene].choices[number].says[language])


async def _shift(slug: str, language: Language, scenes: int, page: Page) -> None:
    known = Catalogue(read())
    await plays(await on_the_phone(language, page), known, slug, language, scenes)


async def journal(page: Page) -> None:
    """What somebody pictured after a shift, and what is in the picture."""
    phone = await on_the_phone("ru", page)
    await plays(phone, Catalogue(read()), "kitchen", "ru")
    await phone.tap("Что это показало", "Представить себя там")
    await phone.write("С поваром сначала чищу овощи, потом режу ножом")
    await phone.write("Порадует, потому что гости сыты")
    await phone.write("Жарко и тесно")


async def _task(family: Family, language: Language, page: Page) -> None:
    phone = await on_the_phone(language, page)
    await phone.start()
    await phone.follow("tasks")
    await phone.tap_carrying(f"family-{family}")
    await phone.tap_carrying(BeginTasks(family).pack())


def scenes() -> dict[str, tuple[tuple[int, int], Scene]]:
    """All of them, by the name of their picture: shifts that go on last, for they stay begun."""
    shown: dict[str, tuple[tuple[int, int], Scene]] = {}
    for slug, language in SHIFTS.items():
        shown[f"walks/ending-{language}"] = (PHONE, partial(_shift, slug, language, 99))
    shown["walks/journal-ru"] = (PHONE, journal)
    for slug, language in SHIFTS.items():
        shown[f"walks/shift-{language}"] = (PHONE, partial(_shift, slug, language, 3))
    for family, language in FAMILIES.items():
        shown[f"walks/task-{family}-{language}"] = (LONG, partial(_task, family, language))
    return shown
