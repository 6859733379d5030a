"""Golden numbers: what an independent reader can reckon again, from published data."""

import math
from collections import Counter
from itertools import combinations, pairwise
from random import Random

import pytest

from bot.guidance.belief import believed
from bot.guidance.matching import Suggestion
from bot.guidance.profiles import LETTERS, Profile, correlation, critical, fit, mean
from bot.guidance.sitting import Sitting, instrument
from content.atlas import Catalogue
from content.catalogue import Pair, ReferenceSample
from tests.annex import ANNEX_A

# The answer string of the O*NET Web Services manual, items in the order R R I I A A S S E E C C.
ANSWERS = "553421321134342523523523254115342111351145453111231155343444"
SCORES = {"R": 27, "I": 13, "A": 23, "S": 25, "E": 14, "C": 14}

# Occupations of O*NET 30.2, R I A S E C: the nine that reach .608 with these answers, and two more.
# That there are nine, and two at .729, among all 923 was published with the design; we reckoned
# some seventy, and keep these, so that a test can show these figures, not that nobody else reaches
# them. This information is from the O*NET 30.2 Database by USDOL/ETA, used under the CC BY 4.0
# licence; USDOL/ETA has not approved it.
NEAREST = {
    "39-5094.00": (5.48, 2.04, 2.95, 4.18, 3.12, 3.37),
    "27-2031.00": (4.83, 1.43, 6.39, 3.65, 3.18, 1.61),
    "35-2013.00": (4.98, 1.40, 3.77, 3.78, 3.55, 3.71),
    "39-9031.00": (5.23, 2.71, 2.40, 5.62, 3.51, 2.98),
    "39-5012.00": (5.40, 1.54, 3.24, 3.72, 3.25, 3.92),
    "51-6052.00": (5.88, 1.16, 3.96, 1.99, 2.44, 3.13),
    "39-2011.00": (6.52, 2.30, 1.76, 3.61, 2.08, 2.97),
    "35-3023.01": (5.58, 1.07, 2.63, 3.70, 3.24, 3.70),
    "19-1031.03": (4.38, 4.24, 3.74, 4.87, 3.46, 3.43),
    "51-9123.00": (6.93, 1.34, 3.42, 1.57, 1.00, 3.40),
    "39-5092.00": (5.63, 1.30, 2.29, 3.06, 2.35, 3.67),
}


def scored(answers: str) -> dict[str, int]:
    """The six sums, an answer counting one less than it says."""
    letters = "RRIIAASSEECC"
    sums: Counter[str] = Counter()
    for at, answer in enumerate(answers):
        sums[letters[at % 12]] += int(answer) - 1
    return dict(sums)


def test_the_answer_string_of_the_manual_gives_its_scores() -> None:
    assert scored(ANSWERS) == SCORES


def test_the_occupations_nearest_to_these_scores() -> None:
    person = list(SCORES.values())
    near = {code: correlation(person, scores) for code, scores in NEAREST.items()}
    first, second = sorted(near, key=lambda code: -near[code])[:2]
    assert (first, round(near[first], 3)) == ("39-5094.00", 0.773)
    assert (second, round(near[second], 3)) == ("27-2031.00", 0.771)
    assert sum(r >= critical(2.132, 4) for r in near.values()) == 2
    assert sum(r >= critical(1.533, 4) for r in near.values()) == 9


def test_nobody_of_the_52_reaches_the_first_two() -> None:
    person = list(SCORES.values())
    assert max(correlation(person, scores) for scores in ANNEX_A.values()) < 0.729


def test_the_design_s_33_core_trades_are_core_here_and_a_good_quarter_of_ours_is_not(
    catalogue: Catalogue,
) -> None:
    core = {trade.onet.code for trade in catalogue.professions if trade.core}
    ours = {trade.onet.code for trade in catalogue.professions}
    assert ours & set(list(ANNEX_A)[:33]) <= core
    assert sum(not trade.core for trade in catalogue.professions) >= len(catalogue.professions) / 4


def test_critical_correlations_come_from_t() -> None:
    assert round(critical(2.132, 4), 3) == 0.729
    assert round(critical(1.533, 4), 3) == 0.608
    assert critical(2.132, 4) == pytest.approx(2.132 / math.sqrt(2.132**2 + 4))


def test_the_reference_sample_has_the_hexagon_s_mean_correlations(catalogue: Catalogue) -> None:
    sample = catalogue.one("interests/reference", "markers", ReferenceSample)
    r = sample.correlations.model_dump()
    at: dict[int, list[float]] = {1: [], 2: [], 3: []}
    for one, other in combinations(range(6), 2):
        apart = min(other - one, 6 - other + one)
        at[apart].append(r[LETTERS[one] + LETTERS[other]])
    means = {apart: round(sum(values) / len(values), 3) for apart, values in at.items()}
    assert means == {1: 0.366, 2: 0.169, 3: -0.007}
    assert sample.means.in_order == REFERENCE
    assert sample.deviations.in_order == (0.860, 1.010, 0.964, 0.851, 0.856, 0.964)


