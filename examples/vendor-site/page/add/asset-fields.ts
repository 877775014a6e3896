import { html, nothing, type TemplateResult } from 'lit'
import type { Folder, Product, Tier } from '@prmkit/contract'
import { words } from '../desk/words.ts'

/** The lists that the fields offer. */
export interface Lists {
  languages: readonly string[]
  /** The vendor’s time zone, in which a last day ends. */
  timeZone: string
  folders: readonly Folder[]
  products: readonly Product[]
  tiers: readonly Tier[]
}

/** The sentence about a field that is wrong, and its id for the field. */
export interface Wrong {
  text(name: string): string | undefined
}

const names = new Intl.DisplayNames(document.documentElement.lang, { type: 'language' })
const kinds: Record<string, string> = words.addKinds

/** The line below a field that says what is wrong with it. */
export const wrongLine = (name: string, { text }: Wrong): TemplateResult | typeof nothing => {
  const said = text(name)
  return said ? html`<span class="failed" id="add-${name}-wrong">${said}</span>` : nothing
}

/** The id of that line, where there is one. */
export const wrongId = (name: string, { text }: Wrong): string | typeof nothing =>
  text(name) ? `add-${name}-wrong` : nothing

/** A field for a line of text, several lines or a day. */
export function textField(
  name: string,
  label: string,
  wrong: Wrong,
  { type = 'text', maxLength = 300 }: { type?: 'text' | 'lines' | 'date'; maxLength?: number } = {},
): TemplateResult {
  const id = `add-${name}`
  const isWrong = wrong.text(name) ? 'true' : nothing
  return html`<p class="field">
    <label for=${id}>${label}</label>
    ${
      type === 'lines'
        ? html`<textarea
            id=${id}
            name=${name}
            rows="3"
            maxlength=${maxLength}
            dir="auto"
            aria-invalid=${isWrong}
            aria-describedby=${wrongId(name, wrong)}
          ></textarea>`
        : html`<input
            id=${id}
            name=${name}
            type=${type}
            maxlength=${type === 'text' ? maxLength : nothing}
            dir=${type === 'text' ? 'auto' : nothing}
            aria-invalid=${isWrong}
            aria-describedby=${wrongId(name, wrong)}
          />`
    }
    ${wrongLine(name, wrong)}
  </p>`
}

/** The language of the file. */
export const languageField = ({ languages }: Lists, wrong: Wrong): TemplateResult =>
  choice(
    'language',
    words.addLanguage,
    languages.map((value) => [value, names.of(value) ?? value]),
    wrong,
  )

/** The folder, in which the asset need not be. */
export const folderField = ({ folders }: Lists, wrong: Wrong): TemplateResult =>
  choice(
    'folder',
    words.addFolder,
    [['', words.addNoFolder], ...folders.map(({ id, title }): [string, string] => [id, title])],
    wrong,
  )

function choice(
  name: string,
  label: string,
  options: readonly (readonly [string, string])[],
  wrong: Wrong,
) {
  return html`<p class="field">
    <label for="add-${name}">${label}</label>
    <select
      id="add-${name}"
      name=${name}
      aria-invalid=${wrong.text(name) ? 'true' : nothing}
      aria-describedby=${wrongId(name, wrong)}
    >
      ${options.map(([value, text]) => html`<option value=${value}>${text}</option>`)}
    </select>
    ${wrongLine(name, wrong)}
  </p>`
}

/** The readers: tiers and kinds of partners; everybody where none is ticked. */
export function audienceFields({ tiers }: Lists, wrong: Wrong): TemplateResult {
  return html`<fieldset class="checks" aria-describedby=${wrongId('audience', wrong)}>
    <legend>${words.addAudience}</legend>
    <p class="soft">${words.addAudienceHint}</p>
    ${boxes(
      'tier',
      tiers.map(({ id, name }) => [id, name]),
    )}
    ${boxes('partnerKind', Object.entries(kinds))} ${wrongLine('audience', wrong)}
  </fieldset>`
}

/** The products that it is about. */
export function productFields({ products }: Lists, wrong: Wrong): TemplateResult {
  return html`<details>
    <summary>${words.addProducts}</summary>
    <fieldset class="checks" aria-describedby=${wrongId('products', wrong)}>
      <legend class="away">${words.addProducts}</legend>
      ${boxes(
        'product',
        products.map(({ id, name }) => [id, name]),
      )}
    </fieldset>
    ${wrongLine('products', wrong)}
  </details>`
}

const boxes = (name: string, options: readonly (readonly [string, string])[]) =>
  html`<div class="boxes">
    ${options.map(
      ([value, text]) =>
        html`<label
          ><input type="checkbox" name=${name} value=${value} /><bdi>${text}</bdi></label
        >`,
    )}
  </div>`
