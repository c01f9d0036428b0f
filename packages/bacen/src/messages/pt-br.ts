/**
 * Sentences of this package: pt-br.
 *
 * @module
 */
import type { BrCodeErrorCode } from '@pixkit/brcode/codes'
import { messages as brcodeMessages, remedies as brcodeRemedies } from '@pixkit/brcode/messages/pt-br'
import type { CertsErrorCode, DiagnosisCode } from '@pixkit/certs/codes'
import { messages as certsMessages, remedies as certsRemedies } from '@pixkit/certs/messages/pt-br'
import type { CoreErrorCode } from '@pixkit/core/codes'
import type { Messages } from '@pixkit/core/issue'
import { messages as coreMessages, remedies as coreRemedies } from '@pixkit/core/messages/pt-br'
import type { HttpErrorCode, HttpReason } from '@pixkit/http/codes'
import { messages as httpMessages, remedies as httpRemedies } from '@pixkit/http/messages/pt-br'
import type { BacenErrorCode, BacenReason } from '../codes.ts'

const bacenMessages: Messages<BacenErrorCode | BacenReason> = {
  BACEN_CALCULO: 'não dá para calcular a cobrança',
  'BACEN_CALCULO:before-creation': 'a cobrança não existia nesse dia',
  'BACEN_CALCULO:date': '"{field}" deve ser um dia do calendário, AAAA-MM-DD',
  'BACEN_CALCULO:desconto': 'falta "{field}" para essa modalidade de desconto',
  'BACEN_CALCULO:dia-util': '"isDiaUtil" não indica nenhum dia útil em dois meses',
  'BACEN_CALCULO:modalidade': '"{field}" deve ser um inteiro de 1 a {max}',
  'BACEN_CALCULO:nothing-left': 'abatimento e desconto consomem o valor inteiro',
  'BACEN_CALCULO:overdue': 'a cobrança já não pode ser paga nesse dia',
  'BACEN_CALCULO:periodicidade': '"{field}" deve ser uma periodicidade da API Pix',
  'BACEN_CALCULO:too-far': '"{field}" está a mais de {max} anos do vencimento',
  'BACEN_CALCULO:too-large': 'o valor passa de dez dígitos em reais',
  'BACEN_CALCULO:validade': '"{field}" deve ser um número inteiro de dias, zero ou mais',
  'BACEN_CALCULO:valor': '"{field}" deve ter de um a dez dígitos, ponto e dois dígitos',
  BACEN_COPIA_E_COLA: 'o copia e cola não pertence à sua cobrança',
  'BACEN_COPIA_E_COLA:amount': 'o valor do copia e cola não é o da cobrança',
  'BACEN_COPIA_E_COLA:charge':
    'o copia e cola da recorrência também paga uma cobrança, e nada aqui prova que ela é sua',
  'BACEN_COPIA_E_COLA:foreign-chave': 'o copia e cola paga a uma chave diferente da chave da cobrança',
  'BACEN_COPIA_E_COLA:host': 'o copia e cola aponta para um host diferente do da location da cobrança',
  'BACEN_COPIA_E_COLA:incomplete': 'o copia e cola estático não traz o txid ou o valor da cobrança',
  'BACEN_COPIA_E_COLA:kind': 'o copia e cola é de um tipo diferente do da cobrança',
  'BACEN_COPIA_E_COLA:location': 'o copia e cola não aponta para a location da cobrança',
  'BACEN_COPIA_E_COLA:not-comparable': 'a resposta não traz location nem chave com que comparar o copia e cola',
  'BACEN_COPIA_E_COLA:recurrence':
    'o copia e cola da cobrança também pede uma recorrência, e nada aqui prova que ela é sua',
  'BACEN_COPIA_E_COLA:txid': 'o txid do copia e cola não é o da cobrança',
  'BACEN_COPIA_E_COLA:unreadable': 'o copia e cola não é um código Pix inteiro',
  BACEN_IN_USE: 'o identificador já está em uso',
  'BACEN_IN_USE:different': 'o identificador já está em uso para outra coisa: "{field}" é diferente',
  BACEN_LIST: 'não é possível percorrer a lista',
  'BACEN_LIST:checkpoint': 'o checkpoint é de outra lista',
  'BACEN_LIST:endless': 'a lista não termina em {max} páginas',
  'BACEN_LIST:incomplete': 'a lista terminou com {count} itens, e o banco conta {total}',
  'BACEN_LIST:repeats': 'o banco mandou a mesma página de novo',
  BACEN_OPERATION: 'a operação não pode ser usada aqui',
  'BACEN_OPERATION:missing': '{bank} não tem {operation}',
  'BACEN_OPERATION:use-create': '{bank} não tem {operation}',
  BACEN_PROFILE_UNCONFIRMED: 'ninguém confirmou estes fatos do perfil {bank}: {facts}',
  BACEN_REQUEST: 'a API Pix não permite esta requisição',
  'BACEN_REQUEST:abatimento-too-much': '"{field}" abate o valor inteiro',
  'BACEN_REQUEST:chave': '"{field}" não parece uma chave do DICT',
  'BACEN_REQUEST:chave-and-conta': '"{field}" tem chave e contaBanco',
  'BACEN_REQUEST:check-digits': '"{field}" tem dígitos verificadores errados',
  'BACEN_REQUEST:cpf-and-cnpj': '"{field}" tem cpf e cnpj',
  'BACEN_REQUEST:date': '"{field}" deve ser um dia do calendário, AAAA-MM-DD',
  'BACEN_REQUEST:date-time': '"{field}" deve ser data e hora com fuso, como 2026-11-25T00:00:00-03:00 (ou um Date)',
  'BACEN_REQUEST:desconto-after-due': '"{field}" é posterior ao vencimento',
  'BACEN_REQUEST:desconto-date-twice': '"{field}" repete a data de outro desconto',
  'BACEN_REQUEST:desconto-members': '"{field}" não combina com esta modalidade de desconto',
  'BACEN_REQUEST:desconto-order': '"{field}" é anterior à data do desconto que vem antes',
  'BACEN_REQUEST:desconto-too-much': '"{field}" desconta o valor inteiro',
  'BACEN_REQUEST:ends-before-it-begins': '"{field}" é anterior a "dataInicial"',
  'BACEN_REQUEST:enum': '"{field}" deve ser um destes valores: {form}',
  'BACEN_REQUEST:fixed-and-minimum': '"{field}" não pode vir junto com "valorRec"',
  'BACEN_REQUEST:format': '"{field}" deve ter o formato {form}',
  'BACEN_REQUEST:missing': 'falta "{field}"',
  'BACEN_REQUEST:no-document': '"{field}" não tem cpf nem cnpj',
  'BACEN_REQUEST:nothing-left': 'abatimento e desconto de "{field}" consomem juntos o valor inteiro',
  'BACEN_REQUEST:past': '"{field}" está no passado',
  'BACEN_REQUEST:period': '"fim" é anterior a "inicio"',
  'BACEN_REQUEST:prestador': '"{field}" não é o prestador de saque que este banco pede: {form}',
  'BACEN_REQUEST:range': '"{field}" deve ser um número inteiro dentro destes limites: {form}',
  'BACEN_REQUEST:removal-with-changes': '"{field}" remove a cobrança enquanto outros campos a alteram',
  'BACEN_REQUEST:retirada-changeable':
    '"{field}" deixa o pagador mudar o valor, o que não se combina com saque ou troco',
  'BACEN_REQUEST:saque-and-troco': '"{field}" tem saque e troco',
  'BACEN_REQUEST:saque-or-troco': '"{field}" não tem saque nem troco',
  'BACEN_REQUEST:saque-original': '"{field}" deve ser 0.00 quando há saque',
  'BACEN_REQUEST:since-version': '"{field}" tem um valor da API Pix {form}',
  'BACEN_REQUEST:split-sum': 'as porcentagens de "{field}" e de minhaParte não somam 100.00',
  'BACEN_REQUEST:too-few': '"{field}" deve ter no mínimo {form} itens',
  'BACEN_REQUEST:too-long': '"{field}" deve ter no máximo {form} caracteres',
  'BACEN_REQUEST:too-many': '"{field}" deve ter no máximo {form} itens',
  'BACEN_REQUEST:troco-original': '"{field}" deve ser maior que 0.00 quando há troco',
  'BACEN_REQUEST:txid-twice': '"{field}" repete o txid de outra cobrança do lote',
  'BACEN_REQUEST:type': '"{field}" deve ser do tipo {form}',
  'BACEN_REQUEST:unknown-member': '"{field}" não é um campo desta requisição',
  'BACEN_REQUEST:url': '"{field}" não é uma URL',
  'BACEN_REQUEST:url-not-https': '"{field}" deve começar com https://',
  'BACEN_REQUEST:url-private': '"{field}" é um endereço que nenhum banco alcança',
  'BACEN_REQUEST:valor': '"{field}" deve ser um valor como "10.00"',
  'BACEN_REQUEST:zero': '"{field}" deve ser maior que 0.00',
  BACEN_RESPONSE: 'resposta fora do formato da API Pix',
  'BACEN_RESPONSE:date': 'resposta: "{field}" não é um dia do calendário',
  'BACEN_RESPONSE:date-time': 'resposta: "{field}" não é data e hora com fuso (RFC 3339)',
  'BACEN_RESPONSE:different': 'resposta: "{field}" não é o que foi pedido',
  'BACEN_RESPONSE:enum': 'resposta: "{field}" não é nenhum destes valores: {form}',
  'BACEN_RESPONSE:format': 'resposta: "{field}" não tem o formato {form}',
  'BACEN_RESPONSE:missing': 'resposta: falta "{field}"',
  'BACEN_RESPONSE:not-comparable': 'resposta: "{field}" foi enviado e não aparece',
  'BACEN_RESPONSE:range': 'resposta: "{field}" não é um número inteiro dentro dos limites: {form}',
  'BACEN_RESPONSE:too-few': 'resposta: "{field}" tem menos de {form} itens',
  'BACEN_RESPONSE:too-long': 'resposta: "{field}" tem mais de {form} caracteres',
  'BACEN_RESPONSE:too-many': 'resposta: "{field}" tem mais de {form} itens',
  'BACEN_RESPONSE:type': 'resposta: "{field}" não é do tipo {form}',
  'BACEN_RESPONSE:valor': 'resposta: "{field}" não é um valor como "10.00"',
  BACEN_SETTINGS: 'não é possível criar o cliente com esta configuração',
  'BACEN_SETTINGS:ambiente': 'o perfil {bank} não tem endereço para o ambiente {ambiente}',
  'BACEN_SETTINGS:certificate': '{bank} exige certificado de cliente, e nenhum foi informado',
  'BACEN_SETTINGS:certificate-expired': 'o certificado de cliente venceu em {date}',
  'BACEN_SETTINGS:certificate-expires': 'o certificado de cliente vence em {date}',
  'BACEN_SETTINGS:client-id': '"credentials" não tem clientId',
  'BACEN_SETTINGS:client-secret': '"credentials" não tem clientSecret, que {bank} exige',
  'BACEN_SETTINGS:credential': 'falta "{field}", que o banco exige',
  'BACEN_SETTINGS:header': '{field} não é um cabeçalho que um cliente possa acrescentar',
  'BACEN_SETTINGS:number': '{field} não é um número inteiro maior que zero',
  'BACEN_SETTINGS:path': '{field} não é um caminho desta operação',
  'BACEN_SETTINGS:prefix': '{field} não é um prefixo de caminhos',
  'BACEN_SETTINGS:query': '{field} não é um parâmetro que um cliente possa acrescentar',
  'BACEN_SETTINGS:token-url':
    'não há endereço de token para {bank} neste ambiente, e "credentials" não tem accessToken',
  'BACEN_SETTINGS:url': '{field} não é uma URL https completa',
}

