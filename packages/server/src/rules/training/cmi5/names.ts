const adl = 'http://adlnet.gov/expapi/verbs/'
const cmi5 = 'https://w3id.org/xapi/cmi5/'

/** The verbs that a course may use in statements that cmi5 defines (cmi5, 9.3), by their name. */
export const courseVerbs = {
  initialized: `${adl}initialized`,
  completed: `${adl}completed`,
  passed: `${adl}passed`,
  failed: `${adl}failed`,
  terminated: `${adl}terminated`,
} as const
export type CourseVerb = keyof typeof courseVerbs

/** The verbs that the learning system alone uses (cmi5, 9.3). */
export const systemVerbs = {
  launched: `${adl}launched`,
  abandoned: 'https://w3id.org/xapi/adl/verbs/abandoned',
  waived: 'https://w3id.org/xapi/adl/verbs/waived',
  satisfied: 'https://w3id.org/xapi/adl/verbs/satisfied',
} as const
export type SystemVerb = keyof typeof systemVerbs

/** The verb that takes a statement back, which no course may do (cmi5, 6.3). */
export const voided = `${adl}voided`

/** The activities that mark statements (cmi5, 9.6.2). */
export const categories = {
  cmi5: `${cmi5}context/categories/cmi5`,
  moveOn: `${cmi5}context/categories/moveon`,
} as const

/** The names of extensions (cmi5, 9.5.5 and 9.6.3). */
export const extensions = {
  sessionId: `${cmi5}context/extensions/sessionid`,
  masteryScore: `${cmi5}context/extensions/masteryscore`,
  launchMode: `${cmi5}context/extensions/launchmode`,
  launchUrl: `${cmi5}context/extensions/launchurl`,
  moveOn: `${cmi5}context/extensions/moveon`,
  launchParameters: `${cmi5}context/extensions/launchparameters`,
  progress: `${cmi5}result/extensions/progress`,
  reason: `${cmi5}result/extensions/reason`,
} as const
