"""Writes distributions.json: log densities and their partial derivatives from the textbook formulas in mpmath.

Run with: python3 tests/reference/distributions.py > tests/reference/distributions.json
Every input is the double that the test passes; derivatives are differences with a step of 1e-600.
"""
import json

import mpmath as mp

mp.mp.dps = 1400
log, exp, lg, pi = mp.log, mp.exp, mp.loggamma, mp.pi


def xlogy(x, y):
    return mp.mpf(0) if x == 0 else x * log(y)


def choose(n, x):
    return lg(n + 1) - lg(x + 1) - lg(n - x + 1)


def expit(t):
    return 1 / (1 + exp(-t))


# Each density is the list of terms that it sums: the tolerance is relative to the largest.


def normal(x, mean, sd):
    return [-(((x - mean) / sd) ** 2) / 2, -log(sd), -log(2 * pi) / 2]


def student(x, df, location, scale):
    z = (x - location) / scale
    return [lg((df + 1) / 2) - lg(df / 2) - log(pi * df) / 2, -log(scale), -(df + 1) / 2 * log(1 + z * z / df)]


def cauchy(x, location, scale):
    return [-log(pi), -log(scale), -log(1 + ((x - location) / scale) ** 2)]


def laplace(x, location, scale):
    return [-log(2 * scale), -abs(x - location) / scale]


def lognormal(x, mean, sd):
    return normal(log(x), mean, sd) + [-log(x)]


def gamma(x, shape, rate):
    return [shape * log(rate), -lg(shape), 0 if shape == 1 else (shape - 1) * log(x), -rate * x]


def invgamma(x, shape, scale):
    return [shape * log(scale), -lg(shape), -(shape + 1) * log(x), -scale / x]


def beta(x, a, b):
    return [
        lg(a + b) - lg(a) - lg(b),
        0 if a == 1 else (a - 1) * log(x),
        0 if b == 1 else (b - 1) * log(1 - x),
    ]


def bernoulli(x, p):
    return [xlogy(x, p), xlogy(1 - x, 1 - p)]


def bernoulli_logit(x, t):
    return [x * log(expit(t)), (1 - x) * log(expit(-t))]


def binomial(x, n, p):
    return [choose(n, x), xlogy(x, p), xlogy(n - x, 1 - p)]


def binomial_logit(x, n, t):
    return [choose(n, x), x * log(expit(t)), (n - x) * log(expit(-t))]


def rising(a, n):
    return lg(a + n) - lg(a)


def betabinomial(x, n, a, b):
    return [choose(n, x), rising(a, x), rising(b, n - x), -rising(a + b, n)]


def negbin(x, mean, phi):
    return [rising(phi, x), -lg(x + 1), xlogy(x, mean / (mean + phi)), phi * log(phi / (mean + phi))]


def poisson(x, rate):
    return [xlogy(x, rate), -rate, -lg(x + 1)]


def ordered(x, phi, *kappa):
    x = int(x)
    upper = mp.mpf(1) if x > len(kappa) else expit(kappa[x - 1] - phi)
    lower = mp.mpf(0) if x == 1 else expit(kappa[x - 2] - phi)
    return [log(upper - lower)]


def categorical(x, *logits):
    scores = list(logits) + [mp.mpf(0)]
    return [scores[int(x) - 1], -log(sum(exp(s) for s in scores))]


