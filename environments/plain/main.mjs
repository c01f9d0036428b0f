// Importing defines the element. Its events bubble, so that one listener serves all elements of the page.
import '@pixkit/element/auto'

const output = document.querySelector('output')
document.addEventListener('pix-copy', () => output?.replaceChildren('pix-copy'))
document.addEventListener('pix-error', (event) => {
  output?.replaceChildren(`pix-error ${event.detail.issues[0]?.code}`)
})
