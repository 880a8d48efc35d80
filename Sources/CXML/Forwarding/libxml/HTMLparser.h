#include </usr/include/libxml2/libxml/HTMLparser.h>
