/**
 * Fields that are absent, instead of `undefined`.
 *
 * @module
 */

/** A copy without the fields that are `undefined`, so that it goes through JSON and compares as it looks. */
export function withoutUndefined<Shape extends object>(shape: Shape): Shape {
  return Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as Shape
}
