import type { Node } from 'prosemirror-model'
import { canonicalText } from '../../../shared/document/canonical.ts'
import type { ExportedFile, WorkOutcome } from '../../../shared/model/interchange.ts'
import { sha256 } from '../../core/hash.ts'

/** The answer for a file that failed its own check. */
export function failed(fault: string): WorkOutcome<ExportedFile> {
  const message = `The Word file failed its own check: ${fault}. No file was written; the review is untouched.`
  return { ok: false, error: { code: 'refused', message } }
}

/** "same hash" when the copy's text hashes to what the review shows; it cannot where characters were left out. */
export function hashWords(copy: Node, textHash: string): string {
  return sha256(canonicalText(copy)) === textHash ? 'same hash' : 'same words'
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
