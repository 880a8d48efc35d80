#include </usr/include/LibIME/libime/core/lattice.h>
