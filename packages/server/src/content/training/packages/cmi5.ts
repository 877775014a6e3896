import type { CourseUnit } from '../../../store/course-packages.ts'
import { PackageError } from './package-error.ts'
import { addressIn, checkUnits, unitId, type ManifestPlace, type Structure } from './structure.ts'
import { inLanguages, type LanguageText } from './words.ts'
import { childOf, childrenOf, type XmlElement } from './xml.ts'

const rules = ['Passed', 'Completed', 'CompletedAndPassed', 'CompletedOrPassed', 'NotApplicable']
/** The parameters that a launch adds, which an address of a course must not have (cmi5, 8.1). */
const launchNames = ['endpoint', 'fetch', 'actor', 'registration', 'activityId']

/** Reads a course structure (cmi5, 13.1). */
export function readCmi5(root: XmlElement, place: ManifestPlace): Structure {
  if (root.name !== 'courseStructure')
    throw new PackageError(
      `cmi5.xml begins with <${root.name}>, not <courseStructure> (cmi5, 13.1).`,
    )
  const course = childOf(root, 'course')
  if (!course) throw new PackageError('cmi5.xml has no <course> (cmi5, 13.1.1).')
  const units: CourseUnit[] = []
  const blocks: Structure['blocks'] = []
  const ids = new Set([iriOf(course, 'course')])
  const titles = textsOf(course, 'title')
  for (const child of root.children) visit(child)
  checkUnits(units)
  return { kind: 'cmi5', titles, descriptions: textsOf(course, 'description'), units, blocks }

  /** Takes a part or a block; answers the parts in it. */
  function visit(element: XmlElement): string[] {
    if (element.name !== 'au' && element.name !== 'block') return []
    const id = iriOf(element, element.name)
    if (ids.has(id)) throw new PackageError(`cmi5.xml has the id “${id.slice(0, 200)}” twice.`)
    ids.add(id)
    if (element.name === 'au') {
      units.push(unitOf(element, id, place))
      return [unitId(id)]
    }
    textsOf(element, 'title')
    const block = { id: unitId(id), unitIds: [] as string[] }
    blocks.push(block)
    block.unitIds = element.children.flatMap(visit)
    return block.unitIds
  }
}

function unitOf(element: XmlElement, id: string, place: ManifestPlace): CourseUnit {
  const { moveOn = 'NotApplicable', launchMethod = 'AnyWindow', masteryScore } = element.attributes
  const titles = textsOf(element, 'title')
  const title = titles[0]!.text
  const score = Number(masteryScore)
  if (!rules.includes(moveOn))
    throw new PackageError(`“${title}” has the moveOn “${moveOn}” (cmi5, 13.1.4).`)
  if (launchMethod !== 'AnyWindow' && launchMethod !== 'OwnWindow')
    throw new PackageError(`“${title}” has the launchMethod “${launchMethod}” (cmi5, 13.1.4).`)
  if (masteryScore !== undefined && !(masteryScore.trim() !== '' && score >= 0 && score <= 1))
    throw new PackageError(`“${title}” has the masteryScore “${masteryScore}”; 0 to 1 is possible.`)
  const parameters = childOf(element, 'launchParameters')?.text ?? ''
  const key = childOf(element, 'entitlementKey')?.text ?? ''
  return {
    ...{ id: unitId(id), texts: inLanguages(titles, place.languages), publisherId: id },
    href: hrefOf(childOf(element, 'url')?.text ?? '', title, place),
    ...{ moveOn: moveOn as CourseUnit['moveOn'], launchMethod },
    ...(masteryScore !== undefined && { masteryScore: score }),
    ...(parameters !== '' && { launchParameters: parameters }),
    ...(key !== '' && { entitlementKey: key }),
  }
}

function hrefOf(url: string, title: string, place: ManifestPlace): string {
  if (url === '') throw new PackageError(`“${title}” has no <url> (cmi5, 13.1.4).`)
  if (!URL.canParse(url, 'https://package.invalid/'))
    throw new PackageError(`“${title}” has an address that cannot be read: ${url.slice(0, 200)}.`)
  const whole = new URL(url, 'https://package.invalid/')
  const taken = launchNames.find((name) => whole.searchParams.has(name))
  if (taken !== undefined)
    throw new PackageError(
      `“${title}” has “${taken}” in its address, which a launch adds (cmi5, 8.1).`,
    )
  if (!URL.canParse(url)) return addressIn(place, url, title)
  if (!/^https?:$/.test(whole.protocol))
    throw new PackageError(`“${title}” opens ${whole.protocol} and no web address.`)
  return url
}

function iriOf({ attributes }: XmlElement, name: string): string {
  const { id = '' } = attributes
  if (/^[a-z][a-z0-9+.-]*:\S+$/i.test(id)) return id
  throw new PackageError(
    `A <${name}> has the id “${id.slice(0, 200)}”, which is no IRI (cmi5, 13.1).`,
  )
}

function textsOf(element: XmlElement, name: string): LanguageText[] {
  const texts = childrenOf(childOf(element, name), 'langstring').map(({ attributes, text }) => ({
    ...{ language: attributes['lang'] ?? '', text },
  }))
  if (texts.length > 0) return texts
  throw new PackageError(`A <${element.name}> has no <${name}> with a <langstring> (cmi5, 13.1).`)
}
