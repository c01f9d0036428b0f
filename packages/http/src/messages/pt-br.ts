/**
 * Frases em português para os códigos de `@pixkit/http`: o que está errado e o que fazer.
 *
 * @module
 */
import type { Messages } from '@pixkit/core/issue'
import type { HttpErrorCode, HttpReason } from '../codes.ts'

export const messages: Messages<HttpErrorCode | HttpReason> = {
  HTTP_ANSWER: 'o servidor respondeu com sucesso, mas não com JSON',
  'HTTP_ANSWER:encoding': 'a resposta de {operation} não está em UTF-8 (status {status})',
  'HTTP_ANSWER:html': 'o servidor respondeu a {operation} com uma página em vez de JSON (status {status})',
  'HTTP_ANSWER:syntax': 'a resposta de {operation} não é JSON (status {status})',
  HTTP_ABORTED: 'a requisição foi cancelada',
  'HTTP_ABORTED:disposed': 'o cliente já foi encerrado',
  'HTTP_ABORTED:signal': 'a requisição foi cancelada',
  HTTP_ADDRESS_FORBIDDEN: 'o host é um endereço fora da internet pública, ou leva a um',
  'HTTP_ADDRESS_FORBIDDEN:ip-literal': 'o host é um endereço IP em vez de um nome',
  'HTTP_ADDRESS_FORBIDDEN:local-name': 'o host é um nome de redes locais',
  'HTTP_ADDRESS_FORBIDDEN:remote-address': 'a conexão foi para um endereço diferente do que havia sido conferido',
  'HTTP_ADDRESS_FORBIDDEN:special-purpose': 'o nome do host leva a um endereço fora da internet pública',
  HTTP_BODY_TOO_LARGE: 'a resposta tem mais de {max} bytes',
  HTTP_CONNECT: 'não foi possível conectar ao host',
  'HTTP_CONNECT:hung-up': 'o host fechou a conexão em vez de responder',
  'HTTP_CONNECT:hung-up-expired-certificate':
    'o host fechou a conexão em vez de responder, e o certificado de cliente apresentado está vencido',
  'HTTP_CONNECT:hung-up-without-certificate':
    'o host fechou a conexão em vez de responder, e nenhum certificado de cliente foi apresentado',
  'HTTP_CONNECT:other': 'não foi possível conectar ao host',
  'HTTP_CONNECT:refused': 'o host recusou a conexão',
  'HTTP_CONNECT:reset': 'o host interrompeu a conexão',
  'HTTP_CONNECT:timed-out': 'o host não respondeu',
  'HTTP_CONNECT:unreachable': 'o host não é acessível a partir desta rede',
  HTTP_DNS: 'o nome do host não pôde ser resolvido',
  'HTTP_DNS:no-address': 'o nome do host não tem endereço',
  'HTTP_DNS:not-found': 'o nome do host não existe',
  'HTTP_DNS:other': 'o nome do host não pôde ser resolvido',
  'HTTP_DNS:resolver': 'a função resolver não devolveu uma lista de endereços',
  'HTTP_DNS:temporary': 'o servidor de nomes não responde no momento',
  HTTP_ENCODING: 'a resposta está comprimida de um modo que não se consegue desfazer',
  'HTTP_ENCODING:damaged': 'a resposta comprimida está corrompida',
  'HTTP_ENCODING:several': 'a resposta está comprimida várias vezes',
  'HTTP_ENCODING:unknown': 'a resposta está comprimida em um formato que este pacote não lê',
  HTTP_HEADERS_TOO_LARGE: 'os cabeçalhos da resposta têm mais de {max} bytes',
  HTTP_PROTOCOL: 'a resposta não segue o protocolo HTTP, ou foi interrompida',
  'HTTP_PROTOCOL:flood': 'o servidor envia dados sem fim além dos cabeçalhos e do corpo',
  'HTTP_PROTOCOL:malformed': 'a resposta não segue o protocolo HTTP',
  'HTTP_PROTOCOL:other': 'a comunicação com o servidor falhou',
  'HTTP_PROTOCOL:truncated': 'a resposta foi interrompida antes do fim',
  HTTP_REDIRECT: 'o servidor redireciona (status {status}), e redirecionamentos não são seguidos',
  'HTTP_REDIRECT:followed': 'o servidor redireciona, e o fetch seguiu o redirecionamento embora não devesse',
  'HTTP_REDIRECT:hidden': 'o servidor redireciona, e redirecionamentos não são seguidos',
  HTTP_REQUEST: 'a requisição não é das que este transporte envia',
  'HTTP_REQUEST:body': 'uma requisição com este método não leva corpo',
  'HTTP_REQUEST:header-forbidden': 'um dos cabeçalhos não pode ser definido por quem chama',
  'HTTP_REQUEST:header-name': 'o nome de um cabeçalho não tem só letras minúsculas, dígitos e hifens',
  'HTTP_REQUEST:header-value': 'o valor de um cabeçalho tem caracteres fora do ASCII visível, ou espaços nas pontas',
  'HTTP_REQUEST:method': 'o método não é dos que este transporte envia',
  HTTP_STATUS: 'o servidor recusou {operation}: {refusal}',
  'HTTP_STATUS:bad-request': 'o servidor recusou {operation}: {refusal}',
  'HTTP_STATUS:client-error': 'o servidor recusou {operation}: {refusal}',
  'HTTP_STATUS:conflict': 'o servidor recusou {operation} por causa do que já existe: {refusal}',
  'HTTP_STATUS:edge-certificate': 'uma página, e não a API, recusou {operation}: {refusal}',
  'HTTP_STATUS:edge-html': 'uma página, e não a API, respondeu a {operation}: {refusal}',
  'HTTP_STATUS:forbidden': 'o servidor não permite {operation}: {refusal}',
  'HTTP_STATUS:gateway': 'o servidor atrás do gateway não respondeu a {operation}, ou não a tempo: {refusal}',
  'HTTP_STATUS:gone': 'o que {operation} procura foi removido para sempre: {refusal}',
  'HTTP_STATUS:method': 'o servidor não conhece o método de {operation} neste endereço: {refusal}',
  'HTTP_STATUS:not-found': 'o servidor não encontrou o que {operation} procura: {refusal}',
  'HTTP_STATUS:not-implemented': 'o servidor não tem {operation}: {refusal}',
  'HTTP_STATUS:server-error': 'o servidor falhou em {operation}: {refusal}',
  'HTTP_STATUS:timed-out': 'a requisição de {operation} demorou a chegar ao servidor: {refusal}',
  'HTTP_STATUS:too-large': 'o servidor não aceita {operation}, porque a requisição é grande demais: {refusal}',
  'HTTP_STATUS:too-many-requests': 'o servidor recebeu requisições demais ({operation}): {refusal}',
  'HTTP_STATUS:unauthorized': 'o servidor não aceita o token de {operation}: {refusal}',
  'HTTP_STATUS:unavailable': 'o serviço não está disponível para {operation}: {refusal}',
  'HTTP_STATUS:unexpected': 'o servidor respondeu a {operation} com um status que não é sucesso nem falha: {refusal}',
  'HTTP_STATUS:unprocessable': 'o servidor entendeu {operation} e recusou: {refusal}',
  'HTTP_STATUS:unsupported-media-type': 'o servidor não aceita o tipo de conteúdo de {operation}: {refusal}',
  HTTP_TIMEOUT: 'o servidor levou mais de {timeoutMs} ms',
  'HTTP_TIMEOUT:body': 'o corpo da resposta não terminou em {timeoutMs} ms',
  'HTTP_TIMEOUT:connect': 'a conexão segura não foi estabelecida em {timeoutMs} ms',
  'HTTP_TIMEOUT:headers': 'o servidor não enviou os cabeçalhos em {timeoutMs} ms',
  'HTTP_TIMEOUT:resolve': 'o nome do host não foi resolvido em {timeoutMs} ms',
  'HTTP_TIMEOUT:token': 'o token de acesso não chegou em {timeoutMs} ms',
  'HTTP_TIMEOUT:total': 'a requisição não terminou em {timeoutMs} ms',
  HTTP_TLS: 'não foi possível estabelecer uma conexão segura com o host',
  'HTTP_TLS:client-certificate-expired': 'o servidor recusou o certificado de cliente: ele venceu',
  'HTTP_TLS:client-certificate-missing': 'o servidor exige certificado de cliente, e nenhum foi apresentado',
  'HTTP_TLS:client-certificate-refused': 'o servidor recusou o certificado de cliente',
  'HTTP_TLS:client-certificate-revoked': 'o servidor recusou o certificado de cliente: ele foi revogado',
  'HTTP_TLS:client-certificate-untrusted':
    'o servidor recusou o certificado de cliente: não conhece a autoridade que o emitiu',
  'HTTP_TLS:client-certificate-weak':
    'a chave ou a assinatura do certificado de cliente é fraca demais para esta máquina',
  'HTTP_TLS:expired': 'o certificado do servidor, ou de uma autoridade acima dele, venceu',
  'HTTP_TLS:handshake': 'o servidor interrompeu o handshake TLS',
  'HTTP_TLS:host-mismatch': 'o certificado do servidor é de outro host',
  'HTTP_TLS:incomplete-chain': 'o servidor enviou só o próprio certificado, e esta máquina não conhece o emissor',
  'HTTP_TLS:not-yet-valid': 'o certificado do servidor ainda não vale',
  'HTTP_TLS:other': 'o certificado do servidor, ou a versão de TLS dele, não foi aceito',
  'HTTP_TLS:protocol': 'o servidor não oferece TLS 1.2 ou mais novo',
  'HTTP_TLS:revoked': 'o certificado do servidor foi revogado',
  'HTTP_TLS:self-signed': 'o certificado do servidor é autoassinado',
  'HTTP_TLS:unknown-host': 'o servidor não conhece o host que foi pedido',
  'HTTP_TLS:untrusted': 'o certificado do servidor vem de uma autoridade em que esta máquina não confia',
  HTTP_TOKEN: 'não há token de acesso',
  'HTTP_TOKEN:access-token': 'a resposta do banco não traz o token, ou ele tem caracteres que um cabeçalho não aceita',
  'HTTP_TOKEN:answer': 'o banco concedeu um token, mas a resposta não é um objeto JSON (status {status})',
  'HTTP_TOKEN:credentials': 'o banco não aceita o client id, o client secret ou o certificado: {refusal}',
  'HTTP_TOKEN:edge-html': 'uma página, e não a API, recusou o token: {refusal}',
  'HTTP_TOKEN:expires-in': 'o banco não informa a validade do token; são considerados {seconds} s',
  'HTTP_TOKEN:fewer-scopes': 'o token tem {granted} dos {asked} escopos pedidos; faltam: {missing}',
  'HTTP_TOKEN:grant': 'o banco não aceita client credentials para este client id: {refusal}',
  'HTTP_TOKEN:html': 'o banco respondeu ao pedido de token com uma página (status {status})',
  'HTTP_TOKEN:refused': 'o banco recusou o token: {refusal}',
  'HTTP_TOKEN:request': 'o banco não aceitou o pedido de token: {refusal}',
  'HTTP_TOKEN:scope': 'o banco recusa um dos escopos: {refusal}',
  'HTTP_TOKEN:short-lived': 'o servidor recusa repetidamente tokens de acesso que ainda deveriam ser válidos',
  'HTTP_TOKEN:store': 'o armazenamento de tokens não responde; cada processo pede o seu ao banco',
  'HTTP_TOKEN:token-type': 'o token que o banco concedeu não é do tipo Bearer',
  'HTTP_TOKEN:too-many-requests': 'o banco recebeu pedidos de token demais: {refusal}',
  'HTTP_TOKEN:unavailable': 'o banco não consegue conceder tokens no momento: {refusal}',
  HTTP_URL: 'a URL não é das que este transporte chama',
  'HTTP_URL:fragment': 'a URL tem fragmento',
  'HTTP_URL:host': 'o host da URL não é um nome de domínio com letras, dígitos e hifens',
  'HTTP_URL:path':
    'o caminho da URL tem um segmento vazio, ou uma barra, um ponto, uma contrabarra ou um caractere de controle codificado',
  'HTTP_URL:port': 'a URL tem porta',
  'HTTP_URL:punycode': 'o host da URL tem um rótulo internacionalizado (xn--)',
  'HTTP_URL:scheme': 'a URL não começa com https://',
  'HTTP_URL:spelling': 'a URL não está na forma normal: ela muda ao ser interpretada',
  'HTTP_URL:syntax': 'a URL não é absoluta ou está malformada',
  'HTTP_URL:too-long': 'a URL tem mais de {max} caracteres',
  'HTTP_URL:user': 'a URL tem usuário ou senha',
}

