#ifndef UPLAND_CGDAL_SHIM_H
#define UPLAND_CGDAL_SHIM_H

// The parts of GDAL's C interface that GDALKit wraps.
#include <cpl_conv.h>
#include <cpl_error.h>
#include <cpl_string.h>
#include <cpl_vsi.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <errno.h>
#include <iconv.h>

// One call of iconv: 0 where all input is converted, 1 where the output is full, -1 where the input
// is no text in the encoding. errno tells the last two apart and does not reach Swift from here.
static inline int upland_iconv(
    iconv_t converter, char **input, size_t *input_left, char **output, size_t *output_left) {
  if (iconv(converter, input, input_left, output, output_left) != (size_t)-1) return 0;
  return errno == E2BIG ? 1 : -1;
}

#endif
