/**
 * @module Prevents checks of something that is not what users install: packs every package once, for all of them.
 *
 *     node scripts/pack.mjs FOLDER   leaves FOLDER/tarballs/*.tgz and FOLDER/consumer, a project that has them installed
 */
import { resolve } from 'node:path'
import { pack } from './lib/packed.mjs'

const [folder] = process.argv.slice(2)
if (folder === undefined) {
  console.error('Usage: node scripts/pack.mjs FOLDER')
  process.exit(2)
}
const { tarballs } = await pack(resolve(folder))
for (const tarball of tarballs) console.log(tarball)
