import type { Outcome, Result } from '../../../shared/contract.ts'
import type { LogWanted } from '../../../shared/model/log-file.ts'
import { count } from '../../../shared/rules/words.ts'
import { noArticle, perform } from '../act.ts'
import type { Context, HandlersOf } from '../context.ts'
import { writeLog } from '../log-file.ts'
import type { MadeFiles } from '../made-files.ts'
import { done } from '../outcome.ts'

function exportLog(context: Context, files: MadeFiles, wanted: LogWanted): Outcome<Result<'log.export'>> {
  const { store } = context
  const { articleId, format, kinds, personId } = wanted
  const article = store.articles.row(articleId)
  if (!article) return noArticle()
  const events = store.log
    .list(articleId)
    .filter((event) => kinds === null || kinds.includes(event.kind))
    .filter((event) => personId === null || event.personId === personId)
  const file = writeLog({ article, events, people: store.people.list() }, format)
  const told = count(events.length, 'event', 'events')
  if (article.readOnly === '') {
    const logged = perform(context, articleId, { whenLocked: 'allowed' }, (act) => {
      act.log('export.log', `Exported the log as “${file.name}”: ${told}.`)
      return done(null)
    })
    if (!logged.ok) return logged
  }
  // The log never holds what is private, so anybody may have it.
  const fileId = files.keep({ file, clearance: 'desk', articleId: null })
  const size = file.bytes.byteLength
  return done({ fileId, name: file.name, size, checked: `${told} written.`, warnings: [] })
}

export function logHandlers(context: Context, files: MadeFiles): HandlersOf<'log'> {
  return { 'log.export': (wanted) => exportLog(context, files, wanted) }
}
