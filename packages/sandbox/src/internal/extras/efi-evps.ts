/**
 * Random keys of the account at Efí.
 *
 * @module
 */
import type { ApiAnswer } from '../api/call.ts'
import { erro } from './efi-errors.ts'
import type { ExtraParts } from './extra.ts'

export interface Evps {
  create(): ApiAnswer
  list(): ApiAnswer
  delete(params: Readonly<Record<string, string>>): ApiAnswer
}

const MAX_CHAVES = 20

export function createEvps({ world, collection }: ExtraParts): Evps {
  const made = collection<string>('efiEvp')
  const { account, random } = world
  const chaves = account.chaves as string[]
  for (const chave of made.values()) chaves.push(chave)
  return {
    create() {
      if (chaves.length >= MAX_CHAVES) {
        return erro(400, 'limite_criacao_chave_atingido', `A conta já tem ${MAX_CHAVES} chaves.`)
      }
      const chave = uuidOf(random.bytes(16))
      made.add(chave, chave)
      chaves.push(chave)
      return { status: 201, body: { chave } }
    },
    list: () => ({ status: 200, body: { chaves: chaves.filter((chave) => EVP.test(chave)) } }),
    delete({ chave = '' }) {
      const at = EVP.test(chave) ? chaves.indexOf(chave) : -1
      if (at < 0) return erro(400, 'chave_nao_encontrada', 'A chave não é desta conta.')
      made.delete(chave)
      chaves.splice(at, 1)
      return { status: 204 }
    },
  }
}

const EVP = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** @see RFC 9562, section 5.4 (version 4). */
function uuidOf(random: Uint8Array): string {
  const bytes = Uint8Array.from(random)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return Buffer.from(bytes)
    .toString('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
