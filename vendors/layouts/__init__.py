"""How pages lay out the rows of an exhibit: groups of facts, cards, matrices, links that sort. Nothing is added to them."""
