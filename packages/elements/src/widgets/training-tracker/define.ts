import { define } from '../../base/define.ts'
import { PrmTrainingTracker } from './training-tracker.ts'

export { PrmTrainingTracker }

define('prm-training-tracker', PrmTrainingTracker)
