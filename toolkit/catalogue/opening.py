"""Says which of our own questionnaires people meet first: the one place that names content by id.

Which questionnaire a newcomer should begin with is a choice of this program, not of a questionnaire.
"""

MAIN, SHORT = "kinderrechten-mensenhandel", "core"
FIRST = ("context.population", "context.reception_location")
"""The questions that are answered beside the name, where a questionnaire asks them."""
