import * as fc from 'fast-check'

/** With FUZZ_SEED every property of a run plays the same cases, also those that take nothing else from outside. */
const seed = process.env['FUZZ_SEED']
if (seed !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(seed) })
