#!/bin/bash
# Takes back what electron-builder's after-install.tpl does. Its own after-remove.tpl would also take it back after an
# update: rpm runs this script of the old version when the new one has already set up its own.

# How many versions are still there.
if [ "$1" != 0 ]; then
    exit 0
fi

if type update-alternatives >/dev/null 2>&1; then
    update-alternatives --remove '${executable}' '/opt/${sanitizedProductName}/${executable}'
else
    rm -f '/usr/bin/${executable}'
fi

APPARMOR_PROFILE='/etc/apparmor.d/${executable}'
if [ -f "$APPARMOR_PROFILE" ]; then
    if apparmor_status --enabled >/dev/null 2>&1; then
        apparmor_parser --remove "$APPARMOR_PROFILE" || true
    fi
    rm -f "$APPARMOR_PROFILE"
fi
