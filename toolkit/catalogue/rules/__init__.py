"""What a questionnaire must hold beyond the shape of its files."""
