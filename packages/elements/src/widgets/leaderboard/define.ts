import { define } from '../../base/define.ts'
import { PrmLeaderboard } from './leaderboard.ts'

export { PrmLeaderboard }

define('prm-leaderboard', PrmLeaderboard)
