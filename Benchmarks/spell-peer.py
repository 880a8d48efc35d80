"""pycorrector's n-gram corrector over the lines of text files: characters a second of one thread.

It needs the package pycorrector and a model in KenLM's format, which the environment's KENLM_MODEL names. Without them
it says so, and measures nothing.
"""

import os
import sys
import time


def main(files):
    model = os.environ.get("KENLM_MODEL")
    try:
        from pycorrector import Corrector
    except ImportError as error:
        print(f"pycorrector: not installed ({error})")
        return
    if not model or not os.path.exists(model):
        print("pycorrector: KENLM_MODEL names no model")
        return
    texts = []
    for file in files:
        with open(file, encoding="utf-8") as lines:
            texts += [line.rstrip("\n").split("\t")[0] for line in lines]
    # It would take minutes over all.
    texts = list(dict.fromkeys(texts))[:200]
    corrector = Corrector(language_model_path=model)
    corrector.correct(texts[0])
    start = time.process_time()
    for text in texts:
        corrector.correct(text)
    seconds = time.process_time() - start
    characters = sum(map(len, texts))
    print(f"pycorrector: {characters / seconds:.0f} characters a second ({len(texts)} texts)")


main(sys.argv[1:])
