# Log densities of models to any number of digits, written out by hand: run with python3 (mpmath, numpy); writes lang-density.json.
# Each model is stated here again, independently of the text that the compiler reads.
import csv, json, os
import numpy as np
from mpmath import mp, mpf, exp, log, loggamma, log1p, pi, sqrt

mp.dps = 1500  # cutpoints far out differ by exp(-2000)
here = os.path.dirname(os.path.abspath(__file__))
data_folder = os.path.join(here, '..', '..', 'public', 'data')

def normal(x, m, s): return -log(s) - log(2 * pi) / 2 - ((x - m) / s) ** 2 / 2
def student(x, v, m, s):
    z = (x - m) / s
    return loggamma((v + 1) / 2) - loggamma(v / 2) - log(pi * v) / 2 - log(s) - (v + 1) / 2 * log1p(z * z / v)
def cauchy(x, m, s): return -log(pi * s) - log1p(((x - m) / s) ** 2)
def half_cauchy(x, s): return log(2) + cauchy(x, mpf(0), s)
def half_normal(x, s): return log(2) + normal(x, mpf(0), s)
def laplace(x, m, s): return -log(2 * s) - abs(x - m) / s
def log_normal(x, m, s): return normal(log(x), m, s) - log(x)
def exponential(x, r): return log(r) - r * x
def gamma(x, a, r): return a * log(r) - loggamma(a) + (a - 1) * log(x) - r * x
def inverse_gamma(x, a, s): return a * log(s) - loggamma(a) - (a + 1) * log(x) - s / x
def uniform(x, a, b): return -log(b - a)
def lbeta(a, b): return loggamma(a) + loggamma(b) - loggamma(a + b)
def beta(x, a, b): return (a - 1) * log(x) + (b - 1) * log(1 - x) - lbeta(a, b)
def choose(n, k): return loggamma(n + 1) - loggamma(k + 1) - loggamma(n - k + 1)
def binomial(x, n, p): return choose(n, x) + (x * log(p) if x else 0) + ((n - x) * log(1 - p) if n - x else 0)
def bernoulli(x, p): return log(p) if x else log(1 - p)
def beta_binomial(x, n, a, b): return choose(n, x) + lbeta(x + a, n - x + b) - lbeta(a, b)
def poisson(x, l): return x * log(l) - l - loggamma(x + 1)
def negative_binomial(x, m, f): return loggamma(x + f) - loggamma(f) - loggamma(x + 1) + f * log(f / (m + f)) + x * log(m / (m + f))
def inv_logit(x): return 1 / (1 + exp(-x))
def ordered_logit(x, phi, kappa):
    above = inv_logit(kappa[x - 1] - phi) if x <= len(kappa) else mpf(1)
    below = inv_logit(kappa[x - 2] - phi) if x > 1 else mpf(0)
    return log(above - below)
def categorical(x, logits):
    all = list(logits) + [mpf(0)]
    return all[x - 1] - log(sum(exp(l) for l in all))

# Constraints: (constrained values, log Jacobian) of a list of unconstrained ones.
def real(q): return q, mpf(0)
def positive(q): return [exp(x) for x in q], sum(q)
def unit(q): return [inv_logit(x) for x in q], sum(log(inv_logit(x)) + log(inv_logit(-x)) for x in q)
def interval(a, b):
    def between(q):
        p, jacobian = unit(q)
        return [a + (b - a) * x for x in p], jacobian + len(q) * log(mpf(b - a))
    return between
def ordered(q):
    k = [q[0]]
    for x in q[1:]: k.append(k[-1] + exp(x))
    return k, sum(q[1:], mpf(0))

class Terms(list):
    def each(self, values): self.extend(values)

models = {}
def model(id, data, layout, density): models[id] = (data, layout, density)

# --- data
with open(os.path.join(data_folder, 'frogs.csv')) as f: frog_rows = list(csv.DictReader(f))
frogs = {'S': [int(r['survived']) for r in frog_rows], 'D': [int(r['density']) for r in frog_rows],
         'T': [int(r['tank']) for r in frog_rows], 'P': [int(r['predators']) for r in frog_rows]}
with open(os.path.join(data_folder, 'trolley.csv')) as f: trolley_rows = list(csv.DictReader(f))
trolley_rows = [r for r in trolley_rows if int(r['participant']) <= 8]
stories = []
for r in trolley_rows:
    if r['story'] not in stories: stories.append(r['story'])
