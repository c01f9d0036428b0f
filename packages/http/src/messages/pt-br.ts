/**
 * Frases em português para os códigos de `@pixkit/http`: o que está errado e o que fazer.
 *
 * @module
 */
import type { Messages } from '@pixkit/core/issue'
import type { HttpErrorCode } from '../codes.ts'

export const messages: Messages<HttpErrorCode> = {
  HTTP_ABORTED: 'request was called off',
  HTTP_ADDRESS_FORBIDDEN: 'host is, or leads to, an address that is not on the public internet',
  HTTP_BODY_TOO_LARGE: 'answer has more than {max} bytes',
  HTTP_CONNECT: 'no connection to the host',
  HTTP_DNS: 'name of the host cannot be resolved',
  HTTP_ENCODING: 'answer is compressed in a way that cannot be undone',
  HTTP_HEADERS_TOO_LARGE: 'headers of the answer have more than {max} bytes',
  HTTP_PROTOCOL: 'answer is not HTTP, or ended too early',
  HTTP_REDIRECT: 'server sends elsewhere (status {status}), which is not followed',
  HTTP_TIMEOUT: 'server took more than {timeoutMs} ms ({phase})',
  HTTP_TLS: 'no secure connection to the host',
  HTTP_URL: 'URL is not one that this transport calls',
}

export const remedies: Messages<HttpErrorCode> = {
  HTTP_ABORTED: 'Start it again when it is wanted.',
  HTTP_ADDRESS_FORBIDDEN: 'Do not call it: whoever wrote it wants something from inside your network.',
  HTTP_BODY_TOO_LARGE: 'Find out what answers there: no answer of Pix is that large.',
  HTTP_CONNECT: 'Check network and firewall, then try again.',
  HTTP_DNS: 'Check the name and the resolver of this machine, then try again.',
  HTTP_ENCODING: 'Tell whoever runs the server: no compression was asked for.',
  HTTP_HEADERS_TOO_LARGE: 'Find out what answers there, a proxy perhaps.',
  HTTP_PROTOCOL: 'Try again; if it stays, find out what answers there, a proxy perhaps.',
  HTTP_REDIRECT: 'Use the address that it sends to, if you trust it.',
  HTTP_TIMEOUT: 'Try again later.',
  HTTP_TLS: 'Look at the certificate of the server, and at the clock of this machine.',
  HTTP_URL: 'Write an https address without port, user or fragment.',
}
