import type { Person } from '../../shared/model/person.ts'
import styles from './author.module.css'
import { classes } from './classes.ts'

/** The class that sets `--hue` for one of the six author hues; ink where nobody is known. */
export function hueClass(person: Person | null): string {
  return person === null ? '' : (styles[`hue${person.hue}`] ?? '')
}

export function Initials({ person }: { readonly person: Person | null }) {
  return (
    <b className={classes(styles['initials'], hueClass(person))} title={person?.name}>
      {person?.initials ?? '?'}
    </b>
  )
}

/** Words that somebody inserted, deleted, or both. */
export function ChangedWords(props: {
  readonly person: Person | null
  readonly deleted: string
  readonly inserted: string
}) {
  const name = props.person?.name ?? 'an unknown author'
  return (
    <span className={hueClass(props.person)}>
      {props.deleted !== '' && (
        <del className={styles['deleted']} aria-label={`deleted by ${name}: ${props.deleted}`}>
          {props.deleted}
        </del>
      )}
      {props.deleted !== '' && props.inserted !== '' && ' '}
      {props.inserted !== '' && (
        <ins className={styles['inserted']} aria-label={`inserted by ${name}: ${props.inserted}`}>
          {props.inserted}
        </ins>
      )}
    </span>
  )
}
