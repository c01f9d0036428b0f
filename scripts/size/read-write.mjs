// What a shop needs: write a code, read a code. The English sentences come along, in the errors.
export { buildBrCode, parseBrCode } from '@pixkit/brcode'
