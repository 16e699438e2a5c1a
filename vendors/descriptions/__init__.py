"""What exhibits of this app show, in a few whole sentences made by rule from their frames."""