trolley = {'R': [int(r['response']) for r in trolley_rows], 'S': [stories.index(r['story']) + 1 for r in trolley_rows],
           'U': [int(r['participant']) for r in trolley_rows], 'A': [int(r['action']) for r in trolley_rows],
           'I': [int(r['intention']) for r in trolley_rows], 'C': [int(r['contact']) for r in trolley_rows]}
random = np.random.default_rng(2024)
def rounded(x, digits=3): return [round(float(v), digits) for v in x]
groups = [int(v) for v in np.concatenate([np.arange(1, 7), random.integers(1, 7, 34)])]
mundlak = {'G': groups, 'X': rounded(random.normal(size=40)), 'Z': rounded(random.normal(size=6)), 'Y': [int(v) for v in random.integers(0, 2, 40)]}
mundlak['Xbar'] = rounded([np.mean([x for x, g in zip(mundlak['X'], groups) if g == j]) for j in range(1, 7)], 6)
def pick(source, names): return {name: source[name] for name in names}
def T(values): return [mpf(v) for v in values]

# --- the lecture
n_tanks = 48
def frog_rows_density(p, eta): return [binomial(s, d, inv_logit(eta(i))) for i, (s, d) in enumerate(zip(frogs['S'], frogs['D']))]
def frogs_fixed(p):
    a, bar, sigma = p['alpha'], p['alpha_bar'][0], mpf(1)
    return frog_rows_density(p, lambda i: a[frogs['T'][i] - 1]) + [normal(x, bar, sigma) for x in a] + [normal(bar, 0, mpf('1.5'))]
model('frogs-fixed-sigma', pick(frogs, 'SDT'), [('alpha', 48, real), ('alpha_bar', 1, real)], frogs_fixed)
def frogs_multi(p, rate=mpf(1), noncentred=False, predators=False):
    bar, sigma = p['alpha_bar'][0], p['sigma'][0]
    a = [bar + z * sigma for z in p['alpha_z']] if noncentred else p['alpha']
    terms = frog_rows_density(p, lambda i: a[frogs['T'][i] - 1] + (p['beta_P'][0] * frogs['P'][i] if predators else 0))
    terms += [normal(z, 0, mpf(1)) for z in p['alpha_z']] if noncentred else [normal(x, bar, sigma) for x in a]
    terms += [normal(bar, 0, mpf('1.5')), exponential(sigma, rate)]
    if predators: terms.append(normal(p['beta_P'][0], 0, mpf('0.5')))
    return terms
model('frogs-multilevel', pick(frogs, 'SDT'), [('alpha', 48, real), ('alpha_bar', 1, real), ('sigma', 1, positive)], frogs_multi)
model('frogs-multilevel-noncentred', pick(frogs, 'SDT'), [('alpha_z', 48, real), ('alpha_bar', 1, real), ('sigma', 1, positive)], lambda p: frogs_multi(p, noncentred=True))
model('frogs-predators', pick(frogs, 'SDTP'), [('alpha', 48, real), ('beta_P', 1, real), ('alpha_bar', 1, real), ('sigma', 1, positive)], lambda p: frogs_multi(p, predators=True))

def trolley_density(p, phi): return [ordered_logit(r, phi(i), p['kappa']) for i, r in enumerate(trolley['R'])] + [normal(k, 0, mpf('1.5')) for k in p['kappa']]
def at(column): return lambda i: trolley[column][i] - 1
kappa = ('kappa', 6, ordered)
model('trolley-complete', pick(trolley, 'R'), [('beta', 1, real), kappa], lambda p: trolley_density(p, lambda i: p['beta'][0]) + [normal(p['beta'][0], 0, mpf(1))])
for id, column, size in (('story', 'S', len(stories)), ('participant', 'U', 8)):
    model('trolley-no-pooling-' + id, pick(trolley, 'R' + column), [('beta', size, real), kappa],
          lambda p, c=column: trolley_density(p, lambda i: p['beta'][at(c)(i)]) + [normal(b, 0, mpf(10)) for b in p['beta']])
    model('trolley-partial-' + id, pick(trolley, 'R' + column), [('beta', size, real), ('sigma', 1, positive), kappa],
          lambda p, c=column: trolley_density(p, lambda i: p['beta'][at(c)(i)]) + [normal(b, 0, p['sigma'][0]) for b in p['beta']] + [exponential(p['sigma'][0], mpf(1))])
