"""Makes documents from facts."""
