"""What exhibits of this app found, in one sentence made by rule from their frames."""