def trolley_full(p, treatments):
    b = {name: p['b' + name][0] if treatments else mpf(0) for name in 'AIC'}
    phi = lambda i: p['a'][at('S')(i)] + p['b'][at('U')(i)] + sum(b[name] * trolley[name][i] for name in 'AIC')
    terms = trolley_density(p, phi) + [normal(a, 0, p['sigma_S'][0]) for a in p['a']] + [normal(x, 0, p['sigma_U'][0]) for x in p['b']]
    if treatments: terms += [normal(b[name], 0, mpf('0.5')) for name in 'AIC']
    return terms + [exponential(p['sigma_S'][0], mpf(1)), exponential(p['sigma_U'][0], mpf(1))]
crossed = [('a', len(stories), real), ('b', 8, real)]
sigmas = [('sigma_S', 1, positive), ('sigma_U', 1, positive)]
model('trolley-clusters', pick(trolley, 'RSU'), crossed + sigmas + [kappa], lambda p: trolley_full(p, False))
model('trolley-full', trolley, crossed + [('bA', 1, real), ('bI', 1, real), ('bC', 1, real)] + sigmas + [kappa], lambda p: trolley_full(p, True))

X, Z, Y, G = T(mundlak['X']), T(mundlak['Z']), mundlak['Y'], [g - 1 for g in groups]
def outcome(eta): return [bernoulli(y, inv_logit(eta(i))) for i, y in enumerate(Y)]
def standard(*values): return [normal(v, 0, mpf(1)) for v in values]
def one(p, name): return p[name][0]
def mundlak_naive(p):
    a, x, z = one(p, 'alpha'), one(p, 'bXY'), one(p, 'bZY')
    return outcome(lambda i: a + x * X[i] + z * Z[G[i]]) + [normal(a, 0, mpf(10))] + standard(x, z)
model('mundlak-naive', pick(mundlak, 'YXZG'), [('alpha', 1, real), ('bXY', 1, real), ('bZY', 1, real)], mundlak_naive)
def mundlak_fixed(p):
    x, z = one(p, 'bXY'), one(p, 'bZY')
    return outcome(lambda i: p['alpha'][G[i]] + x * X[i] + z * Z[G[i]]) + [normal(a, 0, mpf(10)) for a in p['alpha']] + standard(x, z)
model('mundlak-fixed', pick(mundlak, 'YXZG'), [('alpha', 6, real), ('bXY', 1, real), ('bZY', 1, real)], mundlak_fixed)
def mundlak_multilevel(p, means=False):
    x, z, bar, tau = one(p, 'bXY'), one(p, 'bZY'), one(p, 'a_bar'), one(p, 'tau')
    xbar = one(p, 'bXbar') if means else mpf(0)
    M = T(mundlak['Xbar'])
    rows = outcome(lambda i: bar + tau * p['z'][G[i]] + x * X[i] + z * Z[G[i]] + xbar * M[G[i]])
    return rows + standard(*p['z']) + standard(bar, x, z) + (standard(xbar) if means else []) + [exponential(tau, mpf(1))]
model('mundlak-multilevel', pick(mundlak, 'YXZG'), [('z', 6, real), ('a_bar', 1, real), ('bXY', 1, real), ('bZY', 1, real), ('tau', 1, positive)], mundlak_multilevel)
model('mundlak-mundlak', mundlak, [('z', 6, real), ('a_bar', 1, real), ('bXY', 1, real), ('bZY', 1, real), ('bXbar', 1, real), ('tau', 1, positive)], lambda p: mundlak_multilevel(p, True))
def mundlak_latent(p):
    x, z, bar, tau, aX, gx, gy, sX = (one(p, n) for n in ('bXY', 'bZY', 'a_bar', 'tau', 'aX', 'bGX', 'bGY', 'sX'))
    u = p['u']
    rows = [normal(X[i], aX + gx * u[G[i]], sX) for i in range(len(X))]
    rows += outcome(lambda i: bar + tau * p['z'][G[i]] + x * X[i] + z * Z[G[i]] + gy * u[G[i]])
    return rows + standard(*u) + standard(*p['z']) + standard(aX, bar, x, z, gy) + [exponential(gx, mpf(1)), exponential(sX, mpf(1)), exponential(tau, mpf(1))]
