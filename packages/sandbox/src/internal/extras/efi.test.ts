import { createBacenClient } from '@pixkit/bacen'
import { createEfiExtras, type EfiSplitSolicitado } from '@pixkit/bacen/efi'
import { efi as profile } from '@pixkit/bacen/profiles/efi'
import { fetchTransport } from '@pixkit/http'
import { afterEach, describe, expect, it } from 'vitest'
import { createSandbox } from '../../create-sandbox.ts'
import type { Sandbox } from '../../options.ts'
import { efi } from '../../personalities.ts'

const open: Sandbox[] = []

function start(personality = efi) {
  const sandbox = createSandbox({ personality, clock: '2026-11-25T12:00:00Z', seed: 'efi' })
  open.push(sandbox)
  const { apiUrl, tokenUrl, credentials, ambiente } = sandbox
  const transport = fetchTransport(sandbox.fetch)
  const client = createBacenClient({ profile, ambiente, credentials, transport, overrides: { apiUrl, tokenUrl } })
  return { sandbox, client, extras: createEfiExtras(client), chave: sandbox.account.chaves[0] ?? '' }
}

function cobOf(chave: string) {
  return { calendario: { expiracao: 3600 }, valor: { original: '37.00' }, chave }
}

function nameOf({ nome, type = '', title }: { nome?: string; type?: string; title?: string } = {}): string | undefined {
  return type.startsWith('https://pix.bcb.gov.br/') ? type.split('/').at(-1) : (nome ?? title)
}

/** What Efí calls its refusal. */
async function refusal(answer: Promise<unknown>): Promise<unknown> {
  const error = await answer.then(
    () => undefined,
    (thrown: unknown) => thrown as { status: number; problema: { type: string; title: string } },
  )
  return [error?.status, nameOf(error?.problema)]
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((sandbox) => sandbox.close()))
})

