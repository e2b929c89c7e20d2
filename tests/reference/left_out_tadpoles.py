"""Writes left-out-tadpoles.json: exact leave-one-tadpole-out scores of the reed frogs at fixed sigmas.

Brute force on a rectangular grid of alpha_bar and of each tank's standardized deviation z (alpha = alpha_bar + sigma z), in float64.
Each tank's S survivors and D - S dead are D Bernoulli outcomes; one is left out, the rest of its tank and all other tanks stay.
"""

import csv
import json
from pathlib import Path

import numpy as np

here = Path(__file__).parent
rows = list(csv.DictReader(open(here / '../../public/data/frogs.csv')))
tanks = [(int(row['survived']), int(row['density']) - int(row['survived'])) for row in rows]


def log_sum(values):
    largest = values.max(axis=-1, keepdims=True)
    return (largest + np.log(np.exp(values - largest).sum(axis=-1, keepdims=True)))[..., 0]


def scores(sigma):
    alpha_bar = np.linspace(-8, 12, 5001)
    z = np.linspace(-9, 9, 721)
    alpha = alpha_bar[:, None] + sigma * z
    log_p, log_q = -np.logaddexp(0, -alpha), -np.logaddexp(0, alpha)
    log_prior = -0.5 * z * z - log_sum(-0.5 * z * z)
    known = {}

    def log_integral(lived, died):
        if (lived, died) not in known:
            known[lived, died] = log_sum(lived * log_p + died * log_q + log_prior)
        return known[lived, died]

    log_posterior = -0.5 * (alpha_bar / 1.5) ** 2 + sum(log_integral(*tank) for tank in tanks)

    def left_out(tank, without):
        return float(log_sum(log_posterior) - log_sum(log_posterior - log_integral(*tank) + log_integral(*without)))

    survivor = [left_out((s, f), (s - 1, f)) if s > 0 else 0 for s, f in tanks]
    dead = [left_out((s, f), (s, f - 1)) if f > 0 else 0 for s, f in tanks]
    total = sum(s * one + f * other for (s, f), one, other in zip(tanks, survivor, dead))
    return {'sigma': sigma, 'elpd': total, 'survivor': survivor, 'dead': dead}


sigmas = [0.1, 1.0, 1.3894736842, 2.6789473684, 5.0]
content = {
    'provenance': 'Exact leave-one-tadpole-out scores of the reed-frog model with a fixed sigma, one tadpole of each tank at a time '
    '(a survivor, a dead one; 0 where the tank has none), by NumPy on a grid of alpha_bar and of each alpha; left_out_tadpoles.py writes it.',
    'fits': [scores(sigma) for sigma in sigmas],
}
(here / 'left-out-tadpoles.json').write_text(json.dumps(content, indent=1) + '\n')
