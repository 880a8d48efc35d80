#include </usr/include/libxml2/libxml/xmlstring.h>
