/**
 * Sentences of this package: en.
 *
 * @module
 */
import type { BrCodeErrorCode } from '@pixkit/brcode/codes'
import { messages as brcodeMessages, remedies as brcodeRemedies } from '@pixkit/brcode/messages/en'
import type { CertsErrorCode, DiagnosisCode } from '@pixkit/certs/codes'
import { messages as certsMessages, remedies as certsRemedies } from '@pixkit/certs/messages/en'
import type { CoreErrorCode } from '@pixkit/core/codes'
import type { Messages } from '@pixkit/core/issue'
import { messages as coreMessages, remedies as coreRemedies } from '@pixkit/core/messages/en'
import type { HttpErrorCode, HttpReason } from '@pixkit/http/codes'
import { messages as httpMessages, remedies as httpRemedies } from '@pixkit/http/messages/en'
import type { BacenErrorCode, BacenReason } from '../codes.ts'

export const bacenMessages: Messages<BacenErrorCode | BacenReason> = {
  BACEN_CALCULO: 'the charge cannot be reckoned',
  'BACEN_CALCULO:before-creation': 'the charge did not exist on that day',
  'BACEN_CALCULO:date': '"{field}" must be a day of the calendar, YYYY-MM-DD',
  'BACEN_CALCULO:desconto': '"{field}" is missing for this kind of discount',
  'BACEN_CALCULO:dia-util': '"isDiaUtil" names no business day within two months',
  'BACEN_CALCULO:modalidade': '"{field}" must be an integer from 1 to {max}',
  'BACEN_CALCULO:nothing-left': 'abatimento and desconto take the whole amount away',
  'BACEN_CALCULO:overdue': 'the charge can no longer be paid on that day',
  'BACEN_CALCULO:periodicidade': '"{field}" must be a periodicity that API Pix knows',
  'BACEN_CALCULO:too-far': '"{field}" is more than {max} years from the due date',
  'BACEN_CALCULO:too-large': 'the amount has more than ten digits of reais',
  'BACEN_CALCULO:validade': '"{field}" must be a whole number of days, zero or more',
  'BACEN_CALCULO:valor': '"{field}" must be one to ten digits, a dot and two digits',
  BACEN_COPIA_E_COLA: 'the copia e cola does not belong to its charge',
  'BACEN_COPIA_E_COLA:amount': 'the amount of the copia e cola is not that of the charge',
  'BACEN_COPIA_E_COLA:charge':
    'the copia e cola of the recurrence also pays a charge, which nothing here proves to be yours',
  'BACEN_COPIA_E_COLA:foreign-chave': 'the copia e cola pays to another key than that of the charge',
  'BACEN_COPIA_E_COLA:host': 'the copia e cola points to another host than the location of the charge',
  'BACEN_COPIA_E_COLA:incomplete': 'the static copia e cola lacks the txid or the amount of the charge',
  'BACEN_COPIA_E_COLA:kind': 'the copia e cola is of another kind than the charge',
  'BACEN_COPIA_E_COLA:location': 'the copia e cola does not point to the location of the charge',
  'BACEN_COPIA_E_COLA:not-comparable': 'the answer has neither location nor key to compare the copia e cola with',
  'BACEN_COPIA_E_COLA:recurrence':
    'the copia e cola of the charge also asks for a recurrence, which nothing here proves to be yours',
  'BACEN_COPIA_E_COLA:txid': 'the txid of the copia e cola is not that of the charge',
  'BACEN_COPIA_E_COLA:unreadable': 'the copia e cola is no whole Pix code',
  BACEN_IN_USE: 'the id is in use',
  'BACEN_IN_USE:different': 'the id is in use for something else: "{field}" differs',
  BACEN_LIST: 'the list cannot be gone through',
  'BACEN_LIST:checkpoint': 'the checkpoint is of another list',
  'BACEN_LIST:endless': 'the list has no end after {max} pages',
  'BACEN_LIST:incomplete': 'the list ended after {count} items, and the bank counts {total}',
  'BACEN_LIST:repeats': 'the bank sends the same page again',
  BACEN_OPERATION: 'the operation cannot be used here',
  'BACEN_OPERATION:missing': '{bank} does not have {operation}',
  'BACEN_OPERATION:use-create': '{bank} does not have {operation}',
  BACEN_PROFILE_UNCONFIRMED: 'nobody confirmed these facts of the profile {bank}: {facts}',
  BACEN_REQUEST: 'API Pix does not allow this request',
  'BACEN_REQUEST:abatimento-too-much': '"{field}" takes the whole amount off',
  'BACEN_REQUEST:chave': '"{field}" does not look like a key of DICT',
  'BACEN_REQUEST:chave-and-conta': '"{field}" has both chave and contaBanco',
  'BACEN_REQUEST:check-digits': '"{field}" has wrong check digits',
  'BACEN_REQUEST:cpf-and-cnpj': '"{field}" has both cpf and cnpj',
  'BACEN_REQUEST:date': '"{field}" must be a day of the calendar, YYYY-MM-DD',
  'BACEN_REQUEST:date-time':
    '"{field}" must be date and time with a zone, such as 2026-11-25T00:00:00-03:00 (or a Date)',
  'BACEN_REQUEST:desconto-after-due': '"{field}" is after the due date',
  'BACEN_REQUEST:desconto-date-twice': '"{field}" is the day of another discount, too',
  'BACEN_REQUEST:desconto-members': '"{field}" does not go with this modalidade of desconto',
  'BACEN_REQUEST:desconto-order': '"{field}" is before the day of the discount in front of it',
  'BACEN_REQUEST:desconto-too-much': '"{field}" takes the whole amount off',
  'BACEN_REQUEST:ends-before-it-begins': '"{field}" is before "dataInicial"',
  'BACEN_REQUEST:enum': '"{field}" must be one of: {form}',
  'BACEN_REQUEST:fixed-and-minimum': '"{field}" cannot stand beside "valorRec"',
  'BACEN_REQUEST:format': '"{field}" must look like {form}',
  'BACEN_REQUEST:missing': '"{field}" is missing',
  'BACEN_REQUEST:no-document': '"{field}" has neither cpf nor cnpj',
  'BACEN_REQUEST:nothing-left': 'abatimento and desconto of "{field}" take the whole amount away together',
  'BACEN_REQUEST:past': '"{field}" is in the past',
  'BACEN_REQUEST:period': '"fim" is before "inicio"',
  'BACEN_REQUEST:prestador': '"{field}" is not the provider of cash that this bank wants: {form}',
  'BACEN_REQUEST:range': '"{field}" must be a whole number from {form}',
  'BACEN_REQUEST:removal-with-changes': '"{field}" removes the charge, and other members change it',
  'BACEN_REQUEST:retirada-changeable':
    '"{field}" lets the payer change the amount, which does not go with saque or troco',
  'BACEN_REQUEST:saque-and-troco': '"{field}" has both saque and troco',
  'BACEN_REQUEST:saque-or-troco': '"{field}" has neither saque nor troco',
  'BACEN_REQUEST:saque-original': '"{field}" must be 0.00 with saque',
  'BACEN_REQUEST:since-version': '"{field}" has a value of API Pix {form}',
  'BACEN_REQUEST:split-sum': 'percentages in "{field}" and minhaParte do not make 100.00',
  'BACEN_REQUEST:too-few': '"{field}" must have at least {form} entries',
  'BACEN_REQUEST:too-long': '"{field}" must have at most {form} characters',
  'BACEN_REQUEST:too-many': '"{field}" must have at most {form} entries',
  'BACEN_REQUEST:troco-original': '"{field}" must be more than 0.00 with troco',
  'BACEN_REQUEST:txid-twice': '"{field}" is the txid of another charge of the batch, too',
  'BACEN_REQUEST:type': '"{field}" must be of type {form}',
  'BACEN_REQUEST:unknown-member': '"{field}" is no member of this request',
  'BACEN_REQUEST:url': '"{field}" is no URL',
  'BACEN_REQUEST:url-not-https': '"{field}" must begin with https://',
  'BACEN_REQUEST:url-private': '"{field}" is an address that no bank reaches',
  'BACEN_REQUEST:valor': '"{field}" must be an amount such as "10.00"',
  'BACEN_REQUEST:zero': '"{field}" must be more than 0.00',
  BACEN_RESPONSE: 'answer that is not as API Pix writes it',
  'BACEN_RESPONSE:date': 'answer: "{field}" is no day of the calendar',
  'BACEN_RESPONSE:date-time': 'answer: "{field}" is not date and time with a zone (RFC 3339)',
  'BACEN_RESPONSE:different': 'answer: "{field}" is not what was asked for',
  'BACEN_RESPONSE:enum': 'answer: "{field}" is none of: {form}',
  'BACEN_RESPONSE:format': 'answer: "{field}" does not look like {form}',
  'BACEN_RESPONSE:missing': 'answer: "{field}" is missing',
  'BACEN_RESPONSE:not-comparable': 'answer: "{field}" was sent, and is not shown',
  'BACEN_RESPONSE:range': 'answer: "{field}" is no whole number from {form}',
  'BACEN_RESPONSE:too-few': 'answer: "{field}" has fewer than {form} entries',
  'BACEN_RESPONSE:too-long': 'answer: "{field}" has more than {form} characters',
  'BACEN_RESPONSE:too-many': 'answer: "{field}" has more than {form} entries',
  'BACEN_RESPONSE:type': 'answer: "{field}" is not of type {form}',
  'BACEN_RESPONSE:valor': 'answer: "{field}" is no amount such as "10.00"',
  BACEN_SETTINGS: 'the client cannot be made of these settings',
  'BACEN_SETTINGS:ambiente': 'the profile {bank} has no address for the ambiente {ambiente}',
  'BACEN_SETTINGS:certificate': '{bank} demands a client certificate, and none was given',
  'BACEN_SETTINGS:certificate-expired': 'the client certificate expired on {date}',
  'BACEN_SETTINGS:certificate-expires': 'the client certificate expires on {date}',
  'BACEN_SETTINGS:client-id': '"credentials" has no clientId',
  'BACEN_SETTINGS:client-secret': '"credentials" has no clientSecret, which {bank} asks for',
  'BACEN_SETTINGS:credential': '"{field}" is missing, which the bank asks for',
  'BACEN_SETTINGS:header': '{field} is not a header that a client may add',
  'BACEN_SETTINGS:number': '{field} is not a whole number above zero',
  'BACEN_SETTINGS:path': '{field} is not a path of this operation',
  'BACEN_SETTINGS:prefix': '{field} is not a prefix of paths',
  'BACEN_SETTINGS:query': '{field} is not a parameter that a client may add',
  'BACEN_SETTINGS:token-url':
    'there is no address of a token for {bank} in this ambiente, and "credentials" has no accessToken',
  'BACEN_SETTINGS:url': '{field} is not a whole https URL',
}

