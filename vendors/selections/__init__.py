"""What each page reads from the database, by the parameters of its form; headlines read the same way."""
