// Only the simplified API (png_image_*) is used: the full one reports errors by longjmp, which must
// not cross Swift code.
#include <png.h>
