/** The path below which courses report (xAPI 1.0.3). */
export const xapiPath = '/xapi'
/** The path at which a course fetches its token (cmi5, 8.2). */
export const fetchPath = '/cmi5/fetch'
