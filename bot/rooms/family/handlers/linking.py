"""Linking: a child's code, a parent who asks, a child who agrees; and the end, by either."""

from dataclasses import replace

from bot.guidance.codes import LONGER, code_in, codes
from bot.rooms.family.intents import (
    AgreeToLink,
    AllowGiving,
    AskChild,
    DropCode,
    EndLink,
    EnterCode,
    ForbidGiving,
    MakeCode,
    OpenEnded,
    OpenLink,
    OpenLinks,
    OpenOffer,
    TypeChildCode,
)
from bot.rooms.family.kin import as_parent, kin_of, link_of, part, tell
from bot.rooms.family.screens import linking as screens
from bot.rooms.family.screens.linking import Family
from bot.rooms.search.intents import Find
from bot.turn import Turn
from bot.ui import Intent, Screen
from bot.ui.hours import hour
from db import child_codes, consents, family, gaps, weekly
from db.family import Link


def links(intent: OpenLinks, turn: Turn) -> Screen:
    """Everybody they are linked to, and whether a code of theirs is open."""
    me = turn.person.id
    mine = family.parents(turn.session, me)
    every = [*mine, *family.children(turn.session, me)]
    until = child_codes.offered_until(turn.session, me, turn.now)
    return screens.links(
        Family(
            links=[kin_of(one, turn) for one in every],
            until=hour(until) if until else "",
            weekly=weekly.wants(turn.session, me),
            full=len(mine) >= family.MOST_PARENTS,
        )
    )


# --- the code ---


def make_code(intent: MakeCode, turn: Turn) -> Screen | Intent:
    """A new code, told here and never again; the one before is good no more."""
    me = turn.person.id
    if len(family.parents(turn.session, me)) >= family.MOST_PARENTS:
        return OpenLinks()
    signs = codes(turn.chance, length=LONGER)
    sign, until = child_codes.offer(turn.session, me, signs, turn.now)
    return screens.code(sign, OpenOffer(sign).address(turn.bot), hour(until))


def drop_code(intent: DropCode, turn: Turn) -> Screen:
    """The code is good no more."""
    child_codes.withdraw(turn.session, turn.person.id)
    return replace(links(OpenLinks(), turn), toast="code-dropped")


def enter_code(intent: EnterCode, turn: Turn) -> Screen:
    """Where the code is typed."""
    return screens.enter()


def typed(intent: TypeChildCode, turn: Turn) -> Screen | Intent:
    """The code that was typed; words without a digit look for something else."""
    if not any(sign.isdecimal() for sign in turn.words):
        return Find()
    return OpenOffer(code_in(turn.words, LONGER) or "none")


def offered(intent: OpenOffer, turn: Turn) -> Screen | Intent:
    """What they would agree to; where the code is not for them, why."""
    sign = code_in(intent.sign, LONGER)
    wrong = _wrong(sign, turn)
    return screens.enter(wrong=wrong) if wrong else screens.offered(sign)


def _wrong(sign: str, turn: Turn) -> str:
    """Why a code does not link them: it is no good, their own, or they are linked already."""
    me, child = turn.person.id, child_codes.whose(turn.session, sign, turn.now)
    if child is None:
        return "unknown"
    if child == me:
        return "own"
    if family.between(turn.session, me, child):
        return "linked"
    many = len(family.parents(turn.session, child)) >= family.MOST_PARENTS
    return "many" if many or _is_full(turn) else ""


def _is_full(turn: Turn) -> bool:
    return len(family.children(turn.session, turn.person.id)) >= family.MOST_CHILDREN


# --- two who agree ---


def ask_child(intent: AskChild, turn: Turn) -> Screen | Intent:
    """The parent agrees: the child is asked. Of two who use one code a single one is."""
    sign = code_in(intent.sign, LONGER)
    if wrong := _wrong(sign, turn):
        return screens.enter(wrong=wrong)
    made = family.ask(turn.session, sign, turn.person.id, turn.now)
    if made is None:
        return screens.enter(wrong="unknown")
    _consent("parent", made, turn)
    tell(made.child_id, "link", made.id, turn)
    return OpenLink(made.id)


def _consent(what: str, one: Link, turn: Turn) -> None:
    me = turn.person.id
    consents.give(turn.session, me, what, turn.language, turn.now, about=one.id)


def agree(intent: AgreeToLink, turn: Turn) -> Intent:
    """The child agrees; the parent is told. Agreed twice, nothing changes."""
    one = link_of(intent.number, turn)
    if one.child_id == turn.person.id and one.agreed_at is None:
        family.agree(turn.session, one, turn.now)
        _consent("child", one, turn)
        tell(one.parent_id, "link", one.id, turn)
    return OpenLink(one.id)


def link(intent: OpenLink, turn: Turn) -> Screen:
    """A link, as the child or as the parent sees it, before and after both agreed."""
    one = link_of(intent.number, turn)
    shown = kin_of(one, turn)
    if one.agreed_at is None:
        return screens.asked(shown) if shown.mine else screens.waiting(shown)
    guessing = _guessing(one, turn)
    if shown.mine:
        return screens.parent(shown, guessing=guessing)
    return screens.child(shown, guessing=guessing, allows=one.allows_at is not None)


def _guessing(one: Link, turn: Turn) -> bool:
    """Whether there is a round of guessing, going or finished."""
    return gaps.newest(turn.session, one.id) is not None


def end(intent: EndLink, turn: Turn) -> Screen:
    """It ends at once, with all that was shown; the other gets a word that blames nobody.

    Ended twice, or after the other has ended it, there is nothing left to end.
    """
    one = family.link(turn.session, turn.person.id, intent.number)
    if one is not None:
        part(one, turn)
    return replace(links(OpenLinks(), turn), toast="kin-ended")


def ended(intent: OpenEnded, turn: Turn) -> Screen:
    """A link has ended."""
    return screens.ended()


# --- what a parent allows ---


def allow(intent: AllowGiving, turn: Turn) -> Intent:
    """The child may take a result or a question to the counselor."""
    family.allow(turn.session, as_parent(intent.number, turn), turn.now)
    return OpenLink(intent.number)


def forbid(intent: ForbidGiving, turn: Turn) -> Intent:
    """They may no more; in the younger grades what was given is seen no longer."""
    family.allow(turn.session, as_parent(intent.number, turn), None)
    return OpenLink(intent.number)
