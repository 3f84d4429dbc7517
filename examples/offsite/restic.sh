#!/bin/sh
# Backs up, then keeps a copy with a history elsewhere. Wants COROS_TUI_BACKUP_DIR, RESTIC_REPOSITORY
# and RESTIC_PASSWORD_COMMAND (or _FILE); once before: restic init
set -eu
code=0
coros-tui backup --quiet || code=$?
# 3: some files failed, and what is there is worth a copy.
[ "$code" -eq 0 ] || [ "$code" -eq 3 ] || exit "$code"
restic backup --quiet --tag coros --exclude '.*.part' --exclude '.coros-tui*.lock' "$COROS_TUI_BACKUP_DIR"
restic forget --quiet --tag coros --keep-daily 7 --keep-weekly 5 --keep-monthly 24 --prune
exit "$code"
