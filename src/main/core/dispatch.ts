import type { z } from 'zod'
import { methods } from '../../shared/contract.ts'
import type { MethodName, Outcome } from '../../shared/contract.ts'
import { explainStorage } from '../store/database.ts'
import type { Context, HandlersOf } from './context.ts'
import { anchorHandlers } from './handlers/anchors.ts'
import { approvalHandlers } from './handlers/approval.ts'
import { articleHandlers } from './handlers/articles.ts'
import { checkHandlers } from './handlers/checks.ts'
import { claimHandlers } from './handlers/claims.ts'
import { conflictHandlers } from './handlers/conflicts.ts'
import { consultationHandlers } from './handlers/consultations.ts'
import { documentHandlers } from './handlers/document.ts'
import { exportHandlers } from './handlers/exports.ts'
import { jobHandlers } from './handlers/jobs.ts'
import { logHandlers } from './handlers/log.ts'
import { packageHandlers } from './handlers/packages.ts'
import { pdfHandlers } from './handlers/pdf.ts'
import { pictureHandlers } from './handlers/pictures.ts'
import { replyHandlers } from './handlers/replies.ts'
import { returnHandlers } from './handlers/returns.ts'
import { reviewHandlers } from './handlers/review.ts'
import { sessionHandlers } from './handlers/session.ts'
import { shellHandlers } from './handlers/shell.ts'
import { sourceHandlers } from './handlers/sources.ts'
import { threadHandlers } from './handlers/threads.ts'
import { versionHandlers } from './handlers/versions.ts'
import { waiverHandlers } from './handlers/waivers.ts'
import { workflowHandlers } from './handlers/workflow.ts'
import { logBug } from './log.ts'
import { createMadeFiles } from './made-files.ts'
import { DamagedTextError } from './open-documents.ts'
import { fail } from './outcome.ts'

type Areas = 'session' | 'articles' | 'review' | 'document' | 'threads' | 'claims' | 'sources' | 'approval'
type Evidence = 'versions' | 'waivers' | 'replies' | 'consultations' | 'checks' | 'workflow'
type Exchange = 'returns' | 'packages' | 'conflicts' | 'pdf'
type Handlers = HandlersOf<
  Areas | Evidence | Exchange | 'anchors' | 'pictures' | 'exports' | 'jobs' | 'log' | 'shell'
>

function allHandlers(context: Context): Handlers {
  const files = createMadeFiles(context)
  return {
    ...sessionHandlers(context),
    ...articleHandlers(context),
    ...reviewHandlers(context),
    ...documentHandlers(context),
    ...anchorHandlers(context),
    ...threadHandlers(context),
    ...claimHandlers(context),
    ...sourceHandlers(context),
    ...waiverHandlers(context),
    ...replyHandlers(context),
    ...consultationHandlers(context),
    ...checkHandlers(context),
    ...approvalHandlers(context),
    ...workflowHandlers(context),
    ...versionHandlers(context),
    ...pictureHandlers(context),
    ...exportHandlers(context, files),
    ...pdfHandlers(context, files),
    ...jobHandlers(context),
    ...logHandlers(context, files),
    ...packageHandlers(context, files),
    ...conflictHandlers(context),
    ...returnHandlers(context),
    ...shellHandlers(context),
  }
}

function isMethod(name: string): name is MethodName {
  return Object.hasOwn(methods, name)
}

/** Our own messages are whole sentences and stand alone; the schema library's are not, and get their place. */
function explainArguments(method: string, error: z.ZodError): string {
  const [issue] = error.issues
  if (issue?.message.endsWith('.')) return issue.message
  const place = issue && issue.path.length > 0 ? ` (${issue.path.map(String).join('.')})` : ''
  return `Stet could not understand this request, and nothing was changed: ${method}${place}: ${issue?.message ?? ''}.`
}

/** Checks the arguments of a call, answers it, and turns anything unexpected into one plain sentence. */
export function createDispatch(context: Context) {
  const handlers = allHandlers(context)
  return async (method: string, args: unknown): Promise<Outcome<unknown>> => {
    if (!isMethod(method)) return fail('bad-arguments', `Stet has no “${method}”.`)
    const parsed = methods[method].args.safeParse(args)
    if (!parsed.success) return fail('bad-arguments', explainArguments(method, parsed.error))
    // The schema of the same name parsed it just now.
    const handler = handlers[method] as (args: unknown) => Outcome<unknown> | Promise<Outcome<unknown>>
    try {
      return await handler(parsed.data)
    } catch (error) {
      const failure = explainStorage(error)
      if (failure) return { ok: false, error: failure }
      logBug(method, error)
      if (error instanceof DamagedTextError) {
        return fail(
          'unreadable-file',
          'The stored text of this article is damaged, and nothing was changed. The other articles are not ' +
            'affected; bring this one back from a backup of the library.',
        )
      }
      return fail(
        'internal',
        'Something in Stet went wrong. This was not stored; everything saved before is kept.',
      )
    }
  }
}
