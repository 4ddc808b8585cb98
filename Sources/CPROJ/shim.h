#ifndef UPLAND_CPROJ_SHIM_H
#define UPLAND_CPROJ_SHIM_H

#include <geodesic.h>
#include <proj.h>
// For proj_crs_demote_to_2D alone.
#include <proj_experimental.h>

#endif
