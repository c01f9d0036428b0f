import { createBacenClient, customProfile } from '@pixkit/bacen'
import { startJornada1, startJornada2, startJornada3, startJornada4 } from '@pixkit/bacen/jornadas'
import { fetchTransport } from '@pixkit/http'
import { describe, expect, onTestFinished, test } from 'vitest'
import { NOW, recBody } from '../../../../../tests/lib/automatico-desk.ts'
import { createSandbox } from '../../create-sandbox.ts'

const CHAVE = '71cdf9ba-c695-4e3c-b010-abb521a3f1be'
const REC = recBody()
const COB = { calendario: { expiracao: 3_600 }, valor: { original: '35.00' }, chave: CHAVE }
const COBV = {
  calendario: { dataDeVencimento: '2026-12-10' },
  devedor: { cpf: '12345678909', nome: 'Fulana de Tal' },
  valor: { original: '35.00' },
  chave: CHAVE,
}
const SOLIC_REC = {
  calendario: { dataExpiracaoSolicitacao: '2026-12-20T12:00:00Z' },
  destinatario: { cpf: '12345678909', agencia: '2569', conta: '550689', ispbParticipante: '99999010' },
}

/** A sandbox, and a client that reaches it without a port. */
function start() {
  const sandbox = createSandbox({ seed: 'jornadas', clock: NOW })
  onTestFinished(() => sandbox.close())
  const { apiUrl, tokenUrl, ambiente, credentials } = sandbox
  const client = createBacenClient({
    profile: customProfile({
      id: 'sandbox',
      name: 'Sandbox',
      ambientes: { homologacao: { apiUrl, tokenUrl, mtls: 'both' } },
    }),
    ambiente,
    credentials,
    transport: fetchTransport(sandbox.fetch),
    clock: () => sandbox.clock.now(),
  })
  return { sandbox, client }
}

describe('the client of bacen and the payer', () => {
  test('go jornada 1: a request that the payer accepts', async () => {
    const { sandbox, client } = start()
    const { rec, solicRec } = await startJornada1(client, { rec: REC, solicRec: SOLIC_REC })
    await sandbox.clock.advance('1m')
    expect(await client.solicRec.get(solicRec.idSolicRec)).toHaveProperty('status', 'RECEBIDA')
    await sandbox.approve(rec.idRec)
    expect(await client.rec.get(rec.idRec)).toMatchObject({
      status: 'APROVADA',
      ativacao: { tipoJornada: 'JORNADA_1' },
    })
  })

  test('go jornada 2: a code of the recurrence alone', async () => {
    const { sandbox, client } = start()
    const { rec, pixCopiaECola = '' } = await startJornada2(client, { rec: REC })
    await expect(sandbox.pay({ code: pixCopiaECola })).rejects.toMatchObject({ code: 'SANDBOX_PAYMENT' })
    await sandbox.approve(rec.idRec)
    expect(await client.rec.get(rec.idRec)).toMatchObject({
      status: 'APROVADA',
      ativacao: { tipoJornada: 'JORNADA_2' },
    })
  })

  test('go jornada 3: who pays the immediate charge authorises the recurrence', async () => {
    const { sandbox, client } = start()
    const { rec, cob, pixCopiaECola = '' } = await startJornada3(client, { rec: REC, cob: COB })
    await sandbox.pay({ code: pixCopiaECola })
    expect(await client.cob.get(cob.txid)).toHaveProperty('status', 'CONCLUIDA')
    expect(await client.rec.get(rec.idRec)).toMatchObject({
      status: 'APROVADA',
      ativacao: { tipoJornada: 'JORNADA_3', dadosJornada: { txid: cob.txid } },
    })
  })

  test('go jornada 4: a charge with a due date, which is paid without authorising', async () => {
    const { sandbox, client } = start()
    const { rec, cobv, pixCopiaECola = '' } = await startJornada4(client, { rec: REC, cobv: COBV })
    await sandbox.pay({ code: pixCopiaECola })
    expect(await client.cobv.get(cobv.txid)).toHaveProperty('status', 'CONCLUIDA')
    expect(await client.rec.get(rec.idRec)).toHaveProperty('status', 'CRIADA')
  })

  test('charge month after month', async () => {
    const { sandbox, client } = start()
    const { rec } = await startJornada2(client, { rec: REC })
    await sandbox.approve(rec.idRec)
    const txids: string[] = []
    for (const dataDeVencimento of ['2026-12-15', '2027-01-15', '2027-02-15']) {
      const cobr = await client.cobr.create({
        idRec: rec.idRec,
        calendario: { dataDeVencimento },
        valor: { original: '35.00' },
        ajusteDiaUtil: true,
        recebedor: { agencia: '0001', conta: '1234567', tipoConta: 'CORRENTE' },
      })
      txids.push(cobr.txid)
      await sandbox.clock.set(`${dataDeVencimento}T12:00:00Z`)
    }
    for (const txid of txids) expect(await client.cobr.get(txid)).toHaveProperty('status', 'CONCLUIDA')
  })
})
