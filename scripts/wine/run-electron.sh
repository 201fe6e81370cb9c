#!/bin/sh
# Runs the Windows program $WINE_PROGRAM under Wine as if it were one of this system: absolute paths among its arguments
# and in PARALLEL_TRAY_USER_DATA become those of Wine's drive Z:, which is this system's root folder.
set -eu
windows_path() { printf 'Z:%s' "$1" | tr / '\\'; }
case "${PARALLEL_TRAY_USER_DATA:-}" in
  /*) PARALLEL_TRAY_USER_DATA=$(windows_path "$PARALLEL_TRAY_USER_DATA"); export PARALLEL_TRAY_USER_DATA ;;
esac
count=$#
while [ "$count" -gt 0 ]; do
  case "$1" in
    /*) set -- "$@" "$(windows_path "$1")" ;;
    *) set -- "$@" "$1" ;;
  esac
  shift
  count=$((count - 1))
done
exec wine64 "$WINE_PROGRAM" "$@"
