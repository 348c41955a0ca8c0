import { join } from 'node:path'
import type { MethodName, Outcome } from '../../src/shared/contract.ts'
import type { TestLibrary } from './library.ts'

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

/** Begins a library with one article; answers with its id. */
async function openLibrary({ testPath = '' }: From, draft: string): Promise<string> {
  await close(testPath)
  // Only tests that have a core behind them load it.
  const path = join(import.meta.dirname, 'library.ts')
  const { openTestLibrary, temporaryFolder } = (await import(path)) as typeof import('./library.ts')
  const folder = temporaryFolder()
  const library = await openTestLibrary(folder.path)
  open.set(testPath, { library, remove: folder.remove })
  const bytes = new TextEncoder().encode(draft)
  return (await library.must('articles.import', { name: 'draft.txt', bytes })).articleId
}

function callCore({ testPath = '' }: From, method: MethodName, args: unknown): Promise<Outcome<unknown>> {
  const library = open.get(testPath)?.library
  if (!library) throw new Error('No library is open. Call openLibrary first.')
  return library.core.call(method, args)
}

async function closeLibrary({ testPath = '' }: From): Promise<void> {
  await close(testPath)
}

export const coreCommands = { openLibrary, callCore, closeLibrary }

declare module 'vitest/browser' {
  // An interface of Vitest, which is widened by naming it again.
  interface BrowserCommands {
    openLibrary: (draft: string) => Promise<string>
    callCore: (method: MethodName, args: unknown) => Promise<Outcome<unknown>>
    closeLibrary: () => Promise<void>
  }
}