export const remedies: Messages<HttpErrorCode | HttpReason> = {
  HTTP_ANSWER: 'Veja o que está entre você e o banco: um proxy, ou outra URL.',
  'HTTP_ANSWER:encoding': 'Avise o banco; o que foi pedido provavelmente está feito, então consulte antes de repetir.',
  'HTTP_ANSWER:html': 'Confira o host e o caminho da URL, e procure um proxy entre você e o banco.',
  'HTTP_ANSWER:syntax':
    'Confira a URL; se estiver certa, o que foi pedido provavelmente está feito, então consulte antes de repetir.',
  HTTP_ABORTED:
    'Se ela criava ou mudava algo, consulte antes de repetir, com o mesmo identificador: o banco pode tê-la feito.',
  'HTTP_ABORTED:disposed': 'Encerre o cliente (close) só depois da última requisição, ou crie outro.',
  'HTTP_ABORTED:signal':
    'Se ela criava ou mudava algo, consulte antes de repetir, com o mesmo identificador: o banco pode tê-la feito.',
  HTTP_ADDRESS_FORBIDDEN: 'Não chame: um endereço assim pode levar para dentro da sua rede.',
  'HTTP_ADDRESS_FORBIDDEN:ip-literal': 'Não chame: nenhum banco serve cobranças de um endereço IP sem nome.',
  'HTTP_ADDRESS_FORBIDDEN:local-name': 'Não chame: um nome assim pode levar para dentro da sua rede.',
  'HTTP_ADDRESS_FORBIDDEN:remote-address': 'Procure nesta máquina um proxy ou VPN que desvie conexões.',
  'HTTP_ADDRESS_FORBIDDEN:special-purpose':
    'Não chame; se o host for o certo, confira o servidor de nomes desta máquina, que pode estar devolvendo endereços internos.',
  HTTP_BODY_TOO_LARGE: 'Descubra o que responde ali, ou aumente maxBodyBytes se a resposta for a certa.',
  HTTP_CONNECT: 'Confira a rede e o firewall e tente de novo.',
  'HTTP_CONNECT:hung-up':
    'O mais comum é o certificado de cliente: confira-o (pix doctor); se estiver certo, pergunte ao banco se ele bloqueia o seu endereço. Antes de repetir o que cria algo, consulte se já existe.',
  'HTTP_CONNECT:hung-up-expired-certificate':
    'Peça um certificado novo ao banco; antes de repetir o que cria algo, consulte se já existe.',
  'HTTP_CONNECT:hung-up-without-certificate':
    'Informe ao transporte o certificado de cliente e a chave: quase todos os bancos fecham a conexão com quem não apresenta um.',
  'HTTP_CONNECT:other':
    'Confira a rede e o firewall (no navegador, também se o servidor permite outras origens, CORS); antes de repetir o que cria algo, consulte se já existe.',
  'HTTP_CONNECT:refused': 'Confira se o serviço está no ar e se o firewall libera a porta 443.',
  'HTTP_CONNECT:reset':
    'Antes de repetir o que cria algo, consulte se já existe; se persistir, pergunte ao banco se ele ou um firewall bloqueia o seu endereço, ou se exige certificado de cliente.',
  'HTTP_CONNECT:timed-out': 'Confira se o firewall libera a porta 443 e tente de novo.',
  'HTTP_CONNECT:unreachable': 'Confira a rede desta máquina: endereço, rota, IPv6.',
  HTTP_DNS: 'Confira o nome e o servidor de nomes desta máquina e tente de novo.',
  'HTTP_DNS:no-address': 'Confira o nome e o ambiente: ele existe, mas não leva a nenhum servidor.',
  'HTTP_DNS:not-found': 'Confira se o nome está escrito corretamente.',
  'HTTP_DNS:other': 'Confira o nome e o servidor de nomes desta máquina e tente de novo.',
  'HTTP_DNS:resolver': 'Devolva `[{ address, family }]` em `resolver`, como faz `dns.promises.lookup` com `all`.',
  'HTTP_DNS:temporary': 'Confira a rede e o servidor de nomes desta máquina e tente de novo.',
  HTTP_ENCODING: 'Avise quem cuida do servidor: não foi pedida compressão.',
  'HTTP_ENCODING:damaged':
    'Antes de repetir o que cria algo, consulte se já existe; se persistir, avise quem cuida do servidor: não foi pedida compressão.',
  'HTTP_ENCODING:several': 'Não confie na resposta: nenhum servidor honesto comprime o que já comprimiu.',
  'HTTP_ENCODING:unknown': 'Avise quem cuida do servidor: não foi pedida compressão.',
  HTTP_HEADERS_TOO_LARGE: 'Descubra o que responde ali: pode ser um proxy.',
  HTTP_PROTOCOL:
    'Antes de repetir o que cria algo, consulte se já existe; se persistir, descubra o que responde ali: pode ser um proxy.',
  'HTTP_PROTOCOL:flood':
    'Não chame mais esse servidor; se ele é seu, veja o que ele envia antes da resposta e entre os chunks.',
  'HTTP_PROTOCOL:malformed':
    'Antes de repetir o que cria algo, consulte se já existe; descubra o que responde ali: pode ser um proxy.',
  'HTTP_PROTOCOL:other':
    'Antes de repetir o que cria algo, consulte se já existe; se persistir, procure o nome que está em params.system.',
  'HTTP_PROTOCOL:truncated':
    'Antes de repetir o que cria algo, consulte se já existe; se persistir, avise quem cuida do servidor.',
  HTTP_REDIRECT: 'Use o endereço de destino, se confiar nele; antes de repetir o que cria algo, consulte se já existe.',
  'HTTP_REDIRECT:followed': "Informe um fetch que respeite redirect: 'manual'.",
  'HTTP_REDIRECT:hidden':
    'Use o endereço de destino, se confiar nele; antes de repetir o que cria algo, consulte se já existe.',
  HTTP_REQUEST: 'Mude o método, os cabeçalhos ou o corpo.',
  'HTTP_REQUEST:body': 'Envie sem corpo, ou com POST, PUT ou PATCH.',
  'HTTP_REQUEST:header-forbidden': 'Tire o cabeçalho: o próprio transporte cuida dele, ou ele não é permitido aqui.',
  'HTTP_REQUEST:header-name': 'Escreva o nome em minúsculas, como content-type.',
  'HTTP_REQUEST:header-value':
    'Tire quebras de linha, acentos e espaços das pontas; se o valor vem de terceiros, recuse-o.',
  'HTTP_REQUEST:method': 'Escreva o método em maiúsculas; um transporte protegido só envia GET.',
  HTTP_STATUS: 'Leia problema no erro: é o que o banco disse.',
  'HTTP_STATUS:bad-request': 'Corrija os campos indicados em problema.violacoes.',
  'HTTP_STATUS:client-error': 'Procure o que o status significa e leia problema ou answer no erro.',
  'HTTP_STATUS:conflict': 'Consulte o que já existe com esse identificador e decida entre alterar ou usar outro.',
  'HTTP_STATUS:edge-certificate':
    'Confira se o certificado de cliente é enviado, não venceu e é o que o banco tem para este client id e ambiente (pix doctor); se for, pergunte ao banco se ele bloqueia o seu endereço.',
  'HTTP_STATUS:edge-html':
    'Confira o host e o caminho da URL; se estiverem certos, pergunte ao banco o que há na frente da API.',
  'HTTP_STATUS:forbidden':
    'Confira se o token tem o escopo desta operação, se o banco a liberou para você e se client id, secret e certificado são do mesmo cadastro.',
  'HTTP_STATUS:gateway': 'Tente de novo mais tarde; antes de repetir o que cria algo, consulte se já existe.',
  'HTTP_STATUS:gone': 'Não consulte de novo; crie outra vez se ainda for necessário.',
  'HTTP_STATUS:method': 'Confira o caminho e a versão da URL, e se o banco tem esta operação.',
  'HTTP_STATUS:not-found': 'Confira o identificador, o ambiente, e o caminho e a versão da URL.',
  'HTTP_STATUS:not-implemented': 'Pergunte ao banco se ele tem esta operação.',
  'HTTP_STATUS:server-error':
    'Antes de repetir o que cria algo, consulte se já existe; se persistir, informe ao banco o id da requisição.',
  'HTTP_STATUS:timed-out':
    'Antes de repetir o que cria algo, consulte se já existe; se persistir, veja a rede e o proxy.',
  'HTTP_STATUS:too-large': 'Envie menos de cada vez, como menos cobranças em um lote.',
  'HTTP_STATUS:too-many-requests': 'Espere o tempo de `retryAfterMs` e distribua as requisições ao longo do tempo.',
  'HTTP_STATUS:unauthorized':
    'Confira se client id, secret, certificado e ambiente são do mesmo cadastro; um token novo já foi tentado, se havia como obter.',
  'HTTP_STATUS:unavailable':
    'Tente de novo mais tarde: pode ser manutenção, ou fora do horário do serviço; antes de repetir o que cria algo, consulte se já existe.',
  'HTTP_STATUS:unexpected': 'Descubra o que responde ali: pode ser um proxy.',
  'HTTP_STATUS:unprocessable': 'Corrija os campos indicados em problema.violacoes.',
  'HTTP_STATUS:unsupported-media-type':
    'Confira qual tipo de conteúdo o banco espera e informe-o nos cabeçalhos da chamada.',
  HTTP_TIMEOUT:
    'Tente de novo mais tarde; o que cria ou devolve algo, só com o mesmo identificador, ou depois de consultar.',
  'HTTP_TIMEOUT:body':
    'Antes de repetir o que cria ou devolve algo, consulte: pode já estar feito; se persistir, descubra o que responde ali tão devagar.',
  'HTTP_TIMEOUT:connect': 'Confira se o firewall libera a porta 443 e tente de novo.',
  'HTTP_TIMEOUT:headers':
    'Antes de repetir o que cria ou devolve algo, consulte: o servidor aceitou a conexão, e pode já ter feito o que foi pedido.',
  'HTTP_TIMEOUT:resolve': 'Confira o servidor de nomes desta máquina e tente de novo.',
  'HTTP_TIMEOUT:token': 'Tente de novo mais tarde: nada foi enviado ainda, e o pedido do token continua.',
  'HTTP_TIMEOUT:total':
    'Aumente timeoutMs, ou tente mais tarde; o que cria ou devolve algo, só com o mesmo identificador, ou depois de consultar.',
  HTTP_TLS: 'Confira o certificado do servidor e o relógio desta máquina.',
  'HTTP_TLS:client-certificate-expired':
    'Peça um certificado novo ao banco; se o seu ainda vale, veja qual está sendo apresentado (pix doctor).',
  'HTTP_TLS:client-certificate-missing': 'Informe ao transporte o certificado de cliente e a chave.',
  'HTTP_TLS:client-certificate-refused':
    'Confira se o certificado é o que o banco conhece para este client id, e se serve para clientes TLS (pix doctor).',
  'HTTP_TLS:client-certificate-revoked': 'Peça um certificado novo ao banco.',
  'HTTP_TLS:client-certificate-untrusted':
    'Use o certificado que este banco emitiu ou cadastrou, para este ambiente, com os intermediários acima dele (pix cert chain mostra a cadeia).',
  'HTTP_TLS:client-certificate-weak':
    'Peça ao banco um certificado com chave RSA de 2048 bits ou mais, ou P-256, assinado com SHA-256.',
  'HTTP_TLS:expired':
    'Confira o relógio desta máquina; se estiver certo, quem cuida do servidor precisa renovar o certificado.',
  'HTTP_TLS:handshake':
    'Confira se o certificado de cliente é apresentado e é o certo para este ambiente (pix doctor); alguns servidores não dizem mais do que isso.',
  'HTTP_TLS:host-mismatch': 'Confira o nome; se estiver certo, quem responde não é o host: não envie nada.',
  'HTTP_TLS:incomplete-chain':
    'Quem cuida do servidor precisa enviar também os certificados intermediários; se a autoridade é sua, inclua o certificado dela em ca.',
  'HTTP_TLS:not-yet-valid': 'Confira o relógio desta máquina: pode estar atrasado.',
  'HTTP_TLS:other': 'Procure o nome que está em params.system, ou rode openssl s_client contra o host.',
  'HTTP_TLS:protocol':
    'Confira se nessa porta há TLS, e não HTTP puro; se houver, o servidor precisa oferecer TLS 1.2 ou 1.3.',
  'HTTP_TLS:revoked': 'Não chame até que o servidor tenha um certificado novo.',
  'HTTP_TLS:self-signed': 'Não chame; se o servidor é seu, inclua o certificado dele em ca.',
  'HTTP_TLS:unknown-host': 'Confira o host, e se ele é deste ambiente do banco.',
  'HTTP_TLS:untrusted':
    'Procure um proxy ou antivírus que abra o TLS; se a autoridade é sua, inclua o certificado dela em ca.',
  HTTP_TOKEN: 'Confira client id, client secret e certificado.',
  'HTTP_TOKEN:access-token': 'Confira a URL do token; se estiver certa, fale com o banco.',
  'HTTP_TOKEN:answer': 'Confira a URL do token; se estiver certa, fale com o banco.',
  'HTTP_TOKEN:credentials':
    'Confira se client id, client secret, certificado e ambiente são do mesmo cadastro e se o secret foi copiado inteiro (pix doctor).',
  'HTTP_TOKEN:edge-html':
    'Confira se o certificado de cliente é enviado, está na validade e é o que o banco tem para este client id e este ambiente (pix doctor).',
  'HTTP_TOKEN:expires-in':
    'Não é preciso fazer nada: se o token vencer antes, ele é renovado quando o banco o recusar.',
  'HTTP_TOKEN:fewer-scopes':
    'Peça ao banco que libere os escopos que faltam ou deixe de pedi-los: as chamadas que precisam deles serão recusadas.',
  'HTTP_TOKEN:grant': 'Pergunte ao banco se este cliente está liberado para client credentials.',
  'HTTP_TOKEN:html': 'Confira a URL do token e procure um proxy entre você e o banco.',
  'HTTP_TOKEN:refused': 'Confira a URL do token; `problema` e `answer` do erro mostram o que o banco diz.',
  'HTTP_TOKEN:request':
    'Confira primeiro os escopos, depois o certificado: muitos bancos respondem assim a um escopo não contratado; `problema` diz mais.',
  'HTTP_TOKEN:scope': 'Peça apenas os escopos que o banco liberou para este cliente.',
  'HTTP_TOKEN:short-lived':
    'Se neste banco um token novo invalida o anterior, compartilhe um só entre todos os processos (`tokenStore`); senão, pergunte ao banco quanto tempo eles valem.',
  'HTTP_TOKEN:store': 'Confira a conexão com o armazenamento, por exemplo o Redis.',
  'HTTP_TOKEN:token-type': 'Peça ao banco tokens do tipo Bearer: este pacote não conhece outros.',
  'HTTP_TOKEN:too-many-requests':
    'Espere o tempo indicado em retryAfterMs; com vários processos, compartilhe o token com um tokenStore (Redis).',
  'HTTP_TOKEN:unavailable': 'Tente de novo mais tarde.',
  HTTP_URL: 'Informe um endereço https sem porta, usuário ou fragmento.',
  'HTTP_URL:fragment': 'Tire tudo a partir de #.',
  'HTTP_URL:host': 'Escreva o host só com letras, dígitos e hifens, separados por pontos, sem ponto no fim.',
  'HTTP_URL:path': 'Não chame: servidores diferentes interpretam um caminho assim de formas diferentes.',
  'HTTP_URL:port': 'Tire a porta: só a 443 é chamada.',
  'HTTP_URL:punycode':
    'Compare o host letra por letra com o que você espera; só permita nomes assim com uma lista de hosts conhecidos.',
  'HTTP_URL:scheme': 'Informe um endereço que comece com https://.',
  'HTTP_URL:spelling':
    'Escreva como um navegador mostra: host em minúsculas, um caminho, sem segmentos de ponto, sem contrabarra.',
  'HTTP_URL:syntax': 'Informe esquema, host e caminho: https://pix.example.com/cob/….',
  'HTTP_URL:too-long': 'Confira de onde a URL vem: endereços do Pix são curtos.',
  'HTTP_URL:user': 'Não chame: o que vem antes de @ costuma estar ali para se passar pelo host.',
}
