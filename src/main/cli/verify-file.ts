import { basename } from 'node:path'
import { canonicalText } from '../../shared/document/canonical.ts'
import type { CheckedPdf } from '../../shared/model/checked-pdf.ts'
import { parseDocument } from '../../shared/document/stored-steps.ts'
import { sha256 } from '../core/hash.ts'
import { readTextHash } from '../import/docx/text-hash.ts'
import { createWorkThread } from '../worker/client.ts'
import { readInput } from './convert.ts'
import { RefusedError } from './headless-editor.ts'
import { isPackage, runVerifyPackage } from './package-file.ts'

const DEADLINE_MS = 10_000
/** The longest of our own PDFs takes a third of it. */
const PDF_DEADLINE_MS = 30_000
const NOT_OURS =
  'This file carries no text hash of Stet. A package, a PDF or a Word file that Stet made can be verified.'

/**
 * A package is checked whole. Of a Word file: holds the final text of an exported Word file against the hash that was written into it. Prints one JSON line;
 * 0 when they agree, 1 when a word was changed since.
 */
export async function runVerifyFile(file: string): Promise<number> {
  const input = await readInput(file)
  if (!input.ok) throw new RefusedError(input.error.message)
  const bytes = input.value
  if (isPackage(file, bytes)) return runVerifyPackage(file, bytes)
  const magic = Buffer.from(bytes.subarray(0, 4)).toString('latin1')
  if (magic === '%PDF') return runVerifyPdf(file, bytes)
  if (!magic.startsWith('PK')) throw new RefusedError(NOT_OURS)
  const textHash = await hashOf(basename(file), bytes)
  const recorded = await readTextHash(bytes)
  if (recorded === null) throw new RefusedError(NOT_OURS)
  const ok = textHash.startsWith(recorded)
  console.log(JSON.stringify({ file, ok, textHash, recorded }))
  console.error(
    ok
      ? `The text is the one that was exported: ${recorded}.`
      : `The text was changed after the export: it was ${recorded}, and is ${textHash.slice(0, 12)} now.`,
  )
  return ok ? 0 : 1
}

/** A PDF is held against the text in it and against its signatures; who trusts their certificates is not asked. */
async function runVerifyPdf(file: string, bytes: Uint8Array): Promise<number> {
  const { faults, textHash, signatures } = await checkedPdf(bytes)
  console.log(JSON.stringify({ file, ok: faults.length === 0, textHash, faults, signatures }))
  if (faults.length > 0) console.error(`Not as it was: ${faults.join('; ')}.`)
  else {
    const by = signatures.map(({ signer }) => signer).join(', ')
    const signed =
      by === ''
        ? 'It is not signed.'
        : `Signed by ${by}; whether their certificates are trusted is not checked.`
    console.error(`The text is the one that was hashed: ${textHash.slice(0, 12)}. ${signed}`)
  }
  return faults.length === 0 ? 0 : 1
}

/** In a thread of its own, as the file may be anybody's: bounded in time and memory. */
async function checkedPdf(bytes: Uint8Array): Promise<CheckedPdf> {
  const thread = createWorkThread({ deadline: PDF_DEADLINE_MS })
  try {
    const checked = await thread.ask('check-pdf', { bytes })
    if (!checked.ok) throw new RefusedError(checked.error.message)
    return checked.value
  } finally {
    await thread.close()
  }
}

async function hashOf(name: string, bytes: Uint8Array): Promise<string> {
  const thread = createWorkThread({ deadline: DEADLINE_MS })
  try {
    const draft = await thread.ask('import', { name, bytes, outside: {} })
    if (!draft.ok) throw new RefusedError(draft.error.message)
    const parsed = parseDocument(draft.value.doc)
    if (!parsed.ok) throw new RefusedError(parsed.message)
    return sha256(canonicalText(parsed.doc))
  } finally {
    await thread.close()
  }
}
