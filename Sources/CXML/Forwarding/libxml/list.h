#include </usr/include/libxml2/libxml/list.h>
