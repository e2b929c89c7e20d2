"""Writes mcse-quantile.json: standard errors of the 10 % quantile of the chains in diagnostics.json, with mpmath.

Definition of posterior: with the ESS of the quantile from diagnostics.json, the quantiles at 0.1586553 and 0.8413447 of
Beta(ess p + 1, ess (1 - p) + 1), the order statistics they reach (floor and ceiling of n times them), half their distance.
"""
import json, math
from pathlib import Path
import mpmath
from mpmath import mp, mpf

mp.dps = 25
here = Path(__file__).parent
P = mpf('0.1')

def beta_quantile(p, a, b):
    low, high = mpf(0), mpf(1)
    for _ in range(60):
        middle = (low + high) / 2
        if mpmath.betainc(a, b, 0, middle, regularized=True) < p:
            low = middle
        else:
            high = middle
    return low

out = {'provenance': 'mcse_quantile.py in this folder, from the chains and ess_quantile_10 of diagnostics.json', 'cases': {}}
for name, case in json.loads((here / 'diagnostics.json').read_text())['cases'].items():
    ess = case['ess_quantile_10']
    if ess is None:
        out['cases'][name] = None
        continue
    draws = sorted(x for chain in case['chains'] for x in chain)
    n = len(draws)
    a, b = ess * P + 1, ess * (1 - P) + 1
    low = max(math.floor(beta_quantile(mpf('0.1586553'), a, b) * n), 1)
    high = min(math.ceil(beta_quantile(mpf('0.8413447'), a, b) * n), n)
    out['cases'][name] = (draws[high - 1] - draws[low - 1]) / 2
(here / 'mcse-quantile.json').write_text(json.dumps(out, indent=1) + '\n')
