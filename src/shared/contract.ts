import { z } from 'zod'
import type { EventName, EventPayload } from './events.ts'
import { anchorMark, quote } from './model/anchor.ts'
import { decision, slot } from './model/approval.ts'
import { articleRow, instant, status } from './model/article.ts'
import { changeDecision, changeSet } from './model/change.ts'
import { checkBook, dictionary } from './model/check-book.ts'
import { claimDetails, claimKind, claimSource, claimStatus, risk } from './model/claim.ts'
import { dismissed, proposalKey } from './model/check.ts'
import { consultationFields } from './model/consultation.ts'
import {
  articleId,
  changeId,
  claimId,
  consultationId,
  fileId,
  messageId,
  personId,
  replyId,
  sourceId,
  threadId,
  waiverId,
} from './model/ids.ts'
import { replyFields } from './model/reply.ts'
import { waiverFields } from './model/waiver.ts'
import { actor, person } from './model/person.ts'
import { audience, exportKind, logEvent, reviewState, warning } from './model/review.ts'
import { source, sourceFields } from './model/source.ts'
import { level, messageText, threadAudience, threadTarget } from './model/thread.ts'
import type { ToldNews } from './review-news.ts'

/**
 * Every method between a window and the main process: the one list (events stand in events.ts). Hosts carry it, `main/core`
 * answers it, and the renderer imports its types only. Arguments are parsed here in main before anything
 * else sees them. Bytes and names cross this border, never paths.
 */

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'Bytes are expected')
const fileName = z
  .string()
  .min(1)
  .max(260)
  .refine(
    (name) => !/[\\/\u0000-\u001f]/.test(name) && name !== '.' && name !== '..',
    'A file name, not a path',
  )

/** One ProseMirror step as JSON; parsed against the schema when it is applied. */
const stepJson = z.looseObject({ stepType: z.string().max(40) })

/** Text edits that go with an act. `baseSeq`: the sequence number that the first step stands on. */
export const edit = z.object({
  baseSeq: z.number().int().min(0),
  /** Made by the window, one for each batch: a batch sent twice is stored once. */
  batchId: z.string().min(1).max(64),
  steps: z.array(stepJson).max(5000),
  /** Sets of changes that these steps made, or steps sent before them. */
  changeSets: z.array(changeSet).max(100).optional(),
})
export type Edit = z.infer<typeof edit>

/** Changes decided by the steps that travel with it. */
const decided = z.object({
  changeIds: z.array(changeId).min(1).max(200_000),
  verdict: z.enum(['accepted', 'rejected']),
  reason: z.string().max(2000),
})

/** Words about an unnamed source look like a name, and the person at the desk says that they name nobody. */
const confirmedNoName = z.boolean().default(false)

const saved = z.object({ seq: z.number().int(), at: instant })
const none = z.object({})
const ofArticle = z.object({ articleId })
const ofAnchor = z.object({ articleId, mark: anchorMark, id: z.string().min(1).max(64) })

const session = z.object({
  people: z.array(person).readonly(),
  actor,
  host: z.enum(['electron', 'loopback', 'cli']),
  /** True where files are chosen in a native dialog; otherwise the window uses its own file field. */
  nativeDialogs: z.boolean(),
  version: z.string(),
})
export type Session = z.infer<typeof session>

const imported = z.object({ articleId, name: z.string(), warnings: z.array(warning).readonly() })

const checksInUse = z.object({
  /** Id of the house style of this library. */
  profile: z.string(),
  profiles: z.array(z.object({ id: z.string(), title: z.string() })).readonly(),
  book: checkBook,
  /** Null where it cannot be read: spelling is then not checked. */
  dictionary: dictionary.nullable(),
})
export type ChecksInUse = z.infer<typeof checksInUse>

const exported = z.object({
  fileId,
  name: z.string(),
  size: z.number().int(),
  /** What the file's own check found, in words. */
  checked: z.string(),
  warnings: z.array(warning).readonly(),
})
export type Exported = z.infer<typeof exported>

const saveOutcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), name: z.string() }),
  /** The window fetches it from this address of its own host, once. */
  z.object({ kind: z.literal('download'), url: z.string() }),
  z.object({ kind: z.literal('cancelled') }),
])
export type SaveOutcome = z.infer<typeof saveOutcome>

