"""Relayed: the screens of questions to counselors, each after what led to it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from random import Random

from sqlalchemy import select

from bot.keys import Keys
from bot.rooms.asking import intents as relay
from bot.rooms.asking import screens
from bot.rooms.classes import intents as group
from bot.rooms.counsel import intents as inbox
from bot.rooms.counsel.screens import acts, threads
from bot.rooms.counsel.screens.threads import Asked
from bot.rooms.matters import intents as many
from bot.rooms.matters.screens import Shown
from bot.rooms.matters.screens import contribution as answered
from bot.rooms.voices.intents import OpenVoices
from bot.turn import Turn
from bot.ui import Intent, Screen
from content.atlas import Catalogue
from content.catalogue import Unknown
from db import contributions, matters, people, questions, silences
from db.family import Link
from db.questions import NOTHING, Question, Subject
from db.staff import Member
from tests.crew import CODE, SCHOOL, _as, _classed, _joined_staff, _led, _met, asked
from tests.wire import NOON

Story = Callable[[Turn], Screen]
WORDS = "12?"  # in no language
FIRST = 1
FIXED = Keys("a secret of the gallery")


def _asks(turn: Turn, words: str = WORDS, **told: str | int) -> int:
    """Somebody who told this of themselves has a draft; its number."""
    if told:
        people.introduce(turn.session, turn.person, **told)
    turn.chance = Random(7)
    return questions.draft(turn.session, turn.person, turn.keys.seal(words), NOON)


def drafted(words: str = WORDS, **told: str | int) -> Story:
    """A draft, as it will be seen."""
    return lambda turn: asked(relay.OpenDraft(_asks(turn, words, **told)), turn)


def sent(turn: Turn, **has: object) -> Question:
    """A question that was sent."""
    number = _asks(turn, role="pupil", grade=9, region="abai")
    asked(relay.SendQuestion(number), turn)
    one = turn.session.get_one(Question, number)
    for name, value in has.items():
        setattr(one, name, value)
    turn.session.flush()
    return one


def _in_a_class(turn: Turn) -> Turn:
    """A pupil in a class of a school."""
    turn = _classed(turn)
    asked(group.JoinClass(CODE, "pupil"), turn)
    return turn


def _with_parent(turn: Turn) -> Turn:
    """A child with a linked parent, who has allowed nothing."""
    parent = _met(turn, "2002")
    link = Link(child_id=turn.person.id, parent_id=parent.person.id, child_number=1)
    link.parent_number, link.asked_at, link.agreed_at = 1, NOON, NOON
    turn.session.add(link)
    return turn


def _answered(turn: Turn, number: int) -> None:
    one = turn.session.get_one(Question, number)
    one.stage = "answered"
    questions.say(turn.session, one, "staff", turn.keys.seal("34"), NOON)


def thread(stage: str, *, school: bool = False, answer: bool = False, report: str = "") -> Story:
    """A thread in this stage."""

    def told(turn: Turn) -> Screen:
        one = sent(_in_a_class(turn) if school else turn)
        if answer:
            _answered(turn, one.id)
            questions.lines(turn.session, one.id)[-1].report = report
        one.stage = stage
        turn.session.flush()
        return asked(relay.OpenThread(one.id), turn)

    return told


def _silent(reason: silences.Reason) -> Story:
    def told(turn: Turn) -> Screen:
        until = NOON + timedelta(days=7)
        silences.silence(turn.session, turn.person.id, None, 1, reason, NOON, until)
        return asked(relay.OpenAsk(), turn)

    return told


def _five(turn: Turn) -> Screen:
    for _ in range(5):
        sent(turn)
    return asked(relay.OpenAsk(), turn)


def _all(turn: Turn) -> Screen:
    for stage in ("sent", "read", "answered", "closed"):
        sent(turn).stage = stage
    turn.session.flush()
    return asked(relay.OpenAsked(), turn)


def typed(intent: Intent, words: str) -> Story:
    """What somebody sees who typed this."""
    return lambda turn: asked(intent, turn, words)


STORIES: dict[str, Story] = {
    "asking, ask": lambda turn: asked(relay.OpenAsk(), turn),
    "asking, ask, five today": _five,
    "asking, ask, insults": _silent("insults"),
    "asking, ask, spam": _silent("spam"),
    "asking, ask, contacts": _silent("contacts"),
    "asking, ask, other": _silent("other"),
    "asking, ask, too long": typed(relay.WriteQuestion(), "7" * 1501),
    "asking, ask, empty": typed(relay.WriteQuestion(), "…"),
    "asking, ask, not sent": lambda turn: asked(relay.DropQuestion(_asks(turn)), turn),
    "asking, draft": typed(relay.WriteQuestion(), WORDS),
    "asking, draft, parent": drafted(role="parent", region="abai"),
    "asking, draft, hidden": drafted(
        "t.me/a a@b.kz @abc 87011234567, 12 Abai Street", role="pupil", grade=9
    ),
    "asking, draft, alarm": typed(relay.WriteQuestion(), "хочу умереть"),
    "asking, draft, of a young one": drafted(role="pupil", grade=7),
    "asking, draft, of a young one with a parent": lambda turn: asked(
        relay.OpenDraft(_asks(_with_parent(turn), role="pupil", grade=7)), turn
    ),
    "asking, draft, of a class": lambda turn: asked(
        relay.OpenDraft(_asks(_in_a_class(turn))), turn
    ),
    "asking, sent": lambda turn: asked(relay.SendQuestion(_asks(turn, "12", role="parent")), turn),
    "asking, asked": _all,
    "asking, asked, none": lambda turn: asked(relay.OpenAsked(), turn),
    "asking, thread, sent": thread("sent"),
    "asking, thread, read": thread("read", school=True),
    "asking, thread, answered": thread("answered", school=True, answer=True),
    "asking, thread, reported": thread("answered", answer=True, report="rude"),
    "asking, thread, closed": thread("closed", answer=True),
}


# --- the staff ---


def _inboxed(turn: Turn, words: str = WORDS, **has: object) -> Turn:
    """A counselor of a school, to whom a pupil and a parent of a class put a question."""
    mine = _led(turn)
    asked(group.MakeClass(9), mine, "9 A")
    pupil, parent = _met(turn, "2001"), _met(turn, "2002")
    for other, told in ((pupil, {"role": "pupil", "grade": 9}), (parent, {"role": "parent"})):
        asked(group.JoinClass(CODE, "pupil"), other)
        number = _asks(other, words, **told)
        asked(relay.SendQuestion(number), other)
        one = turn.session.get_one(Question, number)
        for name, value in has.items():
            setattr(one, name, value)
    turn.session.flush()
    return mine


def counselor(
    intent: Intent, typed: str = "", words: str = WORDS, before: Intent | None = None, **has: object
) -> Story:
    """What a counselor sees to whom questions were put."""

    def told(turn: Turn) -> Screen:
        mine = _inboxed(turn, words, **has)
        if before:
            asked(before, mine, "12")
        return asked(intent, mine, typed)

    return told


def admin(
    intent: Intent, *, report: str = "", silent: bool = False, answered: bool = True
) -> Story:
    """What an admin sees who looks a thread through."""

    def told(turn: Turn) -> Screen:
        mine = _inboxed(turn, "a@b.kz 12")
        if answered:
            asked(inbox.SayReply(FIRST), mine, "12")
        if report:
            last = questions.lines(turn.session, FIRST)[-1]
            last.report, last.reported_at = report, NOON
            turn.session.flush()
        if silent:
            asked(inbox.Silence(FIRST, "spam", 7), mine)
        return asked(intent, _as("admin", mine))

    return told


def _colleagues(turn: Turn) -> Screen:
    mine = _inboxed(turn)
    _joined_staff(mine, "1003", SCHOOL, "abai")
    _joined_staff(mine, "1004", "", "pavlodar")
    member = _joined_staff(mine, "1005", "", "pavlodar")
    turn.session.get_one(Member, member.person.id).region = ""
    turn.session.flush()
    return asked(inbox.ChooseColleague(FIRST), mine)


def _passed(turn: Turn) -> Screen:
    mine = _inboxed(turn)
    _joined_staff(mine, "1003", SCHOOL, "abai")
    mine.keys = FIXED
    return asked(inbox.PassTo(FIRST, FIXED.alias(1003)), mine)


def _named(stage: str, label: str) -> Story:
    return counselor(inbox.OpenInbox("mine"), stage=stage, label=label)


def letters(kind: str, *, urgent: bool = False, flags: tuple[str, ...] = ()) -> Screen:
    """A letter to a counselor."""
    one = Asked(FIRST, 4821, "pupil", 9, "kk", "sent", WORDS, "25.11.2026 12:00", urgent, "")
    return threads.letter(kind, one, WORDS, flags)


def _shown(known: Catalogue) -> Shown:
    name = known.college("adilet").name
    topic = known.one("unknowns", "dormitory", Unknown).name
    return Shown(
        FIRST, False, name, topic, "12", "", "12", "", "counselor", None, "23.11.2026",
        "01.06.2027", "published",
    )  # fmt: skip


def by_hand(known: Catalogue) -> dict[str, Screen]:
    """What comes by itself, and what no door leads to."""
    one = Asked(FIRST, 4821, "parent", None, "ru", "answered", WORDS, "", False, "")
    place = known.region("abai").name
    every: tuple[silences.Reason, ...] = ("insults", "spam", "contacts", "other")
    reasons = {f"asking, silenced, {why}": screens.silenced("12:00", why) for why in every}
    return reasons | {
        "asking, reply": screens.reply(WORDS, (), screens.To("№ 12"), FIRST, FIRST),
        "asking, reply, hidden": screens.reply(
            WORDS, ("link", "phone"), screens.To("", place), FIRST, FIRST
        ),
        "counsel, letter": letters("question"),
        "counsel, letter, alarm": letters("question", urgent=True),
        "counsel, letter, hidden": letters(
            "question", flags=("link", "email", "name", "phone", "address")
        ),
        "counsel, letter, reminder": letters("reminder"),
        "counsel, pooled": letters("pooled"),
        "counsel, pooled, alarm": letters("pooled", urgent=True),
        "matters, told": answered(_shown(known), own=False, asked=True),
        "matters, told, by an admin": answered(
            replace(_shown(known), role="admin"), own=False, asked=True
        ),
        "counsel, report letter": acts.report_letter(one, "rude"),
    }


STAFF: dict[str, Story] = {
    "counsel, inbox": counselor(inbox.OpenInbox()),
    "counsel, inbox, none": lambda turn: asked(inbox.OpenInbox(), _led(turn)),
    "counsel, inbox, pool": counselor(inbox.OpenInbox("pool"), counselor_id=None, urgent=True),
    "counsel, inbox, answered": counselor(inbox.OpenInbox("done"), stage="answered"),
    "counsel, inbox, finished": counselor(inbox.OpenInbox("done"), stage="closed", label="home"),
    "counsel, question": counselor(inbox.OpenQuestion(FIRST)),
    "counsel, question, labelled": counselor(inbox.SetLabel(FIRST, "money")),
    "counsel, question, alarm": counselor(inbox.OpenQuestion(FIRST), urgent=True),
    "counsel, question, hidden": counselor(inbox.OpenQuestion(FIRST), words="12 a@b.kz"),
    "counsel, question, no school": counselor(inbox.OpenQuestion(FIRST), school_id=None),
    "counsel, question, finished": counselor(inbox.OpenQuestion(FIRST), stage="closed"),
    "counsel, question, free": counselor(inbox.OpenQuestion(FIRST), counselor_id=None),
    "counsel, taken": counselor(inbox.TakeQuestion(FIRST), counselor_id=None),
    "counsel, taken by another": counselor(inbox.TakeQuestion(FIRST), counselor_id=2002),
    "counsel, question, for all": counselor(
        inbox.OpenQuestion(FIRST), stage="answered", topic="dormitory"
    ),
    "counsel, write": counselor(inbox.WriteReply(FIRST)),
    "counsel, write, too long": counselor(inbox.SayReply(FIRST), "7" * 3001),
    "counsel, write, empty": counselor(inbox.SayReply(FIRST), "…"),
    "counsel, answered": counselor(inbox.SayReply(FIRST), "12"),
    "counsel, answered, hidden": counselor(inbox.SayReply(FIRST), "12 t.me/a"),
    "counsel, ready": counselor(inbox.ChooseReady(FIRST)),
    "counsel, seen": counselor(inbox.OpenReady(FIRST, "thanks-for-asking"), language="ru"),
    "counsel, sent": lambda turn: asked(
        inbox.SendReady(FIRST, "thanks-for-asking"), _inboxed(turn)
    ),
    "counsel, colleagues": _colleagues,
    "counsel, colleagues, none": counselor(inbox.ChooseColleague(FIRST)),
    "counsel, passed": _passed,
    "counsel, freed": counselor(inbox.ReleaseQuestion(FIRST)),
    "counsel, labels": counselor(inbox.ChooseLabel(FIRST)),
    "counsel, silence": counselor(inbox.AskSilence(FIRST)),
    "counsel, days": counselor(inbox.ChooseDays(FIRST, "insults")),
    "counsel, silenced": counselor(inbox.Silence(FIRST, "insults", 7)),
    "counsel, reported": admin(inbox.OpenReported(), report="rude"),
    "counsel, reported, none": admin(inbox.OpenReported()),
    "counsel, review": admin(inbox.OpenReview(FIRST)),
    "counsel, review, reported": admin(inbox.OpenReview(FIRST), report="private"),
    "counsel, review, silent": admin(inbox.OpenReview(FIRST), silent=True),
    "counsel, review, any": admin(inbox.ReviewAny()),
    "counsel, review, none": admin(inbox.ReviewAny(), answered=False),
    "counsel, review, done": admin(inbox.MarkReviewed(FIRST), report="wrong"),
    "counsel, review, lifted": admin(inbox.LiftSilence(FIRST), silent=True),
    "asking, more": lambda turn: asked(relay.AskMore(sent(turn).id), turn),
    "asking, more, too long": lambda turn: asked(relay.SayMore(sent(turn).id), turn, "7" * 1501),
    "asking, more, empty": lambda turn: asked(relay.SayMore(sent(turn).id), turn, "…"),
    "asking, more, alarm": lambda turn: asked(relay.SayMore(sent(turn).id), turn, "хочу умереть"),
    "asking, more, said": lambda turn: asked(relay.SayMore(sent(turn).id), turn, "12"),
    "asking, report": lambda turn: _reports(turn, relay.AskReport),
    "asking, reported": lambda turn: _reports(turn, lambda n: relay.ReportAnswer(n, "other")),
    "asking, closed": lambda turn: _closes(turn),
    "asking, replied": lambda turn: asked(relay.ReplyTo(), turn, "дәнекерлеуші"),
}
STORIES |= STAFF

# --- matters ---

DORMITORY = Subject("dormitory", "colleges/adilet")


def wondering(turn: Turn, pupils: int = 0, parents: int = 0, subject: Subject = DORMITORY) -> None:
    """So many asked about this."""
    for number in range(pupils + parents):
        other = _met(turn, str(3001 + number))
        role = "pupil" if number < pupils else "parent"
        matters.wonder(turn.session, other.person.id, subject, role, NOON)


def contributed(
    turn: Turn, stage: str = "draft", kind: str = "answer", **has: object
) -> contributions.Contribution:
    """A contribution in this stage, with all it needs."""
    matter = turn.session.scalar(select(matters.Matter.id)) if kind == "answer" else None
    of = {"matter_id": matter} if matter else {"employer": "kazzinc"}
    one = contributions.begin(turn.session, turn.person.id, "counselor", "abai", "ru", NOON, **of)
    whole = {"words": "12", "source": "https://egov.kz/1", "ends_at": NOON + timedelta(days=90)}
    for name, value in {**whole, "stage": stage, "speaker": "12", **has}.items():
        setattr(one, name, value)
    turn.session.flush()
    return one


def matter(
    intent: Callable[[int], Intent] | Intent,
    typed: str = "",
    *,
    counts: tuple[int, int] = (17, 3),
    subject: Subject = DORMITORY,
    author: int = 0,
    role: str = "counselor",
    **has: object,
) -> Story:
    """What a counselor sees of a matter, and of a contribution that has this."""

    def told(turn: Turn) -> Screen:
        mine = _led(turn)
        wondering(mine, *counts, subject)
        number = FIRST
        if has:
            number = contributed(mine, **has).id  # type: ignore[arg-type]
        if author:
            turn.session.get_one(contributions.Contribution, number).author_id = author
        turn.session.flush()
        wanted = intent if isinstance(intent, Intent) else intent(number)
        return asked(wanted, _as(role, mine), typed)

    return told


def _voiced(intent: Intent, subject: Subject = NOTHING) -> Story:
    """What a counselor sees who makes a voice of an answer, or the answer for all who ask."""

    def told(turn: Turn) -> Screen:
        mine = _inboxed(turn, topic=subject.topic, thing=subject.thing)
        asked(inbox.SayReply(FIRST), mine, "12")
        return asked(intent, mine)

    return told


def _others(turn: Turn) -> Screen:
    """A voice among the others."""
    contributed(_led(turn), "published", "voice")
    return asked(OpenVoices(), turn)


OPEN = many.OpenContribution
MATTERS: dict[str, Story] = {
    "matters, matters": matter(many.OpenMatters(), counts=(3, 17)),
    "matters, matters, none": matter(many.OpenMatters(), counts=(0, 0)),
    "matters, matters, pupils": matter(many.OpenMatters(), counts=(5, 0)),
    "matters, matter": matter(many.OpenMatter(FIRST)),
    "matters, matter, of a place": matter(
        many.OpenMatter(FIRST), subject=Subject("dormitory", "", "abai"), counts=(0, 1)
    ),
    "matters, matter, of nothing": matter(
        many.OpenMatter(FIRST), subject=Subject("dormitory"), counts=(1, 1)
    ),
    "matters, matter, waiting": matter(many.OpenMatter(FIRST), stage="waiting", author=1),
    "matters, matter, mine waits": matter(many.OpenMatter(FIRST), stage="waiting"),
    "matters, matter, nobody waits": lambda turn: _told_all(turn),
    "matters, writing, begun": matter(many.AnswerMatter(FIRST)),
    "matters, writing, whole": matter(many.OpenWriting, stage="draft"),
    "matters, writing, for a few": matter(many.OpenWriting, stage="draft", counts=(0, 2)),
    "matters, writing, for nobody": matter(many.OpenWriting, stage="draft", kind="voice"),
    "matters, writing, no speaker": matter(
        many.OpenWriting, stage="draft", kind="voice", speaker="", words=""
    ),
    "matters, writing, waits": matter(many.OpenWriting, stage="waiting"),
    "matters, writing, to confirm": matter(many.OpenWriting, stage="waiting", author=1),
    "matters, writing, published": matter(many.OpenWriting, stage="published"),
    "matters, writing, withdrawn": matter(many.OpenWriting, stage="withdrawn"),
    "matters, write, words": matter(lambda number: many.WritePart(number, "words"), stage="draft"),
    "matters, write, source": matter(
        lambda number: many.WritePart(number, "source"), stage="draft"
    ),
    "matters, write, ends": matter(lambda number: many.WritePart(number, "ends"), stage="draft"),
    "matters, write, speaker": matter(
        lambda number: many.WritePart(number, "speaker"), stage="draft", kind="voice"
    ),
    "matters, write, too long": matter(
        lambda number: many.SayPart(number, "words"), "7" * 1501, stage="draft"
    ),
    "matters, write, empty": matter(
        lambda number: many.SayPart(number, "words"), "…", stage="draft"
    ),
    "matters, write, no day": matter(
        lambda number: many.SayPart(number, "ends"), "12", stage="draft"
    ),
    "matters, write, no link": matter(
        lambda number: many.SayPart(number, "source"), "example.com", stage="draft"
    ),
    "matters, written": matter(
        lambda number: many.SayPart(number, "ends"), "01.06.2027", stage="draft"
    ),
    "matters, published": matter(many.Publish, stage="draft"),
    "matters, held": lambda turn: matter(many.Publish, stage="draft")(replace(turn, second_over=1)),
    "matters, confirmed": matter(many.ConfirmPublish, stage="waiting", author=1),
    "matters, withdraw": matter(many.AskWithdraw, stage="published"),
    "matters, taken back": matter(many.Withdraw, stage="published"),
    "matters, answer for all": _voiced(many.AnswerAll(FIRST), DORMITORY),
    "matters, voices": _voiced(many.ChooseVoice(FIRST)),
    "matters, voice made": _voiced(many.MakeVoice(FIRST, "kazzinc")),
    "matters, contribution": matter(OPEN, stage="published", role=""),
    "matters, contribution, by an admin": matter(
        OPEN, stage="published", role="admin", region="", source="12"
    ),
    "matters, contribution, a voice": matter(OPEN, stage="published", kind="voice"),
    "matters, expired": matter(OPEN, stage="withdrawn"),
    "voices, voices, contributed": _others,
}
STORIES |= MATTERS


def _told_all(turn: Turn) -> Screen:
    mine = _led(turn)
    wondering(mine, 1)
    contributions.publish(turn.session, contributed(mine), NOON, NOON)
    return asked(many.OpenMatter(FIRST), mine)


def _reports(turn: Turn, intent: Callable[[int], Intent]) -> Screen:
    one = sent(turn)
    _answered(turn, one.id)
    return asked(intent(questions.lines(turn.session, one.id)[-1].id), turn)


def _closes(turn: Turn) -> Screen:
    one = sent(turn)
    _answered(turn, one.id)
    return asked(relay.CloseThread(one.id), turn)


def kinds() -> set[type[Intent]]:
    """The kinds of questions these stories ask."""
    rooms = ("asking", "counsel", "matters")
    return {
        one
        for one in Intent._by_code.values()
        if one.__module__.startswith(tuple(f"bot.rooms.{room}.intents" for room in rooms))
    }
