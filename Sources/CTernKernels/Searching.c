// Places of values in sorted arrays, by halving.

#include "Tiers.h"

// Whether a comes before b, NaN being greater than every number.
#define LESS_REAL(a, b) ((a) < (b) || ((a) == (a) && (b) != (b)))
#define LESS_WHOLE(a, b) ((a) < (b))

// Steps of halving without a branch on what is compared.
#define SEARCH(TYPE, LESS)                                                         \
  {                                                                                \
    const TYPE *x = sorted, *v = values;                                           \
    for (ptrdiff_t i = 0; i < count; i++) {                                        \
      const TYPE value = v[i];                                                     \
      const TYPE *base = x;                                                        \
      ptrdiff_t left = n;                                                          \
      while (left > 0) {                                                           \
        const ptrdiff_t half = left / 2;                                           \
        const bool after = right ? !LESS(value, base[half]) : LESS(base[half], value); \
        base = after ? base + half + 1 : base;                                     \
        left = after ? left - half - 1 : half;                                     \
      }                                                                            \
      places[i] = (int32_t)(base - x);                                             \
    }                                                                              \
    return;                                                                        \
  }

void tern_search_sorted(int32_t type, bool right, ptrdiff_t n, const void *sorted, ptrdiff_t count,
                        const void *values, int32_t *places) {
  switch (type) {
    case TERN_F32: SEARCH(float, LESS_REAL)
    case TERN_F64: SEARCH(double, LESS_REAL)
    case TERN_I32: SEARCH(int32_t, LESS_WHOLE)
    case TERN_I64: SEARCH(int64_t, LESS_WHOLE)
    case TERN_U8:
    case TERN_BOOL: SEARCH(uint8_t, LESS_WHOLE)
  }
}
