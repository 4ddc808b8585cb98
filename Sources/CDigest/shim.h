#ifndef UPLAND_CDIGEST_SHIM_H
#define UPLAND_CDIGEST_SHIM_H

#include <openssl/err.h>
#include <openssl/evp.h>

#endif
