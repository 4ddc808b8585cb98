#ifndef UPLAND_CCBC_SHIM_H
#define UPLAND_CCBC_SHIM_H

#include <Cbc_C_Interface.h>

#endif
