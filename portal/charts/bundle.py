"""Writes the browser's copy of Vega, Vega-Lite and vega-embed, the ones that draw our pictures, as one module.

Run as a file when static files are collected, never imported by the portal: see worker.py.
"""

import sys

import vl_convert

EXPORTED = "export const embed = vegaEmbed;"

if __name__ == "__main__":
    sys.stdout.write(vl_convert.javascript_bundle(EXPORTED))
