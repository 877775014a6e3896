import type { Field } from '@prmkit/contract'
import type { Caller } from './caller.ts'
import type { Target } from './target.ts'
import { fileFor, sendFile, settled } from './upload.ts'

/** Ready files for registrations of a form that requires one; each is used once. */
export class FileStock {
  readonly #ids = new Map<Caller, string[]>()
  readonly #target: Target
  readonly #field: Field | undefined
  readonly #wanted: readonly (readonly [caller: Caller, count: number])[]

  constructor(
    target: Target,
    field: Field | undefined,
    wanted: readonly (readonly [caller: Caller, count: number])[],
  ) {
    this.#target = target
    this.#field = field
    this.#wanted = wanted
  }

  /** Uploads as many as are missing; none for a form that requires no file. */
  async fill(): Promise<void> {
    const field = this.#field
    if (!field) return
    for (const [caller, count] of this.#wanted) {
      const ids = this.#ids.get(caller) ?? []
      this.#ids.set(caller, ids)
      while (ids.length < count) {
        const { id } = await sendFile(this.#target, caller, fileFor(field))
        await settled(this.#target, caller, id)
        ids.push(id)
      }
    }
  }

  /** The id of a file that no registration has; undefined where none is left. */
  take(caller: Caller): string | undefined {
    return this.#ids.get(caller)?.pop()
  }
}