model('mundlak-latent', pick(mundlak, 'YXZG'), [('u', 6, real), ('z', 6, real), ('aX', 1, real), ('a_bar', 1, real), ('bXY', 1, real), ('bZY', 1, real), ('bGY', 1, real), ('bGX', 1, positive), ('sX', 1, positive), ('tau', 1, positive)], mundlak_latent)

# --- classics
schools = {'y': [28, 8, -3, 7, -1, 1, 18, 12], 's': [15, 10, 16, 11, 9, 11, 10, 18]}
def eight(p, noncentred):
    mu, tau = one(p, 'mu'), one(p, 'tau')
    theta = [mu + tau * e for e in p['eta']] if noncentred else p['theta']
    rows = [normal(mpf(y), t, mpf(s)) for y, t, s in zip(schools['y'], theta, schools['s'])]
    rows += standard(*p['eta']) if noncentred else [normal(t, mu, tau) for t in theta]
    return rows + [normal(mu, 0, mpf(5)), half_cauchy(tau, mpf(5))]
model('eight-schools-centred', schools, [('theta', 8, real), ('mu', 1, real), ('tau', 1, positive)], lambda p: eight(p, False))
model('eight-schools-noncentred', schools, [('eta', 8, real), ('mu', 1, real), ('tau', 1, positive)], lambda p: eight(p, True))

howell = {'w': rounded(random.normal(45, 6, 30), 1)}
howell['h'] = rounded([154 + 0.9 * (w - 45) + random.normal(0, 5) for w in howell['w']], 1)
def linear(p):
    a, b, s = one(p, 'a'), one(p, 'b'), one(p, 'sigma')
    w = T(howell['w']); mean = sum(w) / len(w)
    return [normal(mpf(h), a + b * (x - mean), s) for h, x in zip(howell['h'], w)] + [normal(a, 178, mpf(20)), log_normal(b, 0, mpf(1)), uniform(s, mpf(0), mpf(50))]
model('linear-regression', howell, [('a', 1, real), ('b', 1, positive), ('sigma', 1, interval(0, 50))], linear)

manuscripts = {'days': [1, 7, 1, 7, 30, 30, 1, 7], 'x': [0, 1, 1, 0, 1, 0, 0, 1], 'y': [1, 12, 0, 9, 60, 41, 2, 14]}
def exposure(p):
    a, b = one(p, 'α'), one(p, 'β')
    return [poisson(y, exp(log(mpf(d)) + a + b * x)) for y, d, x in zip(*(manuscripts[k] for k in ('y', 'days', 'x')))] + standard(a, b)
model('poisson-exposure', manuscripts, [('α', 1, real), ('β', 1, real)], exposure)

seeds = {'N': [39, 62, 81, 51, 6, 7], 'A': [10, 23, 23, 26, 0, 7], 'g': [1, 1, 2, 2, 1, 2]}
def overdispersed(p):
    phi = one(p, 'phi'); theta = phi + 2
    bar = [inv_logit(a) for a in p['a']]
    return [beta_binomial(a, n, bar[g - 1] * theta, (1 - bar[g - 1]) * theta) for a, n, g in zip(seeds['A'], seeds['N'], seeds['g'])] + [normal(a, 0, mpf('1.5')) for a in p['a']] + [exponential(phi, mpf(1))]
model('beta-binomial', seeds, [('a', 2, real), ('phi', 1, positive)], overdispersed)

waits = {'x': rounded(random.normal(size=15)), 'y': rounded(random.gamma(2, 1, 15) + 0.01)}
def gamma_regression(p):
    b0, b1, k = one(p, 'b0'), one(p, 'b1'), one(p, 'shape')
    return [gamma(mpf(y), k, k / exp(b0 + b1 * mpf(x))) for x, y in zip(waits['x'], waits['y'])] + [normal(b0, 0, mpf(2)), normal(b1, 0, mpf(2)), inverse_gamma(k, mpf(3), mpf(2))]
model('gamma-regression', waits, [('b0', 1, real), ('b1', 1, real), ('shape', 1, positive)], gamma_regression)

