import { Check, MessageSquare, X } from 'lucide-react'
import { groupKind } from '../../../shared/document/index/change-groups.ts'
import type { ChangeEntry } from '../../../shared/document/index/document-index.ts'
import type { ChangeRecord } from '../../../shared/model/change.ts'
import type { Person } from '../../../shared/model/person.ts'
import type { GroupKind } from '../../../shared/names.ts'
import { ChangedWords, Initials } from '../../ui/author.tsx'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { Icon } from '../../ui/icon.tsx'
import { isWorded, noteWords, shownWords, verbOf } from '../changes/change-words.ts'
import { commentOnChange } from '../comments/comment-on.ts'
import { goToText } from '../review/go-to.ts'
import { useReview } from '../review/store.ts'
import { decideGroup } from './actions.ts'
import styles from './cards.module.css'
import { Moment } from './moment.tsx'
import { usePerson } from './use-person.ts'

type ChangeCardProps = { readonly group: readonly ChangeEntry[]; readonly active: boolean }

/** The change at the caret; a replacement (a deletion and the insertion after it) is one card. */
export function ChangeCard({ group, active }: ChangeCardProps) {
  const [first] = group
  const author = usePerson(first?.author ?? '')
  const records = useReview((store) => store.state?.changes ?? NONE)
  const locked = useReview((store) => store.state?.article.locked ?? true)
  const editor = useReview((store) => store.editor)
  const reading = useReview((store) => store.snapshot?.mode === 'read')
  if (first === undefined) return null
  const kind = groupKind(group)
  const words = { inserted: joined(group, 'inserted'), deleted: joined(group, 'deleted') }
  const place = isWorded(kind) ? null : (editor?.placeOf(first.id) ?? null)
  const verb = isWorded(kind) ? verbOf(kind) : noteWords(kind, first.description, place)
  const decide = (verdict: 'accepted' | 'rejected') => {
    decideGroup(first.groupId, verdict)
    // The card goes with its change.
    editor?.focus()
  }
  const at = records.find((record) => record.id === first.id)?.createdAt
  return (
    <article
      className={classes(styles['card'], active && styles['active'])}
      aria-label={`${verb} by ${author?.name ?? 'an unknown author'}`}
    >
      <p className={styles['top']}>
        <Initials person={author} />
        <span>{verb}</span>
        {at !== undefined && <Moment at={at} />}
      </p>
      <p className={styles['words']} dir="auto">
        <CardWords kind={kind} person={author} {...words} />
      </p>
      {!locked && !reading && (
        <div className={styles['acts']}>
          <Button onClick={() => decide('accepted')}>
            <Icon of={Check} />
            Accept
          </Button>
          <Button onClick={() => decide('rejected')}>
            <Icon of={X} />
            Reject
          </Button>
          <Button only aria-label="Comment on the change" title="Comment" onClick={commentOnChange}>
            <Icon of={MessageSquare} />
          </Button>
        </div>
      )}
    </article>
  )
}

/** The words that came or went; a move is the same words twice, and a format has none of its own. */
function CardWords(props: {
  readonly kind: GroupKind
  readonly person: Person | null
  readonly inserted: string
  readonly deleted: string
}) {
  const { kind, person } = props
  const [inserted, deleted] = [shownWords(kind, props.inserted), shownWords(kind, props.deleted)]
  if (kind === 'move') return <ChangedWords person={person} deleted="" inserted={inserted || deleted} />
  if (!isWorded(kind) && kind !== 'cells') return null
  return <ChangedWords person={person} deleted={deleted} inserted={inserted} />
}

const NONE: readonly ChangeRecord[] = []

function joined(group: readonly ChangeEntry[], which: 'inserted' | 'deleted'): string {
  return group
    .map((change) => change[which])
    .filter((words) => words !== '')
    .join(' ')
}

/** A format, a split, a join, a move or rows of a table in one line; choosing it makes it the current change. */
export function ChangeNote({ change }: { readonly change: ChangeEntry }) {
  const author = usePerson(change.author)
  const place = useReview((store) => store.editor)?.placeOf(change.id) ?? null
  const words = noteWords(change.kind, change.description, place)
  return (
    <button
      type="button"
      className={styles['note']}
      aria-label={`${words}, by ${author?.name ?? 'an unknown author'}`}
      onClick={() => goToText({ kind: 'change', id: change.id })}
    >
      <Initials person={author} />
      <span>{words}</span>
    </button>
  )
}
