/**
 * The banks that `--profile` knows, each read when it is named.
 *
 * @module
 */
import type { Profile } from '@pixkit/bacen'

const PROFILES = {
  ailos: async () => (await import('@pixkit/bacen/profiles/ailos')).ailos,
  bacen: async () => (await import('@pixkit/bacen/profiles/bacen')).bacen,
  'banco-do-brasil': async () => (await import('@pixkit/bacen/profiles/banco-do-brasil')).bancoDoBrasil,
  banrisul: async () => (await import('@pixkit/bacen/profiles/banrisul')).banrisul,
  bradesco: async () => (await import('@pixkit/bacen/profiles/bradesco')).bradesco,
  c6: async () => (await import('@pixkit/bacen/profiles/c6')).c6,
  cielo: async () => (await import('@pixkit/bacen/profiles/cielo')).cielo,
  efi: async () => (await import('@pixkit/bacen/profiles/efi')).efi,
  inter: async () => (await import('@pixkit/bacen/profiles/inter')).inter,
  itau: async () => (await import('@pixkit/bacen/profiles/itau')).itau,
  pagbank: async () => (await import('@pixkit/bacen/profiles/pagbank')).pagbank,
  santander: async () => (await import('@pixkit/bacen/profiles/santander')).santander,
  sicoob: async () => (await import('@pixkit/bacen/profiles/sicoob')).sicoob,
  sicredi: async () => (await import('@pixkit/bacen/profiles/sicredi')).sicredi,
} as const satisfies Readonly<Record<string, () => Promise<Profile>>>

export const PROFILE_IDS: readonly string[] = Object.keys(PROFILES)

/** @param id - One of {@link PROFILE_IDS}. */
export async function loadProfile(id: string): Promise<Profile> {
  return PROFILES[id as keyof typeof PROFILES]()
}
