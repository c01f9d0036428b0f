/**
 * Reading of pictures.
 *
 * @module
 */
export {}
