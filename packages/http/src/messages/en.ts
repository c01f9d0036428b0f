/**
 * English sentences for the codes of `@pixkit/http`: what is wrong, and what to do.
 *
 * @module
 */
import type { Messages } from '@pixkit/core/issue'
import type { HttpErrorCode, HttpReason } from '../codes.ts'

export const messages: Messages<HttpErrorCode | HttpReason> = {
  HTTP_ANSWER: 'server answered with success, but not with JSON',
  'HTTP_ANSWER:encoding': 'answer of {operation} is not UTF-8 (status {status})',
  'HTTP_ANSWER:html': 'server answered {operation} with a page instead of JSON (status {status})',
  'HTTP_ANSWER:syntax': 'answer of {operation} is not JSON (status {status})',
  HTTP_ABORTED: 'request was cancelled',
  'HTTP_ABORTED:disposed': 'client has been closed',
  'HTTP_ABORTED:signal': 'request was cancelled',
  HTTP_ADDRESS_FORBIDDEN: 'host is, or leads to, an address that is not on the public internet',
  'HTTP_ADDRESS_FORBIDDEN:ip-literal': 'host is an IP address instead of a name',
  'HTTP_ADDRESS_FORBIDDEN:local-name': 'host is a name of local networks',
  'HTTP_ADDRESS_FORBIDDEN:remote-address': 'connection went to another address than the one that was checked',
  'HTTP_ADDRESS_FORBIDDEN:special-purpose': 'name of the host leads to an address that is not on the public internet',
  HTTP_BODY_TOO_LARGE: 'answer has more than {max} bytes',
  HTTP_CONNECT: 'host could not be connected to',
  'HTTP_CONNECT:hung-up': 'host closed the connection instead of answering',
  'HTTP_CONNECT:hung-up-expired-certificate':
    'host closed the connection instead of answering, and the client certificate that was shown has expired',
  'HTTP_CONNECT:hung-up-without-certificate':
    'host closed the connection instead of answering, and no client certificate was shown',
  'HTTP_CONNECT:other': 'host could not be connected to',
  'HTTP_CONNECT:refused': 'host refused the connection',
  'HTTP_CONNECT:reset': 'host broke off the connection',
  'HTTP_CONNECT:timed-out': 'host did not answer',
  'HTTP_CONNECT:unreachable': 'host cannot be reached from this network',
  HTTP_DNS: 'name of the host cannot be resolved',
  'HTTP_DNS:no-address': 'name of the host has no address',
  'HTTP_DNS:not-found': 'name of the host does not exist',
  'HTTP_DNS:other': 'name of the host cannot be resolved',
  'HTTP_DNS:resolver': 'resolver returned no list of addresses',
  'HTTP_DNS:temporary': 'name server does not answer for the moment',
  HTTP_ENCODING: 'answer is compressed in a way that cannot be undone',
  'HTTP_ENCODING:damaged': 'compressed answer is damaged',
  'HTTP_ENCODING:several': 'answer is compressed several times over',
  'HTTP_ENCODING:unknown': 'answer is compressed in a format that this package does not read',
  HTTP_HEADERS_TOO_LARGE: 'headers of the answer have more than {max} bytes',
  HTTP_PROTOCOL: 'answer does not follow HTTP, or was cut short',
  'HTTP_PROTOCOL:flood': 'server sends data without end beside headers and body',
  'HTTP_PROTOCOL:malformed': 'answer does not follow HTTP',
  'HTTP_PROTOCOL:other': 'exchange with the server failed',
  'HTTP_PROTOCOL:truncated': 'answer was cut short',
  HTTP_REDIRECT: 'server redirects (status {status}), and redirects are not followed',
  'HTTP_REDIRECT:followed': 'server redirects, and fetch followed although it should not',
  'HTTP_REDIRECT:hidden': 'server redirects, and redirects are not followed',
  HTTP_REQUEST: 'request is not one that this transport sends',
  'HTTP_REQUEST:body': 'body is not sent with this method',
  'HTTP_REQUEST:header-forbidden': 'one of the headers may not be set by the caller',
  'HTTP_REQUEST:header-name': 'name of a header has more than lower-case letters, digits and hyphens',
  'HTTP_REQUEST:header-value': 'value of a header has characters other than visible ASCII, or spaces around it',
  'HTTP_REQUEST:method': 'method is not one that this transport sends',
  HTTP_STATUS: 'server refused {operation}: {refusal}',
  'HTTP_STATUS:bad-request': 'server refused {operation}: {refusal}',
  'HTTP_STATUS:client-error': 'server refused {operation}: {refusal}',
  'HTTP_STATUS:conflict': 'server refused {operation} because of what it has already: {refusal}',
  'HTTP_STATUS:edge-certificate': 'a page, and not the API, refused {operation}: {refusal}',
  'HTTP_STATUS:edge-html': 'a page, and not the API, answered {operation}: {refusal}',
  'HTTP_STATUS:forbidden': 'server does not allow {operation}: {refusal}',
  'HTTP_STATUS:gateway': 'server behind the gateway did not answer {operation} in time or at all: {refusal}',
  'HTTP_STATUS:gone': 'what {operation} asks for was removed for good: {refusal}',
  'HTTP_STATUS:method': 'server does not know the method of {operation} at this address: {refusal}',
  'HTTP_STATUS:not-found': 'server did not find what {operation} asks for: {refusal}',
  'HTTP_STATUS:not-implemented': 'server does not have {operation}: {refusal}',
  'HTTP_STATUS:server-error': 'server failed at {operation}: {refusal}',
  'HTTP_STATUS:timed-out': 'request of {operation} took too long to reach the server: {refusal}',
  'HTTP_STATUS:too-large': 'server does not take {operation}, as the request is too large: {refusal}',
  'HTTP_STATUS:too-many-requests': 'server got too many requests ({operation}): {refusal}',
  'HTTP_STATUS:unauthorized': 'server does not accept the token of {operation}: {refusal}',
  'HTTP_STATUS:unavailable': 'service is not available for {operation}: {refusal}',
  'HTTP_STATUS:unexpected': 'server answered {operation} with a status that is neither success nor failure: {refusal}',
  'HTTP_STATUS:unprocessable': 'server understood {operation}, and refused it: {refusal}',
  'HTTP_STATUS:unsupported-media-type': 'server does not take the content type of {operation}: {refusal}',
  HTTP_TIMEOUT: 'server took more than {timeoutMs} ms',
  'HTTP_TIMEOUT:body': 'body of the answer did not end within {timeoutMs} ms',
  'HTTP_TIMEOUT:connect': 'secure connection was not established within {timeoutMs} ms',
  'HTTP_TIMEOUT:headers': 'server sent no headers within {timeoutMs} ms',
  'HTTP_TIMEOUT:resolve': 'name of the host was not resolved within {timeoutMs} ms',
  'HTTP_TIMEOUT:token': 'access token was not there within {timeoutMs} ms',
  'HTTP_TIMEOUT:total': 'request did not end within {timeoutMs} ms',
  HTTP_TLS: 'secure connection to the host could not be established',
  'HTTP_TLS:client-certificate-expired': 'server refused the client certificate: it has expired',
  'HTTP_TLS:client-certificate-missing': 'server demands a client certificate, and none was shown',
  'HTTP_TLS:client-certificate-refused': 'server refused the client certificate',
  'HTTP_TLS:client-certificate-revoked': 'server refused the client certificate: it was revoked',
  'HTTP_TLS:client-certificate-untrusted':
    'server refused the client certificate: it does not know the authority that issued it',
  'HTTP_TLS:client-certificate-weak': 'key or signature of the client certificate is too weak for this machine',
  'HTTP_TLS:expired': 'certificate of the server, or of an authority above it, has expired',
  'HTTP_TLS:handshake': 'server broke off the TLS handshake',
  'HTTP_TLS:host-mismatch': 'certificate of the server is for another host',
  'HTTP_TLS:incomplete-chain': 'server sent only its own certificate, and this machine does not know the issuer',
  'HTTP_TLS:not-yet-valid': 'certificate of the server is not valid yet',
  'HTTP_TLS:other': 'certificate of the server, or its version of TLS, was not accepted',
  'HTTP_TLS:protocol': 'server does not offer TLS 1.2 or later',
  'HTTP_TLS:revoked': 'certificate of the server was revoked',
  'HTTP_TLS:self-signed': 'certificate of the server is self-signed',
  'HTTP_TLS:unknown-host': 'server does not know the host that was asked for',
  'HTTP_TLS:untrusted': 'certificate of the server comes from an authority that this machine does not trust',
  HTTP_TOKEN: 'no access token',
  'HTTP_TOKEN:access-token': 'answer of the bank has no token, or one with characters that no header carries',
  'HTTP_TOKEN:answer': 'bank granted a token, but answered something other than an object of JSON (status {status})',
  'HTTP_TOKEN:credentials': 'bank does not accept client id, secret or certificate: {refusal}',
  'HTTP_TOKEN:edge-html': 'a page, and not the API, refused the token: {refusal}',
  'HTTP_TOKEN:expires-in': 'bank does not say how long the token is valid; {seconds} s are assumed',
  'HTTP_TOKEN:fewer-scopes': 'token has {granted} of the {asked} scopes that were asked for; missing: {missing}',
  'HTTP_TOKEN:grant': 'bank does not take client credentials for this client id: {refusal}',
  'HTTP_TOKEN:html': 'bank answered the request of a token with a page (status {status})',
  'HTTP_TOKEN:refused': 'bank refused the token: {refusal}',
  'HTTP_TOKEN:request': 'bank did not like the request of a token: {refusal}',
  'HTTP_TOKEN:scope': 'bank refuses one of the scopes: {refusal}',
  'HTTP_TOKEN:short-lived': 'server refuses access tokens long before their end, again and again',
  'HTTP_TOKEN:store': 'store of tokens does not answer; each process asks the bank for itself',
  'HTTP_TOKEN:token-type': 'bank granted a token of another type than Bearer',
  'HTTP_TOKEN:too-many-requests': 'bank got too many requests of tokens: {refusal}',
  'HTTP_TOKEN:unavailable': 'bank cannot grant tokens for the moment: {refusal}',
  HTTP_URL: 'URL is not one that this transport calls',
  'HTTP_URL:fragment': 'URL has a fragment',
  'HTTP_URL:host': 'host of the URL is not a domain name of letters, digits and hyphens',
  'HTTP_URL:path': 'path of the URL has an empty segment, or an encoded slash, dot, backslash or control character',
  'HTTP_URL:port': 'URL has a port',
  'HTTP_URL:punycode': 'host of the URL has an internationalized label (xn--)',
  'HTTP_URL:scheme': 'URL does not begin with https://',
  'HTTP_URL:spelling': 'URL is not in its normal form: it changes when it is parsed',
  'HTTP_URL:syntax': 'URL is not absolute, or malformed',
  'HTTP_URL:too-long': 'URL has more than {max} characters',
  'HTTP_URL:user': 'URL has a user or a password',
}

