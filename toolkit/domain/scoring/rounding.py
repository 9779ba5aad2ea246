"""States an exact figure in the digits that a questionnaire asks for."""

from decimal import Decimal
from fractions import Fraction

from toolkit.domain.scoring_rules import Rounding


def stated(exact: Fraction, rounding: Rounding) -> Decimal:
    """Return a figure of zero or more, rounded once."""
    scaled = exact * 10**rounding.digits
    whole, rest = divmod(scaled.numerator, scaled.denominator)
    if rounding.mode == "half_up":
        whole += 2 * rest >= scaled.denominator
    elif rounding.mode == "up":
        whole += rest > 0
    return Decimal(whole).scaleb(-rounding.digits)
