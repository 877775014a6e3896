import type { Me } from '@prmkit/contract'

/** The owner and the name of a draft: only the same user of the same partner finds it again. */
export interface DraftScope {
  /** The address of the backend. */
  readonly baseUrl: string
  readonly userId: string
  readonly partnerId: string
  /** The name of the form or field that the draft is for. */
  readonly name: string
}

/** Unsent input as it is kept. */
export interface Draft<Content = unknown> {
  /** The version of the form it was written for. */
  readonly version: string
  /** Another one after each change, so that two tabs notice each other. */
  readonly stamp: string
  readonly savedAt: number
  /** When it was kept by the backend's clock, where that was known; only this one counts its age. */
  readonly at?: number | undefined
  readonly content: Content
}

/** The scope of a draft; its name is made of parts such as the form and the record. */
export const draftScope = (
  { baseUrl }: { readonly baseUrl: string },
  me: Me | undefined,
  ...name: string[]
): DraftScope => ({
  baseUrl,
  userId: me?.user.id ?? '',
  partnerId: me?.partner?.id ?? '',
  name: name.join('/'),
})
