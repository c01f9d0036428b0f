/** @module The suites as a worker: one module, bundled from the installed packages. */
import * as bacen from '@pixkit/bacen'
import * as x509 from '@pixkit/certs/x509'
import { fetchTransport } from '@pixkit/http'
import * as payload from '@pixkit/payload'
import { bacenSuite } from '../bacen-suite.mjs'
import { createBank } from '../bank.mjs'
import { data } from '../payload-data.mjs'
import { payloadSuite } from '../payload-suite.mjs'

export default {
  async fetch() {
    try {
      const bank = createBank()
      const transport = fetchTransport((url, init) => bank.fetch(new Request(url, init)))
      const seen = [
        await payloadSuite({ ...x509, ...payload }, data),
        await bacenSuite(bacen, { bank, transport, origin: 'https://pix.example.com' }),
      ]
      return new Response(seen.join('\n'))
    } catch (error) {
      return new Response(error instanceof Error ? error.stack : String(error), { status: 500 })
    }
  },
}
