import { join } from 'node:path'
import type { MethodName, Outcome } from '../../src/shared/contract.ts'
import type * as Library from './library.ts'
import type { TestLibrary } from './library.ts'
import type * as Many from './many-threads.ts'

/** What a browser test may ask of the Node process: a core on a real database, one for each test file. */

type Open = { readonly library: TestLibrary; remove(): void }
type From = { readonly testPath: string | undefined }

const open = new Map<string, Open>()

async function close(key: string): Promise<void> {
  const before = open.get(key)
  open.delete(key)
  await before?.library.core.close()
  before?.remove()
}

/** Begins a library with one article, of these lines or of so many comments; answers with its id. */
async function openLibrary({ testPath = '' }: From, draft: string | number): Promise<string> {
  await close(testPath)
  // Only tests that have a core behind them load it.
  const inFolder = (name: string) => join(import.meta.dirname, name)
  const { openTestLibrary, temporaryFolder } = (await import(inFolder('library.ts'))) as typeof Library
  const { workWithThreads } = (await import(inFolder('many-threads.ts'))) as typeof Many
  const folder = temporaryFolder()
  const work = typeof draft === 'number' ? workWithThreads(draft) : undefined
  const library = await openTestLibrary(folder.path, work)
  open.set(testPath, { library, remove: () => folder.remove() })
  const bytes = new TextEncoder().encode(String(draft))
  return (await library.must('articles.import', { name: 'draft.txt', bytes })).articleId
}

/** Bytes travel as a list of numbers. */
function arrived(args: unknown): unknown {
  const { bytes } = args as { bytes?: unknown }
  return Array.isArray(bytes) ? { ...(args as object), bytes: Uint8Array.from(bytes as number[]) } : args
}

function callCore({ testPath = '' }: From, method: MethodName, args: unknown): Promise<Outcome<unknown>> {
  const library = open.get(testPath)?.library
  if (!library) throw new Error('No library is open. Call openLibrary first.')
  return library.core.call(method, arrived(args))
}

async function closeLibrary({ testPath = '' }: From): Promise<void> {
  await close(testPath)
}

export const coreCommands = { openLibrary, callCore, closeLibrary }

declare module 'vitest/browser' {
  // An interface of Vitest, which is widened by naming it again.
  interface BrowserCommands {
    openLibrary: (draft: string | number) => Promise<string>
    callCore: (method: MethodName, args: unknown) => Promise<Outcome<unknown>>
    closeLibrary: () => Promise<void>
  }
}
