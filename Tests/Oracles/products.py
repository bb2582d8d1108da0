"""Writes Tests/TernTensorsTests/Operators/ProductsOracle.swift: what NumPy gives for sums of products of
whole numbers.

    python3 Tests/Oracles/products.py      # numpy 2.4
"""

from pathlib import Path

import numpy as np

OUTPUT = Path(__file__).parents[1] / "TernTensorsTests/Operators/ProductsOracle.swift"


def numbers(shape, number):
    """Different for each operand, from −3 to 3."""
    return (np.arange(np.prod(shape, dtype=int)) * (5, 3, 4, 2, 6)[number % 5] % 7 - 3).reshape(shape)


EQUATIONS = [
    ("i->i", (4,)), ("i->", (4,)), ("i", (0,)), ("i->", (0,)), ("->", ()), ("", ()), ("ij->ji", (2, 3)),
    ("ba", (2, 3)), ("ij->i", (2, 3)), ("ij->j", (2, 0)), ("ii", (3, 3)), ("ii->i", (3, 3)), ("ii->i", (0, 0)),
    ("iij->j", (2, 2, 3)), ("iji->ij", (3, 2, 3)), ("iiii->i", (2, 2, 2, 2)), ("iijj->ij", (2, 2, 3, 3)),
    ("...->...", (2, 3)), ("...ij->...ji", (2, 3, 4)), ("i...->...", (2, 3, 4)), ("...ii->...", (2, 3, 3)),
    ("...i", (2, 3)), ("ij...->...", (2, 3)),
    ("i,i", (4,), (4,)), ("i,i", (0,), (0,)), ("i,j", (2,), (3,)), ("i,j->ji", (2,), (3,)), ("i,i->i", (4,), (4,)),
    (",", (), ()), (",ij", (), (2, 3)), ("ij,jk", (2, 3), (3, 4)), ("ij,jk->ik", (2, 3), (3, 4)),
    ("ij,jk->ki", (2, 3), (3, 4)), ("ij,kj->ik", (2, 3), (4, 3)), ("ji,jk->ik", (3, 2), (3, 4)),
    ("ji,kj->ik", (3, 2), (4, 3)), ("ij,jk->ik", (0, 3), (3, 4)), ("ij,jk->ik", (2, 0), (0, 4)),
    ("ij,jk", (2, 3), (3, 0)), ("ij,ij->", (2, 3), (2, 3)), ("ij,ij->i", (2, 3), (2, 3)), ("ij,ji", (2, 3), (3, 2)),
    ("ij,j->i", (2, 3), (3,)), ("ij,i->j", (2, 3), (2,)), ("ij,k->", (2, 3), (4,)), ("ij,k->ik", (2, 3), (4,)),
    ("bij,bjk->bik", (2, 3, 4), (2, 4, 2)), ("ijb,jkb->ikb", (3, 4, 2), (4, 2, 2)), ("bij,bkj->bik", (2, 3, 4), (2, 2, 4)),
    ("bhqd,bhkd->bhqk", (2, 3, 2, 4), (2, 3, 5, 4)), ("bqhd,bkhd->bhqk", (2, 2, 3, 4), (2, 5, 3, 4)),
    ("ijkl,klm->ijm", (2, 3, 2, 2), (2, 2, 3)), ("ijkl,lkm->mij", (2, 3, 2, 3), (3, 2, 3)),
    ("ii,ij->j", (3, 3), (3, 2)), ("iij,jkk->ik", (2, 2, 3), (3, 4, 4)), ("ij,jk->ik", (2, 1), (3, 4)),
    ("ij,ij->ij", (2, 1), (1, 3)), ("bij,bjk->bik", (1, 3, 4), (2, 4, 2)), ("ij,jk->k", (2, 3), (3, 4)),
    ("...ij,...jk->...ik", (2, 3, 4), (4, 2)), ("...ij,...jk", (2, 1, 3, 4), (5, 4, 2)), ("...,...", (2, 3), (3,)),
    ("...i,i...->...", (2, 3), (3, 2)), ("i...,i...->i...", (2, 3), (2, 1)), ("...i,...i->...", (4, 1, 3), (2, 3)),
    ("...ij,jk", (0, 2, 3), (3, 4)), ("a...b,b...c->...ac", (2, 3, 4), (4, 3, 2)),
    ("ij,jk,kl->il", (2, 3), (3, 4), (4, 2)), ("ij,jk,ki", (2, 3), (3, 4), (4, 2)), ("i,j,k->kji", (2,), (3,), (4,)),
    ("i,i,i", (3,), (3,), (3,)), ("ij,ik,il->jkl", (2, 3), (2, 2), (2, 4)), ("i,ij,j", (2,), (2, 3), (3,)),
    ("ij,jk,kl,lm->im", (2, 30), (30, 2), (2, 20), (20, 3)), ("ab,bc,cd,de,ef->af", (2, 3), (3, 2), (2, 4), (4, 2), (2, 3)),
    ("ea,fb,abcd,gc,hd->efgh", (2, 3), (3, 3), (3, 3, 3, 3), (2, 3), (2, 3)),
    ("a,b,c,d,e,f,g->", (2,), (3,), (2,), (2,), (2,), (3,), (2,)),
    ("ab,bc,cd,de,ef,fg,gh,hi->ai", *[(2, 3), (3, 2)] * 4), ("...a,a...,...->...", (2, 3), (3, 2), (2,)),
    ("Ab,bC->AC", (2, 3), (3, 4)), ("bA,Ac", (2, 3), (3, 4)), (" i j , j k -> i k ", (2, 3), (3, 4)),
    ("ab,cd,ef,gh->bdfh", (2, 2), (1, 3), (2, 1), (3, 2)),
]  # fmt: skip
CASES = [("einsum " + equation.replace(" ", "_"), shapes, np.einsum(equation, *map(numbers, shapes, range(9))))
         for equation, *shapes in EQUATIONS]


