import { html } from 'hono/html'
import { stringsOf } from '../strings/strings.ts'
import { attribute, layout, type Page, type Visitor } from './layout.ts'

/** The academy: its courses, one of them, or another view of the training. */
export function trainingPage(visitor: Visitor, query: (name: string) => string | undefined): Page {
  const strings = stringsOf(visitor.language)
  return layout(visitor, {
    title: strings.trainingTitle,
    script: 'partners',
    portal: true,
    look: 'area',
    main: () => html`
      <hgroup>
        <h1>${strings.trainingTitle}</h1>
        <p>${strings.trainingText}</p>
      </hgroup>
      <prm-training-tracker
        course-href="/partners/training?course={id}"
        ${attribute('course-id', query('course'))}
        ${attribute('view', query('training'))}
      ></prm-training-tracker>
      <prm-certificates course-href="/partners/training?course={id}"></prm-certificates>
    `,
  })
}
