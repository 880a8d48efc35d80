#include </usr/include/Fcitx5/Utils/fcitx-utils/signals_details.h>
