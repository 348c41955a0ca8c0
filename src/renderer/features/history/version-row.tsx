import { ArrowLeftRight, GitCompare, RotateCcw } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import type { SavedVersion } from '../../../shared/model/version.ts'
import { Button } from '../../ui/button.tsx'
import { classes } from '../../ui/classes.ts'
import { counted } from '../../ui/counted.ts'
import { shortHash } from '../../ui/hash.ts'
import { Icon } from '../../ui/icon.tsx'
import text from '../../ui/text.module.css'
import { dayAndClock, when } from '../../ui/time.ts'
import { NOW } from '../compare/sides.ts'
import type { Side } from '../compare/sides.ts'
import { useCompare } from '../compare/store.ts'
import { useVersions } from '../compare/versions.ts'
import panel from '../review/panel.module.css'
import { usePersonOf } from '../review/people.ts'
import { useShell } from '../shell-store.ts'
import { STATUS_NAMES } from '../words.ts'
import styles from './history.module.css'

type VersionRowProps = {
  readonly version: SavedVersion
  readonly now: number
  readonly isApproved: boolean
  /** It reads as the text does now. */
  readonly isNow: boolean
  /** It was made at another desk. */
  readonly isElsewhere: boolean
  readonly isActive: boolean
  readonly onFocus: () => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
}

/** What it came out of, or the text now where it came out of nothing. */
function sideBefore({ parents }: SavedVersion): Side {
  const parent = parents.find((id) => useVersions.getState().versions.some((one) => one.id === id))
  return parent === undefined ? NOW : { kind: 'version', id: parent }
}

function Acts({
  version,
  tabIndex,
  onFocus,
  onKeyDown,
}: Pick<VersionRowProps, 'version' | 'onFocus' | 'onKeyDown'> & { readonly tabIndex: number }) {
  const compare = useCompare((store) => store.compare)
  const show = useShell((shell) => shell.show)
  const side: Side = { kind: 'version', id: version.id }
  const before = sideBefore(version)
  const acts = [
    { label: 'Compare with now', icon: GitCompare, act: () => void compare(side, NOW) },
    ...(before.kind === 'now'
      ? []
      : [
          {
            label: 'Compare with the one before',
            icon: ArrowLeftRight,
            act: () => void compare(before, side),
          },
        ]),
    { label: 'Restore…', icon: RotateCcw, act: () => show({ kind: 'restore', versionId: version.id }) },
  ]
  return (
    <span className={styles['acts']}>
      {acts.map(({ label, icon, act }) => (
        <Button
          key={label}
          only
          tabIndex={tabIndex}
          aria-label={`${label}: ${version.name}`}
          title={label}
          onFocus={onFocus}
          onKeyDown={onKeyDown}
          onClick={act}
        >
          <Icon of={icon} />
        </Button>
      ))}
    </span>
  )
}

/** One text that was kept: its cause, who and when; its name opens it to be read. */
export function VersionRow(props: VersionRowProps) {
  const { version, now, isApproved, isNow, isElsewhere, isActive, onFocus, onKeyDown } = props
  const person = usePersonOf()(version.personId)
  const compare = useCompare((store) => store.compare)
  const tabIndex = isActive ? 0 : -1
  return (
    <li className={classes(panel['row'], styles['version'])}>
      <button
        id={`version-${version.id}`}
        type="button"
        className={styles['name']}
        tabIndex={tabIndex}
        onFocus={onFocus}
        onKeyDown={onKeyDown}
        onClick={() => void compare({ kind: 'version', id: version.id }, NOW, 'original')}
      >
        {version.name}
      </button>
      <p className={panel['meta']}>
        {isApproved ? (
          <b className={styles['approved']}>approved</b>
        ) : (
          <span>{STATUS_NAMES[version.status]}</span>
        )}
        <span>{person?.name ?? 'by nobody alone'}</span>
        <time title={dayAndClock(version.at)}>{when(version.at, now)}</time>
      </p>
      <p className={panel['meta']}>
        {isNow && <span>as now</span>}
        {version.kind === 'named' && <span>named by hand</span>}
        {isElsewhere && <span>made at another desk</span>}
        <span className={text['hash']} title={version.textHash}>
          {shortHash(version.textHash)}
        </span>
        <span>{counted(version.words, 'word')}</span>
      </p>
      <Acts version={version} tabIndex={tabIndex} onFocus={onFocus} onKeyDown={onKeyDown} />
    </li>
  )
}
