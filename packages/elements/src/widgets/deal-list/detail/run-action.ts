import type { Deal } from '@prmkit/contract'
import type { Client } from '../../../base/portal.ts'
import { patchOf, valuesOf } from '../../../forms/form-changes.ts'
import type { RecordAction } from '../../../record/record-action.ts'
import type { DealDetailScene } from '../host.ts'
import {
  fieldsFor,
  partnerActions,
  requestFor,
  type ActionTexts,
  type PartnerAction,
} from './deal-actions.ts'

/** The actions that change fields before they do anything else. */
const editing: readonly PartnerAction[] = ['resubmit', 'update']

/** An action of a registration with its fields, as the dialog asks for them. */
export function dealAction(
  { t, discovery, form }: DealDetailScene,
  deals: Client['deals'],
  action: PartnerAction,
  deal: Deal,
): RecordAction<Deal> | undefined {
  if (!discovery || !form) return undefined
  const known: ActionTexts = partnerActions[action]
  const fields = fieldsFor(t, action, deal, discovery, form)
  const asked = { ...form, sections: [{ name: 'fields', title: '', fields }] }
  const isEditing = editing.includes(action)
  return {
    name: action,
    label: t(known.label),
    hint: known.hint && t(known.hint),
    done: t(known.done),
    isDanger: known.danger,
    fields,
    ...(isEditing && { values: valuesOf(asked, deal) }),
    async run({ record, values, sent, key }) {
      const params = { id: record.id }
      const body = isEditing && patchOf(asked, values, record)
      let current = record
      if (body) {
        const ifMatch = record.revision
        const idempotencyKey = key(`update ${ifMatch}`)
        current = await deals.update({ params, body, ifMatch, idempotencyKey })
      }
      if (action === 'update') return current
      const options = { params, ifMatch: current.revision, idempotencyKey: key('act') }
      if (action !== 'delete') return deals.act({ ...options, body: requestFor(action, sent) })
      await deals.remove(options)
      return undefined
    },
  }
}
