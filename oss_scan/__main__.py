"""`python -m oss_scan`."""

import sys

from oss_scan.cli import main

sys.exit(main())
