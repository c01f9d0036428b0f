import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type RecordedRequest, recordingBank, type Reply } from '../../../../tests/lib/recording-bank.ts'
import { rejectionOf } from '../../../../tests/lib/rejection-of.ts'
import type { BacenClientOptions } from './client-options.ts'
import type { ListAllOptions, ListCheckpoint } from './list-options.ts'

const DAY = 86_400_000
const START = Date.UTC(2026, 0, 1)

/** Payments, by when they were settled. */
type Payments = readonly { readonly endToEndId: string; readonly at: number }[]

const payments = (...days: number[]): Payments =>
  days.map((day, index) => ({ endToEndId: `E${index}`, at: START + day * DAY }))

/** A bank that lists them, newest first, both ends of the period included. */
const listing =
  (all: Payments, size: number) =>
  ({ query }: RecordedRequest): Reply => {
    const page = Number(query['paginacao.paginaAtual'] ?? 0)
    const length = Number(query['paginacao.itensPorPagina'] ?? size)
    const [inicio, fim] = [Date.parse(query['inicio'] ?? ''), Date.parse(query['fim'] ?? '')]
    const found = all.filter(({ at }) => at >= inicio && at <= fim).toSorted((one, other) => other.at - one.at)
    const paginacao = {
      paginaAtual: page,
      itensPorPagina: length,
      quantidadeDePaginas: Math.max(1, Math.ceil(found.length / length)),
      quantidadeTotalDeItens: found.length,
    }
    return { body: { parametros: { paginacao }, pix: found.slice(page * length, (page + 1) * length) } }
  }

const period = (days: number) => ({ inicio: new Date(START), fim: new Date(START + days * DAY) })

async function idsOf(items: AsyncIterable<{ readonly endToEndId: string }>): Promise<string[]> {
  const ids: string[] = []
  for await (const { endToEndId } of items) ids.push(endToEndId)
  return ids
}

