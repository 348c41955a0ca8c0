import { z } from 'zod'
import { instant } from './article.ts'
import { personId, sourceId } from './ids.ts'

export const SOURCE_KINDS = [
  'person',
  'document',
  'data',
  'recording',
  'observation',
  'outlet',
  'press-release',
  'post',
] as const
export const sourceKind = z.enum(SOURCE_KINDS)
export type SourceKind = z.infer<typeof sourceKind>

/** A strongest; E is guidance only and never support. Meaning of each: resources/rules/README.md. */
export const GRADES = ['A', 'B', 'C', 'D', 'E'] as const
export const grade = z.enum(GRADES)
export type Grade = z.infer<typeof grade>

export const onRecord = z.enum(['on-record', 'background', 'unnamed', 'off-record'])
export type OnRecord = z.infer<typeof onRecord>

/** An editor who is not the reporter says: I know who this is. The name itself is stored nowhere. */
export const attestation = z.object({ by: personId, at: instant, reason: z.string().trim().min(1).max(2000) })
export type Attestation = z.infer<typeof attestation>

/** Largest file that is kept with a source, in bytes. */
export const MAX_ATTACHMENT = 25_000_000

/** A file kept with a source, under the SHA-256 of its bytes. It is handed back as it came and never opened here. */
export const sourceFile = z.object({
  sha256: z.string().length(64),
  name: z.string().min(1).max(260),
  /** In bytes. */
  size: z.number().int().min(1).max(MAX_ATTACHMENT),
  at: instant,
})
export type SourceFile = z.infer<typeof sourceFile>

export const sourceFields = z.object({
  kind: sourceKind,
  /** For an unnamed source this is the agreed public description, and there is no field for the name. */
  title: z.string().trim().min(1, 'A source needs a title.').max(500),
  grade,
  /** Why the grade is not the one that kind and record suggest (rules/grade.ts); empty where it is. */
  gradeReason: z.string().trim().max(500).default(''),
  /** Where it comes from in the end: five outlets on one wire story have one origin. */
  origin: z.string().trim().max(300),
  /** Page, paragraph, timecode or the like. */
  locator: z.string().trim().max(300),
  url: z.string().trim().max(2048),
  accessedAt: instant.nullable(),
  /** Recording, transcript, notes, document, e-mail… how the words were taken down. */
  medium: z.string().trim().max(120),
  /** Period or place that the record covers. */
  period: z.string().trim().max(200),
  directKnowledge: z.boolean(),
  onRecord,
  /** How the text names it: for R14 and R15 these words stand in the article. Empty: it is not named there. */
  inText: z.string().trim().max(300).default(''),
  suppliedBy: personId.nullable(),
  attestation: attestation.nullable(),
})

export const source = sourceFields.extend({
  id: sourceId,
  file: sourceFile.nullable(),
  createdBy: personId,
  createdAt: instant,
  updatedAt: instant,
})
export type Source = z.infer<typeof source>
