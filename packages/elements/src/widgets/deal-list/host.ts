import type { Deal, Discovery, Form } from '@prmkit/contract'
import type { Translate } from '../../base/localize.ts'
import type { Client } from '../../base/portal.ts'
import type { ListScene } from '../../list/list-definition.ts'
import type { DealDetailMessages } from '../../locales/deal-detail/catalog.ts'
import type { DealListMessages } from '../../locales/deal-list/catalog.ts'
import type { Attachments } from '../../record/attachments.ts'
import type { Conversation } from '../../record/conversation.ts'
import type { RecordHistory } from '../../record/history.ts'
import type { RecordScene } from '../../record/record-scene.ts'
import type { PartnerAction } from './detail/deal-actions.ts'

/** The list of registrations, as its rows and toolbar see it. */
export interface DealListScene extends Omit<ListScene<Deal>, 't'> {
  readonly t: Translate<DealListMessages>
  /** The address of the form on the host's site. */
  readonly registerHref: string | undefined
  /** The address of an asset on the host's site, with `{id}`. */
  readonly assetHref: string | undefined
}

/** One registration in full, as the parts of its page see it. */
export interface DealDetailScene extends Omit<RecordScene<Deal, Client['deals']>, 't'> {
  readonly t: Translate<DealDetailMessages>
  readonly client: Client | undefined
  readonly discovery: Discovery | undefined
  /** The vendor's form, with the labels of its fields. */
  readonly form: Form | undefined
  /** The instant that countdowns are counted from. */
  readonly now: number
  readonly conversation: Conversation
  readonly attachments: Attachments<Deal>
  readonly history: RecordHistory
  /** The address of the form for a registration, with `{id}`, where the host page named the form's. */
  readonly formHref: string | undefined
  /** Goes on in the form with a draft or a returned registration. */
  openForm(): void
  /** Asks for the answers that an action needs. */
  ask(action: PartnerAction): unknown
}

/** The vendor's word for the stage of a registration. */
export const stageOf = (
  discovery: Pick<Discovery, 'deals'> | undefined,
  { stage }: Deal,
): string | undefined =>
  discovery?.deals?.stages.find(({ value }) => value === stage)?.label ?? stage
