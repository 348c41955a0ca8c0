import { z } from 'zod'
import { instant } from './article.ts'
import { claimId, consultationId, personId } from './ids.ts'
import { role } from './person.ts'
import { threadAudience } from './thread.ts'

export const CONSULTATION_FIELDS = ['legal', 'standards', 'security'] as const
export const consultationField = z.enum(CONSULTATION_FIELDS)
export type ConsultationField = z.infer<typeof consultationField>

export const consultationFields = z.object({
  field: consultationField,
  /** The claims it was about; none: the whole article. */
  claimIds: z.array(claimId).max(500).readonly(),
  question: z.string().trim().min(1, 'Say what was asked.').max(10_000),
  advice: z.string().trim().min(1, 'Say what was advised.').max(10_000),
  /** `legal`: question and advice are told to readers in the legal role alone. */
  audience: threadAudience,
})

/** Advice taken before publication (R17): recorded by whoever gave it, in the standards or the legal role. */
export const consultation = consultationFields.extend({
  id: consultationId,
  by: personId,
  as: role,
  at: instant,
})
export type Consultation = z.infer<typeof consultation>
