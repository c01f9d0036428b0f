/** @module Values that readers stumble over, most of them wrong in one way; lists of words are split at blanks. */

const words = (...lines: string[]): string[] => lines.flatMap((line) => line.split(' '))

/** Characters that are not what they seem, or that some alphabet leaves out. */
export const ODD_CHARACTERS: readonly string[] = Array.from(
  '\0\t\n\u001f\u007f\u0080\u00a0áÇẽ\u0301\u200b\u2028\u202e\ufeff\ufffd\u212aİıſ١１Ａ－。＋＠😀𝟙é ,;:%#?&=@+/\\"\'<>|~^`{}[]()*!$._-aZ09',
)

export const CPFS: readonly string[] = [
  ...words(
    '12345678909 00205104118 11144477735 123.456.789-09 123456789-09 123.45678909 12345678900 11111111111',
    '123.456.789-00 123/456/789/09 １2345678909',
  ),
  ' 12345678909',
  '123 456 789 09',
]

export const CNPJS: readonly string[] = [
  ...words(
    '11222333000181 12ABC34501DE35 12abc34501de35 11.222.333/0001-81 12.ABC.345/01DE-35 12.abc.345/01de-35',
    '11222333000182 00000000000000 00000000000191 12ABC34501DE3A 112223330001-81 12ABC34501DE36 12ÁBC3451DE35',
  ),
  '11 222 333 0001 81',
]

export const TELEPHONES: readonly string[] = [
  ...words('+55.61.91234.5678 +55/61912345678 ++5561912345678 +0561912345678 +x@example.com +55@example.com +'),
  '+55 (61) 91234-5678',
  '+5561\u00a0912345678',
  '+5561912345678\t',
]

export const EMAILS: readonly string[] = [
  ...words(
    'fulano@example.com Fulano@Example.com a@b a@b.c a@b..c a@-b.c a@b-.c @b a@ a@b@c a&b@c.d a@b_c.d',
    'k@example.com K@example.com İ@example.com é@example.com a@İ.com a@K.com',
  ),
  '\u212a@example.com',
  'a@\u212a.com',
  'a b@c',
  ' a@b.c',
  'a@b.c ',
  'a@b.c\n',
  "a!#$'*+/=?^_`{|}~-.@c.d",
  `a@${'b'.repeat(63)}`,
  `a@${'b'.repeat(64)}`,
  `${'a'.repeat(75)}@b`,
]

export const AMOUNTS: readonly string[] = [
  ...words(
    '10.00 0.01 1.00 9999999999.99 1234567890.12 0 0.00 00 0. 000.00 0000000000000 .5 . 5. 1.5 98 198 01.50 00.01',
    '007 00000000001.5 0000000001.00 12345678901.1 12345678901.12 123456789012. 1234567890123 12345678901234',
    '00000000000000 1,50 1.505 1.2.3 1e3 -1 +1 NaN 0x10 １.00 1.0٠ R$1',
  ),
  '1 000',
  ' 1',
  '1 ',
  '10.00\n',
]

export const HOSTS: readonly string[] = [
  ...words(
    'pix.example.com pix.example.com pix.example.com api.itau PIX.Example.COM pix.example.org localhost a..b .a.b',
    'a.b. -a.com a-.com a.b- a.-b a.1com a.c0m a.4 1.2.3.4 ex_a.com é.com xn--a.com a.xn--b a.com:443 a.com:',
    'u@a.com u:p@a.com [::1] a%2ecom.br a。com 1a.2b.c',
  ),
  '',
  'a b.com',
  `${'a'.repeat(63)}.co`,
  `${'a'.repeat(64)}.co`,
  'pix.example.com\\',
  '\u212a.com',
]

export const PATHS: readonly string[] = [
  ...words(
    '/cob/a1 /cobv/a1 /rec/a1 /rec/a1 /v2/rec/a1 /a1 /rec /REC/a1 /cobV/a1 /rec/a/b /x/cobv/a / // //a /a//b /a/',
    '/rec/ /./a /../a /a/.. /a/. /%2e/a /%2E%2e/a /.%2e/a /%2e./a /... /.a /a% /a%2 /a%zz /a%20b /%2f /%00 /a?x=1',
    '/a#x ?x=1/a #a/b /a:b@c /é /a"b /a[b] /~_-. /a|b /%72ec/a /a^ /rec/é /rec//a',
  ),
  '',
  '/a b',
  "/a!$&'()*+,;=",
  '/a\\b',
  '/a\u0000',
]

export const SCHEMES: readonly string[] = [
  ...words('https:// HTTPS:// http:// // ftp:// https:/ https: a+b.c-d:// 1a:// ://'),
  'https:// ',
]

export const TXIDS: readonly string[] = [
  ...words('*** *** ** **** * ***a A1 a-b á 😀 _ RP12345678-2019 １ ſ'),
  'PEDIDO 1',
  ' ',
  '\0',
  'A'.repeat(25),
  'A'.repeat(26),
  `${'A'.repeat(25)}-`,
  `${'A'.repeat(24)}-A`,
  `${'A'.repeat(24)}😀-`,
]

export const TEXTS: readonly string[] = [
  ...words('A ~ 最佳运输 6304ABCD 986 70074900'),
  'Fulano de Tal',
  'SÃO PAULO',
  'A'.repeat(10),
  'A'.repeat(11),
  'A'.repeat(15),
  'A'.repeat(16),
  'A'.repeat(25),
  'A'.repeat(26),
  'é'.repeat(15),
  'é'.repeat(25),
  'é'.repeat(26),
  '😀'.repeat(10),
  '😀'.repeat(13),
  '😀'.repeat(25),
  'e\u0301',
  ' ',
  '\n',
  'A\tB',
  '\0',
  '\x1f',
  '\x7f',
  '\x80',
  '\u00a0',
  '\ufeff',
  '\u200b',
  '\u202e',
  '\uD800',
  '\uDC00A',
]

export const CODES: readonly string[] = [
  ...words('0000 5411 000 00000 ABCD １234 986 840 98６ BR br Br US 11 12 1 13 01 02'),
  '00 0',
]

export const ISPBS: readonly string[] = [
  ...words('99999008 12ABC345 12abc345 1234567 123456789 ABCDEFGH 1234567é 12345-78'),
  '1234567\n',
]
