/** @module Runs the suite of payloads in Node, Bun and Deno, on the installed packages. */
import * as x509 from '@pixkit/certs/x509'
import * as payload from '@pixkit/payload'
import { data } from './payload-data.mjs'
import { payloadSuite } from './payload-suite.mjs'

console.log(await payloadSuite({ ...x509, ...payload }, data))
