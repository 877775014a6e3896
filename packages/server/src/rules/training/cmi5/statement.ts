/** A person as statements name them (xAPI, part 2, 2.4.2). */
export interface Agent {
  objectType?: 'Agent' | 'Group' | undefined
  account?: { homePage: string; name: string } | undefined
}

/** An activity as statements name it (xAPI, part 2, 2.4.4.1). */
export interface Activity {
  objectType?: 'Activity' | undefined
  id: string
  definition?: object | undefined
}

/** The ways in which activities stand around a statement (xAPI, part 2, 2.4.6.2). */
type ContextKind = 'parent' | 'grouping' | 'category' | 'other'

/** A statement as far as cmi5 has rules for it (xAPI, part 2, 2.4). */
export interface Statement {
  id?: string | undefined
  actor: Agent
  verb: { id: string; display?: Record<string, string> | undefined }
  object: Activity | { objectType: 'StatementRef'; id: string } | { objectType: 'Agent' | 'Group' }
  result?:
    | {
        score?: Partial<Record<'scaled' | 'raw' | 'min' | 'max', number | undefined>> | undefined
        success?: boolean | undefined
        completion?: boolean | undefined
        duration?: string | undefined
        extensions?: Record<string, unknown> | undefined
      }
    | undefined
  context?:
    | {
        registration?: string | undefined
        contextActivities?:
          Partial<Record<ContextKind, Activity[] | Activity | undefined>> | undefined
        extensions?: Record<string, unknown> | undefined
      }
    | undefined
  timestamp?: string | undefined
  stored?: string | undefined
  authority?: object | undefined
}

/** The ids of a statement’s activities of one kind. */
export function activityIds({ context }: Pick<Statement, 'context'>, kind: ContextKind): string[] {
  const found = context?.contextActivities?.[kind] ?? []
  return [found].flat().map(({ id }) => id)
}

/** Tells whether two agents are the same person, by the account (xAPI, part 2, 2.4.2.3). */
export function isSameAgent(one: Agent, other: Agent): boolean {
  if (!one.account || !other.account || one.objectType === 'Group') return false
  return one.account.homePage === other.account.homePage && one.account.name === other.account.name
}
