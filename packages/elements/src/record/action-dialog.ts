import { html, nothing, type TemplateResult } from 'lit'
import type { Deal, Field } from '@prmkit/contract'
import { isRequired, isVisible, setValueAt, valueAt } from '@prmkit/contract/rules'
import { isPrmError } from '@prmkit/client'
import { randomId } from '../base/random-id.ts'
import { dialog } from '../primitives/dialog/dialog.ts'
import { fieldErrors, sendable } from '../forms/field-errors.ts'
import type { FieldContext, ShownError } from '../primitives/field/context.ts'
import { field } from '../primitives/field/field.ts'
import { reason } from '../primitives/problem/problem.ts'
import { patchOf, valuesOf } from '../forms/form-changes.ts'
import { focusField } from '../primitives/field/field-id.ts'
import type { Values } from '../forms/form-values.ts'
import type { PrmDealDetail } from '../widgets/deal-list/detail/deal-detail.ts'
import {
  fieldsFor,
  partnerActions,
  requestFor,
  type PartnerAction,
} from '../widgets/deal-list/detail/deal-actions.ts'

const editing: readonly PartnerAction[] = ['resubmit', 'update']

/** One action with what it asks; keeps every answer until the backend took it. */
export class ActionDialog {
  readonly action: PartnerAction
  readonly fields: readonly Field[]
  readonly values: Values
  readonly #detail: PrmDealDetail
  readonly #context: FieldContext
  readonly #about: string
  #errors: readonly ShownError[] = []
  #trouble: unknown
  #open = true
  #busy = false
  #done = false
  // One key for one intention: a repeated press cannot do it twice.
  #keys = { patch: randomId(), act: randomId() }

  constructor(detail: PrmDealDetail, action: PartnerAction, deal: Deal, context: FieldContext) {
    const { t, discovery, form } = detail
    this.#detail = detail
    this.#context = context
    this.action = action
    this.#about = aboutOf(deal)
    this.fields = discovery && form ? fieldsFor(t, action, deal, discovery, form) : []
    this.values = editing.includes(action) && form ? this.#valuesOf(deal) : {}
  }

  /** Opens again with its answers where it was only closed: not sent, cancelled or overtaken. */
  resume(action: PartnerAction, deal: Deal): boolean {
    const same = !this.#done && action === this.action && aboutOf(deal) === this.#about
    if (same) this.#open = true
    return same
  }

  #valuesOf(deal: Deal): Values {
    return valuesOf(this.#asForm(), deal)
  }

