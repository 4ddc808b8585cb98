#ifndef UPLAND_CPROJ_SHIM_H
#define UPLAND_CPROJ_SHIM_H

#include <geodesic.h>
#include <proj.h>

#endif
