import type { CourseUnit } from '../../../store/course-packages.ts'
import { PackageError } from './package-error.ts'
import { addressIn, checkUnits, unitId, type ManifestPlace, type Structure } from './structure.ts'
import { inLanguages } from './words.ts'
import { childOf, childrenOf, type XmlElement } from './xml.ts'

/** Reads the manifest of a SCORM 1.2 or 2004 package (CAM, 3.4). */
export function readScorm(root: XmlElement, place: ManifestPlace): Structure {
  if (root.name !== 'manifest')
    throw new PackageError(`imsmanifest.xml begins with <${root.name}>, not <manifest>.`)
  const kind = kindOf(root)
  const organizations = childOf(root, 'organizations')
  const all = childrenOf(organizations, 'organization')
  const wanted = organizations?.attributes['default']
  const organization = all.find(({ attributes }) => attributes['identifier'] === wanted) ?? all[0]
  const resources = childOf(root, 'resources')
  const language = place.languages[0] ?? 'en'
  const units: CourseUnit[] = []
  const blocks: Structure['blocks'] = []
  for (const item of childrenOf(organization, 'item')) visit(item)
  checkUnits(units)
  const title = childOf(organization, 'title')?.text ?? ''
  return {
    ...{ kind, units, blocks, descriptions: [] },
    titles: title === '' ? [] : [{ language, text: title }],
  }

  /** Takes an item and those below it; answers the parts in it. */
  function visit(item: XmlElement): string[] {
    const { identifier = '', identifierref, isvisible } = item.attributes
    const inside = childrenOf(item, 'item')
    const own = identifierref !== undefined && isvisible !== 'false'
    if (own) units.push(unitOf(item, identifier, resourceOf(identifierref)))
    const ids = own ? [unitId(identifier)] : []
    if (inside.length === 0) return ids
    const block = { id: `block_${unitId(identifier)}`, unitIds: [] as string[] }
    blocks.push(block)
    block.unitIds = [...ids, ...inside.flatMap(visit)]
    return block.unitIds
  }

  function resourceOf(id: string): { resource: XmlElement; href: string } {
    const resource = childrenOf(resources, 'resource').find(
      ({ attributes }) => attributes['identifier'] === id,
    )
    const href = resource?.attributes['href']
    if (!resource || href === undefined || href === '')
      throw new PackageError(`imsmanifest.xml names the resource “${id}”, which opens nothing.`)
    const bases = [root, resources, resource].map((one) => one?.attributes['base'] ?? '')
    return { resource, href: bases.join('') + href }
  }

  function unitOf(
    item: XmlElement,
    identifier: string,
    { resource, href }: { resource: XmlElement; href: string },
  ): CourseUnit {
    const texts = [{ language, text: childOf(item, 'title')?.text || identifier }]
    const { attributes } = resource
    const isAsset = (attributes['scormtype'] ?? attributes['scormType'])?.toLowerCase() === 'asset'
    const data = (childOf(item, 'datafromlms') ?? childOf(item, 'dataFromLMS'))?.text ?? ''
    const mastery = masteryOf(item)
    const address = withParameters(href, item.attributes['parameters'])
    return {
      ...{ id: unitId(identifier), texts: inLanguages(texts, place.languages) },
      ...{ publisherId: identifier, href: addressIn(place, address, texts[0]!.text) },
      // Material that reports nothing is done when it was opened.
      moveOn: isAsset ? 'NotApplicable' : 'CompletedOrPassed',
      launchMethod: 'OwnWindow',
      ...(mastery !== undefined && { masteryScore: mastery }),
      ...(data !== '' && { launchParameters: data }),
    }
  }
}

function kindOf(root: XmlElement): 'scorm12' | 'scorm2004' {
  const version = childOf(childOf(root, 'metadata'), 'schemaversion')?.text ?? ''
  if (/2004|1\.3/.test(version)) return 'scorm2004'
  if (/^1\.[12]$/.test(version)) return 'scorm12'
  const known = JSON.stringify(root.attributes)
  if (/v1p3/.test(known)) return 'scorm2004'
  if (/rootv1p2|rootv1p1p2/.test(known)) return 'scorm12'
  throw new PackageError(
    `imsmanifest.xml has the schema version “${version.slice(0, 100)}”; SCORM 1.2 and 2004 are known.`,
  )
}

/** The least share of the points: `masteryscore` (SCORM 1.2) or `minNormalizedMeasure` (2004). */
function masteryOf(item: XmlElement): number | undefined {
  const old = childOf(item, 'masteryscore')?.text
  const objectives = childOf(childOf(item, 'sequencing'), 'objectives')
  const primary = childOf(objectives, 'primaryObjective')
  const isMeasured = primary?.attributes['satisfiedByMeasure'] === 'true'
  const least = isMeasured ? (childOf(primary, 'minNormalizedMeasure')?.text ?? '1') : undefined
  const score = old !== undefined && old !== '' ? Number(old) / 100 : Number(least ?? NaN)
  return score >= 0 && score <= 1 ? score : undefined
}

/** The address of an item with its parameters (SCORM 2004 CAM, 3.4.1.7). */
function withParameters(href: string, parameters = ''): string {
  const given = parameters.replace(/^[?&]+/, '')
  if (given === '') return href
  if (given.startsWith('#')) return href.includes('#') ? href : href + given
  return `${href}${href.includes('?') ? '&' : '?'}${given}`
}
