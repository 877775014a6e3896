import { define } from '../../base/define.ts'
import { PrmKnowledgeBase } from './knowledge-base.ts'

export { PrmKnowledgeBase }

define('prm-knowledge-base', PrmKnowledgeBase)
