// Moving whole elements and rows, whatever they mean: gather, scatter, compress, fill, select.

#include "Tiers.h"

// Rows of one element are copied without a call of memcpy.
#define MOVE(TYPE, TO, FROM)                                                     \
  {                                                                              \
    const TYPE *x = source;                                                      \
    TYPE *y = destination;                                                       \
    for (ptrdiff_t r = 0; r < rows; r++) y[TO] = x[FROM];                        \
    return;                                                                      \
  }

void tern_gather(ptrdiff_t rows, ptrdiff_t bytes, const int32_t *index, const void *source,
                 void *destination) {
  switch (bytes) {
    case 1: MOVE(uint8_t, r, index[r])
    case 4: MOVE(uint32_t, r, index[r])
    case 8: MOVE(uint64_t, r, index[r])
  }
  const char *from = source;
  char *to = destination;
  for (ptrdiff_t r = 0; r < rows; r++) memcpy(to + r * bytes, from + index[r] * bytes, bytes);
}

void tern_scatter(ptrdiff_t rows, ptrdiff_t bytes, const int32_t *index, const void *source,
                  void *destination) {
  switch (bytes) {
    case 1: MOVE(uint8_t, index[r], r)
    case 4: MOVE(uint32_t, index[r], r)
    case 8: MOVE(uint64_t, index[r], r)
  }
  const char *from = source;
  char *to = destination;
  for (ptrdiff_t r = 0; r < rows; r++) memcpy(to + index[r] * bytes, from + r * bytes, bytes);
}

void tern_index_range(ptrdiff_t n, const int32_t *index, int32_t *least, int32_t *greatest) {
  int32_t low = index[0], high = index[0];
  for (ptrdiff_t i = 1; i < n; i++) {
    low = index[i] < low ? index[i] : low;
    high = index[i] > high ? index[i] : high;
  }
  *least = low, *greatest = high;
}

ptrdiff_t tern_count_true(ptrdiff_t n, const bool *x) {
  ptrdiff_t count = 0;
  while (n > 0) {
    // Few enough for a byte of each lane.
    const ptrdiff_t block = n < 255 * 64 ? n : 255 * 64;
    uint32_t sum = 0;
    for (ptrdiff_t i = 0; i < block; i++) sum += x[i];
    count += sum, x += block, n -= block;
  }
  return count;
}

// Every element is written, and the place advances only behind those that are wanted: a branch
// would be foreseen wrongly as often as not.
#define COMPRESS(TYPE, VALUE)                                     \
  {                                                               \
    TYPE *to = y;                                                 \
    for (ptrdiff_t i = 0, place = 0; place < count; i++) {        \
      to[place] = (TYPE)(VALUE);                                  \
      place += condition[i];                                      \
    }                                                             \
    return;                                                       \
  }

void tern_compress(ptrdiff_t size, ptrdiff_t n, const bool *condition, const void *x,
                   ptrdiff_t count, void *y) {
  (void)n;
  switch (size) {
    case 1: COMPRESS(uint8_t, ((const uint8_t *)x)[i])
    case 4: COMPRESS(uint32_t, ((const uint32_t *)x)[i])
    case 8: COMPRESS(uint64_t, ((const uint64_t *)x)[i])
  }
}

void tern_true_places(ptrdiff_t n, const bool *condition, ptrdiff_t first, ptrdiff_t count,
                      int32_t *y) {
  (void)n;
  COMPRESS(int32_t, first + i)
}

#define FILL(TYPE)                                     \
  {                                                    \
    TYPE element;                                      \
    memcpy(&element, value, sizeof element);           \
    TYPE *y = destination;                             \
    for (ptrdiff_t i = 0; i < n; i++) y[i] = element;  \
    return;                                            \
  }

void tern_fill(ptrdiff_t size, ptrdiff_t n, const void *value, void *destination) {
  switch (size) {
    case 1: FILL(uint8_t)
    case 4: FILL(uint32_t)
    case 8: FILL(uint64_t)
  }
}

#define SELECT_FROM(TYPE, X, Y)                                                           \
  for (ptrdiff_t i = 0; i < n; i++) {                                                     \
    TYPE a = X, b = Y;                                                                    \
    zs[i] = condition[i] ? a : b;                                                         \
  }

#define SELECT(TYPE)                                                                      \
  {                                                                                       \
    if (n == 0) return;                                                                   \
    const TYPE *xs = x, *ys = y;                                                          \
    TYPE *zs = z;                                                                         \
    const TYPE x0 = xs[0], y0 = ys[0];                                                    \
    if (x_step && y_step) {                                                               \
      SELECT_FROM(TYPE, xs[i], ys[i])                                                     \
    } else if (x_step) {                                                                  \
      SELECT_FROM(TYPE, xs[i], y0)                                                        \
    } else if (y_step) {                                                                  \
      SELECT_FROM(TYPE, x0, ys[i])                                                        \
    } else {                                                                              \
      SELECT_FROM(TYPE, x0, y0)                                                           \
    }                                                                                     \
    return;                                                                               \
  }

void tern_select(ptrdiff_t size, ptrdiff_t n, const bool *condition, const void *x,
                 ptrdiff_t x_step, const void *y, ptrdiff_t y_step, void *z) {
  switch (size) {
    case 1: SELECT(uint8_t)
    case 4: SELECT(uint32_t)
    case 8: SELECT(uint64_t)
  }
}
