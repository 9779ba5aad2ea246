"""States an exact figure in the digits that a questionnaire asks for."""

from decimal import Decimal

from toolkit.domain.scoring_rules import Rounding


def stated(top: Decimal | int, bottom: Decimal | int, rounding: Rounding) -> Decimal:
    """Return ``top`` divided by ``bottom``, both zero or more, rounded once.

    Whole quotient and remainder are exact, so no repeating fraction is ever cut off first.
    """
    whole, rest = divmod(top * 10**rounding.digits, bottom)
    if rounding.mode == "half_up":
        whole += 2 * rest >= bottom
    elif rounding.mode == "up":
        whole += rest > 0
    return Decimal(whole).scaleb(-rounding.digits)
