/** @module Runs the suite of the client of API Pix in Node, Bun and Deno over `fetch`, on the installed packages. */
import * as bacen from '@pixkit/bacen'
import { fetchTransport } from '@pixkit/http'
import { bacenSuite } from './bacen-suite.mjs'
import { createBank } from './bank.mjs'

const bank = createBank()
const transport = fetchTransport((url, init) => bank.fetch(new Request(url, init)))
console.log(await bacenSuite(bacen, { bank, transport, origin: 'https://pix.example.com' }))
