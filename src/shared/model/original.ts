import { z } from 'zod'
import { sha256 } from './approval.ts'
import { instant } from './article.ts'
import { threadAudience } from './thread.ts'

/**
 * A Word file as it came in, kept with its article: its bytes hold what the text of Stet does not (styles, headers,
 * what can only be shown), and are asked for it when Word files are written.
 */
export const keptOriginal = z.object({
  /** Of the bytes. */
  sha256,
  /** `import`: the article was made from it; `return`: a copy that was sent out came back as it. */
  cause: z.enum(['import', 'return']),
  /** `legal`: it may hold comments that are private to legal. */
  audience: threadAudience,
  name: z.string().min(1).max(260),
  at: instant,
})
export type KeptOriginal = z.infer<typeof keptOriginal>
