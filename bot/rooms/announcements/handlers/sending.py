"""Sending: the preview, the button that sends, and the second person's word."""

from datetime import timedelta

from bot.guidance import hours
from bot.rooms.announcements import audience, drafts
from bot.rooms.announcements.handlers.drafting import Shown, on_a_draft
from bot.rooms.announcements.handlers.following import shown
from bot.rooms.announcements.intents import (
    Confirm,
    OpenAnnouncement,
    OpenWaiting,
    Preview,
    Refuse,
    SendAnnouncement,
    SendAnyway,
)
from bot.rooms.announcements.saying import title_of, told
from bot.rooms.announcements.screens import composing, sending
from bot.turn import Turn
from bot.ui import Screen
from content.kinds import LANGUAGES
from db import announcements, audit, staff
from db.announcements import Announcement, Stage
from db.audit import Deed
from db.segments import Segment

AGAIN = timedelta(hours=48)  # in which the same words to the same people are asked for again
SIGNS = 12  # of what was seen, on the second person's button
PRIVATE = 5  # people at least, where they are chosen by what they like or did


def preview(intent: Preview, turn: Turn) -> Shown:
    """The very message, in each language, to whoever may send it or has to read it too."""
    one = drafts.mine(turn, intent.number)
    whose = _whose(one, turn)
    if not whose:
        return OpenAnnouncement(one.id)
    if whose != "second" and (wrong := _wrong(one, turn)):
        return wrong
    one.seen = drafts.mark(one) if whose != "second" else one.seen
    return _previewed(one, turn, whose)


def _whose(one: Announcement, turn: Turn) -> str:
    """Whose eyes look at it, if they may: its author's, before or after it was sent, or others."""
    theirs = one.author_id == turn.person.id
    eyes = {"draft": "author", "done": "sent"} if theirs else {"waiting": "second"}
    return eyes.get(one.stage, "")


def _wrong(one: Announcement, turn: Turn) -> Screen | None:
    """The draft with all that is wrong with it, if anything is."""
    one.segment = _segment(one, turn).kept()
    found = [*drafts.flaws(one, turn), *_nobody(one, turn)]
    if not found:
        return None
    draft = drafts.looked_at(one, turn)
    return composing.draft(drafts.with_flaws(draft, found))


def _segment(one: Announcement, turn: Turn) -> Segment:
    return drafts.scope(turn.session, one.author_id, Segment.found(one.segment))


def _nobody(one: Announcement, turn: Turn) -> list[composing.Flaw]:
    """Whether nobody would get it, or so few that they would be known by it."""
    if one.stage != "draft":
        return []
    segment = Segment.found(one.segment)
    reach = audience.reach(one, segment, turn)
    if audience.is_private(segment) and sum(reach.values()) < PRIVATE:
        return [composing.Flaw("few")]
    return [] if reach.get("") else [composing.Flaw("nobody")]


def _previewed(one: Announcement, turn: Turn, whose: str) -> Screen:
    segment = Segment.found(one.segment)
    reach = audience.reach(one, segment, turn)
    begins = one.run_at or turn.now
    return sending.previewed(
        one.id,
        title_of(one, turn.language),
        [(language, told(one, language, turn.catalogue)) for language in LANGUAGES],
        reach,
        ends=drafts.ends(begins, reach.get("", 0), one, turn),
        at=hours.local(turn.awake(begins)) if turn.awake(begins) > turn.now else "",
        private=audience.is_private(segment),
        second=reach.get("", 0) > turn.second_over,
        whose=whose,
        seen=drafts.mark(one)[:SIGNS],
    )


# --- the button that sends ---


@on_a_draft()
def send(intent: SendAnnouncement, turn: Turn, one: Announcement) -> Shown:
    """Send what was seen, and ask again where the same went to the same people lately."""
    if one.seen != drafts.mark(one):
        return preview(Preview(one.id), turn)
    if wrong := _wrong(one, turn):
        return wrong
    if twin := announcements.like(turn.session, one, turn.now - AGAIN):
        when = hours.local(twin.run_at) if twin.run_at else ""
        return sending.same(one.id, title_of(one, turn.language), when)
    return _sent(one, turn)


@on_a_draft()
def send_anyway(intent: SendAnyway, turn: Turn, one: Announcement) -> Shown:
    """Send it, though the same was sent a short while ago."""
    if one.seen != drafts.mark(one):
        return preview(Preview(one.id), turn)
    return _wrong(one, turn) or _sent(one, turn)


def _sent(one: Announcement, turn: Turn) -> Screen:
    """On its way; or, to very many, once a second person has read it."""
    many = audience.reach(one, Segment.found(one.segment), turn).get("", 0)
    if many > turn.second_over:
        announcements.move(turn.session, one.id, ("draft",), "waiting")
        _note("announcement-held", one, turn, many)
        return shown(one, turn, "ann-second-asked")
    return _scheduled(one, turn, "draft", many)


def _scheduled(one: Announcement, turn: Turn, leaves: Stage, many: int) -> Screen:
    at, second = turn.awake(one.run_at or turn.now), leaves == "waiting"
    more = {"confirmed_by": turn.person.id} if second else {}
    announcements.move(turn.session, one.id, (leaves,), "scheduled", run_at=at, **more)
    _note("announcement-confirmed" if second else "announcement-sent", one, turn, many)
    return shown(one, turn, "ann-on-its-way")


def _note(act: Deed, one: Announcement, turn: Turn, reach: int | None = None) -> None:
    audit.note(turn.session, turn.person.id, act, f"announcements/{one.id}", turn.now, reach)


# --- the second person ---


def waiting(intent: OpenWaiting, turn: Turn) -> Screen:
    """Those a second person has to read."""
    found = announcements.awaiting_a_second(turn.session)
    others = [one for one in found if one.author_id != turn.person.id]
    return composing.waiting([drafts.titled(one, turn.language) for one in others])


def confirm(intent: Confirm, turn: Turn) -> Shown:
    """A second person has read it: send it, if its author still may and nothing is wrong."""
    one = drafts.mine(turn, intent.number)
    if one.stage != "waiting" or one.author_id == turn.person.id:
        return OpenAnnouncement(one.id)
    if intent.seen != drafts.mark(one)[:SIGNS]:
        return Preview(one.id)
    if _left(one, turn):
        announcements.move(turn.session, one.id, ("waiting",), "cancelled", why="author")
        return shown(one, turn)
    if [*drafts.flaws(one, turn)]:
        return refuse(Refuse(one.id), turn)
    many = audience.reach(one, Segment.found(one.segment), turn).get("", 0)
    return _scheduled(one, turn, "waiting", many)


def _left(one: Announcement, turn: Turn) -> bool:
    """Whether its author was of the staff, and is no more."""
    member = turn.session.get(staff.Member, one.author_id)
    return member is not None and member.ended_at is not None


def refuse(intent: Refuse, turn: Turn) -> Shown:
    """Give it back to its author, who may change it and send it anew."""
    one = drafts.mine(turn, intent.number)
    if announcements.move(turn.session, one.id, ("waiting",), "draft"):
        _note("announcement-returned", one, turn)
    return OpenAnnouncement(one.id) if one.author_id == turn.person.id else OpenWaiting()
