"""Writes draws.json: for each distribution and set of arguments, cells of the outcome and their probabilities, from mpmath.

Run with: python3 tests/reference/draws.py > tests/reference/draws.json
A cell is (edge[k - 1], edge[k]]; the first is open below and the last above. Continuous cells are cut at fixed probabilities, thin in the
tails; discrete ones at whole numbers near them. `critical` is the chi-square value that a right generator exceeds once in 1e7.
"""
import json

import mpmath as mp

mp.mp.dps = 30
PROBABILITIES = [0.002, 0.01, 0.03, 0.07, 0.13, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.87, 0.93, 0.97, 0.99, 0.998]


def phi(z):
    return mp.ncdf(z)


def gamma_cdf(x, shape):
    return mp.gammainc(shape, 0, x, regularized=True) if x > 0 else mp.mpf(0)


def beta_cdf(x, a, b):
    return mp.betainc(a, b, 0, x, regularized=True)


def student_cdf(t, df):
    tail = beta_cdf(df / (df + t * t), df / 2, mp.mpf(1) / 2) / 2
    return 1 - tail if t > 0 else tail


def summed(pmf, mean, sd, largest=None):
    """The distribution function of a count, summed over 15 standard deviations either side: beyond lies less than 1e-20."""
    low = max(0, int(mean - 15 * sd))
    high = int(mean + 15 * sd + 60) if largest is None else min(largest, int(mean + 15 * sd + 60))
    sums, total = [], mp.mpf(0)
    for k in range(low, high + 1):
        total += pmf(k)
        sums.append(total)
    return lambda k: mp.mpf(0) if k < low else mp.mpf(1) if k >= high else sums[int(k) - low]


def binomial(n, p):
    coefficient = lambda k: mp.loggamma(n + 1) - mp.loggamma(k + 1) - mp.loggamma(n - k + 1)
    pmf = lambda k: mp.exp(coefficient(k) + k * mp.log(p) + (n - k) * mp.log(1 - p))
    return summed(pmf, n * p, mp.sqrt(n * p * (1 - p)), int(n))


def poisson(rate):
    return summed(lambda k: mp.exp(k * mp.log(rate) - rate - mp.loggamma(k + 1)), rate, mp.sqrt(rate))


def negbin(mean, size):
    def pmf(k):
        choose = mp.loggamma(k + size) - mp.loggamma(size) - mp.loggamma(k + 1)
        return mp.exp(choose + k * mp.log(mean / (mean + size)) + size * mp.log(size / (mean + size)))

    return summed(pmf, mean, 4 * mp.sqrt(mean + mean * mean / size))


def betabinomial(n, a, b):
    return summed(lambda k: mp.binomial(n, k) * mp.beta(k + a, n - k + b) / mp.beta(a, b), n / 2, n, int(n))


def expit(t):
    return 1 / (1 + mp.exp(-t))


def ordered(predictor, *cutpoints):
    steps = [mp.mpf(0)] + [expit(c - predictor) for c in cutpoints] + [mp.mpf(1)]
    return lambda k: steps[max(0, min(int(k), len(steps) - 1))]


def categorical(*logits):
    weights = [mp.exp(v) for v in logits] + [mp.mpf(1)]
    return lambda k: sum(weights[: max(0, int(k))]) / sum(weights)


REAL, POSITIVE = (-mp.mpf(10) ** 12, mp.mpf(10) ** 12), (mp.mpf(0), mp.mpf(10) ** 12)

