#!/bin/sh
# Installs what tests of the browser, of scans and of a second SPARQL server need, where this user
# may; otherwise those tests are skipped by name.
packages=""
command -v chromium >/dev/null 2>&1 || packages="$packages chromium fonts-noto-core"
tesseract --list-langs 2>/dev/null | grep -qx vie || packages="$packages tesseract-ocr tesseract-ocr-vie"
[ -e /usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf ] || packages="$packages fonts-dejavu-core"
command -v virtuoso-t >/dev/null 2>&1 || packages="$packages virtuoso-opensource"
[ -n "$packages" ] || exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  apt-get update -qq >/dev/null 2>&1
  # shellcheck disable=SC2086 # a list of names
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages >/dev/null 2>&1 && exit 0
fi
echo "Some tests will be skipped. To run them: apt-get install --no-install-recommends$packages"
exit 0
