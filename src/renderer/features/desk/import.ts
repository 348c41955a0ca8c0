import type { Outcome } from '../../../shared/contract.ts'
import { host } from '../../host/host.ts'
import { announce } from '../../ui/announcer.tsx'
import { counted } from '../../ui/counted.ts'
import { lookInto } from '../exchange/open-package.ts'
import { isPackage } from '../exchange/package-file.ts'
import type { PackageFile } from '../exchange/package-file.ts'
import { articleOf, lookAtReturn } from '../word/bring-back.ts'
import { isWord } from '../word/came-in-words.ts'
import { asJob } from '../jobs.ts'
import { goToArticle } from '../route.ts'
import { hasNativeDialogs } from '../session-store.ts'
import { useShell } from '../shell-store.ts'
import type { ImportReport } from '../shell-store.ts'

/** What the file field and a drop accept; main decides by the bytes. */
export const ACCEPTED = '.docx,.txt,.md,.markdown,.html,.htm,.stet'

/** Nothing that an editor should know before they begin. */
function isPlain({ warnings, cameIn }: ImportReport['imported'][number]): boolean {
  return warnings.length === 0 && cameIn.kept.length === 0
}

/** One draft without warnings opens at once; everything else is told first. */
function finish(report: ImportReport): void {
  const [only] = report.imported
  const quiet =
    report.refused.length === 0 && report.imported.length === 1 && only !== undefined && isPlain(only)
  if (only !== undefined && quiet) {
    announce(`${only.name} is on the desk.`)
    goToArticle(only.articleId)
  } else if (report.imported.length + report.refused.length > 0) {
    useShell.getState().show({ kind: 'imported', report })
  }
}

/** What is looked at before anything of it is stored: a package, or a copy of an article that is here already. */
type Looked = { readonly file: PackageFile; readonly articleId: string | null }

/** They are looked at one at a time; drafts that came with them are opened and counted. */
async function lookAtFirst(looked: readonly Looked[], report: ImportReport): Promise<void> {
  const [first, ...others] = looked
  if (first === undefined) return finish(report)
  const said = [
    ...report.refused.map(({ name, message }) => `${name}: ${message}`),
    ...(report.imported.length === 0 ? [] : [`${counted(report.imported.length, 'draft')} opened.`]),
    ...others.map(({ file }) => `${file.name} was not opened: such files are looked at one at a time.`),
  ]
  if (said.length > 0) useShell.getState().setNotice(said.join(' '))
  if (first.articleId === null) await lookInto(first.file)
  else await lookAtReturn(first.articleId, first.file)
}

type Imported = Outcome<ImportReport['imported'][number]>

function importOne({ name, bytes }: PackageFile): Promise<Imported> {
  return asJob(`Opening ${name}`, (job) => host.call('articles.import', { name, bytes, job }))
}

/** A file as a new draft, whatever it may be a copy of. */
export async function importDraft(file: PackageFile): Promise<void> {
  const outcome = await importOne(file)
  if (outcome.ok) finish({ imported: [outcome.value], refused: [] })
  else finish({ imported: [], refused: [{ name: file.name, ...outcome.error }] })
}

/** Whether a file is looked at first; null for one that is a draft. */
async function lookedAt(file: PackageFile): Promise<Looked | null> {
  if (isPackage(file.name)) return { file, articleId: null }
  const articleId = isWord(file.name) ? await articleOf(file) : null
  return articleId === null ? null : { file, articleId }
}

export async function importFiles(files: readonly File[]): Promise<void> {
  const looked: Looked[] = []
  const imported: ImportReport['imported'][number][] = []
  const refused: ImportReport['refused'][number][] = []
  for (const given of files) {
    const { name } = given
    const file = { name, bytes: new Uint8Array(await given.arrayBuffer()) }
    const first = await lookedAt(file)
    if (first) {
      looked.push(first)
      continue
    }
    const outcome = await importOne(file)
    if (outcome.ok) imported.push(outcome.value)
    else refused.push({ name, ...outcome.error })
    // Who ends the opening of one file among several does not want the next either.
    if (!outcome.ok && outcome.error.code === 'cancelled') break
  }
  await lookAtFirst(looked, { imported, refused })
}

/** The host's own dialog where there is one; else the window's file field. */
export async function openFiles(): Promise<void> {
  if (!(await hasNativeDialogs())) {
    document.querySelector<HTMLInputElement>('input[data-open-files]')?.click()
    return
  }
  const outcome = await asJob('Opening files', (job) => host.call('articles.openDialog', { job }))
  if (outcome.ok) {
    const { imported, packages, returned } = outcome.value
    const looked = [
      ...packages.map((file) => ({ file, articleId: null })),
      ...returned.map(({ articleId, ...file }) => ({ file, articleId })),
    ]
    await lookAtFirst(looked, { imported, refused: [] })
  } else finish({ imported: [], refused: [{ name: 'The file', ...outcome.error }] })
}

/** Answers with the reason when the draft was not taken. */
export async function pasteDraft(text: string, html: string): Promise<string | null> {
  const outcome = await host.call('articles.paste', { text, html })
  if (!outcome.ok) return outcome.error.message
  useShell.getState().hide()
  finish({ imported: [outcome.value], refused: [] })
  return null
}
