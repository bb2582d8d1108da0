"""Computes the polynomial coefficients of Sources/CTernKernels/Elementary32.inc and 64.inc, and
those beside the loops of Trigonometric.inc, Logarithms.inc and Power.inc.

Each polynomial minimises the greatest weighted error on its interval (Remez's exchange algorithm,
50 digits); the last column of the output is that error, relative to the function's result.
"""

import mpmath as mp

mp.mp.dps = 50


def remez(function, weight, low, high, degree, rounds=12, grid=1500):
    """Coefficients c of the polynomial with the least max |weight(x) (p(x) - function(x))|."""
    low, high = mp.mpf(low), mp.mpf(high)
    count = degree + 2
    chebyshev = lambda n: [
        (low + high) / 2 - (high - low) / 2 * mp.cos(mp.pi * k / (n - 1)) for k in range(n)]
    samples = [(x, function(x), weight(x)) for x in chebyshev(grid)]
    nodes = [samples[round(k * (grid - 1) / (count - 1))] for k in range(count)]
    for _ in range(rounds):
        rows = [[x**i for i in range(degree + 1)] + [(-1)**k / w]
                for k, (x, _, w) in enumerate(nodes)]
        solution = mp.lu_solve(mp.matrix(rows), mp.matrix([f for _, f, _ in nodes]))
        coefficients = list(solution[:degree + 1])
        errors = [(w * (mp.polyval(coefficients[::-1], x) - f), s)
                  for s in samples for x, f, w in [s]]
        extrema = []  # the greatest error of each run of equal signs
        for error in errors:
            if extrema and (extrema[-1][0] > 0) == (error[0] > 0):
                extrema[-1] = max(extrema[-1], error, key=lambda e: abs(e[0]))
            else:
                extrema.append(error)
        while len(extrema) > count:
            extrema.pop(0 if abs(extrema[0][0]) < abs(extrema[-1][0]) else -1)
        if len(extrema) < count:
            break
        nodes = [s for _, s in extrema]
    return coefficients, max(abs(e) for e, _ in errors)


def near_zero(value, series):
    """A removable singularity: the series where the quotient would cancel."""
    return lambda x: series(x) if abs(x) < mp.mpf(10)**-12 else value(x)


half_log2 = mp.log(2) / 2
root = mp.sqrt(2)
s_high = (root - 1) / (root + 1)

exp_q = near_zero(lambda r: (mp.expm1(r) - r) / r**2, lambda r: mp.mpf(1) / 2 + r / 6)
log_p = near_zero(lambda f: (mp.log1p(f) - f + f**2 / 2) / f**3, lambda f: mp.mpf(1) / 3 - f / 4)


def log_r(z):  # log((1 + s) / (1 - s)) = 2 s + s R(s²); this is R / z
    if z < mp.mpf(10)**-12:
        return mp.mpf(2) / 3 + z * 2 / 5
    s = mp.sqrt(z)
    return (mp.log((1 + s) / (1 - s)) / s - 2) / z


def erf_p(z):  # erf(x) = x + x P(x²)
    x = mp.sqrt(z)
    return mp.erf(x) / x - 1 if z > mp.mpf(10)**-20 else 2 / mp.sqrt(mp.pi) - 1


erf_g = lambda x: -mp.log(mp.erfc(x))  # erf(x) = 1 - exp(-G(x))



def odd(function, slope):
    """P with function(x) = x + x z P(z), as a function of z = x²; `slope` is P(0)."""
    def p(z):
        x = mp.sqrt(z)
        return slope if z < mp.mpf(10)**-20 else (function(x) / x - 1) / z
    return p


def cos_q(z):  # cos(x) = 1 - z / 2 + z² Q(z)
    return (mp.cos(mp.sqrt(z)) - 1 + z / 2) / z**2 if z > mp.mpf(10)**-12 else mp.mpf(1) / 24 - z / 720


def atanh_w(z):  # atanh(s) = s + s z / 3 + s z² W(z)
    s = mp.sqrt(z)
    return (mp.atanh(s) / s - 1 - z / 3) / z**2 if z > mp.mpf(10)**-12 else mp.mpf(1) / 5 + z / 7