const bacenRemedies: Messages<BacenErrorCode | BacenReason> = {
  BACEN_CALCULO: 'Veja o motivo em params.reason.',
  'BACEN_CALCULO:before-creation': 'Informe um dia em que ela já exista, no calendário de São Paulo.',
  'BACEN_CALCULO:date': 'Escreva o dia como AAAA-MM-DD.',
  'BACEN_CALCULO:desconto': 'Passe datas em "descontoDataFixa" para 1 e 2, e um só "valorPerc" para 3 a 6.',
  'BACEN_CALCULO:dia-util': 'Passe um "isDiaUtil" que alcance a data da cobrança.',
  'BACEN_CALCULO:modalidade': 'Procure o número nas tabelas de CobVValor da API Pix.',
  'BACEN_CALCULO:nothing-left':
    'Diminua abatimento ou desconto: já no primeiro dia em que pode ser paga, a cobrança deve valer mais que zero.',
  'BACEN_CALCULO:overdue': 'Informe um dia até "ultimoDia" de janelaDePagamento, ou aumente "validadeAposVencimento".',
  'BACEN_CALCULO:periodicidade': 'Passe SEMANAL, MENSAL, TRIMESTRAL, SEMESTRAL ou ANUAL.',
  'BACEN_CALCULO:too-far': 'Corrija o dia, ou o vencimento da cobrança.',
  'BACEN_CALCULO:too-large': 'Confira percentuais e dias; a API Pix não tem valores maiores.',
  'BACEN_CALCULO:validade': 'Informe um número inteiro (não texto), ou deixe de fora: são 30 dias.',
  'BACEN_CALCULO:valor': 'Escreva dinheiro e percentuais como texto, por exemplo 10.00.',
  BACEN_COPIA_E_COLA: 'Não mostre o código a ninguém e pergunte ao banco.',
  'BACEN_COPIA_E_COLA:amount': 'Não mostre o código a ninguém e pergunte ao banco.',
  'BACEN_COPIA_E_COLA:charge': 'Antes de mostrar o código, passe também a cobrança dele a checkCopiaECola.',
  'BACEN_COPIA_E_COLA:foreign-chave':
    'Não mostre o código a ninguém: alguém pode ter trocado o código por outro. Fale com o banco imediatamente.',
  'BACEN_COPIA_E_COLA:host':
    'Não mostre o código a ninguém: alguém pode ter trocado o código por outro. Fale com o banco imediatamente.',
  'BACEN_COPIA_E_COLA:incomplete':
    'Conte com pagamentos de qualquer valor e sem txid, ou peça ao banco um código dinâmico.',
  'BACEN_COPIA_E_COLA:kind': 'Não mostre o código a ninguém e pergunte ao banco.',
  'BACEN_COPIA_E_COLA:location':
    'Não mostre o código a ninguém: alguém pode ter trocado o código por outro. Fale com o banco imediatamente.',
  'BACEN_COPIA_E_COLA:not-comparable':
    'Antes de mostrar o código, compare a location dele com a de loc.get, ou pergunte ao banco.',
  'BACEN_COPIA_E_COLA:recurrence':
    'Não mostre o código a ninguém: alguém pode ter trocado o código por outro. Fale com o banco imediatamente.',
  'BACEN_COPIA_E_COLA:txid': 'Não mostre o código a ninguém e pergunte ao banco.',
  'BACEN_COPIA_E_COLA:unreadable':
    'Consulte a cobrança de novo; se o código continuar quebrado, escreva-o a partir da location com copiaEColaOf.',
  BACEN_IN_USE: 'Consulte o que o banco tem com este identificador e compare com o que você enviou.',
  'BACEN_IN_USE:different':
    'Compare com o que o banco tem (failedCallOf mostra) e use um identificador novo para outra cobrança.',
  BACEN_LIST: 'Veja o motivo em params.reason.',
  'BACEN_LIST:checkpoint': 'Passe o período e os filtros com que o checkpoint foi feito.',
  'BACEN_LIST:endless': 'Peça um período menor ou aumente maxPages.',
  'BACEN_LIST:incomplete': 'Considere a lista incompleta, peça um período menor e avise o banco.',
  'BACEN_LIST:repeats': 'Peça um período menor e páginas maiores, e avise o banco.',
  BACEN_OPERATION: 'Veja o que o banco oferece em seu lugar.',
  'BACEN_OPERATION:missing':
    'Veja o que o banco oferece em seu lugar ou, se ele já tem a operação, retire-a de missing em overrides.',
  'BACEN_OPERATION:use-create': 'Use create, que funciona em todos os bancos: ele mesmo gera um txid.',
  BACEN_PROFILE_UNCONFIRMED:
    'Compare com os documentos que o banco lhe deu e ponha em "overrides" o que for diferente.',
  BACEN_REQUEST: 'Corrija cada item de issues e envie de novo.',
  'BACEN_REQUEST:abatimento-too-much': 'Use um abatimento menor que o valor, ou menor que 100%.',
  'BACEN_REQUEST:chave': 'Escreva a chave como está no DICT: sem pontuação, telefone com +55.',
  'BACEN_REQUEST:chave-and-conta': 'Preencha só um: a chave ou a conta.',
  'BACEN_REQUEST:check-digits': 'Corrija o número; há bancos que o aceitam assim mesmo.',
  'BACEN_REQUEST:cpf-and-cnpj': 'Preencha só um: cpf de pessoa física, cnpj de pessoa jurídica.',
  'BACEN_REQUEST:date': 'Escreva o dia como AAAA-MM-DD, no horário de Brasília.',
  'BACEN_REQUEST:date-time': 'Escreva data, hora e fuso, como 2026-11-25T00:00:00-03:00, ou passe um Date.',
  'BACEN_REQUEST:desconto-after-due': 'Encerre o desconto no dia do vencimento ou antes.',
  'BACEN_REQUEST:desconto-date-twice': 'Dê uma data própria a cada desconto.',
  'BACEN_REQUEST:desconto-members': 'Use descontoDataFixa nas modalidades 1 e 2, valorPerc nas modalidades 3 a 6.',
  'BACEN_REQUEST:desconto-order': 'Ordene os descontos por data; há bancos que contam com isso.',
  'BACEN_REQUEST:desconto-too-much': 'Use um desconto menor que o valor, ou menor que 100%.',
  'BACEN_REQUEST:ends-before-it-begins': 'Corrija a data final, ou omita-a se a recorrência não tem prazo.',
  'BACEN_REQUEST:enum': 'Escolha um dos valores que a API Pix conhece.',
  'BACEN_REQUEST:fixed-and-minimum':
    'Envie valorRec se todo pagamento tem o mesmo valor, senão valorMinimoRecebedor; nunca os dois.',
  'BACEN_REQUEST:format':
    'Escreva sem pontos, hifens nem espaços: CPF com 11 dígitos, CNPJ com 14 dígitos ou letras maiúsculas, txid com 26 a 35 letras e dígitos (ou deixe-o de fora: create gera um).',
  'BACEN_REQUEST:missing': 'Preencha o campo; se o valor vem de uma variável, confira se ela não está undefined.',
  'BACEN_REQUEST:no-document': 'Preencha cpf ou cnpj junto com o nome.',
  'BACEN_REQUEST:nothing-left': 'Diminua um deles: enquanto o desconto valer, deve sobrar algo a pagar.',
  'BACEN_REQUEST:past':
    'Escolha hoje ou um dia depois, no horário de Brasília; para uma nova tentativa, amanhã ou depois.',
  'BACEN_REQUEST:period': 'Inverta inicio e fim, ou corrija o fuso horário deles.',
  'BACEN_REQUEST:prestador': 'Informe o ISPB que o banco indica, ou mude "prestadorDoServicoDeSaque" em overrides.',
  'BACEN_REQUEST:range': 'Escolha um número dentro dos limites.',
  'BACEN_REQUEST:removal-with-changes': "Para remover, envie apenas { status: 'REMOVIDA_PELO_USUARIO_RECEBEDOR' }.",
  'BACEN_REQUEST:retirada-changeable': 'Deixe o campo de fora: com saque ou troco o valor é fixo.',
  'BACEN_REQUEST:saque-and-troco': 'Fique com um deles.',
  'BACEN_REQUEST:saque-or-troco': 'Preencha um deles, ou deixe o campo de fora.',
  'BACEN_REQUEST:saque-original': 'Escreva 0.00; para dinheiro junto de uma compra, use troco.',
  'BACEN_REQUEST:since-version': 'Informe essa versão em apiVersion se o banco já a tem; antes dela, o valor é AGPSS.',
  'BACEN_REQUEST:split-sum': 'Ajuste as porcentagens até que todas juntas somem 100.00.',
  'BACEN_REQUEST:too-few': 'Inclua um item, ou deixe a lista inteira de fora.',
  'BACEN_REQUEST:too-long': 'Encurte o texto; os bancos recusam o que passa do limite, em vez de cortar.',
  'BACEN_REQUEST:too-many': 'Envie menos itens, ou divida em várias requisições.',
  'BACEN_REQUEST:troco-original': 'Escreva o valor da compra; para dinheiro sem compra, use saque.',
  'BACEN_REQUEST:txid-twice': 'Dê um txid próprio a cada cobrança.',
  'BACEN_REQUEST:type':
    "Dinheiro, CPF, CNPJ e datas são texto entre aspas ('10.00', '12345678909', '2026-12-30'); expiracao e modalidade são números.",
  'BACEN_REQUEST:unknown-member':
    'Corrija o nome ou o lugar do campo (txid vai em options); só permita campos desconhecidos (allowUnknownMembers) para extras que o banco documenta.',
  'BACEN_REQUEST:url': 'Escreva o endereço inteiro, começando por https://.',
  'BACEN_REQUEST:url-not-https': 'Sirva o webhook com TLS; os bancos chamam com certificado de cliente.',
  'BACEN_REQUEST:url-private': 'Use um endereço público, ou um túnel até a sua máquina.',
  'BACEN_REQUEST:valor': 'Escreva ponto e duas casas decimais, sem separador de milhar; valorFromCentavos faz isso.',
  'BACEN_REQUEST:zero': 'Escreva o valor a pagar; 0.00 só com modalidadeAlteracao 1, ou com saque.',
  BACEN_RESPONSE: 'Não conte com este campo sem conferi-lo, e avise o banco: a API Pix o define de outra forma.',
  'BACEN_RESPONSE:date': 'Não conte com este campo sem conferi-lo, e avise o banco: a API Pix o define de outra forma.',
  'BACEN_RESPONSE:date-time':
    'Não conte com este campo sem conferi-lo, e avise o banco: a API Pix o define de outra forma.',
  'BACEN_RESPONSE:different':
    'Não use nada desta resposta: consulte o que o banco tem com este identificador e, se continuar diferente, fale com o banco; um sandbox que responde sempre com o mesmo exemplo pede mismatch: "warn".',
  'BACEN_RESPONSE:enum': 'Não conte com este campo sem conferi-lo, e avise o banco: a API Pix o define de outra forma.',
  'BACEN_RESPONSE:format':
    'Não conte com este campo sem conferi-lo, e avise o banco: a API Pix o define de outra forma.',
  'BACEN_RESPONSE:missing':
    'Não conte com este campo sem conferi-lo, e avise o banco: a API Pix o define de outra forma.',
  'BACEN_RESPONSE:not-comparable':
    'Consulte o que o banco tem com este identificador e compare os valores antes de contar com ele.',
  'BACEN_RESPONSE:range':
    'Não conte com este campo sem conferi-lo, e avise o banco: a API Pix o define de outra forma.',
  'BACEN_RESPONSE:too-few':
    'Não conte com este campo sem conferi-lo, e avise o banco: a API Pix o define de outra forma.',
  'BACEN_RESPONSE:too-long':
    'Não conte com este campo sem conferi-lo, e avise o banco: a API Pix o define de outra forma.',
  'BACEN_RESPONSE:too-many':
    'Não conte com este campo sem conferi-lo, e avise o banco: a API Pix o define de outra forma.',
  'BACEN_RESPONSE:type': 'Não conte com este campo sem conferi-lo, e avise o banco: a API Pix o define de outra forma.',
  'BACEN_RESPONSE:valor':
    'Não conte com este campo sem conferi-lo, e avise o banco: a API Pix o define de outra forma.',
  BACEN_SETTINGS: 'Veja o motivo em params.reason.',
  'BACEN_SETTINGS:ambiente':
    'Use um ambiente que o banco tenha, ou informe apiUrl e tokenUrl em overrides; o perfil bacen é a norma, sem endereços: há um perfil para cada banco em @pixkit/bacen/profiles/….',
  'BACEN_SETTINGS:certificate':
    'Passe o certificado da aplicação em certificate: { pfx, passphrase }, ou { cert, key }.',
  'BACEN_SETTINGS:certificate-expired': 'Peça um certificado novo ao banco: com este, nenhuma chamada funciona.',
  'BACEN_SETTINGS:certificate-expires': 'Peça um certificado novo ao banco antes desse dia.',
  'BACEN_SETTINGS:client-id':
    'Preencha credentials.clientId com o client id que o banco deu; se vem do ambiente, confira se a variável está definida.',
  'BACEN_SETTINGS:client-secret':
    'Preencha credentials.clientSecret com o client secret que o banco deu; se vem do ambiente, confira se a variável está definida.',
  'BACEN_SETTINGS:credential': 'Acrescente-o em "credentials.extras"; o portal do banco o mostra.',
  'BACEN_SETTINGS:header':
    'Escreva o nome em minúsculas, o valor em ASCII, e deixe authorization, host e os cabeçalhos do corpo com o cliente.',
  'BACEN_SETTINGS:number': 'Informe um inteiro a partir de 1 ou deixe a configuração de fora.',
  'BACEN_SETTINGS:path':
    'Comece com uma barra, termine sem ela e mantenha os nomes entre chaves que estão em `operations`.',
  'BACEN_SETTINGS:prefix': 'Comece com uma barra e termine sem ela, como em `/v2`; o texto vazio significa nenhum.',
  'BACEN_SETTINGS:query': 'Informe um nome que não seja vazio e um valor em ASCII.',
  'BACEN_SETTINGS:token-url':
    'Passe o token fixo do portal do banco como "accessToken", ou o endereço em "overrides.tokenUrl".',
  'BACEN_SETTINGS:url': 'Escreva no formato https://host/caminho, sem usuário, consulta nem fragmento.',
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
