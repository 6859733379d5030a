"""Pictures: small, quick, always the same, readable, with every letter of Kazakh."""

import io
import itertools
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
import segno
from PIL import Image

from bot.studio import Studio, card, locator, lone, radar
from bot.ui.picture import Locator, Pale, field, letters, plain
from bot.ui.picture.card import CODE, EDGE, FOOT, HEIGHT, WIDTH, laid, lighter
from bot.ui.picture.emblems import COLOURS, DRAWINGS
from bot.ui.picture.locator import FIELD, dots, flags
from bot.ui.picture.paper import READABLE, Paper, contrast
from bot.ui.picture.qr import QUIET, SIDE
from bot.ui.voice import labels
from content.atlas import Catalogue
from content.catalogue import College, Employer, Gone, Term
from content.kinds import LANGUAGES, Language

MOST = 200_000  # bytes
LONGEST = 0.060  # seconds
LINK = "https://t.me/guide_bot?start=p_welder"
KAZAKH = "АаӘәБбВвГгҒғДдЕеЁёЖжЗзИиЙйКкҚқЛлМмНнҢңОоӨөПпРрСсТтУуҰұҮүФфХхҺһЦцЧчШшЩщЪъЫыІіЬьЭэЮюЯя"

every_language = pytest.mark.parametrize("language", LANGUAGES)


@dataclass(frozen=True)
class Known:
    """A shelf with one catalogue, and a bot with a name."""

    catalogue: Catalogue
    bot: str = "guide_bot"

    @property
    def shelf(self) -> "Known":
        return self


@pytest.fixture(scope="module")
def studio(catalogue: Catalogue) -> Studio:
    """A studio that draws from the real catalogue."""
    return Studio(Known(catalogue))


def sample(catalogue: Catalogue) -> list[str]:
    """A profession of each direction, and those with the longest names."""
    first = {one.direction: one.slug for one in catalogue.professions}
    longest = [max(catalogue.professions, key=lambda p: len(p.name[x])).slug for x in LANGUAGES]
    return sorted(
        {*first.values(), *longest, "welder", "electrical-fitter", "rolling-mill-operator"}
    )


def names(catalogue: Catalogue, language: Language) -> Iterator[str]:
    for what, slug in itertools.product(("card", "map", "code"), sample(catalogue)):
        yield f"{what}/professions/{slug}/0/{language}"


@every_language
def test_every_picture_is_small(studio: Studio, catalogue: Catalogue, language: Language) -> None:
    weights = {name: len(studio.draw(name)) for name in names(catalogue, language)}
    heaviest = max(weights, key=weights.__getitem__)
    print(f"{len(weights)} pictures, the heaviest {weights[heaviest] / 1000:.0f} kB: {heaviest}")
    assert weights[heaviest] <= MOST


def test_pictures_have_the_sizes_telegram_shows_well(studio: Studio) -> None:
    sizes = {what: _open(studio.draw(f"{what}/professions/welder/0/kk")).size for what in SIZES}
    assert sizes == SIZES


SIZES = {"card": (1080, 1350), "map": (1080, 1080), "code": (SIDE, SIDE + 230)}


def _open(png: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(png))
    assert picture.format == "PNG"
    return picture


def test_the_same_is_drawn_alike_wherever_it_is_drawn(catalogue: Catalogue) -> None:
    one, other = Studio(Known(catalogue)), Studio(Known(catalogue))
    for what in SIZES:
        name = f"{what}/professions/welder/0/ru"
        assert one.draw(name) == other.draw(name)


def test_what_is_drawn_tells_languages_and_things_apart(studio: Studio) -> None:
    drawn = {
        studio.draw(f"{what}/professions/{slug}/0/{language}")
        for what in SIZES
        for slug in ("welder", "cook")
        for language in LANGUAGES
    }
    assert len(drawn) == 18


def test_a_picture_that_was_just_drawn_is_not_drawn_again(studio: Studio) -> None:
    name = "card/professions/cook/0/en"
    assert studio.draw(name) is studio.draw(name)


def test_a_new_edition_is_drawn_anew(studio: Studio) -> None:
    one = studio.draw("code/professions/cook/0/en")
    assert studio.draw("code/professions/cook/1/en") is not one


@pytest.mark.parametrize("what", SIZES)
def test_drawing_is_quick(catalogue: Catalogue, what: str) -> None:
    took = []
    for _ in range(8):
        studio, began = Studio(Known(catalogue)), time.process_time()
        studio.draw(f"{what}/professions/electrical-fitter/0/kk")
        took.append(time.process_time() - began)
    print(f"{what}: {1000 * min(took[1:]):.0f} ms warm")
    assert min(took[1:]) <= LONGEST


@pytest.mark.parametrize(
    "name",
    [
        "card/professions/lamplighter/0/kk",
        "map/professions/lamplighter/0/kk",
        "map/colleges/nowhere/0/kk",
        "map/employers/vosca/0/kk",
        "code/colleges/nowhere/0/ru",
        "card/professions/welder/0/de",
    ],
)
def test_what_is_gone_cannot_be_drawn(studio: Studio, name: str) -> None:
    with pytest.raises(Gone):
        studio.draw(name)