describe('Efí beside API Pix', () => {
  it('makes keys that can be charged with, lists and removes them', async () => {
    const { client, extras } = start()
    const { chave } = await extras.evp.create()
    expect((await extras.evp.list()).chaves).toContain(chave)
    expect(await client.cob.create(cobOf(chave))).toMatchObject({ chave, status: 'ATIVA' })
    await extras.evp.delete(chave)
    expect((await extras.evp.list()).chaves).not.toContain(chave)
    expect(await refusal(extras.evp.delete(chave))).toEqual([400, 'chave_nao_encontrada'])
  })

  it('has a limit of keys', async () => {
    const { extras, sandbox } = start()
    for (let made = sandbox.account.chaves.length; made < 20; made += 1) await extras.evp.create()
    expect(await refusal(extras.evp.create())).toEqual([400, 'limite_criacao_chave_atingido'])
  })

  it('sends once for each id, and says when it was done', async () => {
    const { sandbox, extras, chave } = start()
    const envio = { valor: '12.34', pagador: { chave }, favorecido: { chave: 'maria@exemplo.example' } }
    const sent = await extras.envio.send('envio1', envio)
    expect(sent).toMatchObject({ idEnvio: 'envio1', valor: '12.34', status: 'EM_PROCESSAMENTO' })
    expect(await extras.envio.send('envio1', envio, { mayExist: true })).toMatchObject({ e2eId: sent.e2eId })
    const other = { ...envio, valor: '99.00' }
    await expect(extras.envio.send('envio1', other, { mayExist: true })).rejects.toMatchObject({ code: 'BACEN_IN_USE' })
    expect(await extras.saldo.get({ bloqueios: true })).toMatchObject({
      saldo: '9987.66',
      bloqueios: { total: '0.00' },
    })

    await sandbox.clock.advance('5s')
    expect(await extras.envio.get('envio1')).toMatchObject({ status: 'REALIZADO', chave, favorecido: envio.favorecido })
    expect(await extras.envio.getByEndToEndId(sent.e2eId)).toMatchObject({ idEnvio: 'envio1' })
    const period = { inicio: '2026-11-25T00:00:00Z', fim: '2026-11-26T00:00:00Z' }
    expect((await extras.envio.list(period)).pix).toHaveLength(1)
    expect((await extras.envio.list({ ...period, status: 'NAO_REALIZADO' })).pix).toEqual([])
  })

  it('sends to an account, whose owner it masks', async () => {
    const { extras, chave } = start()
    const contaBanco = {
      nome: 'Maria do Sol',
      cpf: '12345678909',
      codigoBanco: '99999011',
      agencia: '1',
      conta: '123',
      tipoConta: 'cacc',
    } as const
    await extras.envio.send('envio2', { valor: '1.00', pagador: { chave }, favorecido: { contaBanco } })
    expect((await extras.envio.get('envio2')).favorecido?.contaBanco).toMatchObject({ cpf: '***.456.789-**' })
  })

  it.each([
    [{ valor: '999999.00' }, 422, 'pagamento_negado'],
    [{ pagador: { chave: 'outra@exemplo.example' } }, 400, 'chave_invalida'],
  ] as const)('does not send %j', async (changes, status, nome) => {
    const { extras, chave } = start()
    const envio = { valor: '1.00', pagador: { chave }, favorecido: { chave: 'maria@exemplo.example' }, ...changes }
    expect(await refusal(extras.envio.send('envio3', envio))).toEqual([status, nome])
  })

  it('knows nothing that was not sent', async () => {
    const { extras } = start()
    expect(await refusal(extras.envio.get('envio4'))).toEqual([404, 'PixEnviadoNaoEncontrado'])
  })

  it('counts what was paid', async () => {
    const { sandbox, client, extras, chave } = start()
    const { pixCopiaECola } = await client.cob.create(cobOf(chave))
    await sandbox.pay({ code: pixCopiaECola ?? '' })
    expect(await extras.saldo.get()).toEqual({ saldo: '10037.00' })
  })

  it('draws the code of a location', async () => {
    const { client, extras, chave } = start()
    const { loc, pixCopiaECola } = await client.cob.create(cobOf(chave))
    const { id, location } = loc as { id: number; location: string }
    expect(await extras.loc.qrCode({ id, location })).toEqual({
      qrcode: pixCopiaECola,
      imagemQrcode: expect.stringMatching(/^data:image\/svg\+xml;base64,[\w+/=]+$/),
    })
    expect(await refusal(extras.loc.qrCode({ id: 99, location }))).toEqual([400, 'location_nao_encontrada'])
  })

  it('gives charges a split, and takes it away', async () => {
    const { client, extras, chave } = start()
    const split: EfiSplitSolicitado = {
      descricao: 'Padaria e entregador',
      lancamento: { imediato: true },
      split: {
        divisaoTarifa: 'assumir_total',
        minhaParte: { tipo: 'porcentagem', valor: '60.00' },
        repasses: [{ tipo: 'porcentagem', valor: '40.00', favorecido: { cpf: '12345678909', conta: '1234567' } }],
      },
    }
    const { id, revisao } = await extras.split.createConfig(split)
    expect(revisao).toBe(0)
    expect(await extras.split.putConfig(id, split)).toMatchObject({ id, revisao: 1 })
    expect(await extras.split.getConfig(id)).toMatchObject({ ...split, status: 'ATIVA' })
    const { txid } = await client.cob.create(cobOf(chave))
    expect(await refusal(extras.split.getCharge('cob', txid))).toEqual([404, 'CobrancaSplitNaoEncontrada'])
    await extras.split.link('cob', txid, id)
    expect(await extras.split.getCharge('cob', txid)).toMatchObject({ txid, config: { id, status: 'ATIVA' } })
    await extras.split.unlink('cob', txid)
    expect(await refusal(extras.split.getCharge('cob', txid))).toEqual([404, 'CobrancaSplitNaoEncontrada'])
    expect(await refusal(extras.split.link('cob', txid, 'outra'))).toEqual([404, 'SplitNaoEncontrado'])
    await client.cob.update(txid, { status: 'REMOVIDA_PELO_USUARIO_RECEBEDOR' })
    expect(await refusal(extras.split.link('cob', txid, id))).toEqual([400, 'SplitOperacaoInvalida'])
  })

  it('refuses bodies and periods that are none', async () => {
    const { sandbox } = start()
    const { origin } = new URL(sandbox.apiUrl)
    const form = { grant_type: 'client_credentials' }
    const { clientId, clientSecret } = sandbox.credentials
    const basic = `Basic ${btoa(`${clientId}:${clientSecret}`)}`
    const headers = { 'content-type': 'application/json' }
    const granted = await sandbox.fetch(sandbox.tokenUrl, {
      method: 'POST',
      headers: { ...headers, authorization: basic },
      body: JSON.stringify(form),
    })
    const { access_token: token } = (await granted.json()) as { access_token: string }
    const send = async (method: string, path: string, body?: string): Promise<unknown> => {
      const init = { method, headers: { ...headers, authorization: `Bearer ${token}` }, body: body ?? null }
      const answer = await sandbox.fetch(origin + path, init)
      return [answer.status, nameOf((await answer.json()) as { nome?: string; type?: string })]
    }
    const envio = JSON.stringify({ valor: '1.00', pagador: { chave: sandbox.account.chaves[0] }, favorecido: 'maria' })
    expect(await send('PUT', '/v3/gn/pix/envio5', envio)).toEqual([400, 'valor_invalido'])
    expect(await send('PUT', '/v3/gn/pix/envio5', '{')).toEqual([400, 'valor_invalido'])
    expect(await send('PUT', '/v3/gn/pix/envio-5', envio)).toEqual([400, 'valor_invalido'])
    expect(await send('GET', '/v2/gn/pix/enviados?inicio=2026-11-25&fim=2026-11-26')).toEqual([400, 'valor_invalido'])
    expect(await send('POST', '/v2/gn/split/config', 'null')).toEqual([400, 'SplitConfigOperacaoInvalida'])
  })

  it('demands scopes', async () => {
    const { extras } = start({ ...efi, scopes: ['cob.read'] })
    expect(await refusal(extras.saldo.get())).toEqual([403, 'AcessoNegado'])
  })
})
