#include </usr/include/Fcitx5/Utils/fcitx-utils/intrusivelist.h>
