/** @module CRC-16 with polynomial 1021 and initial value FFFF, one bit at a time, for the reference reader and the mutations. */

/** Four upper-case digits for the UTF-8 bytes of `text` (EMVCo MPM 1.1, field 63: everything up to `6304`). */
export function referenceCrc(text: string): string {
  let register = 0xffff
  for (const byte of Buffer.from(text)) {
    register ^= byte << 8
    for (let bit = 0; bit < 8; bit += 1) {
      const out = register & 0x8000
      register = (register << 1) & 0xffff
      if (out !== 0) register ^= 0x1021
    }
  }
  return register.toString(16).toUpperCase().padStart(4, '0')
}
