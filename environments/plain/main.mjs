// Importing defines the element. Its events bubble, so that one listener serves all elements of the page.
import '@pixkit/element/auto'

const output = document.querySelector('output')
document.addEventListener('pix-copy', () => output?.replaceChildren('pix-copy'))
document.addEventListener('pix-error', (event) => {
  const [issue] = /** @type {CustomEvent<import('@pixkit/element').PixErrorDetail>} */ (event).detail.issues
  output?.replaceChildren(`pix-error ${issue?.code}`)
})
