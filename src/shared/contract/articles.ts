import { z } from 'zod'
import { instant } from '../model/article.ts'
import { PAPERS } from '../model/check-book.ts'
import { changeDecision } from '../model/change.ts'
import { CHANGE_REGISTERS } from '../change-register.ts'
import { deskList, listArgs } from '../model/desk-list.ts'
import { logWanted } from '../model/log-file.ts'
import { verified } from '../model/finding.ts'
import { articleId, changeId, fileId, personId } from '../model/ids.ts'
import { cameIn, importReport } from '../model/import-report.ts'
import { person } from '../model/person.ts'
import { audience, exportKind, logEvent, reviewState, warning } from '../model/review.ts'
import type { ToldNews } from '../review-news.ts'
import { bytes, fileName, edit, ofArticle, saveOutcome } from './parts.ts'

/**
 * The name of one piece of long work, made by the window that asks for it: `progress` events carry it, and
 * `jobs.cancel` ends the work by it; the call itself then answers `cancelled`, and nothing was stored.
 */
export const jobId = z.string().min(1).max(64)

/** Changes decided by the steps that travel with it. */
const decided = z.object({
  changeIds: z.array(changeId).min(1).max(200_000),
  verdict: z.enum(['accepted', 'rejected']),
  reason: z.string().max(2000),
})

const saved = z.object({ seq: z.number().int(), at: instant })

const imported = z.object({
  articleId,
  name: z.string(),
  cameIn,
  warnings: z.array(warning).readonly(),
})

export const exported = z.object({
  fileId,
  name: z.string(),
  size: z.number().int(),
  /** What the file's own check found, in words. */
  checked: z.string(),
  warnings: z.array(warning).readonly(),
})
export type Exported = z.infer<typeof exported>

export const articlesMethods = {
  /** A window of the desk's list, filtered, searched and sorted, with the counts of all of it. */
  'articles.list': { args: listArgs, result: deskList },
  'articles.import': {
    args: z.object({ name: fileName, bytes, job: jobId.optional() }),
    result: imported,
  },
  'articles.paste': {
    args: z.object({ text: z.string().max(5_000_000), html: z.string().max(5_000_000) }),
    result: imported,
  },
  /**
   * Opens the host's own dialog; nothing in it when it was cancelled. Packages among the files are not imported but
   * handed to the window, for `packages.preview`, and copies of articles that are here for `returns.preview`.
   */
  'articles.openDialog': {
    args: z.object({ job: jobId.optional() }),
    result: z.object({
      imported: z.array(imported).readonly(),
      packages: z.array(z.object({ name: fileName, bytes })).readonly(),
      returned: z.array(z.object({ articleId, name: fileName, bytes })).readonly(),
    }),
  },
  'articles.update': {
    args: z.object({
      articleId,
      slug: z.string().trim().max(120),
      desk: z.string().trim().max(80),
      due: instant.nullable(),
      holderId: personId.nullable(),
      authorId: personId.nullable(),
    }),
    result: reviewState,
  },

  /** The document as ProseMirror JSON with everything said about it. */
  'review.open': {
    args: ofArticle,
    result: z.object({
      doc: z.unknown(),
      people: z.array(person).readonly(),
      state: reviewState,
      /** The name of this state, for `review.news`. */
      token: z.string(),
    }),
  },
  /** What is new since a state of that name was told; all of it, where that is no longer known. */
  'review.news': {
    args: ofArticle.extend({ since: z.string().max(64).nullable() }),
    result: z.object({ token: z.string(), told: z.custom<ToldNews>() }),
  },
  'review.state': { args: ofArticle, result: reviewState },
  'review.log': { args: ofArticle, result: z.array(logEvent).readonly() },
  /** Holds log, signatures, text, versions and rows against their chains and seals, past every cache. */
  'review.verify': { args: ofArticle.extend({ job: jobId.optional() }), result: verified },

  /** What came in with each file that it was made of; none for what came from another desk. */
  'review.imports': { args: ofArticle, result: z.array(importReport).readonly() },

  /** Every decision on a change and every undoing of one, in the order they were stored. */
  'review.decisions': { args: ofArticle, result: z.array(changeDecision).readonly() },

  'document.save': { args: z.object({ articleId, edit, decided: z.array(decided).max(100) }), result: saved },

  /** Keeps the bytes of a picture, once however often they come; the sizes are CSS pixels for the text. */
  'pictures.put': {
    args: z.object({ name: fileName, bytes }),
    result: z.object({ blob: z.string(), width: z.number().int(), height: z.number().int() }),
  },

  'exports.create': {
    args: z.object({
      articleId,
      kind: exportKind,
      audience,
      /** A last page with verdict, slots, open items and sources; only Word files have one. */
      signOffPage: z.boolean().default(false),
      /** Of a PDF; that of the house style when left out. */
      paper: z.enum(PAPERS).optional(),
      /** Of a PDF. */
      changeRegister: z.enum(CHANGE_REGISTERS).default('auto'),
      job: jobId.optional(),
    }),
    result: exported,
  },
  /** Ends long work; false when there is none of that name any more. */
  'jobs.cancel': { args: z.object({ job: jobId }), result: z.object({ cancelled: z.boolean() }) },
  /** The log, or what is wanted of it, as a file that waits to be saved. */
  'log.export': { args: logWanted, result: exported },
  'exports.save': { args: z.object({ fileId }), result: saveOutcome },
} as const
