#!/bin/sh
# Every night: forget what is due, then take a backup. nightly.sh FOLDER [AUTHORITY…], by key where there are several.
set -eu
folder=$1
shift
flask() { "$(dirname "$0")/../.venv/bin/flask" --app consult "$@"; }

forgot=0
if [ $# -eq 0 ]; then
    flask retention run || forgot=$?
fi
for key in "$@"; do
    flask retention run --authority "$key" || forgot=$?
done
# After forgetting: what was destroyed today must not live on in today's copy, nor longer than four weeks in older ones.
flask backup "$folder/$(date +%F).backup"
find "$folder" -name '*.backup' -mtime +27 -delete
exit "$forgot"
