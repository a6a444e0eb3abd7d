"""Calls every operation of documents against `sdkwright mock`, and has every answer judged; no tests of its own."""
