import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import type { Args, Edit, MethodName, Outcome, Result } from '../../src/shared/contract.ts'
import type { EventName } from '../../src/shared/events.ts'
import { schema } from '../../src/shared/document/schema.ts'
import type { ExportRequest } from '../../src/shared/model/interchange.ts'
import type { DeskWork } from '../../src/main/core/copied/copy-acts.ts'
import { createCore } from '../../src/main/core/core.ts'
import type { Core } from '../../src/main/core/core.ts'
import { newId } from '../../src/main/core/new-id.ts'
import type { NamedFile, Platform } from '../../src/main/core/platform.ts'
import { readPackage } from '../../src/main/package/read.ts'
import { writePackage } from '../../src/main/package/write.ts'
import { recogniseReturn } from '../../src/main/word/read-return.ts'
import { checkStyle } from '../../src/main/worker/check-style.ts'
import { openStore } from '../../src/main/store/open-store.ts'
import { copyWork } from './copy-work.ts'
import { beginLibrary } from './empty-library.ts'
import { shipped } from './shipped.ts'

/** A folder of its own, and how to remove it. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'stet-test-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** One paragraph a line; the first is the headline, a line that begins "By " the byline. */
export function documentOf(text: string): Node {
  const paragraphs = text.split('\n').map((line, place) => {
    const style = place === 0 ? 'headline' : line.startsWith('By ') ? 'byline' : 'body'
    return schema.nodes.para.create({ style }, line === '' ? null : schema.text(line))
  })
  return schema.nodes.doc.create(null, paragraphs)
}

/** Reads drafts as UTF-8 lines and writes exports as a line of text: enough for the core, no parser in the way. */
export function plainWork(exported: ExportRequest[] = [], read = readPackage): DeskWork {
  return {
    importDraft: ({ bytes }) => {
      const doc: unknown = documentOf(new TextDecoder().decode(bytes)).toJSON()
      return Promise.resolve({ ok: true, value: { doc, people: [], changes: [], threads: [], warnings: [] } })
    },
    exportReview: (request) => {
      exported.push(request)
      const bytes = new TextEncoder().encode(request.state.textHash)
      return Promise.resolve({
        ok: true,
        value: { name: `${request.kind}.txt`, bytes, checked: 'Read back.', warnings: [] },
      })
    },
    checkStyle: (request) => Promise.resolve({ ok: true, value: checkStyle(request) }),
    recogniseReturn: (request) => recogniseReturn(request),
    writePackage: (request) => Promise.resolve(writePackage(request)),
    ...copyWork(read),
    checkPdf: async (request) => (await import('../../src/main/export/pdf/sign-file.ts')).checkPdf(request),
    signPdf: async (request) => (await import('../../src/main/export/pdf/sign-file.ts')).signFile(request),
    close: () => Promise.resolve(),
  }
}

export type TestLibrary = {
  readonly core: Core
  /** Names of the events announced so far. */
  readonly emitted: EventName[]
  /** Names of the files handed over so far. */
  readonly saved: string[]
  /** And their bytes. */
  readonly savedBytes: Uint8Array[]
  /** What the host's open dialog answers with. */
  readonly picked: NamedFile[]
  /** What the system says to the host; null while it does what it is asked. */
  trouble: Error | null
  /** What the check of every exported file finds; empty while they are good. */
  faulty: string
  call<M extends MethodName>(method: M, args: Args<M>): Promise<Outcome<Result<M>>>
  /** Like `call`, for calls that must succeed. */
  must<M extends MethodName>(method: M, args: Args<M>): Promise<Result<M>>
}

/** A core on a real database in `folder`. Time goes on by one second at every look. */
export async function openTestLibrary(folder: string, work: DeskWork = plainWork()): Promise<TestLibrary> {
  const path = join(folder, 'library.stet-db')
  beginLibrary(path)
  const store = openStore(path)
  if (!store.ok) throw new Error(store.error.message)
  const { rules, workflow, checks } = await shipped()
  const emitted: EventName[] = []
  const saved: string[] = []
  const savedBytes: Uint8Array[] = []
  const picked: NamedFile[] = []
  const fail = () => {
    if (library.trouble) throw library.trouble
  }
  const platform: Platform = {
    host: 'cli',
    nativeDialogs: false,
    pickFiles: async () => {
      fail()
      return picked
    },
    saveFile: async (file) => {
      fail()
      saved.push(file.name)
      savedBytes.push(file.bytes)
      return { kind: 'saved', name: file.name }
    },
    openExternal: async () => fail(),
    emit: (event) => void emitted.push(event),
  }
  let time = Date.UTC(2026, 10, 20, 9)
  const now = () => (time += 1000)
  const exportReview: DeskWork['exportReview'] = (request) => {
    if (library.faulty === '') return work.exportReview(request)
    const message = `The file failed its own check: ${library.faulty}. No file was written.`
    return Promise.resolve({ ok: false, error: { code: 'refused', message } })
  }
  const core = createCore({
    store: store.value,
    platform,
    work: { ...work, exportReview },
    rules,
    workflow,
    checks,
    now,
    newId,
    version: '0',
  })

  async function call<M extends MethodName>(method: M, args: Args<M>): Promise<Outcome<Result<M>>> {
    return (await core.call(method, args)) as Outcome<Result<M>>
  }
  const library: TestLibrary = {
    core,
    emitted,
    saved,
    savedBytes,
    picked,
    trouble: null,
    faulty: '',
    call,
    must: async (method, args) => {
      const outcome = await call(method, args)
      if (!outcome.ok) throw new Error(`${method}: ${outcome.error.code}: ${outcome.error.message}`)
      return outcome.value
    },
  }
  return library
}

/** Plain steps on `doc`, as a window would send them. */
export function editOf(doc: Node, baseSeq: number, change: (transform: Transform) => void): Edit {
  const transform = new Transform(doc)
  change(transform)
  const steps = transform.steps.map((step) => step.toJSON() as Edit['steps'][number])
  return { baseSeq, batchId: newId(), steps }
}
