/**
 * Puts a text on the clipboard.
 *
 * @module
 */

/**
 * Copies a text, also where the page is not secure, the browser is old, or the permission is denied.
 *
 * @param field - Holds the same text. When nothing else works, it is left focused and selected, for the user to copy.
 * @returns `'done'`; `'asked'` when the browser was asked to copy the field, which fires its event `copy`; or `'refused'`.
 */
export async function copyText(text: string, field: HTMLTextAreaElement): Promise<'asked' | 'done' | 'refused'> {
  try {
    await navigator.clipboard.writeText(text)
    return 'done'
  } catch {
    field.focus()
    field.select()
    return document.execCommand('copy') ? 'asked' : 'refused'
  }
}
