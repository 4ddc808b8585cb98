#ifndef UPLAND_CGEOS_SHIM_H
#define UPLAND_CGEOS_SHIM_H

// Only the reentrant functions (suffix _r): the others share one context between threads.
#define GEOS_USE_ONLY_R_API
#include <geos_c.h>

#endif
