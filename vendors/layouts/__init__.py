"""How pages lay out the rows of an exhibit: groups of facts, cards, matrices, links that sort; they add nothing."""
