// Counting what is true or falls into bins, and running sums of integers.

#include "Tiers.h"

void tern_count_true_along(ptrdiff_t outer, ptrdiff_t count, ptrdiff_t inner, const bool *x,
                           int32_t *y) {
  for (ptrdiff_t o = 0; o < outer; o++, x += count * inner, y += inner) {
    if (inner == 1) {
      *y = (int32_t)tern_count_true(count, x);
      continue;
    }
    for (ptrdiff_t i = 0; i < inner; i++) y[i] = 0;
    for (ptrdiff_t k = 0; k < count; k++) {
      for (ptrdiff_t i = 0; i < inner; i++) y[i] += x[k * inner + i];
    }
  }
}

// The quotient may be off by a rounding: the edges decide.
#define BIN_PLACES(TYPE)                                                \
  {                                                                     \
    const TYPE *x = elements, *edge = edges;                            \
    const TYPE low = edge[0], high = edge[bins];                        \
    const TYPE scale = (TYPE)bins / (high - low);                       \
    for (ptrdiff_t i = 0; i < n; i++) {                                 \
      if (!(x[i] >= low && x[i] <= high)) {                             \
        places[i] = -1;                                                 \
        continue;                                                       \
      }                                                                 \
      int32_t bin = (int32_t)((x[i] - low) * scale);                    \
      if (bin >= bins) bin = (int32_t)bins - 1;                         \
      if (x[i] < edge[bin]) {                                           \
        bin--;                                                          \
      } else if (bin < bins - 1 && x[i] >= edge[bin + 1]) {             \
        bin++;                                                          \
      }                                                                 \
      places[i] = bin;                                                  \
    }                                                                   \
    return;                                                             \
  }

void tern_bin_places(int32_t type, ptrdiff_t n, const void *elements, ptrdiff_t bins,
                     const void *edges, int32_t *places) {
  switch (type) {
    case TERN_F32: BIN_PLACES(float)
    case TERN_F64: BIN_PLACES(double)
  }
}

void tern_count_bins(ptrdiff_t n, const int32_t *places, int64_t *counts) {
  for (ptrdiff_t i = 0; i < n; i++) {
    if (places[i] >= 0) counts[places[i]]++;
  }
}

// Unsigned numbers wrap round.
#define NEXT_TOTAL(total, x) (is_product ? (total) * (x) : (total) + (x))

#define SCAN(TYPE)                                                \
  {                                                               \
    const TYPE *p = x;                                            \
    for (ptrdiff_t i = 0; i < n; i++) {                           \
      total = NEXT_TOTAL(total, (uint64_t)(int64_t)p[i]);         \
      if (y) y[i] = (int64_t)total;                               \
    }                                                             \
    return (int64_t)total;                                        \
  }

int64_t tern_scan_integers(int32_t type, int32_t f, ptrdiff_t n, const void *x, int64_t start,
                           int64_t *y) {
  const bool is_product = f == TERN_SCAN_PRODUCT;
  uint64_t total = (uint64_t)start;
  switch (type) {
    case TERN_I32: SCAN(int32_t)
    case TERN_I64: SCAN(int64_t)
    case TERN_U8: SCAN(uint8_t)
  }
  return start;
}

#define SCAN_COLUMNS(TYPE)                                                              \
  {                                                                                     \
    const TYPE *p = x;                                                                  \
    for (ptrdiff_t k = 0; k < count; k++, p += stride, y += stride) {                   \
      for (ptrdiff_t i = 0; i < columns; i++) {                                         \
        const uint64_t before = k > 0 ? (uint64_t)y[i - stride] : is_product;           \
        y[i] = (int64_t)NEXT_TOTAL(before, (uint64_t)(int64_t)p[i]);                    \
      }                                                                                 \
    }                                                                                   \
    return;                                                                             \
  }

void tern_scan_integer_columns(int32_t type, int32_t f, ptrdiff_t count, ptrdiff_t columns,
                               ptrdiff_t stride, const void *x, int64_t *y) {
  const bool is_product = f == TERN_SCAN_PRODUCT;
  switch (type) {
    case TERN_I32: SCAN_COLUMNS(int32_t)
    case TERN_I64: SCAN_COLUMNS(int64_t)
    case TERN_U8: SCAN_COLUMNS(uint8_t)
  }
}
