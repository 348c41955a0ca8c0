import type { Slot } from '../../../shared/model/approval.ts'
import type { ReviewState } from '../../../shared/model/review.ts'
import { classes } from '../../ui/classes.ts'
import { counted } from '../../ui/counted.ts'
import { shortHash } from '../../ui/hash.ts'
import text from '../../ui/text.module.css'
import { usePersonOf } from '../review/people.ts'
import { useSession } from '../session-store.ts'
import styles from './sheet.module.css'
import { waiversInForce } from './waivers-in-force.tsx'

function Hash({ hash }: { readonly hash: string }) {
  return (
    <span className={classes(text['hash'], text['strong'])} title={hash}>
      {shortHash(hash)}
    </span>
  )
}

/** Whether whoever signs is the author, and for the approval also whether the checks were all theirs (B6). */
function Separation({ state, slot }: { readonly state: ReviewState; readonly slot: Slot }) {
  const actor = useSession((store) => store.session?.actor)
  const { authorId } = state.article
  const b6 = state.blockers.find(({ code }) => code === 'B6')
  if (slot === 'approval' && actor?.role === 'approver') {
    if (b6 !== undefined) return <span className={text['stop']}>{b6.title} (B6)</span>
    return <span className={text['soft']}>You are not the author, and not the only checker (B6).</span>
  }
  if (authorId === null) return null
  return (
    <span className={text['soft']}>
      {authorId === actor?.personId ? 'You are the author.' : 'You are not the author.'}
    </span>
  )
}

/** What is signed: which text, on what evidence, whose story. */
export function SheetFacts({ state, slot }: { readonly state: ReviewState; readonly slot: Slot }) {
  const { article, words, claims, sources, replies } = state
  const author = usePersonOf()(article.authorId)
  const waivers = waiversInForce(state).length
  const evidence = [
    counted(claims.length, 'claim'),
    counted(sources.length, 'source'),
    counted(waivers, 'waiver'),
    counted(replies.length, 'reply record'),
  ]
  return (
    <dl className={styles['facts']}>
      <dt>Text</dt>
      <dd>
        v{article.version}, final projection, {words} words, <Hash hash={state.textHash} />
      </dd>
      <dt>Evidence</dt>
      <dd>
        <Hash hash={state.evidenceHash} />, {evidence.join(', ')}
      </dd>
      <dt>Author</dt>
      <dd>
        {author === null ? (
          <span className={text['soft']}>Nobody has said whose story it is.</span>
        ) : (
          `${author.name}.`
        )}{' '}
        <Separation state={state} slot={slot} />
      </dd>
    </dl>
  )
}
