// CBLAS as OpenBLAS ships it, with OpenBLAS's own thread controls.
#include <cblas.h>
