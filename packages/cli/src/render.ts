/**
 * The pieces of `pix decode` for other programs in a terminal.
 *
 * @module
 */
export { chooseLanguage, LANGUAGES, type Language, type LanguageTag } from './language.ts'
export { describeCode } from './render/describe-code.ts'
export { drawIssues } from './render/draw-issues.ts'
export { drawTree } from './render/draw-tree.ts'
export { createScreen, type Screen, type Style } from './render/screen.ts'
export { visible } from './render/visible.ts'
export { hang, wrapWords } from './render/wrap.ts'
