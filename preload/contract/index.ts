/** The whole surface between main and window. */
export * from './about.ts'
export * from './account.ts'
export * from './bounds.ts'
export * from './commands.ts'
export * from './failure.ts'
export * from './settings.ts'
export * from './state.ts'
export * from './updates.ts'
