#!/bin/sh
# Backs up every profile, one after the other. One that fails keeps no other from its backup; the worst
# exit code is this script's.
worst=0
for profile in $(coros-tui profiles --quiet); do
	code=0
	coros-tui backup --quiet --profile "$profile" || code=$?
	if [ "$code" -ne 0 ]; then
		echo "$profile: exit code $code" >&2
		[ "$code" -le "$worst" ] || worst=$code
	fi
done
exit "$worst"
