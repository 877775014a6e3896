import type { Me } from '@prmkit/contract'
import type { DraftScope } from './draft-shelves.ts'

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
