/**
 * What people call the fields before they have read the help.
 *
 * @module
 */
import { FIELD_OPTIONS, type Field, optionOf } from './field-options.ts'
import { suggest } from './suggest.ts'

type Name = Field | 'kind'

/** Lower case, without hyphens. */
const ALIASES: Readonly<Record<string, Name>> = {
  name: 'merchantName',
  nome: 'merchantName',
  city: 'merchantCity',
  cidade: 'merchantCity',
  key: 'chave',
  pixkey: 'chave',
  chavepix: 'chave',
  amount: 'transactionAmount',
  value: 'transactionAmount',
  valor: 'transactionAmount',
  info: 'infoAdicional',
  description: 'infoAdicional',
  descricao: 'infoAdicional',
  message: 'infoAdicional',
  mensagem: 'infoAdicional',
  cep: 'postalCode',
  zip: 'postalCode',
  mcc: 'merchantCategoryCode',
  url: 'location',
  type: 'kind',
  tipo: 'kind',
}

/** What other programs call the options of `pix qr`; lower case, without hyphens. */
const OPTION_ALIASES: Readonly<Record<string, string>> = {
  bg: 'background',
  fundo: 'background',
  light: 'background',
  cor: 'foreground',
  dark: 'foreground',
  fg: 'foreground',
  overwrite: 'force',
  sobrescrever: 'force',
  ecc: 'level',
  ecl: 'level',
  errorcorrection: 'level',
  nivel: 'level',
  border: 'quiet-zone',
  borda: 'quiet-zone',
  margin: 'quiet-zone',
  margem: 'quiet-zone',
  modulesize: 'scale',
  escala: 'scale',
  tamanho: 'size',
  width: 'size',
  qrversion: 'symbol-version',
  versao: 'symbol-version',
  titulo: 'title',
}

/** What people call a bank or an environment; lower case, without hyphens. */
const CHOICE_ALIASES: Readonly<Record<string, string>> = {
  bb: 'banco-do-brasil',
  brasil: 'banco-do-brasil',
  gerencianet: 'efi',
  pagseguro: 'pagbank',
  prod: 'producao',
  production: 'producao',
  sandbox: 'homologacao',
  test: 'homologacao',
}

const FIELDS: readonly Name[] = ['kind', ...Object.values(FIELD_OPTIONS).map(({ field }) => field)]
const NAMES: ReadonlyMap<string, Name> = new Map([
  ...FIELDS.map((field) => [plain(field), field] as const),
  ...Object.entries(ALIASES),
])

/** The field that was meant, by another name or a near miss. */
export function suggestField(typed: string): string | undefined {
  return resolve(typed, NAMES)
}

/** The option that was meant, by another name or a near miss. */
export function suggestOption(typed: string, options: readonly string[]): string | undefined {
  const known = new Map(options.map((option) => [plain(option), option] as const))
  for (const [alias, field] of Object.entries(ALIASES)) {
    const option = field === 'kind' ? undefined : optionOf(field)
    if (option !== undefined && options.includes(option)) known.set(alias, option)
  }
  for (const [alias, option] of Object.entries(OPTION_ALIASES)) {
    if (options.includes(option)) known.set(alias, option)
  }
  return resolve(typed, known)
}

/** The choice that was meant, by another name or a near miss. */
export function suggestChoice(typed: string, choices: readonly string[]): string | undefined {
  const known = new Map(choices.map((choice) => [plain(choice), choice] as const))
  for (const [alias, choice] of Object.entries(CHOICE_ALIASES)) {
    if (choices.includes(choice)) known.set(alias, choice)
  }
  return resolve(typed, known)
}

function resolve(typed: string, names: ReadonlyMap<string, string>): string | undefined {
  const word = plain(typed)
  const near = names.has(word) ? word : suggest(word, [...names.keys()])
  return near === undefined ? undefined : names.get(near)
}

/** `merchantName`, `merchant-name`, `merchant_name` and `descrição` lose what makes them differ. */
function plain(name: string): string {
  return name
    .normalize('NFD')
    .replace(/[-_\p{M}]/gu, '')
    .toLowerCase()
}
