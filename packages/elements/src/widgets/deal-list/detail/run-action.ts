import type { Deal, DealAction } from '@prmkit/contract'
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

/** An action of a registration with its fields, as the dialog asks for them. */
export function dealAction(
  scene: DealDetailScene,
  deals: Client['deals'],
  action: PartnerAction,
  deal: Deal,
): RecordAction<Deal> | undefined {
  const { t, discovery, form } = scene
  if (!discovery || !form) return undefined
  const known: ActionTexts = partnerActions[action]
  const fields = fieldsFor(t, action, deal, discovery, form)
  const asked = { ...form, sections: [{ name: 'fields', title: '', fields }] }
  return {
    name: action,
    label: t(known.label),
    hint: known.hint && t(known.hint),
    done: t(known.done),
    isDanger: known.danger,
    fields,
    undo: (after) => wayBack(scene, deals, after),
    ...(action === 'update' && { values: valuesOf(asked, deal) }),
    request({ record, values, sent }) {
      if (action === 'update') return patchOf(asked, values, record)
      return action === 'delete' ? {} : requestFor(action, sent)
    },
    async send(body, { id, ...options }) {
      const params = { id }
      if (action === 'update') return deals.update({ params, body, ...options })
      if (action !== 'delete') return deals.act({ params, body: body as DealAction, ...options })
      await deals.remove({ params, ...options })
      return undefined
    },
  }
}

/** Undoes what ended a registration, as long as the backend offers it. */
function wayBack(scene: DealDetailScene, deals: Client['deals'], ended: Deal) {
  if (!ended.allowedActions?.includes('undo')) return undefined
  const { id, revision: ifMatch } = ended
  const undo = async () => {
    scene.took(await deals.act({ params: { id }, body: { action: 'undo' }, ifMatch }))
    scene.announce(scene.t('eventUndone'))
  }
  return { label: scene.t('actUndo'), run: () => void scene.attempt(undo) }
}
