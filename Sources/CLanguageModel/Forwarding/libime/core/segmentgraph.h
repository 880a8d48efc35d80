#include </usr/include/LibIME/libime/core/segmentgraph.h>
