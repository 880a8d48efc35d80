#include </usr/include/LibIME/libime/core/languagemodel.h>