# --- colours ---


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)
    assert contrast("#ffffff", "#767676") == contrast("#767676", "#ffffff")


def test_words_that_could_not_be_read_are_refused() -> None:
    paper = Paper(200, 60, "#ffffff")
    with pytest.raises(Pale):
        paper.write("Pale", (0, 0), letters.font(30), "#949494", "#ffffff")


def test_every_direction_has_a_drawing_and_a_colour_for_white_words(catalogue: Catalogue) -> None:
    directions = {one.slug for one in catalogue.every("directions", Term)}
    assert directions == set(COLOURS) == set(DRAWINGS)
    for ground in COLOURS.values():
        assert contrast("#ffffff", ground) >= READABLE
        assert contrast("#ffffff", lighter(ground)) >= READABLE


def test_what_stands_on_a_card_is_really_drawn_in_these_colours(studio: Studio) -> None:
    """The ground in a corner and the sheet are what the words were held against."""
    picture = _open(studio.draw("card/professions/welder/0/kk")).convert("RGB")
    assert picture.getpixel((5, HEIGHT - 5)) == _rgb(COLOURS["engineering"])
    assert picture.getpixel((WIDTH // 2, FOOT - 10)) == (255, 255, 255)


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[at : at + 2], 16) for at in (1, 3, 5))


# --- letters ---


@pytest.mark.parametrize("bold", [False, True])
def test_the_font_has_every_letter_of_kazakh(bold: bool) -> None:
    face = letters.font(32, bold=bold)
    box = bytes(face.getmask(letters.NEVER))
    assert len(box) > 100, "a letter the font lacks is seen as a box"
    assert [letter for letter in KAZAKH if bytes(face.getmask(letter)) == box] == []
    shapes = {bytes(face.getmask(letter)) for letter in "әғқңөұүһі"}
    assert len(shapes) == 9


def test_a_letter_the_font_lacks_is_left_out() -> None:
    assert plain("🔧 Ән\u200b\u202eші \n 漢字 كتاب") == "Әнші"


@every_language
def test_nothing_of_the_catalogue_is_left_out_on_a_picture(
    catalogue: Catalogue, language: Language
) -> None:
    lost = [words for words in _drawn_words(catalogue, language) if plain(words) != words]
    assert lost == []


def _drawn_words(catalogue: Catalogue, language: Language) -> Iterator[str]:
    for profession in catalogue.professions:
        told = card(profession, catalogue, language, "guide_bot")
        yield from (told.above, told.name, told.summary, told.invites, told.address)
        yield from (words for fact in told.facts for words in fact)
        yield from _on_a_map(locator(profession, catalogue, language))
    for thing in _with_a_town(catalogue):
        yield from _on_a_map(lone(thing, catalogue, language))
    for kind, numbers in (("interests", "300-300-300-300-300-300"), ("objects", "4-4-4-4-4")):
        drawn = radar(kind, numbers, language)
        yield from (drawn.title, drawn.how, drawn.hint, *(axis.words for axis in drawn.axes))


def _with_a_town(catalogue: Catalogue) -> list[College | Employer]:
    return [*catalogue.colleges, *(one for one in catalogue.employers if one.place)]


def _on_a_map(where: Locator) -> Iterator[str]:
    yield from (one.name for one in (*where.spots, *where.centres))
    yield from (where.above, where.name, where.colleges, where.employers, where.centre, where.note)


ELSEWHERE = ("picture-task-", "picture-table-", "picture-access-")  # tasks, and files of the staff


def test_every_word_for_pictures_is_used(catalogue: Catalogue) -> None:
    written = set(_drawn_words(catalogue, "kk"))
    there = {
        name: text["kk"]
        for name, text in labels().items()
        if name.startswith("picture-") and not name.startswith(ELSEWHERE)
    }
    assert {name for name, words in there.items() if words not in written} == set()


@every_language
def test_no_profession_has_too_much_to_say_for_its_card(
    catalogue: Catalogue, language: Language
) -> None:
    cut = [
        profession.slug
        for profession in catalogue.professions
        for _, lines in laid(card(profession, catalogue, language, "guide_bot"))
        if lines[-1].endswith("…")
    ]
    assert cut == []


def test_words_are_made_smaller_before_they_are_broken_or_cut() -> None:
    sizes = (60, 40, 20)
    assert letters.fitted("Токарь", 400, 80, sizes)[1] == ["Токарь"]
    face, lines = letters.fitted("Электромонтажник", 400, 80, sizes)
    assert (face.size, lines) == (40, ["Электромонтажник"])
    face, lines = letters.fitted("слово " * 80, 200, 60, sizes)
    assert face.size == 20
    assert lines[-1].endswith("…")
    assert letters.height((face, lines)) <= 60
    assert letters.fitted("контрольно-измерительный", 260, 99, (30,))[1] == [
        "контрольно-",
        "измерительный",
    ]


