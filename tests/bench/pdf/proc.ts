import { readdirSync, readFileSync } from 'node:fs'

/** What a program with all that it started has taken so far, read from Linux's /proc. */
export type Taken = {
  /** Seconds of processor time, user and system. */
  readonly cpu: number
  /** The most memory of their own that they held at one time, in megabytes; what programs share counts for none. */
  readonly memory: number
}

export type Watched = { readonly taken: () => Taken; readonly stop: () => Taken }

/** Linux counts a hundred of them to the second, whatever the machine. */
const TICKS = 100
/** Often enough that what a program takes between its last look and its end does not count. */
const EVERY_MS = 20

type Stat = { readonly parent: number; readonly cpu: number }

function statOf(pid: number): Stat {
  const line = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name of the program is in brackets, and may hold anything.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ')
  return { parent: Number(fields[1]), cpu: (Number(fields[11]) + Number(fields[12])) / TICKS }
}

/** Megabytes. */
function ownMemory(pid: number): number {
  const found = /^RssAnon:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
  return Number(found?.[1] ?? 0) / 1024
}

function known<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    // It has ended between two looks.
    return null
  }
}

function treeOf(root: number): readonly number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? known(() => statOf(Number(name))) : null
    if (stat) parents.set(Number(name), stat.parent)
  }
  const tree = [root]
  for (const pid of tree) for (const [child, parent] of parents) if (parent === pid) tree.push(child)
  return tree
}

/** The programs that this one has started and that still run. */
export function started(): ReadonlySet<number> {
  return new Set(treeOf(process.pid).slice(1))
}

/** Looked at again and again; `over` is called once when it holds more than `limit` megabytes. */
export function watchTree(root: number, limit: number, over: () => void): Watched {
  const cpu = new Map<number, number>()
  let memory = 0
  let isOver = false
  const look = (): Taken => {
    let now = 0
    for (const pid of treeOf(root)) {
      const stat = known(() => statOf(pid))
      if (stat) cpu.set(pid, stat.cpu)
      now += known(() => ownMemory(pid)) ?? 0
    }
    memory = Math.max(memory, now)
    if (memory > limit && !isOver) {
      isOver = true
      over()
    }
    return { cpu: [...cpu.values()].reduce((sum, one) => sum + one, 0), memory }
  }
  const timer = setInterval(look, EVERY_MS)
  return {
    taken: look,
    stop: () => {
      clearInterval(timer)
      return look()
    },
  }
}
