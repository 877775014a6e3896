import { html, type TemplateResult } from 'lit'
import type { Client } from '../../base/portal.ts'
import type { WidgetState } from '../../base/portal-element.ts'
import { recordAddress } from '../../base/safe-address.ts'
import { NavigateEvent } from '../../events.ts'
import { frame } from '../../primitives/frame/frame.ts'
import { Certificates } from '../../training/certificates.ts'
import { TrainingPart } from '../../training/training-part.ts'
import { partStyles } from '../../training/training-part.styles.ts'

/**
 * @summary The partner’s certificates with their validity, downloads and public pages, those to earn, and the company’s requirements.
 *
 * @slot loading - Shown while the certificates are fetched.
 * @slot empty - Shown where the portal has no training.
 * @slot error - Shown where the certificates could not be fetched.
 * @slot offline - Shown above the certificates while there is no connection.
 * @slot degraded - Shown above the certificates while something is missing.
 * @event {NavigateEvent} prm-navigate - The partner opens a course (`course`); without `course-href` the host page shows it.
 * @event {LoadErrorEvent} prm-load-error - The certificates could not be fetched.
 * @csspart frame - The card.
 */
export class PrmCertificates extends TrainingPart {
  static override styles = partStyles

  readonly #certificates = new Certificates(this)

  protected override openCourse(id: string): void {
    if (!this.emit(new NavigateEvent({ resource: 'course', id }))) return
    const address = recordAddress(this.courseHref, id)
    if (address) location.assign(address)
  }

  protected override async load(client: Client, signal: AbortSignal): Promise<WidgetState> {
    const discovery = await this.#certificates.load(client, signal)
    return this.isOffered('training', discovery) ? 'ready' : 'empty'
  }

  protected override watch(client: Client, signal: AbortSignal): void {
    this.#certificates.watch(client, signal)
  }

  protected override clear(): void {
    this.#certificates.clear()
  }

  override render(): TemplateResult {
    return frame(
      this as never,
      () =>
        html`<h2>${this.t('certificates')}</h2>
          <div class="content">${this.#certificates.content()}</div>`,
      () => html`<h2>${this.t('none')}</h2>`,
    )
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'prm-certificates': PrmCertificates
  }
}
