import type { Person, TestApp } from './app.ts'

/** The origin of course files in these tests. */
export const contentOrigin = 'https://courses.example'

/** Opens a SCORM course as a browser does, and answers its player’s page and a way to commit. */
export async function launchScorm(
  { app, sam, enrolmentId }: Pick<TestApp, 'app'> & { sam: Person; enrolmentId: string },
  unitId?: string,
) {
  const body = { unitId, returnUrl: 'https://portal.example/training' }
  const { body: launched } = await sam.send('POST', `/enrolments/${enrolmentId}/launch`, { body })
  const page = async () => {
    const response = await app.fetch(new Request(launched.url))
    const html = await response.text()
    const [, data = 'null'] = /id="launch">([^<]*)</.exec(html) ?? []
    return { response, html, facts: JSON.parse(data) }
  }
  const { facts } = await page()
  const commit = async (said: object, isFinal = false, type = 'application/json') => {
    const url = new URL(facts.commitUrl + (isFinal ? '?final=true' : ''), contentOrigin)
    const response = await app.fetch(
      new Request(url, {
        method: 'POST',
        headers: { 'content-type': type },
        body: JSON.stringify(said),
      }),
    )
    return { status: response.status, body: await response.json() }
  }
  return { url: new URL(launched.url), page, facts, commit }
}

/** A commit of the player, as scorm-again words it. */
export const said = (
  completion: string,
  success: string,
  cmi: object = {},
  score: object = {},
) => ({
  ...{ completionStatus: completion, successStatus: success, score, totalTimeSeconds: 60 },
  runtimeData: { cmi },
})
