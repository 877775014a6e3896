import { define } from '../../base/define.ts'
import { PrmTimeline } from './timeline.ts'

export { PrmTimeline }

define('prm-timeline', PrmTimeline)