def log2_p(z):  # log2(1 + f) = s P(s²)
    s = mp.sqrt(z)
    return 2 * (mp.atanh(s) / s if z > mp.mpf(10)**-20 else 1) / mp.log(2)


third = mp.mpf(1) / 3
asin_p, sinh_p = odd(mp.asin, third / 2), odd(mp.sinh, third / 2)
atan_p, sin_p = odd(mp.atan, -third), odd(mp.sin, -third / 2)
little_more = mp.mpf("1.0001")  # beyond the ends, where rounding may lead
quarter_pi, half_pi = ((mp.pi / n)**2 * little_more for n in (4, 2))
eighth_pi_tangent = mp.tan(mp.pi / 8)**2 * little_more


def first(digits):  # weights of what is multiplied by z, or by z²
    return lambda z: z + mp.mpf(10)**-digits


def second(digits):
    return lambda z: z**2 + mp.mpf(10)**-digits


fits = [
    ("f32 exp Q", exp_q, lambda r: r**2 / mp.exp(r), -half_log2, half_log2, 4, "%.9g"),
    ("f32 log P", log_p, lambda f: f**2 + mp.mpf(10)**-9, 1 / root - 1, root - 1, 8, "%.9g"),
    ("f32 erf P", erf_p, lambda z: mp.mpf(1), 0, 1, 6, "%.9g"),
    ("f32 erf G", erf_g, lambda x: mp.erfc(x) + mp.mpf(10)**-8, 1, 4, 6, "%.9g"),
    ("f64 exp Q", exp_q, lambda r: r**2 / mp.exp(r), -half_log2, half_log2, 9, "%.17g"),
    ("f64 log R", log_r, lambda z: z + mp.mpf(10)**-6, 0, s_high**2, 6, "%.17g"),
    ("f64 erf P", erf_p, lambda z: mp.mpf(1), 0, 1, 11, "%.17g"),
    ("f64 erf G", erf_g, lambda x: mp.erfc(x) + mp.mpf(10)**-14, 1, 6, 17, "%.17g"),
    ("f32 asin P", asin_p, first(9), 0, 0.25, 4, "%.9g"),
    ("f32 atan P", atan_p, first(9), 0, eighth_pi_tangent, 4, "%.9g"),
    ("f32 sinh P", sinh_p, first(9), 0, 1, 3, "%.9g"),
    ("f32 sin of half turns", sin_p, first(12), 0, half_pi, 3, "%.17g"),
    ("f32 sin for tan", sin_p, first(12), 0, quarter_pi, 3, "%.17g"),
    ("f32 cos for tan", cos_q, second(12), 0, quarter_pi, 3, "%.17g"),
    ("f32 log2 for pow", log2_p, lambda z: mp.mpf(1), 0, s_high**2, 4, "%.17g"),
    ("f32 exp2 for pow", lambda r: 2**r, lambda r: 2**-r, -0.5, 0.5, 6, "%.17g"),
    ("f64 asin P", asin_p, first(18), 0, 0.25, 11, "%.17g"),
    ("f64 atan P", atan_p, first(18), 0, eighth_pi_tangent, 10, "%.17g"),
    ("f64 sinh P", sinh_p, first(18), 0, 1, 6, "%.17g"),
    ("f64 sin P", sin_p, first(18), 0, quarter_pi, 5, "%.17g"),
    ("f64 cos Q", cos_q, second(18), 0, quarter_pi, 5, "%.17g"),
    ("f64 atanh W", atanh_w, second(18), 0, s_high**2 * little_more, 7, "%.17g"),
    ("cbrt", lambda f: (1 + f)**-third, lambda f: (1 + f)**third, 1 / root - 1, root - 1, 4,
     "%.17g"),
]

if __name__ == "__main__":
    for name, function, weight, low, high, degree, digits in fits:
        coefficients, error = remez(function, weight, low, high, degree)
        print(name, "error", mp.nstr(error, 3))
        print("  " + ", ".join(digits % c for c in coefficients))
