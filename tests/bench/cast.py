"""The cast: our bot, the stock bots it is measured against, and what people tell them."""

from tests.bench.stage import Contestant

OURS = ("bot", "web")
ECHO = ("say:hello", "tap:one")
MIX = (
    "say:/start",
    "tap:profs",
    "tap:dir-engineering",
    "tap:dir-engineering_2",
    "tap:prof-welder",
    "tap:read-welder_day",
    "tap:read-welder_learn",
    "tap:pass-professions_welder",
    "tap:save-welder",
    "tap:pemp-welder",
    "tap:emp-kazzinc",
    "tap:pass-employers_kazzinc_2",
    "tap:forget-welder",
    "tap:home",
    "tap:cols",
    "tap:figs",
    "tap:arts",
    "tap:shelf",
    "tap:settings",
    "tap:help",
)


def base() -> Contestant:
    """The base of the ratios: stock python-telegram-bot, an echo."""
    return Contestant("stock PTB, echo, polling", ("tests.bench.contestants.stock",), ECHO)


def ours(database: str, name: str, script: tuple[str, ...] = MIX) -> Contestant:
    """The bot itself, by webhook."""
    return Contestant(name, OURS, script, polling=False, database=database)


def stock_with_orm(database: str) -> Contestant:
    """Stock python-telegram-bot doing the same work the usual way."""
    command = ("tests.bench.contestants.stock_orm",)
    return Contestant("stock PTB, aiosqlite ORM", command, MIX, database=database)


def aiogram_with_orm(database: str) -> Contestant:
    """aiogram doing the same work the usual way."""
    command = ("tests.bench.contestants.aiogram_orm",)
    return Contestant("aiogram, aiosqlite ORM", command, MIX, database=database)


HOME_SAID, HOME_TAPPED = "home, said", "home, tapped"
SEARCHED = ("say:сварщик", "say:хочу стать поваром", "say:данекерлеуши", "say:kolledzh almaty")
BROWSED = ("tap:profs", "tap:dir-engineering", "tap:dir-engineering_2", "tap:cols")
ROOMS = {
    HOME_SAID: ("say:/start",),
    HOME_TAPPED: ("tap:home",),
    "search": SEARCHED,
    "compare": ("tap:cmpt-welder_cook", "tap:cmpt-welder_bricklayer"),
    "browse": BROWSED,
    "scene": ("tap:shift-kitchen", "tap:shift-substation-night"),
}
BESIDE = {"search": HOME_SAID} | dict.fromkeys(("compare", "browse", "scene"), HOME_TAPPED)
