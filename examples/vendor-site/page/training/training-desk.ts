import { html } from 'lit'
import { words } from '../desk/words.ts'
import { DeskTabs } from '../parts/desk-tabs.ts'

/** The courses, the classes, the certificates, the teams of partners and the mails, one at a time. */
export class TrainingDesk extends DeskTabs {
  constructor() {
    super(words.navTraining, words.academy, [
      [words.trainCourses, html`<qm-course-desk></qm-course-desk>`],
      [words.trainClasses, html`<qm-class-desk></qm-class-desk>`],
      [words.trainCertificates, html`<qm-certificate-desk></qm-certificate-desk>`],
      [words.trainTeams, html`<qm-team-desk></qm-team-desk>`],
      [words.trainMails, html`<qm-mail-desk></qm-mail-desk>`],
    ])
  }
}