const bacenRemedies: Messages<BacenErrorCode | BacenReason> = {
  BACEN_CALCULO: 'Look at the reason in params.reason.',
  'BACEN_CALCULO:before-creation': 'Ask for a day on which it exists, in the calendar of São Paulo.',
  'BACEN_CALCULO:date': 'Write the day as YYYY-MM-DD.',
  'BACEN_CALCULO:desconto': 'Give days with "descontoDataFixa" for 1 and 2, one "valorPerc" for 3 to 6.',
  'BACEN_CALCULO:dia-util': 'Pass an "isDiaUtil" that reaches as far as the charge does.',
  'BACEN_CALCULO:modalidade': 'Look the number up in the tables of CobVValor in API Pix.',
  'BACEN_CALCULO:nothing-left':
    'Make abatimento or desconto smaller: on the first day on which it can be paid, the charge must already be worth more than zero.',
  'BACEN_CALCULO:overdue': 'Ask for a day up to "ultimoDia" of janelaDePagamento, or raise "validadeAposVencimento".',
  'BACEN_CALCULO:periodicidade': 'Pass SEMANAL, MENSAL, TRIMESTRAL, SEMESTRAL or ANUAL.',
  'BACEN_CALCULO:too-far': 'Correct the day, or the due date of the charge.',
  'BACEN_CALCULO:too-large': 'Check percentages and days; API Pix has no larger amounts.',
  'BACEN_CALCULO:validade': 'Give a whole number (not text), or leave it out for 30 days.',
  'BACEN_CALCULO:valor': 'Write money and percentages as text, such as 10.00.',
  BACEN_COPIA_E_COLA: 'Show the code to nobody, and ask the bank.',
  'BACEN_COPIA_E_COLA:amount': 'Show the code to nobody, and ask the bank.',
  'BACEN_COPIA_E_COLA:charge': 'Give checkCopiaECola the charge that belongs to it, too, before you show the code.',
  'BACEN_COPIA_E_COLA:foreign-chave':
    'Show the code to nobody: somebody may have put another in its place. Ask the bank at once.',
  'BACEN_COPIA_E_COLA:host':
    'Show the code to nobody: somebody may have put another in its place. Ask the bank at once.',
  'BACEN_COPIA_E_COLA:incomplete':
    'Expect payments of any amount and without txid, or ask the bank for a dynamic code.',
  'BACEN_COPIA_E_COLA:kind': 'Show the code to nobody, and ask the bank.',
  'BACEN_COPIA_E_COLA:location':
    'Show the code to nobody: somebody may have put another in its place. Ask the bank at once.',
  'BACEN_COPIA_E_COLA:not-comparable':
    'Compare the location in the code with loc.get before you show it, or ask the bank.',
  'BACEN_COPIA_E_COLA:recurrence':
    'Show the code to nobody: somebody may have put another in its place. Ask the bank at once.',
  'BACEN_COPIA_E_COLA:txid': 'Show the code to nobody, and ask the bank.',
  'BACEN_COPIA_E_COLA:unreadable':
    'Read the charge again; if the code stays broken, write it from the location with copiaEColaOf.',
  BACEN_IN_USE: 'Read what the bank has under this id, and compare it with what you sent.',
  'BACEN_IN_USE:different':
    'Compare with what the bank has (failedCallOf gives it), and use a new id for another charge.',
  BACEN_LIST: 'Look at the reason in params.reason.',
  'BACEN_LIST:checkpoint': 'Pass the period and the filters that the checkpoint was made with.',
  'BACEN_LIST:endless': 'Ask for a shorter period, or raise maxPages.',
  'BACEN_LIST:incomplete': 'Take what came for a part of the list, ask for a shorter period, and tell the bank.',
  'BACEN_LIST:repeats': 'Ask for a shorter period and larger pages, and tell the bank.',
  BACEN_OPERATION: 'Look at what the bank offers in its place.',
  'BACEN_OPERATION:missing':
    'Look at what the bank offers in its place or, if it has the operation by now, take it out of missing in overrides.',
  'BACEN_OPERATION:use-create': 'Use create, which works at every bank: it makes a txid by itself.',
  BACEN_PROFILE_UNCONFIRMED:
    'Compare them with the documents that the bank gave you, and put what differs into "overrides".',
  BACEN_REQUEST: 'Correct every issue of the error, then send it again.',
  'BACEN_REQUEST:abatimento-too-much': 'Make the abatimento less than the amount, or less than 100%.',
  'BACEN_REQUEST:chave': 'Write the key as DICT has it: no punctuation, telephone with +55.',
  'BACEN_REQUEST:chave-and-conta': 'Give one of them: the key, or the account.',
  'BACEN_REQUEST:check-digits': 'Correct the number; some banks take it as it is.',
  'BACEN_REQUEST:cpf-and-cnpj': 'Give one of them: cpf of a person, cnpj of a legal person.',
  'BACEN_REQUEST:date': 'Write the day as YYYY-MM-DD, in the time of Brasília.',
  'BACEN_REQUEST:date-time': 'Write date, time and zone, such as 2026-11-25T00:00:00-03:00, or pass a Date.',
  'BACEN_REQUEST:desconto-after-due': 'Let the discount end on the due date or before.',
  'BACEN_REQUEST:desconto-date-twice': 'Give each discount a day of its own.',
  'BACEN_REQUEST:desconto-members': 'Use descontoDataFixa with modalidades 1 and 2, valorPerc with 3 to 6.',
  'BACEN_REQUEST:desconto-order': 'Sort the discounts by day; banks may rely on it.',
  'BACEN_REQUEST:desconto-too-much': 'Make the discount less than the amount, or less than 100%.',
  'BACEN_REQUEST:ends-before-it-begins': 'Correct the last day, or leave it out where the recurrence has no end.',
  'BACEN_REQUEST:enum': 'Choose one of the values that API Pix knows.',
  'BACEN_REQUEST:fixed-and-minimum':
    'Send valorRec where every payment is of one amount, else valorMinimoRecebedor; not both.',
  'BACEN_REQUEST:format':
    'Write it without dots, hyphens and spaces: CPF in 11 digits, CNPJ in 14 digits or capital letters, txid in 26 to 35 letters and digits (or leave it out: create makes one).',
  'BACEN_REQUEST:missing': 'Add the member; if its value comes from a variable, check that it is not undefined.',
  'BACEN_REQUEST:no-document': 'Add cpf or cnpj beside the name.',
  'BACEN_REQUEST:nothing-left': 'Lower one of them: something has to be left to pay while the discount lasts.',
  'BACEN_REQUEST:past':
    'Choose today or a later day, in the time of Brasília; for another try of a charge, tomorrow or later.',
  'BACEN_REQUEST:period': 'Swap inicio and fim, or correct their time zones.',
  'BACEN_REQUEST:prestador': 'Name the ISPB that the bank gives, or override "prestadorDoServicoDeSaque".',
  'BACEN_REQUEST:range': 'Choose a number within these bounds.',
  'BACEN_REQUEST:removal-with-changes': "To remove it, send nothing but { status: 'REMOVIDA_PELO_USUARIO_RECEBEDOR' }.",
  'BACEN_REQUEST:retirada-changeable': 'Leave it out: with saque or troco the amount is fixed.',
  'BACEN_REQUEST:saque-and-troco': 'Keep one of them.',
  'BACEN_REQUEST:saque-or-troco': 'Add one of them, or leave the member out.',
  'BACEN_REQUEST:saque-original': 'Write 0.00; for cash with a purchase use troco.',
  'BACEN_REQUEST:since-version': 'Set apiVersion to this version if your bank has it; before it, the value is AGPSS.',
  'BACEN_REQUEST:split-sum': 'Change the percentages until all of them together make 100.00.',
  'BACEN_REQUEST:too-few': 'Add an entry, or leave the whole list out.',
  'BACEN_REQUEST:too-long': 'Shorten the text; banks refuse what is longer instead of cutting it.',
  'BACEN_REQUEST:too-many': 'Send fewer entries, or several requests.',
  'BACEN_REQUEST:troco-original': 'Write the amount of the purchase; for cash alone use saque.',
  'BACEN_REQUEST:txid-twice': 'Give each charge a txid of its own.',
  'BACEN_REQUEST:type':
    "Money, CPF, CNPJ and dates are text in quotes ('10.00', '12345678909', '2026-12-30'); expiracao and modalidade are numbers.",
  'BACEN_REQUEST:unknown-member':
    'Correct name or place of the member (txid goes into options); allow unknown members (allowUnknownMembers) only for extras that your bank documents.',
  'BACEN_REQUEST:url': 'Write the whole address, with https:// in front.',
  'BACEN_REQUEST:url-not-https': 'Serve the webhook over TLS; banks call it with a client certificate.',
  'BACEN_REQUEST:url-private': 'Use a public host, or a tunnel to your machine.',
  'BACEN_REQUEST:valor': 'Write a point and two digits after it, and no thousands separator; valorFromCentavos does.',
  'BACEN_REQUEST:zero': 'Write what is to be paid; 0.00 only goes with modalidadeAlteracao 1, or with saque.',
  BACEN_RESPONSE: 'Do not rely on this member unchecked, and tell the bank: API Pix defines it in another way.',
  'BACEN_RESPONSE:date': 'Do not rely on this member unchecked, and tell the bank: API Pix defines it in another way.',
  'BACEN_RESPONSE:date-time':
    'Do not rely on this member unchecked, and tell the bank: API Pix defines it in another way.',
  'BACEN_RESPONSE:different':
    'Use nothing of this answer, read what the bank has under the id, and ask the bank if it stays different; a sandbox that answers with fixed examples needs mismatch: "warn".',
  'BACEN_RESPONSE:enum': 'Do not rely on this member unchecked, and tell the bank: API Pix defines it in another way.',
  'BACEN_RESPONSE:format':
    'Do not rely on this member unchecked, and tell the bank: API Pix defines it in another way.',
  'BACEN_RESPONSE:missing':
    'Do not rely on this member unchecked, and tell the bank: API Pix defines it in another way.',
  'BACEN_RESPONSE:not-comparable':
    'Read what the bank has under the id, and compare the amounts before you rely on it.',
  'BACEN_RESPONSE:range': 'Do not rely on this member unchecked, and tell the bank: API Pix defines it in another way.',
  'BACEN_RESPONSE:too-few':
    'Do not rely on this member unchecked, and tell the bank: API Pix defines it in another way.',
  'BACEN_RESPONSE:too-long':
    'Do not rely on this member unchecked, and tell the bank: API Pix defines it in another way.',
  'BACEN_RESPONSE:too-many':
    'Do not rely on this member unchecked, and tell the bank: API Pix defines it in another way.',
  'BACEN_RESPONSE:type': 'Do not rely on this member unchecked, and tell the bank: API Pix defines it in another way.',
  'BACEN_RESPONSE:valor': 'Do not rely on this member unchecked, and tell the bank: API Pix defines it in another way.',
  BACEN_SETTINGS: 'Look at the reason in params.reason.',
  'BACEN_SETTINGS:ambiente':
    'Take an ambiente that the bank has, or give apiUrl and tokenUrl in overrides; the profile bacen is the norm, without addresses: each bank has its own in @pixkit/bacen/profiles/….',
  'BACEN_SETTINGS:certificate':
    'Pass the certificate of the application in certificate: { pfx, passphrase }, or { cert, key }.',
  'BACEN_SETTINGS:certificate-expired': 'Ask the bank for a new certificate: with this one no call can succeed.',
  'BACEN_SETTINGS:certificate-expires': 'Ask the bank for a new certificate before that day.',
  'BACEN_SETTINGS:client-id':
    'Fill credentials.clientId with the client id that the bank gave you; if it comes from the environment, check that the variable is set.',
  'BACEN_SETTINGS:client-secret':
    'Fill credentials.clientSecret with the client secret that the bank gave you; if it comes from the environment, check that the variable is set.',
  'BACEN_SETTINGS:credential': 'Add it to "credentials.extras"; the portal of the bank shows it.',
  'BACEN_SETTINGS:header':
    'Write the name in lower case, the value in ASCII, and leave authorization, host and content headers to the client.',
  'BACEN_SETTINGS:number': 'Give a whole number of 1 or more, or leave the setting out.',
  'BACEN_SETTINGS:path': 'Begin with a slash, end without one, and keep the names in braces that `operations` has.',
  'BACEN_SETTINGS:prefix': 'Begin with a slash, end without one, as in `/v2`; the empty text stands for none.',
  'BACEN_SETTINGS:query': 'Give a name that is not empty, and a value in ASCII.',
  'BACEN_SETTINGS:token-url':
    'Pass the fixed token of the bank\'s portal as "accessToken", or the address in "overrides.tokenUrl".',
  'BACEN_SETTINGS:url': 'Write it as https://host/path, without user, query or fragment.',
}

type Codes =
  | BacenErrorCode
  | BacenReason
  | BrCodeErrorCode
  | CertsErrorCode
  | CoreErrorCode
  | DiagnosisCode
  | HttpErrorCode
  | HttpReason

/** Of every error that a client throws: its own, those of the way to the bank, of codes, keys and certificates. */
export const messages: Messages<Codes> = /* @__PURE__ */ Object.assign(
  {},
  coreMessages,
  brcodeMessages,
  certsMessages,
  httpMessages,
  bacenMessages,
)

/** What to do next. */
export const remedies: Messages<Codes> = /* @__PURE__ */ Object.assign(
  {},
  coreRemedies,
  brcodeRemedies,
  certsRemedies,
  httpRemedies,
  bacenRemedies,
)
