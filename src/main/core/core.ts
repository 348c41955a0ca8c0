import { mkdir, readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import manifest from '../../../package.json' with { type: 'json' }
import type { Outcome } from '../../shared/contract.ts'
import type { Picture } from '../../shared/model/interchange.ts'
import type { RuleBook } from '../../shared/model/rule.ts'
import type { WorkflowBook } from '../../shared/model/workflow-book.ts'
import { openStore } from '../store/open-store.ts'
import type { Store } from '../store/open-store.ts'
import type { Context } from './context.ts'
import type { DeskWork } from './copied/copy-acts.ts'
import { createDispatch } from './dispatch.ts'
import { createHeldWords } from './foreign-words.ts'
import { beginLibrary, readActor } from './handlers/session.ts'
import { importDraft } from './import-draft.ts'
import { identify } from './library-identity.ts'
import { createJobs } from './jobs.ts'
import { loadChecks } from './load-checks.ts'
import type { CheckBooks } from './load-checks.ts'
import { loadRules } from './load-rules.ts'
import { loadWorkflow } from './load-workflow.ts'
import { logBug } from './log.ts'
import { newId as makeId } from './new-id.ts'
import { createOpenDocuments } from './open-documents.ts'
import { done, fail } from './outcome.ts'
import type { NamedFile, Platform } from './platform.ts'
import { sealLibrary } from './seal-library.ts'
import { createSearchReading } from './search-reading.ts'
import { createToldStates } from './told-states.ts'

/** The name of a library's file in its folder. */
const LIBRARY_FILE = 'library.stet-db'

const HOUR = 3_600_000

export type CoreParts = {
  readonly store: Store
  readonly platform: Platform
  readonly work: DeskWork
  readonly rules: RuleBook
  readonly workflow: WorkflowBook
  readonly checks: CheckBooks
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly newId: () => string
  readonly version: string
}

/** What a host talks to: every method of the contract, by name. */
export type Core = {
  /** Never rejects. `args` may be anything: it is checked here. */
  call(method: string, args: unknown): Promise<Outcome<unknown>>
  /** Puts a first article on a new desk. */
  seedSample(file: NamedFile): Promise<Outcome<unknown>>
  /** The bytes of a picture by its SHA-256, for a host that serves them; null when they are not here. */
  picture(blob: string): Picture | null
  /** Waits for what is under way, then closes the library. `work` stays the host's to close. */
  close(): Promise<void>
}

export function createCore(parts: CoreParts): Core {
  const { store, now, newId } = parts
  if (store.settings.get('created') === null) beginLibrary(store, newId, now)
  const documents = createOpenDocuments(store, now)
  const heldWords = createHeldWords()
  const run = String(now())
  const told = { desk: createToldStates(`${run}-desk`), legal: createToldStates(`${run}-legal`) }
  const library = identify(store, newId)
  sealLibrary({ store, library, now })
  const reading = createSearchReading(store, parts.platform)
  const jobs = createJobs(parts.platform)
  const kept = { documents, heldWords, told, library, reading, jobs }
  const context: Context = { ...parts, ...kept, actor: () => readActor(store) }
  const dispatch = createDispatch(context)
  const running = new Set<Promise<unknown>>()
  let closed = false

  function track<T>(work: Promise<T>): Promise<T> {
    running.add(work)
    return work.finally(() => running.delete(work))
  }

  return {
    call: (method, args) => {
      if (closed) return Promise.resolve(fail('not-available', 'The library is closed.'))
      return track(dispatch(method, args))
    },
    seedSample: (file) => {
      const reporter = store.people.list().find((person) => person.roles.includes('reporter'))
      const beside = { desk: 'Regional', due: now() + 5 * HOUR, authorId: reporter?.id ?? null }
      return track(importDraft(context, file, beside))
    },
    picture: (blob) => (closed ? null : store.pictures.get(blob)),
    close: async () => {
      if (closed) return
      closed = true
      reading.stop()
      await Promise.allSettled(running)
      keepSnapshots(store, documents.snapshotAll)
      store.close()
    },
  }
}

/** Only saves time at the next opening, so a failure here must not keep the library from closing. */
function keepSnapshots(store: Store, snapshotAll: () => void): void {
  try {
    store.transaction(() => {
      snapshotAll()
      return done(null)
    })
  } catch (error) {
    logBug('close', error)
  }
}

/** The draft that stands on a new desk: the first text file of the sample folder, if there is one. */
async function readSample(folder: string): Promise<NamedFile | null> {
  const names = await readdir(folder).catch(() => [])
  const name = names
    .filter((one) => /\.(txt|md)$/i.test(one) && !/^readme\./i.test(one))
    .toSorted()
    .at(0)
  return name === undefined ? null : { name, bytes: await readFile(join(folder, name)) }
}

export type LibraryOptions = {
  /** Where the library lies; made when missing. */
  readonly folder: string
  readonly platform: Platform
  readonly work: DeskWork
  /** The `resources` folder of the app. */
  readonly resources: string
  readonly now?: () => number
  readonly newId?: () => string
}

/** Opens the library of a folder, or begins one with the sample on its desk. */
export async function openLibrary(options: LibraryOptions): Promise<Outcome<Core>> {
  const { folder, platform, work, resources, now = Date.now, newId = makeId } = options
  const rules = await loadRules(join(resources, 'rules', 'sourcing.yaml'))
  if (!rules.ok) return rules
  const workflow = await loadWorkflow(join(resources, 'rules', 'workflow.yaml'))
  if (!workflow.ok) return workflow
  const checks = await loadChecks(join(resources, 'checks'))
  if (!checks.ok) return checks
  try {
    // Drafts before publication: nobody else on this machine has a reason to look in.
    await mkdir(folder, { recursive: true, mode: 0o700 })
  } catch {
    return fail('not-available', `The folder for the library cannot be made: ${folder}.`)
  }
  const store = openStore(join(folder, LIBRARY_FILE))
  if (!store.ok) return store
  const { isNew } = store.value
  const version = manifest.version
  const core = createCore({
    store: store.value,
    platform,
    work,
    rules: rules.value,
    workflow: workflow.value,
    checks: checks.value,
    now,
    newId,
    version,
  })
  const sample = isNew ? await readSample(join(resources, 'sample')) : null
  // A desk without its sample still works, so a sample that cannot be read is told and no more.
  const seeded = sample ? await core.seedSample(sample) : done(null)
  if (!seeded.ok) logBug('sample', new Error(seeded.error.message))
  return done(core)
}