def test_words_of_any_kind_do_no_harm() -> None:
    for words in ("", " ", "🙂" * 4096, "Ы" * 4096, "<b>&amp;", "ا" * 100, "\u200b" * 50, "a\nb"):
        face, lines = letters.fitted(words, 300, 100, (40, 20))
        assert letters.height((face, lines)) <= 100
        assert all(face.getlength(line) <= 300 for line in lines)


# --- square codes ---


def test_the_code_under_a_name_is_that_of_its_link(studio: Studio) -> None:
    picture = _open(studio.draw("code/professions/welder/0/kk")).convert("L")
    assert _dots(picture.crop((60, 60, SIDE - 60, SIDE - 60))) == _code(LINK)


def test_the_code_on_a_card_is_that_of_its_link(studio: Studio) -> None:
    picture = _open(studio.draw("card/professions/welder/0/ru")).convert("L")
    left, top = WIDTH - EDGE - CODE, FOOT + (HEIGHT - FOOT - CODE) // 2
    inside = (left + 10, top + 10, left + CODE - 10, top + CODE - 10)  # off the round corners
    assert _dots(picture.crop(inside)) == _code(LINK)


def test_another_link_is_another_code(studio: Studio) -> None:
    picture = _open(studio.draw("code/colleges/adilet/0/kk")).convert("L")
    dots = _dots(picture.crop((60, 60, SIDE - 60, SIDE - 60)))
    assert dots == _code("https://t.me/guide_bot?start=k_adilet") != _code(LINK)


def _code(link: str) -> list[list[bool]]:
    rows = segno.make(link, error="m", micro=False).matrix_iter(border=QUIET)
    return [[bool(dot) for dot in row] for row in rows]


def _dots(picture: Image.Image) -> list[list[bool]]:
    """The dots of the one code in a picture, read off it; its white border is put back."""
    dark = picture.point(lambda level: 255 if level < 128 else 0)
    found = dark.crop(dark.getbbox())
    count = len(_code(LINK)) - 2 * QUIET
    step = found.width / count
    inner = [
        [bool(found.getpixel((int((x + 0.5) * step), int((y + 0.5) * step)))) for x in range(count)]
        for y in range(count)
    ]
    white = [[False] * (count + 2 * QUIET)] * QUIET
    side = [False] * QUIET
    return [*white, *([*side, *row, *side] for row in inner), *white]


# --- the map ---


def test_the_map_has_west_on_the_left_and_north_above(catalogue: Catalogue) -> None:
    at = {
        slug: _on_the_map(catalogue, slug) for slug in ("aktau", "oskemen", "petropavl", "shymkent")
    }
    assert at["aktau"][0] < at["petropavl"][0] < at["oskemen"][0]
    assert at["petropavl"][1] < at["oskemen"][1] < at["shymkent"][1]


def _on_the_map(catalogue: Catalogue, slug: str) -> tuple[int, int]:
    place = catalogue.place(slug)
    assert place.longitude is not None
    assert place.latitude is not None
    return FIELD.at(place.longitude, place.latitude)


def test_every_town_lies_on_the_map(catalogue: Catalogue) -> None:
    every = [place for region in catalogue.regions for place in region.places]
    known = [place for place in every if place.longitude is not None]
    assert len(known) > 20
    for place in known:
        assert FIELD.inside(_on_the_map(catalogue, place.slug)) > 0


@every_language
def test_no_flag_of_a_town_covers_another_or_a_dot(
    catalogue: Catalogue, language: Language
) -> None:
    for profession in catalogue.professions:
        where = locator(profession, catalogue, language)
        led = list(flags(where).values())
        assert len(led) == len(where.spots)
        pairs = [*itertools.combinations(led, 2), *itertools.product(led, dots(where.spots))]
        assert not any(_overlap(one, other) for one, other in pairs), profession.slug


@every_language
def test_a_college_and_an_employer_are_one_flag_on_a_map_of_their_own(
    studio: Studio, catalogue: Catalogue, language: Language
) -> None:
    for thing in _with_a_town(catalogue):
        where, place = lone(thing, catalogue, language), catalogue.place(thing.place or "")
        assert where.above == catalogue.region(thing.region).name[language]
        assert [one.name for one in flags(where)] == [place.name[language]]
        assert sorted((where.spots[0].colleges, where.spots[0].employers)) == [0, 1]
        assert f"{where.spots[0].colleges}" in ("0", "1"), "a number, for it is written on the mark"
        assert bool(where.colleges) is isinstance(thing, College) is not bool(where.employers)
    assert len(studio.draw(f"map/colleges/adilet/0/{language}")) <= MOST


def test_a_town_bears_its_whole_name_and_the_short_one_only_where_it_is_too_long(
    catalogue: Catalogue,
) -> None:
    where = locator(catalogue.profession("welder"), catalogue, "ru")
    assert "Усть-Каменогорск" in {one.name for one in flags(where)}
    longer = [replace(one, name=40 * "Ы", short="Ы") for one in where.spots]
    assert {one.name for one in flags(replace(where, spots=tuple(longer)))} == {"Ы"}


def _overlap(one: field.Box, other: field.Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
