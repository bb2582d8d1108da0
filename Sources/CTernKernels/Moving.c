// Moving whole elements and rows, whatever they mean: gather, fill, select.

#include "Tiers.h"

void tern_gather(ptrdiff_t rows, ptrdiff_t bytes, const int32_t *index, const void *source,
                 void *destination) {
  const char *from = source;
  char *to = destination;
  if (bytes == 4) {
    for (ptrdiff_t r = 0; r < rows; r++) memcpy(to + r * 4, from + index[r] * (ptrdiff_t)4, 4);
    return;
  }
  for (ptrdiff_t r = 0; r < rows; r++) memcpy(to + r * bytes, from + index[r] * bytes, bytes);
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

#define SELECT(TYPE)                                                                      \
  {                                                                                       \
    const TYPE *xs = x, *ys = y;                                                          \
    TYPE *zs = z;                                                                         \
    for (ptrdiff_t i = 0; i < n; i++) {                                                   \
      TYPE a = xs[i], b = ys[i];                                                          \
      zs[i] = condition[i] ? a : b;                                                       \
    }                                                                                     \
    return;                                                                               \
  }

void tern_select(ptrdiff_t size, ptrdiff_t n, const bool *condition, const void *x, const void *y,
                 void *z) {
  switch (size) {
    case 1: SELECT(uint8_t)
    case 4: SELECT(uint32_t)
    case 8: SELECT(uint64_t)
  }
}
