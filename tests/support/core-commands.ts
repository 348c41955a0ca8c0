import { join } from 'node:path'
import type { MethodName, Outcome } from '../../src/shared/contract.ts'
import type * as Library from './library.ts'
import type { TestLibrary } from './library.ts'
import type * as Many from './many-threads.ts'

/** What a browser test may ask of the Node process: a core on a real database, one for each test file and desk in it. */

type Open = { readonly library: TestLibrary; remove(): void }
type From = { readonly testPath: string | undefined }

const open = new Map<string, Open>()

function keyOf({ testPath = '' }: From, desk: string): string {
  return `${testPath} ${desk}`
}

async function close(key: string): Promise<void> {
  const before = open.get(key)
  open.delete(key)
  await before?.library.core.close()
  before?.remove()
}

/** Begins a library with one article, of these lines or of so many comments; answers with its id. */
async function openLibrary(from: From, draft: string | number, desk = ''): Promise<string> {
  const key = keyOf(from, desk)
  await close(key)
  // Only tests that have a core behind them load it.
  const inFolder = (name: string) => join(import.meta.dirname, name)
  const { openTestLibrary, temporaryFolder } = (await import(inFolder('library.ts'))) as typeof Library
  const { workWithThreads } = (await import(inFolder('many-threads.ts'))) as typeof Many
  const folder = temporaryFolder()
  const work = typeof draft === 'number' ? workWithThreads(draft) : undefined
  const library = await openTestLibrary(folder.path, work)
  open.set(key, { library, remove: () => folder.remove() })
  const bytes = new TextEncoder().encode(String(draft))
  return (await library.must('articles.import', { name: 'draft.txt', bytes })).articleId
}

/** Bytes travel as a list of numbers. */
function arrived(args: unknown): unknown {
  const { bytes } = args as { bytes?: unknown }
  return Array.isArray(bytes) ? { ...(args as object), bytes: Uint8Array.from(bytes as number[]) } : args
}

function libraryOf(from: From, desk: string): TestLibrary {
  const library = open.get(keyOf(from, desk))?.library
  if (!library) throw new Error('No library is open. Call openLibrary first.')
  return library
}

function callCore(from: From, method: MethodName, args: unknown, desk = ''): Promise<Outcome<unknown>> {
  return libraryOf(from, desk).core.call(method, arrived(args))
}

/** The file that was saved last, its bytes as a list of numbers. */
function lastSaved(from: From, desk = ''): { readonly name: string; readonly bytes: readonly number[] } {
  const { saved, savedBytes } = libraryOf(from, desk)
  return { name: saved.at(-1) ?? '', bytes: [...(savedBytes.at(-1) ?? [])] }
}

/** Those of every desk of the test file. */
async function closeLibrary(from: From): Promise<void> {
  const ofFile = [...open.keys()].filter((key) => key.startsWith(keyOf(from, '')))
  await Promise.all(ofFile.map(close))
}

export const coreCommands = { openLibrary, callCore, lastSaved, closeLibrary }

declare module 'vitest/browser' {
  // An interface of Vitest, which is widened by naming it again.
  interface BrowserCommands {
    openLibrary: (draft: string | number, desk?: string) => Promise<string>
    callCore: (method: MethodName, args: unknown, desk?: string) => Promise<Outcome<unknown>>
    lastSaved: (desk?: string) => Promise<{ readonly name: string; readonly bytes: readonly number[] }>
    closeLibrary: () => Promise<void>
  }
}
