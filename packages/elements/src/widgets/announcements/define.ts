import { define } from '../../base/define.ts'
import { PrmAnnouncements } from './announcements.ts'

export { PrmAnnouncements }

define('prm-announcements', PrmAnnouncements)