describe('listPages', () => {
  test('every page, as the bank sent it', async () => {
    const { client, requests } = recordingBank(listing(payments(0, 1, 2, 3, 4), 2))
    const sizes: number[] = []
    for await (const { pix } of client.pix.listPages(period(10))) sizes.push(pix.length)
    expect(sizes).toEqual([2, 2, 1])
    expect(requests.map(({ query }) => query['paginacao.paginaAtual'])).toEqual(['0', '1', '2'])
  })

  test('from the page that was asked for', async () => {
    const { client, requests } = recordingBank(listing(payments(0, 1, 2, 3, 4), 2))
    const pages = client.pix.listPages({ ...period(10), paginacao: { paginaAtual: 1, itensPorPagina: 3 } })
    expect((await pages.next()).value?.pix).toHaveLength(2)
    expect((await pages.next()).done).toBe(true)
    expect(requests.map(({ query }) => query['paginacao.itensPorPagina'])).toEqual(['3'])
  })

  const pagesOf = (paginacao: object | undefined, count = 5) => {
    const items = payments(...Array.from({ length: count }, (_item, day) => day))
    return recordingBank(({ query }) => {
      const page = Number(query['paginacao.paginaAtual'])
      return { body: { parametros: { paginacao }, pix: items.slice(page * 2, page * 2 + 2) } }
    })
  }

  test.each<[string, object | undefined, number, number]>([
    ['nothing: until a page is empty', undefined, 5, 4],
    ['how many items there are', { quantidadeTotalDeItens: 5 }, 5, 4],
    ['how long a page is, which may be what was asked for', { itensPorPagina: 100 }, 5, 4],
    ['fewer pages than it has items for', { quantidadeDePaginas: 2, quantidadeTotalDeItens: 5 }, 5, 3],
    ['no pages at all', { quantidadeDePaginas: 0, quantidadeTotalDeItens: 5 }, 5, 3],
    ['numbers as texts', { quantidadeDePaginas: '3', itensPorPagina: '100' }, 5, 3],
    ['how many pages there are', { quantidadeDePaginas: 3 }, 5, 3],
  ])('nothing is lost where the bank says %s', async (_name, paginacao, count, calls) => {
    const { client, requests } = pagesOf(paginacao, count)
    expect(await idsOf(client.pix.listAll({ ...period(10), paginacao: { itensPorPagina: 100 } }))).toHaveLength(count)
    expect(requests).toHaveLength(calls)
  })

  test('a bank that has no pages sends the same list again: it is the end', async () => {
    const { client, requests } = recordingBank(() => ({ body: { pix: payments(0, 1) } }))
    expect(await idsOf(client.pix.listAll(period(10)))).toHaveLength(2)
    expect(requests).toHaveLength(3)
    const webhooks = recordingBank(() => ({ body: { webhooks: [{ webhookUrl: 'https://a.example.com' }] } }))
    let count = 0
    for await (const _webhook of webhooks.client.webhook.listAll({})) count += 1
    expect(count).toBe(1)
  })

  const counting = (page: (index: number) => Reply) =>
    recordingBank(({ query }) => page(Number(query['paginacao.paginaAtual'])))

  test('a bank that counts pages from 1, and not how many there are', async () => {
    const all = payments(0, 1, 2, 3, 4)
    const { client } = counting((page) => {
      const begin = Math.max(0, page - 1) * 2
      return { body: { pix: all.slice(begin, begin + 2) } }
    })
    expect(await idsOf(client.pix.listAll(period(10)))).toEqual(['E0', 'E1', 'E2', 'E3', 'E4'])
  })

  test('beyond the last page the bank has nothing', async () => {
    const none = { status: 404, body: { type: 'https://pix.bcb.gov.br/api/v2/error/PixNaoEncontrado', title: 'x' } }
    const { client } = counting((page) => (page === 2 ? none : { body: { pix: [{ endToEndId: `E${page}` }] } }))
    const sizes: number[] = []
    for await (const { pix } of client.pix.listPages(period(10))) sizes.push(pix.length)
    expect(sizes).toEqual([1, 1])
    const early = counting(() => none)
    expect(await rejectionOf(idsOf(early.client.pix.listAll(period(10))))).toMatchObject({ status: 404 })
    const parametros = { paginacao: { quantidadeDePaginas: 3 } }
    const between = counting((page) =>
      page === 1 ? none : { body: { parametros, pix: [{ endToEndId: `E${page}` }] } },
    )
    expect(await rejectionOf(idsOf(between.client.pix.listAll(period(10))))).toMatchObject({ status: 404 })
  })

  test.each<[string, object, Reply]>([
    ['with the last page', { quantidadeDePaginas: 1 }, { body: { pix: [] } }],
    ['with an empty page', {}, { body: { pix: [] } }],
    ['with the same page again', {}, { body: { pix: payments(0, 1) } }],
    ['with nothing', {}, { status: 404, body: { type: 'x/PixNaoEncontrado', title: 'x' } }],
  ])('a list that ends %s, and with fewer items than the bank counts, is an error', async (_name, counts, end) => {
    const paginacao = { ...counts, quantidadeTotalDeItens: 5 }
    const first = { body: { parametros: { paginacao }, pix: payments(0, 1) } }
    const { client } = counting((page) => (page === 0 ? first : end))
    const ids: string[] = []
    const all = async () => {
      for await (const { endToEndId } of client.pix.listAll(period(10))) ids.push(endToEndId)
    }
    expect(await rejectionOf(all())).toMatchObject({
      code: 'BACEN_LIST',
      params: { reason: 'incomplete', count: 2, total: 5 },
    })
    expect(ids).toEqual(['E0', 'E1'])
  })

  test.each<[string, number, number | undefined, object | undefined]>([
    ['as many as pages have', 100, undefined, undefined],
    ['as many as were asked for', 20, 20, undefined],
    ['as many as a page has, though more were asked for', 100, 1_000, undefined],
    ['as many as the bank says that a page has', 50, undefined, { itensPorPagina: 50 }],
  ])('the same page three times, of %s, is no end', async (_what, length, itensPorPagina, paginacao) => {
    const items = payments(...Array.from({ length }, (_item, day) => day))
    const { client, requests } = counting(() => ({ body: { parametros: { paginacao }, pix: items } }))
    const ids: string[] = []
    const all = async () => {
      const pages = client.pix.listAll({ ...period(1), paginacao: { itensPorPagina } })
      for await (const { endToEndId } of pages) ids.push(endToEndId)
    }
    expect(await rejectionOf(all())).toMatchObject({ code: 'BACEN_LIST', params: { reason: 'repeats' } })
    expect(ids).toHaveLength(length)
    expect(requests).toHaveLength(3)
  })

  test('a bank that sends its last page again and again: it is the end if that is shorter', async () => {
    const all = payments(0, 1, 2, 3, 4)
    const clamping = (count: number) =>
      counting((page) => {
        const begin = Math.min(page, Math.ceil(count / 2) - 1) * 2
        return { body: { pix: all.slice(begin, Math.min(begin + 2, count)) } }
      })
    expect(await idsOf(clamping(5).client.pix.listAll(period(10)))).toHaveLength(5)
    expect(await idsOf(clamping(2).client.pix.listAll(period(10)))).toHaveLength(2)
    expect(await rejectionOf(idsOf(clamping(4).client.pix.listAll(period(10))))).toMatchObject({
      params: { reason: 'repeats' },
    })
  })

  test('the same page again, where the bank counts what is on it, is the end', async () => {
    const items = payments(...Array.from({ length: 100 }, (_item, day) => day))
    const paginacao = { quantidadeTotalDeItens: 100 }
    const { client } = counting(() => ({ body: { parametros: { paginacao }, pix: items } }))
    expect(await idsOf(client.pix.listAll(period(1)))).toHaveLength(100)
  })

  test('a list that is begun later, and ends before the bank has counted to its end, is an error', async () => {
    const from = async (itensPorPagina: number | undefined, said?: number): Promise<number> => {
      const paginacao = { quantidadeTotalDeItens: 9, itensPorPagina: said }
      const { client } = counting((page) => ({
        body: { parametros: { paginacao }, pix: page === 1 ? payments(0, 1) : [] },
      }))
      let count = 0
      const params = { ...period(9), paginacao: { paginaAtual: 1, itensPorPagina } }
      for await (const { pix } of client.pix.listPages(params)) count += pix.length
      return count
    }
    const incomplete = { code: 'BACEN_LIST', params: { reason: 'incomplete', count: 5, total: 9 } }
    expect(await rejectionOf(from(3))).toMatchObject(incomplete)
    expect(await rejectionOf(from(undefined, 3))).toMatchObject(incomplete)
    expect(await from(7)).toBe(2)
    expect(await from(undefined)).toBe(2)
  })

  test('a bank that sends two pages by turns, and does not count them, is stopped', async () => {
    const { client } = counting((page) => ({ body: { pix: [{ endToEndId: `E${page % 2}` }] } }))
    expect(await rejectionOf(idsOf(client.pix.listAll(period(1))))).toMatchObject({ params: { reason: 'repeats' } })
  })

  test('a page without its list is an empty one', async () => {
    const { client } = recordingBank(() => ({ body: { pix: null } }))
    expect(await idsOf(client.pix.listAll(period(1)))).toEqual([])
  })

  test('a bank whose pages never end is stopped', async () => {
    const { client, requests } = recordingBank((_request, index) => ({
      body: { parametros: { paginacao: { quantidadeDePaginas: 1e9 } }, pix: [{ endToEndId: `E${index}` }] },
    }))
    const error = await rejectionOf(idsOf(client.pix.listAll(period(1), { maxPages: 7 })))
    expect(error).toMatchObject({ code: 'BACEN_LIST', params: { reason: 'endless', max: 7 } })
    expect(requests).toHaveLength(7)
  })

  test('a bank that says there is more, and sends nothing, is stopped', async () => {
    const { client, requests } = recordingBank(() => ({
      body: { parametros: { paginacao: { quantidadeDePaginas: 1e9 } }, pix: [] },
    }))
    expect(await rejectionOf(idsOf(client.pix.listAll(period(1))))).toMatchObject({
      code: 'BACEN_LIST',
      params: { reason: 'endless', max: 10 },
    })
    expect(requests).toHaveLength(10)
  })

  test('a bank that sends two pages by turns is stopped', async () => {
    const { client, requests } = recordingBank((_request, index) => ({
      body: { parametros: { paginacao: { quantidadeDePaginas: 99 } }, pix: [{ endToEndId: `E${index % 2}` }] },
    }))
    expect(await rejectionOf(idsOf(client.pix.listAll(period(1))))).toMatchObject({ params: { reason: 'repeats' } })
    expect(requests).toHaveLength(3)
  })

  test('ids that are too long to be any are not kept', async () => {
    const long = { endToEndId: 'E'.repeat(101) }
    const { client } = recordingBank(() => ({
      body: { parametros: { paginacao: { quantidadeDePaginas: 2 } }, pix: [long] },
    }))
    expect(await idsOf(client.pix.listAll(period(1)))).toHaveLength(2)
  })

  test.each([Number.NaN, 0, 1.5, Infinity])('%d pages at most is a bug', async (maxPages) => {
    const { client, requests } = recordingBank(listing([], 1))
    expect(await rejectionOf(idsOf(client.pix.listAll(period(1), { maxPages })))).toBeInstanceOf(TypeError)
    expect(requests).toEqual([])
  })

  test('a bank that sends the same page again is stopped', async () => {
    const { client, requests } = recordingBank(() => ({
      body: { parametros: { paginacao: { quantidadeDePaginas: 3 } }, pix: [{ endToEndId: 'E1' }] },
    }))
    const error = await rejectionOf(idsOf(client.pix.listAll(period(1))))
    expect(error).toMatchObject({ code: 'BACEN_LIST', params: { reason: 'repeats' } })
    expect(requests).toHaveLength(2)
  })
})

