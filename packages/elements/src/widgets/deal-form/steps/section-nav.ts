import { html, nothing, type TemplateResult } from 'lit'
import { isVisible } from '@prmkit/contract/rules'
import { effective } from '../../../forms/form-values.ts'
import type { DealFormHost } from '../host.ts'
import type { Registration } from '../registration.ts'

/** A form with fewer sections is at hand without a list of them. */
const fewest = 3

/** The list of the sections of a form, which leads to the first field of each. */
export function sectionNav(
  host: DealFormHost,
  { step, filled: { form, values } }: Registration,
): TemplateResult | typeof nothing {
  const now = effective(form, values)
  const shown = form.sections.flatMap(({ title, fields }, index) =>
    fields.some((field) => !field.hidden && isVisible(field, now)) ? [{ title, index }] : [],
  )
  if (step !== 'form' || shown.length < fewest) return nothing
  return html`<details class="sections" @focusout=${closeBehind} @keydown=${closeByKey}>
    <summary class="button quiet">${host.t('sections')}</summary>
    <ol>
      ${shown.map(
        ({ title, index }) =>
          html`<li>
            <button
              class="button quiet"
              type="button"
              @click=${(event: Event) => goTo(event, index)}
            >
              <bdi>${title}</bdi>
            </button>
          </li>`,
      )}
    </ol>
  </details>`
}

function goTo({ currentTarget }: Event, index: number) {
  const root = (currentTarget as Element).getRootNode() as ShadowRoot
  const section = root.querySelector(`#section-${index}`)?.closest('.section')
  section?.scrollIntoView({ block: 'start' })
  section
    ?.querySelector<HTMLElement>('input, select, textarea, button, summary')
    ?.focus({ preventScroll: true })
}

/** Closes the list once the focus has left it. */
function closeBehind({ currentTarget, relatedTarget }: FocusEvent) {
  const list = currentTarget as HTMLDetailsElement
  if (!list.contains(relatedTarget as Node | null)) list.open = false
}

function closeByKey(event: KeyboardEvent) {
  const list = event.currentTarget as HTMLDetailsElement
  if (event.key !== 'Escape' || !list.open) return
  event.stopPropagation()
  list.querySelector('summary')?.focus()
  list.open = false
}
