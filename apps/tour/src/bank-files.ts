/**
 * A folder as people have it when a bank has answered their request: everything is there, and the wrong key is taken.
 *
 * @module
 */
import { createCa, createCsr, createClientIdentity, generatePrivateKey, sicrediSubject, toPem } from '@pixkit/certs'

const PEOPLE = { nomeParceiro: 'padaria-do-bairro', cpfCnpj: '12345678000195' }

/** Makes certificate, chain, request and two keys, of an invented bank, by name. */
export async function bankFiles(): Promise<Map<string, Uint8Array>> {
  const pem = (...items: Parameters<typeof toPem>[0][]): Uint8Array =>
    new TextEncoder().encode(items.map((item) => toPem(item)).join(''))
  const bank = await createCa({ name: 'Banco Inventado' })
  const subject = sicrediSubject(PEOPLE)
  const { certificate, privateKey } = await createClientIdentity(bank, { subject })
  return new Map([
    ['certificado.cer', certificate.der],
    ['CadeiaCompleta.cer', pem(bank.certificate)],
    ['REQUISICAO.csr', pem(createCsr(privateKey, { subject }))],
    ['APLICACAO.key', pem(privateKey)],
    ['APLICACAO_antiga.key', pem(await generatePrivateKey({ type: 'EC' }))],
  ])
}
