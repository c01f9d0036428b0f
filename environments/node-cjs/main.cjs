// `require` of ES modules: works from Node 20.19, and only as long as no module awaits at its top level.
const assert = require('node:assert/strict')

async function main() {
  const { suite } = await import('../suite.mjs')
  await suite(require)
  const imported = await import('@pixkit/core')
  assert.equal(require('@pixkit/core').PixkitError, imported.PixkitError, 'one copy for import and require')
}

main().catch((error) => {
  console.error(error)
  process.exitCode = 1
})
