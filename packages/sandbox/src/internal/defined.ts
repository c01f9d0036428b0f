/**
 * Members that are there.
 *
 * @module
 */

/** The same without the members that are `undefined`, so that records compare as their JSON does. */
export function defined<Members extends object>(members: Members): Members {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Members
}
