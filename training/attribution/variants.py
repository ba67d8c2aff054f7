"""The labelled articles in other dress: straight quotation marks, lost paragraphs, small letters and capitals.

Every change keeps the length, so that what people marked stays where it is.
"""
import json
import random

STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


def write(articles, path):
    """Writes a file with a variant of every article."""
    dice = random.Random(5)
    with open(articles, encoding="utf8") as lines, open(path, "w", encoding="utf8") as file:
        for line in lines:
            record = json.loads(line)
            record["text"] = variant(record["text"], dice)
            file.write(json.dumps(record) + "\n")


def variant(text, dice):
    """Three in five with straight marks, two in five without blank lines, one in four in other letters."""
    if dice.random() < 0.6:
        text = text.translate(STRAIGHT)
    chance = dice.random()
    if chance < 0.25:
        text = text.replace("\n\n", "  ").replace("\n", " ")
    elif chance < 0.4:
        text = text.replace("\n\n", " \n")
    chance = dice.random()
    for limit, letters in ((0.12, str.lower), (0.17, str.upper), (0.25, headline)):
        if chance < limit:
            changed = letters(text)
            return changed if len(changed) == len(text) else text
    return text


def headline(text):
    """Every word with a capital."""
    before = " " + text[:-1]
    inside = lambda c: c.isalnum() or c in "'’"
    return "".join(c if inside(last) else c.upper() for last, c in zip(before, text))
