"""Voices, as people see them."""

from collections.abc import Sequence

from bot.rooms.employers.intents import OpenEmployer
from bot.rooms.home.intents import GoHome
from bot.rooms.passports.intents import OpenPassport
from bot.rooms.professions.intents import OpenProfession, OpenWays
from bot.rooms.voices.intents import OpenVoices
from bot.ui import Button, Intent, Screen
from bot.ui.pages import Page, turner
from content.catalogue import Employer, Profession, Voice

HOME = Button("home", GoHome())


def voices(shown: Page[Button]) -> Screen:
    """The people who speak of their work; those a counselor passed on come first."""
    doors = [[each] for each in shown.things]
    rows = [*doors, turner(shown, OpenVoices), [Button("back", OpenWays()), HOME]]
    return Screen("voices/voices", {}, rows)


def voice(
    one: Voice, employer: Employer | None, professions: Sequence[Profession], back: Intent
) -> Screen:
    """One voice, retold: role and company only."""
    trades = [[Button(trade.label, OpenProfession(trade.slug))] for trade in professions[:3]]
    there = [Button(employer.label, OpenEmployer(employer.slug))] if employer else []
    sources = [Button("sources", OpenPassport("voices", one.slug))]
    rows = [*trades, there, sources, [Button("back", back), HOME]]
    return Screen("voices/voice", {"voice": one}, rows)
