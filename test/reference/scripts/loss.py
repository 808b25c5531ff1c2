"""Known answers for test/engine/math/loss: mpmath at 400 digits. Run: python3 loss.py > ../loss.json"""
import json
import mpmath
from mpmath import mp, mpf

mp.dps = 400
half = mpf(1) / 2


def moments(p0, p1, p2, x):
    """Loss functions from P(X > x), E[X; X > x], E[X^2; X > x]."""
    return p1 - x * p0, (p2 - 2 * x * p1 + x * x * p0) / 2


def normal(x, mean, sd):
    k = (mpf(x) - mean) / mpf(sd)
    tail = mpmath.erfc(k / mpmath.sqrt(2)) / 2
    phi = mpmath.npdf(k)
    short = sd * (phi - k * tail)
    return [short, short + mpf(x) - mean, sd * sd * ((1 + k * k) * tail - k * phi) / 2, 1 - tail]


def gamma(x, a, s):
    x, a, s = mpf(x), mpf(a), mpf(s)
    q = lambda j: mpmath.gammainc(a + j, x / s, mpmath.inf, regularized=True)
    short, second = moments(q(0), a * s * q(1), a * (a + 1) * s * s * q(2), x)
    return [short, short + x - a * s, second, mpmath.gammainc(a, 0, x / s, regularized=True)]


def lognormal(x, mu, sigma):
    x, mu, sigma = mpf(x), mpf(mu), mpf(sigma)
    k = (mpmath.log(x) - mu) / sigma
    tail = lambda j: mpmath.erfc((k - j * sigma) / mpmath.sqrt(2)) / 2
    mean = mpmath.exp(mu + sigma**2 / 2)
    short, second = moments(tail(0), mean * tail(1), mpmath.exp(2 * mu + 2 * sigma**2) * tail(2), x)
    return [short, short + x - mean, second, mpmath.erfc(-k / mpmath.sqrt(2)) / 2]


def exponential(x, mean):
    x, mean = mpf(x), mpf(mean)
    short = mean * mpmath.exp(-x / mean)
    return [short, short + x - mean, mean * short, 1 - mpmath.exp(-x / mean)]


def uniform(x, low, high):
    x, low, high = mpf(x), mpf(low), mpf(high)
    w = high - low
    return [(high - x) ** 2 / (2 * w), (x - low) ** 2 / (2 * w), (high - x) ** 3 / (6 * w), (x - low) / w]


def counts(x, probability, upper):
    x = mpf(x)
    floor = int(mpmath.floor(x))
    short = second = left = cdf = mpf(0)
    for k in range(0, upper):
        p = probability(k)
        if k > floor:
            short += (k - x) * p
            second += (k - x) * max(mpf(0), k - x - 1) * p / 2
        else:
            left += (x - k) * p
            cdf += p
    return [short, left, second, cdf]


def poisson(x, mean):
    mean = mpf(mean)
    p = [mpmath.exp(-mean)]
    upper = int(max(mean, x) + 60 * mpmath.sqrt(mean) + 400)
    for k in range(1, upper):
        p.append(p[-1] * mean / k)
    return counts(x, lambda k: p[k], upper)


def nbinom(x, r, q):
    r, q = mpf(r), mpf(q)
    p = [q**r]
    upper = int(max(r * (1 - q) / q, x) + 400 / float(q) + 60 * float(mpmath.sqrt(r * (1 - q)) / q))
    for k in range(1, upper):
        p.append(p[-1] * (k - 1 + r) / k * (1 - q))
    return counts(x, lambda k: p[k], upper)


cases = []
for z in [-12, -6, -2, -0.5, 0, 1, 1.99, 2.01, 4, 8, 12]:
    cases.append(["NORMAL", [100, 15], 100 + 15 * z, normal(100 + 15 * z, 100, 15)])
for a, s in [(0.3, 20), (1, 5), (4, 25), (400, 2), (25000, 0.5)]:
    for z in [-5, -2, -0.5, 0, 0.5, 2, 5, 12]:
        x = a * s + z * s * a**0.5
        if x > 0:
            cases.append(["GAMMA", [a, s], x, gamma(x, a, s)])
for a, s, x in [(4, 25, 0.001), (0.3, 20, 1e-6), (400, 2, 100), (4, 25, 2500)]:
    cases.append(["GAMMA", [a, s], x, gamma(x, a, s)])
for mu, sigma in [(0, 1), (4, 0.25), (6, 0.02), (2, 1.8)]:
    for k in [-12, -5, -1, 0, 0.5, 2, 5, 12]:
        x = float(mpmath.exp(mu + k * sigma))
        cases.append(["LOGNORMAL", [mu, sigma], x, lognormal(x, mu, sigma)])
for x in [1e-9, 1e-3, 0.4, 3, 20, 400]:
    cases.append(["EXPONENTIAL", [5], x, exponential(x, 5)])
for x in [10, 10.5, 14, 29.9, 30]:
    cases.append(["UNIFORM", [10, 30], x, uniform(x, 10, 30)])
for mean, xs in [(0.2, [0, 0.5, 1, 3, 9]), (6, [0, 2, 5.5, 6, 7, 15, 40]), (2500, [1900, 2300, 2499, 2500.5, 2600, 3100])]:
    cases += [["POISSON", [mean], x, poisson(x, mean)] for x in xs]
for r, p, xs in [(1.5, 0.2, [0, 3, 6, 20, 80]), (0.1, 0.05, [0, 1, 2.5, 40, 300]), (50, 0.5, [10, 30, 50, 51, 70, 140]), (4, 0.004, [10, 500, 996, 3000])]:
    cases += [["NBINOM", [r, p], x, nbinom(x, r, p)] for x in xs]
# Below 0 and for rare demand, where the second-order loss of counts is not what the moments say.
cases += [["POISSON", [m], x, poisson(x, m)] for m, x in [(0.01, -0.5), (0.3, -0.25), (1e-8, 0), (1e-8, -0.0006), (0.3, -2.5)]]
cases += [["NBINOM", [r, p], x, nbinom(x, r, p)] for r, p, x in [(0.05, 0.2, -0.8), (2.3, 0.9, -0.5), (5, 0.999, -0.07), (1, 0.5, -3.2)]]
for z in [-38, -9.7, -1e-8, 2.5, 11.3, 37]:
    cases.append(["NORMAL", [0, 1], z, normal(z, 0, 1)])
for a, s, x in [(1e-4, 3, 3e-7), (1e-4, 3, 0.4), (0.01, 10, 1e-13), (0.01, 10, 12)]:
    cases.append(["GAMMA", [a, s], x, gamma(x, a, s)])

number = lambda value: float(mpmath.nstr(value, 17))
print(json.dumps({
    "provenance": f"mpmath {mpmath.__version__} at 400 digits; loss.py",
    "columns": "distribution, parameters, x, [E(X-x)+, E(x-X)+, second-order, P(X<=x)]",
    "cases": [[kind, parameters, x, [number(v) for v in values]] for kind, parameters, x, values in cases],
}, separators=(",", ":")).replace('],["', '],\n["'))
