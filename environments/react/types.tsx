// Compiled only. What an editor must know about the element in React, and must refuse.
import type { PixQrcodeElement } from '@pixkit/element'
import type {} from '@pixkit/element/react'
import { createRef } from 'react'

const ref = createRef<PixQrcodeElement>()

export const full = (
  <pix-qrcode ref={ref} code="…" level="H" lang="en" className="pix" onpix-error={(event) => event.detail.issues}>
    fallback
  </pix-qrcode>
)

// @ts-expect-error there is no such level
export const level = <pix-qrcode level="X" />

// @ts-expect-error there is no such attribute
export const misspelt = <pix-qrcode cod="…" />

const element = document.querySelector('pix-qrcode')
element?.addEventListener('pix-error', ({ detail }) => detail.issues.map(({ code, path }) => `${code} ${path.join()}`))
document.addEventListener('pix-copy', (event) => event.target)
export const code: string | undefined = element?.code
