import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const places = {
  scorm12: import.meta.resolve('scorm-again/scorm12/min'),
  scorm2004: import.meta.resolve('scorm-again/scorm2004/min'),
}

/** The run time of a version of SCORM, as a module for browsers. */
export function scormScript(kind: keyof typeof places): Promise<string> {
  return readFile(fileURLToPath(places[kind]), 'utf8')
}