# Annex B: a child's six means, and the first occupations with their r to three decimals.
REFERENCE = (2.104, 3.039, 2.984, 3.402, 2.536, 2.417)
ANNEX_B: list[tuple[Profile, list[tuple[str, float]]]] = [
    ((5, 2, 2, 2, 2, 2), [("53-7021.00", .957), ("47-2111.00", .954), ("47-5044.00", .954),
                          ("45-2091.00", .951), ("51-9197.00", .938)]),
    ((2, 5, 2, 2, 2, 2), [("17-3024.00", .863), ("17-3024.01", .812), ("19-4043.00", .793),
                          ("17-3022.00", .715), ("49-3023.00", .697)]),
    ((2, 2, 5, 2, 2, 2), [("27-4014.00", .785), ("51-6052.00", .701), ("27-1022.00", .685),
                          ("51-4071.00", .647), ("51-3011.00", .594)]),
    ((2, 2, 2, 5, 2, 2), [("35-3031.00", .601), ("51-8031.00", .379), ("47-2031.00", .375),
                          ("19-4071.00", .373), ("49-9031.00", .373)]),
    ((2, 2, 2, 2, 5, 2), [("51-1011.00", .727), ("13-1082.00", .446), ("35-2014.00", .440),
                          ("51-8013.00", .302), ("49-9051.00", .300)]),
    ((2, 2, 2, 2, 2, 5), [("51-9161.00", .916), ("51-8013.00", .768), ("51-9061.00", .729),
                          ("49-2095.00", .635), ("49-9031.00", .576)]),
    ((4.5, 2, 1.5, 2, 2, 4), [("51-8013.00", .923), ("49-9031.00", .887), ("51-8031.00", .882),
                              ("51-2031.00", .867), ("51-4023.00", .819)]),
    ((1.5, 2.5, 4, 4.5, 2.5, 1.5), [("27-2042.00", .877), ("51-6052.00", .798),
                                    ("27-1022.00", .767), ("35-2014.00", .712),
                                    ("27-4014.00", .670)]),
    ((3.104, *REFERENCE[1:]), [("47-5044.00", .991), ("51-9197.00", .982), ("47-5022.00", .981),
                               ("45-2091.00", .980), ("47-2152.00", .978)]),
]  # fmt: skip


@pytest.mark.parametrize(("child", "expected"), ANNEX_B)
def test_our_matcher_s_golden_values(child: Profile, expected: list[tuple[str, float]]) -> None:
    assert ranking(child, REFERENCE)[:5] == expected


CENTRED_ONLY: list[tuple[Profile, list[tuple[str, float]]]] = [
    ((40, 10, 10, 10, 10, 10), [("47-5044.00", .991), ("51-9197.00", .982), ("47-5022.00", .981)]),
    ((10, 10, 10, 10, 40, 10), [("51-1011.00", .856), ("13-1082.00", .660), ("35-2014.00", .611)]),
    ((10, 10, 10, 10, 10, 40), [("51-9161.00", .847), ("51-9061.00", .782), ("17-3031.00", .626)]),
    ((10, 40, 10, 10, 10, 10), [("19-4043.00", .851), ("17-3022.00", .823), ("17-3024.00", .739)]),
]  # fmt: skip


@pytest.mark.parametrize(("child", "expected"), CENTRED_ONLY)
def test_golden_values_where_the_person_is_not_centred(
    child: Profile, expected: list[tuple[str, float]]
) -> None:
    assert ranking(child, [0.0] * 6)[:3] == expected


def ranking(child: Profile, people: Profile) -> list[tuple[str, float]]:
    """The 52 by their fit, to three decimals; ties keep the order of the annex."""
    common = mean(ANNEX_A.values())
    fits = {code: fit(child, scores, people, common) for code, scores in ANNEX_A.items()}
    return [(code, round(fits[code], 3)) for code in sorted(fits, key=lambda code: -fits[code])]


def test_who_is_as_everybody_has_no_shape_and_no_division_by_zero() -> None:
    assert {r for _, r in ranking(REFERENCE, REFERENCE)} == {0.0}


def test_the_means_of_the_annex() -> None:
    means = [round(each, 3) for each in mean(ANNEX_A.values())]
    assert means == [6.169, 2.896, 1.722, 1.602, 1.836, 4.335]


