"""Known answers for test/engine/accuracy, by numpy and scipy straight from the definitions.

Run: python3 accuracy.py > ../accuracy.json
"""
import json
import numpy as np
import scipy
from scipy.stats import norm

rng = np.random.default_rng(20240101)
n, season = 60, 12
t = np.arange(n)
demand = np.maximum(0, np.round(80 + 0.6 * t + 15 * np.sin(2 * np.pi * t / season) + rng.normal(0, 12, n)))
demand[[7, 29, 50]] = 0
history, actual = demand[:36], demand[36:]
forecast = np.round(actual.mean() + rng.normal(4, 14, actual.size), 1)
low, high = np.round(forecast - 22.5, 1), np.round(forecast + 25.5, 1)
error = forecast - actual
level, probability = 0.9, 0.8

scale = np.abs(history[season:] - history[:-season]).mean()
squared = (np.diff(history) ** 2).mean()
alpha = 1 - level
score = (high - low) + 2 / alpha * np.where(actual < low, low - actual, 0) + 2 / alpha * np.where(
    actual > high, actual - high, 0)
quantile = forecast + 10
pinball = np.where(actual >= quantile, probability * (actual - quantile), (1 - probability) * (quantile - actual))
sales = actual > 0


def lead_time(leadtime):
    sums = np.lib.stride_tricks.sliding_window_view(error, leadtime).sum(axis=1)
    return sums.std(ddof=1)


naive = np.round(np.r_[history[-1], actual[:-1]], 1)
statistical = forecast
final = np.round(0.7 * forecast + 0.3 * actual, 1)


def stage(f):
    return [np.abs(f - actual).sum() / actual.sum(), (f - actual).sum() / actual.sum()]


def clean(x):
    return x.tolist() if isinstance(x, np.ndarray) else float(x)


answers = {
    "mae": np.abs(error).mean(), "rmse": np.sqrt((error ** 2).mean()),
    "mape": (np.abs(error[sales]) / actual[sales]).mean(),
    "smape": (2 * np.abs(error) / (np.abs(actual) + np.abs(forecast))).mean(),
    "wape": np.abs(error).sum() / actual.sum(), "bias": error.sum() / actual.sum(),
    "trackingSignal": error.sum() / np.abs(error).mean(),
    "mase": np.abs(error).mean() / scale, "rmsse": np.sqrt((error ** 2).mean() / squared),
    "pinball": pinball.mean(), "coverage": ((actual >= low) & (actual <= high)).mean(),
    "msis": score.mean() / scale,
    "sigma1": error.std(ddof=1), "sigma3": lead_time(3), "sigma4": lead_time(4),
    # variation of the absolute value of a standard normal, from scipy's moments
    "absoluteVariation": np.sqrt(1 - (2 * norm.pdf(0)) ** 2) / (2 * norm.pdf(0)),
}
print(json.dumps({
    "provenance": f"numpy {np.__version__}, scipy {scipy.__version__}; scripts/accuracy.py",
    "season": season, "level": level, "probability": probability,
    "history": clean(history), "actual": clean(actual), "forecast": clean(forecast), "low": clean(low),
    "high": clean(high), "quantile": clean(quantile), "naive": clean(naive), "final": clean(final),
    "stages": [stage(naive), stage(statistical), stage(final)],
    **{key: clean(value) for key, value in answers.items()},
}, indent=1))
