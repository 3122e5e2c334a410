#!/usr/bin/env bash
# Print the name of a Python that can build the environment: 3.11 or newer, with venv.
set -euo pipefail
for python in "${PYTHON:-python3}" python3.13 python3.12 python3.11 python3.14; do
    if "$python" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
        echo "$python"
        exit
    fi
done
echo "Consult needs Python 3.11 or newer with venv (on Debian and Ubuntu: apt install python3-venv)." >&2
exit 1
