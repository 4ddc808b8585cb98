#!/usr/bin/env bash
# W3b, minutes to the nearest source: GRASS r.cost.
# usage: w3b_grass.sh FRICTION SOURCES OUT.tif [MEGABYTES OF MEMORY]
set -euo pipefail
friction=$(realpath "$1") sources=$(realpath "$2") out=$3 memory=${4:-8000}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export GRASS_OVERWRITE=1 GRASS_VERBOSE=-1
grass -c "$friction" -e "$folder/location" >/dev/null 2>&1
cat >"$folder/job.sh" <<JOB
set -e
r.external input=$friction output=friction --q
g.region raster=friction
v.in.ogr input=$sources output=sources --q
r.cost input=friction output=cost start_points=sources memory=$memory --q
r.mapcalc "minutes = float(cost * 120)" --q
r.out.gdal input=minutes output=$out format=GTiff type=Float32 \
  createopt=COMPRESS=DEFLATE,TILED=YES nodata=-9999 -c -f --q
JOB
grass "$folder/location/PERMANENT" --exec bash "$folder/job.sh"
