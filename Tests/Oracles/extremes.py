"""Writes Tests/SystemsTests/ExtremesOracle.swift: values and gradients of functions of huge, tiny and
far numbers, calculated with some hundred digits (mpmath 1.4) and rounded once.

    python Tests/Oracles/extremes.py

Each function is its definition and nothing else. A graph of numbers gives the derivatives, so that
no formula of a gradient is written twice.
"""

from fractions import Fraction
from pathlib import Path

import mpmath as mp

OUTPUT = Path(__file__).parents[1] / "SystemsTests/ExtremesOracle.swift"


class Number:
    """A number with the numbers that it was made of, and the derivatives with respect to them."""

    def __init__(self, value, parents=()):
        self.value, self.parents, self.gradient = mp.mpf(value), parents, mp.mpf(0)

    def __add__(self, other):
        other = number(other)
        return Number(self.value + other.value, ((self, 1), (other, 1)))

    def __mul__(self, other):
        other = number(other)
        return Number(self.value * other.value, ((self, other.value), (other, self.value)))

    def __truediv__(self, other):
        other = number(other)
        value = self.value / other.value
        return Number(value, ((self, 1 / other.value), (other, -value / other.value)))

    def __neg__(self):
        return Number(-self.value, ((self, -1),))

    def __sub__(self, other):
        return self + -number(other)

    def __rsub__(self, other):
        return number(other) + -self

    def __rtruediv__(self, other):
        return number(other) / self

    __radd__, __rmul__ = __add__, __mul__


def number(x):
    return x if isinstance(x, Number) else Number(x)


def function(f, derivative):
    def of(x):
        y = f(x.value)
        return Number(y, ((x, derivative(x.value, y)),))
    return of


exp = function(mp.exp, lambda x, y: y)
log = function(mp.log, lambda x, y: 1 / x)
# The derivatives at 0 are Tern's choice, 0.
sqrt = function(mp.sqrt, lambda x, y: 1 / (2 * y) if y else mp.mpf(0))
size = function(abs, lambda x, y: mp.sign(x))
erf = function(mp.erf, lambda x, y: 2 / mp.sqrt(mp.pi) * mp.exp(-x * x))


def power(p):
    return function(lambda x: x ** p if x else mp.mpf(0),
                    lambda x, y: p * x ** (p - 1) if x else mp.mpf(0))


def gradients(outputs, upstream, inputs):
    """Σ upstream · outputs, differentiated with respect to the inputs."""
    order, seen = [], set()
    for output in outputs:
        stack = [(output, False)]
        while stack:
            node, done = stack.pop()
            if done:
                order.append(node)
            elif id(node) not in seen:
                seen.add(id(node))
                stack.append((node, True))
                stack += [(parent, False) for parent, _ in node.parents]
    for output, dy in zip(outputs, upstream):
        output.gradient += dy
    for node in reversed(order):
        for parent, slope in node.parents:
            parent.gradient += node.gradient * slope
    return [x.gradient for x in inputs]


# MARK: Functions of a list of numbers

def total(x):
    return sum(x[1:], x[0])


def mean(x):
    return total(x) / len(x)


def variance(x, correction=0):
    m = mean(x)
    return total([(v - m) * (v - m) for v in x]) / (len(x) - correction)


def norm(p):
    return lambda x: [power(1 / p)(total([power(p)(size(v)) for v in x]))]


def softmax(x):
    greatest = max(v.value for v in x)
    e = [exp(v - greatest) for v in x]
    sum_of_all = total(e)
    return [v / sum_of_all for v in e]


def log_sum_exp(x):
    greatest = max(v.value for v in x)
    return log(total([exp(v - greatest) for v in x])) + greatest


def log_softmax(x):
    sum_of_all = log_sum_exp(x)
    return [v - sum_of_all for v in x]


def cross_entropy(targets):
    return lambda x: [-total([t * v for t, v in zip(targets(len(x)), log_softmax(x)) if t])]


def one_hot(label):
    return lambda count: [int(i == label % count) for i in range(count)]


def smoothed(count):
    return [mp.mpf(3) / 4 * t + mp.mpf(1) / (4 * count) for t in one_hot(0)(count)]


def softplus(x):
    return log(1 + exp(x)) if x.value < 0 else log(1 + exp(-x)) + x


def sigmoid(x):
    return exp(x) / (1 + exp(x)) if x.value < 0 else 1 / (1 + exp(-x))


def gelu(x):
    return x * ((erf(x / mp.sqrt(2)) + 1) / 2)


