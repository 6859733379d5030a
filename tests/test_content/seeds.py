"""Mistakes to be sown into a copy of the real content: what is changed, where, what must be said.

`¦` in the new words marks the line and column at which the check must point.
"""

from dataclasses import dataclass

HERE = "¦"


@dataclass(frozen=True)
class Seed:
    """One mistake: in this file, what matches `old` becomes `new`; the check says `hint`."""

    name: str
    file: str
    old: str
    new: str
    hint: str


def _in(kind: str, slug: str) -> str:
    return f"{kind}/{slug}.yaml"


def profession(slug: str) -> str:
    return _in("professions", slug)


def college(slug: str) -> str:
    return _in("colleges", slug)


def employer(slug: str) -> str:
    return _in("employers", slug)


def programme(slug: str) -> str:
    return _in("programmes", slug)


def answer(slug: str) -> str:
    return _in("answers", slug)


def voice(slug: str) -> str:
    return _in("voices", slug)


def mission(slug: str) -> str:
    return _in("missions", slug)


# fmt: off
# --- what a thing says ---

SAID = (
    Seed(
        "a language is missing",
        profession("actor"),
        r"^(name:\n  )kk: .*\n  ",
        r"\1¦",
        "`name.kk` is missing: say it in Kazakh too",
    ),
    Seed(
        "a field is missing",
        profession("bricklayer"),
        r"\Aname:([^#]*?)^direction: .*\n",
        r"¦name:\1",
        "`direction` is missing",
    ),
    Seed("an unknown name", profession("cook"), r"^klimov:", "¦klimow:", "did you mean 'klimov'?"),
    Seed(
        "an unknown name inside",
        profession("crane-operator"),
        r"^  title:",
        "  ¦titel:",
        "did you mean 'title'?",
    ),
    Seed(
        "a fourth language",
        profession("tiler"),
        r"^name:\n",
        "name:\n  ¦kz: Тақта\n",
        "`name.kz` is not a name we know: there may be kk, ru, en",
    ),
    Seed(
        "an over-long summary",
        profession("tailor"),
        r"(?m)^(summary:\n  kk: ).*$",
        r"\1¦" + "Ұзақ сөз. " * 20,
        "199 letters, at most 150 fit the screen: shorten it",
    ),
    Seed(
        "a name too long for a button",
        voice("allur-specialist"),
        r"^(name:\n  kk: ).*$",
        r"\1¦" + "ж" * 40,
        "`name.kk`: 40 letters, at most 28 fit a button",
    ),
    Seed(
        "a short name too long for a button",
        college("karaganda-fashion"),
        r"^name:",
        "short: {kk: A, ru: ¦Очень-очень длинное имя колледжа, en: A}\nname:",
        "`short.ru`: 32 letters, at most 28 fit",
    ),
    Seed(
        "a monstrous text",
        voice("allur-project-manager"),
        r"^(says:\n  kk: ).*$",
        r"\1¦" + "сөз " * 200,
        "799 letters, at most 700 fit",
    ),
    Seed(
        "a wrong enumeration value",
        profession("turner"),
        r"^klimov: .*$",
        "klimov: ¦technic",
        "did you mean 'technics'?",
    ),
    Seed(
        "a wrong kind of programme",
        programme("zhas-maman"),
        r"^kind: .*$",
        "kind: ¦suport",
        "did you mean 'support'?",
    ),
    Seed(
        "a wrong confidence",
        employer("vetlab"),
        r"confidence: \w+",
        "confidence: ¦middling",
        "is one of high, medium, low",
    ),
    Seed(
        "a wrong language of an article",
        "articles/zakon-2025-10-14.yaml",
        r"^language: ru",
        "language: ¦rus",
        "did you mean 'ru'?",
    ),
    Seed(
        "a figure's bound misspelt",
        "figures.yaml",
        r"^  bound: about",
        "  bound: ¦abaut",
        "did you mean 'about'?",
    ),
    Seed(
        "an audience nobody is",
        answer("army-deferment"),
        r"^audience: .*$",
        "audience: [¦parents]",
        "did you mean 'parent'?",
    ),
    Seed(
        "features score 4",
        profession("actor"),
        r"score: 3",
        "score: ¦4",
        "the number must be at most 3",
    ),
    Seed("a score of 1.10", profession("nurse"), r"score: 2", "score: ¦1.10", "whole number"),
    Seed(
        "an interest of 9",
        profession("plumber"),
        r"^interests: \{R: [\d.]+",
        "interests: {R: ¦9",
        "the number must be at most 7",
    ),
    Seed(
        "an interest in words",
        profession("seamstress"),
        r"^interests: \{R: [\d.]+",
        "interests: {R: ¦much",
        "a number is wanted",
    ),
    Seed(
        "an interest that is no number",
        profession("waiter"),
        r"^interests: \{R: [\d.]+",
        "interests: {R: ¦nan",
        "`interests.R`",
    ),
    Seed(
        "a paragraph of zero",
        college("adilet"),
        r"paragraph: 14",
        "paragraph: ¦0",
        "the number must be at least 1",
    ),
    Seed(
        "grade 10",
        profession("welder"),
        r"^    link: direct$",
        "    after: [¦10]\n    link: direct",
        "after grade 9 or 11",
    ),
    Seed(
        "30 February",
        employer("allur"),
        r"^    when: 2025",
        "    when: ¦2025-02-30",
        "no such day or month in the calendar",
    ),
    Seed(
        "an American date",
        college("uk-higher-polytechnic"),
        r"^    when: .*$",
        "    when: ¦09/16/2025",
        "a date is a day, a month or a year",
    ),
    Seed(
        "a date with dots",
        "articles/kt-2025-12-19.yaml",
        r"^date: .*$",
        "date: ¦19.12.2025",
        "a date is a day, a month or a year: 2025-11-13",
    ),
    Seed(
        "a date in words",
        programme("euroskills"),
        r"^    when: .*$",
        "    when: ¦autumn",
        "a date is a day, a month or a year",
    ),
    Seed(
        "a month that is none",
        programme("dual-training"),
        r"^    when: .*$",
        "    when: ¦2025-13",
        "no such day or month",
    ),
    Seed(
        "a specialty of seven digits",
        profession("cook"),
        r'^  - code: "\d{8}"',
        '  - code: ¦"0715050"',
        "eight digits",
    ),
    Seed(
        "an O*NET code",
        profession("machinist"),
        r'code: "[\d.-]+"',
        'code: ¦"51-412"',
        "looks like 51-4121.00",
    ),
    Seed("a region's code", "regions.yaml", r"code: KZ-10", "code: ¦KAZ-10", "such as KZ-63"),
    Seed(
        "a region's code twice",
        "regions.yaml",
        r"code: KZ-27",
        "code: ¦KZ-15",
        "regions/aktobe has this code already",
    ),
    Seed(
        "a place in two regions",
        "regions.yaml",
        r"centre: kokshetau([\s\S]*?)slug: kokshetau([\s\S]*?)- slug: aktobe",
        r"centre: aktobe\1slug: aktobe\2- slug: ¦aktobe",
        "stands in regions/akmola already",
    ),
    Seed(
        "a place nowhere near",
        "regions.yaml",
        r"latitude: 47.11",
        "latitude: ¦80.23",
        "the number must be at most 56",
    ),
    Seed(
        "hour 24:10",
        profession("welder"),
        r'^  - at: "08:00"',
        '  - at: ¦"24:10"',
        'from "00:00" to "23:59"',
    ),
    Seed(
        "hour 9:30",
        profession("nurse"),
        r'^  - at: "\d\d:\d\d"',
        "  - at: ¦9:30",
        'such as "09:30"',
    ),
    Seed(
        "yes where true is wanted",
        profession("photographer"),
        r"^addition: \w+$",
        "addition: ¦jawohl",
        "only true or false",
    ),
    Seed("null", programme("serpin"), r"^(summary:\n  kk: ).*$", r"\1¦null", "leave the line out"),
    Seed(
        "a tilde",
        programme("jarqyn-bolashaq"),
        r"^(summary:\n  kk: ).*$",
        r"\1¦~",
        "leave the line out",
    ),
    Seed(
        "nothing after the colon",
        programme("kadam-life"),
        r"^(summary:\n  kk:) .*$",
        r"\1¦",
        "nothing stands here",
    ),
    Seed(
        "only spaces",
        programme("maman-national"),
        r"^(summary:\n  kk: ).*$",
        r'\1¦"  "',
        "is empty: write the words",
    ),
    Seed(
        "bold in a text",
        voice("appliance-plant-adviser"),
        r"^(says:\n  kk: )",
        r"\1¦<b>Жоқ</b> ",
        "plain words only, without '<b'",
    ),
    Seed(
        "stars in a text",
        voice("promenergoremont-fitter"),
        r"^(says:\n  kk: )",
        r"\1¦Бұл **иә** ",
        "plain words only, without '**'",
    ),
    Seed(
        "braces in a text",
        voice("promenergoremont-foreman"),
        r"^(says:\n  kk: ).*$",
        r'\1¦"{{ name }}"',
        "plain words only, without '{'",
    ),
    Seed(
        "a zero-width sign", voice("service-college-director"), r"^name:", "na¦\u200bme:", "U+200B"
    ),
    Seed(
        "a sign that turns the writing",
        voice("tyre-factory-director"),
        r"^(name:\n  kk: )",
        "\\1¦\u202e",
        "U+202E",
    ),
    Seed("a NUL", answer("change-college"), r"^(name:\n  kk: )", "\\1¦\x00", "U+0000"),
    Seed(
        "a hidden escape",
        answer("college-licence"),
        r"^(name:\n  kk: ).*$",
        r'\1¦"А\\u200bБ"',
        "U+200B",
    ),
    Seed(
        "a source of two origins",
        college("almaty-business"),
        r"^source: .*$",
        "source: ¦{reference: s-cls1, ours: knowledge}",
        "exactly one of article",
    ),
    Seed(
        "a source of none",
        college("almaty-polytechnic"),
        r"^source: .*$",
        "source: ¦{confidence: high}",
        "exactly one of article",
    ),
    Seed(
        "an article without its paragraph",
        college("almaty-printmedia"),
        r"^source: .*$",
        "source: ¦{article: kt-2025-12-19}",
        "cited with its paragraph",
    ),
    Seed(
        "a paragraph without an article",
        college("arkalyk-polytechnic"),
        r"^source: .*$",
        "source: ¦{reference: s-cls1, paragraph: 2}",
        "cited with its paragraph",
    ),
    Seed(
        "an answer that changes and sends nowhere",
        answer("dormitory-place"),
        r"^changes: \w+([\s\S]*?)^check:\n([\s\S]*?)^(?=\w)",
        r"changes: ¦true\1",
        "say where to look",
    ),
    Seed(
        "too few ways to ask",
        answer("dual-pay"),
        r"^  ru:\n(    - .*\n)+",
        "  ru:\n    ¦- да\n",
        "`asked.ru`: give at least 4 ways",
    ),
    Seed(
        "two tools",
        profession("welder"),
        r"^tools:\n  (- .*\n)(  - .*\n)(  - .*\n)+",
        r"tools:\n  ¦\1\2",
        "there are 2, at least 3 are wanted",
    ),
    Seed(
        "five hard things",
        profession("pastry-chef-baker"),
        r"^hard:\n",
        "hard:\n" + "  ¦- {kk: а, ru: а, en: а}\n" + "  - {kk: а, ru: а, en: а}\n" * 4,
        "at most 4 fit",
    ),
    Seed(
        "a word where a list is wanted",
        profession("pharmacy-technician"),
        r"^conditions: .*$",
        "conditions: ¦heat",
        "a list is wanted here",
    ),
    Seed(
        "a word where three languages are wanted",
        profession("paralegal"),
        r"^summary:\n(  .*\n)+",
        "summary: ¦Works with papers.\n",
        "with kk, ru, en below it",
    ),
    Seed(
        "a list where a word is wanted",
        profession("musician"),
        r"^klimov: .*$",
        "klimov: ¦[art, signs]",
        "`klimov`",
    ),
    Seed(
        "a list where a line is wanted",
        college("caspian-college"),
        r"^(name:\n  kk: ).*$",
        r"\1¦[Каспий]",
        "one value is wanted here",
    ),
    Seed(
        "a link listed twice",
        profession("quality-controller"),
        r"^employers:\n(  - \{employer: ([\w-]+).*\n)",
        r"employers:\n\1  - ¦{employer: \2, source: {ours: mapping}}" "\n",
        "stands there already",
    ),
    Seed(
        "a condition listed twice",
        profession("underground-miner"),
        r"^conditions: \[([\w-]+)",
        r"conditions: [\1, ¦\1",
        "stands there already",
    ),
    Seed(
        "an article fact's number twice",
        "articles/altainews-2025-11-13.yaml",
        r"slug: a1-02",
        "slug: ¦a1-01",
        "a fact 'a1-01' stands in articles/",
    ),
    Seed(
        "a fact that cites another article",
        "articles/karaganda-2025-01-10.yaml",
        r"source: \{article: karaganda-2025-01-10, paragraph: 1\}",
        "source: ¦{article: kt-2025-12-19, paragraph: 1}",
        "article: karaganda-2025-01-10",
    ),
    Seed(
        "a college of another region's town",
        college("ridder-college"),
        r"^place: ridder",
        "place: ¦almaty",
        "almaty lies in almaty, not in east-kazakhstan",
    ),
)

