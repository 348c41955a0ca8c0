import type { ArticleId, FileId } from '../../shared/model/ids.ts'
import type { Context } from './context.ts'
import type { NamedFile } from './platform.ts'
import type { Clearance } from './visible.ts'

/** Finished files that wait to be saved; the oldest goes first. */
const WAITING = 8

/** A file with what its reader has to be cleared for. */
export type MadeFile = {
  readonly file: NamedFile
  readonly clearance: Clearance
  /** Of whose record it is when something is done with the file; null where it came from elsewhere, or is a log. */
  readonly articleId: ArticleId | null
}

/** Files that were made and not handed over yet, in memory. */
export function createMadeFiles({ newId }: Pick<Context, 'newId'>) {
  const files = new Map<FileId, MadeFile>()
  return {
    keep: (made: MadeFile): FileId => {
      const fileId = newId() as FileId
      files.set(fileId, made)
      const oldest = files.keys().next().value
      if (files.size > WAITING && oldest !== undefined) files.delete(oldest)
      return fileId
    },
    get: (fileId: FileId): MadeFile | null => files.get(fileId) ?? null,
  }
}

export type MadeFiles = ReturnType<typeof createMadeFiles>
