import type { Outcome } from '../../../shared/contract.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import { announce } from '../../ui/announcer.tsx'
import { sizeInWords } from '../../ui/size.ts'
import { useReview } from '../review/store.ts'

/** As in the model, whose schemas the window may not load; main refuses by that one. Bytes. */
const AT_MOST = 25_000_000

export type FileProgress = { readonly label: string; readonly done: number; readonly total: number }

/** Why a file is not kept, before a byte of it is read; null when it may be. */
export function fileRefusal({ name, size }: Pick<File, 'name' | 'size'>): string | null {
  if (size === 0) return `“${name}” is empty. Nothing was kept.`
  if (size <= AT_MOST) return null
  return `“${name}” has ${sizeInWords(size)}; at most 25 MB are kept with a source. Nothing was kept: put where it lies into the address or the place instead.`
}

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
