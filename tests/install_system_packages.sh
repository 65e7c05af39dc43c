#!/bin/sh
# Installs what the browser tests need, where this user may; otherwise those tests are skipped by name.
if command -v chromium >/dev/null 2>&1; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  apt-get update -qq >/dev/null 2>&1
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-core >/dev/null 2>&1 && exit 0
fi
echo "Chromium is missing, so browser tests will be skipped. To run them: apt-get install --no-install-recommends chromium fonts-noto-core"
exit 0
