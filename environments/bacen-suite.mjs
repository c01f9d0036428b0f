/** @module What must hold of the client of API Pix wherever it runs. */

/**
 * @param {typeof import('@pixkit/bacen')} bacen
 * @param {object} scene
 * @param {ReturnType<typeof import('./bank.mjs').createBank>} scene.bank
 * @param {import('@pixkit/http').Transport} scene.transport - Leads to the bank.
 * @param {string} scene.origin - Of the bank.
 * @returns What was seen, in one line.
 */
export async function bacenSuite({ createBacenClient, customProfile }, { bank, transport, origin }) {
  const profile = customProfile({
    id: 'exemplo',
    name: 'Banco Exemplo',
    ambientes: { homologacao: { apiUrl: `${origin}/api`, tokenUrl: `${origin}/oauth/token`, mtls: 'both' } },
    scopes: ['cob.read', 'cob.write'],
  })
  const client = createBacenClient({
    profile,
    ambiente: 'homologacao',
    credentials: { clientId: 'cliente', clientSecret: 'segredo' },
    transport,
  })
  const request = {
    calendario: { expiracao: 3600 },
    valor: { original: '37.00' },
    chave: '7d9f0335-8dcc-4054-9bf9-0dbd61d36906',
  }

  const charges = await Promise.all(Array.from({ length: 50 }, () => client.cob.create(request)))
  equal(new Set(charges.map(({ txid }) => txid)).size, 50, 'txids of its own')
  equal(bank.counts.token, 1, 'one token for fifty callers')

  const read = await client.cob.get(charges[0].txid)
  equal(read.pixCopiaECola, charges[0].pixCopiaECola, 'what was stored')

  bank.revoke()
  await client.cob.get(charges[1].txid)
  equal(bank.counts.token, 2, 'one renewal after a refusal')

  await rejects(client.cob.get('7978c0c97ea847e78e8849634473c1f1'), 'HTTP_STATUS', 'not-found')
  await rejects(client.cob.create({ ...request, valor: { original: '1,00' } }), 'BACEN_REQUEST', undefined)
  equal(bank.counts.put, 50, 'nothing sent that is wrong')

  const stranger = createBacenClient({
    profile,
    ambiente: 'homologacao',
    credentials: { clientId: 'cliente', clientSecret: 'outro' },
    transport,
  })
  await rejects(stranger.cob.get(charges[0].txid), 'HTTP_TOKEN', undefined)
  return `client of API Pix: ${bank.counts.put + bank.counts.get} requests, ${bank.counts.token} tokens`
}

function equal(found, expected, what) {
  if (found !== expected) throw new Error(`${what}: ${found} instead of ${expected}`)
}

async function rejects(promise, code, reason) {
  const error = await promise.then(
    () => undefined,
    (rejection) => rejection,
  )
  equal(error?.code, code, 'code')
  if (reason !== undefined) equal(error.params.reason, reason, 'reason')
}
