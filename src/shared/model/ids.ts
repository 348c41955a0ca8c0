import { z } from 'zod'

/** Ids are UUIDv7 text made where the thing is made, or kept from a package; never numbers of one machine. */
const id = z
  .string()
  .min(1)
  .max(64)
  .regex(/^[A-Za-z0-9_-]+$/, 'an id holds letters, digits, - and _')

export const articleId = id.brand<'ArticleId'>()
export const personId = id.brand<'PersonId'>()
export const changeId = id.brand<'ChangeId'>()
export const changeSetId = id.brand<'ChangeSetId'>()
export const threadId = id.brand<'ThreadId'>()
export const messageId = id.brand<'MessageId'>()
export const claimId = id.brand<'ClaimId'>()
export const sourceId = id.brand<'SourceId'>()
export const waiverId = id.brand<'WaiverId'>()
export const replyId = id.brand<'ReplyId'>()
export const consultationId = id.brand<'ConsultationId'>()
export const signOffId = id.brand<'SignOffId'>()
export const fileId = id.brand<'FileId'>()
export const libraryId = id.brand<'LibraryId'>()
export const versionId = id.brand<'VersionId'>()
export const conflictId = id.brand<'ConflictId'>()

export type ArticleId = z.infer<typeof articleId>
export type PersonId = z.infer<typeof personId>
export type ChangeId = z.infer<typeof changeId>
export type ChangeSetId = z.infer<typeof changeSetId>
export type ThreadId = z.infer<typeof threadId>
export type MessageId = z.infer<typeof messageId>
export type ClaimId = z.infer<typeof claimId>
export type SourceId = z.infer<typeof sourceId>
export type WaiverId = z.infer<typeof waiverId>
export type ReplyId = z.infer<typeof replyId>
export type ConsultationId = z.infer<typeof consultationId>
export type SignOffId = z.infer<typeof signOffId>
export type FileId = z.infer<typeof fileId>
export type LibraryId = z.infer<typeof libraryId>
export type VersionId = z.infer<typeof versionId>
export type ConflictId = z.infer<typeof conflictId>
