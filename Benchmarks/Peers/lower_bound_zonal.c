// W1, lower bound: cells by class in each ring, by their centres, with scan lines.
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static int by_value(const void *left, const void *right) {
  float difference = *(const float *)left - *(const float *)right;
  return difference < 0 ? -1 : difference > 0;
}

static int first_centre(double edge) { return (int)ceil(edge - .5); }

static int clamped(int value, int low, int high) {
  return value < low ? low : value > high ? high : value;
}

// Puts where `ring` crosses the centre lines of rows `first`..<`end` into `crossings`, row after
// row. On return row_ends[row] is the end of a row's crossings.
static void find_crossings(const double *ring, int count, int first, int end, int *row_ends,
                           float **crossings, size_t *capacity) {
  int rows = end - first;
  memset(row_ends, 0, (rows + 1) * sizeof(int));
  for (int pass = 0; pass < 2; pass++) {
    for (int i = 0; i + 1 < count; i++) {
      double x0 = ring[2 * i], y0 = ring[2 * i + 1], x1 = ring[2 * i + 2], y1 = ring[2 * i + 3];
      if (y0 == y1) continue;
      if (y0 > y1) {
        double swapped = x0; x0 = x1; x1 = swapped;
        swapped = y0; y0 = y1; y1 = swapped;
      }
      int top = clamped(first_centre(y0), first, end);
      int bottom = clamped(first_centre(y1), first, end);
      double slope = (x1 - x0) / (y1 - y0);
      for (int y = top; y < bottom; y++) {
        if (pass == 0) row_ends[y - first + 1]++;
        else (*crossings)[row_ends[y - first]++] = (float)(x0 + (y + .5 - y0) * slope);
      }
    }
    if (pass == 1) break;
    for (int y = 0; y < rows; y++) row_ends[y + 1] += row_ends[y];
    if ((size_t)row_ends[rows] > *capacity) {
      *capacity = (size_t)row_ends[rows] * 2;
      *crossings = realloc(*crossings, *capacity * sizeof(float));
    }
  }
}

// Counts the cells of `codes`; four tables, so that equal neighbours do not wait for one another.
static void tally(const uint8_t *codes, int count, uint32_t counts[4][256]) {
  int i = 0;
  for (; i + 3 < count; i += 4)
    for (int k = 0; k < 4; k++) counts[k][codes[i + k]]++;
  for (; i < count; i++) counts[0][codes[i]]++;
}

// `positions` are column and row; ring r is positions[offsets[r]..offsets[r + 1]).
void zonal(const uint8_t *codes, int rows, int columns, const double *positions,
           const int64_t *offsets, int rings, int64_t *histograms) {
  int *row_ends = malloc((rows + 2) * sizeof(int));
  float *crossings = NULL;
  size_t capacity = 0;
  for (int r = 0; r < rings; r++) {
    const double *ring = positions + 2 * offsets[r];
    int count = (int)(offsets[r + 1] - offsets[r]);
    double low = INFINITY, high = -INFINITY;
    for (int i = 0; i < count; i++) {
      low = fmin(low, ring[2 * i + 1]);
      high = fmax(high, ring[2 * i + 1]);
    }
    int first = clamped(first_centre(low), 0, rows), end = clamped(first_centre(high), 0, rows);
    if (end <= first) continue;
    find_crossings(ring, count, first, end, row_ends, &crossings, &capacity);
    uint32_t counts[4][256];
    memset(counts, 0, sizeof counts);
    for (int y = 0; y < end - first; y++) {
      int start = y ? row_ends[y - 1] : 0, stop = row_ends[y];
      qsort(crossings + start, stop - start, sizeof(float), by_value);
      const uint8_t *row = codes + (size_t)(first + y) * columns;
      for (int k = start; k + 1 < stop; k += 2) {
        int from = clamped(first_centre(crossings[k]), 0, columns);
        int to = clamped(first_centre(crossings[k + 1]), 0, columns);
        tally(row + from, to - from, counts);
      }
    }
    for (int code = 0; code < 256; code++)
      for (int k = 0; k < 4; k++) histograms[(size_t)r * 256 + code] += counts[k][code];
  }
  free(row_ends);
  free(crossings);
}
