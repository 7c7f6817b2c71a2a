"""How people are named: titles, names that no lexicon has, and the bare office of the general secretary."""
