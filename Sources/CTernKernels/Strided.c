// Copies between strided and contiguous arrays, and transposition.

#include "Tiers.h"

// A strided array with as few axes as possible.
typedef struct {
  ptrdiff_t rank;
  ptrdiff_t *extents, *strides;
} Layout;

// Drops axes of one element and joins axes that together are one; false if there is no element.
static bool simplify(ptrdiff_t rank, const ptrdiff_t *extents, const ptrdiff_t *strides,
                     Layout *layout) {
  ptrdiff_t last = -1;
  for (ptrdiff_t axis = 0; axis < rank; axis++) {
    if (extents[axis] == 0) return false;
    if (extents[axis] == 1) continue;
    if (last >= 0 && layout->strides[last] == strides[axis] * extents[axis]) {
      layout->extents[last] *= extents[axis];
    } else {
      layout->extents[++last] = extents[axis];
    }
    layout->strides[last] = strides[axis];
  }
  layout->rank = last + 1;
  return true;
}

#define TILE 16

// Copies rows × columns elements between two arrays, either of any strides.
#define COPY_PLANE(TYPE)                                                                        \
  static void copy_plane_##TYPE(ptrdiff_t rows, ptrdiff_t columns, const TYPE *restrict x,      \
                                ptrdiff_t xr, ptrdiff_t xc, TYPE *restrict y, ptrdiff_t yr,     \
                                ptrdiff_t yc) {                                                 \
    if (xc == 1 && yc == 1) {                                                                   \
      for (ptrdiff_t r = 0; r < rows; r++) memcpy(y + r * yr, x + r * xr, columns * sizeof *x); \
      return;                                                                                   \
    }                                                                                           \
    /* In tiles, so that the cache lines of both sides are used while they are there. */        \
    for (ptrdiff_t r0 = 0; r0 < rows; r0 += TILE) {                                             \
      ptrdiff_t r1 = r0 + TILE < rows ? r0 + TILE : rows;                                       \
      ptrdiff_t width = r1 - r0 == 1 ? columns : TILE;                                          \
      for (ptrdiff_t c0 = 0; c0 < columns; c0 += width) {                                       \
        ptrdiff_t c1 = c0 + width < columns ? c0 + width : columns;                             \
        for (ptrdiff_t r = r0; r < r1; r++) {                                                   \
          for (ptrdiff_t c = c0; c < c1; c++) y[r * yr + c * yc] = x[r * xr + c * xc];          \
        }                                                                                       \
      }                                                                                         \
    }                                                                                           \
  }

COPY_PLANE(uint8_t)
COPY_PLANE(uint32_t)
COPY_PLANE(uint64_t)

static void copy_plane(ptrdiff_t size, ptrdiff_t rows, ptrdiff_t columns, const void *x,
                       ptrdiff_t xr, ptrdiff_t xc, void *y, ptrdiff_t yr, ptrdiff_t yc) {
  switch (size) {
    case 1: copy_plane_uint8_t(rows, columns, x, xr, xc, y, yr, yc); return;
    case 4: copy_plane_uint32_t(rows, columns, x, xr, xc, y, yr, yc); return;
    case 8: copy_plane_uint64_t(rows, columns, x, xr, xc, y, yr, yc); return;
  }
}

// Copies plane by plane: the last two axes at once, the others by counting through their indices.
static void copy_strided(ptrdiff_t size, Layout layout, const char *source, char *destination,
                         bool to_strided) {
  ptrdiff_t rank = layout.rank, *extents = layout.extents, *strides = layout.strides;
  ptrdiff_t columns = rank > 0 ? extents[rank - 1] : 1, column = rank > 0 ? strides[rank - 1] : 1;
  ptrdiff_t rows = rank > 1 ? extents[rank - 2] : 1, row = rank > 1 ? strides[rank - 2] : 0;
  ptrdiff_t outer = rank > 2 ? rank - 2 : 0;
  ptrdiff_t index[outer + 1];
  memset(index, 0, sizeof index);
  for (;;) {
    if (to_strided) {
      copy_plane(size, rows, columns, source, columns, 1, destination, row, column);
      source += rows * columns * size;
    } else {
      copy_plane(size, rows, columns, source, row, column, destination, columns, 1);
      destination += rows * columns * size;
    }
    ptrdiff_t axis = outer - 1, step = 0;
    for (; axis >= 0 && ++index[axis] == extents[axis]; axis--) {
      index[axis] = 0;
      step -= (extents[axis] - 1) * strides[axis];
    }
    if (axis < 0) return;
    step += strides[axis];
    if (to_strided) {
      destination += step * size;
    } else {
      source += step * size;
    }
  }
}

void tern_copy_from_strided(ptrdiff_t size, ptrdiff_t rank, const ptrdiff_t *extents,
                            const ptrdiff_t *strides, const void *source, void *destination) {
  ptrdiff_t simple_extents[rank + 1], simple_strides[rank + 1];
  Layout layout = {0, simple_extents, simple_strides};
  if (simplify(rank, extents, strides, &layout)) {
    copy_strided(size, layout, source, destination, false);
  }
}

void tern_copy_to_strided(ptrdiff_t size, ptrdiff_t rank, const ptrdiff_t *extents,
                          const ptrdiff_t *strides, const void *source, void *destination) {
  ptrdiff_t simple_extents[rank + 1], simple_strides[rank + 1];
  Layout layout = {0, simple_extents, simple_strides};
  if (simplify(rank, extents, strides, &layout)) {
    copy_strided(size, layout, source, destination, true);
  }
}

void tern_transpose(ptrdiff_t size, ptrdiff_t rows, ptrdiff_t columns, const void *source,
                    void *destination) {
  copy_plane(size, columns, rows, source, 1, columns, destination, rows, 1);
}