# name -> (density, names of the arguments with a derivative (x last), points). A point is x then the arguments.
CASES = {
    "Normal": (normal, ["mean", "sd"], True, [
        (0.3, 0.1, 1.2), (-700, 0, 1), (1e6, 0, 1.5), (2.5, 2.5, 1e-8), (1, 0, 1e-12), (5, -3, 1e8), (0, 0, 10)]),
    "StudentT": (student, ["df", "location", "scale"], True, [
        (0.3, 3, 0.1, 1.2), (-700, 2, 0, 1), (1e6, 1, 0, 1.5), (4, 1e7, 0, 1), (0.5, 0.1, 1, 2), (1e-9, 30, 0, 1e-6), (12, 4.5, 2, 0.3)]),
    "Cauchy": (cauchy, ["location", "scale"], True, [
        (0.3, 0.1, 1.2), (-700, 0, 1), (1e9, 3, 0.5), (1, 1, 1e-9), (2, -5, 40)]),
    "Laplace": (laplace, ["location", "scale"], True, [
        (0.3, 0.1, 1.2), (-700, 0, 1), (1e6, 3, 0.5), (1, 0.5, 1e-6)]),
    "LogNormal": (lognormal, ["mean", "sd"], True, [
        (0.3, 0.1, 1.2), (1e-300, 0, 1), (1e300, 2, 3), (5, 1.6, 0.01)]),
    "Exponential": (lambda x, r: [log(r), -r * x], ["rate"], True, [
        (0.3, 1), (700, 1), (1e-300, 2), (1e-6, 1e6), (1, 1e-9)]),
    "Gamma": (gamma, ["shape", "rate"], True, [
        (0.3, 2, 1.5), (1e-300, 0.5, 1), (700, 3, 2), (0, 1, 2), (1, 1e-3, 1e-3), (1e5, 1e5, 1), (2, 1, 0.1), (50, 170.5, 3)]),
    "InverseGamma": (invgamma, ["shape", "scale"], True, [
        (0.3, 2, 1.5), (1e-2, 0.5, 1), (1e8, 3, 2), (1, 1e-3, 1e-3), (4, 60, 200)]),
    "HalfNormal": (lambda x, s: normal(x, 0, s) + [log(2)], ["scale"], True, [(0.3, 1.2), (700, 1), (1e-12, 1), (0, 2), (3, 1e-3)]),
    "HalfCauchy": (lambda x, s: cauchy(x, 0, s) + [log(2)], ["scale"], True, [(0.3, 1.2), (700, 1), (1e9, 2.5), (0, 2), (3, 1e-6)]),
    "Uniform": (lambda x, a, b: [-log(b - a)], ["lower", "upper"], True, [(0.3, 0, 1), (-4, -5, 10), (2, 2, 3), (1e-9, 0, 1e-8)]),
    "Beta": (beta, ["alpha", "beta"], True, [
        (0.3, 2, 1.5), (1e-300, 0.5, 1), (0, 1, 3), (1, 2, 1), (0.999999, 40, 0.2), (0.5, 1e6, 1e6), (0.25, 1e-3, 1e-3)]),
    "Bernoulli": (bernoulli, ["p"], False, [(1, 0.3), (0, 0.3), (1, 1), (0, 0), (1, 1e-300), (0, 1e-18)]),
    "Bernoulli logit": (bernoulli_logit, ["p"], False, [
        (1, 0.3), (0, 0.3), (1, -700), (0, 700), (1, 700), (0, -700), (1, 40), (0, 0), (1, 1e-9)]),
    "Binomial": (binomial, ["p"], False, [
        (3, 10, 0.3), (0, 10, 0), (10, 10, 1), (0, 0, 0.5), (0, 25, 1e-300), (25, 25, 0.75), (500000, 1000000, 0.5), (7, 35, 1e-12)]),
    "Binomial logit": (binomial_logit, ["p"], False, [
        (3, 10, 0.3), (0, 10, -700), (10, 10, 700), (0, 10, 700), (10, 10, -700), (5, 10, 700), (5, 10, -700), (0, 0, 3), (34, 35, 2.5), (500000, 1000000, 0.001)]),
    "BetaBinomial": (betabinomial, ["alpha", "beta"], False, [
        (3, 10, 2, 1.5), (0, 10, 0.1, 5), (10, 10, 1e-3, 1e-3), (12, 35, 1e8, 2e8), (0, 0, 1, 1), (900, 1000, 40, 3.5), (4, 9, 15, 27)]),
    "Poisson": (poisson, ["rate"], False, [(3, 2.5), (0, 0), (0, 700), (700, 1e-3), (1000000, 1000100), (5, 1e-300)]),
    "Poisson log": (lambda x, t: poisson(x, exp(t)), ["rate"], False, [
        (3, 0.9), (0, -700), (3, -700), (0, 10), (1000000, 13.8), (2, 20)]),
    "NegativeBinomial": (negbin, ["mean", "phi"], False, [
        (3, 2.5, 1.5), (0, 4, 1e-3), (0, 1e-12, 2), (10, 12, 1e8), (1000, 3, 0.5), (7, 1e6, 2), (40, 39, 25), (250, 200, 12.5)]),
    "NegativeBinomial log": (lambda x, t, phi: negbin(x, exp(t), phi), ["mean", "phi"], False, [
        (3, 0.9, 1.5), (0, -700, 2), (3, -700, 2), (3, 700, 2), (0, 700, 2), (10, 2.5, 1e8), (40, 3.7, 25)]),
    "OrderedLogit": (ordered, None, False, [
        (1, 0.3, -1, 0.5, 2), (2, 0.3, -1, 0.5, 2), (3, 0.3, -1, 0.5, 2), (4, 0.3, -1, 0.5, 2),
        (1, 700, -1, 0.5, 2), (2, 700, -1, 0.5, 2), (4, 700, -1, 0.5, 2), (1, -700, -1, 0.5, 2), (3, -700, -1, 0.5, 2), (4, -700, -1, 0.5, 2),
        (2, 0, 1, 1.0000000000000002), (2, 30, 1, 1.000001), (2, -650, -1e-12, 1e-12), (2, 0, -700, 700), (2, 0.5, 0), (1, 0.5, 0)]),
    "Categorical": (categorical, None, False, [
        (1, 0.3, -1), (2, 0.3, -1), (3, 0.3, -1), (1, -700, 700), (3, -700, 700), (2, -700, 700), (1, 1.5), (2, 700), (3, -800, -900)]),
}

