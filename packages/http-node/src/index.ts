/**
 * TODO: what the package is for, in one line.
 *
 * @module
 */
export {}
