"""What people fill in: fields, what they accept, what is said when they do not."""
