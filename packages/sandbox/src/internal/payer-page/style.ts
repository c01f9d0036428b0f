/**
 * How the page looks.
 *
 * @module
 */

export const STYLE: string = `:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 40rem; padding: 1rem; }
header { display: flex; justify-content: space-between; gap: 1rem; align-items: center; padding-bottom: .75rem; border-bottom: 2px dashed currentColor; }
label { display: block; margin-top: .75rem; }
textarea, input:not([type=file]) { box-sizing: border-box; width: 100%; font: inherit; padding: .5rem; }
textarea { font-family: ui-monospace, monospace; }
#drop { border: 2px dashed currentColor; padding: 1rem; border-radius: .5rem; }
#drop.over { outline: 3px solid Highlight; }
button { font: inherit; margin-top: .75rem; padding: .5rem 1rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
dt { font-weight: 600; }
dd { margin: 0; overflow-wrap: anywhere; }
#error:not(:empty), #done:not(:empty) { border-inline-start: .4rem solid; padding: .5rem 1rem; }
#error { color: light-dark(#a40000, #ff9a9a); }
#done { color: light-dark(#006400, #90ee90); }
[hidden] { display: none; }
`
