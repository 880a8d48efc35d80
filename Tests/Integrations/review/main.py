"""Runs the tests of the review page whose names hold one of the arguments; all without any."""

import sys

import support
import deciding  # noqa: F401
import safety  # noqa: F401
import looks  # noqa: F401
import crosswalk  # noqa: F401
import letter  # noqa: F401
import changes  # noqa: F401

support.main(sys.argv[1:])
