import assert from 'node:assert/strict'
import { basename, dirname } from 'node:path'
import { describe, test } from 'node:test'
import { listFiles, read } from './sources.ts'

/** The states that every widget has, whatever it shows. */
const states = [
  ...['Loading', 'Offline', 'SessionOver', 'Failed', 'BrokenAnswers', 'NewerBackend'],
  ...['LongTexts', 'HostileTexts', 'Narrow', 'German', 'Arabic'],
]

const files = listFiles().filter((file) => file.startsWith('packages/elements/src/'))
const stories = files.filter((file) => /\/widgets\/.*\.stories\.ts$/.test(file))
const opened = (file: string) =>
  [...read(file).matchAll(/^export const (\w+)/gm)].map(([, name]) => name!)

for (const file of stories) {
  const name = basename(file, '.stories.ts')
  // A portal shows nothing of its own, and a second file adds to the stories of the first.
  if (name === 'portal' || name !== basename(dirname(file))) continue
  test(`${name} has a story for each state of a widget`, () => {
    assert.deepEqual(
      states.filter((state) => !opened(file).includes(state)),
      [],
    )
  })
}

/** The stories in which each file that opens a dialog shows it. */
const dialogs: Record<string, readonly string[]> = {
  'articles/picture.ts': ['article PictureDialog'],
  'assets/asset-shares.ts': ['asset ShareDialog'],
  'assets/asset-template.ts': ['asset TemplateDialog'],
  // Its own test asks for one of each action.
  'widgets/deal-list/detail/deal-detail.ts': ['deal-list DialogClose'],
  'widgets/content-library/share-chosen.ts': ['content-library ShareChosen'],
}

test('every dialog of a widget has a story that waits until it is open', () => {
  const opening = files.filter(
    (file) =>
      !/\.(test|stories)\.ts$|\/(primitives|record)\//.test(file) &&
      /showModal\(|new ActionDialogs?\b/.test(read(file)),
  )
  const names = opening.map((file) => file.replace('packages/elements/src/', ''))
  const unopened = names.flatMap((file) =>
    (dialogs[file] ?? [`no story of ${file}`]).filter((story) => !isOpened(story)),
  )

  assert.ok(names.length > 4, names.join())
  assert.deepEqual(unopened, [])
})

/** Tells whether a story such as `asset ShareDialog` waits for an open dialog. */
function isOpened(story: string): boolean {
  const [widget, name] = story.split(' ')
  const file = stories.find((one) => one.endsWith(`/${widget}.stories.ts`))
  const [, body = ''] = (file ? read(file) : '').split(new RegExp(`^export const ${name}\\b`, 'm'))
  return /dialog\[open\]|= dialog\(/.test(body.split(/^export const/m)[0]!)
}

/** The texts of states by their file, with the story file that shows each under the same name. */
const shown: readonly [texts: string, keys: RegExp, stories: string][] = [
  ['unseen', /^  (unseen(?!Retry)\w+):/gm, 'portal/portal.stories.ts'],
  ['deal-form-later', /^  (failed(?!Title)\w+):/gm, 'deal-form/deal-form.drafts.stories.ts'],
  [
    'deal-form-later',
    /^  (saved\w+|rivalSent|rivalGone):/gm,
    'deal-form/deal-form.drafts.stories.ts',
  ],
]

describe('each state that a text tells has a story of its name', () => {
  for (const [texts, keys, file] of shown)
    test(`${texts} in ${basename(file)}, ${keys.source}`, () => {
      const found = [...read(`packages/elements/src/locales/${texts}/en.ts`).matchAll(keys)]
      const names = found.map(([, key = '']) => key[0]!.toUpperCase() + key.slice(1))

      assert.ok(names.length > 3, names.join())
      assert.deepEqual(
        names.filter((name) => !opened(`packages/elements/src/widgets/${file}`).includes(name)),
        [],
      )
    })
})
