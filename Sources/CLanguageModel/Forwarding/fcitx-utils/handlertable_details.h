#include </usr/include/Fcitx5/Utils/fcitx-utils/handlertable_details.h>
