import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportReview } from '../../../../../src/main/export/index.ts'
import { paragraphTexts, project } from '../../../../../src/shared/document/projection.ts'
import { exportRequest, REVIEWED } from '../../../../support/export-request.ts'

/** Other programs read our review copy. Where one is not installed its tests are listed as skipped. */

const PANDOC = 'pandoc'
const OFFICE = 'soffice'
const has = (program: string): boolean => spawnSync(program, ['--version'], { timeout: 60_000 }).status === 0
let folder = ''
let file = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stet-judges-'))
  file = join(folder, 'review.docx')
  const outcome = await exportReview(exportRequest())
  if (outcome.ok) writeFileSync(file, outcome.value.bytes)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Paragraphs of pandoc's own document tree, title first. */
function pandocText(changes: 'accept' | 'reject'): readonly string[] {
  const json = execFileSync(PANDOC, [`--track-changes=${changes}`, '-f', 'docx', '-t', 'json', file], {
    encoding: 'utf8',
  })
  const tree = JSON.parse(json) as { meta: Record<string, unknown>; blocks: unknown }
  const lines: string[] = []
  collect([tree.meta['title'], tree.meta['subtitle'], tree.blocks], lines)
  return lines
}

function collect(node: unknown, lines: string[]): void {
  if (Array.isArray(node)) for (const inner of node) collect(inner, lines)
  else if (typeof node === 'object' && node !== null) {
    const { t, c } = node as { t?: string; c?: unknown }
    if (t === 'Para' || t === 'Plain' || t === 'Header' || t === 'MetaInlines') lines.push(inlineText(c))
    else collect(c, lines)
  }
}

function inlineText(node: unknown): string {
  if (Array.isArray(node)) return node.map(inlineText).join('')
  if (typeof node !== 'object' || node === null) return ''
  const { t, c } = node as { t?: string; c?: unknown }
  if (t === 'Str') return String(c)
  return t === 'Space' || t === 'SoftBreak' ? ' ' : inlineText(c)
}

describe.skipIf(!has(PANDOC))('pandoc', () => {
  test.each([
    ['accept', 'final'],
    ['reject', 'original'],
  ] as const)('%s gives the %s text', (changes, reading) => {
    const ours = paragraphTexts(project(REVIEWED, reading)).map((line) => line.trim())
    expect(pandocText(changes)).toEqual(ours.filter((line) => line !== ''))
  })
})

describe.skipIf(!has(OFFICE))('LibreOffice', () => {
  test('opens the file and shows the same number of changes and comments', { timeout: 90_000 }, () => {
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
    execFileSync(OFFICE, [profile, '--headless', '--convert-to', 'fodt', '--outdir', folder, file], {
      timeout: 80_000,
      stdio: 'ignore',
    })
    const fodt = readFileSync(join(folder, 'review.fodt'), 'utf8')
    const count = (pattern: RegExp): number => fodt.match(pattern)?.length ?? 0
    expect({
      changes: count(/<text:changed-region /g),
      comments: count(/<office:annotation /g),
      resolved: count(/<office:annotation [^>]*loext:resolved="true"/g),
    }).toEqual({ changes: 10, comments: 5, resolved: 1 })
  })
})