# --- names of things there are not ---

REFERRED = (
    Seed(
        "direction",
        profession("welder"),
        r"^direction: engineering",
        "direction: ¦enginering",
        "did you mean 'engineering'?",
    ),
    Seed(
        "employer",
        profession("car-painter"),
        r"employer: allur",
        "employer: ¦alur",
        "did you mean 'allur'?",
    ),
    Seed(
        "college",
        profession("cook"),
        r"college: [\w-]+",
        "college: ¦karaganda-comercial",
        "did you mean 'karaganda-commercial'?",
    ),
    Seed(
        "programme",
        profession("turner"),
        r"programme: [\w-]+",
        "programme: ¦worldskils-kazakhstan",
        "did you mean 'worldskills-kazakhstan'?",
    ),
    Seed(
        "subject",
        profession("nurse"),
        r"subject: \w+",
        "subject: ¦phisics",
        "did you mean 'physics'?",
    ),
    Seed(
        "unknown condition",
        profession("plumber"),
        r"^conditions: \[[\w-]+",
        "conditions: [¦hight",
        "did you mean 'heights'?",
    ),
    Seed(
        "feature",
        profession("welder"),
        r"^  precision: \{score",
        "  ¦precison: {score",
        "did you mean 'precision'?",
    ),
    Seed(
        "unknown", profession("tiler"), r"^unknown: \[\w+", "unknown: [¦pays", "did you mean 'pay'?"
    ),
    Seed(
        "article",
        voice("allur-specialist"),
        r"article: zakon-2025-10-14",
        "article: ¦zakon-2025-10-04",
        "did you mean 'zakon-2025-10-14'?",
    ),
    Seed(
        "reference",
        college("adilet"),
        r"reference: s-col-enactus",
        "reference: ¦s-col-enacus",
        "did you mean 's-col-enactus'?",
    ),
    Seed(
        "region",
        employer("kazzinc"),
        r"^region: east-kazakhstan",
        "region: ¦east-kazakstan",
        "did you mean 'east-kazakhstan'?",
    ),
    Seed(
        "place", employer("uk-chp"), r"^place: oskemen", "place: ¦skeman", "did you mean 'oskemen'?"
    ),
    Seed(
        "role",
        employer("allur"),
        r"role: own-programme",
        "role: ¦own-program",
        "did you mean 'own-programme'?",
    ),
    Seed(
        "indicator",
        "figures.yaml",
        r"indicator: plant-specialists",
        "indicator: ¦plant-specialist",
        "did you mean 'plant-specialists'?",
    ),
    Seed(
        "term",
        answer("dual-pay"),
        r"^terms: \[compensation",
        "terms: [¦compensasion",
        "did you mean 'compensation'?",
    ),
    Seed(
        "profession",
        voice("tyre-factory-director"),
        r"^professions: \[tyre-builder",
        "professions: [¦tire-builder",
        "did you mean 'tyre-builder'?",
    ),
    Seed(
        "what a fact is about",
        "articles/zakon-2025-10-14.yaml",
        r"about: \[employers/allur",
        "about: [¦employers/allurr",
        "did you mean 'employers/allur'?",
    ),
    Seed(
        "the kind a fact is about",
        "articles/kt-2025-12-19.yaml",
        r"about: \[regions/",
        "about: [¦region/",
        "did you mean 'regions/east-kazakhstan'?",
    ),
    Seed(
        "a centre that is no place of the region",
        "regions.yaml",
        r"centre: semey",
        "centre: ¦semei",
        "did you mean 'semey'?",
    ),
)

