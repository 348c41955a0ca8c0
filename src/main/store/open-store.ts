import type { Database } from 'better-sqlite3'
import type { Outcome } from '../../shared/contract.ts'
import type { ArticleId } from '../../shared/model/ids.ts'
import { createAnchors } from './anchors.ts'
import { createAttachments } from './attachments.ts'
import { createConflicts } from './conflicts.ts'
import { createConsultations } from './consultations.ts'
import { createDismissals } from './dismissals.ts'
import { createReplay } from './recorded-writes.ts'
import type { Written } from './recorded-writes.ts'
import { createReplies } from './replies.ts'
import { createWaivers } from './waivers.ts'
import { copyArticle } from './article-copy.ts'
import type { ArticleCopy, CopyWanted } from './article-copy.ts'
import { createArticles } from './articles.ts'
import { createChangeDecisions } from './change-decisions.ts'
import { createChangeSets } from './change-sets.ts'
import { createChanges } from './changes.ts'
import { createClaims } from './claims.ts'
import { createCustody } from './custody.ts'
import { openDatabase } from './database.ts'
import { createDeskList } from './desk-list.ts'
import { createDocuments } from './documents.ts'
import { createLibraryLog } from './library-log.ts'
import { createExportChecks } from './export-checks.ts'
import { createHistoryRows } from './history-rows.ts'
import { createImportReports } from './import-reports.ts'
import { createLog } from './log.ts'
import { createOriginals } from './originals.ts'
import { createPeople } from './people.ts'
import { createPictures } from './pictures.ts'
import { createRowCaches } from './row-cache.ts'
import { createSeals } from './seals.ts'
import { createSearch } from './search.ts'
import { createSettings } from './settings.ts'
import { createSignOffs } from './sign-offs.ts'
import { createSources } from './sources.ts'
import { createStepSeals } from './step-seals.ts'
import { createThreads } from './threads.ts'
import { createVersions } from './versions.ts'

export type Store = {
  /** True until the setting `created` is written: the library holds nothing yet. */
  readonly isNew: boolean
  readonly articles: ReturnType<typeof createArticles>
  readonly documents: ReturnType<typeof createDocuments>
  readonly changes: ReturnType<typeof createChanges>
  readonly changeSets: ReturnType<typeof createChangeSets>
  readonly changeDecisions: ReturnType<typeof createChangeDecisions>
  readonly anchors: ReturnType<typeof createAnchors>
  readonly threads: ReturnType<typeof createThreads>
  readonly claims: ReturnType<typeof createClaims>
  readonly sources: ReturnType<typeof createSources>
  readonly exportChecks: ReturnType<typeof createExportChecks>
  readonly signOffs: ReturnType<typeof createSignOffs>
  readonly libraryLog: ReturnType<typeof createLibraryLog>
  readonly log: ReturnType<typeof createLog>
  readonly seals: ReturnType<typeof createSeals>
  readonly stepSeals: ReturnType<typeof createStepSeals>
  readonly historyRows: ReturnType<typeof createHistoryRows>
  readonly importReports: ReturnType<typeof createImportReports>
  readonly originals: ReturnType<typeof createOriginals>
  readonly people: ReturnType<typeof createPeople>
  readonly pictures: ReturnType<typeof createPictures>
  readonly attachments: ReturnType<typeof createAttachments>
  readonly waivers: ReturnType<typeof createWaivers>
  readonly replies: ReturnType<typeof createReplies>
  readonly consultations: ReturnType<typeof createConsultations>
  readonly conflicts: ReturnType<typeof createConflicts>
  readonly custody: ReturnType<typeof createCustody>
  readonly dismissals: ReturnType<typeof createDismissals>
  readonly versions: ReturnType<typeof createVersions>
  readonly settings: ReturnType<typeof createSettings>
  readonly search: ReturnType<typeof createSearch>
  readonly deskList: ReturnType<typeof createDeskList>
  /**
   * Runs one act in one IMMEDIATE transaction. An outcome that is not ok, or a throw, leaves no trace; an ok
   * outcome is on the disk when this returns. Not to be nested.
   */
  transaction<T>(act: () => Outcome<T>): Outcome<T>
  /** Every row of an article, in slices between which others may be let in (article-copy.ts). */
  copy(articleId: ArticleId, wanted: CopyWanted): Generator<undefined, ArticleCopy>
  /** Does here what was done to a copy, in the caller's transaction. */
  replay(articleId: ArticleId, written: Written): void
  /** Forgets what was read before, here and in SQLite, so that the next read is of what is stored. */
  forget(): void
  /** SQLite's own check of the whole file: "ok", or what it found. Milliseconds per megabyte: about 7. */
  integrityCheck(): string
  close(): void
}

/** Opens the library at `path`, or makes it. What can be expected to go wrong comes back as a value. */
export function openStore(path: string): Outcome<Store> {
  const opened = openDatabase(path)
  return opened.ok ? { ok: true, value: createStore(opened.value) } : opened
}

/** The stores of a database that has the newest shape. */
export function createStore(db: Database): Store {
  const begin = db.prepare('BEGIN IMMEDIATE')
  const commit = db.prepare('COMMIT')
  const rollback = db.prepare('ROLLBACK')
  const settings = createSettings(db)
  const caches = createRowCaches()
  const replay = createReplay(db)
  const isNew = settings.get('created') === null

  function transaction<T>(act: () => Outcome<T>): Outcome<T> {
    begin.run()
    let committed = false
    try {
      const outcome = act()
      if (outcome.ok) commit.run()
      committed = outcome.ok
      return outcome
    } finally {
      if (!committed) caches.clear()
      // Still open after a refusal, a throw, or a commit that failed; SQLite may have ended it by itself.
      if (db.inTransaction) rollback.run()
    }
  }

  const stores = {
    articles: createArticles(db),
    documents: createDocuments(db),
    changes: createChanges(db, caches),
    changeSets: createChangeSets(db, caches),
    changeDecisions: createChangeDecisions(db, caches),
    anchors: createAnchors(db, caches),
    threads: createThreads(db, caches),
    claims: createClaims(db, caches),
    sources: createSources(db, caches),
    attachments: createAttachments(db),
    waivers: createWaivers(db, caches),
    replies: createReplies(db, caches),
    consultations: createConsultations(db, caches),
    conflicts: createConflicts(db, caches),
    custody: createCustody(db),
    dismissals: createDismissals(db, caches),
    exportChecks: createExportChecks(db, caches),
    signOffs: createSignOffs(db, caches),
    libraryLog: createLibraryLog(db),
    log: createLog(db, caches),
    seals: createSeals(db, caches),
    stepSeals: createStepSeals(db),
    historyRows: createHistoryRows(db),
    importReports: createImportReports(db),
    originals: createOriginals(db),
    people: createPeople(db),
    pictures: createPictures(db),
    versions: createVersions(db),
    settings,
    search: createSearch(db),
    deskList: createDeskList(db),
  }

  return {
    ...stores,
    isNew,
    transaction,
    copy: (articleId, wanted) => copyArticle(db, articleId, wanted),
    replay: (articleId, written) => {
      replay(written)
      caches.forget(articleId)
      stores.seals.moved(articleId)
    },
    forget: () => {
      caches.clear()
      db.pragma('shrink_memory')
    },
    integrityCheck: () => String(db.pragma('integrity_check(1)', { simple: true })),
    close: () => {
      // Leaves one whole file behind, so that a copy of it is a copy of everything.
      if (db.open) db.pragma('wal_checkpoint(TRUNCATE)')
      db.close()
    },
  }
}
