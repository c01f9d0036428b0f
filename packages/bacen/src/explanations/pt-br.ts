/**
 * Explicações de erros, em português.
 *
 * @module
 */
import type { Explanations } from '../internal/explanation-keys.ts'

export const explanations: Explanations = {
  'acesso-negado': {
    title: 'o banco não permite esta operação a esta credencial',
    causes: [
      'O token não tem o escopo da operação.',
      'A operação não foi contratada, ou ainda não foi liberada para este ambiente.',
      'Client id e certificado são de cadastros diferentes.',
    ],
    steps: [
      'Compare os escopos concedidos (pix doctor --profile, ou hook onToken) com o escopo que a operação exige.',
      'Confira se credencial e certificado são do mesmo cadastro e do mesmo ambiente.',
      'Se estiver tudo certo, peça ao banco a liberação da operação.',
    ],
  },
  caminho: {
    title: 'o banco não conhece este endereço (caminho ou versão)',
    causes: [
      'O caminho ou a versão na URL não é o deste banco.',
      'O banco não tem esta operação.',
      'Quem respondeu não foi a API, e sim algo que está na frente dela: a cobrança pode existir.',
    ],
    steps: [
      'Confira apiUrl, prefixes e paths das configurações do perfil com a documentação do banco.',
      'Se só o caminho mudou, corrija com overrides.',
      'Não conclua que a cobrança não existe: consulte-a outra vez depois da correção.',
    ],
  },
  'certificado-do-servidor': {
    title: 'esta máquina não confia no certificado do servidor',
    causes: [
      'O banco usa uma autoridade própria, que não vem com o sistema.',
      'Um proxy ou antivírus abre as conexões TLS.',
      'O servidor não envia os certificados intermediários.',
    ],
    steps: [
      'Baixe do portal do banco a cadeia de autoridades e informe-a em ca.',
      'Veja quem emitiu o certificado que chega: openssl s_client -connect HOST:443 -showcerts.',
      'Nunca desligue a verificação: o token iria para quem responder.',
    ],
  },
  consulta: {
    title: 'o banco não aceita os parâmetros da consulta',
    causes: [
      'O fim é anterior ao início, ou o período é maior do que o banco permite.',
      'CPF e CNPJ foram informados juntos.',
      'A página ou o tamanho de página está fora dos limites.',
    ],
    steps: [
      'Confira início e fim, com fuso horário.',
      'Use listAll, que divide períodos longos em janelas (windowDays).',
      'Informe apenas um documento.',
    ],
  },
  'copia-e-cola': {
    title: 'o código que veio com a cobrança não é o dela',
    causes: [
      'O banco enviou um código antigo, cortado ou de outra cobrança.',
      'Alguém entre você e o banco trocou o código para receber no seu lugar.',
    ],
    steps: [
      'Não mostre o código a ninguém: a cobrança existe, e failedCallOf diz o seu txid.',
      'Consulte a cobrança de novo, de outra rede; se o código vier igual, fale com o banco.',
      'Confira o código e a location com verifyBrCode, de @pixkit/payload.',
    ],
  },
  'efi-balde': {
    title: 'o limite de requisições da Efí foi atingido',
    causes: ['A Efí repõe aos poucos o número de requisições permitidas (bucket), e o desta conta se esgotou por ora.'],
    steps: [
      'Espere e tente de novo, com intervalos crescentes.',
      'Troque consultas repetidas por webhooks.',
      'Se o volume for necessário, peça à Efí um limite maior.',
    ],
  },
  'efi-chave': {
    title: 'a chave Pix não é da conta desta credencial',
    causes: [
      'A chave foi registrada em outra conta ou banco.',
      'A credencial é de outra conta Efí, ou de outro ambiente.',
    ],
    steps: [
      'Confira em sua conta Efí se a chave está registrada e ativa.',
      'Para uma chave aleatória, liste as da conta com efi.evp.list.',
    ],
  },
  'efi-cobranca': {
    title: 'a Efí não encontrou a cobrança',
    causes: [
      'O txid não existe nesta conta ou neste ambiente; a Efí responde 400, e não 404.',
      'Uma criação anterior falhou e a cobrança nunca foi registrada.',
    ],
    steps: ['Confira o txid e o ambiente.', 'Se a criação tinha ficado sem resposta, crie de novo com o mesmo txid.'],
  },
  'efi-documento-bloqueado': {
    title: 'o documento da conta Efí tem bloqueios',
    causes: ['A Efí bloqueou a emissão para o titular da conta.'],
    steps: ['Fale com o suporte da Efí: nenhuma mudança na integração resolve.'],
  },
  'efi-em-uso': {
    title: 'o identificador já foi usado na Efí',
    causes: [
      'Outra cobrança, devolução ou envio já usou este txid, id ou idEnvio.',
      'A sua primeira tentativa foi aceita e a resposta se perdeu.',
    ],
    steps: [
      'Consulte o que existe com este identificador e compare com o que você enviou.',
      'Se for a mesma operação, ela já está feita; se for outra, use um identificador novo.',
    ],
  },
  'efi-escopo': {
    title: 'a aplicação Efí não tem o escopo desta operação',
    causes: ['O escopo não está marcado na aplicação, ou foi marcado só para o outro ambiente.'],
    steps: [
      'Em sua conta Efí, abra API, Aplicações, e marque o escopo para o ambiente em uso.',
      'Peça um token novo: o que já foi emitido não ganha o escopo.',
    ],
  },
  'efi-homologacao': {
    title: 'esta função não existe na homologação da Efí',
    causes: ['A Efí a oferece somente em produção.'],
    steps: ['Teste em produção com valores pequenos, ou simule a resposta em seus testes.'],
  },
  'efi-limite-de-chaves': {
    title: 'a conta atingiu o limite de chaves Pix',
    causes: ['Cada conta tem um número máximo de chaves, somados todos os tipos.'],
    steps: [
      'Liste as chaves com efi.evp.list e reutilize uma delas.',
      'Antes de remover uma chave, lembre que as cobranças feitas com ela não poderão mais ser pagas.',
    ],
  },
  'efi-pagamento-negado': {
    title: 'a Efí negou o envio após análise',
    causes: ['A análise de risco recusou o envio, ou um limite da conta foi ultrapassado.'],
    steps: ['Não repita o envio.', 'Fale com o suporte da Efí e informe o idEnvio e o horário.'],
  },
  'efi-webhook': {
    title: 'a Efí não conseguiu validar a URL do webhook',
    causes: [
      'O servidor não exige certificado de cliente, e a Efí faz uma chamada sem certificado que precisa ser recusada.',
      'O servidor não confia na cadeia de certificados da Efí deste ambiente.',
      'A URL não responde, demora ou não responde com 200.',
    ],
    steps: [
      'Configure mTLS no servidor com a cadeia da Efí deste ambiente, TLS 1.2 ou superior.',
      'Se não houver como exigir certificado, registre com efiSkipMtlsChecking() e proteja a URL: um segredo na própria URL e o IP de origem.',
    ],
  },
  'em-uso': {
    title: 'o banco já tem algo com este identificador',
    causes: [
      'O identificador foi usado em outra operação.',
      'A sua primeira tentativa foi aceita e a resposta se perdeu.',
    ],
    steps: [
      'Consulte pelo identificador e compare com o que você enviou.',
      'Se for a mesma operação, ela já está feita; se for outra, use um identificador novo.',
    ],
  },
  'erro-do-banco': {
    title: 'o banco falhou ao processar a requisição',
    causes: ['Uma condição inesperada do lado do banco; o que foi pedido pode ter sido feito ou não.'],
    steps: [
      'Antes de repetir o que cria algo, consulte se já existe.',
      'Se persistir, informe ao suporte do banco o requestId do erro e o horário.',
    ],
  },
  escopo: {
    title: 'o token não tem o escopo desta operação',
    causes: ['O escopo não foi pedido, ou o banco concedeu menos do que foi pedido.'],
    steps: [
      'Confira em scopes se o escopo da operação está na lista.',
      'Se estiver, peça ao banco que o libere para a sua credencial.',
    ],
  },
  indisponivel: {
    title: 'o serviço do banco está fora do ar ou sobrecarregado',
    causes: ['Manutenção, horário fora do serviço, ou tempo esgotado dentro do banco.'],
    steps: [
      'Espere o que retryAfterMs diz, ou alguns minutos, e tente de novo.',
      'Antes de repetir o que cria algo, consulte se já existe.',
    ],
  },
  'inter-limite': {
    title: 'o limite de requisições por minuto do Inter foi atingido',
    causes: [
      'O Inter conta por minuto: 120 cobranças e consultas em produção, 10 no sandbox, 5 pedidos de token.',
      'Vários processos pedem tokens separados.',
    ],
    steps: [
      'Espere o minuto seguinte.',
      'Compartilhe o token entre processos com um tokenStore.',
      'Troque consultas repetidas por webhooks.',
    ],
  },
  limite: {
    title: 'o banco pede menos requisições',
    causes: ['O limite de requisições da credencial foi atingido.'],
    steps: [
      'Espere o que retryAfterMs diz.',
      'Distribua as requisições no tempo e troque consultas repetidas por webhooks.',
      'Se o erro veio do pedido de token, compartilhe o token com um tokenStore.',
    ],
  },
  mtls: {
    title: 'o certificado de cliente não foi aceito',
    causes: [
      'Nenhum certificado foi apresentado, ou ele foi apresentado sem os intermediários.',
      'O certificado venceu, foi revogado, ou é de outro ambiente ou credencial.',
      'Certificado e chave privada não formam par.',
    ],
    steps: [
      'Rode pix doctor --profile BANCO com os mesmos arquivos: ele confere certificado, chave e cadeia, e diz em que passo o banco recusa.',
      'Use o certificado que o banco emitiu ou cadastrou para este client id e ambiente.',
      'Se tudo estiver certo, pergunte ao banco se o seu endereço IP está liberado.',
    ],
  },
  'nao-encontrado': {
    title: 'o banco não encontrou o que foi pedido',
    causes: [
      'O identificador está errado, ou é de outro ambiente ou conta.',
      'A criação ainda não terminou ou nunca foi feita.',
    ],
    steps: [
      'Confira o identificador e o ambiente.',
      'Se a criação ficou sem resposta, repita-a com o mesmo identificador.',
    ],
  },
  pagina: {
    title: 'quem respondeu foi uma página, e não a API',
    causes: [
      'O host ou o caminho da URL não é o da API.',
      'Um proxy, firewall ou portal de rede respondeu no lugar do banco.',
    ],
    steps: [
      'Confira apiUrl e tokenUrl com a documentação do banco.',
      'Chame a partir de outra rede, ou pergunte ao administrador o que há no caminho.',
    ],
  },
  removido: {
    title: 'o que foi pedido existiu e foi removido',
    causes: ['O recurso expirou ou foi apagado de vez.'],
    steps: ['Não consulte de novo; crie outro, se ainda for necessário.'],
  },
  requisicao: {
    title: 'o banco não aceita o conteúdo da requisição',
    causes: [
      'Um campo não respeita o formato, ou contradiz outro campo.',
      'O estado do que existe não permite a mudança, como revisar uma cobrança já paga.',
      'A chave Pix não é da conta desta credencial.',
    ],
    steps: [
      'Veja em problema.violacoes qual campo e por quê.',
      'Consulte o estado atual antes de revisar.',
      'Confira se a chave está registrada neste banco, nesta conta.',
    ],
  },
  'sem-conexao': {
    title: 'o servidor do banco não foi alcançado',
    causes: [
      'O endereço (apiUrl ou tokenUrl) está errado, ou é de outro ambiente.',
      'O DNS, o firewall ou o proxy desta rede impede a conexão.',
      'O banco está fora do ar, ou bloqueia o seu endereço IP.',
    ],
    steps: [
      'Confira apiUrl e tokenUrl com a documentação do banco.',
      'Confira se esta máquina resolve o nome e alcança a porta 443.',
      'Se o erro tem mayBeDone, uma tentativa anterior pode ter chegado: consulte antes de repetir.',
    ],
  },
  'sem-resposta': {
    title: 'a conexão com o banco se perdeu antes da resposta inteira',
    causes: [
      'A rede falhou, ou o banco demorou mais do que timeoutMs.',
      'A requisição chegou e só a resposta se perdeu: o que foi pedido pode ter sido feito.',
    ],
    steps: [
      'Antes de repetir o que cria ou devolve algo, consulte se já existe.',
      'Repita só com o mesmo identificador (txid ou id) e mayExist, nunca com um novo.',
      'Se persistir, aumente timeoutMs, ou informe ao banco o horário.',
    ],
  },
  'sicredi-chave': {
    title: 'o Sicredi não encontrou a chave Pix informada',
    causes: [
      'A chave foi digitada ou configurada com erro.',
      'A chave não está cadastrada na conta Sicredi do associado.',
    ],
    steps: [
      'Confira a chave na configuração da integração, com o formato exato do cadastro.',
      'Peça ao associado que confirme se a chave está cadastrada na conta Sicredi dele.',
    ],
  },
  'sicredi-condicao-inesperada': {
    title: 'o Sicredi respondeu com um erro genérico, sem causa conhecida',
    causes: [
      'Uma condição que a API não previu.',
      'Algum programa no caminho trocou a resposta verdadeira por um erro 500.',
    ],
    steps: [
      'Antes de repetir o que cria algo, consulte se já existe.',
      'Repita a chamada no Postman, com a coleção do Sicredi, para ver a resposta original.',
      'Se o 500 continuar, abra um chamado no Portal do Desenvolvedor com o formulário de suporte, o requestId e o horário.',
    ],
  },
  'sicredi-credenciais': {
    title: 'o Sicredi não aceitou client id ou client secret',
    causes: [
      'Há erro de digitação, espaço ou quebra de linha em uma das credenciais.',
      'A credencial é do outro ambiente (produção ou homologação).',
      'Client id e client secret não são do mesmo par.',
    ],
    steps: [
      'Copie de novo as duas credenciais e confira o ambiente.',
      'Se não resolver, gere uma credencial nova: em produção, no Portal do Desenvolvedor; em homologação, no Internet Banking do associado.',
    ],
  },
  'sicredi-escopo-negado': {
    title: 'o Sicredi não liberou um dos escopos pedidos para esta credencial',
    causes: [
      'A modalidade do escopo não foi contratada: cob é cobrança imediata, cobv e lotecobv são cobrança com vencimento, cobr é cobrança recorrente.',
    ],
    steps: [
      'Peça em scopes só o que foi contratado: um escopo a mais derruba o token inteiro.',
      'Se a modalidade é necessária, o associado pede a inclusão à cooperativa.',
    ],
  },
  'sicredi-escopo-vazio': {
    title: 'esta credencial não tem nenhum escopo liberado no Sicredi',
    causes: ['A adesão à API Pix não foi pedida à cooperativa, ou ainda não foi atendida.'],
    steps: [
      'Confirme com o associado se o pedido de integração foi feito à cooperativa.',
      'Pergunte à cooperativa se a equipe responsável já o atendeu.',
    ],
  },
  'sicredi-mtls': {
    title: 'a conexão com o Sicredi não foi autenticada por certificado (mTLS)',
    causes: [
      'Nenhum certificado de cliente foi apresentado.',
      'Certificado (.CER) e chave (APLICACAO.KEY) não formam par.',
      'No lugar do certificado está a requisição (.CSR), ou o arquivo está em outro formato, como DER em vez de PEM.',
    ],
    steps: [
      'Rode pix doctor --cert CERTIFICADO --key CHAVE: ele diz o que cada arquivo é, e se formam par.',
      'Use o .CER do Portal do Desenvolvedor, a chave que gerou o CSR e a cadeia completa do Sicredi.',
      'Prefira a chave sem senha.',
    ],
  },
  'sicredi-nao-encontrado': {
    title: 'o Sicredi não encontrou o recurso ou o endereço',
    causes: [
      'O identificador não existe neste ambiente.',
      'A versão do caminho não é a deste recurso: o Sicredi usa versões diferentes para cob, cobv e Pix Automático.',
    ],
    steps: [
      'Confira o identificador e o ambiente.',
      'Confira a versão em prefixes e, se for outra, corrija com overrides.',
    ],
  },
  'sicredi-thumbprint': {
    title: 'o certificado apresentado não é o que está ligado a esta credencial no Sicredi',
    causes: [
      'O certificado não foi enviado, ou é diferente do que foi usado para gerar a credencial.',
      'A credencial foi gerada com o certificado errado.',
    ],
    steps: [
      'Apresente o certificado com que o client id foi gerado.',
      'Se não o tiver mais, gere nova credencial no Portal do Desenvolvedor e escolha o certificado assinado pelo Sicredi.',
    ],
  },
  'sicredi-token': {
    title: 'o Sicredi não conseguiu ler o token enviado',
    causes: ['O token foi alterado no caminho: codificado, cortado ou convertido.', 'O token é de outro ambiente.'],
    steps: [
      'Envie o token exatamente como foi recebido.',
      'Se você informa accessToken ou um tokenStore próprio, confira como ele guarda o texto.',
    ],
  },
  'token-credenciais': {
    title: 'o banco não aceitou client id, client secret ou certificado',
    causes: [
      'Há erro em uma das credenciais, ou elas são do outro ambiente.',
      'O certificado não é o que o banco conhece para este client id.',
      'A credencial foi desativada.',
    ],
    steps: [
      'Copie de novo client id e secret, sem espaços, e confira o ambiente.',
      'Confira se o certificado apresentado é o deste cadastro (pix doctor).',
      'Não tente em laço: há bancos que bloqueiam o endereço IP.',
    ],
  },
  'token-escopo': {
    title: 'o banco recusou o token por causa dos escopos pedidos',
    causes: ['Um dos escopos não foi contratado ou não existe neste banco.'],
    steps: [
      'Peça em scopes só os escopos contratados.',
      'Comece com cob.read: se o token vier, acrescente os outros um a um.',
    ],
  },
  'token-pedido': {
    title: 'o banco não entendeu o pedido de token',
    causes: [
      'O formato do pedido não é o que o banco espera: corpo, cabeçalho ou grant_type.',
      'O tokenUrl aponta para outro endereço.',
    ],
    steps: [
      'Compare token e tokenUrl das configurações com a documentação do banco.',
      'Corrija com overrides; com overrides.token, só o que for diferente.',
    ],
  },
  'token-recusado': {
    title: 'o banco não aceita o token, mesmo renovado',
    causes: [
      'O token é de outro ambiente ou de outra credencial.',
      'O certificado da chamada não é o do pedido de token.',
      'O relógio de um dos lados está errado.',
    ],
    steps: [
      'Confira se apiUrl e tokenUrl são do mesmo ambiente.',
      'Use o mesmo transporte, com o mesmo certificado, para o token e para a API.',
      'Confira o relógio desta máquina.',
    ],
  },
  webhook: {
    title: 'o banco não aceita o registro do webhook',
    causes: [
      'A URL não é https, ou o banco não a alcança.',
      'O certificado do servidor não vem de uma autoridade pública.',
      'A chave Pix não é da conta desta credencial.',
    ],
    steps: [
      'Use uma URL https pública, na porta 443, com certificado de autoridade conhecida.',
      'Registre sem /pix no fim: o banco o acrescenta.',
      'Confira a chave.',
    ],
  },
}
