/**
 * The client with the transport of Node: certificate in, charges out.
 *
 * @module
 */
export {}
