// The workspace's own files as data, for the tests that hold rules about them.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

export const root = join(import.meta.dirname, '..')

export type Import = { from: string; to: string; kind: 'value' | 'type' | 'dynamic' }

/** Every file that is or would be committed, relative to the root. */
export function listFiles(): string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard', '-z']
  const output = execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1e8 })
  return output.split('\0').filter((file) => file !== '' && existsSync(join(root, file)))
}

export function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

export const isTest = (file: string) =>
  /\.(test|stories)\.ts$/.test(file) || /^(packages\/[^/]+\/)?test\//.test(file)

export const isGenerated = (file: string) => /^\/[/*]+ (@)?generated/i.test(read(file).slice(0, 20))

/** The imports of a file; relative ones are resolved to a path from the root. */
export function importsOf(file: string, text = read(file)): Import[] {
  const code = text.replaceAll(/^\s*(\/\/|\*|\/\*).*$/gm, '')
  const found: Import[] = []
  const statement =
    /^\s*(import|export)\s+(type\s+)?(?:([\w*{][^'"`;]*?)\s*from\s*)?['"]([^'"]+)['"]/gm
  for (const [, , type, names, to = ''] of code.matchAll(statement)) {
    found.push({ from: file, to, kind: type || onlyTypes(names) ? 'type' : 'value' })
  }
  for (const { 1: to = '', index } of code.matchAll(/\bimport\(\s*['"`]([^'"`]+)['"`]/g)) {
    const typeOnly = /(typeof|:|<|\|)\s*$/.test(code.slice(0, index))
    found.push({ from: file, to, kind: typeOnly ? 'type' : 'dynamic' })
  }
  return found.map((each) => ({
    ...each,
    to: each.to.startsWith('.') ? posix.join(posix.dirname(file), each.to) : each.to,
  }))
}

/** `{ type A, type B }` leaves nothing at run time. */
function onlyTypes(names: string | undefined): boolean {
  const list = /^\{([^}]*)\}$/.exec(names?.trim() ?? '')?.[1]
  const parts = list?.split(',').filter((part) => part.trim() !== '') ?? []
  return parts.length > 0 && parts.every((part) => part.trim().startsWith('type '))
}
