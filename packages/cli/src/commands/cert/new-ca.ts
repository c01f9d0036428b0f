/**
 * `pix cert new-ca`: a throw-away authority with a server and a client, for tests.
 *
 * @module
 */
import type { Identity, KeyOptions } from '@pixkit/certs'
import type { Command } from '../../internal/command.ts'
import { readDays } from '../../internal/cert/days.ts'
import { KEY_TYPE_OPTION, keyOptionsOf } from '../../internal/cert/key-types.ts'
import { required } from '../../internal/cert/options.ts'
import { finish, FORCE_OPTION, pemProduct, type Product, productOf } from '../../internal/cert/products.ts'
import { makeFolder } from '../../internal/write-files.ts'

const DEFAULT_DAYS = 397
const CA_DAYS = 3650
const DEFAULT_HOSTS = 'localhost,127.0.0.1,::1'

export const newCa: Command = {
  name: 'cert new-ca',
  summary: 'certNewCaSummary',
  details: 'certNewCaDetails',
  usage: ({ argumentFolder, argumentHosts }) => `--out ${argumentFolder} [--hosts ${argumentHosts}] [--days 397]`,
  options: {
    out: { type: 'string', value: 'argumentFolder', text: 'optionOutFolder' },
    hosts: { type: 'string', value: 'argumentHosts', text: 'optionServerHosts' },
    days: { type: 'string', value: '397', text: 'optionDays' },
    'key-type': KEY_TYPE_OPTION,
    ...FORCE_OPTION,
  },
  examples: [{ text: 'exampleCertNewCa', call: 'pix cert new-ca --out certificados --hosts localhost,127.0.0.1' }],

  async run(context) {
    const { createCa, createClientIdentity, createServerIdentity } = await import('@pixkit/certs')
    const { now, options } = context
    const folder = required(context, 'out')
    const days = readDays(context, 'days', DEFAULT_DAYS)
    const hosts = (options.values.get('hosts') ?? DEFAULT_HOSTS).split(',').map((host) => host.trim())
    const key: KeyOptions = keyOptionsOf(options.values.get('key-type'), 'p-256')
    const ca = await createCa({ key, now, days: Math.max(days, CA_DAYS) })
    const server = await createServerIdentity(ca, hosts, { key, now, days })
    const client = await createClientIdentity(ca, { key, now, days })
    await makeFolder(context.io, folder)
    const products = [
      await pemProduct(`${folder}/ca.pem`, { certificates: [ca.certificate] }),
      await pemProduct(`${folder}/ca.key`, { privateKeys: [ca.privateKey] }),
      ...(await pair(`${folder}/server`, server)),
      ...(await pair(`${folder}/client`, client)),
      await bundle(`${folder}/client.p12`, client),
    ]
    return finish(context, products)
  },
}

async function pair(file: string, { certificate, privateKey }: Identity): Promise<Product[]> {
  return [
    await pemProduct(`${file}.pem`, { certificates: [certificate] }),
    await pemProduct(`${file}.key`, { privateKeys: [privateKey] }),
  ]
}

/** With an empty passphrase, as some banks hand them out. */
async function bundle(file: string, client: Identity): Promise<Product> {
  const { toP12 } = await import('@pixkit/certs/to-p12')
  const { certificate, chain, privateKey } = client
  return productOf({
    file,
    format: 'p12',
    bytes: toP12(client, { passphrase: '' }),
    isText: false,
    isEncrypted: false,
    contents: { certificates: [certificate, ...chain], privateKeys: [privateKey], requests: [] },
  })
}
