/**
 * Explanations of errors, in English.
 *
 * @module
 */
import type { Explanations } from '../internal/explanation-keys.ts'

export const explanations: Explanations = {
  'acesso-negado': {
    title: 'the bank does not allow this operation to this client',
    causes: [
      'The token does not have the scope of the operation.',
      'The operation was not contracted, or is not released for this environment yet.',
      'Client id and certificate belong to different registrations.',
    ],
    steps: [
      'Compare the scopes granted (pix doctor --profile, or hook onToken) with the scope that the operation needs.',
      'Check that credentials and certificate belong to the same registration and environment.',
      'If all is right, ask the bank to release the operation.',
    ],
  },
  caminho: {
    title: 'the bank does not know this address (path or version)',
    causes: [
      'Path or version of the URL are not those of this bank.',
      'The bank does not have this operation.',
      'Something in front of the API answered: the charge may exist.',
    ],
    steps: [
      "Compare apiUrl, prefixes and paths of the profile's settings with the bank's documentation.",
      'If only the path has changed, correct it with overrides.',
      'Do not conclude that the charge does not exist: ask again after the correction.',
    ],
  },
  'certificado-do-servidor': {
    title: 'this machine does not trust the certificate of the server',
    causes: [
      'The bank has an authority of its own, which no system comes with.',
      'A proxy or antivirus opens TLS connections.',
      'The server does not send the certificates in between.',
    ],
    steps: [
      'Download the chain of authorities from the portal of the bank, and give it as ca.',
      'See who issued the certificate that arrives: openssl s_client -connect HOST:443 -showcerts.',
      'Never switch verification off: the token would go to whoever answers.',
    ],
  },
  consulta: {
    title: 'the bank does not accept the parameters of the query',
    causes: [
      'The end is before the beginning, or the period is longer than the bank allows.',
      'Both CPF and CNPJ were given.',
      'The page, or its size, is out of bounds.',
    ],
    steps: [
      'Check beginning and end, with their time zones.',
      'Use listAll, which splits long periods into windows (windowDays).',
      'Give one document only.',
    ],
  },
  'copia-e-cola': {
    title: 'the code that came with the charge is not its own',
    causes: [
      'The bank sent a code that is old, cut short or of another charge.',
      'Somebody between you and the bank put another code in its place, to be paid instead of you.',
    ],
    steps: [
      'Show the code to nobody: the charge exists, and failedCallOf tells its txid.',
      'Read the charge again, from another network; if the same code comes, talk to the bank.',
      'Check code and location with verifyBrCode of @pixkit/payload.',
    ],
  },
  'efi-balde': {
    title: 'the limit of requests of Efí was reached',
    causes: [
      'Efí refills the number of requests allowed little by little (bucket), and that of this account is used up for now.',
    ],
    steps: [
      'Wait and try again, longer each time.',
      'Replace repeated queries by webhooks.',
      'If the volume is needed, ask Efí for a higher limit.',
    ],
  },
  'efi-chave': {
    title: 'the Pix key does not belong to the account of these credentials',
    causes: [
      'The key is registered with another account or bank.',
      'The credentials are of another Efí account, or of another environment.',
    ],
    steps: [
      'Check in your Efí account that the key is registered and active.',
      'For a random key, list those of the account with efi.evp.list.',
    ],
  },
  'efi-cobranca': {
    title: 'Efí did not find the charge',
    causes: [
      'The txid does not exist in this account or environment; Efí answers 400, not 404.',
      'An earlier creation failed, and the charge was never stored.',
    ],
    steps: ['Check txid and environment.', 'If the creation had no answer, create it again with the same txid.'],
  },
  'efi-documento-bloqueado': {
    title: "the document of the account's holder is blocked at Efí",
    causes: ['Efí blocked the holder of the account from issuing charges.'],
    steps: ['Contact the support of Efí: no change of the integration helps.'],
  },
  'efi-em-uso': {
    title: 'the identifier was already used at Efí',
    causes: [
      'Another charge, return or sending has used this txid, id or idEnvio.',
      'Your first try was accepted, and its answer was lost.',
    ],
    steps: [
      'Read what exists under this identifier, and compare it with what you sent.',
      'If it is the same operation, it is done; if it is another, take a new identifier.',
    ],
  },
  'efi-escopo': {
    title: 'the Efí application does not have the scope of this operation',
    causes: ['The scope is not ticked in the application, or only for the other environment.'],
    steps: [
      'In your Efí account open API, Aplicações, and tick the scope for the environment in use.',
      'Get a new token: one that was issued before does not gain the scope.',
    ],
  },
  'efi-homologacao': {
    title: 'the homologação of Efí does not have this function',
    causes: ['Efí offers it in production only.'],
    steps: ['Test it in production with small amounts, or simulate the answer in your tests.'],
  },
  'efi-limite-de-chaves': {
    title: 'the account has as many Pix keys as it may',
    causes: ['An account has a limited number of keys, of all kinds together.'],
    steps: [
      'List the keys with efi.evp.list, and use one of them.',
      'Before you delete a key, remember that charges made with it can no longer be paid.',
    ],
  },
  'efi-pagamento-negado': {
    title: 'Efí declined the sending after analysis',
    causes: ['Risk analysis declined it, or it exceeds a limit of the account.'],
    steps: ['Do not repeat the sending.', 'Contact the support of Efí with idEnvio and time.'],
  },
  'efi-webhook': {
    title: 'Efí could not validate the URL of the webhook',
    causes: [
      'The server demands no client certificate, while Efí makes one call without any that must be refused.',
      'The server does not trust the chain of certificates of Efí for this environment.',
      'The URL does not answer, takes too long, or does not answer 200.',
    ],
    steps: [
      'Set up mTLS at the server with the chain of Efí for this environment, TLS 1.2 or later.',
      'Where certificates cannot be demanded, register with efiSkipMtlsChecking() and protect the URL: a secret within it, and the source address.',
    ],
  },
  'em-uso': {
    title: 'the bank has something under this identifier already',
    causes: ['The identifier was used by another operation.', 'Your first try was accepted, and its answer was lost.'],
    steps: [
      'Read it by its identifier, and compare it with what you sent.',
      'If it is the same operation, it is done; if it is another, take a new identifier.',
    ],
  },
  'erro-do-banco': {
    title: 'the bank failed to process the request',
    causes: ['An unexpected condition at the bank; what was asked for may be done or not.'],
    steps: [
      'Before you repeat what creates something, read whether it is there.',
      "If it persists, give the bank's support the requestId of the error and the time.",
    ],
  },
  escopo: {
    title: 'the token does not have the scope of this operation',
    causes: ['The scope was not asked for, or the bank granted less than was asked for.'],
    steps: [
      'Check that the scope of the operation is in scopes.',
      'If it is, ask the bank to release it for your credentials.',
    ],
  },
  indisponivel: {
    title: 'the service of the bank is down or overloaded',
    causes: ['Maintenance, out of hours, or a timeout within the bank.'],
    steps: [
      'Wait as long as retryAfterMs says, or some minutes, and try again.',
      'Before you repeat what creates something, read whether it is there.',
    ],
  },
  'inter-limite': {
    title: 'the limit of requests a minute of Inter was reached',
    causes: [
      'Inter counts by the minute: 120 charges and queries in production, 10 in the sandbox, 5 requests of a token.',
      'Several processes ask for tokens of their own.',
    ],
    steps: [
      'Wait for the next minute.',
      'Share the token between processes with a tokenStore.',
      'Replace repeated queries by webhooks.',
    ],
  },
  limite: {
    title: 'the bank wants fewer requests',
    causes: ['The limit of requests of these credentials was reached.'],
    steps: [
      'Wait as long as retryAfterMs says.',
      'Spread requests over time, and replace repeated queries by webhooks.',
      'If the error came from the request of a token, share the token with a tokenStore.',
    ],
  },
  mtls: {
    title: 'the client certificate was not accepted',
    causes: [
      'No certificate was shown, or it was shown without those between it and its authority.',
      'The certificate has expired, was revoked, or belongs to another environment or client.',
      'Certificate and private key do not belong together.',
    ],
    steps: [
      'Run pix doctor --profile BANK with the same files: it checks certificate, key and chain, and says at which step the bank refuses.',
      'Use the certificate that the bank issued or registered for this client id and environment.',
      'If all is right, ask the bank whether your IP address is allowed.',
    ],
  },
  'nao-encontrado': {
    title: 'the bank did not find what was asked for',
    causes: [
      'The identifier is wrong, or of another environment or account.',
      'The creation is not finished, or was never made.',
    ],
    steps: ['Check identifier and environment.', 'If the creation had no answer, repeat it with the same identifier.'],
  },
  pagina: {
    title: 'a page answered, and not the API',
    causes: [
      'Host or path of the URL are not those of the API.',
      'A proxy, firewall or network portal answered in place of the bank.',
    ],
    steps: [
      "Compare apiUrl and tokenUrl with the bank's documentation.",
      'Call from another network, or ask its administrator what is on the way.',
    ],
  },
  removido: {
    title: 'what was asked for existed, and was removed',
    causes: ['It expired, or was deleted for good.'],
    steps: ['Do not ask again; create another if it is still needed.'],
  },
  requisicao: {
    title: 'the bank does not accept the content of the request',
    causes: [
      'A member has another format, or contradicts another member.',
      'The state of what exists does not allow the change, such as revising a charge that is paid.',
      'The Pix key does not belong to the account of these credentials.',
    ],
    steps: [
      'See in problema.violacoes which member, and why.',
      'Read the current state before you revise.',
      'Check that the key is registered with this bank and account.',
    ],
  },
  'sem-conexao': {
    title: 'the server of the bank was not reached',
    causes: [
      'The address (apiUrl or tokenUrl) is wrong, or that of another environment.',
      'DNS, firewall or proxy of this network prevent the connection.',
      'The bank is down, or blocks your IP address.',
    ],
    steps: [
      'Check apiUrl and tokenUrl with the documentation of the bank.',
      'Check that this machine resolves the name and reaches port 443.',
      'If the error has mayBeDone, an earlier try may have arrived: look before you repeat.',
    ],
  },
  'sem-resposta': {
    title: 'the connection to the bank was lost before the whole answer came',
    causes: [
      'The network failed, or the bank took longer than timeoutMs.',
      'The request arrived and only the answer was lost: what was asked for may be done.',
    ],
    steps: [
      'Before you repeat what creates or returns something, read whether it is there.',
      'Repeat it only with the same identifier (txid or id) and mayExist, never with a new one.',
      'If it goes on, raise timeoutMs, or tell the bank the time.',
    ],
  },
  'sicredi-chave': {
    title: 'Sicredi did not find the Pix key',
    causes: [
      'The key was mistyped or misconfigured.',
      "The key is not registered with the associate's Sicredi account.",
    ],
    steps: [
      'Check the key in the configuration, exactly as it is registered.',
      'Ask the associate whether the key is registered with his Sicredi account.',
    ],
  },
  'sicredi-condicao-inesperada': {
    title: 'Sicredi answered with a generic error, of no known cause',
    causes: [
      'A condition that the API did not foresee.',
      'A program on the way replaced the true answer by an error 500.',
    ],
    steps: [
      'Before you repeat what creates something, read whether it is there.',
      "Repeat the call in Postman, with Sicredi's collection, to see the original answer.",
      'If it is still 500, open a ticket in the Portal do Desenvolvedor with the support form, the requestId and the time.',
    ],
  },
  'sicredi-credenciais': {
    title: 'Sicredi did not accept client id or client secret',
    causes: [
      'There is a typing error, a space or a line break in one of them.',
      'They are of the other environment (production or homologação).',
      'Client id and client secret are not of the same pair.',
    ],
    steps: [
      'Copy both again, and check the environment.',
      "If it does not help, generate new ones: for production in the Portal do Desenvolvedor, for homologação in the associate's Internet Banking.",
    ],
  },
  'sicredi-escopo-negado': {
    title: 'Sicredi has not released one of the scopes for these credentials',
    causes: [
      'The modality of the scope was not contracted: cob is for immediate charges, cobv and lotecobv for charges with a due date, cobr for recurring ones.',
    ],
    steps: [
      'Ask in scopes for what was contracted only: one scope too many has the whole token refused.',
      'If the modality is needed, the associate asks the cooperative to add it.',
    ],
  },
  'sicredi-escopo-vazio': {
    title: 'no scope is released for these credentials at Sicredi',
    causes: ['The API Pix was not asked for at the cooperative, or the request is not done yet.'],
    steps: [
      'Ask the associate whether the integration was requested at the cooperative.',
      'Ask the cooperative whether the team in charge has done it.',
    ],
  },
  'sicredi-mtls': {
    title: 'the connection to Sicredi was not authenticated by a certificate (mTLS)',
    causes: [
      'No client certificate was shown.',
      'Certificate (.CER) and key (APLICACAO.KEY) do not belong together.',
      'The request (.CSR) stands in place of the certificate, or the file has another format, such as DER for PEM.',
    ],
    steps: [
      'Run pix doctor --cert CERTIFICATE --key KEY: it says what each file is, and whether they belong together.',
      'Use the .CER of the Portal do Desenvolvedor, the key that made the CSR, and the complete chain of Sicredi.',
      'Prefer a key without passphrase.',
    ],
  },
  'sicredi-nao-encontrado': {
    title: 'Sicredi did not find the resource or the address',
    causes: [
      'The identifier does not exist in this environment.',
      'The version in the path is not that of this resource: Sicredi has different ones for cob, cobv and Pix Automático.',
    ],
    steps: [
      'Check identifier and environment.',
      'Check the version in prefixes, and correct it with overrides if it is another.',
    ],
  },
  'sicredi-thumbprint': {
    title: 'the certificate shown is not the one bound to these credentials at Sicredi',
    causes: [
      'No certificate was sent, or another than the credentials were generated with.',
      'The credentials were generated with the wrong certificate.',
    ],
    steps: [
      'Show the certificate that the client id was generated with.',
      'If you do not have it any more, generate new credentials in the Portal do Desenvolvedor with the certificate that Sicredi signed.',
    ],
  },
  'sicredi-token': {
    title: 'Sicredi could not read the token',
    causes: ['The token was changed on the way: encoded, cut or converted.', 'The token is of another environment.'],
    steps: [
      'Send the token exactly as it was received.',
      'If you give accessToken, or a tokenStore of your own, check how it keeps the text.',
    ],
  },
  'token-credenciais': {
    title: 'the bank did not accept client id, client secret or certificate',
    causes: [
      'One of the credentials is wrong, or they are of the other environment.',
      'The certificate is not the one that the bank knows for this client id.',
      'The credentials were deactivated.',
    ],
    steps: [
      'Copy client id and secret again, without spaces, and check the environment.',
      'Check that the certificate shown is that of this registration (pix doctor).',
      'Do not try in a loop: some banks block the IP address.',
    ],
  },
  'token-escopo': {
    title: 'the bank refused the token because of the scopes asked for',
    causes: ['One of the scopes was not contracted, or does not exist at this bank.'],
    steps: [
      'Ask in scopes for the contracted ones only.',
      'Begin with cob.read: if the token is granted, add the others one by one.',
    ],
  },
  'token-pedido': {
    title: 'the bank did not understand the request of a token',
    causes: [
      'Its form is not what the bank expects: body, header or grant_type.',
      'The tokenUrl leads to another address.',
    ],
    steps: [
      "Compare token and tokenUrl of the settings with the bank's documentation.",
      'Correct them with overrides; in overrides.token only what is different.',
    ],
  },
  'token-recusado': {
    title: 'the bank does not accept the token, even a new one',
    causes: [
      'The token is of another environment or of other credentials.',
      'The certificate of the call is not that of the request of the token.',
      'The clock of one side is wrong.',
    ],
    steps: [
      'Check that apiUrl and tokenUrl are of the same environment.',
      'Use the same transport, with the same certificate, for token and API.',
      'Check the clock of this machine.',
    ],
  },
  webhook: {
    title: 'the bank does not accept the registration of the webhook',
    causes: [
      'The URL is not https, or the bank does not reach it.',
      'The certificate of the server does not come from a public authority.',
      'The Pix key does not belong to the account of these credentials.',
    ],
    steps: [
      'Use a public https URL, on port 443, with a certificate of a known authority.',
      'Register it without /pix at the end: the bank adds it.',
      'Check the key.',
    ],
  },
}
