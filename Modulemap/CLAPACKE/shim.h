// Swift imports neither C99 `_Complex` nor `std::complex`, so LAPACKE is given complex numbers as
// plain structs of the same layout: functions such as `LAPACKE_zgesv` then import.
#ifndef TERN_CLAPACKE_SHIM_H
#define TERN_CLAPACKE_SHIM_H

#define LAPACK_COMPLEX_CUSTOM
typedef struct { float real, imaginary; } lapack_complex_float;
typedef struct { double real, imaginary; } lapack_complex_double;
#define lapack_complex_float_real(z) ((z).real)
#define lapack_complex_float_imag(z) ((z).imaginary)
#define lapack_complex_double_real(z) ((z).real)
#define lapack_complex_double_imag(z) ((z).imaginary)

#include <lapacke.h>

#endif
