import type { Decorator } from '@storybook/web-components-vite'
import { createMock, type Mock, type Scenario } from '@prmkit/mock'
import { html, nothing } from 'lit'
import '@prmkit/elements/portal'

/** The parameters of a widget's story. */
export interface PortalParameters {
  /** The content and the behaviour of the backend. */
  scenario?: Scenario
  /** The person who is signed in, where the scenario does not say. */
  person?: string
  /** True where the story brings its own portal. */
  withoutPortal?: boolean
  /** The language and direction of the page around the story, whatever the toolbar says. */
  lang?: string
  /** The width that the page leaves to the story, in pixels. */
  width?: number
}

const mocks = new Map<string, Mock>()

/** Gives the stories of widgets a portal over a backend of their own. */
export const inPortal: Decorator = (story, { id, title, viewMode, parameters }) => {
  // A story begins anew when it is opened again; switches and controls keep what was done.
  for (const [other, mock] of viewMode === 'story' ? mocks : [])
    if (other !== id && mocks.delete(other)) mock.close()
  const { scenario, person, withoutPortal } = parameters as PortalParameters
  if (!title.startsWith('Widgets/') || withoutPortal) return story()
  let mock = mocks.get(id)
  if (!mock) {
    mock = createMock({
      baseUrl: `https://${id}.backend.example`,
      ...(scenario && { scenario }),
      ...(person && { person }),
    })
    mocks.set(id, mock)
  }
  const { baseUrl, fetch, fetchToken } = mock
  return html`<prm-portal base-url=${baseUrl} .fetch=${fetch} .fetchToken=${fetchToken}
    >${story()}</prm-portal
  >`
}

/** Puts a story on a page of its own language, or into a narrow place. */
export const onPage: Decorator = (story, { parameters }) => {
  const { lang, width } = parameters as PortalParameters
  if (!lang && !width) return story()
  return html`<div
    lang=${lang ?? nothing}
    dir=${lang ? (lang.startsWith('ar') ? 'rtl' : 'ltr') : nothing}
    style=${width ? `max-inline-size: ${width}px` : nothing}
  >
    ${story()}
  </div>`
}

/** Lays what has no ground of its own on one, as a widget would. */
export const onPaper: Decorator = (story, { title }) =>
  title.startsWith('Primitives/') && title !== 'Primitives/Frame'
    ? html`<div class="paper">${story()}</div>`
    : story()
