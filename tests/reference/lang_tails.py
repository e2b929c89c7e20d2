# Log densities and gradients far out, to any number of digits: run with python3 (mpmath, numpy); writes lang-tails.json.
# Values are exact sums; gradients are central differences at 2500 digits with a step of 1e-100.
import json, os
from mpmath import mp, mpf
import lang_density as ref
from lang_density import binomial, bernoulli, exponential, inv_logit, normal, one, ordered, ordered_logit, poisson, positive, real, beta, unit, half_cauchy

mp.dps = 2500
models = {}

S, D = [10, 0, 3, 25], [10, 10, 10, 25]
def frogs(p):
    a, bar, s = p['alpha'], one(p, 'alpha_bar'), one(p, 'sigma')
    return [binomial(x, n, inv_logit(e)) for x, n, e in zip(S, D, a)] + [normal(e, bar, s) for e in a] + [normal(bar, 0, mpf('1.5')), exponential(s, mpf(1))]
models['frogs-multilevel'] = ({'S': S, 'D': D, 'T': [1, 2, 3, 4]}, [('alpha', 4, real), ('alpha_bar', 1, real), ('sigma', 1, positive)], frogs, [
    [700, -700, 0, 700, 1, 0], [-700, 700, 700, -700, -1, 0], [40, -40, 36, 38, 0.5, 1], [1, 1.000001, 0.999999, 1, 1, -14],
    [1, 1, 1, 1, 1, -30], [1, 1, 1, 1, 1, -300], [0.5, 0.5, 0.5, 0.5, 0.5, -700], [1, -1, 2, 0, 0, -12], [1, 2, 3, 4, 0, 6], [1, 2, 3, 4, 0, -40]])

R = [1, 2, 3, 4, 2, 2, 1]
def cut(p):
    b, k = one(p, 'beta'), p['kappa']
    return [ordered_logit(r, b, k) for r in R] + [normal(b, 0, mpf(1))] + [normal(x, 0, mpf('1.5')) for x in k]
models['trolley-complete'] = ({'R': R}, [('beta', 1, real), ('kappa', 3, ordered)], cut, [
    [0, -1, -20, 0.5], [0, -1, -40, 0.5], [0, -1, -300, -300], [0, -1, -700, -690], [700, 0, 0, 0], [-700, 0, 0, 0], [3, -2, -36, 6.5], [0.25, -650, 1, 2], [30, -40, 1, 4]])

def cafes(p): return [poisson(w, ref.exp(p['a'][g])) for w, g in zip([0, 3, 0, 12], [0, 0, 1, 2])] + [normal(x, one(p, 'a_bar'), one(p, 'sigma')) for x in p['a']] + [normal(one(p, 'a_bar'), mpf('1.5'), mpf('0.5')), exponential(one(p, 'sigma'), mpf(2))]
models['cafes-memory'] = ({'W': [0, 3, 0, 12], 'cafe': [1, 1, 2, 3]}, [('a', 3, real), ('a_bar', 1, real), ('sigma', 1, positive)], cafes, [
    [-700, -700, 2, 1, 0], [-40, -300, -30, 1, 3], [1, -690, 3, 1.5, 5], [2, 2, 2, 2, -200], [30, 20, 10, 1, 1]])

def share(p): return [bernoulli(y, one(p, 'p')) for y in [1, 1, 0]] + [beta(one(p, 'p'), mpf(2), mpf('0.5'))]
models['share'] = ({'y': [1, 1, 0]}, [('p', 1, unit)], share, [[700], [-700], [40], [-40], [0]])

def sd(p): return [normal(mpf(y), 0, one(p, 's')) for y in [0, 0]] + [half_cauchy(one(p, 's'), mpf(1))]
models['zeros'] = ({'y': [0, 0]}, [('s', 1, positive)], sd, [[-700], [-300], [0], [300], [340]])

h = mpf(10) ** -100
result = {}
for id, (data, layout, density, positions) in models.items():
    points = []
    for position in positions:
        value, largest = ref.evaluate(layout, density, position)
        gradient = []
        for k in range(len(position)):
            ends = []
            for sign in (1, -1):
                moved = [mpf(x) for x in position]
                moved[k] += sign * h
                ends.append(ref.evaluate(layout, density, moved)[0])
            gradient.append(float((ends[0] - ends[1]) / (2 * h)))
        points.append({'position': position, 'logDensity': float(value), 'largestTerm': float(largest), 'gradient': gradient})
    result[id] = {'data': data, 'points': points}
here = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(here, 'lang-tails.json'), 'w') as f:
    json.dump({'provenance': 'tests/reference/lang_tails.py: mpmath, 2500 digits, gradients by central differences with a step of 1e-100', 'models': result}, f)
    f.write('\n')
