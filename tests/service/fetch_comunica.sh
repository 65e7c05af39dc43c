#!/bin/sh
# Fetches Comunica (MIT, some 80 MB) with npm for the test of a federated query; others' scripts are
# never committed. usage: tests/service/fetch_comunica.sh
set -eu
folder=$(cd "$(dirname "$0")" && pwd)/comunica
[ -x "$folder/node_modules/.bin/comunica-sparql" ] && exit 0
mkdir -p "$folder"
npm install --prefix "$folder" --silent --no-audit --no-fund --ignore-scripts @comunica/query-sparql@4
