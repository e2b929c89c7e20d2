"""Writes scale-mixture.json: density and distribution function of x ~ Normal(m, s), m ~ Normal(mean, sd), s ~ Exponential(rate), by mpmath."""
import json
import os
import mpmath as mp

mp.mp.dps = 30


def mixture(f, rate):
    return mp.quad(lambda s: rate * mp.e ** (-rate * s) * f(s), [0, 0.05, 0.2, 1, 3, 10, 30, 100, mp.inf])


cases = []
for mean, sd, rate in [(0, 1.5, 1), (0, 0.1, 5), (-3, 0.1, 0.1), (2, 5, 0.5), (1, 0.5, 2)]:
    spread = lambda s: mp.sqrt(mp.mpf(sd) ** 2 + s ** 2)
    for x in [-12, -4, -0.5, 0, 0.3, 2, 7, 12]:
        density = mixture(lambda s: mp.npdf((x - mean) / spread(s)) / spread(s), mp.mpf(rate))
        cdf = mixture(lambda s: mp.ncdf((x - mean) / spread(s)), mp.mpf(rate))
        cases.append({"mean": mean, "sd": sd, "rate": rate, "x": x, "density": float(density), "cdf": float(cdf)})

here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, "scale-mixture.json"), "w") as out:
    json.dump({"provenance": "mpmath at 30 digits, adaptive quadrature over the scale; written by scale_mixture.py", "cases": cases}, out, indent=1)
    out.write("\n")
