import type { Money } from '@prmkit/contract'

/** The part of a record that its form reads; a deal has it, and so does any other resource with a form. */
export interface FormRecord {
  readonly id: string
  readonly revision: number
  readonly status: string
  readonly allowedActions: readonly string[]
  /** The pointers of the fields that may be changed now. */
  readonly editableFields: readonly string[]
  /** Product lines, with the names that the backend knows for them. */
  readonly lines?: readonly {
    readonly productId: string
    readonly name?: string | undefined
    readonly sku?: string | undefined
    readonly quantity: number
    readonly unitPrice?: Money | undefined
  }[]
  readonly attachments?: readonly {
    readonly fileId: string
    readonly name: string
    readonly size?: number
    readonly status?: string
    readonly statusReason?: string | undefined
  }[]
  readonly consents?: Readonly<
    Record<string, { readonly version: string; readonly given: boolean }>
  >
}
