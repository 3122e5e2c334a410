#!/usr/bin/env bash
# Install one Debian package where that is allowed; otherwise say what is missing.
set -euo pipefail
install() {
    echo "Installing $1; this happens once."
    "${@:2}" apt-get update -qq
    "${@:2}" apt-get install -y -qq "$1" >/dev/null
}
export DEBIAN_FRONTEND=noninteractive
if ! command -v apt-get >/dev/null; then
    :
elif [ "$(id -u)" = 0 ]; then
    install "$1" env && exit
elif sudo -n true 2>/dev/null; then
    install "$1" sudo -n --preserve-env=DEBIAN_FRONTEND && exit
fi
echo "The tests need $1. Please install it and run make test again." >&2
exit 1
