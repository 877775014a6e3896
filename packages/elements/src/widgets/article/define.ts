import { define } from '../../base/define.ts'
import { PrmArticle } from './article.ts'

export { PrmArticle }

define('prm-article', PrmArticle)