# name, arguments, distribution function and range; for a discrete one what makes it from the arguments, and None
CASES = [
    ("Normal", (1, 2), lambda x, m, s: phi((x - m) / s), REAL),
    ("StudentT", (3, 1, 2), lambda x, d, m, s: student_cdf((x - m) / s, d), REAL),
    ("StudentT", (0.7, 0, 1), lambda x, d, m, s: student_cdf((x - m) / s, d), REAL),
    ("StudentT", (30, -2, 0.5), lambda x, d, m, s: student_cdf((x - m) / s, d), REAL),
    ("Cauchy", (1, 2), lambda x, m, s: mp.mpf(1) / 2 + mp.atan((x - m) / s) / mp.pi, REAL),
    ("Laplace", (1, 2), lambda x, m, s: mp.exp((x - m) / s) / 2 if x < m else 1 - mp.exp(-(x - m) / s) / 2, REAL),
    ("LogNormal", (0.5, 0.8), lambda x, m, s: phi((mp.log(x) - m) / s), POSITIVE),
    ("Exponential", (2.5,), lambda x, r: 1 - mp.exp(-r * x), POSITIVE),
    ("Gamma", (0.3, 2), lambda x, a, r: gamma_cdf(r * x, a), POSITIVE),
    ("Gamma", (1, 0.5), lambda x, a, r: gamma_cdf(r * x, a), POSITIVE),
    ("Gamma", (4.5, 3), lambda x, a, r: gamma_cdf(r * x, a), POSITIVE),
    ("Gamma", (150, 1), lambda x, a, r: gamma_cdf(r * x, a), POSITIVE),
    ("InverseGamma", (2.5, 3), lambda x, a, s: 1 - gamma_cdf(s / x, a) if x > 0 else mp.mpf(0), POSITIVE),
    ("HalfNormal", (2,), lambda x, s: 2 * phi(x / s) - 1, POSITIVE),
    ("HalfCauchy", (2,), lambda x, s: 2 * mp.atan(x / s) / mp.pi, POSITIVE),
    ("Uniform", (-1, 4), lambda x, a, b: min(mp.mpf(1), max(mp.mpf(0), (x - a) / (b - a))), REAL),
    ("Beta", (2, 5), beta_cdf, (mp.mpf(0), mp.mpf(1))),
    ("Beta", (0.3, 0.2), beta_cdf, (mp.mpf(0), mp.mpf(1))),
    ("Beta", (1, 1), beta_cdf, (mp.mpf(0), mp.mpf(1))),
    ("Bernoulli", (0.3,), lambda p: binomial(mp.mpf(1), p), None),
    ("Binomial", (10, 0.3), binomial, None),
    ("Binomial", (35, 0.97), binomial, None),
    ("Binomial", (40, 0.5), binomial, None),
    ("Binomial", (1000, 0.012), binomial, None),
    ("Binomial", (100000, 0.7), binomial, None),
    ("BetaBinomial", (20, 2, 3), betabinomial, None),
    ("BetaBinomial", (60, 0.4, 0.7), betabinomial, None),
    ("Poisson", (0.4,), poisson, None),
    ("Poisson", (9.9,), poisson, None),
    ("Poisson", (10,), poisson, None),
    ("Poisson", (137.5,), poisson, None),
    ("Poisson", (2000000,), poisson, None),
    ("NegativeBinomial", (4, 1.5), negbin, None),
    ("NegativeBinomial", (30, 0.6), negbin, None),
    ("NegativeBinomial", (100, 50), negbin, None),
    ("OrderedLogit", (0.4, -1.2, 0.1, 0.9, 2.5), ordered, None),
    ("Categorical", (0.4, -1.2, 0.9), categorical, None),
]


def quantile(cdf, p, low, high):
    """By bisection: in x, or in log x over a positive range."""
    positive = low == 0
    a, b = (mp.mpf(-200), mp.log(high)) if positive else (low, high)
    for _ in range(110):
        middle = (a + b) / 2
        if cdf(mp.exp(middle) if positive else middle) < p:
            a = middle
        else:
            b = middle
    return mp.exp(a) if positive else a


def whole(cdf, p, largest=2**40):
    """The least whole number with cdf at least p."""
    low, high = -1, largest
    while high - low > 1:
        middle = (low + high) // 2
        if cdf(middle) < p:
            low = middle
        else:
            high = middle
    return high


def upper(name, arguments):
    if name == "Bernoulli":
        return 1
    if name in ("Binomial", "BetaBinomial"):
        return arguments[0]
    return {"OrderedLogit": len(arguments), "Categorical": len(arguments) + 1}.get(name, 2**23)


def critical(df):
    """The chi-square quantile at 1 - 1e-7."""
    low, high = mp.mpf(0), mp.mpf(500)
    for _ in range(80):
        middle = (low + high) / 2
        if mp.gammainc(mp.mpf(df) / 2, middle / 2, mp.inf, regularized=True) > mp.mpf("1e-7"):
            low = middle
        else:
            high = middle
    return low


def record(name, raw, cdf, span):
    arguments = [mp.mpf(v) for v in raw]
    at = cdf(*arguments) if span is None else lambda x: cdf(x, *arguments)
    if span is not None:
        edges = [float(quantile(at, p, *span)) for p in PROBABILITIES]
    else:
        top = upper(name, raw)
        edges = sorted({e for e in (whole(at, p, top) for p in PROBABILITIES) if e < top})
    steps = [mp.mpf(0)] + [at(mp.mpf(e)) for e in edges] + [mp.mpf(1)]
    cells = [float(b - a) for a, b in zip(steps, steps[1:])]
    return {"name": name, "arguments": list(raw), "edges": edges, "probabilities": cells, "critical": float(critical(len(cells) - 1))}


print(json.dumps({
    "provenance": "tests/reference/draws.py: mpmath " + mp.__version__ + ", distribution functions at 30 digits",
    "cases": [record(*case) for case in CASES],
}, indent=1))
