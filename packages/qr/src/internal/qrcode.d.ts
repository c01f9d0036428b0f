/** What is used of npm `qrcode`, version 1.5.4: modules of its core, which bring neither Node nor its command. */
declare module 'qrcode/lib/core/alignment-pattern.js' {
  const alignmentPattern: { getPositions(version: number): [row: number, column: number][] }
  export = alignmentPattern
}

declare module 'qrcode/lib/core/error-correction-code.js' {
  import type { Level } from 'qrcode/lib/core/error-correction-level.js'
  const errorCorrectionCode: {
    getBlocksCount(version: number, level: Level): number
    getTotalCodewordsCount(version: number, level: Level): number
  }
  export = errorCorrectionCode
}

declare module 'qrcode/lib/core/error-correction-level.js' {
  const levels: Record<'L' | 'M' | 'Q' | 'H', levels.Level>
  namespace levels {
    interface Level {
      readonly bit: number
    }
  }
  export = levels
}

declare module 'qrcode/lib/core/format-info.js' {
  import type { Level } from 'qrcode/lib/core/error-correction-level.js'
  const formatInfo: { getEncodedBits(level: Level, mask: number): number }
  export = formatInfo
}

/** Draws whole symbols: what ours are held against in tests. */
declare module 'qrcode/lib/core/qrcode.js' {
  interface Options {
    readonly errorCorrectionLevel?: string
    readonly version?: number
    readonly maskPattern?: number
  }
  const qrcode: {
    create(
      segments: readonly { mode: string | undefined; data: string }[],
      options: Options,
    ): { readonly version: number; readonly modules: { readonly data: Uint8Array } }
  }
  export = qrcode
}

declare module 'qrcode/lib/core/reed-solomon-encoder.js' {
  class ReedSolomonEncoder {
    constructor(degree: number)
    encode(data: Uint8Array): Uint8Array
  }
  export = ReedSolomonEncoder
}

declare module 'qrcode/lib/core/utils.js' {
  const utils: { getSymbolTotalCodewords(version: number): number }
  export = utils
}
