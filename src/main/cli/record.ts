import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { ArticleRow } from '../../shared/model/article.ts'
import type { LogFormat } from '../../shared/model/log-file.ts'
import { articleNamed, everyArticle, writeWhole } from './articles.ts'
import { withDesk } from './desk.ts'
import type { Desk, Where } from './desk.ts'
import { runVerifyFile } from './verify-file.ts'

/** The commands about the record: whether it holds, and the log as a file. */

/** 0 when everything holds, of one article or, where none is named, of all. */
export async function runVerify(where: Where, named?: string): Promise<number> {
  if (named !== undefined && (await isFile(named))) return runVerifyFile(named)
  return withDesk(where, async (desk) => {
    const articles = named === undefined ? await everyArticle(desk) : [await articleNamed(desk, named)]
    let broken = 0
    for (const article of articles) {
      // oxlint-disable-next-line no-await-in-loop -- one after another: each reads the file past every cache
      if (!(await verifyOne(desk, article))) broken += 1
    }
    if (articles.length === 0) console.error('The desk is empty, so there is nothing to verify.')
    if (articles.length > 1) {
      console.error(
        broken === 0 ? 'All records hold.' : `${broken} of ${articles.length} records are broken.`,
      )
    }
    return broken === 0 ? 0 : 1
  })
}

async function verifyOne(desk: Desk, { id, slug, headline }: ArticleRow): Promise<boolean> {
  const found = await desk.call('review.verify', { articleId: id })
  console.log(JSON.stringify({ articleId: id, ...found }))
  const name = slug === '' ? headline || id : slug
  if (found.ok) {
    const { events, signOffs, rows } = found
    console.error(`${name}: ${events} events, ${signOffs} signatures and ${rows} rows: every link holds.`)
  }
  for (const { words } of found.findings) console.error(`${name}: ${words}`)
  return found.ok
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  )
}

export type LogOptions = { readonly format: LogFormat; readonly out?: string }

export async function runLog(where: Where, named: string, { format, out }: LogOptions): Promise<number> {
  return withDesk(where, async (desk) => {
    const { id } = await articleNamed(desk, named)
    const made = await desk.call('log.export', { articleId: id, format, kinds: null, personId: null })
    const bytes = await desk.takeFile(made.fileId)
    if (out === undefined) process.stdout.write(bytes)
    else {
      await writeWhole(resolve(out), bytes)
      console.log(out)
    }
    console.error(made.checked)
    return 0
  })
}