describe('items without id', () => {
  test('are handed out, each of them, and their pages never taken for the same', async () => {
    const { client } = recordingBank(() => ({
      body: {
        parametros: { paginacao: { quantidadeDePaginas: 2 } },
        webhooks: [{ webhookUrl: 'https://a.example.com' }, { webhookUrl: 'https://b.example.com' }],
      },
    }))
    let count = 0
    for await (const { chave } of client.webhook.listAll({})) {
      expect(chave).toBeUndefined()
      count += 1
    }
    expect(count).toBe(4)
  })
})

describe('listAll', () => {
  test('a long period in windows, oldest first; what stands on a seam comes once', async () => {
    const { client, requests } = recordingBank(listing(payments(0, 5, 9.5, 10, 10.5, 20, 25), 2))
    expect(await idsOf(client.pix.listAll(period(25), { windowDays: 10 }))).toEqual([
      'E3',
      'E2',
      'E1',
      'E0',
      'E5',
      'E4',
      'E6',
    ])
    const windows = new Set(
      requests.map(({ query }) => `${query['inicio']?.slice(0, 10)} ${query['fim']?.slice(0, 10)}`),
    )
    expect([...windows]).toEqual(['2026-01-01 2026-01-11', '2026-01-11 2026-01-21', '2026-01-21 2026-01-26'])
  })

  test('in the windows of the profile, and in one where it has none', async () => {
    const run = async (overrides: BacenClientOptions['overrides'], options?: ListAllOptions) => {
      const { client, requests } = recordingBank(listing([], 2), {
        overrides: {
          apiUrl: 'https://pix.example.com/v2',
          tokenUrl: 'https://pix.example.com/oauth/token',
          ...overrides,
        },
      })
      await idsOf(client.pix.listAll(period(30), options))
      return requests.length
    }
    expect(await run({ listWindowDays: 7 })).toBe(5)
    expect(await run({ listWindowDays: 7 }, { windowDays: 15 })).toBe(2)
    expect(await run({})).toBe(1)
  })

  test('an item that moved to the next page comes once', async () => {
    const pages = [['E1', 'E2'], ['E2', 'E3'], ['E4']]
    const { client } = recordingBank(({ query }) => ({
      body: {
        parametros: { paginacao: { quantidadeDePaginas: 3 } },
        pix: pages[Number(query['paginacao.paginaAtual'])]?.map((endToEndId) => ({ endToEndId })),
      },
    }))
    expect(await idsOf(client.pix.listAll(period(1)))).toEqual(['E1', 'E2', 'E3', 'E4'])
  })

  test('filters and sizes go with every request', async () => {
    const { client, requests } = recordingBank(listing(payments(0, 1, 2), 1))
    await idsOf(
      client.pix.listAll({ ...period(3), txid: 'caixa1', paginacao: { itensPorPagina: 1 } }, { windowDays: 2 }),
    )
    expect(new Set(requests.map(({ query }) => `${query['txid']} ${query['paginacao.itensPorPagina']}`))).toEqual(
      new Set(['caixa1 1']),
    )
  })

  test('without a period: the list of webhooks', async () => {
    const { client } = recordingBank(() => ({ body: { webhooks: [{ chave: 'a' }, { chave: 'b' }] } }))
    const chaves: unknown[] = []
    for await (const { chave } of client.webhook.listAll({})) chaves.push(chave)
    expect(chaves).toEqual(['a', 'b'])
  })

  test('what is refused is refused as for one page', async () => {
    const { client, requests } = recordingBank(listing([], 1))
    const upsideDown = { inicio: period(1).fim, fim: period(1).inicio }
    expect(await rejectionOf(idsOf(client.pix.listAll(upsideDown)))).toMatchObject({
      code: 'BACEN_REQUEST',
      path: ['fim'],
    })
    expect(await rejectionOf(idsOf(client.pix.listAll(period(1), { windowDays: 0 })))).toBeInstanceOf(TypeError)
    expect(requests).toEqual([])
  })

  test('stops asking when nobody wants more', async () => {
    const { client, requests } = recordingBank(listing(payments(0, 1, 2, 3), 1))
    for await (const _item of client.pix.listAll(period(4))) break
    expect(requests).toHaveLength(1)
  })
})

