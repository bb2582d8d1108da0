// One reader for gzip, tar and zip.
#include <archive.h>
#include <archive_entry.h>
