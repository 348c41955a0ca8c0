import type { Outcome } from '../../../shared/contract.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import { announce } from '../../ui/announcer.tsx'
import { useReview } from '../review/store.ts'
import { fileRefusal } from './file-refusal.ts'

export type FileProgress = { readonly label: string; readonly done: number; readonly total: number }

async function readBytes(file: File, tell: (done: number) => void): Promise<Uint8Array> {
  const bytes = new Uint8Array(file.size)
  const reader = file.stream().getReader()
  let done = 0
  for (;;) {
    const piece = await reader.read()
    if (piece.done) return bytes.subarray(0, done)
    bytes.set(piece.value, done)
    done += piece.value.length
    tell(done)
  }
}

/**
 * Keeps a file with a source, as it is: nothing here opens it. `tell` hears how far it is, and null at the end. Answers
 * with the reason when it was not kept.
 */
export async function keepFile(
  articleId: string,
  sourceId: string,
  file: File,
  tell: (progress: FileProgress | null) => void,
): Promise<string | null> {
  const why = fileRefusal(file)
  if (why !== null) {
    announce(why)
    return why
  }
  const step = (label: string, done: number): void => tell({ label, done, total: file.size })
  try {
    step(`Reading ${file.name}`, 0)
    const bytes = await readBytes(file, (done) => step(`Reading ${file.name}`, done))
    step(`Keeping ${file.name}`, file.size)
    const args = { articleId, sourceId, name: file.name, bytes }
    return finish(await useReview.getState().act('sources.keepFile', args), file.name)
  } catch {
    // The browser says no more than that: the file is gone, or may not be read.
    const words = `“${file.name}” could not be read. Nothing was kept; choose it again.`
    announce(words)
    return words
  } finally {
    tell(null)
  }
}

function finish(outcome: Outcome<ReviewState>, name: string): string | null {
  announce(outcome.ok ? `${name} is kept with the source.` : outcome.error.message)
  return outcome.ok ? null : outcome.error.message
}
