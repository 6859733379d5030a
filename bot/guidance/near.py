"""Near: how far places are from somewhere, as the crow flies."""

import math
from collections.abc import Iterable

from content.catalogue import Place

EARTH = 6371.0  # km, mean radius
BORDERS = ((40.0, 56.0), (46.0, 88.0))  # latitudes and longitudes Kazakhstan lies within


def inside(spot: tuple[float, float]) -> bool:
    """Whether the spot (latitude, longitude in degrees) may be in Kazakhstan."""
    return all(low <= at <= high for at, (low, high) in zip(spot, BORDERS, strict=True))


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres between two spots on a sphere (haversine formula); 0 to about 20,015."""
    (north, east), (far_north, far_east) = (map(math.radians, spot) for spot in (one, other))
    rise = math.sin((far_north - north) / 2) ** 2
    turn = math.sin((far_east - east) / 2) ** 2
    return 2 * EARTH * math.asin(math.sqrt(rise + math.cos(north) * math.cos(far_north) * turn))


def nearest(spot: tuple[float, float], places: Iterable[Place]) -> list[tuple[Place, float]]:
    """The places whose position is known, the nearest first, with their distance in km."""
    known = [
        (place, distance(spot, (place.latitude, place.longitude)))
        for place in places
        if place.latitude is not None and place.longitude is not None
    ]
    return sorted(known, key=lambda one: one[1])
