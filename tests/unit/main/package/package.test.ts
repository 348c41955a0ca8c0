import { describe, expect, test } from 'vitest'
import { exportReview } from '../../../../src/main/export/index.ts'
import { readPackage } from '../../../../src/main/package/read.ts'
import { writePackage } from '../../../../src/main/package/write.ts'
import { reviewContent } from '../../../../src/shared/exchange/review-content.ts'
import { sortContent } from '../../../../src/shared/exchange/sort-content.ts'
import type { ReadPackage } from '../../../../src/shared/exchange/package.ts'
import { exportRequest } from '../../../support/export-request.ts'
import { bytesOf } from '../../../support/package-bytes.ts'
import { forge, forgeManifest, forgeRow, rewrite } from '../../../support/package-edits.ts'
import { wholeReview } from '../../../support/package-review.ts'

function read(bytes: Uint8Array): ReadPackage {
  const outcome = readPackage(bytes)
  if (!outcome.ok) throw new Error(outcome.error.message)
  return outcome.value
}

function refusal(bytes: Uint8Array): string {
  const outcome = readPackage(bytes)
  return outcome.ok ? 'It was read.' : outcome.error.message
}

describe('a package', () => {
  test('is read as it was written', async () => {
    const request = await wholeReview('legal')
    const { content } = read(bytesOf(request))
    expect(reviewContent.parse(content.review)).toEqual(reviewContent.parse(sortContent(request.review)))
    expect(content.versions.map(({ version }) => version)).toEqual(
      request.versions.map(({ version }) => version),
    )
    expect(content.versions.map(({ document }) => document)).toEqual(
      request.versions.map(({ document }) => document),
    )
    expect(content.files).toEqual(request.files)
    expect(content.manifest).toMatchObject(request.manifest)
  })

  test('keeps halves of characters as they are', async () => {
    const request = await wholeReview('legal')
    const { review } = request
    const [first, ...threads] = review.threads
    const [message] = first?.messages ?? []
    if (!first || !message) throw new Error('no comment')
    const halved = { ...first, messages: [{ ...message, text: 'Half \ud83d of it' }] }
    const { content } = read(bytesOf({ ...request, review: { ...review, threads: [halved, ...threads] } }))
    expect(content.review.threads.find(({ id }) => id === first.id)).toEqual(halved)
  })

  test('of the same review has the same bytes, in whatever order its rows come', async () => {
    const request = await wholeReview('legal')
    const { review } = request
    const turned = { ...review, threads: review.threads.toReversed(), claims: review.claims.toReversed() }
    const again = bytesOf({ ...request, review: turned, people: request.people.toReversed() })
    expect(again.equals(bytesOf(request))).toBe(true)
  })

  test('has the same digest however its pages lie', async () => {
    const bytes = bytesOf(await wholeReview('legal'))
    const otherwise = rewrite(bytes, (db) => db.exec('PRAGMA page_size = 1024; VACUUM'))
    expect(otherwise.equals(bytes)).toBe(false)
    expect(read(otherwise)).toEqual(read(bytes))
  })

  test('names nobody’s roles', async () => {
    const { people } = read(bytesOf(await wholeReview('internal'))).content
    expect(people.length).toBeGreaterThan(1)
    expect(
      people.flatMap((person) => Object.keys(person)).filter((key) => /role|outside/i.test(key)),
    ).toEqual([])
  })

  test('that would not read back is not handed out', async () => {
    const request = await wholeReview('legal')
    const written = writePackage({ ...request, people: [] })
    expect(written.ok ? '' : written.error.message).toMatch(
      /^The package does not read back, and was not kept\./,
    )
  })
})

describe('a package of a newer Stet', () => {
  const newer = (bytes: Buffer) => forgeManifest(bytes, 'format', 3)

  test('is read where it says that it can be, without what is unknown here', async () => {
    const bytes = bytesOf(await wholeReview('legal'))
    const withMore = forge(newer(forgeManifest(bytes, 'mood', 'calm')), (db) =>
      db.exec("INSERT INTO record VALUES ('poll', 'one', '{}'), ('poll', 'two', '{}')"),
    )
    const withField = forgeRow(withMore, 'claim', 0, (body) => ({ ...body, weight: 3 }))
    const { isNewer, ignored, content } = read(withField)
    expect(isNewer).toBe(true)
    expect(ignored).toEqual(['“mood” of its manifest', '2 of the unknown kind “poll”'])
    expect(content.review).toEqual(read(bytes).content.review)
  })

  test('is refused where it says that it cannot, with the Stet that is needed', async () => {
    const bytes = forgeManifest(newer(bytesOf(await wholeReview('legal'))), 'readableBy', 3)
    expect(refusal(forgeManifest(bytes, 'app', '3.1.0'))).toBe(
      'This package was written by a newer Stet (Stet 3.1.0, format 3), and this one cannot read it. ' +
        'Update Stet, or ask for Word or PDF. Nothing was taken from it.',
    )
  })
})

describe('what is no package', () => {
  test('is called what it is', async () => {
    const word = await exportReview(exportRequest())
    const library = rewrite(bytesOf(await wholeReview('legal')), (db) => db.pragma('user_version = 90'))
    const foreign = rewrite(library, (db) => db.pragma('application_id = 1'))
    const files = [
      new Uint8Array(),
      word.ok ? word.value.bytes : new Uint8Array(),
      Buffer.from('%PDF-1.7 and more'),
      Buffer.from('Harbour digging stops'),
      library,
      foreign,
    ]
    expect(files.map((file) => /: (.*)\. Nothing/.exec(refusal(file))?.[1])).toEqual([
      'the file is empty',
      'it is a ZIP file, as Word files are',
      'it is a PDF',
      'it is a file of another kind',
      'it is a whole library of Stet',
      'it is a database of another program',
    ])
  })
})

describe('what was changed in a package', () => {
  test.each([
    ['log-event', { summary: 'Nothing.' }, /log event 1.* was changed after it was written/],
    ['sign-off', { typedName: 'Petra Sund' }, /signature 1.* was changed after it was written/],
    ['claim', { id: 'another' }, /a claim is kept under the name of another/],
  ])('is named: %s', async (kind, change, words) => {
    const bytes = bytesOf(await wholeReview('legal'))
    expect(refusal(forgeRow(bytes, kind, 0, (body) => ({ ...body, ...change })))).toMatch(words)
  })

  test('a trigger is named, and never runs', async () => {
    const bytes = bytesOf(await wholeReview('legal'))
    const forged = forge(bytes, (db) =>
      db.exec('CREATE TRIGGER more AFTER INSERT ON record BEGIN DELETE FROM record; END'),
    )
    expect(refusal(forged)).toContain('it holds a trigger “more” that no package has')
  })
})
