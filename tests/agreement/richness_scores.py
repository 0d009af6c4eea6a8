"""Diversity by the package lexicalrichness. JSON in, JSON out."""

import json
import sys

from lexicalrichness import LexicalRichness

request = json.load(sys.stdin)
text = LexicalRichness(request["tokens"], preprocessor=None, tokenizer=None)
scores = {
    "TTR": text.ttr,
    "HD-D": text.hdd(draws=42),
}
for window in request["windows"]:
    scores[f"MATTR {window}"] = text.mattr(window_size=window)
print(json.dumps(scores))
