export * from './events.ts'
export type { PrmJsxElements } from './jsx.ts'
export { PrmBadge } from './primitives/badge/define.ts'
export { PrmButton } from './primitives/button/define.ts'
export { PrmCombobox } from './primitives/combobox/define.ts'
export { PrmDialog } from './primitives/dialog/define.ts'
export { PrmFileDrop } from './primitives/file-drop/define.ts'
export { replaceIcons } from './primitives/icon/icon.ts'
export { PrmTimeline } from './primitives/timeline/define.ts'
export { PrmAnnouncements } from './widgets/announcements/define.ts'
export { PrmArticle } from './widgets/article/define.ts'
export { PrmDealForm } from './widgets/deal-form/define.ts'
export { PrmDealList } from './widgets/deal-list/define.ts'
export { PrmLeaderboard } from './widgets/leaderboard/define.ts'
export { PrmKnowledgeBase } from './widgets/knowledge-base/define.ts'
export {
  createPartnerPortal,
  PrmPortal,
  type PartnerPortalOptions,
} from './widgets/portal/define.ts'
export { PrmTierProgress } from './widgets/tier-progress/define.ts'
export { PrmTrainingTracker } from './widgets/training-tracker/define.ts'
export { PrmSearchBox } from './widgets/search-box/define.ts'
export type { Appearance, ColorScheme } from './styles/appearance.ts'