# The key of the old pair test (DDO), for whoever brings a result of it; ours has the same design.
DDO = {
    "nature": "1a 3b 6a 10a 11a 13b 16a 20a",
    "technics": "1b 4a 7b 9a 11b 14a 17b 19a",
    "human": "2a 4b 6b 8a 12a 14b 16b 18a",
    "sign": "2b 5a 9b 10b 12b 15a 19b 20b",
    "art": "3a 5b 7a 8b 13a 15b 17a 18b",
}


def test_the_old_pair_test_is_balanced() -> None:
    key = {side: kind for kind, sides in DDO.items() for side in sides.split()}
    pairs = [frozenset((key[f"{at}a"], key[f"{at}b"])) for at in range(1, 21)]
    assert_balanced(pairs)
    chosen = Counter(key[f"{at}{Random(at).choice('ab')}"] for at in range(1, 21))
    assert sum(chosen.values()) == 20
    assert max(chosen.values()) <= 8


def test_our_pairs_are_balanced_in_the_same_way(catalogue: Catalogue) -> None:
    every = catalogue.every("interests/pairs", Pair)
    assert_balanced([frozenset((pair.one.object, pair.other.object)) for pair in every])


def assert_balanced(pairs: list[frozenset[str]]) -> None:
    """Each object eight times, each two of them twice: in pair i and in pair i + 10."""
    assert len(pairs) == 20
    assert set(Counter(kind for pair in pairs for kind in pair).values()) == {8}
    assert set(Counter(pairs).values()) == {2}
    assert pairs[:10] == pairs[10:]


def test_how_often_chance_alone_is_consistent() -> None:
    ways = [math.comb(10, agreeing) for agreeing in range(11)]
    assert sum(ways[8:]) / 2**10 == 56 / 1024 == pytest.approx(0.0547, abs=5e-5)
    assert sum(ways[9:]) / 2**10 == 11 / 1024 == pytest.approx(0.0107, abs=5e-5)


# Percentiles of the short paper form in the US of 1999 (Rounds and others 2010), scores 0 to 10:
# only to try a rank function on; nobody is ever shown a percentile.
NORMS = {
    "male": (0, 4, 14, 25, 35, 44, 54, 65, 75, 87, 96, 100),
    "female": (0, 11, 34, 55, 68, 78, 85, 90, 94, 97, 99, 100),
}


def test_the_rank_function_on_the_published_norms() -> None:
    people = {who: drawn(table) for who, table in NORMS.items()}
    for who, table in NORMS.items():
        assert [ranked(score, people[who]) for score in range(11)] == list(table[1:])


def drawn(table: tuple[int, ...]) -> list[int]:
    """A hundred people who have these percentiles."""
    return [
        score for score, (below, upto) in enumerate(pairwise(table)) for _ in range(upto - below)
    ]


def ranked(score: int, people: list[int]) -> int:
    """The percentage of people with this score or less."""
    return round(100 * sum(other <= score for other in people) / len(people))


# --- what must not matter -----------------------------------------------------------------------


def test_liking_everything_more_changes_no_order(catalogue: Catalogue) -> None:
    matcher, person = instrument(catalogue).matcher, [3.4, 2.1, 2.9, 2.5, 3.0, 2.2]
    lifted = [each + 0.7 for each in person]
    assert matcher.fits(lifted) == pytest.approx(matcher.fits(person))


def test_the_order_of_answers_changes_nothing(catalogue: Catalogue) -> None:
    known, chance = instrument(catalogue), Random(8)
    answers = [(letter, chance.randint(1, 5)) for letter in LETTERS * 3]
    shuffled = chance.sample(answers, len(answers))
    one, other = (believed(known.reference, each) for each in (answers, shuffled))
    assert list(one.means) == pytest.approx(list(other.means))
    assert one.covariance == [pytest.approx(row) for row in other.covariance]


def test_the_same_keys_give_the_same_outcome_byte_for_byte(catalogue: Catalogue) -> None:
    outcomes = [repr(suggested(catalogue)) for _ in range(2)]
    assert outcomes[0] == outcomes[1]


def test_an_outcome_knows_no_language(catalogue: Catalogue) -> None:
    """Letters, traits and addresses come out, none of the words of any language."""
    known = {trade.slug for trade in catalogue.professions}
    assert {one.slug for one in suggested(catalogue)} <= known


def suggested(catalogue: Catalogue) -> list[Suggestion]:
    """What comes of one sitting."""
    known = instrument(catalogue)
    values = {"R": 5, "I": 3, "A": 1, "S": 2, "E": 2, "C": 4}
    given = [(item.slug, values[item.letter]) for item in known.items[:20]]
    sitting = Sitting(known, given, 20)
    return known.matcher.suggest(sitting.belief, {"metal": 0.5, "people": -0.5}, "attempt 1")