def add(call, *shapes, result):
    CASES.append((call, shapes, result(*map(numbers, shapes, range(2)))))


for n, m in [(1, 1), (7, 3), (3, 7), (17, 17), (5, 4), (64, 9), (100, 16), (150, 40), (300, 70), (33, 257)]:
    for mode in ("full", "same", "valid"):
        add(f"convolve {mode}", (n,), (m,), result=lambda x, v: np.convolve(x, v, mode))
for a, b in [((), ()), ((3,), (2,)), ((2, 3), (4,)), ((2, 0), (3,))]:
    add("outer", a, b, result=np.outer)
for a, b in [((), (2, 3)), ((3,), (3,)), ((2, 3), (4, 3)), ((2, 3), (3,)), ((2, 0), (3, 0)), ((2, 2, 3), (4, 3))]:
    add("inner", a, b, result=np.inner)
for a, b in [((), (2, 3)), ((3,), (2,)), ((2, 3), (3, 2)), ((2, 3), (4,)), ((3,), (2, 2, 2)), ((2, 0), (3, 2)),
             ((1, 2, 3), (2, 3, 1)), ((2, 1, 2, 1), (1, 2, 1, 3))]:
    add("kron", a, b, result=np.kron)
for a, b, axis in [((3,), (3,), -1), ((2, 3), (2, 3), -1), ((2, 3), (2, 3), 0), ((4, 2, 3), (3,), -1),
                   ((2, 1, 3), (4, 3), -1), ((3, 4, 1), (4, 2), -2), ((2, 0), (2, 0), -1), ((2, 0), (2, 0), 0)]:
    add(f"vecdot {axis}", a, b, result=lambda x, y: np.vecdot(x, y, axis=axis))
for a, b, axes in [((2, 3), (3, 4), 1), ((2, 3), (2, 3), 2), ((2,), (3,), 0), ((2, 3, 4), (3, 4, 5), 2),
                   ((2, 0), (0, 3), 1)]:
    add(f"tensordot {axes}", a, b, result=lambda x, y: np.tensordot(x, y, axes))
for a, b, left, right in [((2, 3, 4), (4, 3, 5), [1, 2], [1, 0]), ((2, 3, 4), (5, 2), [0], [1]),
                          ((2, 3, 4), (3, 2, 4), [0, 2, 1], [1, 2, 0]), ((2, 3), (4, 3), [-1], [-1])]:
    call = f"tensordot {' '.join(map(str, left + right))}"
    add(call, a, b, result=lambda x, y: np.tensordot(x, y, (left, right)))
for a, b in [((3,), (3,)), ((3,), (3, 2)), ((2, 3), (3,)), ((2, 3), (3, 4)), ((4, 2, 3), (3,)), ((3,), (4, 3, 2)),
             ((4, 2, 3), (3, 2)), ((2, 1, 2, 3), (4, 3, 2)), ((2, 3), (5, 3, 1)), ((0, 2, 3), (3, 2)), ((2, 0), (0, 3)),
             ((1, 2, 3), (4, 3, 2)), ((3, 0, 2), (2, 2))]:
    add("matmul", a, b, result=np.matmul)

lines = [
    "// Written by Tests/Oracles/products.py: a call, the shapes of its operands, whose elements are",
    "// i * (5, 3, 4, 2, 6)[operand % 5] % 7 - 3, the shape that NumPy gives, and the elements.",
    "",
    "enum ProductsOracle {",
    "  // swift-format-ignore",
    '  static let text = """',
]
for call, shapes, value in CASES:
    value = np.asarray(value)
    fields = [call, "|".join(" ".join(map(str, shape)) for shape in shapes), " ".join(map(str, value.shape)),
              " ".join(map(str, value.astype(int).ravel().tolist()))]
    line = ";".join(fields)
    while len(line) > 110:
        lines.append("    " + line[:110] + "\\")
        line = line[110:]
    lines.append("    " + line)
lines += ['    """', "}", ""]
OUTPUT.write_text("\n".join(lines))
print(len(CASES), "cases")
