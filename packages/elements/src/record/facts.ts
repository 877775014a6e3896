import { html, nothing, type TemplateResult } from 'lit'

/** One fact with its name; nothing where it is empty. */
export const fact = (label: string, value: unknown): TemplateResult | typeof nothing =>
  value
    ? html`<div>
        <dt class="small muted">${label}</dt>
        <dd>${value}</dd>
      </div>`
    : nothing

/** A text with a direction of its own. */
export const plain = (text: string | undefined): unknown => text && html`<bdi>${text}</bdi>`

/** Several names in one line, joined as the language joins them; each has a direction of its own. */
export const listed = (locale: string, names: readonly string[]): readonly unknown[] | undefined =>
  names.length
    ? new Intl.ListFormat(locale, { style: 'narrow' })
        .formatToParts(names)
        .map(({ type, value }) => (type === 'element' ? plain(value) : value))
    : undefined

/** Several texts below each other. */
export const lines = (parts: readonly (string | undefined)[]): readonly unknown[] =>
  parts.filter(Boolean).map((part, index) => html`${index ? html`<br />` : nothing}${plain(part)}`)

/** A link where the text is a web address, and the text where it is not. */
export const webLink = (address: string | undefined): unknown =>
  address && /^https?:\/\//i.test(address)
    ? html`<a href=${address} target="_blank" rel="noopener noreferrer"
        ><bdi>${address.replace(/^https?:\/\/(www\.)?|\/$/gi, '')}</bdi></a
      >`
    : plain(address)

/** A link to the reader's mail program, where the address is one. */
export const mailLink = (address: string): unknown =>
  /^[^\s@?&%]+@[^\s@?&%]+$/.test(address)
    ? html`<a href="mailto:${address}"
        ><bdi>${address.replace(/@.*/, '@')}<wbr />${address.replace(/.*@/, '')}</bdi></a
      >`
    : plain(address)

/** A link that dials a number. */
export const phoneLink = (number: string): TemplateResult =>
  html`<a href="tel:${number.replaceAll(/[^+\d]/g, '')}"><bdi dir="ltr">${number}</bdi></a>`
