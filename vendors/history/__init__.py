"""What was known when: facts as of a day, their earlier values, and what changed."""
