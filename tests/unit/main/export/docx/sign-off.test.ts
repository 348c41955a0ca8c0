import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readBack } from '../../../../../src/main/export/docx/read-back.ts'
import { exportReview } from '../../../../../src/main/export/index.ts'
import { importDraft } from '../../../../../src/main/import/index.ts'
import { readPackage } from '../../../../../src/main/opc/read.ts'
import { findReviewPart } from '../../../../../src/main/word/custom-part.ts'
import { paragraphTexts } from '../../../../../src/shared/document/projection.ts'
import type { SignOff } from '../../../../../src/shared/model/approval.ts'
import { personId, sourceId } from '../../../../../src/shared/model/ids.ts'
import type { ExportRequest } from '../../../../../src/shared/model/interchange.ts'
import { claimView, ruleResult, sourceRecord } from '../../../../support/claim-views.ts'
import { exportRequest } from '../../../../support/export-request.ts'
import { INES, NOON } from '../../../../support/word-content.ts'

const SIGNED = {
  seq: 1,
  slot: 'facts',
  decision: 'approve-with-conditions',
  conditions: 'Call Dov Lassiter once more.',
  personId: personId.parse(INES),
  typedName: 'Ines Calloway',
  role: 'checker',
  at: NOON,
  utcOffset: 120,
  textHash: 'c'.repeat(64),
  hash: 'd'.repeat(64),
} as SignOff

function asked(fields: Partial<ExportRequest> = {}): ExportRequest {
  const request = exportRequest({
    signOffPage: true,
    madeFrom: { versionId: 'version-7', libraryId: 'library-day' },
    ...fields,
  })
  const claim = claimView(1, {
    words: 'Costs rose to 4 million',
    results: [ruleResult('R1', { title: 'One primary source', state: 'met' })],
    sources: [
      {
        sourceId: sourceId.parse('ledger'),
        locator: '',
        note: '',
        bears: [],
        stance: 'supports',
        answer: '',
      },
    ],
  })
  const target = { kind: 'details' } as const
  const state = {
    ...request.state,
    claims: [claim],
    sources: [sourceRecord('ledger', { title: 'Port ledger', onRecord: 'on-record' })],
    slots: [
      { slot: 'facts', required: true, requiredBy: '', state: 'signed', cause: '', signOff: SIGNED },
      { slot: 'legal', required: true, requiredBy: 'R6', state: 'waiting', cause: '', signOff: null },
    ] as const,
    signOffs: [SIGNED],
    blockers: [
      { code: 'B1', title: '10 changes are open.', detail: '6 by IC.', target, causes: [] } as const,
    ],
  }
  return { ...request, state }
}

async function made(request: ExportRequest): Promise<Uint8Array> {
  const outcome = await exportReview(request)
  if (!outcome.ok) throw new Error(outcome.error.message)
  return outcome.value.bytes
}

async function textOf(bytes: Uint8Array, part = 'word/document.xml'): Promise<string> {
  return new TextDecoder().decode((await readPackage(bytes)).get(part))
}

async function words(bytes: Uint8Array): Promise<readonly string[]> {
  return paragraphTexts((await readBack(bytes)).doc)
}

/** What a reader of the page sees, a line for each paragraph. */
async function pageOf(bytes: Uint8Array): Promise<string> {
  const [, page = ''] = (await textOf(bytes)).split('ers.signoff')
  return page
    .replaceAll('</w:p>', '\n')
    .replaceAll('<w:br/>', ' / ')
    .replaceAll(/<[^>]+>/g, '')
}

