"""G2 over two cells and its probability by SciPy. JSON in, JSON out."""

import json
import sys

from scipy.stats import chi2, power_divergence

request = json.load(sys.stdin)
scores = {}
for a, c, b, d in request["keyness"]:
    share = (a + b) / (c + d)
    result = power_divergence([a, b], f_exp=[c * share, d * share], lambda_="log-likelihood")
    scores[f"keyness G2 {a}/{c} {b}/{d}"] = result.statistic
for x in request["chiSquares"]:
    scores[f"p of {x:g}"] = chi2.sf(x, 1)
print(json.dumps(scores))
