#!/bin/sh
# Backs up, then copies what is new to any of the places rclone knows. Wants COROS_TUI_BACKUP_DIR and
# COROS_REMOTE, such as nas:coros
set -eu
code=0
coros-tui backup --quiet || code=$?
# 3: some files failed, and what is there is worth a copy.
[ "$code" -eq 0 ] || [ "$code" -eq 3 ] || exit "$code"
# What is damaged here is not to replace what is whole there.
coros-tui verify --quiet
# copy, never sync: an empty disk here must not empty the copy there.
rclone copy --checksum --exclude '.*.part' --exclude '.coros-tui*.lock' "$COROS_TUI_BACKUP_DIR" "$COROS_REMOTE"
exit "$code"
