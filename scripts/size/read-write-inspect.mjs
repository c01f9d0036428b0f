export { buildBrCode, inspectBrCode, parseBrCode } from '@pixkit/brcode'
