import { html, LitElement, type TemplateResult } from 'lit'
import { words } from '../desk/words.ts'

type Tab = 'courses' | 'classes' | 'certificates' | 'teams' | 'mails'

const tabs: Record<Tab, string> = {
  courses: words.trainCourses,
  classes: words.trainClasses,
  certificates: words.trainCertificates,
  teams: words.trainTeams,
  mails: words.trainMails,
}

const parts: Record<Tab, TemplateResult> = {
  courses: html`<qm-course-desk></qm-course-desk>`,
  classes: html`<qm-class-desk></qm-class-desk>`,
  certificates: html`<qm-certificate-desk></qm-certificate-desk>`,
  teams: html`<qm-team-desk></qm-team-desk>`,
  mails: html`<qm-mail-desk></qm-mail-desk>`,
}

/** The courses, the classes, the certificates, the teams of partners and the mails, one at a time. */
export class TrainingDesk extends LitElement {
  static override properties = { tab: { state: true } }

  declare tab: Tab

  constructor() {
    super()
    this.tab = 'courses'
  }

  // The desk is part of the site: its styles are the site's.
  protected override createRenderRoot(): HTMLElement {
    return this
  }

  override render(): TemplateResult {
    return html`<section class="report" aria-label=${words.navTraining}>
      <div class="tabs" role="group" aria-label=${words.academy}>
        ${Object.entries(tabs).map(
          ([name, label]) =>
            html`<button aria-pressed=${name === this.tab} @click=${() => (this.tab = name as Tab)}>
              ${label}
            </button>`,
        )}
      </div>
      ${parts[this.tab]}
    </section>`
  }
}