export const remedies: Messages<HttpErrorCode | HttpReason> = {
  HTTP_ANSWER: 'Look at what stands between you and the bank: a proxy, or another URL.',
  'HTTP_ANSWER:encoding': 'Tell the bank; what was asked for is probably done, so read it before you repeat it.',
  'HTTP_ANSWER:html': 'Check host and path of the URL, and look for a proxy between you and the bank.',
  'HTTP_ANSWER:syntax':
    'Check the URL; if it is right, what was asked for is probably done, so read it before you repeat it.',
  HTTP_ABORTED:
    'If it was to create or change something, look before you repeat it, under the same id: the bank may have done it.',
  'HTTP_ABORTED:disposed': 'Close the client after its last request, or make a new one.',
  'HTTP_ABORTED:signal':
    'If it was to create or change something, look before you repeat it, under the same id: the bank may have done it.',
  HTTP_ADDRESS_FORBIDDEN: 'Do not call it: such an address may lead into your network.',
  'HTTP_ADDRESS_FORBIDDEN:ip-literal': 'Do not call it: no bank serves charges from an IP address without a name.',
  'HTTP_ADDRESS_FORBIDDEN:local-name': 'Do not call it: such a name may lead into your network.',
  'HTTP_ADDRESS_FORBIDDEN:remote-address': 'Look for a proxy or a VPN on this machine that redirects connections.',
  'HTTP_ADDRESS_FORBIDDEN:special-purpose':
    'Do not call it; if the host is the right one, check the name server of this machine, which may return internal addresses.',
  HTTP_BODY_TOO_LARGE: 'Find out what answers there, or raise maxBodyBytes if the answer is right.',
  HTTP_CONNECT: 'Check network and firewall, then try again.',
  'HTTP_CONNECT:hung-up':
    'Mostly it is the client certificate: check it (pix doctor); if it is right, ask the bank whether it blocks your address. Before you repeat what creates something, look whether it is there.',
  'HTTP_CONNECT:hung-up-expired-certificate':
    'Ask the bank for a new certificate; before you repeat what creates something, read whether it is there.',
  'HTTP_CONNECT:hung-up-without-certificate':
    'Give the transport the client certificate and its key: most banks hang up on whoever shows none.',
  'HTTP_CONNECT:other':
    'Check network and firewall, in a browser also whether the server allows other origins (CORS); before you repeat what creates something, read whether it is there.',
  'HTTP_CONNECT:refused': 'Check that the service is up, and that the firewall lets port 443 through.',
  'HTTP_CONNECT:reset':
    'Before you repeat what creates something, look whether it is there; if it persists, ask the bank whether it or a firewall blocks your address, or wants a client certificate.',
  'HTTP_CONNECT:timed-out': 'Check that the firewall lets port 443 through, then try again.',
  'HTTP_CONNECT:unreachable': 'Check the network of this machine: address, route, IPv6.',
  HTTP_DNS: 'Check the name and the name server of this machine, then try again.',
  'HTTP_DNS:no-address': 'Check name and environment: the name exists, but leads to no server.',
  'HTTP_DNS:not-found': 'Check that the name is spelt correctly.',
  'HTTP_DNS:other': 'Check the name and the name server of this machine, then try again.',
  'HTTP_DNS:resolver': 'Return `[{ address, family }]` from `resolver`, as `dns.promises.lookup` does with `all`.',
  'HTTP_DNS:temporary': 'Check the network and the name server of this machine, then try again.',
  HTTP_ENCODING: 'Tell whoever runs the server: no compression was asked for.',
  'HTTP_ENCODING:damaged':
    'Before you repeat what creates something, look whether it is there; if it persists, tell whoever runs the server: no compression was asked for.',
  'HTTP_ENCODING:several': 'Do not trust the answer: no honest server compresses what it compressed already.',
  'HTTP_ENCODING:unknown': 'Tell whoever runs the server: no compression was asked for.',
  HTTP_HEADERS_TOO_LARGE: 'Find out what answers there: it may be a proxy.',
  HTTP_PROTOCOL:
    'Before you repeat what creates something, look whether it is there; if it persists, find out what answers there: it may be a proxy.',
  'HTTP_PROTOCOL:flood':
    'Do not call this server again; if it is yours, look at what it sends before the answer and between its chunks.',
  'HTTP_PROTOCOL:malformed':
    'Before you repeat what creates something, look whether it is there; find out what answers there: it may be a proxy.',
  'HTTP_PROTOCOL:other':
    'Before you repeat what creates something, look whether it is there; if it persists, look up the name in params.system.',
  'HTTP_PROTOCOL:truncated':
    'Before you repeat what creates something, look whether it is there; if it persists, tell whoever runs the server.',
  HTTP_REDIRECT:
    'Use the address that it redirects to, if you trust it; before you repeat what creates something, read whether it is there.',
  'HTTP_REDIRECT:followed': "Give a fetch that honours redirect: 'manual'.",
  'HTTP_REDIRECT:hidden':
    'Use the address that it redirects to, if you trust it; before you repeat what creates something, read whether it is there.',
  HTTP_REQUEST: 'Change method, headers or body.',
  'HTTP_REQUEST:body': 'Send it without a body, or with POST, PUT or PATCH.',
  'HTTP_REQUEST:header-forbidden': 'Leave the header out: the transport takes care of it, or it is not allowed here.',
  'HTTP_REQUEST:header-name': 'Write the name in lower case, such as content-type.',
  'HTTP_REQUEST:header-value':
    'Take out line breaks, accents and outer spaces; if the value comes from somebody else, refuse it.',
  'HTTP_REQUEST:method': 'Write the method in capitals; a guarded transport sends GET alone.',
  HTTP_STATUS: 'Read problema on the error: it is what the bank said.',
  'HTTP_STATUS:bad-request': 'Correct the members named in problema.violacoes.',
  'HTTP_STATUS:client-error': 'Look up the status, and read problema or answer on the error.',
  'HTTP_STATUS:conflict': 'Read what is there under this id, then decide whether to change it or to take another id.',
  'HTTP_STATUS:edge-certificate':
    'Check that the client certificate is sent, has not expired, and is the one that the bank has for this client id and environment (pix doctor); if it is, ask the bank whether it blocks your address.',
  'HTTP_STATUS:edge-html':
    'Check host and path of the URL; if they are right, ask the bank what stands before its API.',
  'HTTP_STATUS:forbidden':
    'Check that the token has the scope of this operation, that the bank released it for you, and that client id, secret and certificate belong together.',
  'HTTP_STATUS:gateway': 'Try again later; before you repeat what creates something, read whether it is there.',
  'HTTP_STATUS:gone': 'Do not ask again; create it anew if it is still needed.',
  'HTTP_STATUS:method': 'Check path and version of the URL, and whether the bank has this operation.',
  'HTTP_STATUS:not-found': 'Check the id, the environment, and path and version of the URL.',
  'HTTP_STATUS:not-implemented': 'Ask the bank whether it has this operation.',
  'HTTP_STATUS:server-error':
    'Before you repeat what creates something, read whether it is there; if it persists, give the bank the request id.',
  'HTTP_STATUS:timed-out':
    'Before you repeat what creates something, look whether it is there; if it persists, look at network and proxy.',
  'HTTP_STATUS:too-large': 'Send less at once, such as fewer charges in a lote.',
  'HTTP_STATUS:too-many-requests': 'Wait as long as `retryAfterMs` says, and spread the requests over time.',
  'HTTP_STATUS:unauthorized':
    'Check that client id, secret, certificate and environment belong together; a new token was tried already, where there is one to be had.',
  'HTTP_STATUS:unavailable':
    'Try again later: it may be maintenance, or out of hours; before you repeat what creates something, look whether it is there.',
  'HTTP_STATUS:unexpected': 'Find out what answers there: it may be a proxy.',
  'HTTP_STATUS:unprocessable': 'Correct the members named in problema.violacoes.',
  'HTTP_STATUS:unsupported-media-type':
    'Check which content type the bank wants, and set it in the headers of the call.',
  HTTP_TIMEOUT:
    'Try again later; what creates or returns something, only under the same id, or after a look at what is there.',
  'HTTP_TIMEOUT:body':
    'Before you repeat what creates or returns something, look: it may be done; if it persists, find out what answers there so slowly.',
  'HTTP_TIMEOUT:connect': 'Check that the firewall lets port 443 through, then try again.',
  'HTTP_TIMEOUT:headers':
    'Before you repeat what creates or returns something, look: the server accepted the connection, and may have done what was asked for.',
  'HTTP_TIMEOUT:resolve': 'Check the name server of this machine, then try again.',
  'HTTP_TIMEOUT:token': 'Try again later: nothing was sent yet, and the request of the token goes on.',
  'HTTP_TIMEOUT:total':
    'Raise timeoutMs, or try again later; what creates or returns something, only under the same id, or after a look at what is there.',
  HTTP_TLS: 'Check the certificate of the server, and the clock of this machine.',
  'HTTP_TLS:client-certificate-expired':
    'Ask the bank for a new certificate; if yours is still valid, see which one is shown (pix doctor).',
  'HTTP_TLS:client-certificate-missing': 'Give the transport the client certificate and its key.',
  'HTTP_TLS:client-certificate-refused':
    'Check that the certificate is the one the bank knows for this client id, and is meant for TLS clients (pix doctor).',
  'HTTP_TLS:client-certificate-revoked': 'Ask the bank for a new certificate.',
  'HTTP_TLS:client-certificate-untrusted':
    'Use the certificate that this bank issued or registered, for this environment, with the intermediate certificates above it (pix cert chain shows the chain).',
  'HTTP_TLS:client-certificate-weak':
    'Ask the bank for a certificate with an RSA key of 2048 bits or more, or P-256, signed with SHA-256.',
  'HTTP_TLS:expired':
    'Check the clock of this machine; if it is right, whoever runs the server must renew the certificate.',
  'HTTP_TLS:handshake':
    'Check that the client certificate is shown and is the right one for this environment (pix doctor); some servers say no more than this.',
  'HTTP_TLS:host-mismatch': 'Check the name; if it is right, what answers is not the host: send nothing.',
  'HTTP_TLS:incomplete-chain':
    'Whoever runs the server must also send the intermediate certificates; if the authority is your own, add its certificate to ca.',
  'HTTP_TLS:not-yet-valid': 'Check the clock of this machine: it may be behind.',
  'HTTP_TLS:other': 'Look up the name in params.system, or run openssl s_client against the host.',
  'HTTP_TLS:protocol':
    'Check that there is TLS at this port and not plain HTTP; if there is, the server must offer TLS 1.2 or 1.3.',
  'HTTP_TLS:revoked': 'Do not call it until the server has a new certificate.',
  'HTTP_TLS:self-signed': 'Do not call it; if the server is your own, add its certificate to ca.',
  'HTTP_TLS:unknown-host': 'Check the host, and that it belongs to this environment of the bank.',
  'HTTP_TLS:untrusted':
    'Look for a proxy or antivirus that opens TLS; if the authority is your own, add its certificate to ca.',
  HTTP_TOKEN: 'Check client id, secret and certificate.',
  'HTTP_TOKEN:access-token': 'Check the URL of the token; if it is right, ask the bank.',
  'HTTP_TOKEN:answer': 'Check the URL of the token; if it is right, ask the bank.',
  'HTTP_TOKEN:credentials':
    'Check that client id, secret, certificate and environment belong together, and that the secret was copied whole (pix doctor).',
  'HTTP_TOKEN:edge-html':
    'Check that the client certificate is sent, has not expired, and is the one that the bank has for this client id and environment (pix doctor).',
  'HTTP_TOKEN:expires-in':
    'Nothing needs to be done: a token that has ended sooner is renewed when the bank refuses it.',
  'HTTP_TOKEN:fewer-scopes':
    'Ask the bank to release the missing scopes, or do not ask for them: calls that need them will be refused.',
  'HTTP_TOKEN:grant': 'Ask the bank whether this client is released for client credentials.',
  'HTTP_TOKEN:html': 'Check the URL of the token, and look for a proxy between you and the bank.',
  'HTTP_TOKEN:refused': 'Check the URL of the token; `problema` and `answer` of the error say what the bank wants.',
  'HTTP_TOKEN:request':
    'Check the scopes first, then the certificate: many banks answer so to a scope that was not contracted; `problema` says more.',
  'HTTP_TOKEN:scope': 'Ask only for scopes that the bank released for this client.',
  'HTTP_TOKEN:short-lived':
    'If a new token ends the one before at this bank, share one among all processes (`tokenStore`); else ask the bank how long they live.',
  'HTTP_TOKEN:store': 'Check the connection to the store, such as Redis.',
  'HTTP_TOKEN:token-type': 'Ask the bank for tokens of type Bearer: others are not known to this package.',
  'HTTP_TOKEN:too-many-requests':
    'Wait as long as retryAfterMs says; with several processes, share the token through a tokenStore (Redis).',
  'HTTP_TOKEN:unavailable': 'Try again later.',
  HTTP_URL: 'Write an https address without port, user or fragment.',
  'HTTP_URL:fragment': 'Take out everything from # on.',
  'HTTP_URL:host': 'Write the host as plain letters, digits and hyphens with dots between, without a dot at the end.',
  'HTTP_URL:path': 'Do not call it: different servers understand such a path in different ways.',
  'HTTP_URL:port': 'Leave the port out: only 443 is called.',
  'HTTP_URL:punycode':
    'Compare the host letter by letter with the one you expect, and allow such names only for a list of known hosts.',
  'HTTP_URL:scheme': 'Write an address that begins with https://.',
  'HTTP_URL:spelling':
    'Write it the way a browser shows it: host in lower case, a path, no dot segments, no backslash.',
  'HTTP_URL:syntax': 'Write scheme, host and path: https://pix.example.com/cob/….',
  'HTTP_URL:too-long': 'Check where it comes from: addresses of Pix are short.',
  'HTTP_URL:user': 'Do not call it: what stands before the @ is usually there to pass for the host.',
}
