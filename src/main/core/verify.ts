import type { Article, ArticleRow } from '../../shared/model/article.ts'
import type { Finding, Verified } from '../../shared/model/finding.ts'
import type { ArticleId } from '../../shared/model/ids.ts'
import { readText } from './article-text.ts'
import type { ArticleText } from './article-text.ts'
import type { Context } from './context.ts'
import { verifyChains } from './verify-chains.ts'
import { filesToCheck, verifySigned, verifyVersions } from './verify-kept.ts'
import type { VerifiedCopy } from './verified-copy.ts'
import { createNames } from './verify-names.ts'
import { verifyRows } from './verify-rows.ts'
import { verifyText } from './verify-text.ts'

type Parts = Pick<Context, 'store' | 'library'>

/** Rows that do not read as what they are count as none here; that they are damaged is found by their seals. */
function read<T>(rows: () => readonly T[]): readonly T[] {
  try {
    return rows()
  } catch {
    return []
  }
}

function part(name: Finding['part'], words: readonly string[]): readonly Finding[] {
  return words.map((one) => ({ part: name, words: one }))
}

/** What the desk list says of a text is read from it at every act. */
function wrongHead(
  article: Article | null,
  row: ArticleRow | null,
  seq: number,
  text: ArticleText | null,
): readonly string[] {
  if (!article) return []
  const found =
    article.headSeq === seq
      ? []
      : [`The text ends with step ${seq}, and the article says step ${article.headSeq}.`]
  if (!text) return found
  const isSame = row?.textHash === text.textHash && article.headline === text.index.headline.slice(0, 500)
  return isSame ? found : [...found, 'The headline or text hash in the desk list is not that of the text.']
}

/** Which findings of rows are told with what part; the others are rows. */
const PART: Readonly<Record<string, Finding['part']>> = {
  text: 'text',
  snapshot: 'text',
  'sign-off': 'signatures',
  version: 'versions',
  'version-content': 'versions',
  log: 'log',
  strange: 'seals',
}

const PARTS: readonly Finding['part'][] = ['log', 'signatures', 'text', 'versions', 'rows', 'seals']

function sorted(findings: readonly Finding[]): readonly Finding[] {
  return PARTS.flatMap((one) => findings.filter((finding) => finding.part === one))
}

/**
 * Checks everything that is stored of an article against everything else that is. Null for an article that never was
 * here. It replays the whole text, so it takes as long as the text was worked on: some seconds after tens of thousands of
 * steps.
 */
export function verifyRecord({ store, library }: Parts, id: ArticleId): VerifiedCopy | null {
  const article = store.articles.get(id)
  const events = store.log.list(id)
  const signOffs = read(() => store.signOffs.list(id))
  const seals = store.seals.list(id)
  // Where the article alone was taken away, everything said of it still names it.
  if (!article && events.length + seals.length === 0) return null
  const unplaced = createNames(store, id, null)
  const stored = verifyText(store, id, unplaced)
  const text = stored.doc ? readText(stored.doc, stored.seq) : null
  const names = text ? createNames(store, id, text.index) : unplaced
  const compared = verifyRows(store, id, seals, names, library.id)
  const versions = read(() => store.versions.list(id))
  const findings: readonly Finding[] = [
    ...verifyChains({ articleId: id, events, signOffs, seals, here: library.id }),
    ...part('text', [...stored.found, ...wrongHead(article, store.articles.row(id), stored.seq, text)]),
    ...part('signatures', verifySigned(store, signOffs, library.id)),
    ...part('versions', verifyVersions(store, versions, names)),
    ...[...compared.found].flatMap(([kind, words]) => part(PART[kind] ?? 'rows', words)),
  ]
  const verified = {
    ok: findings.length === 0,
    events: events.length,
    signOffs: signOffs.length,
    rows: compared.rows,
    findings: sorted(findings),
  }
  return { verified, files: read(() => filesToCheck(store, id, stored.doc, names)) }
}

/** The same with what was found of the files. */
export function withFiles(verified: Verified, words: readonly string[]): Verified {
  const findings = sorted([...verified.findings, ...part('rows', words)])
  return { ...verified, ok: findings.length === 0, findings }
}
