import type { PrmEventMap } from './events.ts'
import type { PrmBadge } from './primitives/badge/badge.ts'
import type { PrmButton } from './primitives/button/button.ts'
import type { PrmCombobox } from './primitives/combobox/prm-combobox.ts'
import type { PrmDialog } from './primitives/dialog/prm-dialog.ts'
import type { PrmFileDrop } from './primitives/file-drop/prm-file-drop.ts'
import type { PrmTimeline } from './primitives/timeline/timeline.ts'
import type { PrmAnnouncements } from './widgets/announcements/announcements.ts'
import type { PrmArticle } from './widgets/article/article.ts'
import type { PrmAsset } from './widgets/asset/asset.ts'
import type { PrmCertificates } from './widgets/certificates/certificates.ts'
import type { PrmContentLibrary } from './widgets/content-library/content-library.ts'
import type { PrmDealForm } from './widgets/deal-form/deal-form.ts'
import type { PrmDealList } from './widgets/deal-list/deal-list.ts'
import type { PrmLeaderboard } from './widgets/leaderboard/leaderboard.ts'
import type { PrmPortal } from './widgets/portal/portal.ts'
import type { PrmTierProgress } from './widgets/tier-progress/tier-progress.ts'
import type { PrmTrainingTracker } from './widgets/training-tracker/training-tracker.ts'
import type { PrmKnowledgeBase } from './widgets/knowledge-base/knowledge-base.ts'
import type { PrmSearchBox } from './widgets/search-box/search-box.ts'

type Question = 'label' | 'hint' | 'error' | 'name' | 'value' | 'required' | 'disabled'
type Deal = 'dealId' | 'dealHref'
type Knowledge = 'articleHref' | 'askHref' | 'withoutShortcuts'
type Source = 'baseUrl' | 'tokenUrl' | 'fetchToken' | 'fetch' | 'demo' | 'validation'
type Wording = 'locale' | 'colorScheme' | 'appearance' | 'messages' | 'icons'

/** The attributes that JSX may set on any element, as far as the libraries agree. */
interface Common<E> {
  key?: string | number | bigint | null | undefined
  ref?: { current: E | null } | ((element: E | null) => unknown) | null | undefined
  children?: unknown
  class?: string | undefined
  className?: string | undefined
  id?: string | undefined
  slot?: string | undefined
  part?: string | undefined
  lang?: string | undefined
  dir?: string | undefined
  hidden?: boolean | undefined
  style?: unknown
}

type Hyphened<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `-${Lowercase<First>}`}${Hyphened<Rest>}`
  : Name

/** Properties by their own name, and attributes by theirs. */
type Settable<E, Names extends keyof E> = {
  [Name in Names]?: E[Name] | undefined
} & { [Name in Names & string as Hyphened<Name>]?: E[Name] | undefined }

type Heard = { [Type in keyof PrmEventMap as `on${Type}`]?: (event: PrmEventMap[Type]) => void }

type Element<E, Names extends keyof E> = Common<E> & Settable<E, Names> & Heard

/** The elements as JSX knows them: merge it into the `IntrinsicElements` of your library. */
export interface PrmJsxElements {
  'prm-portal': Element<PrmPortal, Source | Wording>
  'prm-deal-form': Element<PrmDealForm, Deal | 'draftStorage' | 'withoutCheck' | 'values'>
  'prm-deal-list': Element<PrmDealList, Deal | 'registerHref' | 'assetHref'>
  'prm-announcements': Element<PrmAnnouncements, 'announcementId' | 'announcementHref'>
  'prm-leaderboard': Element<PrmLeaderboard, 'boardId' | 'compact'>
  'prm-tier-progress': Element<PrmTierProgress, 'compact'>
  'prm-training-tracker': Element<PrmTrainingTracker, 'courseId' | 'courseHref' | 'view'>
  'prm-knowledge-base': Element<
    PrmKnowledgeBase,
    Knowledge | 'articleId' | 'sectionId' | 'sectionHref' | 'search'
  >
  'prm-content-library': Element<
    PrmContentLibrary,
    'assetId' | 'assetHref' | 'folderId' | 'folderHref' | 'layout'
  >
  'prm-asset': Element<PrmAsset, 'assetId' | 'assetHref'>
  'prm-certificates': Element<PrmCertificates, 'courseHref'>
  'prm-article': Element<PrmArticle, 'articleId' | 'articleHref'>
  'prm-search-box': Element<PrmSearchBox, Knowledge | 'searchHref'>
  'prm-button': Element<PrmButton, 'variant' | 'type' | 'href' | 'disabled' | 'busy' | 'label'>
  'prm-badge': Element<PrmBadge, 'tone'>
  'prm-combobox': Element<PrmCombobox, Question | 'placeholder' | 'choices' | 'search' | 'find'>
  'prm-dialog': Element<PrmDialog, 'open' | 'heading'>
  'prm-file-drop': Element<PrmFileDrop, Question | 'accept' | 'maxFiles' | 'maxSize' | 'upload'>
  'prm-timeline': Element<PrmTimeline, 'items'>
}
