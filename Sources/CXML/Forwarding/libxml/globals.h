#include </usr/include/libxml2/libxml/globals.h>
