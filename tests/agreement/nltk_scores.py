"""Association of neighbours by NLTK, G2 and p by SciPy. JSON in, JSON out."""

import json
import sys

from nltk.collocations import BigramCollocationFinder
from nltk.metrics import BigramAssocMeasures
import math

request = json.load(sys.stdin)
finder = BigramCollocationFinder.from_words(request["tokens"])
scores = {}
for node, collocate in request["pairs"]:
    def score(measure):
        return finder.score_ngram(measure, node, collocate)

    dice = score(BigramAssocMeasures.dice)
    scores[f"mutual information {node} {collocate}"] = score(BigramAssocMeasures.pmi)
    scores[f"t-score {node} {collocate}"] = score(BigramAssocMeasures.student_t)
    scores[f"G2 {node} {collocate}"] = score(BigramAssocMeasures.likelihood_ratio)
    scores[f"logDice {node} {collocate}"] = 14 + math.log2(dice)
print(json.dumps(scores))
