#ifndef JIXIAO_CLANGUAGEMODEL_MODEL_FILE_H
#define JIXIAO_CLANGUAGEMODEL_MODEL_FILE_H

#include "CLanguageModel.h"

namespace clm {

/// Whether the file is a model that KenLM can read without leaving it, whatever is asked; stores how many words it
/// has. Reads the whole file once.
clm_status check(const char *path, uint32_t &words);

}  // namespace clm

#endif
