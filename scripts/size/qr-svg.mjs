// What a page needs that draws a code by itself: matrix and SVG. The English sentences come along, in the errors.
export { encodeQr, renderSvg } from '@pixkit/qr'
