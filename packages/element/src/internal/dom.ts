/**
 * Makes elements without markup in strings: pages may require Trusted Types.
 *
 * @module
 */

/** An element that pages can style from outside as `::part(name)`, and the styles of this package as `[part=name]`. */
export function part<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  name: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  element.setAttribute('part', name)
  element.append(...children)
  return element
}

export function svg<Tag extends 'path' | 'svg'>(tag: Tag): SVGElementTagNameMap[Tag] {
  return document.createElementNS('http://www.w3.org/2000/svg', tag)
}

export function setAttributes(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
}
