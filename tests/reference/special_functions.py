"""Writes special-functions.json: values of special functions at exact doubles, in two parts, with mpmath at 60 digits."""
import json, random, math
from pathlib import Path
import mpmath
from mpmath import mp, mpf

mp.dps = 60
rng = random.Random(20261123)

def around(*points):
    """Each point and its neighbours one to three units in the last place away."""
    out = []
    for p in points:
        down = up = p
        out.append(p)
        for _ in range(3):
            down, up = math.nextafter(down, -math.inf), math.nextafter(up, math.inf)
            out += [down, up]
    return out

def uniform(a, b, n): return [rng.uniform(a, b) for _ in range(n)]
def logs(a, b, n): return [math.exp(rng.uniform(math.log(a), math.log(b))) for _ in range(n)]
def signed(xs): return xs + [-x for x in xs]

def cdf(x): return mpmath.erfc(-x / mp.sqrt(2)) / 2

def quantile(p):
    # Newton on the logarithm of the distribution function, on the side below one half.
    if p > mpf(1) / 2:
        return -quantile(1 - p)
    r = mp.sqrt(-2 * mp.log(p))
    x = mpf(0) if p > mpf(1) / 4 else -r + mp.log(r * mp.sqrt(2 * mp.pi)) / r
    for _ in range(200):
        step = mp.log(cdf(x) / p) * cdf(x) / mpmath.npdf(x)
        x -= step
        if abs(step) < mpf(10) ** -45:
            return x
    raise ArithmeticError(p)

LN2 = math.log(2)
positive = logs(1e-10, 1e10, 250) + uniform(0.4, 12, 250) + around(0.5, 1.5, 2.0, 2.5, 10.0) + [1 + d for d in signed([1e-3, 1e-8, 1e-14])]

CASES = {
    'exp': (mp.exp, uniform(-708, 709.78, 500) + uniform(-1, 1, 200) + signed(logs(1e-300, 1, 60))
            + around(-708.0 + 1e-9, 709.7, 709.77, 709.78, LN2, -LN2, LN2 / 256, 0.5, 709.7827128933)),
    'log': (mp.log, logs(1e-307, 1e308, 400) + uniform(0.5, 2, 400) + logs(5e-324, 2e-308, 60)
            + around(0.5, math.sqrt(0.5), 1.0, math.sqrt(2), 2.0, 2.2250738585072014e-308, 1.7e308, 1e308, 8.98846567431158e307)),
    'log1p': (mp.log1p, uniform(-0.999, 3, 400) + signed(logs(1e-300, 0.9, 200)) + logs(1, 1e300, 100)
              + around(-0.29, 0.41, math.sqrt(2) - 1, math.sqrt(0.5) - 1, 1.0, 9e15, -0.5, -0.999999999999)),
    'expm1': (mp.expm1, uniform(-40, 40, 200) + uniform(-1, 1, 300) + signed(logs(1e-300, 1, 150)) + uniform(40, 709.7, 40)
              + around(LN2 / 256, -LN2 / 256, LN2, -LN2)),
    'invLogit': (lambda x: 1 / (1 + mp.exp(-x)), uniform(-40, 40, 300) + uniform(-700, -40, 50) + [0.0]),
    'logit': (lambda p: mp.log(p) - mp.log1p(-p), uniform(1e-9, 1 - 1e-9, 300) + logs(1e-300, 1e-2, 60)
              + [1 - x for x in logs(1e-15, 1e-2, 60)] + [0.5 + d for d in signed(logs(1e-16, 0.2, 60))] + around(0.25, 0.75)),
    'log1pExp': (lambda x: mp.log1p(mp.exp(x)), uniform(-40, 40, 300) + uniform(-700, 700, 100) + signed(logs(1e-20, 1, 50))),
    'log1mExp': (lambda x: mp.log1p(-mp.exp(x)), [-x for x in logs(1e-20, 700, 400) + uniform(0.5, 1, 100)]),
    'lgamma': (mpmath.loggamma, positive + logs(1e-300, 1e-10, 40) + logs(1e10, 1e305, 40)),
    'digamma': (mpmath.digamma, positive + logs(1e-300, 1e-10, 40) + logs(1e10, 1e305, 40) + around(1.0, 1.4616321449683622)),
    'erf': (mpmath.erf, signed(logs(1e-300, 1e-3, 40)) + uniform(-4, 4, 300) + around(1.0, 0.5, -1.0)),
    'erfc': (mpmath.erfc, uniform(-4, 4, 300) + uniform(0.4, 26, 300) + around(1.0, 0.5, -1.0)),
    'normalCdf': (cdf, uniform(-5, 5, 300) + uniform(-37, 0, 200) + around(-0.7, 0.0)),
    'normalLogCdf': (lambda x: mp.log(cdf(x)), uniform(-5, 5, 300) + uniform(-100, 0, 200) + [-1e4, -1e8] + around(-0.7, 0.0)),
    'normalQuantile': (quantile, uniform(1e-6, 1 - 1e-6, 400) + logs(1e-307, 1e-2, 200) + [1 - x for x in logs(1e-16, 1e-2, 60)]
                       + [0.5 + d for d in signed(logs(1e-16, 0.4, 100))] + around(0.075, 0.925)),
}

PAIRS = {
    'lbeta': (lambda a, b: mpmath.loggamma(a) + mpmath.loggamma(b) - mpmath.loggamma(a + b),
              [(a, b) for a, b in zip(logs(1e-3, 1e8, 300), logs(1e-3, 1e8, 300))]
              + [(a, b) for a, b in zip(uniform(0.1, 15, 200), uniform(0.1, 15, 200))]
              + [(9.5, 1e9), (10.0, 10.0), (1e-8, 1e10), (1e6, 1e6)]),
}

def beta_quantile(p, a, b):
    # Bisection to 40 digits, on the regularized incomplete beta function.
    low, high = mpf(0), mpf(1)
    for _ in range(140):
        middle = (low + high) / 2
        if mpmath.betainc(a, b, 0, middle, regularized=True) < p:
            low = middle
        else:
            high = middle
    return low

SHAPES = [(0.5, 0.5), (1.0, 3.0), (2.5, 1.5), (12.0, 200.0), (201.0, 3801.0), (1001.5, 1003.25)]

def parts(value):
    high = float(value)
    return high, float(value - mpf(high))

out = {'provenance': f'mpmath {mpmath.__version__} at {mp.dps} digits, by special_functions.py in this folder; '
                     'each value is high + low, so errors can be measured below a unit in the last place'}
for name, (f, xs) in CASES.items():
    xs = [x for x in xs if f(mpf(x)) != 0]
    values = [parts(f(mpf(x))) for x in xs]
    out[name] = {'x': xs, 'high': [v[0] for v in values], 'low': [v[1] for v in values]}
for name, (f, xs) in PAIRS.items():
    values = [parts(f(mpf(a), mpf(b))) for a, b in xs]
    out[name] = {'x': [a for a, _ in xs], 'y': [b for _, b in xs], 'high': [v[0] for v in values], 'low': [v[1] for v in values]}
mp.dps = 30
beta = [(p, a, b, beta_quantile(mpf(p), mpf(a), mpf(b))) for a, b in SHAPES for p in (0.1586553, 0.5, 0.8413447)]
out['betaQuantile'] = {'p': [v[0] for v in beta], 'a': [v[1] for v in beta], 'b': [v[2] for v in beta], 'x': [float(v[3]) for v in beta]}
Path(__file__).with_name('special-functions.json').write_text(json.dumps(out, separators=(',', ':')) + '\n')
