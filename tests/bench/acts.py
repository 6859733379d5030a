"""The acts: each lets contestants play in turn, prints what was seen, and gives its bars."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from tests.bench import cast
from tests.bench.bars import HEAD, Bar, middle, ratio, row
from tests.bench.ground import Ground
from tests.bench.stage import Contestant, Load, Performance, perform

Played = dict[str, list[Performance]]
Part = tuple[Contestant, Load]
STRIDE = 618_033  # shares no factor with a million


@dataclass(frozen=True)
class Size:
    """How long the acts are: all of them, or a short look."""

    rounds: int
    share: float
    many: int
    known: int = 8_000

    def of(self, updates: int) -> int:
        """So many updates, or the share of them this run has time for."""
        return max(200, int(updates * self.share))


def play(title: str, parts: Sequence[Part], rounds: int) -> Played:
    """All parts in turn, so many times over; the table of their medians printed."""
    played: Played = {bot.name: [] for bot, _ in parts}
    for _ in range(rounds):
        for bot, load in parts:
            played[bot.name].append(perform(bot, load))
    print(f"\n{title:<36} {HEAD.strip()}")
    for name, performances in played.items():
        print(row(name, performances), flush=True)
    return played


def speed(ground: Ground, size: Size) -> Iterator[Bar]:
    """Updates a second and CPU, all out."""
    base, lite = cast.base(), cast.ours(ground.sqlite, "ours, webhook, SQLite")
    full = cast.ours(ground.postgres, "ours, webhook, PostgreSQL")
    orm = cast.stock_with_orm(ground.beside("stock"))
    aiogram = cast.aiogram_with_orm(ground.beside("aiogram"))
    parts = [
        (base, Load(size.of(1_500))),
        (lite, Load(size.of(6_000), size.known)),
        (full, Load(size.of(4_000), size.known)),
        (orm, Load(size.of(800))),
        (aiogram, Load(size.of(1_200))),
    ]
    stock, ours, postgres, with_orm, with_aiogram = play("All out", parts, size.rounds).values()
    yield Bar("updates a second, ours to stock echo", ratio(ours, stock, "per_second"), least=4)
    yield Bar("CPU an update, ours to stock echo", ratio(ours, stock, "cpu"), most=0.25)
    yield Bar(
        "CPU an update, ours on PostgreSQL to stock", ratio(postgres, stock, "cpu"), most=1 / 3
    )
    yield Bar(
        "updates a second, ours to stock with ORM", ratio(ours, with_orm, "per_second"), least=6
    )
    yield Bar(
        "updates a second, ours to aiogram with ORM",
        ratio(ours, with_aiogram, "per_second"),
        least=4,
    )


def waiting(ground: Ground, size: Size) -> Iterator[Bar]:
    """How long people wait at 120 updates a second, and with Telegram 50 ms away."""
    lite = cast.ours(ground.sqlite, "ours, 120/s")
    base = replace(cast.base(), name="stock PTB, 120/s")
    load = Load(size.of(900), size.known, rate=120)
    stock, ours = play(
        "At 120 updates a second", [(base, load), (lite, load)], size.rounds
    ).values()
    yield Bar("p99 at 120/s, ours to stock echo", ratio(ours, stock, "p99"), most=0.5)
    far = Load(size.of(400), size.known, rate=60, distance=50)
    away = replace(lite, name="ours, Telegram 50 ms away, 60/s")
    (distant,) = play("Telegram 50 ms away", [(away, far)], size.rounds).values()
    yield Bar(
        "p50 of the visible reply, Telegram 50 ms away", middle(distant, "p50"), most=5, unit="ms"
    )
    yield Bar(
        "updates a second sustained there, of 60",
        middle(distant, "per_second"),
        least=59,
        unit="/s",
    )


def growth(ground: Ground, size: Size) -> Iterator[Bar]:
    """One turn with a million people against one with a thousand."""
    for at, (name, most) in enumerate((("SQLite", 1.3), ("PostgreSQL", 1.1))):
        few = cast.ours(ground.few[at], f"1,000 people, {name}")
        many = cast.ours(ground.many[at], f"{size.many:,} people, {name}")
        load = Load(size.of(4_000), 1_000)
        parts = [(few, load), (many, replace(load, people=size.many, stride=STRIDE))]
        small, large = play(f"Many people, {name}", parts, size.rounds).values()
        label = f"CPU an update, {size.many:,} people to 1,000, {name}"
        yield Bar(label, ratio(large, small, "cpu"), most=most)


def rooms(ground: Ground, size: Size) -> Iterator[Bar]:
    """What searching, comparing, browsing and a scene of a shift cost, against the home screen."""
    load = Load(size.of(2_500), size.known)
    parts = [(cast.ours(ground.sqlite, name, said), load) for name, said in cast.ROOMS.items()]
    played = play("Rooms", parts, size.rounds)
    for name, home in cast.BESIDE.items():
        value = ratio(played[name], played[home], "cpu")
        yield Bar(f"CPU an update, {name} to {home}", value, most=1.3)


def start(ground: Ground, size: Size) -> Iterator[Bar]:
    """From the start of the program to its first reply."""
    one = Load(1, people=1, warm_up=0, in_flight=1)
    base = replace(cast.base(), name="stock PTB, start", script=("say:hello",))
    ours = cast.ours(ground.sqlite, "ours (web), start", ("say:/start",))
    stock, house = play("Cold start", [(base, one), (ours, one)], max(3, size.rounds)).values()
    seconds = [middle(played, "until_first") for played in (stock, house)]
    print("seconds to the first reply: stock {:.2f}, ours {:.2f}".format(*seconds))
    yield Bar(
        "cold start to first reply, ours to stock", ratio(house, stock, "until_first"), most=2.2
    )


def memory(ground: Ground, size: Size) -> Iterator[Bar]:
    """What the whole in one program needs, and how it grows with the people it has seen."""
    whole = replace(cast.ours(ground.sqlite, "ours (run), few people"), command=("bot", "run"))
    crowd = replace(whole, name="ours (run), many people", script=("say:/start",))
    seen = size.of(100_000)
    parts = [(whole, Load(1_000, 500)), (crowd, Load(seen, seen, in_flight=64))]
    few, many = play("Memory", parts, 1).values()
    grown = (many[0].own - few[0].own) * 100_000 / seen
    print(f"grown by {grown:.1f} MB for 100,000 people")
    yield Bar("memory of run with the catalogue", few[0].rss, most=120, unit="MB")
    yield Bar("growth for 100,000 people seen", grown, most=20, unit="MB")


ACTS: dict[str, Callable[[Ground, Size], Iterator[Bar]]] = {
    "speed": speed,
    "waiting": waiting,
    "growth": growth,
    "rooms": rooms,
    "start": start,
    "memory": memory,
}
