import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pseudonymiser } from './pseudonym.ts'

const person = { id: 'user_ada', name: 'Ada Byron', email: 'ada@north.example' }
const pseudonym = { id: 'gone_1', name: 'Former user', email: 'gone_1@erased.invalid' }
const rewrite = pseudonymiser(person, pseudonym)

test('an id, a name and an address go wherever they stand', () => {
  const record = {
    ownerUserId: 'user_ada',
    author: { userId: 'user_ada', name: 'Ada Byron', side: 'partner' },
    text: 'Ask Ada Byron (ADA@north.example).',
    subjects: ['north/user_ada', 'north/user_bo'],
    marks: { user_ada: true },
  }

  assert.deepEqual(rewrite(record), {
    ownerUserId: 'gone_1',
    author: { userId: 'gone_1', name: 'Former user', side: 'partner' },
    text: 'Ask Former user (gone_1@erased.invalid).',
    subjects: ['north/gone_1', 'north/user_bo'],
    marks: { gone_1: true },
  })
})

test('another person of the same name, longer ids and longer words stay', () => {
  const record = {
    author: { userId: 'user_bo', name: 'Ada Byron' },
    ids: ['user_adam', 'user_ada-2'],
    text: 'Ada Byronova',
  }

  assert.equal(rewrite(record), record)
})

test('a name of one word goes where it stands for itself, not from the midst of a text', () => {
  const short = pseudonymiser({ ...person, name: 'Ada' }, pseudonym)

  assert.deepEqual(short({ name: 'Ada', side: 'partner', text: 'Ada is a language' }), {
    ...{ name: 'Former user', side: 'partner', text: 'Ada is a language' },
  })
})
