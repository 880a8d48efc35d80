#include </usr/include/libxml2/libxml/xmlversion.h>
