/** The path below which files of packages stand, at the origin of course files. */
export const courseFilesPath = '/courses'
/** The path of the player page of a SCORM course, at the same origin. */
export const playerPath = '/scorm'
