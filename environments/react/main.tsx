// React 19 sets the properties of an element and listens to its events: no wrapper is needed.
import '@pixkit/element/auto'
import type {} from '@pixkit/element/react'
import { useState } from 'react'
import { createRoot } from 'react-dom/client'

const CODE =
  '00020126400014br.gov.bcb.pix0118fulano@example.com520400005303986540510.005802BR5916Padaria Sao Joao6009Sao Paulo62130509PEDIDO12363041108'

function Checkout() {
  const [code, setCode] = useState(CODE)
  const [outcome, setOutcome] = useState('')
  return (
    <>
      <h1>Pedido 123</h1>
      <label>
        Código <input value={code} onChange={(event) => setCode(event.target.value)} />
      </label>
      <pix-qrcode
        code={code}
        onpix-copy={() => setOutcome('pix-copy')}
        onpix-error={(event) => setOutcome(`pix-error ${event.detail.issues[0]?.code}`)}
      />
      <output>{outcome}</output>
    </>
  )
}

const main = document.querySelector('main')
if (main !== null) createRoot(main).render(<Checkout />)
