"""Posterior and exact leave-one-tank-out scores of the predator model at several sds of beta_P's prior: predators-prior.json.

No Monte Carlo and no code of this project: with tanks' own parameters integrated out, the posterior of (alpha_bar, sigma, beta_P) is
summed on a grid. A tank's integrated likelihood depends on its group's middle mu = alpha_bar + beta_P * P and on sigma alone.
Run in this folder: python3 predators_prior.py
"""

import csv
import json
from math import comb

import numpy as np

sds = [0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.75, 1, 1.5, 2, 3]

with open("../../public/data/frogs.csv", newline="") as file:
    rows = list(csv.DictReader(file))
density = np.array([int(row["density"]) for row in rows])
survived = np.array([int(row["survived"]) for row in rows])
predators = np.array([int(row["predators"]) for row in rows])

middle = np.arange(-3, 5.0001, 0.04)
log_sigma = np.arange(-3.2, 1.6001, 0.04)
sigma = np.exp(log_sigma)
# Trapezoid rule over a tank's standard normal: smooth and dead at both ends.
z = np.arange(-9, 9.0001, 0.09)
weight = 0.09 * np.exp(-0.5 * z**2) / np.sqrt(2 * np.pi)


def integrated(tank):
    """log of the tank's likelihood with its own parameter integrated out, on the grid middle x sigma."""
    a = middle[:, None, None] + sigma[None, :, None] * z
    s, n = survived[tank], density[tank]
    likelihood = comb(n, s) * np.exp(-s * np.logaddexp(0, -a) - (n - s) * np.logaddexp(0, a))
    return np.log(likelihood @ weight)


marginal = [integrated(tank) for tank in range(len(rows))]
without = sum(marginal[tank] for tank in range(len(rows)) if predators[tank] == 0)
within = sum(marginal[tank] for tank in range(len(rows)) if predators[tank] == 1)
beta = middle[None, :] - middle[:, None]
# alpha_bar ~ Normal(0, 1.5); sigma ~ Exponential(1), with the Jacobian of its logarithm.
prior = -0.5 * (middle / 1.5) ** 2
prior_sigma = log_sigma - sigma

found = []
for sd in sds:
    log_density = (
        (prior[:, None] + without + prior_sigma)[:, None, :] + within[None, :, :] - 0.5 * ((beta / sd) ** 2)[:, :, None]
    )
    mass = np.exp(log_density - log_density.max())
    total = mass.sum()
    edge = max(mass[0].sum(), mass[-1].sum(), mass[:, 0].sum(), mass[:, -1].sum(), mass[..., 0].sum(), mass[..., -1].sum())
    assert edge / total < 1e-9, (sd, edge / total)

    def moments(values):
        mean = (mass * values).sum() / total
        return {"mean": mean, "sd": float(np.sqrt((mass * (values - mean) ** 2).sum() / total))}

    # The posterior without a tank is the posterior over its likelihood.
    first, second = mass.sum(axis=1), mass.sum(axis=0)
    elpd = [
        float(np.log(total) - np.log(((second if predators[tank] else first) * np.exp(-marginal[tank])).sum()))
        for tank in range(len(rows))
    ]
    found.append(
        {
            "sd_P": sd,
            "parameters": {
                "beta_P": moments(beta[:, :, None]),
                "alpha_bar": moments(middle[:, None, None]),
                "sigma": moments(sigma[None, None, :]),
            },
            "elpd_loo": sum(elpd),
            "pointwise_elpd": elpd,
        }
    )

provenance = "Grid sums in NumPy by predators_prior.py in this folder; no Monte Carlo error, and no code of this project."
with open("predators-prior.json", "w") as file:
    json.dump({"provenance": provenance, "fits": found}, file, indent=1)
    file.write("\n")
for fit in found:
    print(fit["sd_P"], {k: (round(v["mean"], 5), round(v["sd"], 5)) for k, v in fit["parameters"].items()}, fit["elpd_loo"])
