import type { FacetValue } from '@prmkit/contract'
import { html, nothing, type TemplateResult } from 'lit'
import { formatNumber } from '../base/values/format.ts'
import { icon } from '../primitives/icon/icon.ts'
import { chevronDown } from '../primitives/icon/icons.ts'
import { search } from '../primitives/icon/list-icons.ts'
import type { ListFilter, ListScene } from './list-definition.ts'
import type { ListItem } from './list-operations.ts'

type Read = (key: string) => string

/** Search, order, filters and saved views. */
export function toolbar<Item extends ListItem>(
  scene: ListScene<Item>,
  savedViews: unknown,
): TemplateResult {
  const { t, definition, list } = scene
  const { view } = list
  // The keys in a definition are those of its own catalog.
  const read = t as unknown as Read
  const { sorts } = definition
  const filters = definition.filters.filter(
    ({ name, isOffered }) => view.filters[name]?.length || (isOffered?.(scene) ?? true),
  )
  return html`<div class="tools" part="tools">
    ${definition.withoutSearch ? nothing : searchBox(scene)}
    ${
      Object.keys(sorts).length > 1
        ? choice(read, t('sort'), sorts, view.sort, (sort) => scene.narrow({ sort }))
        : nothing
    }
    ${filters
      .filter(({ single }) => single)
      .map(({ name, label, values }) => {
        const [usual] = Object.keys(values)
        return choice(read, read(label), values, view.filters[name]?.[0] ?? usual, (value) =>
          narrowBy(scene, name, value === usual ? [] : [value]),
        )
      })}
    ${definition.tools?.(scene) ?? nothing}
    ${filters.filter(({ single }) => !single).map((filter) => chips(scene, filter))} ${savedViews}
  </div>`
}

/** The search field of a list. */
const searchBox = <Item extends ListItem>(scene: ListScene<Item>) =>
  html`<div class="find">
    <label class="away" for="search">${scene.t('search')}</label>
    ${icon(search)}
    <input
      id="search"
      class="control"
      type="search"
      autocomplete="off"
      placeholder=${scene.t('searchHint')}
      .value=${scene.list.view.search}
      @input=${(event: Event) => scene.narrow({ search: (event.target as HTMLInputElement).value })}
    />
  </div>`

/** Narrows a list by the values of one filter. */
const narrowBy = <Item extends ListItem>(
  scene: ListScene<Item>,
  name: string,
  values: readonly string[],
) => scene.narrow({ filters: { ...scene.list.view.filters, [name]: values } })

/** One choice among named values. */
const choice = (
  read: Read,
  label: string,
  values: Readonly<Record<string, string>>,
  chosen: string | undefined,
  choose: (value: string) => void,
) =>
  html`<label class="pick"
    ><span class="small muted">${label}</span>
    <span class="combo"
      ><select
        class="control"
        @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}
      >
        ${Object.entries(values).map(
          ([value, key]) =>
            html`<option value=${value} .selected=${value === chosen}>${read(key)}</option>`,
        )}</select
      >${icon(chevronDown)}</span
    ></label
  >`

/** The values of a filter with their counts; several may be chosen, and these always stay. */
function chips<Item extends ListItem>(
  scene: ListScene<Item>,
  { name, label, values, other = 'other' }: ListFilter<ListScene<Item>>,
) {
  const { t, locale, list } = scene
  const read = t as unknown as Read
  const chosen = list.view.filters[name] ?? []
  const order = Object.keys(values)
  const facets = list.facets[name] ?? []
  const counted = [
    ...facets.filter(({ count, value }) => count || chosen.includes(value)),
    ...chosen
      .filter((value) => !facets.some((facet) => facet.value === value))
      .map((value): FacetValue => ({ value, count: 0 })),
  ].toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value))
  if (!counted.length) return nothing
  const chip = (text: unknown, pressed: boolean, next: readonly string[]) =>
    html`<button
      class="chip"
      type="button"
      aria-pressed=${pressed}
      @click=${() => narrowBy(scene, name, next)}
    >
      ${text}
    </button>`
  return html`<div class="chips" role="group" aria-label=${read(label)}>
    ${chip(t('all'), !chosen.length, [])}
    ${counted.map(({ value, label, count }) => {
      const pressed = chosen.includes(value)
      return chip(
        html`${label ?? read(values[value] ?? other)}
          <span class="muted">${formatNumber(locale, count)}</span>`,
        pressed,
        pressed ? chosen.filter((one) => one !== value) : [...chosen, value],
      )
    })}
  </div>`
}
