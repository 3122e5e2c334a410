#!/usr/bin/env bash
# Make sure that there is a Chromium for the browser tests.
set -euo pipefail
for browser in chromium chromium-browser google-chrome; do
    if command -v "$browser" >/dev/null; then exit; fi
done
if [ -x "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" ]; then exit; fi
exec "$(dirname "$0")/install_system.sh" chromium
