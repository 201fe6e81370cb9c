/** The whole surface between main and window. */
export * from './commands.ts'
export * from './failure.ts'
export * from './state.ts'
