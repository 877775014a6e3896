import '@prmkit/elements/portal'
import '@prmkit/elements/article'
import '@prmkit/elements/badge'
import { ArticleTasks } from './articles/article-tasks.ts'

customElements.define('qm-article-tasks', ArticleTasks)