describe('checkpoints', () => {
  const all = payments(0, 1, 2, 3, 4, 5, 6, 7, 8, 9)

  test('one before each page, and one at the end', async () => {
    const { client } = recordingBank(listing(all, 2))
    const seen: ListCheckpoint[] = []
    await idsOf(client.pix.listAll(period(9), { windowDays: 5, onCheckpoint: (checkpoint) => seen.push(checkpoint) }))
    expect(seen.map(({ window, page, done }) => [window.inicio.slice(8, 10), page, done])).toEqual([
      ['01', 0, false],
      ['01', 1, false],
      ['01', 2, false],
      ['06', 0, false],
      ['06', 1, false],
      ['06', 2, false],
      ['06', 3, true],
    ])
  })

  test('wherever it stops, another process goes on and misses nothing', async () => {
    const cases = fc.record({
      size: fc.integer({ min: 1, max: 4 }),
      windowDays: fc.integer({ min: 1, max: 12 }),
      stopAfter: fc.integer({ min: 1, max: 12 }),
    })
    await fc.assert(
      fc.asyncProperty(cases, async ({ size, windowDays, stopAfter }) => {
        const { client } = recordingBank(listing(all, size))
        const seen: string[] = []
        let saved: string | undefined
        const onCheckpoint = (checkpoint: ListCheckpoint) => (saved = JSON.stringify(checkpoint))
        for await (const { endToEndId } of client.pix.listAll(period(9), { windowDays, onCheckpoint })) {
          seen.push(endToEndId)
          if (seen.length === stopAfter) break
        }
        const checkpoint = JSON.parse(saved ?? '') as ListCheckpoint
        const rest = await idsOf(client.pix.listAll(period(9), { windowDays, checkpoint }))
        expect(new Set([...seen, ...rest]).size).toBe(all.length)
        // Again come those of the page that was not finished, and what stands on either seam of its window.
        expect(seen.length + rest.length - all.length).toBeLessThanOrEqual(size + 2)
      }),
      { numRuns: 100 },
    )
  })

  test('a list that goes on, and ends with fewer items than the bank counts, is an error', async () => {
    const items = payments(0, 1, 2, 3, 4)
    const bank = (rest: Payments) =>
      recordingBank(({ query }) => {
        const page = Number(query['paginacao.paginaAtual'])
        const paginacao = { quantidadeTotalDeItens: 5 }
        const pix = page === 0 ? items.slice(0, 2) : page === 1 ? rest : []
        return { body: { parametros: { paginacao }, pix } }
      })
    let checkpoint: ListCheckpoint | undefined
    await rejectionOf(idsOf(bank([]).client.pix.listAll(period(9), { onCheckpoint: (each) => (checkpoint = each) })))
    expect(checkpoint).toMatchObject({ page: 1, count: 2 })
    const goOn = (rest: Payments, change: object = {}) =>
      idsOf(bank(rest).client.pix.listAll(period(9), { checkpoint: { ...(checkpoint as ListCheckpoint), ...change } }))
    expect(await rejectionOf(goOn(items.slice(2, 4)))).toMatchObject({
      code: 'BACEN_LIST',
      params: { reason: 'incomplete', count: 4, total: 5 },
    })
    expect(await goOn(items.slice(2))).toEqual(['E2', 'E3', 'E4'])
    // One of before counts were kept, of pages of nobody knows how many.
    expect(await goOn(items.slice(2, 4), { count: undefined })).toEqual(['E2', 'E3'])
  })

  test('one that is done lists nothing', async () => {
    const { client, requests } = recordingBank(listing(all, 2))
    const saved: ListCheckpoint[] = []
    await idsOf(client.pix.listAll(period(9), { onCheckpoint: (each) => saved.push(each) }))
    const { length } = requests
    expect(await idsOf(client.pix.listAll(period(9), { checkpoint: saved.at(-1) }))).toEqual([])
    expect(requests).toHaveLength(length)
  })

  test.each<[string, Partial<ListCheckpoint>]>([
    ['of another period', { fim: new Date(START + DAY).toISOString() }],
    ['of a window outside', { window: { inicio: '2020-01-01T00:00:00Z', fim: '2020-01-02T00:00:00Z' } }],
    [
      'of a window that ends outside',
      { window: { inicio: new Date(START).toISOString(), fim: '2030-01-01T00:00:00Z' } },
    ],
    [
      'of a window upside down',
      { window: { inicio: new Date(START + 2 * DAY).toISOString(), fim: new Date(START + DAY).toISOString() } },
    ],
    ['without window', { window: undefined as never }],
    ['of half a page', { page: 0.5 }],
    ['of half an item', { count: 0.5 }],
    ['of fewer items than none', { count: -1 }],
  ])('refuses one %s', async (_name, change) => {
    const { client, requests } = recordingBank(listing(all, 2))
    const [inicio, fim] = [new Date(START).toISOString(), new Date(START + 9 * DAY).toISOString()]
    const checkpoint = { inicio, fim, window: { inicio, fim }, page: 0, done: false, ...change }
    expect(await rejectionOf(idsOf(client.pix.listAll(period(9), { checkpoint })))).toMatchObject({
      code: 'BACEN_LIST',
      path: ['checkpoint'],
      params: { reason: 'checkpoint' },
    })
    expect(requests).toEqual([])
  })
})
