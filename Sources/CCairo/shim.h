#ifndef UPLAND_CCAIRO_SHIM_H
#define UPLAND_CCAIRO_SHIM_H

#include <cairo/cairo-pdf.h>
#include <cairo/cairo-svg.h>
#include <cairo/cairo.h>

#include "pango.h"

#endif