outliers = {'x': rounded(random.normal(size=20)), 'y': rounded(random.standard_t(2, 20))}
def robust(p):
    a, b, c, s, v = (one(p, n) for n in ('a', 'b', 'c', 'sigma', 'nu'))
    return [student(mpf(y), v, a + b * mpf(x) + c * mpf(x) ** 2, s) for x, y in zip(outliers['x'], outliers['y'])] + [cauchy(a, 0, mpf(2)), laplace(b, 0, mpf(1)), laplace(c, 0, mpf(1)), half_normal(s, mpf(1)), gamma(v, mpf(2), mpf('0.1'))]
model('robust-regression', outliers, [('a', 1, real), ('b', 1, real), ('c', 1, real), ('sigma', 1, positive), ('nu', 1, positive)], robust)

ucb = {'dept': [1, 1, 2, 2, 3, 3, 4, 4], 'male': [1, 0, 1, 0, 1, 0, 1, 0], 'applications': [82, 11, 56, 3, 32, 59, 42, 37], 'admit': [51, 9, 35, 2, 12, 20, 14, 13]}
def admissions(p):
    rows = [binomial(a, n, inv_logit(p['a'][d - 1] + p['b'][d - 1] * m)) for a, n, d, m in zip(*(ucb[k] for k in ('admit', 'applications', 'dept', 'male')))]
    rows += [normal(a, one(p, 'a_bar'), one(p, 'sigma_a')) for a in p['a']] + [normal(b, one(p, 'b_bar'), one(p, 'sigma_b')) for b in p['b']]
    return rows + standard(one(p, 'a_bar'), one(p, 'b_bar')) + [exponential(one(p, 'sigma_a'), mpf(1)), exponential(one(p, 'sigma_b'), mpf(1))]
model('admissions', ucb, [('a', 4, real), ('b', 4, real), ('a_bar', 1, real), ('b_bar', 1, real), ('sigma_a', 1, positive), ('sigma_b', 1, positive)], admissions)

pupils = {'class': [1, 1, 2, 2, 3, 3, 3, 4, 5, 5], 'school': [1, 1, 2, 3, 3], 'size': [0.5, -1.0, 0.0, 1.5, 0.25], 'y': rounded(random.normal(size=10))}
def two_levels(p):
    m, g = p['m'], one(p, 'g')
    mu = [m[s - 1] + g * mpf(z) for s, z in zip(pupils['school'], pupils['size'])]
    rows = [normal(mpf(y), p['c'][k - 1], one(p, 'sigma')) for y, k in zip(pupils['y'], pupils['class'])]
    rows += [normal(c, u, one(p, 'sigma_c')) for c, u in zip(p['c'], mu)] + [student(x, mpf(4), one(p, 'm_bar'), one(p, 'sigma_m')) for x in m]
    return rows + standard(one(p, 'm_bar'), g) + [exponential(one(p, n), mpf(1)) for n in ('sigma', 'sigma_c', 'sigma_m')]
model('two-levels', pupils, [('c', 5, real), ('m', 3, real), ('m_bar', 1, real), ('g', 1, real), ('sigma', 1, positive), ('sigma_c', 1, positive), ('sigma_m', 1, positive)], two_levels)

cells = {'r': [1, 1, 2, 2, 3, 3, 3, 1], 'k': [1, 2, 1, 2, 1, 2, 2, 1], 'y': [3, 0, 7, 2, 11, 1, 1, 3]}
def crossed_cells(p):
    u, v, tau, e = p['u'], p['v'], p['tau'], p['e']
    rows = [negative_binomial(y, exp(one(p, 'm') + u[r - 1] + v[k - 1] + tau[k - 1] * e[(r - 1) * 2 + k - 1]), one(p, 'phi')) for y, r, k in zip(cells['y'], cells['r'], cells['k'])]
    return rows + standard(*u) + standard(*v) + standard(*e) + [exponential(t, mpf(2)) for t in tau] + [normal(one(p, 'm'), 1, mpf(1)), exponential(one(p, 'phi'), mpf('0.1'))]
model('crossed-cells', cells, [('u', 3, real), ('v', 2, real), ('e', 6, real), ('tau', 2, positive), ('m', 1, real), ('phi', 1, positive)], crossed_cells)

careers = {'income': [1.0, 2.0], 'x': rounded(random.normal(size=12)), 'choice': [1, 2, 3, 3, 1, 2, 1, 3, 3, 2, 1, 1]}
def career(p):
    a, b = p['a'], one(p, 'b')
    rows = [categorical(c, [a[k] + b * mpf(careers['income'][k]) * mpf(x) for k in range(2)]) for c, x in zip(careers['choice'], careers['x'])]
    return rows + standard(*a) + [half_normal(b, mpf('0.5'))]