export const methods = {
  'session.get': { args: none, result: session },
  /** Explicit and logged; not an authentication. */
  'session.switch': { args: actor, result: session },
  'session.savePerson': {
    args: person.omit({ outside: true }).extend({ id: personId.nullable() }),
    result: session,
  },

  'articles.list': { args: none, result: z.array(articleRow).readonly() },
  /** Ids of articles whose headline, slug or final text holds every word. */
  'articles.search': {
    args: z.object({ query: z.string().max(200) }),
    result: z.array(articleId).readonly(),
  },
  'articles.import': { args: z.object({ name: fileName, bytes }), result: imported },
  'articles.paste': {
    args: z.object({ text: z.string().max(5_000_000), html: z.string().max(5_000_000) }),
    result: imported,
  },
  /** Opens the host's own dialog; an empty list when it was cancelled. */
  'articles.openDialog': { args: none, result: z.array(imported).readonly() },
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
  /** Any step of the workflow except `approved` and `filed`, which are reached by signing. */
  'articles.move': {
    args: z.object({ articleId, status, reason: z.string().trim().max(2000) }),
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
  /** Recomputes the chains of the log and of the sign-offs; `broken` names the first broken link. */
  'review.verify': {
    args: ofArticle,
    result: z.object({
      ok: z.boolean(),
      events: z.number().int(),
      signOffs: z.number().int(),
      broken: z.string(),
    }),
  },

  /** Every decision on a change and every undoing of one, in the order they were stored. */
  'review.decisions': { args: ofArticle, result: z.array(changeDecision).readonly() },

  'document.save': { args: z.object({ articleId, edit, decided: z.array(decided).max(100) }), result: saved },

  /** The words that an anchor last held on to; empty when they were never gone. */
  'anchors.quotes': { args: ofAnchor, result: z.array(quote).readonly() },
  /** Puts it over words that were found by likeness; not `sure`: until somebody confirms the place. */
  'anchors.place': { args: ofAnchor.extend({ edit, sure: z.boolean() }), result: reviewState },
  'anchors.confirm': { args: ofAnchor, result: reviewState },
  /** Says that a place was not the right one; refused while the anchor stands in the stored text. */
  'anchors.detach': { args: ofAnchor, result: reviewState },

  'threads.create': {
    args: z.object({
      articleId,
      edit: edit.nullable(),
      id: threadId,
      target: threadTarget,
      level,
      /** `legal` may be chosen in the legal role alone. */
      audience: threadAudience.default('desk'),
      assigneeId: personId.nullable(),
      text: messageText,
    }),
    result: reviewState,
  },
  'threads.reply': { args: z.object({ articleId, threadId, text: messageText }), result: reviewState },
  'threads.editMessage': {
    args: z.object({ articleId, threadId, messageId, text: messageText }),
    result: reviewState,
  },
  'threads.set': {
    args: z.object({
      articleId,
      threadId,
      level,
      assigneeId: personId.nullable(),
      /** Not given: as it was. */
      audience: threadAudience.optional(),
    }),
    result: reviewState,
  },
  'threads.resolve': { args: z.object({ articleId, threadId, resolved: z.boolean() }), result: reviewState },

  'claims.create': {
    args: z.object({
      articleId,
      edit: edit.nullable(),
      id: claimId,
      kind: claimKind,
      risk,
      paraphrase: z.string().trim().max(2000),
    }),
    result: reviewState,
  },
  'claims.update': {
    args: z.object({
      articleId,
      claimId,
      kind: claimKind,
      risk,
      paraphrase: z.string().trim().max(2000),
      details: claimDetails,
    }),
    result: reviewState,
  },
  /**
   * Refused: a way that the table of model/claim-status.ts does not hold; verifying, waiving or labelling against the
   * rules or as the reporter; `cut` while its words stand.
   */
  'claims.setStatus': { args: z.object({ articleId, claimId, status: claimStatus }), result: reviewState },
  /** Attaches, or replaces what is said of a source that is attached already. */
  'claims.attach': {
    args: z.object({ articleId, claimId, source: claimSource, confirmedNoName }),
    result: reviewState,
  },
  'claims.detach': { args: z.object({ articleId, claimId, sourceId }), result: reviewState },
  /** R18: the words differ in spelling only, and whoever verified such a claim may says that it still stands. */
  'claims.reconfirm': { args: z.object({ articleId, claimId }), result: reviewState },
  /** R12: a checker takes it for common knowledge by name, or takes that back. */
  'claims.commonKnowledge': {
    args: z.object({ articleId, claimId, isCommon: z.boolean() }),
    result: reviewState,
  },
  /** Takes back a claim that was just marked; refused once anything was said or attached to it. */
  'claims.withdraw': { args: z.object({ articleId, claimId, edit: edit.nullable() }), result: reviewState },

  /** Refused to roles that the rules do not name, to the reporter, and where the rule is met. */
  'waivers.grant': { args: waiverFields.extend({ articleId, id: waiverId }), result: reviewState },
  'waivers.end': { args: z.object({ articleId, waiverId }), result: reviewState },

  /** Puts a new record into the reply log, or replaces what is said in a known one. */
  'replies.save': { args: replyFields.extend({ articleId, id: replyId }), result: reviewState },
  /** Recorded in the standards or the legal role. */
  'consultations.record': {
    args: consultationFields.extend({ articleId, id: consultationId }),
    result: reviewState,
  },

  /** What the finder and the style check go by, with the dictionary of the house style. */
  'checks.book': { args: none, result: checksInUse },
  /** Chooses the house style of the library; logged. */
  'checks.useProfile': { args: z.object({ profile: z.string().max(60) }), result: checksInUse },
  /** A proposal is put aside by its words, or proposed again. */
  'checks.dismiss': { args: dismissed.extend({ articleId }), result: reviewState },
  'checks.restore': { args: z.object({ articleId, key: proposalKey }), result: reviewState },
  /** The same of many at once: every proposal of a rule. */
  'checks.dismissAll': {
    args: z.object({ articleId, dismissed: z.array(dismissed).min(1).max(10_000) }),
    result: reviewState,
  },
  'checks.restoreAll': {
    args: z.object({ articleId, keys: z.array(proposalKey).min(1).max(10_000) }),
    result: reviewState,
  },

  /**
   * Refused: a grade other than the suggested one without a reason, and what could tell who an unnamed source is
   * (rules/grade.ts, rules/personal-details.ts).
   */
  'sources.create': {
    args: z.object({
      articleId,
      id: sourceId,
      fields: sourceFields.omit({ attestation: true }),
      confirmedNoName,
    }),
    result: reviewState,
  },
  /** A source that becomes unnamed loses its file and its address. */
  'sources.update': {
    args: z.object({
      articleId,
      sourceId,
      fields: sourceFields.omit({ attestation: true }),
      confirmedNoName,
    }),
    result: reviewState,
  },
  /** Refused to the reporter, to who supplied it, and of a named source. */
  'sources.attest': {
    args: z.object({
      articleId,
      sourceId,
      reason: z.string().trim().min(1).max(2000),
      confirmedNoName,
    }),
    result: reviewState,
  },

  /**
   * Sources of other articles whose title, origin or address holds the words; newest first, at most 50. Of an unnamed
   * one the description alone is searched and told.
   */
  'sources.find': {
    args: z.object({ articleId, query: z.string().trim().max(200) }),
    result: z.array(z.object({ articleId, slug: z.string(), headline: z.string(), source })).readonly(),
  },
  /** Puts a source of another article into this one, without its attestation, which was for that story. */
  'sources.reuse': {
    args: z.object({
      articleId,
      id: sourceId,
      from: z.object({ articleId, sourceId }),
    }),
    result: reviewState,
  },
  /** Keeps a file with the source; replaces the one before. Refused for an unnamed source. */
  'sources.keepFile': { args: z.object({ articleId, sourceId, name: fileName, bytes }), result: reviewState },
  'sources.dropFile': { args: z.object({ articleId, sourceId }), result: reviewState },
  /** Hands the file back as it came. */
  'sources.saveFile': { args: z.object({ articleId, sourceId }), result: saveOutcome },

  /** The decision of a slot; refused with the blockers when it is an approval and anything blocks. */
  'approval.sign': {
    args: z.object({
      articleId,
      slot,
      decision,
      conditions: z.string().trim().max(4000),
      typedName: z.string().trim().min(1, 'Type your name to sign.').max(200),
      /** The hashes that the person saw; refused when they are no longer true. */
      textHash: z.string(),
      evidenceHash: z.string(),
      utcOffset: z.number().int().min(-840).max(840),
    }),
    result: reviewState,
  },
  'approval.reopen': {
    args: z.object({ articleId, reason: z.string().trim().min(1, 'Say why it is re-opened.').max(2000) }),
    result: reviewState,
  },

  /** Keeps the bytes of a picture, once however often they come; the sizes are CSS pixels for the text. */
  'pictures.put': {
    args: z.object({ name: fileName, bytes }),
    result: z.object({ blob: z.string(), width: z.number().int(), height: z.number().int() }),
  },

  'exports.create': { args: z.object({ articleId, kind: exportKind, audience }), result: exported },
  'exports.save': { args: z.object({ fileId }), result: saveOutcome },
  /** Opens an http, https or mailto address outside the app. */
  'shell.openExternal': { args: z.object({ url: z.string().max(2048) }), result: none },
} as const

export type Methods = typeof methods
export type MethodName = keyof Methods
export type Args<M extends MethodName> = z.input<Methods[M]['args']>
export type ParsedArgs<M extends MethodName> = z.output<Methods[M]['args']>
export type Result<M extends MethodName> = z.output<Methods[M]['result']>

export const ERROR_CODES = [
  'bad-arguments',
  'not-found',
  'refused',
  'blocked',
  'locked',
  'stale-base',
  'unreadable-file',
  'too-large',
  'not-available',
  'cancelled',
  'internal',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** An expected failure. `message`: what happened, what was kept, what to do; shown to the editor as it is. */
export type Failure = { readonly code: ErrorCode; readonly message: string }
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }

/** What a renderer sees of its host, whichever it is: `window.stet`, from the preload or from loopback. */
export type HostApi = {
  call<M extends MethodName>(method: M, args: Args<M>): Promise<Outcome<Result<M>>>
  /** Returns its undo. */
  on<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void
}
