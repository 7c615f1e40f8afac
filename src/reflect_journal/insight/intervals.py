"""How far a count of n can be trusted: Wilson's interval and Newcombe's difference.

Wilson, E. B. (1927), Journal of the American Statistical Association 22, 209-212.
Newcombe, R. G. (1998), Statistics in Medicine 17, 873-890 (method 10).
"""

from math import sqrt
from typing import Final, NamedTuple

Z_95: Final = 1.959963984540054
Z_99: Final = 2.5758293035489004


class Count(NamedTuple):
    """Seen in so many of those looked at."""

    seen_in: int
    looked_at_in: int

    @property
    def rate(self) -> float | None:
        """Give the share, 0 to 1; None where nothing was looked at."""
        return self.seen_in / self.looked_at_in if self.looked_at_in else None


class Interval(NamedTuple):
    """The ends of an interval: shares from 0 to 1, or differences from -1 to 1."""

    low: float
    high: float


def compute_wilson_interval(count: Count, z: float = Z_95) -> Interval | None:
    """Compute Wilson's score interval; None where nothing was looked at."""
    seen, total = count.seen_in, count.looked_at_in
    if not total:
        return None
    scale = 2 * (total + z * z)
    middle = 2 * seen + z * z
    spread = z * sqrt(z * z + 4 * seen * (total - seen) / total)
    # Exact at the ends, where subtracting equals would leave a rounding error.
    low = (middle - spread) / scale if seen else 0.0
    high = (middle + spread) / scale if seen < total else 1.0
    return Interval(low, high)


def compute_newcombe_interval(
    first: Count, second: Count, z: float = Z_95
) -> Interval | None:
    """Compute Newcombe's interval of the first share minus the second.

    None where one of them was never looked at.
    """
    one, two = compute_wilson_interval(first, z), compute_wilson_interval(second, z)
    p, q = first.rate, second.rate
    if one is None or two is None or p is None or q is None:
        return None
    below = sqrt((p - one.low) ** 2 + (two.high - q) ** 2)
    above = sqrt((one.high - p) ** 2 + (q - two.low) ** 2)
    return Interval(p - q - below, p - q + above)
