/**
 * The Portuguese words of the tour.
 *
 * @module
 */
import type { Texts } from './texts.ts'

export const ptBr: Texts = {
  title: 'pixkit: um passeio pelo Pix',
  intro:
    'Nove paradas. A primeira é o trabalho inteiro, com um banco nesta máquina; as outras são quase todas sobre códigos que o Banco Central publicou no Manual de Padrões para Iniciação do Pix 2.10.0. Tudo abaixo é calculado agora, e nada sai desta máquina.',
  usage: 'Uso: npm start -- [--lang en|pt-br] [--no-pause] [--no-color]',
  pause: 'Enter: próxima parada   q: sair ',
  source: 'Manual, seção {section}',
  jobTitle: 'Cobrar, receber, devolver uma parte',
  jobText:
    'Um banco, uma loja e um pagador se encontram por TLS nesta máquina. O banco é o @pixkit/sandbox: fala a API Pix, confere o certificado do cliente e assina o que suas locations servem. Cada passo mostra o que passou pelo fio (→ pedido, ← resposta) e o tempo que levou:',
  certificatesMade: 'O banco cria sua autoridade e seus certificados',
  tokenGranted: 'A loja mostra seu certificado e recebe um token',
  chargeCreated: 'Ela cria uma cobrança de R$ 37,00',
  codeRead: 'O pagador lê o código da cobrança',
  webhookSet: 'A loja diz onde quer ser avisada dos pagamentos',
  chargeVerified: 'O banco do pagador busca a cobrança e prova quem a assinou',
  chargePaid: 'O pagador paga',
  webhookReceived: 'O banco avisa a loja, que exige o certificado dele',
  chargeConcluded: 'A loja lê a cobrança de novo: está paga',
  returnAsked: 'Ela devolve R$ 12,00',
  returnDone: 'O relógio do banco é adiantado até o dinheiro voltar',
  codeTooWide: 'Este terminal é estreito demais para o QR code.',
  jobAfter:
    'Este foi o trabalho inteiro, com as chamadas que um banco de verdade recebe; o que muda são o perfil e o certificado. O mesmo banco para o seu programa: "pix sandbox".',
  staticTitle: 'Ler um código estático',
  staticText:
    'Um código estático traz a própria chave: qualquer um pode escrever um. "pix decode" mostra o que ele pede e cada objeto com id, tamanho, nome e valor.',
  staticAfter:
    'Sem valor: o pagador digita. O nome é só o que o código diz; o aplicativo do banco mostra o nome do dono da chave.',
  dynamicTitle: 'Conferir um código dinâmico',
  dynamicText: 'Um código dinâmico traz um endereço (location). Valor e txid ficam no banco, em um documento assinado.',
  dynamicAfter:
    'O código está bem formado, e ainda não se sabe nada. Antes de alguém pagar, um aplicativo ainda precisa:',
  dynamicTodo1: 'buscar o documento na location, por HTTPS',
  dynamicTodo2: 'verificar a assinatura, e se a chave e o certificado são daquele host',
  dynamicTodo3: 'ver se a cobrança ainda está aberta, e só então mostrar valor e recebedor',
  dynamicLater: 'É a próxima parada.',
  verifyTitle: 'Provar o que um código cobra',
  verifyText:
    'Um banco inventado serve uma cobrança a partir da memória desta máquina. "pix verify" busca a cobrança, segue os passos que o banco do pagador tem de seguir e só então a mostra:',
  verifyTamper: 'Agora alguém no caminho troca a chave Pix da cobrança, para desviar o dinheiro:',
  verifyAfter: 'Nada da cobrança falsa foi mostrado: o conteúdo só é lido depois de provada a assinatura.',
  compositeTitle: 'Oferecer uma recorrência: Pix Automático',
  compositeText:
    'Um segundo template (80 a 99) aponta para uma recorrência. O resto do código decide como ela chega ao pagador: a jornada.',
  brokenTitle: 'Explicar códigos quebrados',
  brokenLetter: 'Uma letra do código estático foi trocada (Fulano → Fulana). O CRC denuncia:',
  brokenLength:
    'Aqui o objeto 62 declara um caractere a mais, e o CRC confere assim mesmo: um leitor que só compara o CRC aceita. Os objetos denunciam:',
  brokenHyphens:
    'E aqui alguém pôs hifens no token do código dinâmico, e nenhum tamanho bate mais. Cópias do manual na web têm este defeito:',
  encodeTitle: 'Escrever de novo, byte a byte',
  encodeText: 'parseBrCode lê um código como objeto, buildBrCode escreve o objeto. O que entra sai igual:',
  encodeSame: '{bytes} bytes, idêntico',
  encodeDifferent: 'diferente',
  askTitle: 'Pedir um pagamento',
  askText: 'Alguém quer R$ 25,90 por uma chave de telefone, e digita o número sem o país:',
  askWhy: 'Onze dígitos são um CPF para o diretório de chaves, então nada é adivinhado. Com +55:',
  askRead: 'E lido de volta:',
  askDraw: 'Como QR code, para um celular diante desta tela (pede um pagamento para uma chave inventada):',
  doctorTitle: 'Descobrir por que um banco recusa um certificado',
  doctorText:
    'Um banco atendeu a uma requisição de certificado, e a API dele responde 403. O certificado está em binário, e a chave é uma antiga. O "pix doctor" olha todos os arquivos juntos:',
  doctorAfter: 'Então, com a chave certa, e o certificado em texto:',
  end: 'Este foi o passeio. O comando pix ainda não está instalado: neste clone ele é "{pix}". Experimente com um código seu:',
}
