/** @module Headers as real issuers write them, and the defects of payloads that circulate. */
import { cob, COBV, cobv, HOST, honest, REC, rec, signers } from './cast.mjs'
import { makeFile } from './collect.mjs'
import { base64url, header, jwk, jws, keySet } from './jose.mjs'

makeFile(
  'issuers',
  'Headers shaped as those of real issuers; defects of payloads that circulate, refused, tolerated by name, or never',
  ({ ok, fails }) => {
    const shaped = (/** @type {string} */ alg, /** @type {any} */ head, /** @type {any} */ key = {}) => {
      const signer = /** @type {import('./jose.mjs').Signer} */ ({ ...signers[alg], kid: head.kid })
      const ordered = Object.fromEntries(Object.keys(head).map((name) => [name, head[name] ?? header(signer)[name]]))
      return { jws: jws(signer, cob(), JSON.stringify(ordered)), jwks: keySet(jwk(signer, key)) }
    }
    const from = undefined
    ok(
      'bacen-sandbox',
      "Bacen's sandbox: x5t#S256 only, kid of 46 characters, no typ",
      shaped('RS256', {
        'x5t#S256': from,
        jku: `https://${HOST}/rest/jwks.json`,
        kid: base64url(Buffer.alloc(34, 9)),
        alg: 'RS256',
      }),
      { kind: 'cob', warnings: ['PAYLOAD_HEADER:x5t-absent'] },
    )
    ok(
      'iugu',
      'iugu: PS256 with x5t only, kid of 64 hexadecimal digits',
      shaped(
        'PS256',
        { alg: 'PS256', kid: 'ab'.repeat(32), x5t: from, jku: `https://${HOST}/public/jwt/jwks` },
        { 'x5t#S256': undefined },
      ),
    )
    ok(
      'openapi-typ',
      'API Pix: typ JWS',
      shaped('RS256', { alg: 'RS256', typ: 'JWS', kid: '2011-04-29', x5t: from, jku: `https://${HOST}/jwks` }),
    )
    ok(
      'arbi',
      'Arbi: x5t#S256, kid 1',
      shaped('RS256', { alg: 'RS256', kid: '1', 'x5t#S256': from, jku: `https://${HOST}/gi` }),
      { kind: 'cob', warnings: ['PAYLOAD_HEADER:x5t-absent'] },
    )
    fails(
      'openapi-example-x5t',
      "API Pix's own example: an x5t of 28 characters",
      shaped(
        'RS256',
        {
          alg: 'RS256',
          typ: 'JWS',
          kid: '2011-04-29',
          x5t: 'AppendixAExampleA1JWKSRsaKey',
          jku: `https://${HOST}/jwks`,
        },
        { x5t: 'AppendixAExampleA1JWKSRsaKey' },
      ),
      'HEADER',
    )
    const equal = '2026-11-25T15:00:00Z'
    ok('iugu-payload', 'apresentacao = criacao, nothing optional, 955,583 seconds', {
      payload: cob({
        revisao: 1,
        devedor: undefined,
        infoAdicionais: undefined,
        solicitacaoPagador: undefined,
        calendario: { criacao: equal, apresentacao: equal, expiracao: 955_583 },
      }),
    })

    /** Refused by default, accepted under its name with a warning. */
    const twice = (
      /** @type {string} */ id,
      /** @type {string} */ about,
      /** @type {any} */ given,
      /** @type {string} */ tolerance,
      /** @type {string} */ reason,
      /** @type {any} */ path,
      /** @type {unknown} */ payload,
    ) => {
      const kind = given.location === COBV ? 'cobv' : given.location === REC ? 'rec' : 'cob'
      fails(id, about, given, `JSON:${reason}`, path)
      ok(
        `${id}-tolerated`,
        `${about}, tolerated`,
        { ...given, options: { tolerate: [tolerance] } },
        { kind, warnings: [`PAYLOAD_JSON:${reason}`], payload },
      )
      fails(
        `${id}-strict`,
        `${about}, tolerated by a strict reader`,
        { ...given, options: { tolerate: [tolerance], strict: true } },
        `JSON:${reason}`,
        path,
      )
    }
    twice(
      'revisao-text',
      'revisao as text',
      { payload: cob({ revisao: '0' }) },
      'number-as-text',
      'number-as-text',
      ['revisao'],
      cob(),
    )
    twice(
      'expiracao-text',
      'expiracao as text',
      { payload: cob({ calendario: { expiracao: '3600' } }) },
      'number-as-text',
      'number-as-text',
      ['calendario', 'expiracao'],
      cob(),
    )
    twice(
      'validade-text',
      'validadeAposVencimento as text',
      { location: COBV, payload: cobv({ calendario: { validadeAposVencimento: '30' } }) },
      'number-as-text',
      'number-as-text',
      ['calendario', 'validadeAposVencimento'],
      cobv(),
    )
    twice(
      'amount-number',
      'An amount as a number',
      { payload: cob({ valor: { original: 123.45 } }) },
      'amount-format',
      'amount-format',
      ['valor', 'original'],
      cob(),
    )
    twice(
      'amount-number-one-decimal',
      'An amount as a number with one decimal',
      { payload: cob({ valor: { original: 39.9 } }) },
      'amount-format',
      'amount-format',
      ['valor', 'original'],
      cob({ valor: { original: '39.90' } }),
    )
    twice(
      'amount-one-decimal',
      'An amount with one decimal',
      { payload: cob({ valor: { original: '39.9' } }) },
      'amount-format',
      'amount-format',
      ['valor', 'original'],
      cob({ valor: { original: '39.90' } }),
    )
    twice(
      'amount-no-decimal',
      'An amount without decimals',
      { payload: cob({ valor: { original: '97' } }) },
      'amount-format',
      'amount-format',
      ['valor', 'original'],
      cob({ valor: { original: '97.00' } }),
    )
    twice(
      'null-devedor',
      'devedor is null',
      { payload: cob({ devedor: null }) },
      'null-member',
      'null-member',
      ['devedor'],
      cob({ devedor: undefined }),
    )
    twice(
      'null-prompt',
      'solicitacaoPagador is null',
      { payload: cob({ solicitacaoPagador: null }) },
      'null-member',
      'null-member',
      ['solicitacaoPagador'],
      cob({ solicitacaoPagador: undefined }),
    )
    twice(
      'null-of-rec',
      'idRec of a recurrence is null',
      { payload: cob({ idRec: null }) },
      'null-member',
      'null-member',
      ['idRec'],
      cob(),
    )
    twice(
      'null-of-cobv',
      'valor.final of a charge with a due date is null',
      { payload: cob({ valor: { final: null } }) },
      'null-member',
      'null-member',
      ['valor', 'final'],
      cob(),
    )
    twice(
      'null-retirada',
      'valor.retirada is null',
      { payload: cob({ valor: { retirada: null } }) },
      'null-member',
      'null-member',
      ['valor', 'retirada'],
      cob(),
    )
    twice(
      'null-cnpj',
      'devedor.cnpj is null beside cpf',
      { payload: cob({ devedor: { cnpj: null } }) },
      'null-member',
      'null-member',
      ['devedor', 'cnpj'],
      cob(),
    )
    const misspelt = rec()
    misspelt.calendario = { dataInicial: '2026-12-10', dataFinal: '2027-12-10', peridiocidade: 'MENSAL' }
    twice(
      'peridiocidade',
      'peridiocidade, as in an example of API Pix',
      { location: REC, payload: misspelt },
      'peridiocidade',
      'peridiocidade',
      ['calendario', 'peridiocidade'],
      rec(),
    )

    const all = { tolerate: ['null-member', 'number-as-text', 'amount-format', 'peridiocidade'] }
    const never = (
      /** @type {string} */ id,
      /** @type {string} */ about,
      /** @type {any} */ given,
      /** @type {any} */ path,
    ) => fails(id, `${about}, whatever is tolerated`, { ...given, options: all }, 'JSON', path)
    never('comma', 'A decimal comma', { location: COBV, payload: cobv({ valor: { final: '87,50' } }) }, [
      'valor',
      'final',
    ])
    never('comma-cob', 'A decimal comma', { payload: cob({ valor: { original: '123,45' } }) }, ['valor', 'original'])
    never('thousands', 'A point that may be for thousands', { payload: cob({ valor: { original: '1.234' } }) }, [
      'valor',
      'original',
    ])
    never('three-decimals-number', 'A number with three decimals', { payload: cob({ valor: { original: 1.234 } }) }, [
      'valor',
      'original',
    ])
    never('amount-negative', 'A number below zero', { payload: cob({ valor: { original: -1 } }) }, [
      'valor',
      'original',
    ])
    never(
      'amount-exponent',
      'A number with an exponent',
      { jws: jws(honest, JSON.stringify(cob()).replace('"123.45"', '1e21')) },
      ['valor', 'original'],
    )
    const written = (/** @type {string} */ amount) => ({
      jws: jws(honest, JSON.stringify(cob()).replace('"123.45"', amount)),
    })
    never('amount-small-exponent', 'A number with a negative exponent', written('1E-1'), ['valor', 'original'])
    never('amount-beyond-double', 'A number that a double rounds to two decimals', written('123.4500000000000000000001'), [
      'valor',
      'original',
    ])
    never('amount-three-zeros', 'A number whose point may be for thousands', written('100.000'), ['valor', 'original'])
    never('null-required', 'null for what must be there', { payload: cob({ chave: null }) }, ['chave'])
    never('null-amount', 'null for the amount', { payload: cob({ valor: { original: null } }) }, ['valor', 'original'])
    never('revisao-text-fraction', 'revisao as a text with a decimal', { payload: cob({ revisao: '1.0' }) }, [
      'revisao',
    ])
    never('revisao-text-hex', 'revisao as a text in hexadecimal', { payload: cob({ revisao: '0x1' }) }, ['revisao'])
    never('revisao-text-empty', 'revisao as an empty text', { payload: cob({ revisao: '' }) }, ['revisao'])
    never('modalidade-text', 'modalidadeAlteracao as text', { payload: cob({ valor: { modalidadeAlteracao: '1' } }) }, [
      'valor',
      'modalidadeAlteracao',
    ])
    never('status-null', 'status is null', { payload: cob({ status: null }) }, ['status'])
    const both = rec({ calendario: { peridiocidade: 'ANUAL' } })
    ok('both-spellings', 'periodicidade counts, and peridiocidade is a member that nobody knows', {
      location: REC,
      payload: both,
      options: all,
    })
  },
)