# Arguments that carry no derivative: counts.
FIXED = {"Binomial": 1, "Binomial logit": 1, "BetaBinomial": 1}


def number(value):
    return "-Infinity" if value == -mp.inf else float(value)


def slope(name, density, point, index):
    """The partial derivative: central, one-sided at the end of a domain, None where it is infinite."""
    kind, logit = name.split()[0], "logit" in name
    value = point[index]
    unit = kind in ("Bernoulli", "Binomial", "Beta") and not logit
    if kind in ("Gamma", "Beta") and index > 0 and point[0] in (0, 1):
        return None  # the logarithm of the outcome is infinite there
    h = mp.mpf(10) ** -600

    def at(t):
        return sum(density(*point[:index], t, *point[index + 1 :]))

    if unit and value == 1:
        return number((at(value) - at(value - h)) / h)
    if value == 0 and (unit or name in ("Poisson", "Gamma", "HalfNormal", "HalfCauchy")):
        return number((at(value + h) - at(value)) / h)
    return number((at(value + h) - at(value - h)) / (2 * h))


def record(name):
    density, names, with_x, points = CASES[name]
    rows = []
    for raw in points:
        point = [mp.mpf(v) for v in raw]
        terms = density(*point)
        if name == "OrderedLogit":
            partials = {
                "predictor": slope(name, density, point, 1),
                "cutpoints": [slope(name, density, point, k) for k in range(2, len(point))],
            }
        elif name == "Categorical":
            partials = {"logits": [slope(name, density, point, k) for k in range(1, len(point))]}
        else:
            first = 1 + FIXED.get(name, 0)
            partials = {argument: slope(name, density, point, first + k) for k, argument in enumerate(names)}
            if with_x:
                partials["x"] = slope(name, density, point, 0)
        rows.append({
            "at": list(raw),
            "value": number(sum(terms)),
            "largest": number(max(abs(t) for t in terms)),
            "partials": {k: v for k, v in partials.items() if v is not None},
        })
    return rows


print(json.dumps({
    "provenance": "tests/reference/distributions.py: mpmath " + mp.__version__ + ", textbook formulas at 1400 digits, rounded to doubles",
    "layout": "name, or name and link: rows of `at` (x, then the arguments), log density, largest term, partial derivatives",
    "cases": {name: record(name) for name in CASES},
}, indent=1))