describe('the sign-off page', () => {
  test('says how the review stands, untracked, in a control and under a bookmark', async () => {
    const bytes = await made(asked())
    const xml = await textOf(bytes)
    const [, page = ''] = xml.split('<w:sdt>')
    expect(page).toMatch(/w:alias w:val="Sign-off".*w:tag w:val="ers\.signoff".*sdtContentLocked/s)
    expect(page).not.toMatch(/<w:(ins|del|moveFrom|moveTo|rPrChange|pPrChange)[ >]/)
    const [id] = /(?<=<w:bookmarkStart w:id=")\d+(?=" w:name="ers_signoff")/.exec(xml) ?? []
    expect(xml).toContain(`<w:bookmarkEnd w:id="${id}"/>`)
    expect(xml).toContain('w:name="ers_signoff_end"')
    const text = await pageOf(bytes)
    for (const line of [
      'teld-taskforce-26, v7, text ',
      'Facts\nInes Calloway\nsigned\n14 Sep 2026, 14:00:00\nCall Dov Lassiter once more.; text cccc cccc cccc',
      'Legal\n\nwaiting\n\nrequired by R6',
      'B1: 10 changes are open. 6 by IC.',
      'Costs rose to 4 million\nnumber, medium risk / R1 One primary source\n',
      ': Port ledger',
      'Changes open\n',
      'Head of the record: dddd dddd dddd.',
    ]) {
      expect(text).toContain(line)
    }
  })

  test('is not there when it is not asked for', async () => {
    const bytes = await made(asked({ signOffPage: false }))
    expect(await textOf(bytes)).not.toContain('signoff')
  })

  test('tells readers outside neither names nor what only the desk knows', async () => {
    const bytes = await made(asked({ audience: 'external' }))
    const text = await pageOf(bytes)
    expect(text).toContain('Facts\nfact-checker\nsigned')
    expect(text).toContain('B1: 10 changes are open.\n')
    expect(text).not.toMatch(/Calloway|6 by IC|Head of the record|Comments open/)
    expect((await readPackage(bytes)).names.filter((name) => name.startsWith('customXml/'))).toEqual([])
  })

  test('tells readers outside of no source on background', async () => {
    const request = asked({ audience: 'external' })
    const title = 'Dov Lassiter, deputy harbour master'
    const source = sourceRecord('deputy', { title, onRecord: 'background', inText: 'an officer of the port' })
    const conditions = `Call ${title} once more.`
    const slots = request.state.slots.map((slot) =>
      slot.signOff ? { ...slot, signOff: { ...slot.signOff, conditions } } : slot,
    )
    const sources = [...request.state.sources, source]
    const text = await pageOf(await made({ ...request, state: { ...request.state, slots, sources } }))
    expect(text).not.toContain('Lassiter')
    expect(text).toContain('Call [an officer of the port] once more.')
  })

  test('stands in a clean copy, too, which is checked without it', async () => {
    const request = asked({ kind: 'docx-clean' })
    const orphan = claimView(2, { orphaned: true, quote: 'Secretive sentence', words: '' })
    const claims = [...request.state.claims, orphan]
    const bytes = await made({ ...request, state: { ...request.state, claims } })
    const text = await pageOf(bytes)
    expect(text).toContain('Ines Calloway')
    expect(text).toContain('(its words are no longer in the text)')
    expect(await textOf(bytes)).not.toContain('Secretive')
  })

  test('is left out when the file is read again', async () => {
    const plain = await made(asked({ signOffPage: false }))
    const paged = await made(asked())
    expect(await words(paged)).toEqual(await words(plain))
    const draft = await importDraft(
      { name: 'a.docx', bytes: paged, outside: {} },
      { now: 0, newId: createIds() },
    )
    expect(draft.ok && draft.value.warnings).toContainEqual({
      code: 'sign-off',
      message: 'The sign-off page of the file was left out; it is made anew with each file.',
    })
  })
})

describe('what a file says of itself', () => {
  test('is of which review it is a copy, and by what numbers its changes and comments stand in it', async () => {
    const request = asked()
    const bytes = await made(request)
    const part = findReviewPart(await readPackage(bytes))
    expect(part).toMatchObject({
      articleId: request.state.article.id,
      versionId: 'version-7',
      libraryId: 'library-day',
      kind: 'docx-review',
      textHash: request.state.textHash,
    })
    const xml = await textOf(bytes)
    const numbers = part?.changes.flatMap((one) => one.wordIds) ?? []
    expect(part?.changes.map(({ id }) => id).toSorted()).toEqual(
      request.state.changes.map(({ id }) => id as string).toSorted(),
    )
    expect(new Set(numbers).size).toBe(numbers.length)
    for (const number of numbers) expect(xml).toMatch(new RegExp(`<w:\\w+ w:id="${number}" w:author="`))
    const comments = await textOf(bytes, 'word/comments.xml')
    expect(part?.messages.map(({ id }) => id)).toEqual(
      request.state.threads.flatMap((thread) => thread.messages.map(({ id }) => id as string)),
    )
    for (const { wordId, paraId } of part?.messages ?? []) {
      expect(comments).toMatch(new RegExp(`w:id="${wordId}"(?:(?!</w:comment>).)*w14:paraId="${paraId}"`))
    }
  })
})

function createIds(): () => string {
  let count = 0
  return () => `id${(count += 1)}`
}

function resave(bytes: Uint8Array, folder: string): Uint8Array {
  writeFileSync(join(folder, 'page.docx'), bytes)
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const options = ['--headless', '--convert-to', 'docx:MS Word 2007 XML', '--outdir', join(folder, 'out')]
  const ran = spawnSync('soffice', [profile, ...options, join(folder, 'page.docx')], {
    timeout: 60_000,
    encoding: 'utf8',
  })
  expect(ran.status, ran.stderr).toBe(0)
  return readFileSync(join(folder, 'out', 'page.docx'))
}

const office = spawnSync('soffice', ['--version']).status === 0

test.skipIf(!office)(
  `a page that LibreOffice wrote again is left out as well, and the copy is still known${office ? '' : ' (skipped: no soffice on this machine)'}`,
  { timeout: 180_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stet-sign-off-'))
    try {
      for (const kind of ['docx-review', 'docx-clean'] as const) {
        const bytes = await made(asked({ kind }))
        // Twice: what a program makes of its own files is another matter.
        const again = resave(resave(bytes, folder), folder)
        expect(await textOf(again)).toContain('ers_signoff')
        const told = (await words(again)).filter((text) => text !== '')
        expect(told).toEqual((await words(bytes)).filter((text) => text !== ''))
        const part = findReviewPart(await readPackage(again))
        expect(part).toEqual(findReviewPart(await readPackage(bytes)))
        expect(part === null).toBe(kind === 'docx-clean')
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
)
