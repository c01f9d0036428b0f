/**
 * The class behind the element, made only where there is a page: at the top of a module `extends HTMLElement` would break
 * server rendering.
 *
 * @module
 */
import type { QrLevel } from '@pixkit/qr/encode-qr'
import type { PixErrorDetail, PixQrcodeElement } from '../pix-qrcode-element.ts'
import { type Card, createCard } from './card.ts'
import { closestLang, languageOf } from './language.ts'
import { levelOf } from './picture.ts'
import { applyStyles } from './styles.ts'
import { type View, viewOf } from './view.ts'

/** A new class each time: a class can be registered under one name only. */
export function createElementClass(): CustomElementConstructor {
  return class extends HTMLElement implements PixQrcodeElement {
    static readonly observedAttributes: readonly string[] = ['code', 'lang', 'level']

    readonly #card: Card
    readonly #observer: MutationObserver
    /** What was read last, and from which text. */
    #read: { readonly code: string; readonly view: View } | undefined
    /** The view whose errors were reported. */
    #reported: View | undefined
    #planned = false

    constructor() {
      super()
      const root = this.attachShadow({ mode: 'open' })
      applyStyles(root)
      this.#card = createCard(root, () => this.#fire('pix-copy'))
      this.#observer = new MutationObserver(() => this.#plan())
    }

    get code(): string {
      return this.getAttribute('code') ?? ''
    }

    set code(value: string | null | undefined) {
      this.#reflect('code', value)
    }

    get level(): QrLevel {
      return levelOf(this.getAttribute('level'))
    }

    set level(value: QrLevel | null | undefined) {
      this.#reflect('level', value)
    }

    get issues(): View['issues'] {
      return this.#view().issues
    }

    connectedCallback(): void {
      this.#upgrade('code')
      this.#upgrade('level')
      // The language may be that of any ancestor, in any shadow tree around.
      let root = this.getRootNode()
      for (;;) {
        this.#observer.observe(root, { attributes: true, attributeFilter: ['lang'], subtree: true })
        if (!(root instanceof ShadowRoot)) break
        root = root.host.getRootNode()
      }
      this.#plan()
    }

    disconnectedCallback(): void {
      this.#observer.disconnect()
      this.#card.rest()
    }

    attributeChangedCallback(): void {
      this.#plan()
    }

    /** Renders once for all changes of this turn, before the page is painted. */
    #plan(): void {
      if (this.#planned) return
      this.#planned = true
      queueMicrotask(() => {
        this.#planned = false
        if (this.isConnected) this.#render()
      })
    }

    #render(): void {
      const view = this.#view()
      this.#card.show(view, languageOf(closestLang(this)), this.level)
      if (view === this.#reported) return
      this.#reported = view
      if (view.state === 'error') this.#fire('pix-error', { issues: view.issues })
    }

    #view(): View {
      const { code } = this
      if (this.#read?.code !== code) this.#read = { code, view: viewOf(code) }
      return this.#read.view
    }

    #fire(name: string, detail?: PixErrorDetail): void {
      this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }))
    }

    #reflect(name: string, value: string | null | undefined): void {
      if (value === null || value === undefined) this.removeAttribute(name)
      else this.setAttribute(name, value)
    }

    /** A property that was set before the class was there hides the accessor. */
    #upgrade(name: 'code' | 'level'): void {
      if (!Object.hasOwn(this, name)) return
      const value = this[name]
      delete (this as Partial<Record<typeof name, string>>)[name]
      this.#reflect(name, value)
    }
  }
}
