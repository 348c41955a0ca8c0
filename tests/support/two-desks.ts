import { createHash } from 'node:crypto'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Accepted, PackagePreview, Purpose, Result } from '../../src/shared/contract.ts'
import type { ArticleId } from '../../src/shared/model/ids.ts'
import type { Audience } from '../../src/shared/model/review.ts'
import type { Role } from '../../src/shared/model/person.ts'
import { canonicalJson } from '../../src/shared/rules/canonical-json.ts'
import type { DeskWork } from '../../src/main/core/copied/copy-acts.ts'
import { openTestLibrary, plainWork, temporaryFolder } from './library.ts'
import type { TestLibrary } from './library.ts'

/** A desk with a real core on a real library, which can be closed, looked at as a file, and opened again. */
export type RealDesk = {
  readonly name: string
  library(): TestLibrary
  reopen(): Promise<void>
  /** Every row of every table, as text. */
  dump(): Promise<string>
  /** Changes the file behind its back. */
  spoil(sql: string): Promise<void>
  close(): Promise<void>
}

export async function openDesk(name: string, work: DeskWork = plainWork()): Promise<RealDesk> {
  const folder = temporaryFolder()
  const path = join(folder.path, 'library.stet-db')
  let library = await openTestLibrary(folder.path, work)
  await library.must('session.renameLibrary', { name })
  async function reopen(): Promise<void> {
    await library.core.close()
    library = await openTestLibrary(folder.path, work)
  }
  return {
    name,
    library: () => library,
    reopen,
    dump: async () => {
      await library.core.close()
      const dump = dumpOf(path)
      library = await openTestLibrary(folder.path, work)
      return dump
    },
    spoil: async (sql) => {
      await library.core.close()
      const db = new Database(path)
      db.exec(sql)
      db.close()
      library = await openTestLibrary(folder.path, work)
    },
    close: async () => {
      await library.core.close()
      folder.remove()
    },
  }
}

function dumpOf(path: string): string {
  const db = new Database(path, { readonly: true })
  try {
    const tables = db
      .prepare<[], { name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`)
      .all()
      .filter(({ name }) => !name.startsWith('sqlite_'))
    const rows = tables.flatMap(({ name }) => [name, ...db.prepare(`SELECT * FROM "${name}"`).all()])
    return rows
      .map((row) =>
        JSON.stringify(row, (_key, value: unknown) =>
          Buffer.isBuffer(value) ? createHash('sha256').update(value).digest('hex') : value,
        ),
      )
      .join('\n')
  } finally {
    db.close()
  }
}

export async function sit(library: TestLibrary, role: Role): Promise<void> {
  const { people } = await library.must('session.get', {})
  const person = people.find(({ roles }) => roles.includes(role))
  if (!person) throw new Error(`Nobody at this desk is ${role}.`)
  await library.must('session.switch', { personId: person.id, role })
}

/** The bytes of a package, as they would lie on a stick. */
export async function pack(
  desk: RealDesk,
  articleId: ArticleId,
  purpose: Purpose = 'copy',
  audience: Audience = 'internal',
): Promise<Uint8Array> {
  const library = desk.library()
  const { fileId } = await library.must('packages.create', { articleId, purpose, audience })
  await library.must('exports.save', { fileId })
  const bytes = library.savedBytes.at(-1)
  if (!bytes) throw new Error('No package was saved.')
  return bytes
}

export function preview(desk: RealDesk, bytes: Uint8Array): Promise<PackagePreview> {
  return desk.library().must('packages.preview', { name: 'story.stet', bytes })
}

export async function take(desk: RealDesk, bytes: Uint8Array, takeRight = false): Promise<Accepted> {
  const { previewId } = await preview(desk, bytes)
  return desk.library().must('packages.accept', { previewId, takeRight })
}

/** The review as whoever may read everything reads it, without what is each desk's own. */
export async function reviewOf(desk: RealDesk, articleId: ArticleId): Promise<unknown> {
  const library = desk.library()
  await sit(library, 'legal')
  const { doc, state } = await library.must('review.open', { articleId })
  const log = await library.must('review.log', { articleId })
  const decisions = await library.must('review.decisions', { articleId })
  const said = log
    .filter(({ kind }) => !kind.startsWith('package.'))
    .map(({ hash, origin, seq }) => [origin, seq, hash])
  const {
    article,
    seq: _seq,
    moves: _moves,
    slots: _slots,
    blockers: _blockers,
    untracked: _roles,
    ...rest
  } = state
  const { headSeq: _head, updatedAt: _at, editRight: _right, rightWith: _with, ...shared } = article
  return { doc, article: shared, ...orderless(rest), log: orderless(said), decisions: orderless(decisions) }
}

type State = Omit<Result<'review.state'>, 'article'>

/** Rows by their content: their order may follow who is at the desk. */
function orderless(value: unknown): object {
  const rows = (list: readonly unknown[]) => list.map(canonicalJson).toSorted()
  if (Array.isArray(value)) return rows(value)
  return Object.fromEntries(
    Object.entries(value as Partial<State>).map(([name, member]) => [
      name,
      Array.isArray(member) ? rows(member) : member,
    ]),
  )
}
