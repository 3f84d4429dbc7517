#!/bin/sh
# For --notify-command: tells a watchdog how the backup ended. It tells you, and also where no backup
# ran at all. Wants COROS_WATCHDOG, such as https://hc-ping.com/your-uuid
exec curl --fail --silent --show-error --max-time 20 --output /dev/null \
	--header 'Content-Type: application/json' --data-binary @- "$COROS_WATCHDOG/$COROS_TUI_EXIT_CODE"
