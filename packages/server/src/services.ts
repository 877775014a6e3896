import { noHosts, type FileSource } from './files/file-source.ts'
import type { BadgeMaker } from './badges/badge-maker.ts'
import { plainMaker } from './badges/plain-maker.ts'
import type { MailOptions } from './mail/mail-options.ts'
import type { FileStore } from './files/file-store.ts'
import { knownEndings, largestFile } from './files/file-types.ts'
import { silent, type Log } from './log.ts'
import { createHeartbeat, type Heartbeat } from './http/heartbeat.ts'
import { createSearchLog, type SearchLog } from './search-log.ts'
import type { Synonyms } from './rules/text-search/query.ts'
import { inPlace } from './background/in-place.ts'
import type { Performer } from './background/performer.ts'
import { createRunner, type JobKinds, type Runner } from './background/runner.ts'
import type { Resources } from './resource.ts'
import { resources } from './resources.ts'
import type { SettingsRecord } from './store/records.ts'
import type { Store, Tables, Usage } from './store/store.ts'

/** The bounds of requests. */
export interface Limits {
  /** Requests of one user per minute. */
  requestsPerMinute: number
  /** Requests of one key per minute: the vendor's backend asks for all of its users. */
  keyRequestsPerMinute: number
  /** Sessions that are begun for one user per minute. */
  sessionsPerMinute: number
  /** Event streams that one user may hold open in one process of the server. */
  streamsPerUser: number
  /** Different customers that one user may ask about per hour, by a check or a registration. */
  customersPerHour: number
  /** Bytes of a JSON body. */
  bodySize: number
  /** Bytes of a JSON body with whole texts, or with many records. */
  largeBodySize: number
  /** Bytes of a file. */
  fileSize: number
  /** Bytes of a file that the vendor uploads or that is taken from an allowed host. */
  vendorFileSize: number
  /** Files of one user that no record uses yet, and their bytes together. */
  unusedFiles: Usage
  /** Files of one user at the vendor that no record uses yet, and their bytes together. */
  unusedVendorFiles: Usage
  /** Files of one partner, and their bytes together. */
  partnerFiles: Usage
  /** The endings of the names of files that are taken, such as `.pdf`. */
  fileEndings: readonly string[]
  /** Milliseconds between two beats of an event stream. */
  heartbeat: number
}

/** The options of `createApp`. */
export interface AppOptions {
  store: Store
  fileStore: FileStore
  /** The hosts from which files of assets are taken by their address; none without it. */
  fileSource?: FileSource
  /** The program of LibreOffice, which makes pages of office files; without it, their text is shown. */
  office?: string
  /** Secret keys of the vendor's backend; several, so that they can rotate. */
  apiKeys: readonly string[]
  /** Milliseconds since 1970; tests pass their own. */
  clock?: () => number
  log?: Log
  /** The address under which browsers reach this server; without it, that of each request. */
  publicUrl?: string
  /** The origin at which course files are served, and nothing else; without it, no package opens. */
  contentOrigin?: string
  /** Gives the run time of a version of SCORM as a module for browsers; without it, no SCORM course opens. */
  scormScript?: (kind: 'scorm12' | 'scorm2004') => Promise<string>
  /** Days for which a line of the audit trail is kept, 730 unless told. */
  auditDays?: number
  limits?: Partial<Limits>
  /** Signs and draws badges; without it, credentials are signed by a suite that needs no library. */
  badges?: BadgeMaker
  /** How people get messages; without it none is sent. */
  mail?: MailOptions
  /** Does the work behind the requests; without it, it is done at once in this process. */
  performer?: Performer
}

export const defaultLimits: Limits = {
  requestsPerMinute: 600,
  keyRequestsPerMinute: 60_000,
  sessionsPerMinute: 60,
  streamsPerUser: 20,
  customersPerHour: 60,
  bodySize: 1_000_000,
  largeBodySize: 16_000_000,
  fileSize: largestFile,
  vendorFileSize: 2_000_000_000,
  unusedFiles: { files: 200, bytes: 1_000_000_000 },
  unusedVendorFiles: { files: 1000, bytes: 20_000_000_000 },
  partnerFiles: { files: 50_000, bytes: 50_000_000_000 },
  fileEndings: knownEndings,
  heartbeat: 15_000,
}

const settingsAge = 5000

/** The parts of the server that every operation can reach. */
export interface Services {
  store: Store
  resources: Resources
  fileStore: FileStore
  fileSource: FileSource
  clock: () => number
  log: Log
  publicUrl: string | undefined
  contentOrigin: string | undefined
  scormScript: AppOptions['scormScript']
  auditDays: number
  limits: Limits
  heartbeat: Heartbeat
  /** Now, as records write it. */
  now(): string
  /** The vendor's settings, at most some seconds old. */
  settings(tables: Tables): Promise<SettingsRecord>
  /** The vendor's words that mean the same, at most some seconds old. */
  synonyms(tables: Tables): Promise<Synonyms>
  /** Finished searches, which become the vendor's report. */
  searchLog: SearchLog
  /** Signs and draws badges. */
  badges: BadgeMaker
  /** Takes jobs from the queue. */
  runner: Runner
  /** Does work that a request waits for, such as drawing. */
  performer: Performer
}

export function createServices(options: AppOptions, jobKinds: JobKinds = {}): Services {
  const { store, fileStore, clock = Date.now, log = silent, publicUrl } = options
  let kept: { settings: SettingsRecord; at: number } | undefined
  let same: { synonyms: Synonyms; at: number } | undefined
  const now = () => new Date(clock()).toISOString()
  const performer = options.performer ?? inPlace()
  const { fileSource = noHosts } = options
  const limits = { ...defaultLimits, ...options.limits }
  const { office } = options
  const working = { store, fileStore, fileSource, office, largestFile: limits.vendorFileSize }
  return {
    ...{ store, resources, fileStore, fileSource, limits },
    clock,
    log,
    publicUrl: publicUrl?.replace(/\/+$/, ''),
    scormScript: options.scormScript,
    contentOrigin: options.contentOrigin && new URL(options.contentOrigin).origin,
    auditDays: options.auditDays ?? 730,
    heartbeat: createHeartbeat(store, clock, (error) =>
      log.warn({ error: String(error) }, 'a sign of life was not kept'),
    ),
    now,
    searchLog: createSearchLog(store, clock),
    performer,
    runner: createRunner({ ...working, clock, log, now }, performer, jobKinds),
    badges: options.badges ?? plainMaker(),
    async settings(tables) {
      if (!kept || Math.abs(clock() - kept.at) > settingsAge)
        kept = { settings: await tables.programme.settings(), at: clock() }
      return kept.settings
    },
    async synonyms(tables) {
      if (!same || Math.abs(clock() - same.at) > settingsAge)
        same = { synonyms: await tables.programme.synonyms(), at: clock() }
      return same.synonyms
    },
  }
}
