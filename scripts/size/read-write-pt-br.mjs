export { buildBrCode, parseBrCode } from '@pixkit/brcode'
export { messages, remedies } from '@pixkit/brcode/messages/pt-br'