# --- how a file is written; these files nobody refers to ---

# --- missions ---

SHIFTS = (
    Seed(
        "a choice that leads nowhere",
        mission("tyre-press"),
        r"to: cure$",
        "to: ¦curee",
        "there is no scene or ending 'curee': did you mean 'cure'?",
    ),
    Seed(
        "a walk that never ends",
        mission("foundry"),
        r"- slug: own$([\s\S]*?)to: honest-scrap",
        r"- slug: ¦own\1to: gear",
        "a walk goes round for ever here: own → gear → ladle",
    ),
    Seed(
        "a scene no choice leads to",
        mission("building-site"),
        r"to: board$([\s\S]*?)- slug: board$",
        r"to: mortar\1- slug: ¦board",
        "no choice leads to 'board'",
    ),
    Seed(
        "a walk that ends at once",
        mission("vet-clinic"),
        r"(\A[\s\S]*?)to: dose([\s\S]*?^endings:\n  - slug: )",
        r"\1to: good-shift\2¦",
        "walks to this ending pass 1 to",
    ),
    Seed(
        "an address given twice",
        mission("car-weld"),
        r"^(endings:\n  - slug: ([\w-]+)[\s\S]*?  - slug: )[\w-]+",
        r"\1¦\2",
        "another scene or ending has the address 'held' too",
    ),
    Seed(
        "a setting there is not",
        mission("oil-seed-farm"),
        r"^setting: agriculture",
        "setting: ¦agricultur",
        "did you mean 'agriculture'?",
    ),
    Seed(
        "a shift's profession misspelt",
        mission("stage"),
        r"^profession: .*",
        "profession: ¦stage-tehnician",
        "did you mean 'stage-technician'?",
    ),
    Seed(
        "what a decision is about misspelt",
        mission("open-pit"),
        r"touches: safety",
        "touches: ¦safty",
        "did you mean 'safety'?",
    ),
    Seed(
        "a choice too long for a button",
        mission("substation-night"),
        r"ru: \"Обойти всё вместе\"",
        "ru: ¦Обойти всё вместе с наставником",
        "31 letters, at most 28 fit",
    ),
    Seed(
        "a scene too long",
        mission("water-works"),
        r"(- slug: [\w-]+\n    says:\n      kk: ).*",
        r"\1¦" + "Ұзақ сөз. " * 41,
        "409 letters, at most 400 fit",
    ),
    Seed(
        "a scene's address too long",
        mission("kitchen"),
        r"^(endings:\n  - slug: )",
        r"\1¦a-very-long-address-",
        "a scene's address is at most 16 small Latin letters",
    ),
    Seed(
        "a fact of the trade without a source",
        mission("car-final"),
        r"^facts:\n  - says:\n((?:      .*\n)+)    source: .*\n",
        r"facts:\n  - ¦says:\n\1",
        "`facts.1.source` is missing",
    ),
    Seed(
        "a game of two steps",
        "games/cook.yaml",
        r"^steps:\n  ((?:.*\n){6})(?:  .*\n)+",
        r"steps:\n  ¦\1",
        "at least 3 are wanted",
    ),
)

