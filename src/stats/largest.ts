// The largest of many numbers, with where they stood: what a tail needs, without sorting the rest.
import type { Sorted } from './sort';

/** The `count` largest of `values` in increasing order, of equal ones the later as the larger. No value is NaN; 0 < count <= length. */
export function largestWithOrder(values: Float64Array, count: number): Sorted {
  // A heap with the least at its top, by value and then by place.
  const heap = new Float64Array(count);
  const places = new Int32Array(count);
  const sink = (value: number, place: number, size: number): void => {
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      const right = child + 1;
      if (right < size && (heap[right] < heap[child] || (heap[right] === heap[child] && places[right] < places[child])))
        child = right;
      if (value < heap[child] || (value === heap[child] && place < places[child])) break;
      heap[at] = heap[child];
      places[at] = places[child];
      at = child;
    }
    heap[at] = value;
    places[at] = place;
  };
  heap.fill(-Infinity);
  places.fill(-1);
  for (let i = 0; i < values.length; i++) if (values[i] >= heap[0]) sink(values[i], i, count);
  // The least goes to the end, again and again: what is left is in decreasing order.
  for (let size = count - 1; size > 0; size--) {
    const [value, place] = [heap[size], places[size]];
    heap[size] = heap[0];
    places[size] = places[0];
    sink(value, place, size);
  }
  return { values: heap.reverse(), order: places.reverse() };
}
