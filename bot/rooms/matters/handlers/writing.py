"""Writing: a contribution part by part, published, confirmed, taken back; and shown to all."""

from dataclasses import replace
from datetime import timedelta

from bot.guidance import relay
from bot.guidance.hours import typed_day
from bot.guidance.masking import masked
from bot.rooms.matters import screens, telling
from bot.rooms.matters.handlers import finding
from bot.rooms.matters.intents import (
    AskWithdraw,
    ConfirmPublish,
    OpenContribution,
    OpenMatter,
    OpenMatters,
    OpenWriting,
    Part,
    Publish,
    SayPart,
    Withdraw,
    WritePart,
)
from bot.turn import Turn
from bot.ui import Intent, Screen
from content.catalogue import Gone
from content.links import hosts
from db import audit, matters
from db import contributions as memory
from db.audit import Deed
from db.contributions import Contribution

YEAR = timedelta(days=366)  # the longest a contribution is good


def writing(intent: OpenWriting, turn: Turn) -> Screen:
    """A contribution as it is being made; of others', what waits for a second person."""
    return _writing(_seen(intent.number, turn), turn)


def _writing(one: Contribution, turn: Turn) -> Screen:
    back: Intent = OpenMatter(one.matter_id) if one.matter_id else OpenMatters()
    reach = matters.reach(turn.session, one.matter_id) if one.matter_id else 0
    mine = one.author_id == turn.person.id
    shown = telling.shown(one, turn)
    return screens.writing(shown, telling.missing(one), reach, mine=mine, back=back)


def _seen(number: int, turn: Turn) -> Contribution:
    """Their own; of others only what waits, and, for an admin, what is published."""
    one = telling.contribution(number, turn)
    published = one.stage == "published" and turn.person.staff == "admin"
    if one.author_id != turn.person.id and one.stage != "waiting" and not published:
        raise Gone(f"contributions/{number}")
    return one


def _draft(number: int, turn: Turn) -> Contribution:
    """Their own draft."""
    one = telling.contribution(number, turn)
    if one.author_id != turn.person.id or one.stage != "draft":
        raise Gone(f"contributions/{number}")
    return one


def write(intent: WritePart, turn: Turn) -> Screen:
    """The place to write a part of it."""
    return _write(_draft(intent.number, turn), intent.part, "", turn)


def _write(one: Contribution, part: Part, wrong: str, turn: Turn) -> Screen:
    return screens.write(telling.shown(one, turn), part, wrong, telling.LONGEST[part])


def say(intent: SayPart, turn: Turn) -> Screen | Intent:
    """Keep the typed part; one that does not fit is asked for again."""
    one = _draft(intent.number, turn)
    if wrong := _wrong(intent.part, turn):
        return _write(one, intent.part, wrong, turn)
    if intent.part == "ends":
        one.ends_at = typed_day(turn.words)
    else:
        hidden = masked(turn.words.strip(), own=turn.own, hosts=hosts(turn.catalogue))
        setattr(one, intent.part, hidden.words)
    turn.session.flush()
    return OpenWriting(one.id)


def _wrong(part: Part, turn: Turn) -> str:
    """What keeps these words from being this part: `long`, `empty`, `day`, `link`, or nothing."""
    if part == "ends":
        return _wrong_day(turn)
    if wrong := relay.wrong(turn.words, telling.LONGEST[part]):
        return wrong
    if part == "source" and masked(turn.words, hosts=hosts(turn.catalogue)).flags:
        return "link"
    return ""


def _wrong_day(turn: Turn) -> str:
    """A day that is none, is past, or is more than a year ahead."""
    try:
        until = typed_day(turn.words)
    except ValueError:
        return "day"
    return "" if turn.now < until <= turn.now + YEAR else "day"


# --- publishing ---


def publish(intent: Publish, turn: Turn) -> Screen:
    """Let everybody see it; to very many only after a second person of the staff."""
    one = _draft(intent.number, turn)
    if telling.missing(one):
        return _writing(one, turn)
    reach = matters.reach(turn.session, one.matter_id) if one.matter_id else 0
    if reach > turn.second_over:
        one.stage = "waiting"
        turn.session.flush()
        _note("contribution-held", one.id, turn, reach)
        return replace(_writing(one, turn), toast="matter-held")
    return _published(one, turn)


def confirm(intent: ConfirmPublish, turn: Turn) -> Screen:
    """A second person lets it go; its author cannot."""
    one = _seen(intent.number, turn)
    if one.stage != "waiting" or one.author_id == turn.person.id:
        return _writing(one, turn)
    return _published(one, turn)


def _published(one: Contribution, turn: Turn) -> Screen:
    many = memory.publish(turn.session, one, turn.now, turn.awake(turn.now))
    _note("contribution-published", one.id, turn, many)
    return replace(_shown(one, turn), toast="matter-published")


def ask_withdraw(intent: AskWithdraw, turn: Turn) -> Screen:
    """Whether to take it back."""
    return screens.ask_withdraw(telling.shown(_seen(intent.number, turn), turn))


def withdraw(intent: Withdraw, turn: Turn) -> Screen:
    """Let nobody see it any more."""
    one = _seen(intent.number, turn)
    if one.stage == "published":
        memory.withdraw(turn.session, one, turn.now)
        _note("contribution-withdrawn", one.id, turn)
    return replace(finding.listed(OpenMatters(), turn), toast="matter-taken-back")


def _note(act: Deed, number: int, turn: Turn, reach: int | None = None) -> None:
    audit.note(turn.session, turn.person.id, act, f"contributions/{number}", turn.now, reach)


# --- everybody ---


def contribution(intent: OpenContribution, turn: Turn) -> Screen:
    """What a counselor found out, while it is good."""
    one = memory.shown(turn.session, intent.number, turn.now)
    return _shown(one, turn) if one else screens.expired()


def _shown(one: Contribution, turn: Turn) -> Screen:
    own = bool(turn.person.staff) and (
        one.author_id == turn.person.id or turn.person.staff == "admin"
    )
    return screens.contribution(telling.shown(one, turn), own=own)