model('careers', careers, [('a', 2, real), ('b', 1, positive)], career)

mixed = {'y': [0.2, 0.35, 0.5], 'n': [3, 0, 2, 2], 'd': [1, 0, 1], 'x': [0.1, -1.2]}
def rates(p):
    share, conc, rate, q, z = one(p, 'share'), one(p, 'conc'), one(p, 'rate'), p['q'], p['z']
    total = sum(z); m = total / len(z)
    rows = [beta(mpf(y), share * conc, (1 - share) * conc) for y in mixed['y']] + [poisson(n, rate) for n in mixed['n']] + [bernoulli(d, x) for d, x in zip(mixed['d'], q)]
    rows += [beta(share, mpf(2), mpf(3)), uniform(conc, mpf(1), mpf(40)), gamma(rate, mpf(2), mpf(1))]
    rows += [beta(x, 1 + (total / 10) ** 2, mpf(2)) for x in q] + [normal(x, mpf('0.5'), mpf(1)) for x in z]
    return rows + [normal(mpf(x), m + w, mpf(1)) for x, w in zip(mixed['x'], z)]
model('rates-and-shares', mixed, [('share', 1, unit), ('conc', 1, interval(1, 40)), ('rate', 1, positive), ('q', 3, unit), ('z', 2, real)], rates)

def frogs_complete(p):
    return frog_rows_density(p, lambda i: p['alpha'][0]) + [normal(p['alpha'][0], 0, mpf('1.5'))]
model('frogs-complete', pick(frogs, 'SD'), [('alpha', 1, real)], frogs_complete)
def frogs_apart(p):
    return frog_rows_density(p, lambda i: p['alpha'][frogs['T'][i] - 1]) + [normal(x, 0, mpf(10)) for x in p['alpha']]
model('frogs-no-pooling', pick(frogs, 'SDT'), [('alpha', 48, real)], frogs_apart)
model('frogs-priors', pick(frogs, 'SDT'), [('alpha', 48, real), ('alpha_bar', 1, real), ('sigma', 1, positive)], frogs_multi)

visits = {'W': [3, 0, 7, 4, 12, 5, 2, 4], 'cafe': [1, 2, 1, 3, 5, 3, 2, 1]}
def cafe_rows(p): return [poisson(w, exp(p['a'][c - 1])) for w, c in zip(visits['W'], visits['cafe'])]
def cafes_memory(p):
    bar, sigma = one(p, 'a_bar'), one(p, 'sigma')
    return cafe_rows(p) + [normal(x, bar, sigma) for x in p['a']] + [normal(bar, mpf('1.5'), mpf('0.5')), exponential(sigma, mpf(2))]
model('cafes-memory', visits, [('a', 5, real), ('a_bar', 1, real), ('sigma', 1, positive)], cafes_memory)
model('cafes-amnesia', visits, [('a', 5, real)], lambda p: cafe_rows(p) + [normal(x, mpf('1.5'), mpf('0.87')) for x in p['a']])

def evaluate(layout, density, position):
    parameters, terms, at = {}, [], 0
    for name, size, constrain in layout:
        values, jacobian = constrain([mpf(x) for x in position[at:at + size]])
        parameters[name] = values
        terms.append(jacobian)
        at += size
    terms += density(parameters)
    return sum(terms), max(abs(t) for t in terms)

if __name__ == '__main__':
    result = {}
    for id, (data, layout, density) in models.items():
        dimension = sum(size for _, size, _ in layout)
        points = []
        for scale in (0.3, 1, 1, 2):
            position = [float(np.round(v, 6)) for v in random.normal(0, scale, dimension)]
            value, largest = evaluate(layout, density, position)
            points.append({'position': position, 'logDensity': float(value), 'largestTerm': float(largest)})
        result[id] = {'data': data, 'parameters': [[name, size] for name, size, _ in layout], 'points': points}

    with open(os.path.join(here, 'lang-density.json'), 'w') as f:
        json.dump({'provenance': 'tests/reference/lang_density.py: mpmath ' + __import__('mpmath').__version__ + ', 1500 digits, rounded once to double; seed 2024', 'models': result}, f, ensure_ascii=False)
        f.write('\n')
    print(len(result))
