import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ExportRequest } from '../../../src/shared/model/interchange.ts'
import type { Report } from '../../../src/main/export/pdf/report.ts'

/** The files of one review, and the review. */
export type Files = {
  /** For what other programs read and write. */
  readonly folder: string
  readonly request: ExportRequest
  readonly packet: Finished
  readonly redline: Finished
  readonly clean: Finished
}

export type Finished = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly path: string
  /** What the file itself carries as its data. */
  readonly report: Report
  readonly textHash: string
  readonly text: string
}

/** What a check found: faults in words, and what could not be asked on this machine. */
export type Told = { readonly faults: string[]; readonly skipped: string[] }

export function nothing(): Told {
  return { faults: [], skipped: [] }
}

/** What another program says; null, and noted as skipped, where it is not installed. */
export function ask(told: Told, program: string, ...args: readonly string[]): string | null {
  const ran = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 28 })
  if (!ran.error) return ran.stdout + ran.stderr
  const words = `${program} is not installed`
  if (!told.skipped.includes(words)) told.skipped.push(words)
  return null
}

export async function finished(folder: string, name: string, bytes: Uint8Array): Promise<Finished> {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  const pdf = await openWithPdfJs(bytes)
  const [id] = (await pdf.getAttachments())?.keys() ?? []
  const content = id === undefined ? null : await pdf.getAttachmentContent(id)
  if (!content) throw new Error(`${name} carries no data.`)
  const data = JSON.parse(new TextDecoder().decode(content)) as Pick<Finished, 'report' | 'textHash' | 'text'>
  return { name, bytes, path, report: data.report, textHash: data.textHash, text: data.text }
}

export async function openWithPdfJs(bytes: Uint8Array) {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  return pdfjs.getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false }).promise
}
