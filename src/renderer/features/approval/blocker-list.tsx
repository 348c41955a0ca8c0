import { ArrowRight, Check, ChevronDown, ChevronRight } from 'lucide-react'
import { useCallback, useId, useMemo, useState } from 'react'
import type { Blocker, BlockerCause, BlockerTarget } from '../../../shared/model/approval.ts'
import { Button } from '../../ui/button.tsx'
import { counted } from '../../ui/counted.ts'
import { Icon } from '../../ui/icon.tsx'
import { RowList } from '../../ui/row-list.tsx'
import text from '../../ui/text.module.css'
import { goToCause } from '../review/go-to.ts'
import panel from '../review/panel.module.css'
import styles from './blocker-list.module.css'
import lines from './sign-off.module.css'

/** Height of a cause that was not seen yet, in CSS pixels: one line and its button. */
const ROW = 28

function keyOf(target: BlockerTarget): string {
  if (target.kind === 'slot') return `slot ${target.slot}`
  return 'id' in target ? `${target.kind} ${target.id}` : target.kind
}

type CauseProps = { readonly cause: BlockerCause; readonly place: number; readonly of: number }

/** Rows that are not mounted are counted all the same. */
function Cause({ cause, place, of }: CauseProps) {
  return (
    <li data-row={keyOf(cause.target)} className={styles['cause']} aria-posinset={place} aria-setsize={of}>
      <span dir="auto">{cause.text}</span>
      <Button aria-label={`Go to ${cause.text}`} onClick={() => goToCause(cause.target)}>
        Go to
        <Icon of={ArrowRight} />
      </Button>
    </li>
  )
}

function Causes({ blocker }: { readonly blocker: Blocker }) {
  const { code, causes } = blocker
  const keys = useMemo(() => causes.map((cause) => keyOf(cause.target)), [causes])
  return (
    <RowList
      label={`What ${code} counts`}
      className={styles['causes'] ?? ''}
      keys={keys}
      guess={ROW}
      shown={null}
    >
      {(index) => {
        const cause = causes[index]
        return cause && <Cause key={keys[index]} cause={cause} place={index + 1} of={causes.length} />
      }}
    </RowList>
  )
}

type BlockerRowProps = {
  readonly blocker: Blocker
  readonly isOpen: boolean
  readonly onToggle: (code: Blocker['code']) => void
}

/** A blocker, where its first cause is dealt with, and each of its causes on demand. */
function BlockerRow({ blocker, isOpen, onToggle }: BlockerRowProps) {
  const { code, title, detail, target, causes } = blocker
  const id = useId()
  return (
    <>
      <div className={lines['line']}>
        <span className={lines['code']}>{code}</span>
        <p>
          {title} <span className={text['soft']}>{detail}</span>
        </p>
        <Button aria-label={`Go to the cause of ${code}`} onClick={() => goToCause(target)}>
          Go to
          <Icon of={ArrowRight} />
        </Button>
        {causes.length > 0 && (
          <Button
            className={styles['toggle']}
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            aria-label={`${isOpen ? 'Hide' : 'Show'} ${counted(causes.length, 'cause')} of ${code}`}
            onClick={() => onToggle(code)}
          >
            <Icon of={isOpen ? ChevronDown : ChevronRight} />
            {isOpen ? 'Hide' : 'Show'} {counted(causes.length, 'cause')}
          </Button>
        )}
      </div>
      {isOpen && causes.length > 0 && (
        <div id={id}>
          <Causes blocker={blocker} />
        </div>
      )}
    </>
  )
}

/** Main's own list, never counted here. */
export function BlockerList({ blockers }: { readonly blockers: readonly Blocker[] }) {
  const [open, setOpen] = useState<ReadonlySet<Blocker['code']>>(new Set())
  const toggle = useCallback((code: Blocker['code']) => {
    setOpen((before) => {
      const next = new Set(before)
      if (!next.delete(code)) next.add(code)
      return next
    })
  }, [])
  if (blockers.length === 0) {
    return (
      <div className={panel['block']}>
        <h3 data-blockers="" tabIndex={-1}>
          Nothing blocks approval
        </h3>
        <div className={lines['line']}>
          <Icon of={Check} />
          <p>
            Every blocker was tested on this text and evidence.{' '}
            <span className={text['soft']}>They are tested again in the same step as the signature.</span>
          </p>
        </div>
      </div>
    )
  }
  return (
    <div className={panel['block']}>
      <h3 data-blockers="" tabIndex={-1}>
        <span className={text['stop']}>
          {counted(blockers.length, 'thing blocks approval', 'things block approval')}
        </span>
      </h3>
      {blockers.map((blocker) => (
        <BlockerRow key={blocker.code} blocker={blocker} isOpen={open.has(blocker.code)} onToggle={toggle} />
      ))}
    </div>
  )
}
