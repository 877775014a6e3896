import type { Client } from '../../../base/portal.ts'
import { Certificates } from '../../../training/certificates.ts'
import { TrainingView } from './training-view.ts'

/** The certificates of the reader, those to earn, and the certified people that the company needs. */
export class TrainingCertificates extends TrainingView {
  protected override readonly heading = 'certificates'
  readonly #certificates = new Certificates(this)

  protected override async load(client: Client, signal: AbortSignal): Promise<void> {
    await this.#certificates.load(client, signal)
  }

  protected override watch(client: Client, signal: AbortSignal): void {
    this.#certificates.watch(client, signal)
  }

  protected override clear(): void {
    super.clear()
    this.#certificates.clear()
  }

  protected override content(): unknown {
    return [this.transcript('me'), this.#certificates.content(), this.calendarFeed()]
  }
}
