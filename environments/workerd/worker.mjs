/** @module The suite of payloads as a worker: one module, bundled from the installed packages. */
import * as x509 from '@pixkit/certs/x509'
import * as payload from '@pixkit/payload'
import { data } from '../payload-data.mjs'
import { payloadSuite } from '../payload-suite.mjs'

export default {
  async fetch() {
    try {
      return new Response(await payloadSuite({ ...x509, ...payload }, data))
    } catch (error) {
      return new Response(error instanceof Error ? error.stack : String(error), { status: 500 })
    }
  },
}
