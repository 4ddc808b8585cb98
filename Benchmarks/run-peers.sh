#!/usr/bin/env bash
# Every peer once, the whole process: wall time, CPU and peak memory by GNU time, and its figures.
# usage: Benchmarks/run-peers.sh FOLDER OUT [PATTERN]
#
# FOLDER holds the workload, OUT takes what the peers write, PATTERN is a regular expression of
# names (all). $PYTHON is a Python with Peers/requirements.txt (python3).
set -euo pipefail
[[ $# -ge 2 ]] || { sed -n '2,6s/^# //p' "$0" >&2; exit 2; }
data=$(realpath "$1")
mkdir -p "$2"
out=$(realpath "$2")
pattern=${3:-.}
python=${PYTHON:-python3}
[[ $python == */* ]] && python=$(realpath -s "$python")
cd "$(dirname "${BASH_SOURCE[0]}")/Peers"

failures=0
peer() {
  local name=$1
  shift
  [[ $name =~ $pattern ]] || return 0
  echo "== $name"
  if ! /usr/bin/time -f "   wall %e s  user %U s  sys %S s  peak %M KiB" "$@" \
    >"$out/$name.log" 2>&1; then
    echo "   failed, see $out/$name.log"
    failures=$((failures + 1))
  fi
  grep -E '^[A-Za-z].*=|^   wall' "$out/$name.log" || true
}
py() {
  local name=$1 script=$2
  shift 2
  peer "$name" "$python" "$script" "$@"
}

province=("$data/landcover_s.tif" "$data/communes_s.gpkg")
country=("$data/landcover.tif" "$data/communes.gpkg")
roads=$data/roads.parquet

py limit_memory limit_memory.py

py w1s_exactextract w1_exactextract.py "${province[@]}" "$out/w1s_exactextract.csv"
py w1s_rasterstats w1_rasterstats.py "${province[@]}" "$out/w1s_rasterstats.csv"
py w1s_bincount w1_rasterize_bincount.py "${province[@]}" "$out/w1s_bincount.csv"
py w1s_lower_bound lower_bound.py w1 "${province[@]}"

py w1_decode limit_decode.py "$data/landcover.tif"
py w1_exactextract w1_exactextract.py "${country[@]}" "$out/w1_exactextract.csv"
py w1_exactextract_2_jobs w1_exactextract.py "${country[@]}" "$out/w1_exactextract2.csv" --jobs 2
py w1_rasterstats w1_rasterstats.py "${country[@]}" "$out/w1_rasterstats.csv"
py w1_bincount w1_rasterize_bincount.py "${country[@]}" "$out/w1_bincount.csv" 512
py w1_lower_bound lower_bound.py w1 "${country[@]}"

for format in parquet gpkg fgb; do py "w2_read_$format" limit_read.py "$data/roads.$format"; done
py w2a_duckdb duckdb_spatial.py w2a "$data" "$out/w2a_duckdb.csv"
py w2a_strtree_2_threads w2a_strtree.py "$roads" "$data/communes.gpkg" "$out/w2a_strtree.csv" 2
py w2a_overlay w2a_overlay.py "$roads" "$data/communes.gpkg" "$out/w2a_overlay.csv"

py w2b_duckdb duckdb_spatial.py w2b "$data" "$out/w2b_duckdb.csv"
py w2b_sjoin w2b_sjoin_nearest.py "$roads" "$data/villages.gpkg" "$out/w2b_sjoin.csv"
py w2b_dwithin w2b_dwithin.py "$roads" "$data/villages.gpkg" "$out/w2b_dwithin.csv"
py w2b_ckdtree w2b_ckdtree.py "$roads" "$data/villages.gpkg" "$out/w2b_ckdtree.csv"

for engine in lower-bound scipy pandana networkx igraph; do
  py "w2c_${engine/-/_}" w2c_network.py "$roads" "$data/communes.gpkg" "$data/centres.gpkg" \
    "$data/villages.gpkg" "$out/w2c_$engine.csv" --engine "$engine"
done

py w2d_decode limit_decode.py "$data/pop.tif"
py w2d_lower_bound lower_bound.py w2d "$roads" "$data/pop.tif"
peer w2d_gdal_cli ./w2d_gdal_cli.sh "$data/roads.fgb" "$data/pop.tif" "$out/gdal"
py w2d_edt w2d_rai.py "$roads" "$data/pop.tif" --method edt
py w2d_buffers w2d_rai.py "$roads" "$data/pop.tif" --method buffers

py w3a_duckdb duckdb_spatial.py w3a "$data" "$out/w3a_duckdb.csv"
py w3a_strtree_2_threads w3a_strtree.py "$data/communes.gpkg" "$data/hazard.gpkg" \
  "$out/w3a_strtree.csv" 2
py w3a_overlay w3a_overlay.py "$data/communes.gpkg" "$data/hazard.gpkg" "$out/w3a_overlay.csv"

cost=("$data/friction.tif" "$data/sources.gpkg")
py w3b_lower_bound lower_bound.py w3b "${cost[@]}" "$out/w3b_lower_bound.tif"
py w3b_mcp w3b_mcp.py "${cost[@]}" "$out/w3b_mcp.tif"
py w3b_whitebox w3b_whitebox.py "${cost[@]}" "$out/w3b_whitebox.tif"
if command -v grass >/dev/null; then
  peer w3b_grass ./w3b_grass.sh "${cost[@]}" "$out/w3b_grass.tif"
fi
for key in code name; do py "w4_$key" w4_join.py "$data" "$key" "$out/w4_$key"; done

minutes=()
for raster in "$out"/w3b_*.tif; do [[ -e $raster ]] && minutes+=("$raster"); done
if ((${#minutes[@]} > 1)); then
  py w3b_compare w3b_compare.py "$data/friction.tif" "${minutes[@]}"
fi

exit $((failures > 0))
