"""Reads rows as JSON from standard input and writes the figures that scikit-learn, SciPy and statsmodels give of them.

`test/node/reference.test.ts` holds the figures of @hale/core/validation against these.
"""

import json
import sys
import warnings

import numpy as np
import statsmodels.api as sm
from scipy import optimize, special, stats
from sklearn import linear_model, metrics, preprocessing

LEAST = np.finfo(float).eps


def placements(happened, scores):
    """By every pair, as DeLong writes it; far slower than ranks, and plain."""
    with_, without = scores[happened], scores[~happened]
    kernel = (with_[:, None] > without[None, :]) + 0.5 * (with_[:, None] == without[None, :])
    return kernel.mean(axis=1), kernel.mean(axis=0)


def variance(parts):
    return sum(part.var(ddof=1) / len(part) for part in parts)


def truth(happened, p, other, threshold):
    rate = happened.mean()
    first, second = placements(happened, p), placements(happened, other)
    warned = p >= threshold
    tn, fp, fn, tp = metrics.confusion_matrix(happened, warned).ravel()
    highest = np.argsort(-p, kind="stable")[: int(0.1 * len(p))]
    bins = np.minimum(9, np.floor(p * 10).astype(int))
    off = [(bins == b).mean() * abs(p[bins == b].mean() - happened[bins == b].mean()) for b in np.unique(bins)]
    false_rates, true_rates, _ = metrics.roc_curve(happened, p, drop_intermediate=False)
    area = metrics.roc_auc_score(happened, p)
    error = np.sqrt(variance(first))
    gained = [b - a for a, b in zip(first, second)]
    gain = metrics.roc_auc_score(happened, other) - area
    return {
        "auc": area,
        "standardError": error,
        "low": max(0, area - stats.norm.ppf(0.975) * error),
        "difference": gain,
        "differenceError": np.sqrt(variance(gained)),
        "p": 2 * stats.norm.sf(abs(gain) / np.sqrt(variance(gained))),
        "averagePrecision": metrics.average_precision_score(happened, p),
        "rocPoints": len(false_rates),
        "rocArea": metrics.auc(false_rates, true_rates),
        "kolmogorovSmirnov": stats.ks_2samp(p[happened], p[~happened]).statistic,
        "lift": happened[highest].mean() / rate,
        "confusion": [int(tp), int(fp), int(fn), int(tn)],
        "falsePositiveRate": fp / (fp + tn),
        "falseNegativeRate": fn / (fn + tp),
        "precision": metrics.precision_score(happened, warned),
        "recall": metrics.recall_score(happened, warned),
        "matthewsCorrelation": metrics.matthews_corrcoef(happened, warned),
        "brier": metrics.brier_score_loss(happened, p),
        "brierSkill": 1 - metrics.brier_score_loss(happened, p) / (rate * (1 - rate)),
        "logLoss": metrics.log_loss(happened, p),
        "calibrationError": sum(off),
    }


def logistic(rows, happened, strength):
    scaled = preprocessing.StandardScaler().fit_transform(rows)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        if strength > 0:
            model = linear_model.LogisticRegression(C=1 / strength, solver="newton-cholesky", tol=1e-13, max_iter=1000)
            model.fit(scaled, happened)
            return {"intercept": model.intercept_[0], "weights": model.coef_[0].tolist()}
        fit = sm.Logit(happened.astype(float), sm.add_constant(scaled)).fit(disp=0, method="newton", maxiter=100, tol=1e-14)
    return {
        "intercept": fit.params[0],
        "weights": fit.params[1:].tolist(),
        "errors": fit.bse.tolist(),
        "loss": -fit.llf,
    }


def trend(points):
    x, y = np.array(points).T
    found = stats.theilslopes(y, x, 0.95)
    s = sum(np.sign(y[j] - y[i]) for i in range(len(y)) for j in range(i + 1, len(y)))
    return {"slope": found.slope, "low": found.low_slope, "high": found.high_slope, "s": s}


def bg_bb(histories):
    """The likelihood of Fader, Hardie & Shang (2010), equation 5, by SciPy's own optimiser."""
    x, last, n, count = np.array(histories, dtype=float).T

    def loss(logs):
        a, b, g, d = np.exp(logs)
        base = special.betaln(a, b) + special.betaln(g, d)
        terms = [special.betaln(a + x, b + n - x) + special.betaln(g, d + n) - base]
        for i in range(int(n.max())):
            term = special.betaln(a + x, b + last - x + i) + special.betaln(g + 1, d + last + i) - base
            terms.append(np.where(i <= n - last - 1, term, -np.inf))
        return -(count * special.logsumexp(terms, axis=0)).sum()

    start = optimize.minimize(loss, np.zeros(4), method="Nelder-Mead", options={"maxiter": 10_000, "xatol": 1e-10, "fatol": 1e-10})
    return {"parameters": np.exp(start.x).tolist(), "logLikelihood": -start.fun}


def hazard(lives):
    """Lives of (years begun, what is known, whether the last year ended it): a row for each year, and statsmodels on those."""
    years = np.concatenate([np.arange(1, begun + 1) for begun, _, _ in lives])
    known = np.repeat([known for _, known, _ in lives], [begun for begun, _, _ in lives])
    ended = np.concatenate([[0.0] * (begun - 1) + [float(last)] for begun, _, last in lives])
    design = sm.add_constant(np.column_stack([np.log(years), known]))
    fit = sm.Logit(ended, design).fit(disp=0, method="newton", maxiter=100, tol=1e-14)
    ahead = sm.add_constant(np.column_stack([np.log([2, 3, 4]), np.full(3, 1.0)]), has_constant="add")
    return {"weights": fit.params.tolist(), "endsWithin": 1 - np.prod(1 - fit.predict(ahead))}


def main():
    asked = json.load(sys.stdin)
    happened = np.array(asked["happened"], dtype=bool)
    rows = np.array(asked["rows"], dtype=float)
    answer = {
        "truth": truth(happened, np.array(asked["probabilities"]), np.array(asked["other"]), asked["threshold"]),
        "logistic": {str(strength): logistic(rows, happened, strength) for strength in asked["lambdas"]},
        "trend": trend(asked["points"]),
        "bgBb": bg_bb(asked["histories"]),
        "hazard": hazard(asked["lives"]),
    }
    json.dump(answer, sys.stdout, default=float)


main()
