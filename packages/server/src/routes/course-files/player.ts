import { languagesOf } from '../../http/headers.ts'
import { playerPage, playerPolicy, playerScript, playerStyle } from '../../rendering/player-page.ts'
import { beginningState } from '../../rules/training/scorm/state.ts'
import { unitTitle } from '../../rules/training/courses.ts'
import { offeredLanguages, wantedLanguages } from '../../rules/content/languages.ts'
import type { Services } from '../../services.ts'
import type { LaunchRecord } from '../../store/training-records.ts'
import { courseFilesPath, playerPath } from './paths.ts'
import { keptState } from './scorm-commits.ts'

/** The page in which a SCORM course of a launch runs; undefined where the launch is of no such course. */
export async function playerOf(
  services: Services,
  launch: LaunchRecord,
  grant: string,
  request: Request,
): Promise<Response | undefined> {
  const { read } = services.store
  const found = await read.packages.get(launch.packageId ?? '')
  const unit = found?.units.find(({ id }) => id === launch.unitId)
  const enrolment = await read.enrolments.get(launch.enrolmentId)
  if (!found || !unit || !enrolment || found.kind === 'cmi5') return undefined
  const user = await read.users.get(enrolment.userId)
  const offered = offeredLanguages(await services.settings(read))
  const wanted = wantedLanguages(languagesOf(request.headers.get('accept-language')), offered)
  const learner = { id: enrolment.userId, name: user?.name ?? '' }
  const kept = await keptState(read, launch)
  const page = playerPage({
    ...{ kind: found.kind, title: unitTitle(unit, wanted), returnUrl: launch.returnUrl },
    language: wanted[0] ?? offered[0] ?? 'en',
    href: `${courseFilesPath}/${grant}/${unit.href}`,
    commitUrl: `${playerPath}/${grant}/commit`,
    cmi: beginningState({ kind: found.kind, unit, launch, learner, kept }),
  })
  return new Response(request.method === 'HEAD' ? null : page, {
    headers: {
      ...{ 'content-type': 'text/html; charset=utf-8', 'content-security-policy': playerPolicy },
      'cross-origin-resource-policy': 'same-origin',
    },
  })
}

/** The scripts and the style of the player page, which are the same for every launch. */
export async function playerFile(
  { scormScript }: Services,
  name: string,
): Promise<Response | undefined> {
  const [, part, kind] = /^(player-)?(scorm12|scorm2004)\.js$/.exec(name) ?? []
  const text =
    name === 'player.css'
      ? playerStyle
      : kind === 'scorm12' || kind === 'scorm2004'
        ? part === undefined
          ? await scormScript?.(kind)
          : playerScript(kind)
        : undefined
  if (text === undefined) return undefined
  const type = name.endsWith('.css') ? 'text/css' : 'text/javascript'
  return new Response(text, {
    headers: {
      ...{ 'content-type': `${type}; charset=utf-8`, 'cache-control': 'public, max-age=3600' },
      'cross-origin-resource-policy': 'same-origin',
    },
  })
}
