import { parseBrCode } from '@pixkit/brcode'
import { beforeAll, describe, expect, it } from 'vitest'
import { runMainJob } from './run-main-job.ts'
import type { Step, StepName } from './step.ts'

/** Groups of a step's lines. */
function read(steps: readonly Step[], name: StepName, pattern: RegExp): Readonly<Record<string, string>> {
  const text = steps.find((step) => step.name === name)?.lines.join('\n') ?? ''
  expect(text).toMatch(pattern)
  return pattern.exec(text)?.groups ?? {}
}

describe('the main job', () => {
  const steps: Step[] = []
  beforeAll(() => runMainJob((step) => void steps.push(step)))

  it('takes every step once, in order, and tells how long each took', () => {
    expect(steps.map(({ name }) => name)).toEqual([
      'certificatesMade',
      'tokenGranted',
      'chargeCreated',
      'codeRead',
      'webhookSet',
      'chargeVerified',
      'chargePaid',
      'webhookReceived',
      'chargeConcluded',
      'returnAsked',
      'returnDone',
    ])
    for (const { ms } of steps) expect(ms).toBeGreaterThan(0)
  })

  it('gets its token with the certificate that the bank made for it', () => {
    const { client } = read(steps, 'certificatesMade', /^CN=pixkit sandbox client {2}SHA-256 (?<client>[\da-f]{16})…$/m)
    const { shown } = read(
      steps,
      'tokenGranted',
      /^mTLS {2}SHA-256 (?<shown>[\da-f]{16})…\n→ POST \/oauth\/token\n {2}grant_type=client_credentials&scope=.*\n← 200 "token_type":"Bearer" "expires_in":3600$/,
    )
    expect(shown).toBe(client)
    expect(steps.flatMap(({ lines }) => lines).join('\n')).not.toContain('access_token')
  })

  it('charges, and the payer proves that charge', () => {
    const { txid, sent } = read(
      steps,
      'chargeCreated',
      /^→ PUT \/api\/v2\/cob\/(?<txid>\w+)\n {2}(?<sent>\{.*\})\n← 201 "txid":"\k<txid>" "revisao":0 "status":"ATIVA"$/,
    )
    expect(JSON.parse(sent ?? '')).toMatchObject({ valor: { original: '37.00' } })
    const code = parseBrCode(steps.find(({ name }) => name === 'codeRead')?.code ?? '', { strict: true })
    const proven = read(
      steps,
      'chargeVerified',
      /^→ GET (?<path>\S+)\n← 200 eyJ\S+…\n→ GET \/jwks\.json\n← 200\n✓ 23\/23 {2}ES256 {2}pix\.sandbox\.example\n {2}(?<payload>.*)$/,
    )
    expect(code).toMatchObject({ kind: 'dynamic', location: `pix.sandbox.example${proven['path']}` })
    expect(JSON.parse(proven['payload'] ?? '')).toEqual({ txid, valor: { original: '37.00' }, status: 'ATIVA' })
  })

  it('is paid, told by the bank, and finds the charge concluded', () => {
    const { txid } = read(steps, 'chargeCreated', /cob\/(?<txid>\w+)/)
    read(
      steps,
      'webhookSet',
      /^→ PUT \/api\/v2\/webhook\/\d+\n {2}\{"webhookUrl":"https:\/\/localhost:\d+\/webhook"\}\n← 200$/,
    )
    const { e2e } = read(steps, 'chargePaid', /^"endToEndId":"(?<e2e>E\w{31})" "valor":"37\.00"$/)
    const told = read(
      steps,
      'webhookReceived',
      /^TLSv1\.3 {2}CN=pixkit sandbox webhook\n→ POST \/webhook\/pix\n {2}\{"pix":\[\{"endToEndId":"(?<e2e>\w+)","txid":"(?<txid>\w+)","valor":"37\.00"/,
    )
    expect(told).toEqual({ e2e, txid })
    const found = read(steps, 'chargeConcluded', /← 200 "txid":"(?<txid>\w+)" "status":"CONCLUIDA"$/)
    expect(found).toEqual({ txid })
  })

  it('returns a part of that payment, which is back after some seconds', () => {
    const { e2e } = read(steps, 'chargePaid', /"(?<e2e>E\w{31})"/)
    const asked = read(
      steps,
      'returnAsked',
      /^→ PUT \/api\/v2\/pix\/(?<e2e>\w+)\/devolucao\/(?<id>\w+)\n {2}\{"valor":"12\.00"\}\n← 201 "rtrId":"(?<rtrId>D\w{31})" "valor":"12\.00" "status":"EM_PROCESSAMENTO"$/,
    )
    const done = read(
      steps,
      'returnDone',
      /^clock \+[1-5] s\n→ GET \/api\/v2\/pix\/(?<e2e>\w+)\/devolucao\/(?<id>\w+)\n← 200 "rtrId":"(?<rtrId>D\w{31})" "valor":"12\.00" "status":"DEVOLVIDO"$/,
    )
    expect(asked['e2e']).toBe(e2e)
    expect(done).toEqual(asked)
  })
})