BROKEN = (
    Seed(
        "a name twice",
        answer("army-deferment"),
        r"^audience:",
        "¦name: {}\naudience:",
        "stands here twice",
    ),
    Seed(
        "a name twice inside",
        answer("change-college"),
        r"^(says:\n  kk: .*\n)",
        r"\1  ¦kk: Жоқ" "\n",
        "`kk` stands here twice",
    ),
    Seed("an alias", answer("college-licence"), r"^terms: .*$", "terms: ¦*all", "aliases"),
    Seed(
        "an anchor",
        answer("college-or-grade-eleven"),
        r"^audience: ",
        "audience: ¦&all ",
        "aliases",
    ),
    Seed(
        "a bomb",
        answer("college-types"),
        r"\A",
        "a: ¦&a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        "aliases",
    ),
    Seed("a tag", answer("diploma-abroad"), r"^audience: ", "audience: ¦!!python/tuple ", "tag"),
    Seed(
        "deep nesting",
        answer("dormitory-place"),
        r"^audience: .*$",
        "audience: " + "[" * 19 + "¦" + "[" * 21 + "]" * 40,
        "nested deeper than 20",
    ),
    Seed("a tab", answer("dormitory"), r"^  kk: ", "¦\tkk: ", "a tab stands here"),
    Seed(
        "a quote never closed",
        programme("germany-practice"),
        r"^(name:\n  kk: ).*$",
        r'\1¦"Жоқ',
        "never closed",
    ),
    Seed(
        "a bracket never closed",
        answer("duty-after-study"),
        r"^audience: .*$",
        "audience: ¦[pupil",
        "not closed",
    ),
    Seed(
        "a line moved out",
        answer("entrance-exams"),
        r"^(name:\n  kk: .*\n)  ru:",
        r"\1   ru¦:",
        "colon",
    ),
    Seed(
        "a second colon",
        answer("get-into-a-plant"),
        r"^(name:\n  kk: ).*$",
        r"\1Бірі¦: екі",
        "double quotes",
    ),
    Seed(
        "a line without a colon", answer("girls-in-trades"), r"^audience:", "¦audience\nx:", "colon"
    ),
    Seed(
        "a percent sign first",
        answer("how-to-choose"),
        r"^(name:\n  kk: )",
        r"\1¦%",
        "double quotes",
    ),
    Seed("not UTF-8", answer("in-demand"), r"^name:", "na¦\udcffme:", "not UTF-8"),
    Seed("a BOM", answer("is-college-free"), r"\A", "¦\ufeff", "BOM"),
    Seed("a comma inside { }", answer("payments-in-dormitory"), r"^audience:",
         "short: {kk: Иә, жоқ¦, ru: Да, en: Yes}\naudience:", "put words that hold a comma"),
    Seed("an empty file", answer("job-guarantee"), r"\A[\s\S]*\Z", "¦", "empty"),
    Seed(
        "over 1 MB", answer("language-of-study"), r"\A", "¦# " + "x" * 1_000_001 + "\n", "over 1 MB"
    ),
    Seed(
        "a list for a thing",
        answer("length-of-study"),
        r"\A[\s\S]*\Z",
        "¦- a\n- b\n",
        "names and values are wanted here",
    ),
    Seed(
        "one word for a thing",
        answer("list-of-colleges"),
        r"\A[\s\S]*\Z",
        "¦dormitory\n",
        "names and values are wanted here",
    ),
    Seed("two documents", answer("medical-certificate"), r"^audience:", "¦---\naudience:", "---"),
    Seed(
        "a list for a name",
        answer("missed-state-order"),
        r"^audience:",
        "? ¦[a, b]\n: c\naudience:",
        "a name is wanted before the colon",
    ),
)

