// W3b, lower bound: cost distance by the buckets of R. B. Dial (doi:10.1145/363269.363610). A
// bucket is no wider than the least edge, so its cells can be settled in any order.
#include <math.h>
#include <stdint.h>
#include <stdlib.h>

typedef struct { int32_t *cells; int count, capacity; } bucket;

static void push(bucket *b, int32_t cell) {
  if (b->count == b->capacity) {
    b->capacity = b->capacity ? b->capacity * 2 : 1024;
    b->cells = realloc(b->cells, b->capacity * sizeof(int32_t));
  }
  b->cells[b->count++] = cell;
}

// `friction` is minutes a metre, not above 0 where nothing passes; `cell` is metres; `minutes`
// becomes INFINITY where not reached. Eight neighbours, the mean friction of both cells.
void cost_distance(const float *friction, int rows, int columns, double cell,
                   const int32_t *sources, int source_count, float *minutes) {
  static const int down[8] = {-1, 1, 0, 0, -1, -1, 1, 1}, right[8] = {0, 0, -1, 1, -1, 1, -1, 1};
  float least = INFINITY, greatest = 0;
  for (size_t i = 0; i < (size_t)rows * columns; i++) {
    minutes[i] = INFINITY;
    if (!(friction[i] > 0)) continue;
    least = fminf(least, friction[i]);
    greatest = fmaxf(greatest, friction[i]);
  }
  double width = least * cell * 0.999;
  int bucket_count = (int)(greatest * cell * 1.4143 / width) + 3;
  bucket *buckets = calloc(bucket_count, sizeof(bucket));
  float straight = cell / 2, diagonal = cell * sqrtf(2) / 2, inverse = 1 / width;
  long pending = source_count;
  for (int s = 0; s < source_count; s++) {
    minutes[sources[s]] = 0;
    push(&buckets[0], sources[s]);
  }
  for (long current = 0; pending > 0; current++) {
    bucket *b = &buckets[current % bucket_count];
    for (int k = 0; k < b->count; k++) {
      int32_t place = b->cells[k];
      float reached = minutes[place];
      pending--;
      if ((long)(reached * inverse) != current) continue;    // found sooner since
      int y = place / columns, x = place % columns;
      for (int d = 0; d < 8; d++) {
        int ny = y + down[d], nx = x + right[d];
        if ((unsigned)ny >= (unsigned)rows || (unsigned)nx >= (unsigned)columns) continue;
        int32_t neighbour = ny * columns + nx;
        if (!(friction[neighbour] > 0)) continue;
        float way = (friction[place] + friction[neighbour]) * (d < 4 ? straight : diagonal);
        if (reached + way >= minutes[neighbour]) continue;
        minutes[neighbour] = reached + way;
        push(&buckets[(long)(minutes[neighbour] * inverse) % bucket_count], neighbour);
        pending++;
      }
    }
    b->count = 0;
  }
  for (int i = 0; i < bucket_count; i++) free(buckets[i].cells);
  free(buckets);
}
