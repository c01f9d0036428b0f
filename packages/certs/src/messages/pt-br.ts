/**
 * Portuguese sentences for the codes of `@pixkit/certs`: what is wrong, and what to do.
 *
 * @module
 */
import type { Messages } from '@pixkit/core/issue'
import type { CertsErrorCode, DiagnosisCode } from '../codes.ts'

export const messages: Messages<CertsErrorCode | DiagnosisCode> = {
  CERTS_ALGORITHM_UNSUPPORTED: 'o arquivo está cifrado ou assinado com {algorithm}, que não é lido aqui',
  CERTS_CERTIFICATE_MISSING: 'não há certificado que pertença à chave privada',
  CERTS_CHAIN_ALGORITHM: 'o certificado {index} da cadeia usa {algorithm}, que não é aceito',
  CERTS_CHAIN_EXPIRED: 'o certificado {index} da cadeia venceu em {date}',
  CERTS_CHAIN_EXTENDED_KEY_USAGE: 'o certificado {index} da cadeia não serve para {usage}',
  CERTS_CHAIN_EXTENSION_UNKNOWN: 'o certificado {index} da cadeia tem uma extensão crítica desconhecida: {oid}',
  CERTS_CHAIN_INCOMPLETE: 'falta o emissor do certificado {index} da cadeia',
  CERTS_CHAIN_KEY_USAGE: 'o certificado {index} da cadeia não pode ser usado para {usage}',
  CERTS_CHAIN_KEY_WEAK: 'a chave do certificado {index} da cadeia é fraca: {algorithm} de {bits} bits',
  CERTS_CHAIN_NAME_CONSTRAINTS: 'o certificado {index} da cadeia tem um nome que o seu emissor não pode dar',
  CERTS_CHAIN_NOT_CA: 'o certificado {index} da cadeia emitiu outro e não é de autoridade',
  CERTS_CHAIN_NOT_YET_VALID: 'o certificado {index} da cadeia só vale a partir de {date}',
  CERTS_CHAIN_PATH_LENGTH: 'o certificado {index} da cadeia tem abaixo de si mais autoridades do que permite',
  CERTS_CHAIN_SIGNATURE: 'a assinatura do certificado {index} da cadeia não é do seu emissor',
  CERTS_CHAIN_TOO_COMPLEX:
    'a cadeia é complexa demais: passa de {max} intermediários, verificações de assinatura ou comparações de nomes',
  CERTS_CHAIN_TOO_LONG: 'a cadeia tem mais de {max} certificados',
  CERTS_CHAIN_UNTRUSTED: 'a cadeia termina em uma raiz que não está entre as confiáveis',
  CERTS_DER_DEPTH: 'há objetos com mais de {max} níveis em "{path}"',
  CERTS_DER_LENGTH: 'o comprimento de "{path}" não está escrito como o DER manda',
  CERTS_DER_TAG: '"{path}" tem a tag {found}, e não {expected}',
  CERTS_DER_TOO_LARGE: '"{path}" tem mais de {max} bytes',
  CERTS_DER_TRAILING: 'sobram {bytes} bytes no fim de "{path}"',
  CERTS_DER_TRUNCATED: '"{path}" termina antes da hora: faltam ao menos {missing} bytes',
  CERTS_DER_VALUE: '"{path}" não é {kind} válido',
  CERTS_FILE_DAMAGED: 'o arquivo {format} está danificado ou incompleto',
  CERTS_FILE_EMPTY: 'o arquivo está vazio',
  CERTS_FILE_TOO_LARGE: 'o arquivo tem mais de {max} bytes',
  CERTS_FILE_UNKNOWN: 'o arquivo não tem certificado, chave nem requisição: parece {found}',
  CERTS_FOUND_BANK_CERTIFICATE: '"{path}" é o certificado com que o banco chama o seu webhook, e não o seu',
  CERTS_FOUND_BASE64: '"{path}" é base64 sem as linhas BEGIN e END',
  CERTS_FOUND_CA_CERTIFICATE: 'o certificado em "{path}", cuja chave está aqui, é de uma autoridade',
  CERTS_FOUND_CERTIFICATE_ELSEWHERE: 'a chave em "{key}" é do certificado em "{other}", e não do que está em "{path}"',
  CERTS_FOUND_CERTIFICATE_MISSING: 'nenhum dos arquivos tem um certificado seu',
  CERTS_FOUND_CERTIFICATE_OF_OTHER_REQUEST:
    'o certificado em "{path}" não é da requisição em "{request}" nem da chave dela, em "{key}"',
  CERTS_FOUND_CHAIN_AS_CERTIFICATE: '"{path}" só tem certificados de autoridades: é a cadeia, e não o seu certificado',
  CERTS_FOUND_CHAIN_FOREIGN: '"{path}" tem autoridades, e nenhuma delas emitiu o certificado em "{certificate}"',
  CERTS_FOUND_CHAIN_INCOMPLETE: 'o emissor do certificado em "{path}" não está em nenhum dos arquivos',
  CERTS_FOUND_CHAIN_ORDER:
    'os certificados em "{path}" não estão na ordem que o TLS exige: primeiro o seu, depois cada emissor',
  CERTS_FOUND_CLIENT_AUTH_MISSING: 'o certificado em "{path}" não serve para autenticar um cliente',
  CERTS_FOUND_DER: '"{path}" é binário (DER), e muitas ferramentas exigem texto (PEM)',
  CERTS_FOUND_DIGITAL_SIGNATURE_MISSING:
    'o uso da chave do certificado em "{path}" não inclui digitalSignature, de que o TLS precisa',
  CERTS_FOUND_DUPLICATE: '"{path}" tem o mesmo que "{other}"',
  CERTS_FOUND_EXPIRED: 'o certificado em "{path}" venceu em {date}',
  CERTS_FOUND_EXPIRING: 'o certificado em "{path}" vence em {date} (dias que faltam: {days})',
  CERTS_FOUND_EXTENSION: 'a extensão de "{path}" engana: o conteúdo ({content}) é de um arquivo como "{suggested}"',
  CERTS_FOUND_FILE_PAGE: '"{path}" é uma página da web, e não um certificado ou uma chave',
  CERTS_FOUND_ISSUER_EXPIRED: 'uma autoridade acima do certificado em "{path}" venceu em {date}',
  CERTS_FOUND_ISSUER_NOT_YET_VALID: 'uma autoridade acima do certificado em "{path}" só vale a partir de {date}',
  CERTS_FOUND_KEY_ELSEWHERE: 'o certificado em "{certificate}" é da chave em "{other}", e não da que está em "{path}"',
  CERTS_FOUND_KEY_ENCRYPTED: 'a chave em "{path}" tem senha, o que algumas ferramentas recusam',
  CERTS_FOUND_KEY_MISMATCH: 'a chave em "{path}" não pertence ao certificado em "{certificate}"',
  CERTS_FOUND_KEY_MISSING: 'nenhum dos arquivos tem uma chave privada para o certificado em "{path}"',
  CERTS_FOUND_KEY_UNOPENED:
    'a chave em "{path}" não é a de "{certificate}"; a certa pode estar em "{other}", que não abriu',
  CERTS_FOUND_KEY_UNUSED: 'a chave em "{path}" não pertence a nenhum dos certificados daqui',
  CERTS_FOUND_KEY_WEAK: 'a chave de "{path}" é fraca demais: {algorithm} de {bits} bits',
  CERTS_FOUND_MAC_MISSING:
    '"{path}" não tem MAC: o Node 20 o recusa, e nada distingue senha errada de arquivo danificado',
  CERTS_FOUND_NOT_CERTIFICATE: '"{path}" não tem certificado, e foi dado como o certificado',
  CERTS_FOUND_NOT_CHAIN: '"{path}" não tem certificado de autoridade, e foi dado como a cadeia',
  CERTS_FOUND_NOT_KEY: '"{path}" não tem chave privada, e foi dado como a chave',
  CERTS_FOUND_NOT_YET_VALID: 'o certificado em "{path}" só vale a partir de {date}',
  CERTS_FOUND_P12_LEGACY: '"{path}" está cifrado com {algorithm}, que é antigo e ainda aceito',
  CERTS_FOUND_PAIR: 'o certificado em "{path}" e a chave em "{key}" formam um par',
  CERTS_FOUND_PEM_ENCODING: '"{path}" é texto com marca de ordem de bytes ou em UTF-16, como alguns editores salvam',
  CERTS_FOUND_PKCS7: '"{path}" é PKCS#7, e o TLS exige os certificados um depois do outro (PEM)',
  CERTS_FOUND_PRODUCTION_CERTIFICATE: 'o certificado em "{path}" é de produção, e o ambiente pedido é homologação',
  CERTS_FOUND_RC2: '"{path}" está cifrado com {algorithm}, que o TLS do Node recusa desde o OpenSSL 3',
  CERTS_FOUND_REQUEST_AS_CERTIFICATE: '"{path}" é a requisição (CSR), e não o certificado',
  CERTS_FOUND_REQUEST_OF_OTHER_KEY: 'a requisição em "{path}" não foi feita com a chave em "{key}"',
  CERTS_FOUND_REQUEST_SIGNATURE:
    'a requisição em "{path}" não foi assinada com a própria chave, ou foi alterada depois',
  CERTS_FOUND_ROOT_MISSING: 'a cadeia do certificado em "{path}" termina antes de uma raiz',
  CERTS_FOUND_SELF_SIGNED: 'o certificado em "{path}" é assinado pela própria chave, e não foi feito por nenhum banco',
  CERTS_FOUND_SEVERAL_CERTIFICATES: 'há {count} certificados com chaves diferentes: {files}',
  CERTS_FOUND_SIGNATURE_WEAK: 'a assinatura de "{path}" usa {algorithm}, que os servidores recusam',
  CERTS_FOUND_TEST_CERTIFICATE: 'o certificado em "{path}" é de homologação, e o ambiente pedido é produção',
  CERTS_FOUND_TLS_REFUSED: 'o TLS deste Node recusa "{path}": {reason}',
  CERTS_FOUND_UNNEEDED_CERTIFICATES: 'certificados em "{path}" que não pertencem à cadeia do seu: {count}',
  CERTS_ITERATIONS_TOO_MANY: 'o arquivo pede {found} rodadas de derivação de chave, e são feitas no máximo {max}',
  CERTS_KEY_INVALID: 'a chave privada está danificada ou é de um tipo que não é lido aqui',
  CERTS_KEY_MISMATCH: 'a chave privada não pertence ao certificado',
  CERTS_KEY_MISSING: 'não há chave privada',
  CERTS_KEY_WEAK: 'a chave deve ser {expected}',
  CERTS_OBJECTS_TOO_MANY: 'há mais de {max} objetos aí dentro',
  CERTS_OPTION_INVALID: '"{path}" deve ser {expected}',
  CERTS_PASSPHRASE_MISSING: 'o arquivo ({format}) está cifrado, e não foi dada a senha',
  CERTS_PASSPHRASE_WRONG: 'a senha não abre o arquivo ({format})',
  CERTS_PEM_BASE64: 'o texto do bloco {label} não é base64',
  CERTS_PEM_UNFINISHED: 'falta a linha END do bloco {label}',
  CERTS_REQUEST_SIGNATURE: 'a assinatura da requisição não foi feita com a chave que está nela',
  CERTS_SUBJECT_INVALID: '"{path}" deve ser {expected}',
  CERTS_X509_EXTENSION_REPEATED: 'a extensão {oid} aparece duas vezes',
  CERTS_X509_FIELD_VERSION:
    'um campo que só existe a partir da versão {min} está em um certificado da versão {version}',
  CERTS_X509_SIGNATURE_ALGORITHM_MISMATCH: 'o certificado diz dois algoritmos de assinatura diferentes',
  CERTS_X509_VERSION: 'o certificado é da versão {found}, que não existe',
}

