#include </usr/include/libxml2/libxml/chvalid.h>
