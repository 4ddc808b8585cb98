// W2d, lower bound: the cells whose centre lies within a distance of a line.
#include <math.h>
#include <stdint.h>
#include <string.h>

typedef struct { double x, y; } point;
typedef struct { double low, high; } interval;

static void widen(interval *i, double x) {
  if (x < i->low) i->low = x;
  if (x > i->high) i->high = x;
}

// Widens by what the line `y` cuts from the disc around `centre`.
static void widen_by_disc(interval *i, point centre, double radius, double y) {
  double square = radius * radius - (y - centre.y) * (y - centre.y);
  if (square < 0) return;
  widen(i, centre.x - sqrt(square));
  widen(i, centre.x + sqrt(square));
}

// Widens by what the line `y` cuts from the rectangle with `corners`.
static void widen_by_rectangle(interval *i, const point corners[4], double y) {
  for (int k = 0; k < 4; k++) {
    point a = corners[k], b = corners[(k + 1) & 3];
    if ((a.y <= y) != (b.y <= y)) widen(i, a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x));
  }
}

// Marks the cells within `radius` of the segment; centres of cells are whole numbers.
static void mark_segment(uint8_t *mask, int rows, int columns, point a, point b, double radius) {
  if (a.y > b.y) { point swapped = a; a = b; b = swapped; }
  double dx = b.x - a.x, dy = b.y - a.y, length = sqrt(dx * dx + dy * dy);
  double nx = length > 0 ? -dy / length * radius : 0, ny = length > 0 ? dx / length * radius : 0;
  point corners[4] = {{a.x + nx, a.y + ny}, {b.x + nx, b.y + ny},
                      {b.x - nx, b.y - ny}, {a.x - nx, a.y - ny}};
  int first = (int)fmax(ceil(a.y - radius), 0), last = (int)fmin(floor(b.y + radius), rows - 1);
  for (int y = first; y <= last; y++) {
    interval covered = {INFINITY, -INFINITY};
    widen_by_disc(&covered, a, radius, y);
    widen_by_disc(&covered, b, radius, y);
    if (length > 0) widen_by_rectangle(&covered, corners, y);
    if (covered.low > covered.high) continue;
    int from = (int)fmax(ceil(covered.low), 0), to = (int)fmin(floor(covered.high), columns - 1);
    if (to >= from) memset(mask + (size_t)y * columns + from, 1, to - from + 1);
  }
}

// `positions` are column and row; line l is positions[offsets[l]..offsets[l + 1]).
void near_mask(uint8_t *mask, int rows, int columns, const double *positions,
               const int64_t *offsets, int lines, double radius) {
  for (int l = 0; l < lines; l++)
    for (int64_t i = offsets[l]; i + 1 < offsets[l + 1]; i++) {
      const double *p = positions + 2 * i;
      mark_segment(mask, rows, columns, (point){p[0] - .5, p[1] - .5},
                   (point){p[2] - .5, p[3] - .5}, radius);
    }
}
