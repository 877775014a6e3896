import '@prmkit/elements/portal'
import '@prmkit/elements/badge'
import '@prmkit/elements/combobox'
import { CertificateDesk } from './training/certificate-desk.ts'
import { ClassDesk } from './training/class-desk.ts'
import { CourseDesk } from './training/course-desk.ts'
import { MailDesk } from './training/mail-desk.ts'
import { TeamDesk } from './training/team-desk.ts'
import { TrainingDesk } from './training/training-desk.ts'

customElements.define('qm-course-desk', CourseDesk)
customElements.define('qm-class-desk', ClassDesk)
customElements.define('qm-certificate-desk', CertificateDesk)
customElements.define('qm-team-desk', TeamDesk)
customElements.define('qm-mail-desk', MailDesk)
customElements.define('qm-training-desk', TrainingDesk)
