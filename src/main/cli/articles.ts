import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import type { Exported } from '../../shared/contract.ts'
import type { ArticleRow } from '../../shared/model/article.ts'
import type { Paper } from '../../shared/model/check-book.ts'
import type { ChangeRegister } from '../../shared/change-register.ts'
import type { ArticleId } from '../../shared/model/ids.ts'
import type { Audience, ExportKind } from '../../shared/model/review.ts'
import { systemCode } from '../core/system-code.ts'
import { withDesk } from './desk.ts'
import type { Desk, Where } from './desk.ts'
import { findArticle } from './find-article.ts'
import { RefusedError } from './headless-editor.ts'
import { isPackage } from './package-file.ts'
import { purposeOf, takePackage } from './packages.ts'
import { bringBack } from './returns.ts'
import type { PurposeOptions } from './packages.ts'

/** The commands about articles. Each prints data on stdout, words on stderr, and answers its exit code. */

/** The latest touched first. */
export async function everyArticle(desk: Desk): Promise<readonly ArticleRow[]> {
  const rows: ArticleRow[] = []
  const sort = { key: 'touched', descending: true } as const
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- each window begins where the one before ended
    const told = await desk.call('articles.list', {
      sort,
      at: { kind: 'from', from: rows.length },
      count: 500,
    })
    rows.push(...told.rows)
    if (told.rows.length === 0 || rows.length >= told.total) return rows
  }
}

export async function articleNamed(desk: Desk, named: string): Promise<ArticleRow> {
  const found = findArticle(await everyArticle(desk), named)
  if (found.kind === 'none') throw new RefusedError(found.message)
  return found.article
}

export type ImportOptions = { readonly takeRight?: true; readonly into?: string }

/** Drafts and packages; every file is tried; 1 when any was refused. */
export async function runImport(
  where: Where,
  files: readonly string[],
  options: ImportOptions = {},
): Promise<number> {
  return withDesk(where, async (desk) => {
    let refused = 0
    for (const file of files) {
      try {
        // oxlint-disable-next-line no-await-in-loop -- one after another, so that each answer stands by its file
        const { articleId, name, words } = await importOne(desk, file, options)
        console.log(`${articleId}\t${name}`)
        for (const message of words) console.error(`${file}: ${message}`)
      } catch (error) {
        if (!(error instanceof RefusedError)) throw error
        console.error(`${file}: ${error.message}`)
        refused += 1
      }
    }
    return refused === 0 ? 0 : 1
  })
}

async function importOne(desk: Desk, file: string, { takeRight, into }: ImportOptions) {
  const named = { name: basename(file), bytes: await read(file) }
  if (into !== undefined) return bringBack(desk, (await articleNamed(desk, into)).id, named)
  if (isPackage(named.name, named.bytes)) return takePackage(desk, named, takeRight === true)
  const { articleId, name, warnings } = await desk.call('articles.import', named)
  return { articleId, name, words: warnings.map(({ message }) => message) }
}

async function read(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (error) {
    const reason = systemCode(error) ?? 'unknown reason'
    throw new RefusedError(`The file could not be read (${reason}). Nothing was imported from it.`)
  }
}

export async function runList(where: Where, json: boolean): Promise<number> {
  return withDesk(where, async (desk) => {
    const rows = await everyArticle(desk)
    if (json) console.log(JSON.stringify(rows))
    else for (const row of rows) console.log(line(row))
    if (rows.length === 0) console.error('The desk is empty. `stet import FILE` brings a draft in.')
    return 0
  })
}

function line(row: ArticleRow): string {
  const open = `${row.openChanges} changes, ${row.openClaims} claims, ${row.blockers} blockers`
  return [row.id, row.slug || '(no slug)', row.status, open, row.headline].join('\t')
}

export async function runCheck(where: Where, named: string, json: boolean): Promise<number> {
  return withDesk(where, async (desk) => {
    const { id } = await articleNamed(desk, named)
    const { blockers } = await desk.call('review.state', { articleId: id })
    if (json) console.log(JSON.stringify(blockers))
    else
      for (const { code, title, detail } of blockers) console.log([code, title, detail].join('\t').trimEnd())
    console.error(
      blockers.length === 0 ? 'Nothing blocks the approval.' : `${blockers.length} block the approval.`,
    )
    return 0
  })
}

export type ExportOptions = PurposeOptions & {
  readonly as: ExportKind
  readonly for: Audience
  readonly out: string
  readonly paper?: Paper
  readonly changeList?: ChangeRegister
}

function make(desk: Desk, articleId: ArticleId, options: ExportOptions): Promise<Exported> {
  const { as: kind, for: audience, paper, changeList } = options
  const ofPdf = { ...(paper ? { paper } : {}), ...(changeList ? { changeRegister: changeList } : {}) }
  return kind === 'package'
    ? desk.call('packages.create', { articleId, audience, purpose: purposeOf(options) })
    : desk.call('exports.create', { articleId, kind, audience, ...ofPdf })
}

export async function runExport(where: Where, named: string, options: ExportOptions): Promise<number> {
  return withDesk(where, async (desk) => {
    const { id } = await articleNamed(desk, named)
    const made = await make(desk, id, options)
    await writeWhole(resolve(options.out), await desk.takeFile(made.fileId))
    console.log(options.out)
    console.error(made.checked)
    for (const { message } of made.warnings) console.error(message)
    return 0
  })
}

/** Beside it and then in its place, so that nobody ever finds half a file. */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const half = `${path}.${process.pid}.part`
  try {
    await writeFile(half, bytes)
    await rename(half, path)
  } catch (error) {
    const reason = systemCode(error) ?? 'unknown reason'
    throw new RefusedError(`${path} could not be written (${reason}). Nothing was kept.`)
  } finally {
    await rm(half, { force: true })
  }
}

/** The id that the window is to show; the library is closed again when this resolves. */
export async function idOf(where: Where, named: string): Promise<string> {
  return withDesk(where, async (desk) => (await articleNamed(desk, named)).id)
}
