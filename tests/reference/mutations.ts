/** @module Changes to the objects of a code: values, keys, locations, kinds, order, ids. */
import { hostileKey, hostileLocation, hostileValue } from './hostile.ts'
import type { Random } from './random.ts'
import type { ReferenceObject } from './structure.ts'

/** Changes the objects of a code in place. */
export type Mutation = (root: ReferenceObject[], random: Random) => void

const ROOT_IDS = [
  '00',
  '01',
  '04',
  '25',
  '26',
  '27',
  '51',
  '52',
  '53',
  '54',
  '55',
  '58',
  '59',
  '60',
  '61',
  '62',
  '63',
  '64',
  '65',
  '79',
  '80',
  '81',
  '90',
  '99',
]
const INNER_IDS = ['00', '01', '02', '03', '04', '05', '25', '26', '50', '62', '99']
const GUI: ReferenceObject = { id: '00', value: 'br.gov.bcb.pix' }

const find = (root: ReferenceObject[], low: number, high: number): ReferenceObject | undefined =>
  root.find(({ id, children }) => Number(id) >= low && Number(id) <= high && children)

function put(list: ReferenceObject[], object: ReferenceObject, random: Random): void {
  const old = list.findIndex(({ id }) => id === object.id)
  if (old >= 0 && random.chance(0.9)) list[old] = object
  else list.splice(1 + random.int(list.length), 0, object)
}

/** Some list of objects of the code with the path that leads to it. */
function someList(root: ReferenceObject[], random: Random): [ReferenceObject[], string] {
  const templates = root.filter(({ children }) => children)
  if (templates.length === 0 || random.chance(0.4)) return [root, '']
  const { id, children = [] } = random.pick(templates)
  return [children, `${id}-`]
}

const setValue: Mutation = (root, random) => {
  const [list, path] = someList(root, random)
  const object = list.length > 0 ? random.pick(list) : undefined
  if (object && !object.children) object.value = hostileValue(random, path + object.id)
}

const insert: Mutation = (root, random) => {
  const [list, path] = someList(root, random)
  const id = random.pick(path === '' ? ROOT_IDS : INNER_IDS)
  const object: ReferenceObject = { id, value: hostileValue(random, path + id) }
  if (path === '' && Number(id) >= 26 && random.chance(0.8)) {
    object.children = [
      { id: '00', value: hostileValue(random, `${id}-00`) },
      { id: random.pick(INNER_IDS), value: 'x' },
    ]
  }
  put(list, object, random)
}

const remove: Mutation = (root, random) => {
  const [list] = someList(root, random)
  list.splice(random.int(list.length), 1)
}

const duplicate: Mutation = (root, random) => {
  const [list] = someList(root, random)
  if (list.length > 0) list.splice(random.int(list.length + 1), 0, ...copy([random.pick(list)]))
}

const move: Mutation = (root, random) => {
  const [list, path] = someList(root, random)
  const first = path === '' && random.chance(0.9) ? 1 : 0
  const [object] = list.splice(first + random.int(list.length - first), 1)
  if (object) list.splice(first + random.int(list.length - first), 0, object)
}

const rename: Mutation = (root, random) => {
  const [list, path] = someList(root, random)
  if (list.length > 0) random.pick(list).id = path === '' ? random.pick(ROOT_IDS) : random.pick(INNER_IDS)
}

const setKey: Mutation = (root, random) => {
  put(find(root, 26, 51)?.children ?? [], { id: '01', value: hostileKey(random) }, random)
}

const setLocation: Mutation = (root, random) => {
  const template = random.chance(0.5) ? find(root, 26, 51) : find(root, 80, 99)
  put(template?.children ?? [], { id: '25', value: hostileLocation(random) }, random)
}

const setKind: Mutation = (root, random) => {
  const key = { id: '01', value: hostileKey(random) }
  const location = { id: '25', value: hostileLocation(random) }
  const template = find(root, 26, 51)
  if (template) {
    template.children = [{ ...GUI }, ...random.pick([[key], [key], [location], [location], [], [key, location]])]
  }
}

const addPix: Mutation = (root, random) => {
  const children = [{ ...GUI }, { id: random.pick(['01', '25']), value: hostileKey(random) }]
  root.splice(1 + random.int(root.length), 0, { id: random.pick(['27', '51', '81', '99']), value: '', children })
}

const addRecurrence: Mutation = (root, random) => {
  const location = random.chance(0.5) ? 'pix.example.com/rec/2353c790' : hostileLocation(random)
  const children = [{ ...GUI }, { id: random.chance(0.9) ? '25' : '01', value: location }]
  if (random.chance(0.2)) children.push({ id: random.pick(INNER_IDS), value: 'x' })
  put(root, { id: random.pick(['80', '80', '95']), value: '', children }, random)
}

const setCommon: Mutation = (root, random) => {
  const id = random.pick(['01', '52', '53', '54', '54', '54', '58', '59', '60', '61'])
  put(root, { id, value: hostileValue(random, id) }, random)
}

const setInner: Mutation = (root, random) => {
  const id = random.pick(['02', '03', '04', '99'])
  put(find(root, 26, 51)?.children ?? [], { id, value: hostileValue(random, `26-${id}`) }, random)
}

const setTxid: Mutation = (root, random) => {
  put(find(root, 62, 62)?.children ?? [], { id: '05', value: hostileValue(random, '62-05') }, random)
}

/** Makes a code too long. */
export const pad: Mutation = (root, random) => {
  for (const id of ['02', '03', '04', '05', '65', '66', '67', '68', '69', '70'].slice(0, 3 + random.int(8))) {
    root.splice(1, 0, { id, value: random.pick(['x', 'x', 'x', 'é', '😀']).repeat(98 - random.int(20)) })
  }
}

/** All changes; the frequent ones several times. */
export const mutations: readonly Mutation[] = [
  setValue,
  setValue,
  insert,
  remove,
  duplicate,
  move,
  rename,
  setKey,
  setKey,
  setLocation,
  setLocation,
  setKind,
  addPix,
  addRecurrence,
  setCommon,
  setCommon,
  setInner,
  setTxid,
]

/** A deep copy, to be changed at will. */
export function copy(objects: ReferenceObject[]): ReferenceObject[] {
  return objects.map(({ id, value, children }) => (children ? { id, value, children: copy(children) } : { id, value }))
}