# --- words on buttons; the file is read alone ---

LABELS = (
    Seed(
        "a label without a language",
        "labels.yaml",
        r"^home: \{kk: [^,]+, ",
        "home: ¦{",
        "`kk` is missing: say it in Kazakh too",
    ),
    Seed(
        "a label in a fourth language",
        "labels.yaml",
        r"^back: \{kk",
        "back: {¦x: X, kk",
        "`x` is not a name we know",
    ),
    Seed(
        "a label's gap misspelt in one language",
        "labels.yaml",
        r'^with-emoji: \{kk: "\{\{ emoji \}\}',
        'with-emoji: {kk: ¦"{{ emojy }}',
        "`emojy` is told in no other language: did you mean 'emoji'?",
    ),
    Seed(
        "a label's gap not closed",
        "labels.yaml",
        r'^page: \{kk: "\{\{ page \}\}',
        'page: {kk: ¦"{{ page }',
        "the gap is broken",
    ),
    Seed(
        "a label's filter misspelt",
        "labels.yaml",
        r'ru: "\{\{ name \}\}, \{\{ date\|day',
        'ru: ¦"{{ name }}, {{ date|dai',
        "no filter is called `dai`",
    ),
)

# --- screens ---

SCREENS = (
    Seed("a template broken", "screens/ru/home/help.html", r"\A", "¦{% if %}\n", "broken"),
    Seed(
        "an unknown fact",
        "screens/en/professions/card.html",
        r"\{\{ profession\.name",
        "{{ profesion.name",
        "`profesion` is told in no other language: did you mean 'profession'?",
    ),
    Seed(
        "an unknown filter",
        "screens/kk/words.html",
        r"\|number",
        "|numbre",
        "no filter is called `numbre`: did you mean 'number'?",
    ),
)