  /** The fields as a form of their own, for what works on forms. */
  #asForm() {
    const { form } = this.#detail
    if (!form) throw new Error('The form is not loaded yet.')
    return { ...form, sections: [{ name: 'fields', title: '', fields: [...this.fields] }] }
  }

  render(deal: Deal): TemplateResult {
    const { t } = this.#detail
    const known: {
      label: 'actUpdate'
      hint?: 'askAppeal'
      danger?: true
    } = partnerActions[this.action] as never
    return dialog({
      open: this.#open,
      heading: t(known.label),
      closeLabel: t('close'),
      content: html`<form
        id="action"
        class="ask"
        novalidate
        @submit=${(event: SubmitEvent) => {
          event.preventDefault()
          void this.#send(deal)
        }}
      >
        ${known.hint ? html`<p>${t(known.hint)}</p>` : nothing}
        ${this.#trouble ? this.#said() : nothing}
        ${this.fields.filter((one) => isVisible(one, this.values)).map((one) => this.#field(one))}
      </form>`,
      actions: html`<button class="button" type="button" @click=${() => this.#cancel()}>
          ${t('cancel')}
        </button>
        <button
          class="button ${known.danger ? 'danger' : 'primary'}"
          form="action"
          aria-busy=${this.#busy}
        >
          ${t(known.label)}
        </button>`,
      onClose: () => {
        this.#open = false
        this.#detail.closeDialog()
      },
    })
  }

  #said() {
    const { t } = this.#detail
    const stale = isPrmError(this.#trouble) && this.#trouble.code === 'revision-stale'
    return html`<div class="note error" role="alert">
      <p>
        <strong>${t(stale ? 'stale' : 'notDone')}</strong>
        ${stale ? nothing : html`<br />${reason(t as never, this.#trouble)}`}
      </p>
    </div>`
  }

  #field(definition: Field) {
    const { pointer } = definition
    return field(this.#context, definition, {
      value: valueAt(this.values, pointer),
      required: isRequired(definition, this.values),
      readOnly: this.#busy,
      errors: this.#errors.filter(
        (one) => one.pointer === pointer || one.pointer.startsWith(pointer + '/'),
      ),
      onInput: (value) => {
        setValueAt(this.values, pointer, value)
        this.#errors = this.#errors.filter((one) => !one.pointer.startsWith(pointer))
        this.#keys = { patch: randomId(), act: randomId() }
        this.#detail.requestUpdate()
      },
    })
  }

  #cancel() {
    this.#open = false
    this.#done = !this.#busy
    this.#detail.requestUpdate()
  }

  async #send(deal: Deal) {
    if (this.#busy) return
    this.#trouble = undefined
    this.#errors = this.fields
      .filter((one) => isVisible(one, this.values))
      .flatMap((one) => fieldErrors(one, this.values, this.#context.today))
    this.#busy = !this.#errors.length
    this.#detail.requestUpdate()
    if (this.#errors.length) return this.#focusFirst()
    try {
      await this.#do(deal)
      this.#open = false
      this.#done = true
      if (this.action === 'delete') return void this.#detail.dispatchEvent(new Event('prm-gone'))
      this.#detail.announce(this.#detail.t(partnerActions[this.action].done))
    } catch (error) {
      // Nobody sees a dialog that was closed meanwhile.
      if (!this.#open) {
        const { t } = this.#detail
        this.#detail.announce(`${t('notDone')}: ${reason(t as never, error)}`)
      }
      this.#trouble = error
      if (isPrmError(error)) this.#errors = error.errors ?? []
      // What stands in the way of the next attempt is fetched; the answers stay.
      await this.#detail.refresh()
      this.#focusFirst()
    } finally {
      this.#busy = false
      this.#detail.requestUpdate()
    }
  }

  async #do(deal: Deal) {
    const { client } = this.#detail
    if (!client) throw new Error('The portal is not connected.')
    const params = { id: deal.id }
    let current = deal
    if (editing.includes(this.action)) {
      const body = patchOf(this.#asForm(), this.values, deal)
      if (body) {
        const idempotencyKey = this.#keys.patch
        current = await client.deals.update({
          params,
          body,
          ifMatch: deal.revision,
          idempotencyKey,
        })
        this.#detail.took(current)
        this.#keys.patch = randomId()
      }
      if (this.action === 'update') return
    }
    const options = { params, ifMatch: current.revision, idempotencyKey: this.#keys.act }
    if (this.action === 'delete') {
      await client.deals.remove(options)
      return
    }
    const sent: Values = {}
    for (const one of this.fields) {
      const value = isVisible(one, this.values) && sendable(one, valueAt(this.values, one.pointer))
      if (value !== false && value !== undefined) setValueAt(sent, one.pointer, value)
    }
    const body = requestFor(this.action as 'withdraw', sent)
    this.#detail.took(await client.deals.act({ ...options, body }))
  }

  #focusFirst() {
    void this.#detail.updateComplete.then(() => {
      const shown = this.#detail.renderRoot.querySelector('dialog')
      if (!shown || this.#errors.some(({ pointer }) => focusField(shown, pointer))) return
      shown.querySelector('[role=alert]')?.scrollIntoView({ block: 'nearest' })
    })
  }
}

const aboutOf = ({ id, revision }: Deal) => `${id} ${revision}`
