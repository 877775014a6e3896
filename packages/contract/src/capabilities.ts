import { Capability } from './schemas/discovery.ts'

/** Resources that belong to the capability of another one. */
const parts: Record<string, readonly Capability[]> = {
  sections: ['articles'],
  articleTasks: ['articles'],
  searches: ['articles', 'assets'],
  folders: ['assets'],
  bundles: ['assets'],
  assetUse: ['assets'],
  shares: ['asset-shares'],
  jobs: ['articles', 'assets', 'packages'],
  points: ['boards'],
  courses: ['training'],
  paths: ['training'],
  enrolments: ['training'],
  completions: ['training'],
  certifications: ['training'],
  awards: ['training'],
  requirements: ['training'],
  trainingFeed: ['training'],
}

/** The capabilities one of which a backend needs to offer a resource; none where all backends have it. */
export function capabilitiesFor(resource: string): readonly Capability[] {
  const own = Capability.safeParse(resource)
  return own.success ? [own.data] : (parts[resource] ?? [])
}
