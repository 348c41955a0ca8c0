/** Looks like `target`, and throws where the app uses something of Electron that the stand-in does not have. */
export function strict<T extends object>(name: string, target: T): T {
  return new Proxy(target, {
    get: (known, key) => {
      if (!(key in known) && typeof key === 'string' && key !== 'then' && key !== 'toJSON') {
        throw new Error(`The stand-in for electron has no ${name}.${key}`)
      }
      const value: unknown = Reflect.get(known, key, known)
      return typeof value === 'function' && key !== 'constructor' ? value.bind(known) : value
    },
  })
}

/** An event that can be prevented. */
export type Preventable<T> = T & { defaultPrevented: boolean; preventDefault(): void }

export function preventable<T extends object>(details: T): Preventable<T> {
  const event = {
    ...details,
    defaultPrevented: false,
    preventDefault: () => {
      event.defaultPrevented = true
    },
  }
  return event
}
