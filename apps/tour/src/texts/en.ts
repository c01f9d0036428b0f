/**
 * The English words of the tour.
 *
 * @module
 */

export const en = {
  title: 'pixkit: a tour of Pix',
  intro:
    'Nine stops. The first is the whole job, with a bank on this machine; most of the others are about codes that the Central Bank published in the Manual de Padrões para Iniciação do Pix 2.10.0. Everything below is computed now, and nothing leaves this machine.',
  usage: 'Usage: npm start -- [--lang en|pt-br] [--no-pause] [--no-color]',
  pause: 'Enter: next stop   q: leave ',
  source: 'Manual, section {section}',
  jobTitle: 'Charge, be paid, return a part',
  jobText:
    'A bank, a shop and a payer meet over TLS on this machine. The bank is @pixkit/sandbox: it speaks API Pix, checks the certificate of its client and signs what its locations serve. Each step shows what went over the wire (→ asked, ← answered) and the time that it took:',
  certificatesMade: 'The bank makes its authority and its certificates',
  tokenGranted: 'The shop shows its certificate and gets a token',
  chargeCreated: 'It creates a charge of R$ 37.00',
  codeRead: 'The payer reads the code of the charge',
  webhookSet: 'The shop says where it wants to be told of payments',
  chargeVerified: "The payer's bank fetches the charge and proves who signed it",
  chargePaid: 'The payer pays',
  webhookReceived: 'The bank tells the shop, which demands its certificate',
  chargeConcluded: 'The shop reads the charge again: it is paid',
  returnAsked: 'It returns R$ 12.00',
  returnDone: 'The clock of the bank is moved until the money is back',
  codeTooWide: 'This terminal is too narrow for the QR code.',
  jobAfter:
    'That was the whole job, with the calls that a real bank gets; the profile and the certificate are what changes. The same bank for your own program: "pix sandbox".',
  staticTitle: 'Read a static code',
  staticText:
    'A static code carries the key itself: anybody can write one. "pix decode" shows what it asks for and every object with id, length, name and value.',
  staticAfter:
    'No amount: the payer types it. The name is only what the code says; the app of the bank shows the one that belongs to the key.',
  dynamicTitle: 'Check a dynamic code',
  dynamicText: 'A dynamic code carries an address (location). Amount and txid stay at the bank, in a signed document.',
  dynamicAfter: 'So this code is well-formed, and nothing is known yet. Before anybody pays, an app must still:',
  dynamicTodo1: 'fetch the document from the location, over HTTPS',
  dynamicTodo2: 'verify its signature, and that key and certificate belong to that host',
  dynamicTodo3: 'see that the charge is still open, and only then show amount and receiver',
  dynamicLater: 'That is the next stop.',
  verifyTitle: 'Prove what a code charges',
  verifyText:
    'An invented bank serves a charge from this machine\'s memory. "pix verify" fetches it, takes the steps that a payer\'s bank has to take, and shows the charge only then:',
  verifyTamper: 'Now somebody on the way replaces the Pix key of the charge, to divert the money:',
  verifyAfter: 'Nothing of the forged charge was shown: its content is read only once the signature is proven.',
  compositeTitle: 'Offer a recurrence: Pix Automático',
  compositeText:
    'A second template (80 to 99) points to a recurrence. The rest of the code decides how the payer meets it: the jornada.',
  brokenTitle: 'Explain broken codes',
  brokenLetter: 'One letter of the static code was changed (Fulano → Fulana). The checksum tells:',
  brokenLength:
    'Here object 62 declares one character too many, and the checksum matches all the same: a reader that compares only the checksum accepts it. The objects tell:',
  brokenHyphens:
    'And here somebody put hyphens into the token of the dynamic code, so no length fits any more. Copies of the manual on the web have this fault:',
  encodeTitle: 'Write them again, byte for byte',
  encodeText: 'parseBrCode reads a code into an object, buildBrCode writes the object. What goes in comes out:',
  encodeSame: '{bytes} bytes, identical',
  encodeDifferent: 'different',
  askTitle: 'Ask for a payment',
  askText: 'Somebody wants R$ 25.90 by telephone key, and types the number without the country:',
  askWhy: 'Eleven digits are a CPF to the directory of keys, so nothing is guessed. With +55:',
  askRead: 'And read back:',
  askDraw: 'As a QR code, for a telephone in front of this screen (it asks for a payment to an invented key):',
  doctorTitle: 'Find out why a bank refuses a certificate',
  doctorText:
    'A bank has answered a request for a certificate, and its API says 403. It is the binary certificate, and an old key. "pix doctor" looks at all the files together:',
  doctorAfter: 'So the right key it is, and the certificate as text:',
  end: 'That was the tour. No command pix is installed yet: in this clone it is "{pix}". Try it with a code of your own:',
} as const
