import { describe, expect, test } from 'vitest'
import { readPackage } from '../../../../src/main/package/read.ts'
import { parseDocument } from '../../../../src/shared/document/stored-steps.ts'
import { paragraphTexts } from '../../../../src/shared/document/projection.ts'
import { bytesOf, everythingIn } from '../../../support/package-bytes.ts'
import { DESK_WORDS, ONCE_NAMED, wholeReview } from '../../../support/package-review.ts'
import { PRIVATE_IDS, PRIVATE_WORDS, leaked } from '../../../support/private-review.ts'

/** Words are looked for in the bytes of the file and in everything that is packed in it. */

async function fileFor(audience: 'internal' | 'legal' | 'external') {
  const request = await wholeReview(audience)
  const bytes = bytesOf(request)
  return { request, bytes, all: everythingIn(bytes) }
}

describe('a package for legal', () => {
  test('holds every canary, so that missing one elsewhere says something', async () => {
    const { all, request } = await fileFor('legal')
    expect(leaked(all)).toHaveLength(Object.keys(PRIVATE_WORDS).length)
    for (const word of Object.values(DESK_WORDS)) expect(all).toContain(word)
    for (const { id } of request.people.slice(0, 1)) expect(all).toContain(id)
  })
})

describe('a package for the desk', () => {
  test('holds no word that is private to legal, nor an id of its comments, in no version either', async () => {
    const { all } = await fileFor('internal')
    expect(leaked(all)).toEqual([])
    expect(PRIVATE_IDS.filter((id) => all.includes(id))).toEqual([])
  })

  test('holds all that is for the desk', async () => {
    const { all } = await fileFor('internal')
    expect(Object.values(DESK_WORDS).filter((word) => !all.includes(word))).toEqual([])
  })

  test('says which rows were left out, by their number', async () => {
    const { request } = await fileFor('internal')
    const { writePackage } = await import('../../../../src/main/package/write.ts')
    const written = writePackage(request)
    expect(written.ok && written.value.warnings.map(({ message }) => message)).toEqual([
      'Left out for this audience: 5 comments, 1 consultation, 1 Word file.',
    ])
  })
})

describe('the Word files that are kept with an article', () => {
  test.each([
    ['legal', ['draft.docx', 'for-legal.docx']],
    ['internal', ['draft.docx']],
    ['external', []],
  ] as const)('go along with a package that is %s, as far as they may', async (audience, names) => {
    const { bytes } = await fileFor(audience)
    const back = readPackage(bytes)
    const originals = back.ok ? back.value.content.originals : []
    expect(originals.map(({ name }) => name).toSorted()).toEqual(names)
    const words = originals.map((one) => new TextDecoder().decode(one.bytes))
    expect(words.toSorted()).toEqual(names.map((name) => `The bytes of ${name}`))
  })

  test('stay at home once a comment that came with them is private to legal', async () => {
    const request = await wholeReview('internal')
    const threads = request.review.threads.map((thread) =>
      thread.audience === 'legal'
        ? {
            ...thread,
            messages: thread.messages.map((one) => ({ ...one, dateRaw: '2026-11-02T09:00:00Z' })),
          }
        : thread,
    )
    const back = readPackage(bytesOf({ ...request, review: { ...request.review, threads } }))
    expect(back.ok ? back.value.content.originals : null).toEqual([])
  })
})

describe('a source that has no name any more', () => {
  test.each(['internal', 'external'] as const)(
    'is told without it in a package that is %s',
    async (audience) => {
      const { all } = await fileFor(audience)
      const withoutSpeaker = all.replaceAll(`"speaker":"${ONCE_NAMED}"`, '')
      expect(withoutSpeaker).not.toContain(ONCE_NAMED)
      expect(all).toContain('an officer of the port')
    },
  )
})

describe('a package for readers outside', () => {
  test('tells no name, no initials and no id of anybody at the desk', async () => {
    const { all, request } = await fileFor('external')
    const byline = 'Jonah Pell'
    const named = request.people.filter(({ name }) => name !== byline && all.includes(name))
    expect(named).toEqual([])
    expect(request.people.filter(({ id }) => all.includes(id))).toEqual([])
    expect(all).not.toContain(DESK_WORDS.initials)
  })

  test('holds no word that was said at the desk, and none of who the sources are', async () => {
    const { all } = await fileFor('external')
    expect(Object.entries(DESK_WORDS).filter(([, word]) => all.includes(word))).toEqual([])
    expect(leaked(all)).toEqual([])
    expect(all).not.toContain(ONCE_NAMED)
  })

  test('holds no comment, signature, log, reply or version, and no place of a comment', async () => {
    const { bytes, request } = await fileFor('external')
    const read = readPackage(bytes)
    if (!read.ok) throw new Error(read.error.message)
    const { review, versions, files, people } = read.value.content
    const { threads, log, signOffs, custody, replies, consultations, changeDecisions, conflicts } = review
    const left = [
      threads,
      log,
      signOffs,
      custody,
      replies,
      consultations,
      changeDecisions,
      conflicts,
      versions,
    ]
    expect(left.map((rows) => rows.length)).toEqual(left.map(() => 0))
    expect(files.size).toBe(0)
    expect(people.map(({ name }) => name)).toEqual(['An editor'])
    expect(JSON.stringify(review.document)).not.toContain('"comment"')
    expect(review.claims).toHaveLength(request.review.claims.length)
  })

  test('has the words of the text, struck ones too', async () => {
    const { bytes, request } = await fileFor('external')
    const read = readPackage(bytes)
    if (!read.ok) throw new Error(read.error.message)
    const textOf = (json: unknown) => {
      const parsed = parseDocument(json)
      return parsed.ok ? paragraphTexts(parsed.doc) : []
    }
    expect(textOf(read.value.content.review.document)).toEqual(textOf(request.review.document))
  })
})