export const remedies: Messages<CertsErrorCode | DiagnosisCode> = {
  CERTS_ALGORITHM_UNSUPPORTED:
    'Exporte o arquivo de novo de onde veio, com AES-256 e SHA-256, por exemplo com um openssl atual.',
  CERTS_CERTIFICATE_MISSING: 'Junte o certificado que foi emitido para esta chave.',
  CERTS_CHAIN_ALGORITHM: 'Peça ao emissor um certificado com chave RSA ou P-256, assinado com SHA-256 ou melhor.',
  CERTS_CHAIN_EXPIRED: 'Renove o certificado.',
  CERTS_CHAIN_EXTENDED_KEY_USAGE: 'Peça ao emissor um certificado com esse uso estendido de chave.',
  CERTS_CHAIN_EXTENSION_UNKNOWN: 'Não confie no certificado; avise os autores se for de uma autoridade de verdade.',
  CERTS_CHAIN_INCOMPLETE: 'Junte à cadeia o certificado intermediário que falta.',
  CERTS_CHAIN_KEY_USAGE: 'Peça ao emissor um certificado com esse uso de chave.',
  CERTS_CHAIN_KEY_WEAK: 'Peça ao emissor um certificado com RSA de 2048 bits ou mais, ou P-256.',
  CERTS_CHAIN_NAME_CONSTRAINTS: 'Não confie no certificado.',
  CERTS_CHAIN_NOT_CA: 'Não confie no certificado.',
  CERTS_CHAIN_NOT_YET_VALID: 'Confira o relógio da máquina, ou espere até que o certificado valha.',
  CERTS_CHAIN_PATH_LENGTH: 'Não confie no certificado.',
  CERTS_CHAIN_SIGNATURE: 'Não confie no certificado; baixe de novo o certificado e a cadeia, os dois do emissor.',
  CERTS_CHAIN_TOO_COMPLEX: 'Tire os certificados que não pertencem à cadeia, sobretudo vários com o mesmo nome.',
  CERTS_CHAIN_TOO_LONG: 'Tire os certificados que não pertencem à cadeia.',
  CERTS_CHAIN_UNTRUSTED: 'Só junte a raiz às confiáveis se ela veio por um caminho em que você confia.',
  CERTS_DER_DEPTH: 'Baixe o arquivo de novo; nenhum certificado de verdade é assim.',
  CERTS_DER_LENGTH: 'Baixe o arquivo de novo; ele se danificou no caminho.',
  CERTS_DER_TAG: 'Baixe o arquivo de novo, e confira se ele é o que o nome diz.',
  CERTS_DER_TOO_LARGE: 'Confira se o arquivo é o que o nome diz.',
  CERTS_DER_TRAILING: 'Baixe o arquivo de novo; algo foi acrescentado ao fim.',
  CERTS_DER_TRUNCATED: 'Baixe o arquivo de novo, em modo binário; ele foi cortado.',
  CERTS_DER_VALUE: 'Baixe o arquivo de novo; ele se danificou no caminho.',
  CERTS_FILE_DAMAGED:
    'Baixe o arquivo de novo, em modo binário, e copie-o inteiro: editores, e-mail e FTP em modo texto estragam esses arquivos.',
  CERTS_FILE_EMPTY: 'Baixe o arquivo de novo, e confira se o disco não está cheio.',
  CERTS_FILE_TOO_LARGE: 'Use o arquivo certo, ou deixe-o de fora: nenhum arquivo de certificados é tão grande.',
  CERTS_FILE_UNKNOWN:
    'Use o arquivo certo, ou deixe-o de fora: no lugar de uma página (html) o próprio download, no de um caminho (path) o arquivo que ele indica; um keystore Java (jks, jceks) vira .p12 com keytool -importkeystore -deststoretype PKCS12, e a cópia de uma chave OpenSSH vira PEM com ssh-keygen -p -m PKCS8.',
  CERTS_FOUND_BANK_CERTIFICATE:
    'Guarde-o para conferir quem chama o seu webhook; o seu é o .cer da linha CERTIFICADO_VALIDADO no portal do Sicredi.',
  CERTS_FOUND_BASE64:
    'Use a cópia em PEM (pix cert convert); base64 sem essas linhas só serve em variável de ambiente.',
  CERTS_FOUND_CA_CERTIFICATE:
    'Peça um certificado de cliente: os servidores recusam uma autoridade no lugar de um cliente.',
  CERTS_FOUND_CERTIFICATE_ELSEWHERE: 'Use "{other}" como certificado.',
  CERTS_FOUND_CERTIFICATE_MISSING:
    'Baixe o certificado que o banco emitiu: no portal do Sicredi, o .cer da linha CERTIFICADO_VALIDADO.',
  CERTS_FOUND_CERTIFICATE_OF_OTHER_REQUEST:
    'Foi baixado o certificado de outra requisição: baixe o que foi emitido para "{request}".',
  CERTS_FOUND_CHAIN_AS_CERTIFICATE:
    'Use-o como cadeia; o seu certificado é o .cer da linha CERTIFICADO_VALIDADO no portal do Sicredi.',
  CERTS_FOUND_CHAIN_FOREIGN:
    'Baixe a cadeia que acompanha o certificado; guarde "{path}" só se ele confere o servidor do banco.',
  CERTS_FOUND_CHAIN_INCOMPLETE:
    'Acrescente a cadeia do banco, no Sicredi CadeiaCompletaSicredi.cer: há servidores que exigem as intermediárias.',
  CERTS_FOUND_CHAIN_ORDER: 'Use a cópia em ordem (pix cert chain).',
  CERTS_FOUND_CLIENT_AUTH_MISSING:
    'Peça ao emissor um com o uso estendido de chave clientAuth: um só de servidor não abre conexão mTLS.',
  CERTS_FOUND_DER: 'Use a cópia em PEM (pix cert convert); renomear o arquivo não muda nada.',
  CERTS_FOUND_DIGITAL_SIGNATURE_MISSING: 'Peça ao emissor um certificado com o uso de chave digitalSignature.',
  CERTS_FOUND_DUPLICATE: 'Fique com um só: um dia, apenas um deles seria renovado.',
  CERTS_FOUND_EXPIRED:
    'Peça um novo: no Sicredi, pix cert csr e Registrar Novo CSR (e depois novas credenciais); na Efí, no painel.',
  CERTS_FOUND_EXPIRING: 'Peça já o sucessor, e deixe o pix cert expiry avisar na próxima vez.',
  CERTS_FOUND_EXTENSION:
    'Dê a ele esse nome; onde se exige PEM, use a cópia (pix cert convert): renomear não converte nada.',
  CERTS_FOUND_FILE_PAGE:
    'Entre no portal do banco e baixe o próprio arquivo: foi salva uma página de login ou de erro.',
  CERTS_FOUND_ISSUER_EXPIRED: 'Baixe a cadeia atual do banco.',
  CERTS_FOUND_ISSUER_NOT_YET_VALID:
    'Confira o relógio e a data desta máquina; se estiverem certos, peça ao banco a cadeia que vale agora.',
  CERTS_FOUND_KEY_ELSEWHERE: 'Use "{other}" como chave.',
  CERTS_FOUND_KEY_ENCRYPTED:
    'Mantenha-a se o seu programa aceita senha; senão, use a cópia sem senha (pix cert convert), bem guardada.',
  CERTS_FOUND_KEY_MISMATCH:
    'Encontre a chave com que foi feita a requisição; se ela se perdeu, gere nova chave e requisição (pix cert csr).',
  CERTS_FOUND_KEY_MISSING:
    'Junte a chave feita com a requisição: APLICACAO.key, ou Download Key no portal do Sicredi; na Efí, está no .p12.',
  CERTS_FOUND_KEY_UNOPENED: 'Abra primeiro "{other}" (veja o que se diz dele), antes de gerar uma nova chave.',
  CERTS_FOUND_KEY_UNUSED: 'Guarde-a onde está o certificado dela, para que ninguém a tome pela certa.',
  CERTS_FOUND_KEY_WEAK: 'Gere uma nova chave RSA 2048 e uma nova requisição (pix cert csr), e peça a assinatura.',
  CERTS_FOUND_MAC_MISSING: 'Use a cópia com MAC (pix cert convert).',
  CERTS_FOUND_NOT_CERTIFICATE:
    'Confira se certificado, chave e cadeia não estão trocados; o seu é, no Sicredi, o .cer de CERTIFICADO_VALIDADO.',
  CERTS_FOUND_NOT_CHAIN:
    'Confira se certificado, chave e cadeia não estão trocados; a cadeia é, no Sicredi, CadeiaCompletaSicredi.cer.',
  CERTS_FOUND_NOT_KEY:
    'Confira se certificado, chave e cadeia não estão trocados; a chave foi feita com a requisição: APLICACAO.key.',
  CERTS_FOUND_NOT_YET_VALID: 'Confira o relógio e a data desta máquina; se estiverem certos, espere.',
  CERTS_FOUND_P12_LEGACY: 'Nada a fazer hoje; a cópia com AES-256 (pix cert convert) vai durar mais.',
  CERTS_FOUND_PAIR: 'Use os dois juntos, e corrija o que se diz deles.',
  CERTS_FOUND_PEM_ENCODING: 'Use a cópia simples (pix cert convert), e nenhum editor que salve assim.',
  CERTS_FOUND_PKCS7: 'Use a cópia em PEM (pix cert convert); um PKCS#7 não tem chave, então guarde a sua ao lado.',
  CERTS_FOUND_PRODUCTION_CERTIFICATE: 'Baixe do banco o certificado de homologação, ou chame os endereços de produção.',
  CERTS_FOUND_RC2:
    'Use o .p12 com AES-256 ou o par PEM (pix cert convert); não ligue o provider legacy por causa dele.',
  CERTS_FOUND_REQUEST_AS_CERTIFICATE:
    'Baixe o que o banco emitiu para ela: no portal do Sicredi, o .cer de CERTIFICADO_VALIDADO, quando aparecer.',
  CERTS_FOUND_REQUEST_OF_OTHER_KEY:
    'Não a envie: encontre a chave dela, ou gere uma nova requisição com a chave que você tem (pix cert csr).',
  CERTS_FOUND_REQUEST_SIGNATURE: 'Não a envie, o banco a recusaria: gere uma nova (pix cert csr).',
  CERTS_FOUND_ROOT_MISSING:
    'Se só falta a raiz, nada a fazer, os servidores a têm; se falta uma autoridade intermediária, junte-a.',
  CERTS_FOUND_SELF_SIGNED:
    'Envie uma requisição (pix cert csr) ao banco e use o que ele emitir; um autoassinado só serve para testes.',
  CERTS_FOUND_SEVERAL_CERTIFICATES: 'Diga qual deles é o certificado, e guarde cada par em uma pasta própria.',
  CERTS_FOUND_SIGNATURE_WEAK: 'Peça uma nova assinatura com SHA-256; o pix cert csr gera uma requisição assim.',
  CERTS_FOUND_TEST_CERTIFICATE: 'Baixe do banco o certificado de produção, ou chame os endereços de homologação.',
  CERTS_FOUND_TLS_REFUSED: 'Use o .p12 com AES-256 ou o par PEM (pix cert convert).',
  CERTS_FOUND_UNNEEDED_CERTIFICATES: 'Eles não atrapalham; a cópia sem eles é o que o TLS precisa enviar.',
  CERTS_ITERATIONS_TOO_MANY:
    'Exporte o arquivo de novo com menos rodadas; se confia nele, aumente o limite, ou diagnostique-o sozinho.',
  CERTS_KEY_INVALID: 'Baixe a chave de novo, ou exporte-a como PKCS#8.',
  CERTS_KEY_MISMATCH: 'Use a chave com que foi feita a requisição deste certificado.',
  CERTS_KEY_MISSING: 'Junte a chave privada com que foi feita a requisição.',
  CERTS_KEY_WEAK: 'Gere uma chave nova e uma requisição nova.',
  CERTS_OBJECTS_TOO_MANY: 'Divida o arquivo, ou tire o que não pertence a este cliente.',
  CERTS_OPTION_INVALID: 'Corrija a opção, ou deixe-a fora.',
  CERTS_PASSPHRASE_MISSING:
    'Informe a senha escolhida quando o arquivo foi gerado (Frase de segurança no portal do Sicredi), ou baixe a chave sem senha.',
  CERTS_PASSPHRASE_WRONG:
    'Confira a senha: maiúsculas, acentos, um espaço ou quebra de linha no fim; o .p12 da Efí não tem senha (vazia).',
  CERTS_PEM_BASE64: 'Baixe o arquivo de novo, ou copie-o inteiro, sem mudar nada.',
  CERTS_PEM_UNFINISHED: 'Copie o arquivo inteiro, da linha BEGIN à linha END.',
  CERTS_REQUEST_SIGNATURE: 'Não atenda a requisição; peça uma que tenha sido feita com a própria chave.',
  CERTS_SUBJECT_INVALID: 'Corrija o campo do titular.',
  CERTS_X509_EXTENSION_REPEATED: 'Não confie no certificado.',
  CERTS_X509_FIELD_VERSION: 'Não confie no certificado; peça ao emissor um da versão 3.',
  CERTS_X509_SIGNATURE_ALGORITHM_MISMATCH: 'Não confie no certificado.',
  CERTS_X509_VERSION: 'Confira se o arquivo é um certificado.',
}
