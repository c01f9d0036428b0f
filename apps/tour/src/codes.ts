/**
 * The codes of the tour.
 *
 * @see Manual de Padrões para Iniciação do Pix 2.10.0, sections 2.6.3 (static), 2.7.2 (dynamic), 2.8.5 (composite).
 *
 * @module
 */

export interface PublishedCode {
  /** Section of the manual. */
  readonly section: string
  readonly code: string
}

export const STATIC: PublishedCode = {
  section: '2.6.3',
  code: '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D',
}

export const DYNAMIC: PublishedCode = {
  section: '2.7.2',
  code: '00020101021226700014br.gov.bcb.pix2548pix.example.com/8b3da2f39a4140d1a91abd93113bd4415204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***630464E4',
}

export const RECURRENCE: PublishedCode = {
  section: '2.8.5.1',
  code: '00020126180014br.gov.bcb.pix5204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***80740014br.gov.bcb.pix2552pix.example.com/rec/2353c790eefb11eaadc10242ac1200026304F2DA',
}

export const STATIC_AND_RECURRENCE: PublishedCode = {
  section: '2.8.5.2',
  code: '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865406100.505802BR5913Fulano de Tal6008BRASILIA62070503***80740014br.gov.bcb.pix2552pix.example.com/rec/2353c790eefb11eaadc10242ac12000263042875',
}

export const COB_AND_RECURRENCE: PublishedCode = {
  section: '2.8.5.3',
  code: '00020101021226700014br.gov.bcb.pix2548pix.example.com/8b3da2f39a4140d1a91abd93113bd4415204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***80740014br.gov.bcb.pix2552pix.example.com/rec/2353c790eefb11eaadc10242ac1200026304FB42',
}

export const PUBLISHED: readonly PublishedCode[] = [
  STATIC,
  DYNAMIC,
  RECURRENCE,
  STATIC_AND_RECURRENCE,
  COB_AND_RECURRENCE,
]

/** The static code with another last letter in "Fulano". */
export const CHANGED_LETTER: string = STATIC.code.replace('Fulano', 'Fulana')

/**
 * The static code with object 62 one character longer than it is, and the checksum of that text: a mistake that was seen in a
 * published code. A reader that only compares the checksum is fooled.
 */
export const WRONG_LENGTH: string = STATIC.code.replace(/62070503.*/, '62080503***63040EDE')

/** The dynamic code with hyphens put into its token, as copies of the manual on the web have it. */
export const HYPHENATED: string = DYNAMIC.code.replace(
  '8b3da2f39a4140d1a91abd93113bd441',
  '8b3da2f3-9a41-40d1-a91a-bd93113bd441',
)
