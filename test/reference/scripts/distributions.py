"""Known answers for test/engine/math: mpmath at 60 digits and scipy. Run: python3 distributions.py > ../distributions.json"""
import json, platform
import mpmath, scipy
from mpmath import mp, mpf, sqrt, npdf, erfc, findroot
from scipy import stats, special

mp.dps = 60
tail = lambda z: erfc(mpf(z) / sqrt(2)) / 2
quantile = lambda p: findroot(lambda x: mp.log(tail(-x)) - mp.log(mpf(p)), stats.norm.ppf(p))
zs = [-20, -8, -5, -2.5, -1, -0.1, 0, 0.3, 1.959963984540054, 2.4999, 2.6, 5, 12]
ps = [1e-300, 1e-20, 1e-5, 0.025, 0.3, 0.9, 0.975, 0.999999]
gammas = [[50, 20, 0.9], [5, 10, 0.99], [1000, 30, 0.001], [2, 5, 0.9999]]
poissons = [[3, 0.9], [0.2, 0.5], [2500, 0.999], [100, 0.01]]
nbinoms = [[50, 20, 0.9], [5, 10, 0.99], [2, 5, 0.9999]]
print(json.dumps({
    "provenance": f"mpmath {mpmath.__version__} (60 digits) for the normal, scipy {scipy.__version__} for the rest; distributions.py",
    "normalCdf": [[z, float(tail(-z))] for z in zs],
    "normalUpperTail": [[z, float(tail(z))] for z in zs],
    "normalQuantile": [[p, float(quantile(p))] for p in ps],
    "normalLoss": [[k, float(npdf(mpf(k)) - mpf(k) * tail(k))] for k in zs],
    "gammaQuantile": [[m, s, p, float(stats.gamma.ppf(p, (m / s) ** 2, scale=s * s / m))] for m, s, p in gammas],
    "poissonQuantile": [[m, p, float(stats.poisson.ppf(p, m))] for m, p in poissons],
    "nbinomQuantile": [[m, s, p, float(stats.nbinom.ppf(p, m * m / (s * s - m), m / (s * s)))] for m, s, p in nbinoms],
    "regularisedGammaUpper": [[a, x, float(special.gammaincc(a, x))] for a, x in [[2500, 2900], [2500, 2200], [0.5, 30], [10, 10]]],
    "regularisedBeta": [[x, a, b, float(special.betainc(a, b, x))] for x, a, b in [[0.3, 2, 5], [0.9, 50, 3], [0.01, 0.5, 40]]],
}, indent=1))
