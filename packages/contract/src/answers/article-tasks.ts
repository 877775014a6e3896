// Generated from routes.ts; see generate.ts.
import { ArticleTask } from '../schemas/articles/article-tasks.ts'

/** The schemas of the answers of `articleTasks`; in brackets where pages hold them. */
export const answers = {
  list: [ArticleTask],
  act: ArticleTask,
}