def halves(f):
    """A function of two lists, of one that holds both."""
    return lambda x: f(x[:len(x) // 2], x[len(x) // 2:])


def each(f):
    return lambda x: [f(v) for v in x]


def errors(x, y):
    return [a - b for a, b in zip(x, y)]


def huber(e):
    return e * e / 2 if abs(e.value) <= 1 else size(e) - mp.mpf(1) / 2


def normalized(epsilon):
    def of(x):
        m, deviation = mean(x), sqrt(variance(x) + epsilon)
        return [(v - m) / deviation for v in x]
    return of


def correlation(x, y):
    mx, my = mean(x), mean(y)
    products = total([(a - mx) * (b - my) for a, b in zip(x, y)])
    return [products / (sqrt(variance(x)) * sqrt(variance(y)) * len(x))]


def covariance(x, y):
    mx, my = mean(x), mean(y)
    return [total([(a - mx) * (b - my) for a, b in zip(x, y)]) / (len(x) - 1)]


# MARK: Cases

class Type:
    """A floating-point type: its digits, its least number, and numbers near the ends of its range."""

    def __init__(self, digits, lowest, highest, decimals, **numbers):
        self.digits, self.lowest, self.highest, self.decimals = digits, lowest, highest, decimals
        self.__dict__.update(numbers)

    def rounded(self, x):
        """x as the nearest number of the type, a Fraction; or infinite."""
        sign, mantissa, exponent, bits = mp.mpf(x)._mpf_
        if not mantissa or exponent + bits < self.lowest - 1:
            return Fraction(0)
        if exponent + bits > self.highest + 1:
            return float("-inf" if sign else "inf")
        exact = Fraction(mantissa) * Fraction(2) ** exponent
        quantum = Fraction(2) ** max(exponent + bits - self.digits, self.lowest)
        result = round(exact / quantum) * quantum
        if result >= Fraction(2) ** self.highest:
            return float("-inf" if sign else "inf")
        return -result if sign else result

    def text(self, x):
        """As few decimals as give the nearest number."""
        nearest = self.rounded(x)
        if nearest in (float("inf"), float("-inf")):
            return str(nearest)
        texts = (f"{float(nearest):.{count}g}" for count in range(1, self.decimals + 1))
        return next(text for text in texts if self.rounded(mp.mpf(text)) == nearest)


FLOAT = Type(24, -149, 128, 9, big=1e38, root=1e19, huge=1e30, small=1e-30, tiny=1e-40,
             least=1e-45, far=1e8, step=8.0, sure=20.0, overflow=(2 - 2.0**-23) * 2.0**127)
DOUBLE = Type(53, -1074, 1024, 17, big=1e308, root=1e154, huge=1e250, small=1e-250,
              tiny=1e-310, least=5e-324, far=1e8, step=2.0**-24, sure=50.0,
              overflow=(2 - 2.0**-52) * 2.0**1023)


def vectors(t):
    """Lists whose sums and sums of squares leave the range of the type on the way."""
    return [
        [t.big], [t.big, t.big], [t.overflow] * 2, [t.overflow] * 5, [t.overflow] * 70,
        [t.big, -t.big], [t.big, t.tiny], [t.big, 1, 1 / t.big],
        [t.root, 2 * t.root, -t.root], [t.root] * 5 + [3 * t.root] * 40,
        [t.huge, -t.huge, t.huge], [t.huge, 2 * t.huge, 0, 5 * t.huge],
        [t.small, 2 * t.small, -3 * t.small], [t.small] * 30 + [3 * t.small] * 30,
        [t.tiny], [t.tiny, -t.tiny, 3 * t.tiny], [t.least], [t.least, -t.least, 0, t.least],
        [t.far, t.far + t.step, t.far + 2 * t.step, t.far + 7 * t.step],
        [t.far] * 50 + [t.far + t.step] * 30 + [t.far + 3 * t.step] * 20,
        [-t.far * 4, -t.far * 4 + 4 * t.step, -t.far * 4 - 4 * t.step], [5.0] * 7, [0.0, 0.0],
        [1.0, 2.0, 4.0, 8.0], [3.0],
    ]


def varying(t):
    return [x for x in vectors(t) if len(set(x)) > 1]


def normal_means(t):
    """Lists whose mean is not far below the least number."""
    return [x for x in varying(t) if max(map(abs, x)) > t.least]


def logits(t):
    """Lists of finite numbers whose differences are finite, too."""
    return [
        [t.big, 0], [0, t.big], [t.big, -t.big / 2], [t.big, t.big], [-t.big, -t.big, -t.big],
        [t.big, t.tiny, -1.0], [t.tiny, -t.tiny], [t.least, 0, -t.least], [3.0], [t.big],
        [t.sure, 0], [0, t.sure, t.sure / 2], [2 * t.sure, 0, 1, -1], [5 * t.sure, 0],
        [t.far, t.far + t.step, t.far - t.step], [t.sure] + [0] * 39, [0] * 50 + [t.sure] + [1.0] * 20,
        [1.0, 2.0, 4.0], [t.big / 2] + [-t.big / 2] * 40, [1e-3, 0, -1e-3],
    ]


def points(t):
    return [
        t.big, t.root, t.huge, t.far, 5 * t.sure, 2 * t.sure, t.sure, 5.0, 1.0, 0.1, 1e-3, t.small, t.tiny,
        t.least, 0.0, -t.least, -t.tiny, -t.small, -1e-3, -0.1, -1.0, -5.0, -t.sure, -2 * t.sure, -5 * t.sure,
        -t.far, -t.huge, -t.root, -t.big,
    ]


def pairs(t):
    """Two lists of the same length, one after the other."""
    p = [t.big, t.huge, t.root, t.far, t.sure, 1.0, t.small, t.tiny, t.least]
    q = [-v for v in p]
    return [p + [0.0] * 9, p + p[::-1], p + q[::-1], q + [1.0] * 9, q + q[::-1], p + p[1:] + [0.0]]


def couples(t):
    """Two lists that are correlated, one after the other."""
    ramp = [1.0, 2.0, 4.0, 7.0]
    return [
        [v * t.huge for v in ramp] + [v * t.huge for v in ramp[::-1]],
        [v * t.small for v in ramp] + [5.0, 1.0, 2.0, 2.5],
        [t.far + v * t.step for v in ramp] + [1.0, 0, 3.0, -2.0],
        [v * t.big / 16 for v in ramp] + [v * t.tiny for v in (1.0, -1.0, 2.0, 0.5)],
        [v * t.root / 8 for v in ramp * 25] + [v * t.root / 8 for v in (1.0, 3.0, -2.0, 5.0) * 25],
        ramp + [1.0, 3.0, 2.0, 8.0],
    ]


def epsilon(t):
    exact = t.rounded(mp.mpf(1e-5))
    return mp.mpf(exact.numerator) / exact.denominator


# The function, given its type; its inputs.
CASES = {
    "sum": (lambda t: lambda x: [total(x)], vectors),
    "mean": (lambda t: lambda x: [mean(x)], vectors),
    "variance": (lambda t: lambda x: [variance(x)], vectors),
    "variance of a sample": (lambda t: lambda x: [variance(x, 1)],
                             lambda t: [x for x in vectors(t) if len(x) > 1]),
    "standard deviation": (lambda t: lambda x: [sqrt(variance(x))], vectors),
    "covariance": (lambda t: halves(covariance), couples),
    "correlation": (lambda t: halves(correlation), couples),
    "norm 1": (lambda t: lambda x: [total([size(v) for v in x])], vectors),
    "norm 2": (lambda t: lambda x: [sqrt(total([v * v for v in x]))], vectors),
    "norm 3": (lambda t: norm(mp.mpf(3)), varying),
    "norm 0.5": (lambda t: norm(mp.mpf(0.5)), varying),
    "norm -2": (lambda t: norm(mp.mpf(-2)), lambda t: [x for x in varying(t) if all(x)]),
    "norm ∞": (lambda t: lambda x: [max((size(v) for v in x), key=lambda v: v.value)],
               lambda t: [x for x in varying(t)
                          if sum(abs(v) == max(map(abs, x)) for v in x) == 1]),
    "softmax": (lambda t: softmax, logits),
    "log-softmax": (lambda t: log_softmax, logits),
    "logSumExp": (lambda t: lambda x: [log_sum_exp(x)], logits),
    "cross-entropy of the first": (lambda t: cross_entropy(one_hot(0)), logits),
    "cross-entropy of the last": (lambda t: cross_entropy(one_hot(-1)), logits),
    "cross-entropy, smoothed": (lambda t: cross_entropy(smoothed), logits),
    "binary cross-entropy of 1": (lambda t: each(lambda x: softplus(-x)), lambda t: [points(t)]),
    "binary cross-entropy of 0": (lambda t: each(softplus), lambda t: [points(t)]),
    "squared error": (lambda t: halves(lambda x, y: [mean([e * e for e in errors(x, y)])]), pairs),
    "absolute error": (lambda t: halves(lambda x, y: [mean([size(e) for e in errors(x, y)])]), pairs),
    "Huber": (lambda t: halves(lambda x, y: [mean([huber(e) for e in errors(x, y)])]), pairs),
    "batch norm": (lambda t: normalized(epsilon(t)), normal_means),
    "layer norm": (lambda t: normalized(epsilon(t)), normal_means),
    "layer norm, epsilon 0": (lambda t: normalized(mp.mpf(0)), varying),
    "sigmoid": (lambda t: each(sigmoid), lambda t: [points(t)]),
    "softplus": (lambda t: each(softplus), lambda t: [points(t)]),
    "SiLU": (lambda t: each(lambda x: x * sigmoid(x)), lambda t: [points(t)]),
    "GELU": (lambda t: each(gelu), lambda t: [points(t)]),
    "ELU": (lambda t: each(lambda x: x if x.value > 0 else exp(x) - 1), lambda t: [points(t)]),
    "tanh": (lambda t: each(lambda x: 2 * sigmoid(2 * x) - 1), lambda t: [points(t)]),
    "erf": (lambda t: each(erf), lambda t: [points(t)]),
    "expm1": (lambda t: each(lambda x: exp(x) - 1),
              lambda t: [[x for x in points(t) if x < 80]]),
    "log1p": (lambda t: each(lambda x: log(1 + x)), lambda t: [[x for x in points(t) if x > -1]]),
    "log2": (lambda t: each(lambda x: log(x) / mp.log(2)), lambda t: [[x for x in points(t) if x > 0]]),
    "log10": (lambda t: each(lambda x: log(x) / mp.log(10)), lambda t: [[x for x in points(t) if x > 0]]),
    "1 / x": (lambda t: each(lambda x: 1 / x),
              lambda t: [[x for x in points(t) if abs(x) > 2 / t.big]]),
    "1 / √x": (lambda t: each(lambda x: 1 / sqrt(x)), lambda t: [[x for x in points(t) if x > 0]]),
    "hypot": (lambda t: halves(lambda x, y: [sqrt(a * a + b * b) for a, b in zip(x, y)]), pairs),
    "logAddExp": (lambda t: halves(lambda x, y: [log_sum_exp([a, b]) for a, b in zip(x, y)]),
                  pairs),
}


def run(text):
    """Numbers, those that follow each other as number*count."""
    parts = []
    for word in text:
        if parts and parts[-1][0] == word:
            parts[-1][1] += 1
        else:
            parts.append([word, 1])
    return " ".join(word if count == 1 else f"{word}*{count}" for word, count in parts)


def lines(t):
    # Sums of squares of all sizes, from the least number's to the greatest's, are exact.
    mp.mp.dps = 200 if t is FLOAT else 1300
    for name, (make, inputs) in CASES.items():
        f = make(t)
        for x in inputs(t):
            exact = [t.rounded(v) for v in x]
            nodes = [Number(mp.mpf(v.numerator) / v.denominator) for v in exact]
            outputs = f(nodes)
            # No two alike, and exact in each type.
            upstream = [1 - mp.mpf(i % 8) / 4 for i in range(len(outputs))]
            dx = gradients(outputs, upstream, nodes)
            yield "; ".join([
                name, run([t.text(v) for v in x]), run([t.text(y.value) for y in outputs]),
                run([t.text(v) for v in dx])])


def wrapped(line, limit=94):
    """A line in several that end in a backslash."""
    words, result = line.split(" "), [""]
    for word in words:
        if len(result[-1]) + len(word) > limit:
            result.append("")
        result[-1] += word + " "
    return " \\\n      ".join(part.rstrip() for part in result)


def main():
    with OUTPUT.open("w") as file:
        print("// Written by Tests/Oracles/extremes.py; do not edit.\n", file=file)
        print("/// Lines of a function, its inputs, its values, and the inputs' gradients under upstream", file=file)
        print("/// gradients 1, 3/4, … −3/4 in turn; a number that comes n times is `number*n`.", file=file)
        print("enum ExtremesOracle {", file=file)
        for index, (name, t) in enumerate([("float", FLOAT), ("double", DOUBLE)]):
            if index:
                print(file=file)
            print(f"  static let {name} = \"\"\"", file=file)
            for line in lines(t):
                print("    " + wrapped(line), file=file)
            print("    \"\"\"", file=file)
        print("}", file=file)


if __name__ == "__main__":
    main()
