import { spawn } from 'node:child_process'
import { access, constants, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Progress } from '../background/performer.ts'

/** The milliseconds for one document, of which the start takes some seconds; a slower document is shown as its text. */
const longest = 60_000
const names = ['soffice', 'libreoffice', 'soffice.exe', 'soffice.com']
/** Places where LibreOffice stands without being on the path. */
const places = [
  '/Applications/LibreOffice.app/Contents/MacOS',
  'C:\\Program Files\\LibreOffice\\program',
]

/** Finds the program of LibreOffice on a search path or where it usually stands. */
export async function findOffice(path: string): Promise<string | undefined> {
  for (const folder of [...path.split(delimiter), ...places])
    for (const name of folder === '' ? [] : names) {
      const program = join(folder, name)
      const isThere = await access(program, constants.X_OK).then(
        () => true,
        () => false,
      )
      if (isThere) return program
    }
  return undefined
}

/** Makes a PDF of an office file; undefined where LibreOffice cannot, or takes too long. */
export async function officeToPdf(
  program: string,
  { bytes, ending }: { bytes: Uint8Array; ending: string },
  progress: Progress,
  time = longest,
): Promise<Uint8Array | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'prmkit-office-'))
  // The start of LibreOffice is no standstill; `time` bounds it here.
  const alive = setInterval(progress, 1000)
  try {
    const file = join(folder, `document${ending}`)
    await writeFile(file, bytes)
    await run(program, folder, file, time)
    return new Uint8Array(await readFile(join(folder, 'document.pdf')))
  } catch {
    return undefined
  } finally {
    clearInterval(alive)
    await rm(folder, { recursive: true, force: true })
  }
}

/** Runs LibreOffice with a profile of its own: it reads nothing of the user’s, and several may run at once. */
function run(program: string, folder: string, file: string, time: number): Promise<void> {
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  const options = [
    '--headless',
    '--norestore',
    '--nolockcheck',
    '--nodefault',
    '--nofirststartwizard',
  ]
  const words = [profile, ...options, '--convert-to', 'pdf', '--outdir', folder, file]
  return new Promise((resolve, reject) => {
    // The process gets a group of its own, since the program starts others.
    const child = spawn(program, words, { stdio: 'ignore', detached: true, cwd: folder })
    const timer = setTimeout(() => process.kill(-child.pid!, 'SIGKILL'), time)
    child.once('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    child.once('exit', (code) => {
      clearTimeout(timer)
      if (code === 0) resolve()
      else reject(new Error(`It ended with ${code}.`))
    })
  })
}
