import { Check, X } from 'lucide-react'
import type { ChangeEntry } from '../../../shared/document/document-index.ts'
import type { ChangeRecord } from '../../../shared/model/change.ts'
import { CHANGE_KIND_NAMES } from '../../../shared/names.ts'
import { ChangedWords, Initials } from '../../ui/author.tsx'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { Icon } from '../../ui/icon.tsx'
import { goToText } from '../review/go-to.ts'
import { useReview } from '../review/store.ts'
import { decideGroup } from './actions.ts'
import styles from './cards.module.css'
import { Moment } from './moment.tsx'
import { usePerson } from './use-person.ts'

/** The change at the caret; a replacement (a deletion and the insertion after it) is one card. */
export function ChangeCard({ group }: { readonly group: readonly ChangeEntry[] }) {
  const [first] = group
  const author = usePerson(first?.author ?? '')
  const records = useReview((store) => store.state?.changes ?? NONE)
  const locked = useReview((store) => store.state?.article.locked ?? true)
  const reading = useReview((store) => store.snapshot?.mode === 'read')
  if (first === undefined) return null
  const words = { inserted: joined(group, 'inserted'), deleted: joined(group, 'deleted') }
  const verb = words.inserted !== '' && words.deleted !== '' ? 'replaced' : CHANGE_KIND_NAMES[first.kind]
  const decide = (verdict: 'accepted' | 'rejected') => {
    decideGroup(first.groupId, verdict)
    // The card goes with its change.
    useReview.getState().editor?.focus()
  }
  const at = records.find((record) => record.id === first.id)?.createdAt
  return (
    <article
      className={classes(styles['card'], styles['active'])}
      aria-label={`${verb} by ${author?.name ?? 'an unknown author'}`}
    >
      <p className={styles['top']}>
        <Initials person={author} />
        <span>{verb}</span>
        {at !== undefined && <Moment at={at} />}
      </p>
      <p className={styles['words']} dir="auto">
        {first.description === '' ? <ChangedWords person={author} {...words} /> : first.description}
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
        </div>
      )}
    </article>
  )
}

const NONE: readonly ChangeRecord[] = []

function joined(group: readonly ChangeEntry[], which: 'inserted' | 'deleted'): string {
  return group
    .map((change) => change[which])
    .filter((words) => words !== '')
    .join(' ')
}

/** A format, split or join in one line; choosing it makes it the current change. */
export function ChangeNote({ change }: { readonly change: ChangeEntry }) {
  const author = usePerson(change.author)
  const verb = CHANGE_KIND_NAMES[change.kind]
  const words = change.description === '' ? verb : `${verb}: ${change.description}`
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
