import type { Client } from '@prmkit/client'
import type { Deal, DealAction, Form } from '@prmkit/contract'
import type { DealDiscovery } from './connect.ts'
import { isVisible } from '@prmkit/contract/rules'
import { inDays, words } from './words.ts'

/** One of the answers that can be chosen. */
export interface Option {
  value: string
  label: string
}

/** One question that an action asks before it is done. */
export interface Question {
  name: string
  label: string
  kind: 'date' | 'text' | 'line' | 'select' | 'checks' | 'lookup'
  required?: boolean
  value?: string
  /** The first day that can be chosen. */
  min?: string
  options?: readonly Option[]
  groups?: readonly { label: string; options: readonly Option[] }[]
  search?: (text: string, signal: AbortSignal) => Promise<readonly Option[]>
}

/** The facts from which the questions are made. */
export interface Ground {
  deal: Deal
  discovery: DealDiscovery
  form: Form
  client: Client
}

const actions = words.actions as Record<string, string>

/** The most likely next action, which leads the buttons. */
const leading = ['grant_extension', 'start_review', 'approve', 'reopen']

/** Tells whether an action can be done now; an approval of what was just sent in starts its review. */
export const mayDo = (action: string, { allowedActions, conflict }: Deal): boolean =>
  allowedActions.includes(action) ||
  (action === 'approve' && allowedActions.includes('start_review') && !conflict)

/** The actions of the desk on a registration, in the order of its buttons, and the leading one. */
export function deskActions(deal: Deal): { all: string[]; lead?: string } {
  const { conflict } = deal
  const possible = Object.keys(actions).filter((action) => mayDo(action, deal))
  const order = conflict?.deals.length ? ['mark_duplicate', ...leading] : leading
  const lead = order.find((action) => possible.includes(action))
  const rank = (action: string) => (action === lead ? 2 : Number(/extension/.test(action)))
  return { all: possible.sort((a, b) => rank(b) - rank(a)), ...(lead && { lead }) }
}

export const labelOf = (action: string): string => actions[action] ?? action

/** The registrations that a text finds, for choosing one. */
async function searchDeals({ client, deal }: Ground, search: string, signal: AbortSignal) {
  const query = { search: search || deal.customer.companyName, limit: 10 }
  const { items } = await client.deals.list({ query }, { signal })
  return items
    .filter(({ id }) => id !== deal.id)
    .map(({ id, number, name, customer }) => ({
      value: id,
      label: `${number} · ${customer.companyName} · ${name}`,
    }))
}

/** The questions of an action. */
export function questionsOf(action: string, ground: Ground): Question[] {
  const { deal, discovery, form } = ground
  const reason: Question[] = [
    {
      name: 'code',
      label: words.reason,
      kind: 'select',
      required: true,
      options: discovery.deals.reasons,
    },
    { name: 'text', label: words.reasonText, kind: 'text' },
  ]
  const until = (days: number): Question => ({
    name: 'until',
    label: words.until,
    kind: 'date',
    required: true,
    min: inDays(0, discovery.timeZone),
    value: inDays(days, discovery.timeZone),
  })
  switch (action) {
    case 'approve':
      return [
        until(discovery.deals.protectionDays),
        { name: 'text', label: words.note, kind: 'text' },
      ]
    case 'reopen':
      return [until(discovery.deals.protectionDays)]
    case 'grant_extension':
      return [
        {
          ...until(30),
          value: deal.protection?.extension?.until ?? inDays(30, discovery.timeZone),
        },
      ]
    case 'return':
      return [
        ...reason,
        {
          name: 'until',
          label: words.respondUntil,
          kind: 'date',
          required: true,
          min: inDays(0, discovery.timeZone),
          value: inDays(7, discovery.timeZone),
        },
        {
          name: 'fields',
          label: words.fields,
          kind: 'checks',
          required: true,
          groups: form.sections.map(({ title, fields }) => ({
            label: title,
            options: fields
              .filter((field) => !field.hidden && isVisible(field, deal))
              .map(({ pointer, label }) => ({ value: pointer, label })),
          })),
        },
      ]
    case 'reject':
    case 'decline':
    case 'refuse_extension':
      return reason
    case 'mark_duplicate': {
      const options = (deal.conflict?.deals ?? []).map(({ id, number, name, partnerName }) => ({
        value: id,
        label: [number, name, partnerName].filter(Boolean).join(' · '),
      }))
      const which = { name: 'duplicateOf', label: words.duplicateOf }
      const [first] = options
      if (first) return [{ ...which, kind: 'select', required: true, value: first.value, options }]
      const search = (text: string, signal: AbortSignal) => searchDeals(ground, text, signal)
      return [{ ...which, kind: 'lookup', search }]
    }
    case 'convert':
      return [
        { name: 'opportunity', label: words.opportunityId, kind: 'line', required: true },
        { name: 'system', label: words.opportunitySystem, kind: 'line', value: 'CRM' },
      ]
    case 'close': {
      const { won, lost, cancelled } = words
      const options = Object.entries({ won, lost, cancelled }).map(([value, label]) => ({
        value,
        label,
      }))
      return [{ name: 'outcome', label: words.outcome, kind: 'select', required: true, options }]
    }
    default:
      return []
  }
}

/** The request for an action from what was answered. */
export function requestOf(action: string, answers: FormData): DealAction {
  const get = (name: string) => String(answers.get(name) ?? '').trim()
  const text = get('text') && { text: get('text') }
  const reason = { code: get('code'), ...text }
  const optional = <Name extends string>(name: Name, from: string) =>
    (get(from) ? { [name]: get(from) } : {}) as { [Key in Name]?: string }
  switch (action) {
    case 'approve':
      return { action, protectedUntil: get('until'), ...text }
    case 'reopen':
      return { action, protectedUntil: get('until') }
    case 'grant_extension':
      return { action, until: get('until') }
    case 'return': {
      const editableFields = answers.getAll('fields').map(String)
      return { action, reason, respondUntil: get('until'), editableFields }
    }
    case 'reject':
    case 'decline':
    case 'refuse_extension':
      return { action, reason }
    case 'mark_duplicate':
      return { action, ...optional('duplicateOf', 'duplicateOf') }
    case 'convert':
      return { action, opportunity: { id: get('opportunity'), ...optional('system', 'system') } }
    case 'close':
      return { action, outcome: get('outcome') as 'won' | 'lost' | 'cancelled' }
    default:
      return { action: action as 'start_review' }
  }
}
